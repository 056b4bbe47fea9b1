//! Keys on the control plane: parameters in, the contract's objects out.

use axum::response::Response;
use model_studio::control::wire::{ApiKey, ApiKeyAnswer, ApiKeyPage};
use secrecy::{ExposeSecret, SecretString};
use serde::{Serialize, Serializer};

use super::answer::{self, Nothing};
use super::parameters::Parameters;
use crate::page::MAX_RESULTS;
use crate::permission::Permission;
use crate::platform::{KeyChange, KeyList, NewKey, NewValue, Platform};
use crate::platform_error::Refusal;
use crate::store::KeyRow;
use crate::store::keys::KeyFilter;

/// What create answers: the one time that the value is told.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Created {
    api_key_id: i64,
    #[serde(serialize_with = "tell")]
    api_key_value: SecretString,
    created_by: String,
    description: String,
    gmt_create: i64,
    workspace_id: String,
}

/// What reset answers: the one time that the new value is told.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Reset {
    api_key_id: i64,
    #[serde(serialize_with = "tell")]
    api_key_value: SecretString,
    workspace_id: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Told<T> {
    api_key: T,
}

fn tell<S: Serializer>(value: &SecretString, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(value.expose_secret()) // EXPOSE: create and reset hand the value to who asked for it, once.
}

pub(super) fn create(
    platform: &Platform,
    parameters: &Parameters,
    request_id: &str,
) -> Result<Response, Refusal> {
    let NewValue { row, value } = platform.create_key(NewKey {
        workspace_id: parameters.filled("workspaceId"),
        description: parameters.text("description").unwrap_or_default(),
        permission: parameters.permission()?.unwrap_or(Permission::All),
    })?;
    tracing::info!(request_id, api_key_id = row.api_key_id, "key created");
    let api_key = Created {
        api_key_id: row.api_key_id,
        api_key_value: value,
        created_by: row.created_by,
        description: row.description,
        gmt_create: row.gmt_create,
        workspace_id: row.workspace_id,
    };
    Ok(answer::success(request_id, Told { api_key }))
}

pub(super) fn list(
    platform: &Platform,
    parameters: &Parameters,
    request_id: &str,
) -> Result<Response, Refusal> {
    let list = KeyList {
        filter: KeyFilter {
            api_key_id: parameters.api_key_id()?,
            description: parameters.filled("description"),
            workspace_id: parameters.filled("workspaceId"),
            created_by: None,
        },
        sort: parameters.sort()?,
        direction: parameters.direction()?,
        next_token: parameters.filled("nextToken"),
        max_results: parameters.max_results(platform.personality().max_results(MAX_RESULTS))?,
    };
    let page = platform.list_keys(&list)?;
    let payload = ApiKeyPage {
        api_keys: page.rows.into_iter().map(shown).collect(),
        total_count: i64::from(page.total),
        max_results: i64::from(list.max_results),
        next_token: page.next_token.unwrap_or_default(),
    };
    Ok(answer::success(request_id, payload))
}

pub(super) fn get(
    platform: &Platform,
    api_key_id: i64,
    request_id: &str,
) -> Result<Response, Refusal> {
    let api_key = shown(platform.get_key(api_key_id)?);
    Ok(answer::success(request_id, ApiKeyAnswer { api_key }))
}

/// A description or a permission that is not sent stays. A permission that is sent replaces the whole old one, also where
/// it is sent in part: `Custom` without addresses is then from anywhere.
pub(super) fn update(
    platform: &Platform,
    api_key_id: i64,
    parameters: &Parameters,
    request_id: &str,
) -> Result<Response, Refusal> {
    let change = KeyChange {
        description: parameters.text("description"),
        permission: parameters.permission()?,
    };
    platform.update_key(api_key_id, change)?;
    Ok(answer::success(request_id, Nothing {}))
}

pub(super) fn set_disabled(
    platform: &Platform,
    api_key_id: i64,
    disabled: bool,
    request_id: &str,
) -> Result<Response, Refusal> {
    platform.set_key_disabled(api_key_id, disabled)?;
    Ok(answer::success(request_id, Nothing {}))
}

pub(super) fn reset(
    platform: &Platform,
    api_key_id: i64,
    request_id: &str,
) -> Result<Response, Refusal> {
    let NewValue { row, value } = platform.reset_key(api_key_id)?;
    let api_key = Reset {
        api_key_id: row.api_key_id,
        api_key_value: value,
        workspace_id: row.workspace_id,
    };
    Ok(answer::success(request_id, Told { api_key }))
}

pub(super) fn delete(
    platform: &Platform,
    api_key_id: i64,
    request_id: &str,
) -> Result<Response, Refusal> {
    platform.delete_key(api_key_id)?;
    Ok(answer::success(request_id, Nothing {}))
}

fn shown(row: KeyRow) -> ApiKey {
    ApiKey {
        api_key_id: row.api_key_id,
        api_key_value: row.masked,
        created_by: row.created_by,
        description: row.description,
        disabled: row.disabled,
        gmt_create: row.gmt_create,
        workspace_id: row.workspace_id,
        workspace_name: row.workspace_name,
        auth: row.permission.to_wire(),
    }
}
