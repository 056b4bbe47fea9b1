//! Whether a masked form is of a value, or of the same value as another one. Regions mask in ways of their own, so the form
//! is not compared: what it shows is.

use model_studio::key::KeySecret;
use secrecy::ExposeSecret;

const MARKS: [char; 8] = ['*', '＊', '…', '⋯', '•', '●', '·', '∙'];

/// Every value begins with one of them, so they tell nothing.
const PREFIXES: [&str; 5] = ["sk-ws-", "sk-sp-", "sk-ws", "sk-", "st-"];

/// Fewest characters of the value itself that a form must show to tell it from another.
const LEAST_SHOWN: usize = 4;

/// What a masked form shows of the beginning and of the end; none where that is too little.
fn shown(masked: &str) -> Option<(String, String)> {
    let masked = masked.trim().replace("...", "…");
    let (first, last) = (masked.find(MARKS)?, masked.rfind(MARKS)?);
    let head = masked[..first].to_owned();
    let tail: String = masked[last..].chars().skip(1).collect();
    let prefix = PREFIXES.iter().find(|prefix| head.starts_with(**prefix));
    let own = head.len() - prefix.map_or(0, |prefix| prefix.len());
    (own + tail.len() >= LEAST_SHOWN).then_some((head, tail))
}

/// Whether a masked form fits a value.
pub(crate) fn is_shown_by(value: &KeySecret, masked: &str) -> bool {
    // EXPOSE: compared with what is shown of it anyway.
    let value = value.secret().expose_secret();
    shown(masked).is_some_and(|(head, tail)| {
        head.len() + tail.len() < value.len() && value.starts_with(&head) && value.ends_with(&tail)
    })
}

/// Whether two masked forms can be of one value.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    let (Some((one, one_tail)), Some((other, other_tail))) = (shown(one), shown(other)) else {
        return false;
    };
    (one.starts_with(&other) || other.starts_with(&one))
        && (one_tail.ends_with(&other_tail) || other_tail.ends_with(&one_tail))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_compared() {
        let value = KeySecret::from_service("sk-0123456789abcdef0123456789abcdef".into());
        for (masked, fits) in [
            ("sk-012…cdef", true),
            ("sk-01****ef", true),
            ("sk-0123**************cdef", true),
            ("sk-012...cdef", true),
            ("sk-013…cdef", false),
            ("sk-012…cdee", false),
            ("sk-ws-012…cdef", false),
            ("sk-0***f", false),
            ("sk-••••••••", false),
            ("", false),
            ("sk-0123456789abcdef0123456789abcdef", false),
        ] {
            assert_eq!(is_shown_by(&value, masked), fits, "{masked}");
        }
        assert!(is_same("sk-012…cdef", "sk-01****ef"));
        assert!(!is_same("sk-012…cdef", "sk-02****ef"));
        assert!(!is_same("sk-012…cdef", "sk-••••••••"));
    }

    #[test]
    fn a_mask_of_ours_fits_its_value() {
        for value in [
            "sk-ws-H.ABCDEFG.ab12.MEUCIQDxyz0123456789_-abcdefghijk",
            "sk-sp-0123456789abcdef0123456789abcdef",
        ] {
            let value = KeySecret::from_service(value.into());
            assert!(is_shown_by(&value, &value.masked()));
        }
    }
}
