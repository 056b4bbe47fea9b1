//! What a pasted value is, by its shape alone.

use model_studio::key::{KeyKind, KeyRefusal, KeySecret};
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};

use crate::failure::{Failure, PastedProblemView};
use crate::wire::PastedKindView;

/// Reads what was pasted.
///
/// # Errors
/// [`Failure::PastedInvalid`].
pub(crate) fn recognize(pasted: &SecretString) -> Result<(KeySecret, PastedKindView), Failure> {
    // EXPOSE: read as a key, which is a secret again.
    let text = pasted.expose_secret();
    let invalid = |problem| Failure::PastedInvalid { problem };
    let value = KeySecret::parse(text).map_err(|refusal| invalid(problem(&refusal, text)))?;
    let kind = match value.kind() {
        KeyKind::PayAsYouGo => PastedKindView::Old,
        KeyKind::Workspace if is_of_this_computer(&value) => PastedKindView::ThisComputer,
        KeyKind::Workspace => PastedKindView::New,
        KeyKind::Plan => PastedKindView::Plan,
        KeyKind::Temporary => return Err(invalid(PastedProblemView::Temporary)),
        KeyKind::Unrecognised => return Err(invalid(PastedProblemView::Shape)),
    };
    Ok((value, kind))
}

fn problem(refusal: &KeyRefusal, text: &str) -> PastedProblemView {
    match refusal {
        KeyRefusal::Empty => PastedProblemView::Empty,
        KeyRefusal::TooLong { .. } => PastedProblemView::Length,
        KeyRefusal::LineBreakInside | KeyRefusal::WhitespaceInside => PastedProblemView::WhiteSpace,
        KeyRefusal::ProxyManaged => PastedProblemView::Placeholder,
        KeyRefusal::Masked => PastedProblemView::Masked,
        KeyRefusal::AccessKeyId | KeyRefusal::AccessKeySecret => PastedProblemView::AccessKey,
        // It begins as a key does and is too short for one.
        KeyRefusal::UnknownShape if is_cut_off(text.trim()) => PastedProblemView::Length,
        KeyRefusal::Assignment
        | KeyRefusal::BearerPrefix
        | KeyRefusal::Quoted
        | KeyRefusal::FullWidth
        | KeyRefusal::UnknownShape => PastedProblemView::Shape,
    }
}

fn is_cut_off(text: &str) -> bool {
    text.starts_with("sk-")
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
}

const LETTERS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const RANDOM: usize = 43;
const CHECKSUM: usize = 6;

/// The keys of This computer end in a checksum, which no other key has by chance.
fn is_of_this_computer(value: &KeySecret) -> bool {
    // EXPOSE: its checksum is computed, nothing of it is kept.
    let text = value.secret().expose_secret();
    let Some(body) = text.strip_prefix("sk-ws-") else {
        return false;
    };
    if body.len() != RANDOM + CHECKSUM || !body.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return false;
    }
    let (random, given) = text.split_at(text.len() - CHECKSUM);
    let hash = Sha256::digest(random.as_bytes());
    let mut number = hash
        .iter()
        .take(8)
        .fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    given.bytes().all(|letter| {
        let fits = LETTERS.get((number % 62) as usize) == Some(&letter);
        number /= 62;
        fits
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(text: &str) -> Result<PastedKindView, PastedProblemView> {
        match recognize(&text.into()) {
            Ok((_, kind)) => Ok(kind),
            Err(Failure::PastedInvalid { problem }) => Err(problem),
            Err(other) => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_value_is_told_by_its_shape() {
        for (text, expected) in [
            ("sk-0123456789abcdef0123456789abcdef", PastedKindView::Old),
            (
                " sk-ws-H.ABCDEFG.ab12.MEUCIQDxyz0123456789_-abcdefghijk\n",
                PastedKindView::New,
            ),
            (
                "sk-sp-0123456789abcdef0123456789abcdef",
                PastedKindView::Plan,
            ),
            // As long as a key of This computer, and without its checksum.
            (
                "sk-ws-aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeffffff",
                PastedKindView::New,
            ),
        ] {
            assert_eq!(kind(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_key_is_told_apart() {
        for (text, expected) in [
            ("", PastedProblemView::Empty),
            (" \u{200b}\n", PastedProblemView::Empty),
            ("sk-012****cdef", PastedProblemView::Masked),
            ("sk-012…cdef", PastedProblemView::Masked),
            ("sk-••••••••", PastedProblemView::Masked),
            ("PROXY_MANAGED", PastedProblemView::Placeholder),
            (
                "sk-0123456789abcdef 0123456789abcdef",
                PastedProblemView::WhiteSpace,
            ),
            (
                "sk-0123456789abcdef\n0123456789abcdef",
                PastedProblemView::WhiteSpace,
            ),
            ("LTAI5tExampleExample0000", PastedProblemView::AccessKey),
            (
                "abcdefghijklmnopqrstuvwxyz0123",
                PastedProblemView::AccessKey,
            ),
            ("st-0123456789abcdef", PastedProblemView::Temporary),
            ("sk-0123456789", PastedProblemView::Length),
            ("sk-ws-0123456789abcdef", PastedProblemView::Length),
            (&"sk-a1".repeat(120), PastedProblemView::Length),
            (
                "DASHSCOPE_API_KEY=sk-0123456789abcdef0123456789abcdef",
                PastedProblemView::Shape,
            ),
            ("hello", PastedProblemView::Shape),
        ] {
            assert_eq!(kind(text), Err(expected), "{text}");
        }
    }
}
