//! How much a workspace may ask of a model: what the account has, which is only told, and what the workspace is held to.

use model_studio::control::form::LimitsForm;
use model_studio::control::wire::{Limit, LimitChange, LimitOperation, ModelLimit};

use super::Platform;
use super::permissions::check_models;
use crate::catalogue::{self, ModelFilter};
use crate::page::{Page, Position};
use crate::platform_error::Refusal;
use crate::rates::OverLimit;
use crate::store::limits::{self as rows, LimitRow};
use crate::store::workspaces;

/// What tokens are called in limits.
const TOKENS: &str = "total_tokens";

const LISTING: &str = "limits";

/// Whose limits, of which models, from where on.
#[derive(Debug, Default)]
pub(crate) struct LimitList {
    /// The workspace; none: the account's limits alone.
    pub(crate) workspace_id: Option<String>,
    /// Which models.
    pub(crate) models: ModelFilter,
    /// The token of the page before.
    pub(crate) next_token: Option<String>,
    /// Rows on a page.
    pub(crate) max_results: u32,
}

impl Platform {
    /// One page of models, each with its limits.
    pub(crate) fn list_model_limits(&self, list: &LimitList) -> Result<Page<ModelLimit>, Refusal> {
        let after = Position::of(list.next_token.as_deref(), LISTING)?;
        let mut set = match &list.workspace_id {
            None => Default::default(),
            Some(workspace_id) => self.read(|transaction| {
                workspaces::get(transaction, workspace_id)?.ok_or(Refusal::WorkspaceNotFound)?;
                Ok(rows::of_workspace(transaction, workspace_id)?)
            })?,
        };
        let workspace_id = list.workspace_id.clone().unwrap_or_default();
        let listed = catalogue::filtered(&list.models).into_iter();
        let listed = listed.map(|(place, known)| {
            let limit = ModelLimit {
                model: known.model.to_owned(),
                name: known.name.to_owned(),
                workspace_id: workspace_id.clone(),
                model_limit: known.account_limit(),
                workspace_limit: set.remove(known.model).map(to_wire).unwrap_or_default(),
            };
            (place, limit)
        });
        Ok(Page::of_numbered(
            listed.collect(),
            after,
            list.max_results,
            LISTING,
        ))
    }

    /// Counts a call that takes so many tokens against a limit of its workspace, or says that it has to wait.
    pub(crate) fn take_of_limit(
        &self,
        limit: &LimitRow,
        workspace_id: &str,
        model: &str,
        tokens: i64,
    ) -> Result<(), OverLimit> {
        let now = self.clock().now();
        self.rates.take(workspace_id, model, limit, tokens, now)
    }

    /// Sets limits and takes them away: all of it or nothing.
    pub(crate) fn update_model_limits(&self, form: &LimitsForm) -> Result<(), Refusal> {
        if form.limits.is_empty() {
            return Err(Refusal::MissingParameter {
                name: "workspaceLimits",
            });
        }
        check_models(form.limits.iter().map(|change| change.model.as_str()))?;
        if !form.limits.iter().all(makes_sense) {
            return Err(Refusal::InvalidParameter {
                name: "workspaceLimits",
                expected: "a positive requestLimit or usageLimit, each with a period of at least a second",
            });
        }
        self.change(|transaction| {
            workspaces::get(transaction, &form.workspace_id)?.ok_or(Refusal::WorkspaceNotFound)?;
            for change in &form.limits {
                match change.operation_type {
                    LimitOperation::Overlay => rows::set(transaction, &form.workspace_id, change)?,
                    LimitOperation::Delete => {
                        rows::delete(transaction, &form.workspace_id, &change.model)?;
                    }
                }
            }
            Ok(())
        })
    }
}

fn makes_sense(change: &LimitChange) -> bool {
    let requests = (change.request_limit, change.request_limit_period);
    let usage = (change.usage_limit, change.usage_limit_period);
    let whole = |(limit, period): (Option<i64>, Option<i64>)| match (limit, period) {
        (Some(limit), Some(period)) => limit > 0 && period > 0,
        (None, None) => true,
        _ => false,
    };
    match change.operation_type {
        LimitOperation::Delete => true,
        LimitOperation::Overlay => {
            whole(requests) && whole(usage) && (requests.0.is_some() || usage.0.is_some())
        }
    }
}

fn to_wire(row: LimitRow) -> Limit {
    Limit {
        request_limit: row.request_limit,
        request_limit_period: row.request_limit_period,
        usage_limit: row.usage_limit,
        usage_limit_period: row.usage_limit_period,
        usage_limit_field: row
            .usage_limit
            .map(|_| TOKENS.to_owned())
            .unwrap_or_default(),
        ..Limit::default()
    }
}
