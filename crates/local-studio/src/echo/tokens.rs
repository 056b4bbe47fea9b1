//! How the echo counts tokens: letters and digits of ASCII that stand together are one token for each four begun; every
//! other character that is not white space is one. So `computer` is two, `你好` is two, and `a, b` is three.

/// ASCII letters and digits in one token.
const RUN: usize = 4;

/// The tokens of a text.
pub(crate) fn count(text: &str) -> u32 {
    u32::try_from(ends(text).count()).unwrap_or(u32::MAX)
}

/// Where each token of the text ends, in bytes.
pub(super) fn ends(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut characters = text.char_indices().peekable();
    let mut run = 0;
    std::iter::from_fn(move || {
        loop {
            let (start, character) = characters.next()?;
            let end = start + character.len_utf8();
            if character.is_whitespace() {
                continue;
            }
            if !character.is_ascii_alphanumeric() {
                return Some(end);
            }
            run += 1;
            let goes_on = characters
                .peek()
                .is_some_and(|(_, next)| next.is_ascii_alphanumeric());
            if run == RUN || !goes_on {
                run = 0;
                return Some(end);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rule_is_as_written() {
        for (text, tokens) in [
            ("", 0),
            (" \n\t", 0),
            ("a", 1),
            ("four", 1),
            ("fives", 2),
            ("computer", 2),
            ("a, b", 3),
            ("你好", 2),
            ("你好 world!", 5),
            ("ab12cd", 2),
            ("é", 1),
        ] {
            assert_eq!(count(text), tokens, "{text:?}");
        }
        assert_eq!(ends("computer, é").collect::<Vec<_>>(), [4, 8, 9, 12]);
    }
}
