//! Tasks in the platform's shapes: whole, and as a row of a list.

use jiff::Timestamp;
use model_studio::tasks::PLATFORM_OFFSET;
use serde_json::{Map, Value, json};

use crate::personality::ACCOUNT_ID;
use crate::store::TaskRow;
use crate::tasks::State;

/// One task: `output`, and `usage` once there is one.
pub(super) fn whole(row: &TaskRow, state: State) -> Value {
    let mut output = Map::new();
    let mut tell = |name: &str, value: Value| output.insert(name.to_owned(), value);
    tell("task_id", json!(row.task_id));
    tell("task_status", json!(state.word()));
    tell("submit_time", time(row.gmt_create));
    if !matches!(state, State::Pending | State::Canceled) {
        tell("scheduled_time", time(row.start_time));
    }
    if !matches!(state, State::Pending | State::Running) {
        tell("end_time", time(row.end_time));
    }
    let (succeeded, failed) = (state == State::Succeeded, state == State::Failed);
    let metrics = json!({
        "TOTAL": 1,
        "SUCCEEDED": i32::from(succeeded),
        "FAILED": i32::from(failed),
    });
    tell("task_metrics", metrics);
    if failed {
        tell("code", json!("InternalError.Algo"));
        tell("message", json!("The echo was asked to fail."));
    }
    if succeeded {
        tell("results", json!([result(row)]));
        let usage = json!({
            "input_tokens": row.input_tokens,
            "output_tokens": row.output_tokens,
            "total_tokens": row.input_tokens + row.output_tokens,
        });
        return json!({ "output": output, "usage": usage });
    }
    json!({ "output": output })
}

/// One row: times in milliseconds, and only those that have come.
pub(super) fn listed(row: &TaskRow, state: State, region: &str) -> Value {
    let begun = !matches!(state, State::Pending | State::Canceled);
    let ended = !matches!(state, State::Pending | State::Running);
    json!({
        "task_id": row.task_id,
        "status": state.word(),
        "model_name": row.model,
        "region": region,
        "api_key_id": row.api_key_id.to_string(),
        "user_api_unique_key": format!("apikey:v1:{region}:{}", row.api_key_id),
        "caller_parent_id": ACCOUNT_ID,
        "caller_uid": ACCOUNT_ID,
        "request_id": row.request_id,
        "gmt_create": row.gmt_create,
        "start_time": begun.then_some(row.start_time),
        "end_time": ended.then_some(row.end_time),
    })
}

/// What was kept is what we wrote; if it ever is not, the task is shown without it.
fn result(row: &TaskRow) -> Value {
    serde_json::from_str(&row.result).unwrap_or_default()
}

/// The platform's own time, without a zone.
fn time(millisecond: i64) -> Value {
    Timestamp::from_millisecond(millisecond).map_or(Value::Null, |time| {
        let time = PLATFORM_OFFSET.to_datetime(time);
        json!(time.strftime("%Y-%m-%d %H:%M:%S.%3f").to_string())
    })
}
