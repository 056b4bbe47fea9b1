//! The objects of the control plane: what is written is what the official SDK reads, and every shape that the platform is
//! said to write is read.

// Clippy knows test functions and not what they call.
#![allow(clippy::unwrap_used)]

use model_studio::control::wire::{
    ApiKey, ApiKeyPage, Auth, AuthKind, Envelope, ModelAccessScope, Workspace,
};
use serde_json::{Value, json};

fn key(value: Value) -> ApiKey {
    serde_json::from_value(value).unwrap()
}

#[test]
fn a_key_is_written_as_the_sdk_reads_it() {
    let key = ApiKey {
        api_key_id: 9_007_199_254_740_993,
        api_key_value: "sk-ws-abc…wxyz".to_owned(),
        created_by: "1234".to_owned(),
        description: "生产".to_owned(),
        disabled: true,
        gmt_create: 1_790_000_000_000,
        workspace_id: "ws-1".to_owned(),
        workspace_name: "default".to_owned(),
        auth: Auth {
            kind: AuthKind::Custom,
            access_ips: vec!["10.0.0.0/8".to_owned()],
            model_access_scope: ModelAccessScope {
                allow_all_models: false,
                accessible_models: vec!["qwen-plus".to_owned()],
            },
        },
    };
    let written = serde_json::to_value(&key).unwrap();
    // In the SDK's models the permission and its scope are objects, also in lists.
    let expected = json!({
        "apiKeyId": 9_007_199_254_740_993_i64, "apiKeyValue": "sk-ws-abc…wxyz", "createdBy": "1234",
        "description": "生产", "disabled": 1, "gmtCreate": 1_790_000_000_000_i64, "workspaceId": "ws-1",
        "workspaceName": "default",
        "auth": {
            "type": "Custom", "accessIps": ["10.0.0.0/8"],
            "modelAccessScope": {"allowAllModels": false, "accessibleModels": ["qwen-plus"]},
        },
    });
    assert_eq!(written, expected);
    assert_eq!(self::key(written), key);
}

#[test]
fn a_permission_may_be_the_only_member_of_a_list() {
    let listed = key(json!({
        "apiKeyId": 1,
        "auth": [{"type": "Custom", "accessIps": ["::1"],
                  "modelAccessScope": [{"allowAllModels": "False", "accessibleModels": ["m"]}]}],
    }));
    assert_eq!(listed.auth.kind, AuthKind::Custom);
    assert_eq!(listed.auth.access_ips, ["::1"]);
    assert!(!listed.auth.model_access_scope.allow_all_models);
    assert_eq!(
        key(json!({"apiKeyId": 1, "auth": []})).auth,
        Auth::default()
    );
}

#[test]
fn what_is_missing_or_null_has_a_meaning() {
    let bare = key(json!({"apiKeyId": "42"}));
    assert_eq!(
        (bare.api_key_id, bare.disabled, bare.gmt_create),
        (42, false, 0)
    );
    assert_eq!(bare.auth, Auth::default());
    assert!(bare.auth.model_access_scope.allow_all_models);
    let nulls = key(json!({
        "apiKeyId": 42, "apiKeyValue": null, "createdBy": null, "description": null, "disabled": null,
        "gmtCreate": null, "workspaceId": null, "workspaceName": null, "auth": null,
    }));
    assert_eq!(nulls, bare);
    let partial = key(
        json!({"apiKeyId": 42, "auth": {"type": null, "accessIps": null, "modelAccessScope": null}}),
    );
    assert_eq!(partial.auth, Auth::default());
}

#[test]
fn numbers_flags_and_ids_come_in_several_spellings() {
    for (flag, disabled) in [
        (json!(1), true),
        (json!(true), true),
        (json!("1"), true),
        (json!(0), false),
        (json!("False"), false),
    ] {
        assert_eq!(
            key(json!({"apiKeyId": 1, "disabled": flag})).disabled,
            disabled,
            "{flag}"
        );
    }
    let numbers = key(
        json!({"apiKeyId": 1, "gmtCreate": "1790000000000", "createdBy": 1234, "workspaceId": 7}),
    );
    assert_eq!(numbers.gmt_create, 1_790_000_000_000);
    assert_eq!(
        (numbers.created_by.as_str(), numbers.workspace_id.as_str()),
        ("1234", "7")
    );
}

#[test]
fn a_key_without_an_id_or_with_nonsense_is_refused_without_repeating_it() {
    for wrong in [
        json!({}),
        json!({"apiKeyId": null}),
        json!({"apiKeyId": 1.5}),
        json!({"apiKeyId": "sk-nonsense"}),
        json!({"apiKeyId": 1, "disabled": "sk-nonsense"}),
        json!({"apiKeyId": 1, "description": {"sk-nonsense": 1}}),
        json!({"apiKeyId": 1, "auth": "sk-nonsense"}),
    ] {
        let error = serde_json::from_value::<ApiKey>(wrong)
            .unwrap_err()
            .to_string();
        assert!(!error.contains("nonsense"), "{error}");
    }
}

#[test]
fn a_whole_value_in_a_list_is_masked_as_it_is_read() {
    let listed = key(json!({"apiKeyId": 1, "apiKeyValue": "sk-0123456789abcdef0123456789abcdef"}));
    assert_eq!(listed.api_key_value, "sk-012…cdef");
    assert_eq!(
        key(json!({"apiKeyId": 1, "apiKeyValue": "sk-0***f"})).api_key_value,
        "sk-0***f"
    );
}

#[test]
fn a_scope_that_only_lists_models_limits_and_an_unknown_type_does_too() {
    let scope =
        key(json!({"apiKeyId": 1, "auth": {"modelAccessScope": {"accessibleModels": ["m"]}}}));
    assert!(!scope.auth.model_access_scope.allow_all_models);
    let future = key(json!({"apiKeyId": 1, "auth": {"type": "Restricted"}}));
    assert_eq!(future.auth.kind, AuthKind::Custom);
}

#[test]
fn pages_envelopes_and_workspaces_are_read() {
    let body = r#"{"apiKeys":[{"apiKeyId":1}],"totalCount":"3","maxResults":1,"nextToken":2,"requestId":"r","success":true}"#;
    let page: ApiKeyPage = serde_json::from_str(body).unwrap();
    assert_eq!(
        (
            page.api_keys.len(),
            page.total_count,
            page.next_token.as_str()
        ),
        (1, 3, "2")
    );
    let envelope: Envelope = serde_json::from_str(body).unwrap();
    assert_eq!(
        (
            envelope.success,
            envelope.request_id.as_str(),
            envelope.http_status_code
        ),
        (Some(true), "r", None)
    );
    let empty: ApiKeyPage = serde_json::from_str(r#"{"apiKeys":null,"nextToken":null}"#).unwrap();
    assert_eq!(empty, ApiKeyPage::default());
    let workspace: Workspace = serde_json::from_value(
        json!({"workspaceId": "ws-1", "apiHost": "127.0.0.1:1", "gmtCreate": 5}),
    )
    .unwrap();
    let written = serde_json::to_value(&workspace).unwrap();
    assert_eq!(written["apiHost"], "127.0.0.1:1");
    assert_eq!(written["workspaceName"], "");
}
