//! The one way in which a key is shown.

use super::KeyKind;

/// What is shown instead of a value that is too short to show any of.
const HIDDEN: &str = "sk-••••••••";

/// Fewest characters that stay hidden.
const LEAST_HIDDEN: usize = 6;

/// A key as it may be shown: its known prefix, three characters, an ellipsis, the last four. Of a short value nothing is
/// shown. This is the only function that masks.
pub fn mask(value: &str) -> String {
    let prefix = KeyKind::prefix_of(value);
    let payload: Vec<char> = value.chars().skip(prefix.len()).collect();
    if value.chars().count() < 16 || payload.len() < 3 + LEAST_HIDDEN + 4 {
        return HIDDEN.to_owned();
    }
    let first: String = payload.iter().take(3).collect();
    let last: String = payload.iter().skip(payload.len() - 4).collect();
    format!("{prefix}{first}…{last}")
}

/// Whether a value has been masked by somebody: this program, the platform or its console.
pub fn looks_masked(value: &str) -> bool {
    const MARKS: [char; 8] = ['*', '＊', '…', '⋯', '•', '●', '·', '∙'];
    value.contains(MARKS) || value.contains("...")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn each_kind_keeps_its_prefix() {
        assert_eq!(mask("sk-0123456789abcdef0123456789abcdef"), "sk-012…cdef");
        assert_eq!(
            mask("sk-ws-abcdefghijklmnopqrstuvwxyz0123"),
            "sk-ws-abc…0123"
        );
        assert_eq!(
            mask("sk-sp-abcdefghijklmnopqrstuvwxyz0123"),
            "sk-sp-abc…0123"
        );
        assert_eq!(mask("st-abcdefghijklmnopqrstuvwxyz"), "st-abc…wxyz");
        assert_eq!(mask("abcdefghijklmnopqrstuvwxyz"), "abc…wxyz");
    }

    #[test]
    fn a_short_value_shows_nothing() {
        for value in [
            "",
            "s",
            "sk-",
            "sk-123456789012",
            "sk-ws-1234567890",
            "密钥密钥",
        ] {
            assert_eq!(mask(value), HIDDEN);
        }
    }

    #[test]
    fn masks_of_others_are_recognised() {
        for value in [
            "sk-012****cdef",
            "sk-012…cdef",
            "sk-••••",
            "sk_***6",
            "sk-012...cdef",
            "sk-＊＊＊",
        ] {
            assert!(looks_masked(value), "{value}");
        }
        assert!(!looks_masked("sk-ws-H.ABCDEFG.ab12.MEUCIQ"));
    }

    proptest! {
        #[test]
        fn a_mask_never_holds_the_value_and_is_always_recognised(value in "\\PC{0,140}") {
            let masked = mask(&value);
            prop_assert!(looks_masked(&masked));
            // What is hidden whole is shown as the same for all, so it may hold an "s" or an "sk-" by chance.
            prop_assert!(masked == HIDDEN || !masked.contains(&value));
            prop_assert!(masked.chars().count() <= 6 + 3 + 1 + 4);
        }

        #[test]
        fn at_least_six_characters_stay_hidden(value in "(sk-|sk-ws-|sk-sp-|st-|)[A-Za-z0-9]{0,60}") {
            let masked = mask(&value);
            if masked != HIDDEN {
                let shown = masked.chars().count() - 1;
                prop_assert!(value.chars().count() - shown >= LEAST_HIDDEN);
            }
        }
    }
}
