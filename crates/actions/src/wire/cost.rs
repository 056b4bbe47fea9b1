use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// By what costs are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CostGroup {
    /// By workspace.
    Workspace,
    /// By API key.
    ApiKey,
    /// By model.
    Model,
}

/// The length of a step of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CostStep {
    /// A day.
    Day,
    /// A month.
    Month,
}

/// Which costs to show.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CostRequest {
    /// The place.
    pub region: String,
    /// The first day, `YYYY-MM-DD`.
    pub start: String,
    /// The last day, `YYYY-MM-DD`.
    pub end: String,
    /// The steps between them.
    pub step: CostStep,
    /// By what the amounts are told apart.
    pub group: CostGroup,
    /// Costs of this workspace alone; none for all.
    pub workspace_id: Option<String>,
}

/// Costs as the service bills them: amounts are its own decimal texts, never recomputed.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CostView {
    /// Such as `CNY`.
    pub currency: String,
    /// Everything, taxes included.
    pub total: String,
    /// Before taxes; empty where the service does not say.
    pub pretax: String,
    /// Taxes; empty where the service does not say.
    pub tax: String,
    /// The groups, the dearest first; the last may be what the service folds into one.
    pub groups: Vec<CostGroupView>,
    /// The steps of time, oldest first.
    pub periods: Vec<CostPeriodView>,
    /// When the service was asked, in milliseconds since 1970.
    pub seen_at: f64,
}

/// The amount of one workspace, key or model.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CostGroupView {
    /// The service's name for it, such as a key's id.
    pub key: String,
    /// What it is called: a workspace's name, a key's description, a model.
    pub name: String,
    /// What kind of group it is.
    pub kind: CostGroupKindView,
    /// As the service wrote it.
    pub amount: String,
}

/// What a group stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CostGroupKindView {
    /// One workspace, key or model.
    One,
    /// Everything that does not belong to any.
    None,
    /// Everything that the service folded together.
    Others,
}

/// One step of time.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CostPeriodView {
    /// `YYYY-MM-DD` or `YYYY-MM`.
    pub period: String,
    /// Everything in it.
    pub total: String,
    /// By group.
    pub groups: Vec<CostAmountView>,
}

/// What one group cost in one step of time.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CostAmountView {
    /// The group's key.
    pub key: String,
    /// As the service wrote it.
    pub amount: String,
}
