//! The echo by the protocols of OpenAI and of Anthropic: whole, and in the order of events that their clients wait for.

#![allow(clippy::unwrap_used, clippy::panic)] // In a test a panic is the verdict.

mod support;

use serde_json::json;
use support::data::{Answer, asking, sent};
use support::start;

const CHAT: &str = "/compatible-mode/v1/chat/completions";
const RESPONSES: &str = "/compatible-mode/v1/responses";
const MESSAGES: &str = "/apps/anthropic/v1/messages";
const SAID: &str = "Echo of This computer: one two three four five";

/// The names of a stream's events; all alike in a row are one.
fn kinds(answer: &Answer) -> Vec<String> {
    let names = answer
        .text
        .lines()
        .filter_map(|line| line.strip_prefix("event: "));
    let mut names: Vec<String> = names.map(str::to_owned).collect();
    names.dedup();
    names
}

#[tokio::test]
async fn chat_streams_to_done_and_counts_if_asked() {
    let running = start().await;
    let (_, asking) = asking(&running).await;
    let body = json!({
        "model": "qwen-plus",
        "messages": [
            { "role": "system", "content": "Be brief." },
            { "role": "user", "content": [{ "type": "text", "text": "one two three four five" }] },
        ],
        "tools": [{ "type": "function", "function": { "name": "look", "parameters": {} } }],
        "stream_options": { "include_usage": true },
    });
    let whole = asking.post(CHAT, &body).await.json();
    assert_eq!(whole["choices"][0]["message"]["content"], SAID);
    assert_eq!(whole["choices"][0]["finish_reason"], "stop");
    let answer = asking.streamed(CHAT, body).await;
    assert!(answer.text.ends_with("data: [DONE]\n\n"));
    let events = answer.events();
    let said: String = events
        .iter()
        .filter_map(|event| event["choices"][0]["delta"]["content"].as_str())
        .collect();
    assert_eq!(said, SAID);
    assert_eq!(events.last().unwrap()["usage"], whole["usage"]);
    assert!(events.iter().all(|event| event["id"] == events[0]["id"]));
}

#[tokio::test]
async fn responses_stream_in_the_order_that_codex_waits_for() {
    let running = start().await;
    let (_, asking) = asking(&running).await;
    let body = json!({
        "model": "qwen3-coder-plus",
        "instructions": "You are a coding agent.",
        "input": [
            { "type": "message", "role": "user", "content": [{ "type": "input_text", "text": "one two three four five" }] },
            { "type": "function_call", "name": "look", "arguments": "{}", "call_id": "1" },
            { "type": "function_call_output", "call_id": "1", "output": "seen" },
        ],
        "tools": [{ "type": "function", "name": "look" }],
        "tool_choice": "auto", "store": false, "include": [],
    });
    let answer = asking.streamed(RESPONSES, body.clone()).await;
    let order = [
        "response.created",
        "response.in_progress",
        "response.output_item.added",
        "response.content_part.added",
        "response.output_text.delta",
        "response.output_text.done",
        "response.content_part.done",
        "response.output_item.done",
        "response.completed",
    ];
    assert_eq!(kinds(&answer), order);
    let events = answer.events();
    for (number, event) in events.iter().enumerate() {
        assert_eq!(event["sequence_number"], number);
    }
    let said: String = events
        .iter()
        .filter_map(|event| event["delta"].as_str())
        .collect();
    assert_eq!(said, SAID);
    let done = &events.last().unwrap()["response"];
    assert_eq!(done["output"][0]["content"][0]["text"], SAID);
    let whole = asking.post(RESPONSES, &body).await.json();
    assert_eq!(
        (&whole["status"], &whole["usage"]),
        (&json!("completed"), &done["usage"])
    );

    let cut = json!({ "model": "qwen-plus", "input": "one", "max_output_tokens": 3 });
    let cut = asking.streamed(RESPONSES, cut).await;
    assert_eq!(kinds(&cut).last().unwrap(), "response.incomplete");
    let earlier = json!({ "model": "qwen-plus", "input": "one", "previous_response_id": "resp_1" });
    assert_eq!(asking.post(RESPONSES, &earlier).await.status, 400);
}

#[tokio::test]
async fn messages_stream_from_start_to_stop() {
    let running = start().await;
    let (_, asking) = asking(&running).await;
    let body = json!({
        "model": "qwen-plus",
        "max_tokens": 1_000,
        "system": [{ "type": "text", "text": "Be brief." }],
        "messages": [{ "role": "user", "content": [{ "type": "text", "text": "one two three four five" }] }],
        "tools": [{ "name": "look", "input_schema": {} }],
    });
    let whole = asking.post(MESSAGES, &body).await.json();
    assert_eq!(whole["content"], json!([{ "type": "text", "text": SAID }]));
    let answer = asking.streamed(MESSAGES, body.clone()).await;
    let order = [
        "message_start",
        "content_block_start",
        "ping",
        "content_block_delta",
        "content_block_stop",
        "message_delta",
        "message_stop",
    ];
    assert_eq!(kinds(&answer), order);
    let events = answer.events();
    let texts = events
        .iter()
        .filter_map(|event| event["delta"]["text"].as_str());
    assert_eq!(texts.collect::<String>(), SAID);
    let counted = asking
        .post(&format!("{MESSAGES}/count_tokens"), &body)
        .await
        .json();
    assert_eq!(counted["input_tokens"], whole["usage"]["input_tokens"]);
    let short = json!({ "model": "qwen-plus", "max_tokens": 2, "messages": body["messages"] });
    assert_eq!(
        asking.post(MESSAGES, &short).await.json()["stop_reason"],
        "max_tokens"
    );
    // The key in the other place, as Claude Code may send it.
    let request = asking
        .http
        .post(format!("{}{MESSAGES}", asking.base))
        .json(&body);
    let answer = sent(request.header("x-api-key", &asking.key)).await;
    assert_eq!(answer.status, 200);
}
