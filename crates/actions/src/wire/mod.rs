//! What crosses to the window: `…View` is shown, `…Request` is asked. Nothing here can hold a secret but
//! [`RevealedView`], the one answer that is meant to.
//!
//! `ui/src/wire.ts` is generated from these types by `tests/wire_types.rs`.

mod address;
mod allowlist;
mod app;
mod attention;
mod change;
mod group;
mod key;
mod model;
mod my_addresses;
mod permission;
mod region;
mod variable;

pub use address::{AddressClassView, AddressProblemView, FamilyView};
pub use allowlist::{
    AddressCountsView, AllowlistEntryView, AllowlistView, AnyoneView, CloseUpPartView, CloseUpView,
    CoverageView, EntryNoteView, EntryStateView, ExplainAllowlistRequest, FamilyCoverageView,
    PartView, WouldAllowRequest, WouldAllowView,
};
pub(crate) use app::echo_services;
pub use app::{
    AppView, LanguageChoice, PlatformView, PreferencesView, SecretStoreView, ThemeChoice,
};
pub use attention::{AttentionKind, AttentionView};
pub use change::{ChangeState, ChangeView, ChangedFileView, UndoneView};
pub use group::{AddressGroupRequest, AddressGroupView, GroupOfferView, SavedGroupView};
pub use key::{
    CheckedView, CopiedView, CreateKeyRequest, CreatedKeyView, DeleteKeyRequest, DownloadedView,
    KeptView, KeyList, KeyRef, KeyView, QuotaView, ResetKeyView, RevealedView, UsedHereView,
    WorkspaceView,
};
pub use model::{ListModelsRequest, ModelPriceView, ModelReasonView, ModelView};
pub use my_addresses::{AddressAnswerView, EchoFailureView, MyAddressNoteView, MyAddressesView};
pub use permission::{
    AddressDifferenceView, KeyPreviewView, LetInView, ModelDifferenceView, PermissionChangeView,
    PermissionChangedView, PermissionPreviewView, PermissionRequest, PermissionView,
    PreviewPermissionRequest, ProofView, ShutOutView, ShutOutWhoView, UpdatePermissionRequest,
};
pub use region::{BaseUrlsView, CapabilitiesView, RegionStateView, RegionView, SupportView};
pub use variable::{
    DestinationId, DestinationView, DiffKind, DiffLine, ForeignView, PlanVariableRequest,
    VariablePlanView, VerificationStatus, VerificationView, WriteAction, WriteView,
};
