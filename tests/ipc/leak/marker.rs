//! A secret, in the forms in which it could be found where it should not be.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A part of it that no masked form shows, as it is and in base64, which imports of tools are in.
pub(super) struct Marker {
    needles: Vec<String>,
    /// It is the user's text, so that answers may repeat it; files and the log may not.
    pub(super) is_shown: bool,
    /// It was in a file of the user's before, so that copies of that file hold it too, for nobody else to read.
    pub(super) is_in_copies: bool,
}

impl Marker {
    pub(super) fn of(secret: &str) -> Self {
        let hidden = &secret[10..secret.len().min(40)];
        let shifted = (0..3).map(|skipped| base64(&hidden.as_bytes()[skipped..]));
        Self {
            needles: std::iter::once(hidden.to_owned()).chain(shifted).collect(),
            is_shown: false,
            is_in_copies: false,
        }
    }

    pub(super) fn of_text(text: &str) -> Self {
        Self {
            needles: vec![text.to_owned()],
            is_shown: true,
            is_in_copies: false,
        }
    }

    pub(super) fn of_another(secret: &str) -> Self {
        Self {
            is_in_copies: true,
            ..Self::of(secret)
        }
    }

    pub(super) fn is_in(&self, bytes: &[u8]) -> bool {
        self.needles.iter().any(|needle| contains(bytes, needle))
    }

    /// Files below a folder that hold it.
    pub(super) fn files(&self, folder: &Path) -> Vec<PathBuf> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                found.extend(self.files(&path));
            } else if fs::read(&path).is_ok_and(|bytes| self.is_in(&bytes)) {
                found.push(path);
            }
        }
        found
    }
}

pub(super) fn contains(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}

/// Of whole groups of three bytes, so that it is the same whatever follows.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let letter = |number: u32| char::from(LETTERS[number as usize & 63]);
    let groups = bytes.chunks_exact(3).flat_map(|group| {
        let number = u32::from_be_bytes([0, group[0], group[1], group[2]]);
        [18, 12, 6, 0].map(|shift| letter(number >> shift))
    });
    groups.collect()
}

#[test]
fn a_secret_is_found_in_the_forms_that_it_takes() {
    let secret = "sk-ws-0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN";
    let marker = Marker::of(secret);
    assert_eq!(base64(b"Man is"), "TWFuIGlz");
    for before in ["", "k", "ke"] {
        let encoded = base64(format!("{before}{secret}").as_bytes());
        assert!(marker.is_in(format!("?data={encoded}==").as_bytes()));
    }
    assert!(marker.is_in(format!("Bearer {secret}").as_bytes()));
    assert!(!marker.is_in(b"sk-ws-012...KLMN"));
}
