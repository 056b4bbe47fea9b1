//! Tests: which workspaces can be made and removed, and how they are listed.

use super::{Bench, bench, plain};
use crate::platform::{Deletion, NewKey, WorkspaceList};
use crate::platform_error::Refusal;
use crate::store::workspaces::WorkspaceFilter;

#[test]
fn workspaces_with_keys_and_the_default_one_stay() {
    let Bench { platform, .. } = bench();
    let workspace = platform
        .create_workspace(Some(" 生产 ".to_owned()), None)
        .unwrap();
    assert_eq!(workspace.workspace_name, "生产");
    let id = workspace.workspace_id;
    let key = NewKey {
        workspace_id: Some(id.clone()),
        ..plain("")
    };
    let key = platform.create_key(key).unwrap().row;
    assert_eq!(
        (key.workspace_id.as_str(), key.workspace_name.as_str()),
        (id.as_str(), "生产")
    );
    assert_eq!(
        platform.delete_workspace(&id).unwrap(),
        Deletion::HasKeys { count: 1 }
    );
    platform.delete_key(key.api_key_id).unwrap();
    assert_eq!(platform.delete_workspace(&id).unwrap(), Deletion::Deleted);
    assert!(matches!(
        platform.delete_workspace(&id),
        Err(Refusal::WorkspaceNotFound)
    ));
    let default = platform.default_workspace_id().to_owned();
    assert_eq!(
        platform.delete_workspace(&default).unwrap(),
        Deletion::IsDefault
    );
}

#[test]
fn workspace_names_have_one_to_thirty_characters() {
    let Bench { platform, .. } = bench();
    platform
        .create_workspace(Some("空".repeat(30)), Some("this-computer".to_owned()))
        .unwrap();
    let refused = |name: Option<&str>| {
        platform
            .create_workspace(name.map(str::to_owned), None)
            .unwrap_err()
    };
    assert!(matches!(
        refused(None),
        Refusal::MissingParameter {
            name: "workspaceName"
        }
    ));
    assert!(matches!(
        refused(Some("  ")),
        Refusal::MissingParameter { .. }
    ));
    assert!(matches!(
        refused(Some(&"x".repeat(31))),
        Refusal::TooLong { limit: 30, .. }
    ));
    let elsewhere = platform.create_workspace(Some("x".to_owned()), Some("japan".to_owned()));
    assert!(matches!(elsewhere, Err(Refusal::BadServiceSite { .. })));
}

#[test]
fn the_default_workspace_is_listed_first() {
    let Bench { platform, .. } = bench();
    let names = ["一", "二", "三"].map(|name| {
        platform
            .create_workspace(Some(name.to_owned()), None)
            .unwrap()
    });
    let mut list = WorkspaceList {
        filter: WorkspaceFilter::default(),
        next_token: None,
        max_results: 3,
    };
    let first = platform.list_workspaces(&list).unwrap();
    assert_eq!((first.rows.len(), first.total), (3, 4));
    assert!(first.rows[0].is_default);
    list.next_token = first.next_token;
    let second = platform.list_workspaces(&list).unwrap();
    assert_eq!(second.rows[0].workspace_id, names[2].workspace_id);
    assert_eq!(second.next_token, None);
}
