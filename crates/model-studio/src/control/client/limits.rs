//! The operations on the limits of a workspace. What changes something is sent once.

use crate::control::ControlError;
use crate::control::form::{LimitsForm, encode_limits};
use crate::control::operation::{Method, Operation};
use crate::control::wire::{LimitChange, ModelLimit, ModelLimitPage};

use super::batch::send_each;
use super::page::every;
use super::{Batch, ControlClient, LARGEST_BATCH, Page};

/// Which models are listed with their limits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListModelLimits {
    /// The workspace; none for the account's own limits alone.
    pub workspace_id: Option<String>,
    /// The one that requests call by this.
    pub model: Option<String>,
    /// Those whose name has this in it.
    pub name: Option<String>,
    /// How many a page may have, at most 200; none leaves it to the platform.
    pub max_results: Option<u32>,
    /// Which page.
    pub next_token: Option<String>,
}

/// Which limits change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UpdateModelLimits {
    /// The workspace.
    pub workspace_id: String,
    /// The models whose limits change, as many as are to.
    pub limits: Vec<LimitChange>,
}

impl ControlClient {
    /// One page of models with their limits.
    pub async fn list_model_limits(
        &self,
        request: &ListModelLimits,
    ) -> Result<Page<ModelLimit>, ControlError> {
        let max_results = request.max_results.map(|max| max.to_string());
        let operation = on_limits("ListModelLimits", Method::Get).with_query(&[
            ("maxResults", max_results.as_deref()),
            ("model", request.model.as_deref()),
            ("name", request.name.as_deref()),
            ("nextToken", request.next_token.as_deref()),
            ("workspaceId", request.workspace_id.as_deref()),
        ]);
        let page: ModelLimitPage = self.connection.content(&operation).await?;
        Ok(Page::of(
            page.limits,
            page.total_count,
            page.max_results,
            page.next_token,
        ))
    }

    /// The models of this page and all that follow.
    pub async fn all_model_limits(
        &self,
        request: &ListModelLimits,
    ) -> Result<Vec<ModelLimit>, ControlError> {
        every(|token: Option<String>| {
            let mut request = request.clone();
            request.next_token = token.or(request.next_token);
            async move { self.list_model_limits(&request).await }
        })
        .await
    }

    /// Changes limits of a workspace, in as many requests as it takes, each sent once.
    pub async fn update_model_limits(&self, request: &UpdateModelLimits) -> Vec<Batch> {
        let portions = request
            .limits
            .chunks(LARGEST_BATCH)
            .map(|limits| {
                let form = LimitsForm {
                    workspace_id: request.workspace_id.clone(),
                    limits: limits.to_vec(),
                };
                let models = limits.iter().map(|change| change.model.clone());
                (models.collect(), form)
            })
            .collect();
        send_each(portions, |form: LimitsForm| async move {
            let operation =
                on_limits("UpdateModelLimits", Method::Post).with_form(encode_limits(&form));
            self.connection.done(&operation).await
        })
        .await
    }
}

fn on_limits(action: &'static str, method: Method) -> Operation {
    Operation::new(action, method, &["modelstudio", "models", "limits"])
}
