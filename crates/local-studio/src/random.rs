//! Text from the system's random source. Not for anything that must be reproduced.

/// Letters and digits: survives a double click, a shell and a URL as it is.
pub(crate) const BASE62: &[u8; 62] =
    b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// What workspace ids are made of.
pub(crate) const LOWER: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// The system's random source gave nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the system's random source is not available")]
pub struct NoRandomness;

/// `length` characters of `alphabet`, each equally likely.
pub(crate) fn text(alphabet: &[u8], length: usize) -> Result<String, NoRandomness> {
    // A byte beyond the last whole multiple of the alphabet would favour its first characters: it is drawn again.
    let limit = 256 - 256 % alphabet.len();
    let mut drawn = String::with_capacity(length);
    let mut bytes = [0_u8; 64];
    while drawn.len() < length {
        getrandom::fill(&mut bytes).map_err(|_| NoRandomness)?;
        let characters = bytes
            .iter()
            .map(|byte| usize::from(*byte))
            .filter(|byte| *byte < limit);
        for index in characters.take(length - drawn.len()) {
            drawn.push(char::from(alphabet[index % alphabet.len()]));
        }
    }
    Ok(drawn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_of_the_alphabet_turns_up_and_no_other() {
        let drawn = text(BASE62, 20_000).unwrap();
        assert_eq!(drawn.len(), 20_000);
        for character in BASE62 {
            let count = drawn.bytes().filter(|byte| byte == character).count();
            // 322 are expected; nine standard deviations either side.
            assert!(
                (160..=490).contains(&count),
                "{count} of {}",
                char::from(*character)
            );
        }
    }
}
