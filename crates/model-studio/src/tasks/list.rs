//! Listing tasks, a page at a time: `GET {origin}/api/v1/tasks`.

use reqwest::Method;

use super::in_turn::in_turn;
use super::listed::Page;
use super::{TaskFilter, TaskPage, Tasks};
use crate::data::DataError;

impl Tasks {
    /// Lists a page of the account's tasks.
    pub async fn list(&self, filter: &TaskFilter) -> Result<TaskPage, DataError> {
        let request = self
            .asking
            .request(Method::GET, &["api", "v1", "tasks"])?
            .query(&filter.pairs());
        let page: Page = in_turn(&self.pace.list, &self.asking, request).await?;
        page.understood()
            .ok_or_else(|| self.asking.not_understood())
    }
}
