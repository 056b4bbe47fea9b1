//! The operations on workspaces. What changes something is sent once.

use crate::control::ControlError;
use crate::control::operation::{Method, Operation};
use crate::control::wire::{Workspace, WorkspaceAnswer, WorkspacePage};

use super::page::every;
use super::{ControlClient, Page};

/// What a new workspace is to be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CreateWorkspace {
    /// Its name.
    pub name: String,
    /// Where its requests may be computed; not every region asks.
    pub service_site: Option<String>,
}

/// Which workspaces are listed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListWorkspaces {
    /// This one alone.
    pub workspace_id: Option<String>,
    /// Those whose name has this in it.
    pub workspace_name: Option<String>,
    /// How many a page may have; none leaves it to the platform.
    pub max_results: Option<u32>,
    /// Which page.
    pub next_token: Option<String>,
}

impl ControlClient {
    /// Creates a workspace. Sent once.
    pub async fn create_workspace(
        &self,
        request: &CreateWorkspace,
    ) -> Result<Workspace, ControlError> {
        let operation = Operation::new(
            "CreateWorkspace",
            Method::Post,
            &["modelstudio", "workspaces"],
        )
        .with_query(&[
            ("serviceSite", request.service_site.as_deref()),
            ("workspaceName", Some(&request.name)),
        ]);
        let answer: WorkspaceAnswer = self.connection.content(&operation).await?;
        Ok(answer.workspace)
    }

    /// One page of workspaces.
    pub async fn list_workspaces(
        &self,
        request: &ListWorkspaces,
    ) -> Result<Page<Workspace>, ControlError> {
        let max_results = request.max_results.map(|max| max.to_string());
        let operation = Operation::new(
            "ListWorkspaces",
            Method::Get,
            &["modelstudio", "workspaces"],
        )
        .with_query(&[
            ("maxResults", max_results.as_deref()),
            ("nextToken", request.next_token.as_deref()),
            ("workspaceId", request.workspace_id.as_deref()),
            ("workspaceName", request.workspace_name.as_deref()),
        ]);
        let page: WorkspacePage = self.connection.content(&operation).await?;
        Ok(Page::of(
            page.workspaces,
            page.total_count,
            page.max_results,
            page.next_token,
        ))
    }

    /// Every workspace.
    pub async fn all_workspaces(&self) -> Result<Vec<Workspace>, ControlError> {
        every(|next_token: Option<String>| async move {
            let request = ListWorkspaces {
                next_token,
                ..ListWorkspaces::default()
            };
            self.list_workspaces(&request).await
        })
        .await
    }

    /// Deletes a workspace, which must be empty and not the default one.
    pub async fn delete_workspace(&self, workspace_id: &str) -> Result<(), ControlError> {
        let segments = ["modelstudio", "workspaces", workspace_id];
        self.connection
            .deleted(&Operation::new(
                "DeleteWorkspace",
                Method::Delete,
                &segments,
            ))
            .await
    }
}
