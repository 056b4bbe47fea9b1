//! Tasks, with a clock that is moved by hand.

#![allow(clippy::unwrap_used, clippy::panic)] // In a test a panic is the verdict.

mod support;

use local_studio::{Faults, Personality};
use serde_json::{Value, json};
use support::data::{Asking, asking};
use support::{start, start_in};

const GENERATION: &str = "/api/v1/services/aigc/text-generation/generation";
const TASKS: &str = "/api/v1/tasks";
const DAY: i64 = 24 * 60 * 60;

async fn made(asking: &Asking, model: &str, parameters: Value) -> String {
    let body = json!({ "model": model, "input": { "prompt": "hi" }, "parameters": parameters });
    let header = [("X-DashScope-Async", "enable")];
    let answer = asking.post_with(GENERATION, &header, &body).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    let output = &answer.json()["output"];
    assert_eq!(output["task_status"], "PENDING");
    output["task_id"].as_str().unwrap().to_owned()
}

async fn read(asking: &Asking, task_id: &str) -> Value {
    let answer = asking.get(&format!("{TASKS}/{task_id}")).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    let body = answer.json();
    assert!(body["request_id"].is_string(), "{body}");
    body
}

async fn state(asking: &Asking, task_id: &str) -> String {
    let body = read(asking, task_id).await;
    body["output"]["task_status"].as_str().unwrap().to_owned()
}

async fn cancel(asking: &Asking, task_id: &str) -> (u16, String) {
    let path = format!("{TASKS}/{task_id}/cancel");
    asking.post(&path, &Value::Null).await.refusal()
}

async fn listed(asking: &Asking, query: &str) -> Value {
    let answer = asking.get(&format!("{TASKS}?{query}")).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()
}

fn ids(list: &Value) -> Vec<&str> {
    let rows = list["data"].as_array().unwrap().iter();
    rows.map(|row| row["task_id"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn the_clock_takes_a_task_through_its_states() {
    let running = start().await;
    let (_, asking) = asking(&running).await;
    let times = json!({ "echo_pending_seconds": 5, "echo_running_seconds": 10 });
    let task = made(&asking, "qwen-plus", times).await;
    for (seconds, expected) in [
        (4, "PENDING"),
        (1, "RUNNING"),
        (9, "RUNNING"),
        (1, "SUCCEEDED"),
        (DAY - 1, "SUCCEEDED"),
        (1, "UNKNOWN"),
    ] {
        running.clock.move_by(seconds);
        assert_eq!(state(&asking, &task).await, expected, "{seconds}");
    }
}

#[tokio::test]
async fn a_task_says_what_there_is_to_say() {
    let running = start().await;
    let (_, asking) = asking(&running).await;
    let parameters = json!({ "result_format": "message" });
    let task = made(&asking, "qwen-plus", parameters).await;
    let output = read(&asking, &task).await["output"].take();
    assert_eq!(output["submit_time"], "2026-09-21 22:13:20.000");
    assert!(output.get("end_time").is_none() && output.get("results").is_none());
    running.clock.move_by(5);
    let done = read(&asking, &task).await;
    let output = &done["output"];
    assert_eq!(output["scheduled_time"], "2026-09-21 22:13:22.000");
    assert_eq!(output["end_time"], "2026-09-21 22:13:25.000");
    let said = &output["results"][0]["choices"][0]["message"]["content"];
    assert_eq!(said, "Echo of This computer: hi");
    assert_eq!(
        output["task_metrics"],
        json!({ "TOTAL": 1, "SUCCEEDED": 1, "FAILED": 0 })
    );
    assert_eq!(done["usage"]["total_tokens"], 8);

    let failing =
        json!({ "echo_fails": true, "echo_pending_seconds": 0, "echo_running_seconds": 0 });
    let task = made(&asking, "qwen-plus", failing).await;
    let output = read(&asking, &task).await["output"].take();
    assert_eq!(output["task_status"], "FAILED");
    assert_eq!(output["code"], "InternalError.Algo");
    assert_eq!(output["task_metrics"]["FAILED"], 1);

    for unknown in ["0", "a%20b", "%F0%9F%98%80"] {
        assert_eq!(state(&asking, unknown).await, "UNKNOWN");
    }
}

#[tokio::test]
async fn only_what_waits_can_be_cancelled() {
    let running = start().await;
    let (_, asking) = asking(&running).await;
    let in_time = made(&asking, "qwen-plus", json!({})).await;
    let too_late = made(&asking, "qwen-plus", json!({})).await;
    assert_eq!(cancel(&asking, &in_time).await.0, 200);
    assert_eq!(state(&asking, &in_time).await, "CANCELED");
    let refused = (400, "UnsupportedOperation".to_owned());
    assert_eq!(cancel(&asking, &in_time).await, refused);
    running.clock.move_by(2);
    assert_eq!(cancel(&asking, &too_late).await, refused);
    running.clock.move_by(3);
    assert_eq!(cancel(&asking, &too_late).await, refused);
    assert_eq!(cancel(&asking, "nobody").await, refused);
    // Cancelled stays cancelled, and too late was too late.
    assert_eq!(state(&asking, &in_time).await, "CANCELED");
    assert_eq!(state(&asking, &too_late).await, "SUCCEEDED");
}

#[tokio::test]
async fn twenty_times_a_second_of_each_kind() {
    let running = start().await;
    let (_, one) = asking(&running).await;
    let (_, other) = asking(&running).await;
    let throttled = (429, "Throttling.RateQuota".to_owned());
    for turn in 0..20 {
        // The account has them, not the key.
        let asking = if turn % 2 == 0 { &one } else { &other };
        assert_eq!(state(asking, "x").await, "UNKNOWN");
        listed(asking, "").await;
        assert_eq!(cancel(asking, "x").await.0, 400);
    }
    assert_eq!(one.get("/api/v1/tasks/x").await.refusal(), throttled);
    assert_eq!(other.get(TASKS).await.refusal(), throttled);
    assert_eq!(cancel(&other, "x").await, throttled);
    running.clock.move_by(1);
    assert_eq!(state(&one, "x").await, "UNKNOWN");
    listed(&one, "").await;
    assert_eq!(cancel(&one, "x").await.0, 400);
}

#[tokio::test]
async fn every_key_sees_all_tasks_and_filters_find_them() {
    let running = start().await;
    let (one_id, one) = asking(&running).await;
    let (_, other) = asking(&running).await;
    let first = made(&one, "qwen-plus", json!({})).await;
    running.clock.move_by(10);
    let second = made(&other, "qwen-max", json!({})).await;
    let third = made(&other, "qwen-max", json!({})).await;
    assert_eq!(cancel(&one, &third).await.0, 200);

    let all = listed(&one, "").await;
    assert_eq!(ids(&all), [&third, &second, &first]);
    assert_eq!((&all["total"], &all["total_page"]), (&json!(3), &json!(1)));
    assert_eq!(
        (&all["page_no"], &all["page_size"]),
        (&json!(1), &json!(10))
    );
    let row = &all["data"][2];
    assert_eq!(row["status"], "SUCCEEDED");
    assert_eq!(row["region"], "this-computer");
    assert_eq!(row["gmt_create"], 1_790_000_000_000_i64);
    assert_eq!(row["end_time"], 1_790_000_005_000_i64);
    assert_eq!(row["api_key_id"], one_id.to_string());

    for (query, expected) in [
        (format!("api_key_id={one_id}"), vec![&first]),
        ("model_name=qwen-max".to_owned(), vec![&third, &second]),
        ("status=PENDING".to_owned(), vec![&second]),
        (
            "status=CANCELED&model_name=qwen-max".to_owned(),
            vec![&third],
        ),
        (format!("task_id={second}"), vec![&second]),
        (
            "region=this-computer&page_size=2&page_no=2".to_owned(),
            vec![&first],
        ),
        ("region=cn-beijing".to_owned(), vec![]),
        (
            "start_time=20260921221321".to_owned(),
            vec![&third, &second],
        ),
        ("end_time=20260921221320".to_owned(), vec![&first]),
        (
            "start_time=20260921221320&end_time=20260921221329".to_owned(),
            vec![&first],
        ),
    ] {
        let list = listed(&other, &query).await;
        assert_eq!(ids(&list), expected, "{query}");
    }
    running.clock.move_by(1);
    assert_eq!(ids(&other.get("/api/v1/tasks/").await.json()).len(), 3);
    let wrong = [
        "status=UNKNOWN",
        "status=done",
        "page_no=0",
        "page_size=101",
        "page_size=x",
        "api_key_id=x",
        "start_time=yesterday",
        "start_time=20260920000000&end_time=20260921000001",
    ];
    for query in wrong {
        let answer = one.get(&format!("{TASKS}?{query}")).await;
        assert_eq!(
            answer.refusal(),
            (400, "InvalidParameter".to_owned()),
            "{query}"
        );
    }
}

#[tokio::test]
async fn what_a_task_is_made_of_is_checked_first() {
    let running = start().await;
    let (_, asking) = asking(&running).await;
    let header = [("X-DashScope-Async", "enable")];
    for (model, parameters, expected) in [
        ("qwen-plus", json!({ "echo_pending_seconds": -1 }), 400),
        ("qwen-plus", json!({ "echo_running_seconds": 3_601 }), 400),
        ("qwen-plus", json!({ "echo_fails": "yes" }), 400),
        ("qwen-plus", json!({ "result_format": "poem" }), 400),
        ("nothing", json!({}), 404),
    ] {
        let body = json!({ "model": model, "input": { "prompt": "hi" }, "parameters": parameters });
        let answer = asking.post_with(GENERATION, &header, &body).await;
        assert_eq!(answer.status, expected, "{}", answer.text);
    }
    assert_eq!(listed(&asking, "").await["total"], 0);
}

#[tokio::test]
async fn tasks_survive_a_restart() {
    let running = start().await;
    let (_, asking) = asking(&running).await;
    let task = made(&asking, "qwen-plus", json!({})).await;
    let folder = running.stop().await;
    let running = start_in(folder, Personality::default(), Faults::default()).await;
    let asking = Asking::of(&running, &asking.key);
    assert_eq!(state(&asking, &task).await, "PENDING");
    running.clock.move_by(5);
    assert_eq!(state(&asking, &task).await, "SUCCEEDED");
}
