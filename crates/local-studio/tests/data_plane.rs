//! What a key opens, and who is kept out.

#![allow(clippy::unwrap_used, clippy::panic)] // In a test a panic is the verdict.

mod support;

use model_studio::control::wire::{Auth, AuthKind, ModelAccessScope};
use model_studio::control::{CreateApiKey, UpdateApiKey};
use model_studio::data::{DataError, list_models};
use model_studio::key::KeySecret;
use model_studio::{Reach, http_client};
use secrecy::ExposeSecret;
use support::{Raw, Running, start};

const MODELS: &str = "/compatible-mode/v1/models";

fn custom(addresses: &[&str], models: Option<&[&str]>) -> Option<Auth> {
    let names = |names: &[&str]| names.iter().map(ToString::to_string).collect();
    Some(Auth {
        kind: AuthKind::Custom,
        access_ips: names(addresses),
        model_access_scope: ModelAccessScope {
            allow_all_models: models.is_none(),
            accessible_models: names(models.unwrap_or_default()),
        },
    })
}

async fn key(running: &Running, auth: Option<Auth>) -> (i64, KeySecret) {
    let created = running
        .client()
        .create_api_key(&CreateApiKey {
            auth,
            ..CreateApiKey::default()
        })
        .await
        .unwrap();
    (created.api_key_id, created.value)
}

async fn ask(running: &Running, key: &KeySecret) -> Result<Vec<String>, (u16, String)> {
    let http = http_client(Reach::Loopback).unwrap();
    match list_models(&http, &running.openai_base(), key).await {
        Ok(models) => Ok(models.into_iter().map(|model| model.0).collect()),
        Err(DataError::Refused {
            http_status, code, ..
        }) => Err((http_status, code)),
        Err(other) => panic!("{other}"),
    }
}

#[tokio::test]
async fn a_key_works_until_it_does_not() {
    let running = start().await;
    let client = running.client();
    let (id, value) = key(&running, None).await;
    let refused = Err((401, "invalid_api_key".to_owned()));
    assert!(
        ask(&running, &value)
            .await
            .unwrap()
            .contains(&"qwen-plus".to_owned())
    );
    client.disable_api_key(id).await.unwrap();
    assert_eq!(ask(&running, &value).await, refused);
    client.enable_api_key(id).await.unwrap();
    assert!(ask(&running, &value).await.is_ok());
    let renewed = client.reset_api_key(id).await.unwrap().value;
    assert_eq!(ask(&running, &value).await, refused);
    assert!(ask(&running, &renewed).await.is_ok());
    client.delete_api_key(id).await.unwrap();
    assert_eq!(ask(&running, &renewed).await, refused);
    running.stop().await;
}

#[tokio::test]
async fn the_models_are_those_of_the_key() {
    let running = start().await;
    let (_, value) = key(
        &running,
        custom(&["127.0.0.1"], Some(&["qwen3-max", "unknown"])),
    )
    .await;
    assert_eq!(ask(&running, &value).await.unwrap(), ["qwen3-max"]);
    let (_, value) = key(&running, custom(&["127.0.0.1"], Some(&[]))).await;
    assert_eq!(ask(&running, &value).await.unwrap(), [""; 0]);
}

/// Status and body of asking for one model.
async fn model(running: &Running, key: &KeySecret, name: &str) -> (u16, serde_json::Value) {
    // EXPOSE: a test presents the key by hand.
    let bearer = format!("Bearer {}", key.secret().expose_secret());
    let headers = [("host", "127.0.0.1"), ("authorization", &bearer)];
    let request = Raw::get(&format!("{MODELS}/{name}"), &headers);
    request.send(running.address).await
}

#[tokio::test]
async fn a_model_outside_the_scope_is_refused_until_the_scope_has_it() {
    let running = start().await;
    let (id, value) = key(
        &running,
        custom(&["127.0.0.1"], Some(&["qwen-plus", "gone"])),
    )
    .await;
    let (status, body) = model(&running, &value, "qwen-plus").await;
    assert_eq!((status, body["id"].as_str()), (200, Some("qwen-plus")));
    // Whether there is such a model is not told outside the scope.
    for outside in ["qwen-max", "no-such-model", "qwen-plus%20"] {
        let (status, body) = model(&running, &value, outside).await;
        let error = &body["error"];
        assert_eq!(
            (status, error["code"].as_str()),
            (403, Some("Model.AccessDenied"))
        );
        assert_eq!(error["type"], "Model.AccessDenied");
        assert!(
            error["param"].is_null() && body["request_id"].is_string(),
            "{body}"
        );
    }
    let (status, body) = model(&running, &value, "gone").await;
    assert_eq!(
        (status, body["error"]["code"].as_str()),
        (404, Some("model_not_found"))
    );

    let change = |auth| UpdateApiKey {
        auth,
        ..UpdateApiKey::default()
    };
    let client = running.client();
    let wider = change(custom(&["127.0.0.1"], Some(&["qwen-max"])));
    client.update_api_key(id, &wider).await.unwrap();
    assert_eq!(model(&running, &value, "qwen-max").await.0, 200);
    assert_eq!(model(&running, &value, "qwen-plus").await.0, 403);
    let elsewhere = change(custom(&["127.0.0.2"], None));
    client.update_api_key(id, &elsewhere).await.unwrap();
    let (status, body) = model(&running, &value, "qwen-max").await;
    assert_eq!(
        (status, body["error"]["code"].as_str()),
        (403, Some("access_denied"))
    );
    client.disable_api_key(id).await.unwrap();
    assert_eq!(model(&running, &value, "qwen-max").await.0, 401);
}

#[tokio::test]
async fn the_sockets_address_counts() {
    let running = start().await;
    let (_, value) = key(&running, custom(&["127.0.0.2"], None)).await;
    assert_eq!(
        ask(&running, &value).await,
        Err((403, "access_denied".to_owned()))
    );
    // EXPOSE: a test presents the key by hand.
    let bearer = format!("Bearer {}", value.secret().expose_secret());
    for name in [
        "X-Forwarded-For",
        "X-Real-IP",
        "Forwarded",
        "CF-Connecting-IP",
    ] {
        let request = Raw::get(
            MODELS,
            &[
                ("host", "127.0.0.1"),
                ("authorization", &bearer),
                (name, "127.0.0.2"),
            ],
        );
        assert_eq!(request.send(running.address).await.0, 403, "{name}");
    }
    #[cfg(target_os = "linux")] // Elsewhere 127.0.0.2 is no address of this computer.
    {
        let here: std::net::IpAddr = [127, 0, 0, 2].into();
        let http = reqwest::Client::builder()
            .no_proxy()
            .local_address(here)
            .build()
            .unwrap();
        assert!(
            list_models(&http, &running.openai_base(), &value)
                .await
                .is_ok()
        );
    }
}

#[tokio::test]
async fn refusals_have_openais_shape() {
    let running = start().await;
    for authorization in ["", "Bearer sk-ws-wrong", "Basic c2s=", "Bearer"] {
        let request = Raw::get(
            MODELS,
            &[("host", "localhost"), ("authorization", authorization)],
        );
        let (status, body) = request.send(running.address).await;
        assert_eq!(
            (status, body["error"]["code"].as_str()),
            (401, Some("invalid_api_key")),
            "{authorization}"
        );
        assert_eq!(body["error"]["type"], "invalid_request_error");
        assert!(body["error"]["param"].is_null() && body["request_id"].is_string());
        assert!(!body.to_string().contains("sk-ws-wrong"));
    }
}

#[tokio::test]
async fn pages_in_a_browser_are_kept_out_of_both_planes() {
    let running = start().await;
    let signed = running.signed("nonce");
    for (name, value) in [
        ("origin", "http://localhost:3000"),
        ("origin", "null"),
        ("host", "rebound.example.com"),
    ] {
        let (status, body) = signed
            .clone()
            .with(name, Some(value))
            .send(running.address)
            .await;
        assert_eq!(status, 403, "{name}: {value}");
        assert!(
            body["Code"].as_str().unwrap().starts_with("Forbidden."),
            "{body}"
        );
        let request = Raw::get(MODELS, &[("host", "127.0.0.1")]).with(name, Some(value));
        let (status, body) = request.send(running.address).await;
        assert_eq!(status, 403, "{name}: {value}");
        assert!(body["error"]["code"].is_string(), "{body}");
    }
    let preflight = Raw {
        method: "OPTIONS".to_owned(),
        ..Raw::get(MODELS, &[("host", "127.0.0.1")])
    };
    assert_eq!(
        preflight
            .with("origin", Some("https://example.com"))
            .send(running.address)
            .await
            .0,
        403
    );
}

#[tokio::test]
async fn other_paths_and_methods_are_clean_404s() {
    let running = start().await;
    for (method, path, pointer) in [
        ("POST", MODELS, "/error/code"),
        ("POST", "/compatible-mode/v1/embeddings", "/error/code"),
        ("GET", "/api/v1/models", "/code"),
        ("GET", "/api/v1/tokens", "/code"),
        ("GET", "/apps/anthropic/v1/models", "/error/type"),
        ("GET", "/", "/code"),
        ("GET", "/favicon.ico", "/code"),
    ] {
        let request = Raw {
            method: method.to_owned(),
            ..Raw::get(path, &[("host", "127.0.0.1")])
        };
        let (status, body) = request.send(running.address).await;
        assert_eq!(status, 404, "{path}");
        assert!(
            body.pointer(pointer)
                .is_some_and(serde_json::Value::is_string),
            "{path}: {body}"
        );
        assert!(body["request_id"].is_string());
    }
}
