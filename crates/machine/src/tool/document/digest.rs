use sha2::{Digest as _, Sha256};

/// What a value says, whatever its layout: the same for the same value in JSON, TOML and here. By it the journal knows its
/// own again without holding it. A key's value cannot be guessed, so its digest gives nothing away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Digest([u8; 32]);

impl Digest {
    pub(crate) fn text(text: &str) -> Self {
        Self::of(b"text", [text.as_bytes()])
    }

    /// A number, as it is written.
    pub(crate) fn number(number: &str) -> Self {
        Self::of(b"number", [number.as_bytes()])
    }

    pub(crate) fn truth(truth: bool) -> Self {
        Self::of(b"truth", [&[u8::from(truth)][..]])
    }

    pub(crate) fn nothing() -> Self {
        Self::of(b"nothing", [])
    }

    pub(crate) fn list(items: impl IntoIterator<Item = Self>) -> Self {
        let items: Vec<Self> = items.into_iter().collect();
        Self::of(b"list", items.iter().map(|item| &item.0[..]))
    }

    /// The order of keys says nothing.
    pub(crate) fn table<'a>(entries: impl IntoIterator<Item = (&'a str, Self)>) -> Self {
        let mut entries: Vec<(&str, Self)> = entries.into_iter().collect();
        entries.sort_unstable();
        Self::of(
            b"table",
            entries
                .iter()
                .flat_map(|(key, value)| [key.as_bytes(), &value.0[..]]),
        )
    }

    /// As the journal keeps it.
    pub(crate) fn hex(self) -> String {
        data_encoding::HEXLOWER.encode(&self.0)
    }

    fn of<'a>(kind: &[u8], parts: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(b"studio-keys setting\0");
        hasher.update(kind);
        for part in parts {
            hasher.update((part.len() as u64).to_be_bytes());
            hasher.update(part);
        }
        Self(hasher.finalize().into())
    }
}
