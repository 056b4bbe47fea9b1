//! Nonces used within the window. Only requests whose signature holds get here, so a stranger cannot fill it; it is
//! bounded all the same. It is not kept over a restart: replaying a request needs to have read loopback traffic.

use std::collections::{BTreeSet, HashSet};

use jiff::Timestamp;

use crate::platform_error::Refusal;

/// Nonces that are remembered at most: a hundred requests a second, for half an hour, fit.
const LIMIT: usize = 200_000;

/// The nonces, and when each may be forgotten: once its request's date is outside the window.
#[derive(Debug, Default)]
pub(super) struct Nonces {
    used: HashSet<String>,
    by_expiry: BTreeSet<(Timestamp, String)>,
}

impl Nonces {
    /// Takes note of a nonce that must be remembered until `expiry`, or says that it was used.
    pub(super) fn take(
        &mut self,
        nonce: &str,
        now: Timestamp,
        expiry: Timestamp,
    ) -> Result<(), Refusal> {
        while let Some((earliest, _)) = self.by_expiry.first() {
            if *earliest >= now {
                break;
            }
            if let Some((_, forgotten)) = self.by_expiry.pop_first() {
                self.used.remove(&forgotten);
            }
        }
        if self.used.contains(nonce) {
            return Err(Refusal::NonceUsed);
        }
        if self.used.len() >= LIMIT {
            return Err(Refusal::TooManyNonces);
        }
        self.used.insert(nonce.to_owned());
        self.by_expiry.insert((expiry, nonce.to_owned()));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn a_nonce_is_good_once_until_it_expires() {
        let mut nonces = Nonces::default();
        nonces.take("one", at(0), at(900)).unwrap();
        nonces.take("two", at(0), at(900)).unwrap();
        assert!(matches!(
            nonces.take("one", at(900), at(1800)),
            Err(Refusal::NonceUsed)
        ));
        nonces.take("one", at(901), at(1801)).unwrap();
        assert!(matches!(
            nonces.take("one", at(902), at(1802)),
            Err(Refusal::NonceUsed)
        ));
    }

    #[test]
    fn memory_is_bounded_and_comes_back() {
        let mut nonces = Nonces::default();
        for number in 0..LIMIT {
            nonces.take(&number.to_string(), at(0), at(900)).unwrap();
        }
        assert!(matches!(
            nonces.take("more", at(1), at(901)),
            Err(Refusal::TooManyNonces)
        ));
        nonces.take("more", at(901), at(1801)).unwrap();
        assert_eq!((nonces.used.len(), nonces.by_expiry.len()), (1, 1));
    }
}
