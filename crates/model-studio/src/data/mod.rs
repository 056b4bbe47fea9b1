//! The data plane, with an API key: listing models (which is also the check that a key is accepted), temporary keys, calls of
//! a model, and what a refusal means. It is not the control plane, which is asked with the account's AccessKey.
//!
//! Every function takes the HTTP client, the origin (`https://dashscope.aliyuncs.com`) and the key; nothing is kept
//! between calls and nothing is tried twice, since a call costs money. The key leaves by HTTPS alone, except to this computer.
//! Encrypting a call is [`crate::encryption`]'s, looking after tasks is [`crate::tasks`]'s.

mod asking;
mod call;
mod error;
mod events;
mod models;
pub mod probe;
mod refusal;
mod stream;
mod temporary_key;

pub(crate) use asking::{Asking, LONGEST_CALL};
pub use call::{CreatedTask, Delivery, ModelAnswer, ModelCall, Outgoing, call, create_task};
pub use error::DataError;
pub use models::{ModelName, list_models};
pub use stream::{AnswerStream, call_streamed};
pub use temporary_key::{
    LONGEST_LIFE, TemporaryKey, TimeToLive, TimeToLiveRefused, create_temporary_key,
};
