//! The objects of the control plane as JSON has them. Reading is lenient, since public sources disagree on details (a flag
//! may be `0` or `false`, an id a number or a text, an object the only member of a list); writing is what the official SDKs
//! read. The plaintext of a key is never written: who serves it does so in one place of its own.

mod api_key;
mod auth;
mod envelope;
mod lenient;
mod model;
mod pages;
mod workspace;

pub use api_key::{ApiKey, CreatedApiKey};
pub use auth::{Auth, AuthKind, ModelAccessScope};
pub use envelope::Envelope;
pub use model::{InferenceMetadata, Model, ModelInfo, Price, PriceRange};
pub use pages::{
    ApiKeyAnswer, ApiKeyPage, CreatedApiKeyAnswer, ModelPage, WorkspaceAnswer, WorkspaceDeletion,
    WorkspacePage,
};
pub use workspace::{FailReason, Workspace};
