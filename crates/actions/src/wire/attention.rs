use serde::Serialize;
use ts_rs::TS;

/// A key whose value may be lost because the program ended between the service's answer and the keyring.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AttentionView {
    /// Names it to `dismiss_attention`.
    pub id: String,
    /// What had been started.
    pub kind: AttentionKind,
    /// The region of the key.
    pub region: String,
    /// The key, where the service has one that fits; none while the service cannot be asked.
    pub api_key_id: Option<String>,
    /// Its masked value, if known.
    pub masked: Option<String>,
    /// The description it was to have.
    pub description: String,
    /// When it was started, in milliseconds since 1970.
    pub started_at: f64,
}

/// What was interrupted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum AttentionKind {
    /// A key was created, and its value is not in the keyring.
    CreatedNotKept,
    /// A key was reset, and its new value is not in the keyring.
    ResetNotKept,
    /// A creation was under way, and the service could not be asked yet how it ended.
    Unknown,
}
