//! Lists that come in pages.

// Clippy knows test functions and not what they call.
#![allow(clippy::unwrap_used)]

mod support;

use model_studio::control::{ListApiKeys, ListModels};
use support::{Asked, Server, json};

/// Three pages of two keys; the token is the number of the next one.
fn page(asked: &Asked) -> String {
    let token = asked
        .pairs()
        .into_iter()
        .find(|(name, _)| name == "nextToken")
        .map(|(_, value)| value);
    let page: i64 = token.map_or(0, |token| token.parse().unwrap());
    let next = if page < 2 {
        (page + 1).to_string()
    } else {
        String::new()
    };
    let (first, second) = (page * 2 + 1, page * 2 + 2);
    format!(
        r#"{{"success":true,"totalCount":6,"maxResults":2,"nextToken":"{next}",
            "apiKeys":[{{"apiKeyId":{first}}},{{"apiKeyId":{second}}}],
            "workspaces":[{{"workspaceId":"ws-{first}"}},{{"workspaceId":"ws-{second}"}}],
            "models":[{{"model":"m-{first}"}},{{"model":"m-{second}","modelInfo":null,"prices":null}}]}}"#
    )
}

#[tokio::test]
async fn every_page_is_followed_with_the_same_filter() {
    let server = Server::start(|_, asked| json(200, &page(asked))).await;
    let request = ListApiKeys {
        max_results: Some(2),
        workspace_id: Some("ws-1".to_owned()),
        ..ListApiKeys::default()
    };
    let keys = server.client().all_api_keys(&request).await.unwrap();
    assert_eq!(
        keys.iter().map(|key| key.api_key_id).collect::<Vec<_>>(),
        [1, 2, 3, 4, 5, 6]
    );
    let asked = server.asked();
    assert_eq!(asked.len(), 3);
    assert!(
        asked
            .iter()
            .all(|asked| asked.query.ends_with("workspaceId=ws-1"))
    );

    let workspaces = server.client().all_workspaces().await.unwrap();
    assert_eq!(workspaces.len(), 6);
}

#[tokio::test]
async fn models_come_in_pages_too() {
    let server = Server::start(|_, asked| json(200, &page(asked))).await;
    let request = ListModels {
        name: Some("m".to_owned()),
        ..ListModels::default()
    };
    let models = server.client().all_models(&request).await.unwrap();
    let names: Vec<String> = models.into_iter().map(|model| model.model).collect();
    assert_eq!(names, ["m-1", "m-2", "m-3", "m-4", "m-5", "m-6"]);
    let asked = server.asked();
    assert_eq!(asked.len(), 3);
    for asked in &asked {
        asked.assert_signed();
        assert_eq!(asked.path, "/modelstudio/models");
        assert_eq!(asked.header("x-acs-action"), Some("ListModels"));
        assert!(asked.query.contains("name=m"), "{}", asked.query);
    }
}

#[tokio::test]
async fn one_page_tells_where_the_next_is() {
    let server = Server::start(|_, asked| json(200, &page(asked))).await;
    let first = server
        .client()
        .list_api_keys(&ListApiKeys::default())
        .await
        .unwrap();
    assert_eq!(
        (first.items.len(), first.total_count, first.max_results),
        (2, 6, 2)
    );
    assert_eq!(first.next_token.as_deref(), Some("1"));
    let last = ListApiKeys {
        next_token: Some("2".to_owned()),
        ..ListApiKeys::default()
    };
    assert_eq!(
        server
            .client()
            .list_api_keys(&last)
            .await
            .unwrap()
            .next_token,
        None
    );
}

#[tokio::test]
async fn a_token_that_comes_again_ends_the_list() {
    let server = Server::start(|number, _| {
        let token = ["a", "b"][number % 2];
        json(
            200,
            &format!(
                r#"{{"success":true,"nextToken":"{token}","apiKeys":[{{"apiKeyId":{number}}}]}}"#
            ),
        )
    })
    .await;
    let keys = server
        .client()
        .all_api_keys(&ListApiKeys::default())
        .await
        .unwrap();
    assert_eq!(
        keys.iter().map(|key| key.api_key_id).collect::<Vec<_>>(),
        [0, 1, 2]
    );
}

#[tokio::test]
async fn a_failure_on_a_later_page_is_a_failure() {
    let server = Server::start(|number, asked| match number {
        0 => json(200, &page(asked)),
        _ => json(
            403,
            r#"{"Code":"NoPermission","Message":"m","RequestId":"r"}"#,
        ),
    })
    .await;
    assert!(
        server
            .client()
            .all_api_keys(&ListApiKeys::default())
            .await
            .is_err()
    );
}
