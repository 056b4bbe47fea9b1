//! `POST /apps/anthropic/v1/messages` and `…/count_tokens`: Anthropic's protocol, which Claude Code speaks. Tools are taken
//! and not used.

use axum::body::Body;
use axum::response::Response;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Call, DataRefusal, events};
use crate::echo::{Conversation, Echo, text_of};

#[derive(Deserialize)]
struct Request {
    model: Option<String>,
    messages: Option<Vec<Message>>,
    #[serde(default)]
    system: Value,
    max_tokens: Option<u32>,
    stream: Option<bool>,
}

#[derive(Deserialize)]
struct Message {
    role: String,
    #[serde(default)]
    content: Value,
}

pub(super) async fn create(call: Call, body: Body) -> Response {
    let outcome = answered(&call, body).await;
    call.finish(outcome)
}

pub(super) async fn count_tokens(call: Call, body: Body) -> Response {
    let outcome = counted(&call, body).await;
    call.finish(outcome)
}

async fn answered(call: &Call, body: Body) -> Result<Response, DataRefusal> {
    let request: Request = call.json(body).await?;
    let model = request.model()?;
    call.admit_model(model)?;
    let limit = request.max_tokens.filter(|limit| *limit > 0);
    let limit = limit.ok_or(DataRefusal::Missing { name: "max_tokens" })?;
    let echo = call.echo(model, &request.conversation()?, Some(limit))?;
    let reply = Reply {
        id: format!("msg_{}", call.request_id().to_lowercase()),
        model: model.to_owned(),
    };
    if request.stream.unwrap_or(false) {
        return Ok(reply.streamed(call, echo));
    }
    let text = json!([{ "type": "text", "text": echo.text }]);
    let stop_reason = json!(stop_reason(&echo));
    Ok(call.success(reply.message(&echo, text, stop_reason, echo.output_tokens)))
}

async fn counted(call: &Call, body: Body) -> Result<Response, DataRefusal> {
    let request: Request = call.json(body).await?;
    call.admit_model(request.model()?)?;
    let input_tokens = request.conversation()?.tokens();
    Ok(call.success(json!({ "input_tokens": input_tokens })))
}

impl Request {
    fn model(&self) -> Result<&str, DataRefusal> {
        let model = self.model.as_deref();
        model.ok_or(DataRefusal::Missing { name: "model" })
    }

    fn conversation(&self) -> Result<Conversation, DataRefusal> {
        let malformed = |name| DataRefusal::Invalid {
            name,
            expected: "a text, or a list of content blocks",
        };
        let mut conversation = Conversation::default();
        if !self.system.is_null() {
            let text = text_of(&self.system).ok_or_else(|| malformed("system"))?;
            conversation.add("system", text);
        }
        let messages = self.messages.iter().flatten();
        let mut said = false;
        for message in messages {
            let text = text_of(&message.content).ok_or_else(|| malformed("messages"))?;
            conversation.add(&message.role, text);
            said = true;
        }
        if !said {
            return Err(DataRefusal::Missing { name: "messages" });
        }
        Ok(conversation)
    }
}

fn stop_reason(echo: &Echo) -> &'static str {
    if echo.cut { "max_tokens" } else { "end_turn" }
}

/// What every part of one answer says.
struct Reply {
    id: String,
    model: String,
}

impl Reply {
    fn message(
        &self,
        echo: &Echo,
        content: Value,
        stop_reason: Value,
        output_tokens: u32,
    ) -> Value {
        json!({
            "id": self.id,
            "type": "message",
            "role": "assistant",
            "model": self.model,
            "content": content,
            "stop_reason": stop_reason,
            "stop_sequence": null,
            "usage": {
                "input_tokens": echo.input_tokens,
                "cache_creation_input_tokens": 0,
                "cache_read_input_tokens": 0,
                "output_tokens": output_tokens,
            },
        })
    }

    fn streamed(self, call: &Call, echo: Echo) -> Response {
        let message = self.message(&echo, json!([]), Value::Null, 0);
        let block = json!({ "type": "text", "text": "" });
        let opening = [
            ("message_start", json!({ "message": message })),
            (
                "content_block_start",
                json!({ "index": 0, "content_block": block }),
            ),
            ("ping", json!({})),
        ];
        let closing = [
            ("content_block_stop", json!({ "index": 0 })),
            (
                "message_delta",
                json!({
                    "delta": { "stop_reason": stop_reason(&echo), "stop_sequence": null },
                    "usage": { "output_tokens": echo.output_tokens },
                }),
            ),
            ("message_stop", json!({})),
        ];
        let deltas = echo.into_chunks().map(|text| {
            let delta = json!({ "type": "text_delta", "text": text });
            let data = json!({ "index": 0, "delta": delta });
            ("content_block_delta", data)
        });
        let events = opening.into_iter().chain(deltas).chain(closing);
        let events = events.map(|(kind, mut data)| {
            data["type"] = json!(kind);
            events::named(kind, &data)
        });
        events::answer(call.request_id(), events)
    }
}
