//! Which models a workspace may call, train and deploy. The default workspace may call every model, always; another one what it
//! was granted, or every model while that switch is open.

use model_studio::control::form::PermissionsForm;
use model_studio::control::wire::{AllModels, ModelGrant, ModelPermission, Permissions};
use model_studio::key::shown;

use super::Platform;
use crate::catalogue::{self, ModelFilter};
use crate::page::{Page, Position};
use crate::platform_error::Refusal;
use crate::store::{permissions as rows, workspaces};

/// Models that one call may change, as with the platform.
const MODELS_A_CALL: usize = 20;

const LISTING: &str = "permissions";

/// Whose permissions, of which models, from where on.
#[derive(Debug, Default)]
pub(crate) struct PermissionList {
    /// The workspace.
    pub(crate) workspace_id: String,
    /// Only models that it may call.
    pub(crate) granted_only: bool,
    /// Which models.
    pub(crate) models: ModelFilter,
    /// The token of the page before.
    pub(crate) next_token: Option<String>,
    /// Rows on a page.
    pub(crate) max_results: u32,
}

impl Platform {
    /// One page of models, each with what the workspace may do with it.
    pub(crate) fn list_model_permissions(
        &self,
        list: &PermissionList,
    ) -> Result<Page<ModelPermission>, Refusal> {
        let after = Position::of(list.next_token.as_deref(), LISTING)?;
        let (every_model, granted) = self.read(|transaction| {
            let workspace = workspaces::get(transaction, &list.workspace_id)?
                .ok_or(Refusal::WorkspaceNotFound)?;
            let granted = rows::of_workspace(transaction, &list.workspace_id)?;
            Ok((workspace.every_model, granted))
        })?;
        let listed = catalogue::filtered(&list.models)
            .into_iter()
            .map(|(place, known)| {
                let mut permissions = granted.get(known.model).copied().unwrap_or_default();
                permissions.inference |= every_model;
                let model = known.model.to_owned();
                let name = known.name.to_owned();
                (
                    place,
                    ModelPermission {
                        model,
                        name,
                        permissions,
                    },
                )
            })
            .filter(|(_, listed)| !list.granted_only || listed.permissions.inference);
        Ok(Page::of_numbered(
            listed.collect(),
            after,
            list.max_results,
            LISTING,
        ))
    }

    /// Opens or closes the switch, and grants models one by one: all of it or nothing.
    pub(crate) fn update_model_permissions(&self, form: &PermissionsForm) -> Result<(), Refusal> {
        let count = form.models.len();
        if count > MODELS_A_CALL {
            return Err(Refusal::TooManyEntries {
                name: "models",
                count,
                limit: MODELS_A_CALL,
            });
        }
        if count == 0 && form.all_models.is_none() {
            return Err(Refusal::MissingParameter { name: "models" });
        }
        check_models(form.models.iter().map(|grant| grant.model.as_str()))?;
        self.change(|transaction| {
            let workspace = workspaces::get(transaction, &form.workspace_id)?
                .ok_or(Refusal::WorkspaceNotFound)?;
            if workspace.is_default {
                return Err(Refusal::InvalidParameter {
                    name: "workspaceId",
                    expected: "another workspace than the default one, which may call every model",
                });
            }
            match form.all_models {
                Some(AllModels::Open) => {
                    workspaces::set_every_model(transaction, &form.workspace_id, true)?;
                }
                Some(AllModels::Close) => {
                    workspaces::set_every_model(transaction, &form.workspace_id, false)?;
                }
                Some(AllModels::Keep) | None => {}
            }
            let before = rows::of_workspace(transaction, &form.workspace_id)?;
            for grant in &form.models {
                let old = before.get(&grant.model).copied().unwrap_or_default();
                let new = changed(old, grant);
                rows::set(transaction, &form.workspace_id, &grant.model, &new)?;
            }
            Ok(())
        })
    }
}

fn changed(old: Permissions, grant: &ModelGrant) -> Permissions {
    Permissions {
        deploy: grant.deploy.unwrap_or(old.deploy),
        fine_tune: grant.fine_tune.unwrap_or(old.fine_tune),
        inference: grant.inference.unwrap_or(old.inference),
    }
}

/// Refuses the first name that no model has.
pub(super) fn check_models<'a>(names: impl Iterator<Item = &'a str>) -> Result<(), Refusal> {
    let mut names = names;
    match names.find(|name| catalogue::find(name).is_none()) {
        Some(name) => Err(Refusal::ModelNotFound { model: shown(name) }),
        None => Ok(()),
    }
}
