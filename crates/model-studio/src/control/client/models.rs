//! The operation on models.

use crate::control::ControlError;
use crate::control::operation::{Method, Operation};
use crate::control::wire::{Model, ModelPage};

use super::page::every;
use super::{ControlClient, Page};

/// Which models are listed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListModels {
    /// Those that can do all of this, as the platform's codes; empty for any.
    pub capabilities: Vec<String>,
    /// Those that take at least so many tokens.
    pub context_window: Option<u32>,
    /// Those that offer all of this, as the platform's codes; empty for any.
    pub features: Vec<String>,
    /// The language of names and descriptions, such as `zh`.
    pub language: Option<String>,
    /// The one that requests call by this.
    pub model: Option<String>,
    /// Those whose name has this in it.
    pub name: Option<String>,
    /// Those made by one of these; empty for any.
    pub providers: Vec<String>,
    /// How many a page may have; none leaves it to the platform.
    pub max_results: Option<u32>,
    /// Which page.
    pub next_token: Option<String>,
}

impl ControlClient {
    /// One page of models.
    pub async fn list_models(&self, request: &ListModels) -> Result<Page<Model>, ControlError> {
        let max_results = request.max_results.map(|max| max.to_string());
        let context_window = request.context_window.map(|tokens| tokens.to_string());
        let (capabilities, features, providers) = (
            list_text(&request.capabilities),
            list_text(&request.features),
            list_text(&request.providers),
        );
        let operation = Operation::new("ListModels", Method::Get, &["modelstudio", "models"])
            .with_query(&[
                ("capabilities", capabilities.as_deref()),
                ("contextWindow", context_window.as_deref()),
                ("features", features.as_deref()),
                ("language", request.language.as_deref()),
                ("maxResults", max_results.as_deref()),
                ("model", request.model.as_deref()),
                ("name", request.name.as_deref()),
                ("nextToken", request.next_token.as_deref()),
                ("providers", providers.as_deref()),
            ]);
        let page: ModelPage = self.connection.content(&operation).await?;
        Ok(Page::of(
            page.models,
            page.total_count,
            page.max_results,
            page.next_token,
        ))
    }

    /// The models of this page and all that follow.
    pub async fn all_models(&self, request: &ListModels) -> Result<Vec<Model>, ControlError> {
        every(|token: Option<String>| {
            let mut request = request.clone();
            request.next_token = token.or(request.next_token);
            async move { self.list_models(&request).await }
        })
        .await
    }
}

/// A list in a query is JSON; none for an empty one.
fn list_text(texts: &[String]) -> Option<String> {
    // Texts alone: writing them as JSON does not fail.
    (!texts.is_empty()).then(|| serde_json::to_string(texts).unwrap_or_default())
}
