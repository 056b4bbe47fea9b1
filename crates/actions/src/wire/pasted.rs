use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::PlanView;
use crate::failure::Failure;

/// A value that was pasted: what it is, as far as its shape tells. The value itself stays in the program until it is kept or
/// forgotten.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PastedKeyView {
    /// Names it until it is kept or forgotten.
    pub id: String,
    /// Its masked form.
    pub masked: String,
    /// What it is.
    pub kind: PastedKindView,
    /// The hosts that it could belong to: asked once each, if the user agrees.
    pub candidates: Vec<CandidateHostView>,
    /// Keys in the lists of the accounts that have this masked form.
    pub matches: Vec<PastedMatchView>,
}

/// What a pasted value is, by its shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PastedKindView {
    /// A key of the old form: `sk-` and 32 characters. Other vendors' keys look the same.
    Old,
    /// A key of the new form.
    New,
    /// A key of Coding Plan or Token Plan: works on the hosts of its plan alone.
    Plan,
    /// A key of This computer.
    ThisComputer,
}

/// A host that a pasted key could belong to.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CandidateHostView {
    /// The region's bare id.
    pub region: String,
    /// Its host; none for a region whose hosts are the workspaces' own: then the workspace must be named.
    pub origin: Option<String>,
    /// The plan that the host belongs to.
    pub plan: PlanView,
}

/// A key of a list that looks like the pasted one.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PastedMatchView {
    /// The place.
    pub region: String,
    /// The key.
    pub api_key_id: String,
    /// Its description.
    pub description: String,
    /// Its workspace.
    pub workspace_name: String,
}

/// The hosts to ask.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AskHostsRequest {
    /// The pasted key.
    pub id: String,
    /// Workspaces to ask in regions that have no host for all of them.
    pub workspaces: Vec<AskWorkspaceRequest>,
}

/// A workspace whose host is asked.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AskWorkspaceRequest {
    /// The region's bare id.
    pub region: String,
    /// The workspace's id, as the console shows it.
    pub workspace_id: String,
}

/// What one host said.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HostAnswerView {
    /// The region's bare id.
    pub region: String,
    /// The host.
    pub origin: String,
    /// The plan that the host belongs to.
    pub plan: PlanView,
    /// How many models it listed; none if it refused. It takes the key: no proof that every model may be called.
    pub models: Option<u32>,
    /// Why it refused, or could not be asked.
    pub failure: Option<Failure>,
    /// How long it took.
    pub millis: u32,
}

/// Where a pasted key is to be kept.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeepPastedRequest {
    /// The pasted key.
    pub id: String,
    /// The place: of an account, or a bare region.
    pub region: String,
    /// The host that it is used with; none where nobody knows.
    pub origin: Option<String>,
    /// What it is called here; the service's own description counts more where the key is listed.
    pub description: String,
    /// The key of the list that it is, if the user chose one.
    pub api_key_id: Option<String>,
    /// How it is paid for.
    pub plan: PlanView,
}
