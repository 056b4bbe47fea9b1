use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{HostView, KeyRef};

/// A temporary key to make.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CreateTemporaryKeyRequest {
    /// The kept key that it comes from.
    pub key: KeyRef,
    /// How long it is to live, 1 to 1800 seconds.
    pub seconds: u32,
    /// The host to ask, one of the key's.
    pub origin: String,
}

/// A temporary key. It is in the program's memory alone, until it ends.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TemporaryKeyView {
    /// Names it.
    pub id: String,
    /// The key that it came from.
    pub parent: KeyRef,
    /// The parent's description.
    pub description: String,
    /// Its masked form.
    pub masked: String,
    /// When it ends by the service's clock, in milliseconds since 1970.
    pub expires_at: f64,
    /// How many milliseconds were left when this was answered, by the service's clock as far as it is known.
    pub left_millis: f64,
    /// How far this computer's clock is ahead of the service's, in seconds; none where they agree within 30 s.
    pub clock_ahead_seconds: Option<i32>,
    /// Where it can be used.
    pub host: HostView,
}

/// A program's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SnippetLanguage {
    /// A command line.
    Curl,
    /// The `openai` package.
    Python,
    /// `fetch`.
    JavaScript,
}

/// Lines that use a temporary key, with its masked form in them.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SnippetView {
    /// The language.
    pub language: SnippetLanguage,
    /// The lines.
    pub text: String,
}

/// What is to be copied.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CopySnippetRequest {
    /// The temporary key.
    pub id: String,
    /// The language.
    pub language: SnippetLanguage,
}
