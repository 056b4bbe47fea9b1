//! Who may read a settings file. With a key in it that is its owner alone, whoever it was before: other people of the computer, and
//! programs that run as them, have no business with it. It is readable as before when the key is out again.
//!
//! Where a system has no permission bits, nothing is done: a file that is written there has the rights that its folder hands down.

use crate::file::{Privacy, Snapshot};

/// Group and others.
const EVERYBODY_ELSE: u32 = 0o077;

/// What becomes of a file's permission bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rights {
    /// Those that the file is to have; none for a new file, and where there are none.
    after: Option<u32>,
    /// Those that it had as somebody's, if some of them are taken away; they are given back with undo.
    pub(crate) before: Option<u32>,
    /// They are others than now.
    pub(crate) is_changed: bool,
}

impl Rights {
    /// Of a file from which a standing change took some of the bits `taken` away, if one did.
    pub(crate) fn of(file: Option<&Snapshot>, taken: Option<u32>, has_key: bool) -> Self {
        Self::from_mode(file.and_then(Snapshot::mode), taken, has_key)
    }

    fn from_mode(now: Option<u32>, taken: Option<u32>, has_key: bool) -> Self {
        // Bits that somebody set meanwhile are theirs.
        let own = match taken {
            Some(taken) if now == Some(private(taken)) => Some(taken),
            _ => now,
        };
        let after = if has_key { own.map(private) } else { own };
        Self {
            after,
            before: own.filter(|_| after != own),
            is_changed: after != now,
        }
    }

    /// How the file is written.
    pub(crate) fn privacy(self) -> Privacy {
        Privacy::of_mode(self.after)
    }

    /// Others can read the file now, and no longer then.
    pub(crate) fn makes_private(self) -> bool {
        self.is_changed && self.before.is_some()
    }
}

fn private(mode: u32) -> u32 {
    mode & !EVERYBODY_ELSE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_takes_the_others_bits_away_and_they_come_back_without_it() {
        let with_key = Rights::from_mode(Some(0o664), None, true);
        assert_eq!(
            (with_key.after, with_key.before),
            (Some(0o600), Some(0o664))
        );
        assert!(with_key.makes_private());
        // Another key over it: what it was before is still known.
        let second = Rights::from_mode(Some(0o600), Some(0o664), true);
        assert_eq!((second.after, second.before), (Some(0o600), Some(0o664)));
        assert!(!second.makes_private());
        let without = Rights::from_mode(Some(0o600), Some(0o664), false);
        assert_eq!((without.after, without.before), (Some(0o664), None));
        assert!(without.is_changed && !without.makes_private());
    }

    #[test]
    fn a_file_of_its_owner_alone_and_one_that_somebody_opened_are_as_somebody_has_them() {
        let private = Rights::from_mode(Some(0o600), None, true);
        assert_eq!((private.before, private.is_changed), (None, false));
        let opened = Rights::from_mode(Some(0o640), Some(0o664), false);
        assert_eq!((opened.after, opened.is_changed), (Some(0o640), false));
        let nothing = Rights::from_mode(None, None, true);
        assert_eq!((nothing.after, nothing.is_changed), (None, false));
    }
}
