//! Every operation of the client against what the official SDK was seen to send: the same method, path, query, form and
//! content type, and a signature that holds.

// Clippy knows test functions and not what they call.
#![allow(clippy::unwrap_used)]

mod support;

use model_studio::control::wire::{Auth, AuthKind, ModelAccessScope};
use model_studio::control::{
    ControlClient, CreateApiKey, CreateWorkspace, ListApiKeys, ListWorkspaces, Order, OrderBy,
    UpdateApiKey,
};
use support::sdk::{assert_like_sdk, of_sdk};
use support::{Server, json};

const ANSWER: &str = r#"{"success":true,"requestId":"r","isDeleted":true,"failReasons":[],
    "apiKey":{"apiKeyId":42,"apiKeyValue":"sk-0123456789abcdef0123456789abcdef","workspaceId":"ws-1"},
    "workspace":{"workspaceId":"ws-2","workspaceName":"team a"}}"#;

async fn server() -> (Server, ControlClient) {
    let server = Server::start(|_, _| json(200, ANSWER)).await;
    let client = server.client();
    (server, client)
}

fn custom(addresses: &[&str], models: Option<&[&str]>) -> Auth {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    Auth {
        kind: AuthKind::Custom,
        access_ips: owned(addresses),
        model_access_scope: ModelAccessScope {
            allow_all_models: models.is_none(),
            accessible_models: owned(models.unwrap_or_default()),
        },
    }
}

#[tokio::test]
async fn creating_keys() {
    let (server, client) = server().await;
    let plain = CreateApiKey {
        description: "plain".to_owned(),
        ..CreateApiKey::default()
    };
    let created = client.create_api_key(&plain).await.unwrap();
    assert_eq!(
        (created.api_key_id, created.workspace_id.as_str()),
        (42, "ws-1")
    );
    assert_eq!(created.value.masked(), "sk-012…cdef");
    let limited = CreateApiKey {
        workspace_id: Some("ws-1".to_owned()),
        description: "a b*c~d/é中文&=+%".to_owned(),
        auth: Some(custom(
            &["1.2.3.4", "10.0.0.0/8", "::/0", "2001:db8::1"],
            Some(&["qwen-plus", "qwen3-max"]),
        )),
    };
    client.create_api_key(&limited).await.unwrap();
    let all = CreateApiKey {
        auth: Some(Auth::default()),
        ..CreateApiKey::default()
    };
    client.create_api_key(&all).await.unwrap();

    let sdk = of_sdk("CreateApiKey");
    let asked = server.asked();
    assert_eq!(asked.len(), 3);
    for (asked, sdk) in asked.iter().zip(&sdk) {
        assert_like_sdk(asked, sdk);
    }
}

#[tokio::test]
async fn listing_keys() {
    let (server, client) = server().await;
    client.list_api_keys(&ListApiKeys::default()).await.unwrap();
    let narrow = ListApiKeys {
        api_key_id: Some(42),
        description: Some("生产 环境".to_owned()),
        workspace_id: Some("ws-1".to_owned()),
        max_results: Some(50),
        next_token: Some("AAA+/=".to_owned()),
        order: Some(Order::Ascending),
        order_by: Some(OrderBy::GmtCreate),
    };
    client.list_api_keys(&narrow).await.unwrap();
    for (asked, sdk) in server.asked().iter().zip(&of_sdk("ListApiKeys")) {
        assert_like_sdk(asked, sdk);
        // Byte for byte: a list has no character that the two encoders write differently.
        assert_eq!(
            asked.query,
            sdk.target.split_once('?').map_or("", |(_, query)| query)
        );
    }
}

#[tokio::test]
async fn one_key() {
    let (server, client) = server().await;
    let key = client.get_api_key(42).await.unwrap();
    assert_eq!(key.api_key_value, "sk-012…cdef");
    let change = UpdateApiKey {
        description: Some("renamed".to_owned()),
        auth: Some(custom(&["203.0.113.0/24"], None)),
    };
    client.update_api_key(42, &change).await.unwrap();
    client.disable_api_key(42).await.unwrap();
    client.enable_api_key(42).await.unwrap();
    let reset = client.reset_api_key(42).await.unwrap();
    assert_eq!(
        (reset.api_key_id, reset.value.masked().as_str()),
        (42, "sk-012…cdef")
    );
    client.delete_api_key(42).await.unwrap();

    let actions = [
        "GetApiKey",
        "UpdateApiKey",
        "DisableApiKey",
        "EnableApiKey",
        "ResetApiKey",
        "DeleteApiKey",
    ];
    let asked = server.asked();
    assert_eq!(asked.len(), actions.len());
    for (asked, action) in asked.iter().zip(actions) {
        assert_like_sdk(asked, &of_sdk(action)[0]);
    }
}

#[tokio::test]
async fn a_description_can_be_cleared_and_left_alone() {
    let (server, client) = server().await;
    client
        .update_api_key(
            1,
            &UpdateApiKey {
                description: Some(String::new()),
                auth: None,
            },
        )
        .await
        .unwrap();
    client
        .update_api_key(1, &UpdateApiKey::default())
        .await
        .unwrap();
    let asked = server.asked();
    assert_eq!(asked[0].query, "description=");
    assert_eq!(asked[1].query, "");
}

#[tokio::test]
async fn workspaces() {
    let (server, client) = server().await;
    let listed = ListWorkspaces {
        max_results: Some(10),
        ..ListWorkspaces::default()
    };
    client.list_workspaces(&listed).await.unwrap();
    let narrow = ListWorkspaces {
        workspace_id: Some("ws-1".to_owned()),
        workspace_name: Some("te am".to_owned()),
        max_results: Some(10),
        next_token: Some("AA+".to_owned()),
    };
    client.list_workspaces(&narrow).await.unwrap();
    let request = CreateWorkspace {
        name: "team a".to_owned(),
        service_site: Some("global".to_owned()),
    };
    assert_eq!(
        client
            .create_workspace(&request)
            .await
            .unwrap()
            .workspace_id,
        "ws-2"
    );
    client.delete_workspace("ws-1").await.unwrap();
    let sdk = ["ListWorkspaces", "CreateWorkspace", "DeleteWorkspace"]
        .into_iter()
        .flat_map(of_sdk);
    let asked = server.asked();
    assert_eq!(asked.len(), 4);
    for (asked, sdk) in asked.iter().zip(sdk) {
        assert_like_sdk(asked, &sdk);
    }
}

#[tokio::test]
async fn every_request_has_its_own_nonce_and_our_name() {
    let (server, client) = server().await;
    for _ in 0..20 {
        client.get_api_key(1).await.unwrap();
    }
    let asked = server.asked();
    let nonces: std::collections::BTreeSet<_> = asked
        .iter()
        .map(|asked| asked.header("x-acs-signature-nonce").unwrap())
        .collect();
    assert_eq!(nonces.len(), 20);
    assert!(
        asked[0]
            .header("user-agent")
            .unwrap()
            .starts_with("studio-keys/")
    );
}
