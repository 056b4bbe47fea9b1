//! `POST /api/v1/services/aigc/text-generation/generation`: the platform's own protocol, plain, encrypted, streamed, and
//! as a task.
//!
//! Parameters beside the platform's own, for the echo alone: `echo_pending_seconds` and `echo_running_seconds` (from 0 to
//! 3600; a task waits two seconds and runs three if nothing is said), and `echo_fails` (the task ends as FAILED).

mod output;
mod request;
mod task;

use axum::body::Body;
use axum::response::Response;
use serde_json::{Value, json};

use super::{Call, DataRefusal, events};
use crate::echo::Echo;
use crate::key_pair::{Envelope, NotDecodable};
use output::{Format, Usage};
use request::{Generation, Parameters};

const ENCRYPTION_HEADER: &str = "x-dashscope-encryptionkey";

pub(super) async fn create(call: Call, body: Body) -> Response {
    let outcome = answered(&call, body).await;
    call.finish(outcome)
}

async fn answered(call: &Call, body: Body) -> Result<Response, DataRefusal> {
    let request: Generation = call.json(body).await?;
    let model = request.model()?.to_owned();
    // Whoever may not use the model is not told whether the rest was right.
    call.admit_model(&model)?;
    let envelope = envelope(call).await?;
    if wants_task(call) {
        return task::made(call, request, model, envelope.is_some()).await;
    }
    let conversation = request.conversation(envelope.as_ref())?;
    let parameters = request.parameters;
    let format = Format::of(parameters.result_format.as_deref())?;
    let echo = call.echo(&model, &conversation, parameters.max_tokens)?;
    if wants_stream(call) {
        return Ok(streamed(call, echo, format, &parameters, envelope));
    }
    let output = output_of(format, &echo.text, echo.finish_reason(), envelope.as_ref())?;
    Ok(call.success(json!({
        "output": output,
        "usage": Usage::of(&echo),
        "request_id": call.request_id(),
    })))
}

/// The key and nonce of an encrypted call; None: it is a plain one. A header that cannot be read is never taken for none.
async fn envelope(call: &Call) -> Result<Option<Envelope>, DataRefusal> {
    if !call.has_header(ENCRYPTION_HEADER) {
        return Ok(None);
    }
    let header = call
        .header(ENCRYPTION_HEADER)
        .ok_or(NotDecodable)?
        .to_owned();
    let opened = call.aside(move |shared| {
        let pair = shared.key_pair.current()?;
        Ok::<_, DataRefusal>(Envelope::of(&pair, &header)?)
    });
    Ok(Some(opened.await?))
}

fn wants_task(call: &Call) -> bool {
    let header = call.header("x-dashscope-async");
    header.is_some_and(|value| value.eq_ignore_ascii_case("enable"))
}

fn wants_stream(call: &Call) -> bool {
    let header = call.header("x-dashscope-sse");
    let accept = call.header("accept").unwrap_or_default();
    header.is_some_and(|value| value.eq_ignore_ascii_case("enable"))
        || accept.contains("text/event-stream")
}

fn output_of(
    format: Format,
    text: &str,
    finish_reason: &str,
    envelope: Option<&Envelope>,
) -> Result<Value, NotDecodable> {
    let output = format.output(text, finish_reason);
    match envelope {
        None => Ok(output),
        Some(envelope) => envelope
            .seal(output.to_string().into_bytes())
            .map(Value::String),
    }
}

/// Each event holds all the text so far, or with `incremental_output` what is new in it.
fn streamed(
    call: &Call,
    echo: Echo,
    format: Format,
    parameters: &Parameters,
    envelope: Option<Envelope>,
) -> Response {
    let request_id = call.request_id().to_owned();
    let incremental = parameters.incremental_output.unwrap_or(false);
    let ends = echo.chunk_ends();
    let last = ends.len();
    let mut begin = 0;
    let events = (1..).zip(ends).map_while(move |(number, end)| {
        let text = &echo.text[if incremental { begin } else { 0 }..end];
        begin = end;
        // The platform writes the word, not JSON's null.
        let finish_reason = if number == last {
            echo.finish_reason()
        } else {
            "null"
        };
        // Sealing fails for texts of many gigabytes only: the stream would end there.
        let output = output_of(format, text, finish_reason, envelope.as_ref()).ok()?;
        let data = json!({
            "output": output,
            "usage": Usage::so_far(&echo, end),
            "request_id": request_id,
        });
        Some(events::numbered(number, &data))
    });
    events::answer(call.request_id(), events)
}
