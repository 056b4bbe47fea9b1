use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::KeyRef;
use crate::failure::Failure;

/// A call of a model.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StartCallRequest {
    /// The kept key to call with.
    pub key: KeyRef,
    /// One of its hosts.
    pub origin: String,
    /// The model.
    pub model: String,
    /// What to say to it.
    pub text: String,
    /// The input is encrypted before it leaves.
    pub encrypt: bool,
    /// How the answer comes.
    pub mode: CallMode,
}

/// How an answer comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CallMode {
    /// In one piece.
    Whole,
    /// Piece by piece.
    Streamed,
    /// As a task that is looked up later. Not encrypted.
    Task,
}

/// A call, as far as it is.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CallView {
    /// Names it.
    pub id: String,
    /// How far it is.
    pub state: CallStateView,
    /// What the user means: the body before encryption.
    pub meant: String,
    /// What leaves this computer; none until it is known. Nothing leaves unencrypted if encryption was asked for.
    pub sent: Option<SentView>,
    /// What came back, as it was on the wire; long texts are cut.
    pub received: String,
    /// The answer, decrypted; grows while it is streamed.
    pub answer: String,
    /// Pieces that came.
    pub pieces: u32,
    /// Tokens that the service counted; none until it says.
    pub usage: Option<CallUsageView>,
    /// To quote to support.
    pub request_id: String,
    /// The task that was created, for `CallMode::Task`.
    pub task_id: Option<String>,
    /// How long it took, so far.
    pub millis: u32,
}

/// How far a call is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum CallStateView {
    /// The service's public key is being fetched.
    FetchingPublicKey,
    /// Sent, and not all of the answer is there.
    Waiting,
    /// The answer is complete.
    Done,
    /// The user stopped it.
    Stopped,
    /// It failed.
    Failed {
        /// Why.
        failure: Failure,
    },
}

/// A request as it is on the wire, without the key.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SentView {
    /// `POST https://…`.
    pub line: String,
    /// Its headers; the key is masked.
    pub headers: Vec<HeaderView>,
    /// Its body; long texts are cut.
    pub body: String,
}

/// A header.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HeaderView {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// Tokens that a call took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CallUsageView {
    /// Of the question.
    #[ts(type = "number")]
    pub input_tokens: u64,
    /// Of the answer.
    #[ts(type = "number")]
    pub output_tokens: u64,
}
