//! What holds for the models by every protocol: who is refused, and how; what is too large; what is counted,
//! and what is limited.

#![allow(clippy::unwrap_used, clippy::panic)] // In a test a panic is the verdict.

mod support;

use model_studio::control::UpdateModelLimits;
use model_studio::control::wire::{LimitChange, LimitOperation};
use reqwest::Method;
use serde_json::{Value, json};
use support::data::{asking, asking_with, only, sent};
use support::{Running, start};

const GENERATION: &str = "/api/v1/services/aigc/text-generation/generation";
const CHAT: &str = "/compatible-mode/v1/chat/completions";
const RESPONSES: &str = "/compatible-mode/v1/responses";
const MESSAGES: &str = "/apps/anthropic/v1/messages";

/// Every path that answers for a model, and how it is asked.
fn protocols(model: &str, text: &str) -> [(&'static str, Value); 4] {
    let messages = json!([{ "role": "user", "content": text }]);
    [
        (
            GENERATION,
            json!({ "model": model, "input": { "messages": messages } }),
        ),
        (CHAT, json!({ "model": model, "messages": messages })),
        (RESPONSES, json!({ "model": model, "input": text })),
        (
            MESSAGES,
            json!({ "model": model, "max_tokens": 99_999_999, "messages": messages }),
        ),
    ]
}

/// The code of a refusal, in whichever shape.
fn code(body: &Value) -> String {
    let places = ["/code", "/error/code", "/error/type"];
    let mut found = places
        .iter()
        .filter_map(|place| body.pointer(place)?.as_str());
    found.next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn every_protocol_refuses_in_its_own_words() {
    let running = start().await;
    let (_, asking) = asking(&running).await;
    let stranger = asking.with_key("sk-ws-wrong");
    let words = [
        "InvalidApiKey",
        "invalid_api_key",
        "invalid_api_key",
        "authentication_error",
    ];
    for ((path, body), word) in protocols("qwen-plus", "hi").into_iter().zip(words) {
        let answer = stranger.post(path, &body).await;
        assert_eq!(
            (answer.status, code(&answer.json()).as_str()),
            (401, word),
            "{path}"
        );
        assert!(!answer.text.contains("sk-ws-wrong"));
    }
    let words = [
        "ModelNotFound",
        "model_not_found",
        "model_not_found",
        "not_found_error",
    ];
    for ((path, body), word) in protocols("none", "hi").into_iter().zip(words) {
        let answer = asking.post(path, &body).await;
        assert_eq!(
            (answer.status, code(&answer.json()).as_str()),
            (404, word),
            "{path}"
        );
    }
    let words = [
        "InvalidParameter",
        "invalid_request_error",
        "invalid_request_error",
        "invalid_request_error",
    ];
    for ((path, _), word) in protocols("qwen-plus", "hi").into_iter().zip(words) {
        for wrong in [
            "",
            "{",
            "[]",
            r#"{"model": 1}"#,
            r#"{"model": "qwen-plus", "messages": "x", "input": 7}"#,
        ] {
            let request = asking.request(Method::POST, path).body(wrong.to_owned());
            let answer = sent(request).await;
            assert_eq!(
                (answer.status, code(&answer.json()).as_str()),
                (400, word),
                "{path} {wrong}"
            );
        }
    }
    let mistaken = [
        (
            json!({ "input": { "prompt": "x" } }),
            "BadRequest.EmptyModel",
        ),
        (json!({ "model": "qwen-plus" }), "BadRequest.EmptyInput"),
        (
            json!({ "model": "qwen-plus", "input": {} }),
            "BadRequest.EmptyInput",
        ),
    ];
    for (body, word) in mistaken {
        assert_eq!(asking.post(GENERATION, &body).await.refusal().1, word);
    }
}

#[tokio::test]
async fn a_model_out_of_the_keys_reach_is_refused_everywhere() {
    let running = start().await;
    let (_, asking) = asking_with(&running, only(&["qwen-max"])).await;
    for (path, body) in protocols("qwen-plus", "hi") {
        let answer = asking.post(path, &body).await;
        assert_eq!(answer.status, 403, "{path}: {}", answer.text);
    }
    for (path, body) in protocols("qwen-max", "hi") {
        assert_eq!(asking.post(path, &body).await.status, 200, "{path}");
    }
}

#[tokio::test]
async fn a_long_text_passes_and_a_body_that_is_too_large_does_not() {
    let running = start().await;
    let (_, asking) = asking(&running).await;
    let long = "word ".repeat(100_000);
    let too_long = "x".repeat(8 * 1024 * 1024);
    for (path, body) in protocols("qwen-plus", &long) {
        let answer = asking.streamed(path, body).await;
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.text.contains("word word"), "{path}");
    }
    for (path, body) in protocols("qwen-plus", &too_long) {
        assert_eq!(asking.post(path, &body).await.status, 413, "{path}");
    }
}

#[tokio::test]
async fn every_call_is_counted_and_a_task_when_it_has_succeeded() {
    let running = start().await;
    let (id, asking) = asking(&running).await;
    for (path, body) in protocols("qwen-plus", "hi") {
        assert_eq!(asking.post(path, &body).await.status, 200);
        assert_eq!(asking.streamed(path, body).await.status, 200);
    }
    let body = json!({ "model": "qwen-plus", "input": { "prompt": "hi" } });
    let asynchronous = [("X-DashScope-Async", "enable")];
    for parameters in [
        json!({}),
        json!({ "echo_fails": true }),
        json!({ "echo_pending_seconds": 99 }),
    ] {
        let mut body = body.clone();
        body["parameters"] = parameters;
        assert_eq!(
            asking
                .post_with(GENERATION, &asynchronous, &body)
                .await
                .status,
            200
        );
    }
    running.clock.move_by(5);
    assert_eq!(counted(running).await, (id, 9, 9, 63));
}

/// Key, calls, input tokens and output tokens: the one row that the server leaves when it has ended.
async fn counted(running: Running) -> (i64, i64, i64, i64) {
    let folder = running.stop().await;
    let path = folder.path().join("local-studio.sqlite3");
    let database = rusqlite::Connection::open(path).unwrap();
    database
        .query_row(
            "SELECT api_key_id, calls, input_tokens, output_tokens FROM usage",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
        )
        .unwrap()
}

/// Sets the limit of qwen-plus for the default workspace.
async fn limit(running: &Running, change: LimitChange) {
    let update = UpdateModelLimits {
        workspace_id: running.workspace_id.clone(),
        limits: vec![change],
    };
    let batches = running.client().update_model_limits(&update).await;
    assert!(batches[0].is_done(), "{batches:?}");
}

fn requests(in_a_minute: i64) -> LimitChange {
    LimitChange {
        operation_type: LimitOperation::Overlay,
        request_limit: Some(in_a_minute),
        request_limit_period: Some(60),
        ..LimitChange::deletion("qwen-plus")
    }
}

#[tokio::test]
async fn a_workspace_is_held_to_its_limit_by_every_protocol_and_key() {
    let running = start().await;
    let (_, one) = asking(&running).await;
    let (_, other) = asking(&running).await;
    limit(&running, requests(4)).await;
    let words = [
        "Throttling.RateQuota",
        "limit_requests",
        "limit_requests",
        "rate_limit_error",
    ];
    for (turn, status) in [200, 429, 429, 200].into_iter().enumerate() {
        for ((path, body), word) in protocols("qwen-plus", "hi").into_iter().zip(words) {
            let asking = if turn % 2 == 0 { &one } else { &other };
            let answer = asking.post(path, &body).await;
            assert_eq!(answer.status, status, "{turn} {path} {}", answer.text);
            if status == 429 {
                assert_eq!(code(&answer.json()), word, "{path}");
            }
        }
        // What is not a call of the model is not held up by it.
        assert_eq!(
            one.post(CHAT, &protocols("qwen-max", "hi")[1].1)
                .await
                .status,
            200
        );
        assert_eq!(one.get("/compatible-mode/v1/models").await.status, 200);
        if turn == 2 {
            running.clock.move_by(60);
        }
    }
    // A task is a call, too; and without a limit all is as before.
    let (generation, body) = &protocols("qwen-plus", "hi")[0];
    let task = [("X-DashScope-Async", "enable")];
    let refused = one.post_with(generation, &task, body).await.refusal();
    assert_eq!(refused, (429, "Throttling.RateQuota".to_owned()));
    limit(&running, LimitChange::deletion("qwen-plus")).await;
    assert_eq!(one.post_with(generation, &task, body).await.status, 200);
}

#[tokio::test]
async fn a_workspace_whose_tokens_are_used_up_has_to_wait() {
    let running = start().await;
    let (_, asking) = asking(&running).await;
    let tokens = LimitChange {
        operation_type: LimitOperation::Overlay,
        usage_limit: Some(10),
        usage_limit_period: Some(60),
        ..LimitChange::deletion("qwen-plus")
    };
    limit(&running, tokens).await;
    let (path, body) = &protocols("qwen-plus", "one two three four five six")[0];
    let first = asking.post(path, body).await;
    assert!(
        first.json()["usage"]["total_tokens"].as_i64() > Some(10),
        "{}",
        first.text
    );
    let refused = asking.post(path, body).await.refusal();
    assert_eq!(refused, (429, "Throttling.AllocationQuota".to_owned()));
    running.clock.move_by(60);
    assert_eq!(asking.post(path, body).await.status, 200);
}
