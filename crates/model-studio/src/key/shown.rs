//! Texts of others, fit for a message or a log: cut, and with everything that looks like a key masked.

use super::mask;

/// Characters that are shown.
const LONGEST: usize = 64;

/// A run of letters and digits this long, with both in it, is taken for a secret.
const SECRET_RUN: usize = 20;

/// Beginnings of secrets.
const BEGINNINGS: [&str; 4] = ["sk-", "st-", "LTAI", "STS."];

/// The text with every key in it masked, and cut where it is long.
pub fn shown(text: &str) -> String {
    let mut shown = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let length = rest.find(|c| !in_run(c)).unwrap_or(rest.len());
        let (run, after) = rest.split_at(length);
        if is_secret(run) {
            shown.push_str(&mask(run));
        } else {
            shown.push_str(run);
        }
        let between = after.find(in_run).unwrap_or(after.len());
        let (between, after) = after.split_at(between);
        shown.push_str(between);
        rest = after;
    }
    if shown.chars().count() <= LONGEST {
        return shown;
    }
    shown.chars().take(LONGEST).chain(['…']).collect()
}

/// Whether something in the text looks like a key.
pub fn holds_key(text: &str) -> bool {
    text.split(|character| !in_run(character)).any(is_secret)
}

/// What keys are made of.
fn in_run(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '.')
}

fn is_secret(run: &str) -> bool {
    let begins = |beginning: &&str| run.len() > beginning.len() && run.starts_with(*beginning);
    BEGINNINGS.iter().any(begins)
        || run.split('.').any(|part| {
            part.len() >= SECRET_RUN
                && part.bytes().any(|byte| byte.is_ascii_digit())
                && part.bytes().any(|byte| byte.is_ascii_alphabetic())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_masked_wherever_they_stand() {
        let key = "sk-0123456789abcdef0123456789abcdef";
        assert_eq!(shown(key), "sk-012…cdef");
        assert_eq!(
            shown(&format!("key={key}, other")),
            "key=sk-012…cdef, other"
        );
        for secret in [
            "sk-short",
            "st-abcdef",
            "LTAI5tExampleExample",
            "0123456789abcdef0123456789abcdef",
            "sk-ws-H.ABCDEFG.ab12.MEUCIQabcdefghijklmnop",
        ] {
            let shown = shown(&format!("https://host/?k={secret}"));
            assert!(!shown.contains(secret), "{shown}");
        }
    }

    #[test]
    fn what_is_no_key_stays() {
        for text in [
            "203.0.113.7/24",
            "task-force.example.com",
            "2001:db8::1",
            "钥匙",
            "",
        ] {
            assert_eq!(shown(text), text);
        }
        assert_eq!(shown(&"9".repeat(500)).chars().count(), 65);
    }
}
