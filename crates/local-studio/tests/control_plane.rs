//! Every operation of the control plane, as this project's own client sees it.

#![allow(clippy::unwrap_used, clippy::panic)] // In a test a panic is the verdict.

mod support;

use model_studio::acs3::AccessKey;
use model_studio::control::wire::{Auth, AuthKind, ModelAccessScope};
use model_studio::control::{
    ControlError, CreateApiKey, CreateWorkspace, ListApiKeys, ListWorkspaces, Order, OrderBy,
    UpdateApiKey,
};
use model_studio::key::KeyKind;
use support::start;

fn named(description: &str) -> CreateApiKey {
    CreateApiKey {
        description: description.to_owned(),
        ..CreateApiKey::default()
    }
}

fn code<T: std::fmt::Debug>(outcome: Result<T, ControlError>) -> (String, u16) {
    match outcome.unwrap_err() {
        ControlError::Platform(error) => {
            assert!(!error.request_id.is_empty() && !error.message.is_empty());
            (error.code, error.http_status)
        }
        other => panic!("the platform refuses with a code: {other}"),
    }
}

#[tokio::test]
async fn the_life_of_a_key() {
    let running = start().await;
    let client = running.client();
    let limited = Auth {
        kind: AuthKind::Custom,
        access_ips: vec!["127.0.0.1".to_owned(), "2001:db8::/32".to_owned()],
        model_access_scope: ModelAccessScope {
            allow_all_models: false,
            accessible_models: vec!["qwen-plus".to_owned()],
        },
    };
    let request = CreateApiKey {
        auth: Some(limited.clone()),
        ..named("生产环境 a+b & 100%")
    };
    let created = client.create_api_key(&request).await.unwrap();
    assert_eq!(created.value.kind(), KeyKind::Workspace);
    assert_eq!(created.workspace_id, running.workspace_id);

    let shown = client.get_api_key(created.api_key_id).await.unwrap();
    assert_eq!(shown.description, "生产环境 a+b & 100%");
    assert_eq!(shown.api_key_value, created.value.masked());
    assert_eq!(
        (shown.disabled, shown.gmt_create),
        (false, 1_790_000_000_000)
    );
    assert_eq!(shown.auth, limited);

    client.disable_api_key(created.api_key_id).await.unwrap();
    assert!(
        client
            .get_api_key(created.api_key_id)
            .await
            .unwrap()
            .disabled
    );
    client.enable_api_key(created.api_key_id).await.unwrap();

    let change = UpdateApiKey {
        description: Some("测试".to_owned()),
        auth: Some(Auth::default()),
    };
    client
        .update_api_key(created.api_key_id, &change)
        .await
        .unwrap();
    let reset = client.reset_api_key(created.api_key_id).await.unwrap();
    assert_eq!(reset.api_key_id, created.api_key_id);
    let shown = client.get_api_key(created.api_key_id).await.unwrap();
    assert_eq!(
        (shown.description.as_str(), shown.auth.kind),
        ("测试", AuthKind::All)
    );
    assert_eq!(shown.api_key_value, reset.value.masked());

    client.delete_api_key(created.api_key_id).await.unwrap();
    let gone = client.get_api_key(created.api_key_id).await;
    assert_eq!(code(gone), ("ApiKeyNotFound".to_owned(), 404));
    running.stop().await;
}

#[tokio::test]
async fn all_pages_in_both_orders() {
    let running = start().await;
    let client = running.client();
    let mut ids = Vec::new();
    for number in 0..11 {
        running.clock.move_by(i64::from(number % 3 == 0));
        ids.push(
            client
                .create_api_key(&named(&format!("第 {number} 把")))
                .await
                .unwrap()
                .api_key_id,
        );
    }
    for order_by in [OrderBy::ApiKeyId, OrderBy::GmtCreate] {
        for order in [Order::Ascending, Order::Descending] {
            let list = ListApiKeys {
                max_results: Some(4),
                order: Some(order),
                order_by: Some(order_by),
                ..ListApiKeys::default()
            };
            let first = client.list_api_keys(&list).await.unwrap();
            assert_eq!(
                (first.items.len(), first.total_count, first.max_results),
                (4, 11, 4)
            );
            let all = client.all_api_keys(&list).await.unwrap();
            let mut listed: Vec<i64> = all.iter().map(|key| key.api_key_id).collect();
            if order == Order::Descending {
                listed.reverse();
            }
            assert_eq!(listed, ids, "{order_by:?} {order:?}");
        }
    }
    let some = ListApiKeys {
        description: Some("第 1".to_owned()),
        ..ListApiKeys::default()
    };
    assert_eq!(client.all_api_keys(&some).await.unwrap().len(), 2);
    running.stop().await;
}

#[tokio::test]
async fn the_life_of_a_workspace() {
    let running = start().await;
    let client = running.client();
    let wanted = CreateWorkspace {
        name: "研发".to_owned(),
        service_site: None,
    };
    let workspace = client.create_workspace(&wanted).await.unwrap();
    let names: Vec<String> = client
        .all_workspaces()
        .await
        .unwrap()
        .into_iter()
        .map(|one| one.workspace_name)
        .collect();
    assert_eq!(names, ["Default Workspace", "研发"]);
    let like = ListWorkspaces {
        workspace_name: Some("研".to_owned()),
        ..ListWorkspaces::default()
    };
    assert_eq!(
        client.list_workspaces(&like).await.unwrap().items,
        std::slice::from_ref(&workspace)
    );
    assert_eq!(workspace.api_host, format!("http://{}", running.address));

    let inside = CreateApiKey {
        workspace_id: Some(workspace.workspace_id.clone()),
        ..named("")
    };
    let key = client.create_api_key(&inside).await.unwrap();
    for (id, kind) in [
        (&workspace.workspace_id, "ApiKey"),
        (&running.workspace_id, "DefaultWorkspace"),
    ] {
        let refused = client.delete_workspace(id).await.unwrap_err();
        let ControlError::NotDeleted { reasons, .. } = refused else {
            panic!("{refused}")
        };
        assert_eq!(reasons[0].resource_type, kind);
    }
    client.delete_api_key(key.api_key_id).await.unwrap();
    client
        .delete_workspace(&workspace.workspace_id)
        .await
        .unwrap();
    let gone = client.delete_workspace(&workspace.workspace_id).await;
    assert_eq!(code(gone), ("WorkSpaceNotFound".to_owned(), 404));
    running.stop().await;
}

#[tokio::test]
async fn refusals_have_their_codes() {
    let running = start().await;
    let client = running.client();
    let long = client.create_api_key(&named(&"长".repeat(201))).await;
    assert_eq!(code(long), ("InvalidParameter.description".to_owned(), 400));
    let nowhere = CreateApiKey {
        workspace_id: Some("ws-none".to_owned()),
        ..named("")
    };
    assert_eq!(
        code(client.create_api_key(&nowhere).await),
        ("WorkSpaceNotFound".to_owned(), 404)
    );
    let pasted = Auth {
        kind: AuthKind::Custom,
        access_ips: vec!["sk-pasted-into-the-wrong-box-0123456789".to_owned()],
        ..Auth::default()
    };
    let refused = client
        .create_api_key(&CreateApiKey {
            auth: Some(pasted),
            ..named("")
        })
        .await;
    let text = refused.as_ref().unwrap_err().to_string();
    assert!(!text.contains("wrong-box"), "{text}");
    assert_eq!(
        code(refused),
        ("InvalidParameter.auth.accessIps".to_owned(), 400)
    );
    for max_results in [0, 101] {
        let list = ListApiKeys {
            max_results: Some(max_results),
            ..ListApiKeys::default()
        };
        assert_eq!(
            code(client.list_api_keys(&list).await).0,
            "InvalidParameter.maxResults"
        );
    }
    let stranger = AccessKey {
        id: "LTAI5tNotKnownHere000001".to_owned(),
        ..running.access_key.clone()
    };
    let refused = running
        .client_with(stranger)
        .list_api_keys(&ListApiKeys::default())
        .await;
    assert_eq!(
        code(refused),
        ("InvalidAccessKeyId.NotFound".to_owned(), 404)
    );
    running.stop().await;
}
