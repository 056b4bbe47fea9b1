//! The kinds of keys, told by their prefix alone: a prefix says what a key was made for, not whether it works.

/// What a key's first characters say about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyKind {
    /// `sk-…`: pay as you go, for a whole region.
    PayAsYouGo,
    /// `sk-ws…`: pay as you go, the newer form that names its workspace.
    Workspace,
    /// `sk-sp-…`: Coding Plan and Token Plan; the prefix cannot tell them apart.
    Plan,
    /// `st-…`: lives for seconds to minutes and has every right of its parent.
    Temporary,
    /// Something that the service handed out and that this program does not know yet.
    Unrecognised,
}

impl KeyKind {
    /// The kind of a value.
    pub(crate) fn of(value: &str) -> KeyKind {
        if value.starts_with("sk-sp-") {
            KeyKind::Plan
        } else if value.starts_with("sk-ws") {
            KeyKind::Workspace
        } else if value.starts_with("sk-") {
            KeyKind::PayAsYouGo
        } else if value.starts_with("st-") {
            KeyKind::Temporary
        } else {
            KeyKind::Unrecognised
        }
    }

    /// The longest known prefix that a value starts with; empty for what is not known.
    pub(super) fn prefix_of(value: &str) -> &'static str {
        const KNOWN: [&str; 5] = ["sk-ws-", "sk-sp-", "sk-ws", "sk-", "st-"];
        KNOWN
            .into_iter()
            .find(|prefix| value.starts_with(prefix))
            .unwrap_or("")
    }

    /// Fewest characters after the prefix for a paste to be taken as a key of this kind.
    pub(super) fn least_payload(self) -> usize {
        match self {
            // 32 in every documented example; shorter ones may exist on sister platforms.
            KeyKind::PayAsYouGo => 16,
            KeyKind::Workspace | KeyKind::Plan => 32,
            KeyKind::Temporary | KeyKind::Unrecognised => 8,
        }
    }
}
