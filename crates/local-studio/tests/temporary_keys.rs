//! Temporary keys: what they may, and when they end.

#![allow(clippy::unwrap_used, clippy::panic)] // In a test a panic is the verdict.

mod support;

use local_studio::{Faults, Personality};
use serde_json::{Value, json};
use support::data::{Asking, asking, asking_with, only};
use support::{Running, start, start_in};

const TOKENS: &str = "/api/v1/tokens";
const MODELS: &str = "/compatible-mode/v1/models";
const GENERATION: &str = "/api/v1/services/aigc/text-generation/generation";

async fn token(parent: &Asking, seconds: i64) -> (Asking, i64) {
    let path = format!("{TOKENS}?expire_in_seconds={seconds}");
    let answer = parent.post(&path, &Value::Null).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    let body = answer.json();
    let value = body["token"].as_str().unwrap();
    assert!(value.starts_with("st-"), "{body}");
    (parent.with_key(value), body["expires_at"].as_i64().unwrap())
}

async fn generate(asking: &Asking, model: &str) -> (u16, String) {
    let body = json!({ "model": model, "input": { "prompt": "hi" } });
    asking.post(GENERATION, &body).await.refusal()
}

fn refused() -> (u16, String) {
    (401, "InvalidApiKey".to_owned())
}

fn now(running: &Running) -> i64 {
    use model_studio::clock::Clock;
    running.clock.now().as_second()
}

#[tokio::test]
async fn it_works_to_its_last_second() {
    let running = start().await;
    let (_, parent) = asking(&running).await;
    let (short, expires_at) = token(&parent, 1).await;
    assert_eq!(expires_at, now(&running) + 1);
    let (long, _) = token(&parent, 1_800).await;
    assert_eq!(generate(&short, "qwen-plus").await.0, 200);
    running.clock.move_by(1);
    assert_eq!(generate(&short, "qwen-plus").await, refused());
    running.clock.move_by(1_798);
    assert_eq!(long.get(MODELS).await.status, 200);
    running.clock.move_by(1);
    assert_eq!(long.get(MODELS).await.status, 401);
    running.clock.move_by(1);
    assert_eq!(generate(&long, "qwen-plus").await, refused());
    assert_eq!(generate(&parent, "qwen-plus").await.0, 200);
}

#[tokio::test]
async fn the_time_is_what_was_asked_for_or_a_minute() {
    let running = start().await;
    let (_, parent) = asking(&running).await;
    let answer = parent.post(TOKENS, &Value::Null).await;
    assert_eq!(answer.json()["expires_at"], now(&running) + 60);
    // Whoever compares clocks finds the server's in the answer.
    let date = jiff::fmt::rfc2822::parse(answer.headers["date"].to_str().unwrap()).unwrap();
    assert_eq!(date.timestamp().as_second(), now(&running));
    for wrong in ["0", "1801", "-1", "1.5", "soon", "99999999999999999999"] {
        let path = format!("{TOKENS}?expire_in_seconds={wrong}");
        let answer = parent.post(&path, &Value::Null).await;
        let expected = (400, "InvalidParameter".to_owned());
        assert_eq!(answer.refusal(), expected, "{wrong}");
    }
}

#[tokio::test]
async fn it_may_what_its_parent_may_and_makes_no_other() {
    let running = start().await;
    let (id, parent) = asking_with(&running, only(&["qwen-plus"])).await;
    let (temporary, _) = token(&parent, 60).await;
    assert_eq!(generate(&temporary, "qwen-plus").await.0, 200);
    let (status, code) = generate(&temporary, "qwen-max").await;
    assert_eq!((status, code.as_str()), (403, "Model.AccessDenied"));
    let another = temporary.post(TOKENS, &Value::Null).await;
    assert_eq!(another.refusal(), (403, "AccessDenied".to_owned()));
    for wrong in ["st-", "st-wrong", "", &temporary.key[1..]] {
        let answer = parent.with_key(wrong).post(TOKENS, &Value::Null).await;
        assert_eq!(answer.refusal(), refused(), "{wrong}");
    }
    // A change of the parent's permission is one of its own, at once.
    let change = model_studio::control::UpdateApiKey {
        auth: only(&["qwen-max"]).auth,
        ..Default::default()
    };
    running.client().update_api_key(id, &change).await.unwrap();
    assert_eq!(generate(&temporary, "qwen-plus").await.0, 403);
    assert_eq!(generate(&temporary, "qwen-max").await.0, 200);
}

#[tokio::test]
async fn it_ends_with_its_parent() {
    let running = start().await;
    let client = running.client();
    let (id, parent) = asking(&running).await;
    let (first, _) = token(&parent, 1_800).await;
    client.disable_api_key(id).await.unwrap();
    assert_eq!(generate(&first, "qwen-plus").await, refused());
    client.enable_api_key(id).await.unwrap();
    assert_eq!(generate(&parent, "qwen-plus").await.0, 200);
    // Its end was the end.
    assert_eq!(generate(&first, "qwen-plus").await, refused());

    let (second, _) = token(&parent, 1_800).await;
    client.reset_api_key(id).await.unwrap();
    assert_eq!(generate(&second, "qwen-plus").await, refused());

    let (id, parent) = asking(&running).await;
    let (third, _) = token(&parent, 1_800).await;
    assert_eq!(generate(&third, "qwen-plus").await.0, 200);
    client.delete_api_key(id).await.unwrap();
    assert_eq!(generate(&third, "qwen-plus").await, refused());
}

#[tokio::test]
async fn it_survives_a_restart_and_rests_nowhere_in_the_clear() {
    let running = start().await;
    let (_, parent) = asking(&running).await;
    let (temporary, _) = token(&parent, 1_800).await;
    let folder = running.stop().await;
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let value = temporary.key.as_bytes();
        let found = bytes.windows(value.len()).any(|window| window == value);
        assert!(!found, "{}", path.display());
    }
    let running = start_in(folder, Personality::default(), Faults::default()).await;
    let temporary = Asking::of(&running, &temporary.key);
    assert_eq!(generate(&temporary, "qwen-plus").await.0, 200);
    running.clock.move_by(1_800);
    assert_eq!(generate(&temporary, "qwen-plus").await, refused());
}
