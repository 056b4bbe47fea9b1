use std::ops::Range;

use secrecy::zeroize::Zeroizing;

/// A piece of a text that another takes the place of.
pub(crate) struct Splice {
    range: Range<usize>,
    text: Zeroizing<String>,
}

impl Splice {
    pub(crate) fn new(range: Range<usize>, text: &str) -> Self {
        Self {
            range,
            text: Zeroizing::new(text.to_owned()),
        }
    }

    pub(crate) fn put(at: usize, text: Zeroizing<String>) -> Self {
        Self {
            range: at..at,
            text,
        }
    }

    pub(crate) fn replace(range: Range<usize>, text: Zeroizing<String>) -> Self {
        Self { range, text }
    }

    pub(crate) fn cut(range: Range<usize>) -> Self {
        Self::new(range, "")
    }
}

/// The bytes with these pieces in place, which count from `start` and do not overlap.
pub(crate) fn apply(bytes: &[u8], start: usize, mut splices: Vec<Splice>) -> Zeroizing<Vec<u8>> {
    splices.sort_by_key(|splice| splice.range.start);
    // Room for all at once: growing would leave copies behind.
    let more: usize = splices.iter().map(|splice| splice.text.len()).sum();
    let mut after = Zeroizing::new(Vec::with_capacity(bytes.len() + more));
    let mut done = 0;
    for splice in &splices {
        after.extend_from_slice(&bytes[done..start + splice.range.start]);
        after.extend_from_slice(splice.text.as_bytes());
        done = start + splice.range.end;
    }
    after.extend_from_slice(&bytes[done..]);
    after
}
