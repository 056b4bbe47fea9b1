//! The operations on the models that a workspace may call. What changes something is sent once.

use crate::control::ControlError;
use crate::control::form::{PermissionsForm, encode_permissions};
use crate::control::operation::{Method, Operation};
use crate::control::wire::{
    AllModels, AuthorizationScope, ModelAction, ModelGrant, ModelPermission, ModelPermissionPage,
};

use super::batch::send_each;
use super::page::every;
use super::{Batch, ControlClient, LARGEST_BATCH, Page};

/// Which models are listed with their permissions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListModelPermissions {
    /// The workspace, which the platform must be told.
    pub workspace_id: String,
    /// Those granted, or all that could be; none leaves it to the platform.
    pub authorization_scope: Option<AuthorizationScope>,
    /// Granted for what; goes with [`AuthorizationScope::Authorized`].
    pub model_action: Option<ModelAction>,
    /// The one that requests call by this.
    pub model: Option<String>,
    /// Those whose name has this in it.
    pub name: Option<String>,
    /// How many a page may have; none leaves it to the platform.
    pub max_results: Option<u32>,
    /// Which page.
    pub next_token: Option<String>,
}

/// Which permissions change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UpdateModelPermissions {
    /// The workspace.
    pub workspace_id: String,
    /// The switch for every model.
    pub all_models: AllModels,
    /// The models that change, as many as are to.
    pub models: Vec<ModelGrant>,
}

impl ControlClient {
    /// One page of models with what the workspace may do with them.
    pub async fn list_model_permissions(
        &self,
        request: &ListModelPermissions,
    ) -> Result<Page<ModelPermission>, ControlError> {
        let max_results = request.max_results.map(|max| max.to_string());
        let operation = on_permissions("ListModelPermissions", Method::Get).with_query(&[
            (
                "authorizationScope",
                request.authorization_scope.map(AuthorizationScope::as_str),
            ),
            ("filter.model", request.model.as_deref()),
            ("filter.name", request.name.as_deref()),
            ("maxResults", max_results.as_deref()),
            ("modelAction", request.model_action.map(ModelAction::as_str)),
            ("nextToken", request.next_token.as_deref()),
            ("workspaceId", Some(&request.workspace_id)),
        ]);
        let page: ModelPermissionPage = self.connection.content(&operation).await?;
        Ok(Page::of(
            page.list,
            page.total_count,
            page.max_results,
            page.next_token,
        ))
    }

    /// The models of this page and all that follow.
    pub async fn all_model_permissions(
        &self,
        request: &ListModelPermissions,
    ) -> Result<Vec<ModelPermission>, ControlError> {
        every(|token: Option<String>| {
            let mut request = request.clone();
            request.next_token = token.or(request.next_token);
            async move { self.list_model_permissions(&request).await }
        })
        .await
    }

    /// Changes what a workspace may do with models, in as many requests as it takes, each sent once. The switch goes with
    /// the first; the others keep it, so that none undoes what one before it granted.
    pub async fn update_model_permissions(&self, request: &UpdateModelPermissions) -> Vec<Batch> {
        let portions = portions_of(request)
            .into_iter()
            .map(|form| {
                let models = form.models.iter().map(|grant| grant.model.clone());
                (models.collect(), form)
            })
            .collect();
        send_each(portions, |form: PermissionsForm| async move {
            let operation = on_permissions("UpdateModelPermissions", Method::Post)
                .with_form(encode_permissions(&form));
            self.connection.done(&operation).await
        })
        .await
    }
}

fn portions_of(request: &UpdateModelPermissions) -> Vec<PermissionsForm> {
    let form = |all_models, models: &[ModelGrant]| PermissionsForm {
        all_models: Some(all_models),
        models: models.to_vec(),
        workspace_id: request.workspace_id.clone(),
    };
    let mut portions: Vec<PermissionsForm> = request
        .models
        .chunks(LARGEST_BATCH)
        .map(|models| form(AllModels::Keep, models))
        .collect();
    match portions.first_mut() {
        Some(first) => first.all_models = Some(request.all_models),
        // Keeping the switch and naming no model changes nothing.
        None if request.all_models == AllModels::Keep => {}
        None => portions.push(form(request.all_models, &[])),
    }
    portions
}

fn on_permissions(action: &'static str, method: Method) -> Operation {
    Operation::new(action, method, &["modelstudio", "models", "permissions"])
}
