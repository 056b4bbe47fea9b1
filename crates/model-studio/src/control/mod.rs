//! The control plane: API keys, workspaces, the models and limits of a workspace and its costs, as the operations of
//! ModelStudio 2026-02-10; and the Security Token Service's word on whom an AccessKey belongs to.
//! `wire` is what both ends read and write, `form` the body that both ends use, `client` this end. It does not decide what
//! a failure means to the user.

mod answer;
mod client;
mod error;
pub mod form;
mod operation;
mod platform_error;
mod refusal;
mod retry;
pub mod wire;

pub use client::{
    Batch, BatchOutcome, BillingLocale, ControlClient, CreateApiKey, CreateWorkspace,
    GetBillingOverview, GetBillingTrend, Granularity, IdentityClient, LARGEST_BATCH, ListApiKeys,
    ListModelLimits, ListModelPermissions, ListModels, ListWorkspaces, NewApiKey, Nonces, Order,
    OrderBy, Page, RandomNonces, STS_ENDPOINT, UpdateApiKey, UpdateModelLimits,
    UpdateModelPermissions,
};
pub use error::{ControlError, Stranger};
pub use platform_error::{AccessDenied, PlatformError};
pub use refusal::Refusal;

/// The version of the API.
pub const API_VERSION: &str = "2026-02-10";
