//! `POST /compatible-mode/v1/chat/completions`: OpenAI's older protocol. Tools are taken and not used.

use axum::body::Body;
use axum::response::Response;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Call, DataRefusal, events};
use crate::echo::{Conversation, Echo, text_of};

#[derive(Deserialize)]
struct Chat {
    model: Option<String>,
    messages: Option<Vec<Message>>,
    stream: Option<bool>,
    stream_options: Option<StreamOptions>,
    max_tokens: Option<u32>,
    max_completion_tokens: Option<u32>,
}

#[derive(Deserialize)]
struct Message {
    role: String,
    #[serde(default)]
    content: Value,
}

#[derive(Deserialize)]
struct StreamOptions {
    include_usage: Option<bool>,
}

pub(super) async fn create(call: Call, body: Body) -> Response {
    let outcome = answered(&call, body).await;
    call.finish(outcome)
}

async fn answered(call: &Call, body: Body) -> Result<Response, DataRefusal> {
    let chat: Chat = call.json(body).await?;
    let model = chat.model.ok_or(DataRefusal::Missing { name: "model" })?;
    call.admit_model(&model)?;
    let messages = chat.messages.filter(|messages| !messages.is_empty());
    let conversation = conversation(messages.ok_or(DataRefusal::Missing { name: "messages" })?)?;
    let limit = chat.max_completion_tokens.or(chat.max_tokens);
    let echo = call.echo(&model, &conversation, limit)?;
    let completion = Completion {
        id: format!("chatcmpl-{}", call.request_id().to_lowercase()),
        created: call.now().as_second(),
        model,
    };
    if chat.stream.unwrap_or(false) {
        let options = chat
            .stream_options
            .and_then(|options| options.include_usage);
        return Ok(completion.streamed(call, echo, options.unwrap_or(false)));
    }
    Ok(call.success(completion.whole(&echo)))
}

fn conversation(messages: Vec<Message>) -> Result<Conversation, DataRefusal> {
    let mut conversation = Conversation::default();
    for message in messages {
        let text = text_of(&message.content).ok_or(DataRefusal::Invalid {
            name: "messages",
            expected: "messages with a role and a content",
        })?;
        conversation.add(&message.role, text);
    }
    Ok(conversation)
}

fn usage(echo: &Echo) -> Value {
    json!({
        "prompt_tokens": echo.input_tokens,
        "completion_tokens": echo.output_tokens,
        "total_tokens": echo.input_tokens + echo.output_tokens,
    })
}

/// What every part of one answer says.
struct Completion {
    id: String,
    created: i64,
    model: String,
}

impl Completion {
    fn whole(&self, echo: &Echo) -> Value {
        json!({
            "id": self.id,
            "object": "chat.completion",
            "created": self.created,
            "model": self.model,
            "choices": [{
                "index": 0,
                "message": { "role": "assistant", "content": echo.text },
                "logprobs": null,
                "finish_reason": echo.finish_reason(),
            }],
            "usage": usage(echo),
            "system_fingerprint": null,
        })
    }

    fn part(&self, choices: Value, usage: Value) -> String {
        events::unnamed(&json!({
            "id": self.id,
            "object": "chat.completion.chunk",
            "created": self.created,
            "model": self.model,
            "choices": choices,
            "usage": usage,
            "system_fingerprint": null,
        }))
    }

    fn delta(&self, delta: Value, finish_reason: Option<&str>) -> String {
        let choice = json!({
            "index": 0,
            "delta": delta,
            "logprobs": null,
            "finish_reason": finish_reason,
        });
        self.part(json!([choice]), Value::Null)
    }

    fn streamed(self, call: &Call, echo: Echo, with_usage: bool) -> Response {
        let first = self.delta(json!({ "role": "assistant", "content": "" }), None);
        let mut closing = vec![self.delta(json!({}), Some(echo.finish_reason()))];
        closing.extend(with_usage.then(|| self.part(json!([]), usage(&echo))));
        closing.push("data: [DONE]\n\n".to_owned());
        let texts = echo
            .into_chunks()
            .map(move |text| self.delta(json!({ "content": text }), None));
        let events = std::iter::once(first).chain(texts).chain(closing);
        events::answer(call.request_id(), events)
    }
}
