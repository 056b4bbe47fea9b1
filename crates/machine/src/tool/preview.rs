//! The lines of a settings file around a change, with nothing of anybody's that could be a secret.

use secrecy::{ExposeSecret, SecretString};

use super::document::{Format, Step, Word};
use super::layer::Owned;
use crate::Surroundings;
use crate::plan::{DiffKind, DiffLine};

/// How many unchanged lines are shown on each side.
const CONTEXT: usize = 2;

/// More than this many lines times lines are not compared one by one.
const MOST_COMPARED: usize = 4_000_000;

/// What becomes of the lines. What is ours is shown as it will be, but for the key.
pub(super) fn preview(
    surroundings: &Surroundings,
    format: Format,
    (before, after): (&[u8], &[u8]),
    owned: &[Owned],
    value: &SecretString,
) -> Vec<DiffLine> {
    let paths: Vec<&[Step]> = owned.iter().map(|one| one.path.as_slice()).collect();
    let show = |bytes: &[u8]| {
        let own = |word: &Word| {
            // EXPOSE: compared, to be masked.
            if word.text.as_str() == value.expose_secret() {
                Some(surroundings.masked(value))
            } else {
                word.is_own.then(|| word.text.to_string())
            }
        };
        format.shown(bytes, &paths, &own).unwrap_or_default()
    };
    // The old values at our paths are somebody's: a key may be among them.
    let old = |bytes: &[u8]| {
        let masked = |word: &Word| {
            word.is_own.then(|| {
                let text = SecretString::from(word.text.as_str());
                match is_plain(&word.text) && !is_for_secrets(word) {
                    true => word.text.to_string(),
                    false => surroundings.masked(&text),
                }
            })
        };
        format.shown(bytes, &paths, &masked).unwrap_or_default()
    };
    diff(&old(before), &show(after))
}

/// An address or a name, which is no secret: without a long run of letters and digits, without a name and a password, and
/// without what keys begin with, wherever it stands; a command may print one.
fn is_plain(text: &str) -> bool {
    let is_address = text.starts_with("http://") || text.starts_with("https://");
    let longest = text
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .map(str::len)
        .max();
    (is_address || longest.unwrap_or(0) < 16) && !text.contains('@') && !text.contains("sk-")
}

/// Keys of other services have every shape: a UUID, two words with a dot. What stands where keys stand is one, unless it is the
/// name of a variable.
fn is_for_secrets(word: &Word) -> bool {
    let name = word.name.to_ascii_lowercase();
    let is_variable = |letter: u8| letter.is_ascii_uppercase() || letter == b'_';
    ["key", "token", "secret", "password", "auth"]
        .iter()
        .any(|part| name.contains(part))
        && !word.text.bytes().all(is_variable)
}

/// Which lines go and which come, each with the lines around it.
fn diff(before: &str, after: &str) -> Vec<DiffLine> {
    let old: Vec<&str> = before.lines().collect();
    let new: Vec<&str> = after.lines().collect();
    let mut all: Vec<DiffLine> = Vec::new();
    let (mut at_old, mut at_new) = (0, 0);
    let mut push = |kind, index: usize, text: &str| {
        all.push(DiffLine {
            kind,
            number: u32::try_from(index + 1).unwrap_or(u32::MAX),
            text: text.to_owned(),
        });
    };
    for (same_old, same_new) in common(&old, &new)
        .into_iter()
        .chain([(old.len(), new.len())])
    {
        (at_old..same_old).for_each(|index| push(DiffKind::Removed, index, old[index]));
        (at_new..same_new).for_each(|index| push(DiffKind::Added, index, new[index]));
        if same_old < old.len() {
            push(DiffKind::Context, same_old, old[same_old]);
        }
        (at_old, at_new) = (same_old + 1, same_new + 1);
    }
    let changed: Vec<usize> = (0..all.len())
        .filter(|index| all[*index].kind != DiffKind::Context)
        .collect();
    let is_near = |index: usize| changed.iter().any(|at| at.abs_diff(index) <= CONTEXT);
    let mut index = 0;
    all.retain(|_| {
        index += 1;
        is_near(index - 1)
    });
    all
}

/// The lines that both have, in order: as many as there can be.
fn common(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let start = old
        .iter()
        .zip(new)
        .take_while(|(one, other)| one == other)
        .count();
    let most = old.len().min(new.len()) - start;
    let end = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take(most)
        .take_while(|(one, other)| one == other)
        .count();
    let (inner_old, inner_new) = (&old[start..old.len() - end], &new[start..new.len() - end]);
    let mut pairs: Vec<(usize, usize)> = (0..start).map(|index| (index, index)).collect();
    let width = inner_new.len() + 1;
    if inner_old.len().saturating_mul(inner_new.len()) <= MOST_COMPARED {
        let mut most_from = vec![0u32; (inner_old.len() + 1) * width];
        for at_old in (0..inner_old.len()).rev() {
            for at_new in (0..inner_new.len()).rev() {
                let (right, below) = (at_old * width + at_new + 1, (at_old + 1) * width + at_new);
                most_from[at_old * width + at_new] = if inner_old[at_old] == inner_new[at_new] {
                    most_from[below + 1] + 1
                } else {
                    most_from[right].max(most_from[below])
                };
            }
        }
        let (mut at_old, mut at_new) = (0, 0);
        while at_old < inner_old.len() && at_new < inner_new.len() {
            let (right, below) = (at_old * width + at_new + 1, (at_old + 1) * width + at_new);
            if inner_old[at_old] == inner_new[at_new] {
                pairs.push((start + at_old, start + at_new));
                (at_old, at_new) = (at_old + 1, at_new + 1);
            } else if most_from[right] >= most_from[below] {
                at_new += 1;
            } else {
                at_old += 1;
            }
        }
    }
    pairs.extend(
        (1..=end)
            .rev()
            .map(|back| (old.len() - back, new.len() - back)),
    );
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_be_a_secret_is_not_plain() {
        for plain in [
            "qwen3-coder-plus",
            "https://dashscope.aliyuncs.com/v1",
            "openai",
        ] {
            assert!(is_plain(plain), "{plain}");
        }
        for secret in [
            "sk-1",
            "echo sk-1",
            "https://user:word@host/v1",
            "https://host/?key=sk-1",
            "0123456789abcdef",
        ] {
            assert!(!is_plain(secret), "{secret}");
        }
    }

    #[test]
    fn what_stands_where_keys_stand_is_a_secret_whatever_its_shape() {
        for (name, text, is_secret) in [
            (
                "ANTHROPIC_AUTH_TOKEN",
                "7c1de0f3-94b8-4a5e-9c07-52d6ab18e3f4",
                true,
            ),
            ("apiKey", "word", true),
            ("experimental_bearer_token", "1a2b.3c4d", true),
            ("env_key", "DASHSCOPE_API_KEY", false),
            ("ANTHROPIC_MODEL", "qwen3-coder-plus", false),
            ("", "word", false),
        ] {
            let word = Word {
                text: text.to_owned().into(),
                name: name.to_owned(),
                is_own: true,
            };
            assert_eq!(is_for_secrets(&word), is_secret, "{name} {text}");
        }
    }
}
