//! What crosses to the window: `…View` is shown, `…Request` is asked. Nothing here can hold a secret but
//! [`RevealedView`], the one answer that is meant to.
//!
//! `ui/src/wire.ts` is generated from these types by `tests/wire_types.rs`.

mod account;
mod address;
mod allowlist;
mod app;
mod attention;
mod call;
mod change;
mod cost;
mod doctor;
mod group;
mod key;
mod launch;
mod model;
mod my_addresses;
mod pasted;
mod permission;
mod region;
mod rotation;
mod task;
mod temporary_key;
mod tool;
mod variable;
mod workspace;

pub use account::{
    AccountCheckView, AccountView, AddAccountRequest, CredentialKindView, CredentialSourceView,
    CredentialUnusableView, CredentialsRequest, EditAccountRequest, EndpointView,
    FoundCredentialsView, IdentityKindView, IdentityView, RamPolicyView, SiteView,
};
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
pub use call::{
    CallMode, CallStateView, CallUsageView, CallView, HeaderView, SentView, StartCallRequest,
};
pub use change::{
    ChangeState, ChangeView, ChangedFileView, UndoOutcomeView, UndoneEverythingView, UndoneView,
};
pub use cost::{
    CostAmountView, CostGroup, CostGroupKindView, CostGroupView, CostPeriodView, CostRequest,
    CostStep, CostView,
};
pub use doctor::{
    CheckedPlaceView, CheckedWhatView, DiagnoseRequest, DiagnosisView, FindingView,
    NotLookedAtView, ServiceManagerView, SourceScopeView, SourceView,
};
pub use group::{AddressGroupRequest, AddressGroupView, GroupOfferView, SavedGroupView};
pub use key::{
    CheckedView, ChooseHostRequest, CopiedView, CreateKeyRequest, CreatedKeyView, DeleteKeyRequest,
    DownloadedView, EditDescriptionRequest, KeptView, KeyList, KeyRef, KeyView, PlanView,
    QuotaView, ResetKeyView, RevealedView, UsedHereView, WorkspaceView,
};
pub use launch::{
    CopyVariableLinesRequest, LineScope, LineShell, ProgramKindView, ProgramView,
    StartProgramRequest, VariableLinesRequest, VariableLinesView,
};
pub use model::{ListModelsRequest, ModelPriceView, ModelReasonView, ModelView};
pub use my_addresses::{AddressAnswerView, EchoFailureView, MyAddressNoteView, MyAddressesView};
pub use pasted::{
    AskHostsRequest, AskWorkspaceRequest, CandidateHostView, HostAnswerView, KeepPastedRequest,
    PastedKeyView, PastedKindView, PastedMatchView,
};
pub use permission::{
    AddressDifferenceView, KeyPreviewView, LetInView, ModelDifferenceView, PermissionChangeView,
    PermissionChangedView, PermissionPreviewView, PermissionRequest, PermissionView,
    PreviewPermissionRequest, ProofView, ShutOutView, ShutOutWhoView, UpdatePermissionRequest,
};
pub use region::{
    BaseUrlsView, CapabilitiesView, HostKindView, HostView, LastSeenView, RefreshedView,
    RegionStateView, RegionView, SupportView,
};
pub use rotation::{RotationStepView, RotationView};
pub use task::{
    KeptResultRef, KeptResultView, ListTasksRequest, TaskListView, TaskRef, TaskRowView,
    TaskStatusView, TaskView, TasksRequest,
};
pub use temporary_key::{
    CopySnippetRequest, CreateTemporaryKeyRequest, SnippetLanguage, SnippetView, TemporaryKeyView,
};
pub use tool::{
    ExportForm, ExportKeyRequest, GuideFieldView, ObstacleKind, ObstacleView, PlanToolRequest,
    ToolGuideRequest, ToolGuideView, ToolHandlingView, ToolId, ToolPlanView, ToolSourceView,
    ToolUseView, ToolView, ToolWay, ToolWayView,
};
pub use variable::{
    BaseUrlForm, BaseUrlRequest, CompanionView, DestinationId, DestinationView, DiffKind, DiffLine,
    ForeignView, NoKeyringReason, PlanVariableRequest, VariableMethod, VariablePlanView,
    VerificationStatus, VerificationView, WriteAction, WriteView,
};
pub use workspace::{
    BatchFailureView, BatchOutcomeView, CreateWorkspaceRequest, FailReasonView, LimitView,
    ModelAccessChange, ModelAccessRowView, ModelAccessView, ModelLimitChange, ModelLimitRowView,
    ModelLimitsView, UpdateModelAccessRequest, UpdateModelLimitsRequest, WorkspaceList,
    WorkspaceRef, WorkspaceRowView,
};
