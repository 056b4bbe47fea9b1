//! The objects of the control plane as JSON has them. Reading is lenient, since public sources disagree on details (a flag
//! may be `0` or `false`, an id a number or a text, an object the only member of a list); writing is what the official SDKs
//! read. The plaintext of a key is never written: who serves it does so in one place of its own.

mod api_key;
mod auth;
mod billing;
mod envelope;
mod identity;
mod lenient;
mod limit;
mod model;
mod pages;
mod permission;
mod unknown_parts;
mod workspace;

pub use api_key::{ApiKey, CreatedApiKey};
pub use auth::{Auth, AuthKind, ModelAccessScope};
pub use billing::{
    BillingDimension, BillingFilter, BillingOverview, BillingOverviewAnswer, BillingPeriod,
    BillingTrend, BillingTrendAnswer, CostGroup, CostTotal, DimensionFilter, GroupBy, NO_VALUE,
    OTHERS, PeriodCost, SelectType, TimePeriod,
};
pub use envelope::Envelope;
pub use identity::{CallerIdentity, IdentityKind};
pub use limit::{Limit, LimitChange, LimitOperation, ModelLimit};
pub use model::{InferenceMetadata, Model, ModelInfo, Price, PriceRange};
pub use pages::{
    ApiKeyAnswer, ApiKeyPage, CreatedApiKeyAnswer, ModelLimitPage, ModelPage, ModelPermissionPage,
    WorkspaceAnswer, WorkspaceDeletion, WorkspacePage,
};
pub use permission::{
    AllModels, AuthorizationScope, ModelAction, ModelGrant, ModelPermission, Permissions,
};
pub(super) use unknown_parts::ApiKeyAndUnknownParts;
pub use workspace::{FailReason, Workspace};
