//! The operation on models.

use crate::control::ControlError;
use crate::control::operation::{Method, Operation};
use crate::control::wire::{Model, ModelPage};

use super::page::every;
use super::{ControlClient, Page};

/// Which models are listed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListModels {
    /// The one that requests call by this.
    pub model: Option<String>,
    /// Those whose name has this in it.
    pub name: Option<String>,
    /// How many a page may have; none leaves it to the platform.
    pub max_results: Option<u32>,
    /// Which page.
    pub next_token: Option<String>,
}

impl ControlClient {
    /// One page of models.
    pub async fn list_models(&self, request: &ListModels) -> Result<Page<Model>, ControlError> {
        let max_results = request.max_results.map(|max| max.to_string());
        let operation = Operation::new("ListModels", Method::Get, &["modelstudio", "models"])
            .with_query(&[
                ("maxResults", max_results.as_deref()),
                ("model", request.model.as_deref()),
                ("name", request.name.as_deref()),
                ("nextToken", request.next_token.as_deref()),
            ]);
        let page: ModelPage = self.content(&operation).await?;
        Ok(Page {
            items: page.models,
            total_count: page.total_count,
            max_results: page.max_results,
            next_token: Some(page.next_token).filter(|token| !token.is_empty()),
        })
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
