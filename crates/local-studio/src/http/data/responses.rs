//! `POST /compatible-mode/v1/responses`: OpenAI's newer protocol, the only one that Codex speaks. Tools are taken and not
//! used; nothing is kept, so that `previous_response_id` is refused rather than forgotten.

use axum::body::Body;
use axum::response::Response;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Call, DataRefusal, events};
use crate::echo::{Conversation, Echo, text_of};

#[derive(Deserialize)]
struct Request {
    model: Option<String>,
    input: Option<Value>,
    instructions: Option<String>,
    stream: Option<bool>,
    max_output_tokens: Option<u32>,
    previous_response_id: Option<String>,
}

#[derive(Deserialize)]
struct Item {
    role: Option<String>,
    #[serde(default)]
    content: Value,
}

pub(super) async fn create(call: Call, body: Body) -> Response {
    let outcome = answered(&call, body).await;
    call.finish(outcome)
}

async fn answered(call: &Call, body: Body) -> Result<Response, DataRefusal> {
    let request: Request = call.json(body).await?;
    let model = request
        .model
        .clone()
        .ok_or(DataRefusal::Missing { name: "model" })?;
    call.admit_model(&model)?;
    let conversation = request.conversation()?;
    let echo = call.echo(&model, &conversation, request.max_output_tokens)?;
    let id = call.request_id().to_lowercase();
    let reply = Reply {
        id: format!("resp_{id}"),
        item_id: format!("msg_{id}"),
        created_at: call.now().as_second(),
        model,
        instructions: request.instructions,
        max_output_tokens: request.max_output_tokens,
    };
    if request.stream.unwrap_or(false) {
        return Ok(reply.streamed(call, echo));
    }
    Ok(call.success(reply.done(&echo)))
}

impl Request {
    fn conversation(&self) -> Result<Conversation, DataRefusal> {
        if self.previous_response_id.is_some() {
            return Err(DataRefusal::Invalid {
                name: "previous_response_id",
                expected: "left out: this computer keeps no responses",
            });
        }
        let mut conversation = Conversation::default();
        if let Some(instructions) = &self.instructions {
            conversation.add("system", instructions.clone());
        }
        match self.input.as_ref() {
            None | Some(Value::Null) => return Err(DataRefusal::Missing { name: "input" }),
            Some(Value::String(text)) => conversation.add("user", text.clone()),
            Some(input) => {
                let malformed = || DataRefusal::Invalid {
                    name: "input",
                    expected: "a text, or a list of items",
                };
                let items = Vec::<Item>::deserialize(input).map_err(|_| malformed())?;
                for item in items {
                    // Items without a role are calls of tools and what came of them.
                    let Some(role) = item.role else { continue };
                    let text = text_of(&item.content).ok_or_else(malformed)?;
                    conversation.add(&role, text);
                }
            }
        }
        Ok(conversation)
    }
}

/// What every part of one answer says.
struct Reply {
    id: String,
    item_id: String,
    created_at: i64,
    model: String,
    instructions: Option<String>,
    max_output_tokens: Option<u32>,
}

impl Reply {
    /// The response in some state.
    fn response(&self, status: &str, output: Value, details: Value, usage: Value) -> Value {
        json!({
            "id": self.id,
            "object": "response",
            "created_at": self.created_at,
            "status": status,
            "error": null,
            "incomplete_details": details,
            "instructions": self.instructions,
            "max_output_tokens": self.max_output_tokens,
            "metadata": {},
            "model": self.model,
            "output": output,
            "parallel_tool_calls": true,
            "previous_response_id": null,
            "reasoning": { "effort": null, "summary": null },
            "store": false,
            "temperature": 1.0,
            "text": { "format": { "type": "text" } },
            "tool_choice": "auto",
            "tools": [],
            "top_p": 1.0,
            "truncation": "disabled",
            "usage": usage,
        })
    }

    /// The response at its end.
    fn done(&self, echo: &Echo) -> Value {
        let usage = json!({
            "input_tokens": echo.input_tokens,
            "input_tokens_details": { "cached_tokens": 0 },
            "output_tokens": echo.output_tokens,
            "output_tokens_details": { "reasoning_tokens": 0 },
            "total_tokens": echo.input_tokens + echo.output_tokens,
        });
        let output = json!([self.item(state(echo), json!([part(&echo.text)]))]);
        let details = if echo.cut {
            json!({ "reason": "max_output_tokens" })
        } else {
            Value::Null
        };
        self.response(state(echo), output, details, usage)
    }

    fn item(&self, status: &str, content: Value) -> Value {
        json!({
            "id": self.item_id,
            "type": "message",
            "status": status,
            "role": "assistant",
            "content": content,
        })
    }

    /// An event that is about the text.
    fn about_text(&self, kind: &'static str, member: &str, value: Value) -> (&'static str, Value) {
        let mut data = json!({ "item_id": self.item_id, "output_index": 0, "content_index": 0 });
        data[member] = value;
        if kind.starts_with("response.output_text.") {
            data["logprobs"] = json!([]);
        }
        (kind, data)
    }

    fn streamed(self, call: &Call, echo: Echo) -> Response {
        let begun = self.response("in_progress", json!([]), Value::Null, Value::Null);
        let opening = vec![
            ("response.created", json!({ "response": begun })),
            ("response.in_progress", json!({ "response": begun })),
            (
                "response.output_item.added",
                json!({ "output_index": 0, "item": self.item("in_progress", json!([])) }),
            ),
            self.about_text("response.content_part.added", "part", part("")),
        ];
        let end = if echo.cut {
            "response.incomplete"
        } else {
            "response.completed"
        };
        let item = self.item(state(&echo), json!([part(&echo.text)]));
        let closing = vec![
            self.about_text("response.output_text.done", "text", json!(echo.text)),
            self.about_text("response.content_part.done", "part", part(&echo.text)),
            (
                "response.output_item.done",
                json!({ "output_index": 0, "item": item }),
            ),
            (end, json!({ "response": self.done(&echo) })),
        ];
        let deltas = echo
            .into_chunks()
            .map(move |text| self.about_text("response.output_text.delta", "delta", json!(text)));
        let events = opening.into_iter().chain(deltas).chain(closing);
        let events = (0_usize..).zip(events).map(|(number, (kind, mut data))| {
            data["type"] = json!(kind);
            data["sequence_number"] = json!(number);
            events::named(kind, &data)
        });
        events::answer(call.request_id(), events)
    }
}

fn state(echo: &Echo) -> &'static str {
    if echo.cut { "incomplete" } else { "completed" }
}

fn part(text: &str) -> Value {
    json!({ "type": "output_text", "text": text, "annotations": [], "logprobs": [] })
}
