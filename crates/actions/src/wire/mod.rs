//! What crosses to the window: `…View` is shown, `…Request` is asked. Nothing here can hold a secret but
//! [`RevealedView`], the one answer that is meant to.
//!
//! `ui/src/wire.ts` is generated from these types by `tests/wire_types.rs`.

mod app;
mod attention;
mod change;
mod key;
mod region;
mod variable;

pub use app::{
    AppView, LanguageChoice, PlatformView, PreferencesView, SecretStoreView, ThemeChoice,
};
pub use attention::{AttentionKind, AttentionView};
pub use change::{ChangeState, ChangeView, ChangedFileView, UndoneView};
pub use key::{
    CheckedView, CopiedView, CreateKeyRequest, CreatedKeyView, DeleteKeyRequest, DownloadedView,
    KeptView, KeyList, KeyRef, KeyView, PermissionRequest, PermissionView, QuotaView, ResetKeyView,
    RevealedView, UsedHereView, WorkspaceView,
};
pub use region::{BaseUrlsView, CapabilitiesView, RegionStateView, RegionView, SupportView};
pub use variable::{
    DestinationId, DestinationView, DiffKind, DiffLine, ForeignView, PlanVariableRequest,
    VariablePlanView, VerificationStatus, VerificationView, WriteAction, WriteView,
};
