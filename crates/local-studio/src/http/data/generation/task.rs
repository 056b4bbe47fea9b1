//! A generation as a task: taken at once, answered by and by.

use axum::response::Response;
use jiff::SignedDuration;
use serde_json::json;

use super::super::{Call, DataRefusal};
use super::output::Format;
use super::request::Generation;
use crate::echo::Echo;
use crate::platform::NewTask;
use crate::tasks::State;

/// Seconds that a task waits when the caller does not say.
const PENDING: f64 = 2.0;

/// Seconds that it runs then.
const RUNNING: f64 = 3.0;

/// Most seconds of either.
const LONGEST: f64 = 3_600.0;

/// Makes the task. Its result rests in the database as it is, which is not what encrypted calls are made for: they are
/// refused.
pub(super) async fn made(
    call: &Call,
    request: Generation,
    model: String,
    is_encrypted: bool,
) -> Result<Response, DataRefusal> {
    if is_encrypted {
        return Err(DataRefusal::Invalid {
            name: "X-DashScope-Async",
            expected: "left out in an encrypted call",
        });
    }
    let conversation = request.conversation(None)?;
    let parameters = request.parameters;
    let format = Format::of(parameters.result_format.as_deref())?;
    let pending = seconds(
        "echo_pending_seconds",
        parameters.echo_pending_seconds,
        PENDING,
    )?;
    let running = seconds(
        "echo_running_seconds",
        parameters.echo_running_seconds,
        RUNNING,
    )?;
    let echo = Echo::of(&conversation, parameters.max_tokens);
    let caller = call.admit_answer(&model, &echo)?;
    let new = NewTask {
        request_id: call.request_id().to_owned(),
        api_key_id: caller.api_key_id,
        workspace_id: caller.workspace_id,
        model,
        pending,
        running,
        failing: parameters.echo_fails.unwrap_or(false),
        input_tokens: echo.input_tokens,
        output_tokens: echo.output_tokens,
        result: format.output(&echo.text, echo.finish_reason()).to_string(),
    };
    let task_id = call
        .aside(move |shared| shared.platform.create_task(new))
        .await?;
    Ok(call.success(json!({
        "output": { "task_id": task_id, "task_status": State::Pending.word() },
        "request_id": call.request_id(),
    })))
}

fn seconds(
    name: &'static str,
    given: Option<f64>,
    default: f64,
) -> Result<SignedDuration, DataRefusal> {
    let seconds = given.unwrap_or(default);
    if !(0.0..=LONGEST).contains(&seconds) {
        return Err(DataRefusal::Invalid {
            name,
            expected: "a number from 0 to 3600",
        });
    }
    Ok(SignedDuration::from_secs_f64(seconds))
}
