//! The operations on API keys. What changes something is sent once.

use crate::control::ControlError;
use crate::control::form::encode_auth;
use crate::control::operation::{Method, Operation};
use crate::control::wire::{
    ApiKey, ApiKeyAndUnknownParts, ApiKeyAnswer, ApiKeyPage, Auth, CreatedApiKey,
    CreatedApiKeyAnswer,
};
use crate::key::KeySecret;

use super::page::every;
use super::{ControlClient, Page};

/// What a new key is to be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CreateApiKey {
    /// Its workspace; none for the default one.
    pub workspace_id: Option<String>,
    /// May be empty.
    pub description: String,
    /// Its permission; none leaves it to the platform, which means all.
    pub auth: Option<Auth>,
}

/// What is to change; what is none stays.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UpdateApiKey {
    /// The new description.
    pub description: Option<String>,
    /// The new permission, whole.
    pub auth: Option<Auth>,
}

/// Which keys are listed, and how.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListApiKeys {
    /// This one alone.
    pub api_key_id: Option<i64>,
    /// Those whose description has this in it.
    pub description: Option<String>,
    /// Those of this workspace.
    pub workspace_id: Option<String>,
    /// How many a page may have; none leaves it to the platform.
    pub max_results: Option<u32>,
    /// Which page.
    pub next_token: Option<String>,
    /// Which way; none for the platform's own, newest first.
    pub order: Option<Order>,
    /// By what; none for the platform's own, the id.
    pub order_by: Option<OrderBy>,
}

/// Which way a list runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Small before large, old before new.
    Ascending,
    /// Large before small, new before old.
    Descending,
}

/// What a list of keys is ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderBy {
    /// The id.
    ApiKeyId,
    /// The time of creation.
    GmtCreate,
}

/// A key that was created or reset, with its plaintext.
#[derive(Debug, Clone)]
pub struct NewApiKey {
    /// Its id.
    pub api_key_id: i64,
    /// The plaintext, which the service never tells again.
    pub value: KeySecret,
    /// Its workspace.
    pub workspace_id: String,
    /// May be empty; reset does not say.
    pub description: String,
    /// The account that created it; reset does not say.
    pub created_by: String,
    /// Milliseconds since 1970; 0 where it is not said.
    pub gmt_create: i64,
}

impl ControlClient {
    /// Creates a key. Sent once: whether a failure that leaves the outcome open made a key is found by listing.
    pub async fn create_api_key(&self, request: &CreateApiKey) -> Result<NewApiKey, ControlError> {
        let operation = Operation::new("CreateApiKey", Method::Post, &["modelstudio", "apikeys"])
            .with_query(&[
                ("description", present(Some(&request.description))),
                ("workspaceId", present(request.workspace_id.as_deref())),
            ])
            .with_form(request.auth.as_ref().map(encode_auth).unwrap_or_default());
        let answer: CreatedApiKeyAnswer = self.connection.content(&operation).await?;
        Ok(answer.api_key.into())
    }

    /// One page of keys.
    pub async fn list_api_keys(&self, request: &ListApiKeys) -> Result<Page<ApiKey>, ControlError> {
        let id = request.api_key_id.map(|id| id.to_string());
        let max_results = request.max_results.map(|max| max.to_string());
        let operation = Operation::new("ListApiKeys", Method::Get, &["modelstudio", "apikeys"])
            .with_query(&[
                ("apiKeyId", id.as_deref()),
                ("description", present(request.description.as_deref())),
                ("maxResults", max_results.as_deref()),
                ("nextToken", present(request.next_token.as_deref())),
                ("order", request.order.map(Order::as_str)),
                ("orderBy", request.order_by.map(OrderBy::as_str)),
                ("workspaceId", present(request.workspace_id.as_deref())),
            ]);
        let page: ApiKeyPage = self.connection.content(&operation).await?;
        Ok(Page::of(
            page.api_keys,
            page.total_count,
            page.max_results,
            page.next_token,
        ))
    }

    /// The keys of this page and all that follow.
    pub async fn all_api_keys(&self, request: &ListApiKeys) -> Result<Vec<ApiKey>, ControlError> {
        every(|token: Option<String>| {
            let mut request = request.clone();
            request.next_token = token.or(request.next_token);
            async move { self.list_api_keys(&request).await }
        })
        .await
    }

    /// One key.
    pub async fn get_api_key(&self, api_key_id: i64) -> Result<ApiKey, ControlError> {
        let answer: ApiKeyAnswer = self
            .connection
            .content(&on_key("GetApiKey", Method::Get, api_key_id, None))
            .await?;
        Ok(answer.api_key)
    }

    /// One key, with the names of the parts of its permission that this crate does not know: saving a permission, which is
    /// sent whole, would take them away.
    pub async fn get_api_key_and_unknown_parts(
        &self,
        api_key_id: i64,
    ) -> Result<(ApiKey, Vec<String>), ControlError> {
        let answer: ApiKeyAndUnknownParts = self
            .connection
            .content(&on_key("GetApiKey", Method::Get, api_key_id, None))
            .await?;
        Ok((answer.api_key, answer.unknown_parts))
    }

    /// Changes a key's description or permission.
    pub async fn update_api_key(
        &self,
        api_key_id: i64,
        request: &UpdateApiKey,
    ) -> Result<(), ControlError> {
        let operation = on_key("UpdateApiKey", Method::Put, api_key_id, None)
            .with_query(&[("description", request.description.as_deref())])
            .with_form(request.auth.as_ref().map(encode_auth).unwrap_or_default());
        self.connection.done(&operation).await
    }

    /// Deletes a key for good.
    pub async fn delete_api_key(&self, api_key_id: i64) -> Result<(), ControlError> {
        self.connection
            .done(&on_key("DeleteApiKey", Method::Delete, api_key_id, None))
            .await
    }

    /// Has a key refused until it is enabled.
    pub async fn disable_api_key(&self, api_key_id: i64) -> Result<(), ControlError> {
        self.connection
            .done(&on_key(
                "DisableApiKey",
                Method::Put,
                api_key_id,
                Some("disable"),
            ))
            .await
    }

    /// Has a disabled key accepted again.
    pub async fn enable_api_key(&self, api_key_id: i64) -> Result<(), ControlError> {
        self.connection
            .done(&on_key(
                "EnableApiKey",
                Method::Put,
                api_key_id,
                Some("enable"),
            ))
            .await
    }

    /// Gives a key a new value; the old one is refused from then on. Sent once.
    pub async fn reset_api_key(&self, api_key_id: i64) -> Result<NewApiKey, ControlError> {
        let operation = on_key("ResetApiKey", Method::Put, api_key_id, Some("reset"));
        let answer: CreatedApiKeyAnswer = self.connection.content(&operation).await?;
        Ok(answer.api_key.into())
    }
}

fn on_key(action: &'static str, method: Method, api_key_id: i64, verb: Option<&str>) -> Operation {
    let id = api_key_id.to_string();
    let segments: Vec<&str> = ["modelstudio", "apikeys", id.as_str()]
        .into_iter()
        .chain(verb)
        .collect();
    Operation::new(action, method, &segments)
}

/// The platform takes an empty text for none.
fn present(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !text.is_empty())
}

impl Order {
    fn as_str(self) -> &'static str {
        match self {
            Order::Ascending => "ASC",
            Order::Descending => "DESC",
        }
    }
}

impl OrderBy {
    fn as_str(self) -> &'static str {
        match self {
            OrderBy::ApiKeyId => "apiKeyId",
            OrderBy::GmtCreate => "gmtCreate",
        }
    }
}

impl From<CreatedApiKey> for NewApiKey {
    fn from(key: CreatedApiKey) -> Self {
        NewApiKey {
            api_key_id: key.api_key_id,
            value: KeySecret::from_service(key.api_key_value),
            workspace_id: key.workspace_id,
            description: key.description,
            created_by: key.created_by,
            gmt_create: key.gmt_create,
        }
    }
}
