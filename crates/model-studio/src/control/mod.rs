//! The control plane: creating, listing and changing API keys and workspaces, as the operations of ModelStudio 2026-02-10.
//! `wire` is what both ends read and write, `form` the body that both ends use, `client` this end. It does not decide what
//! a failure means to the user.

mod answer;
mod client;
mod error;
pub mod form;
mod operation;
mod platform_error;
mod retry;
pub mod wire;

pub use client::{
    ControlClient, CreateApiKey, CreateWorkspace, ListApiKeys, ListModels, ListWorkspaces,
    NewApiKey, Nonces, Order, OrderBy, Page, RandomNonces, UpdateApiKey,
};
pub use error::ControlError;
pub use platform_error::PlatformError;

/// The version of the API.
pub const API_VERSION: &str = "2026-02-10";
