//! `/api/v1/tasks`: one task, the list of them, and cancelling. Which key made a task does not matter: all belong to the
//! account.

mod shown;
mod window;

use axum::extract::Path;
use axum::response::Response;
use serde_json::json;

use super::{Call, DataRefusal};
use crate::decision::Wanted;
use crate::platform::TaskList;
use crate::store::tasks::TaskFilter;
use crate::tasks::State;

/// Tasks on a page when the caller does not say.
const PAGE_SIZE: u32 = 10;

/// Most tasks on a page.
const LARGEST_PAGE: u32 = 100;

pub(super) async fn get(Path(task_id): Path<String>, call: Call) -> Response {
    let outcome = found(&call, task_id).await;
    call.finish(outcome)
}

pub(super) async fn list(call: Call) -> Response {
    let outcome = listed(&call).await;
    call.finish(outcome)
}

pub(super) async fn cancel(Path(task_id): Path<String>, call: Call) -> Response {
    let outcome = canceled(&call, task_id).await;
    call.finish(outcome)
}

/// A task that is not there is no failure: its state is UNKNOWN.
async fn found(call: &Call, task_id: String) -> Result<Response, DataRefusal> {
    call.admit(Wanted::Overview)?;
    let wanted = task_id.clone();
    let found = call
        .aside(move |shared| shared.platform.get_task(&wanted))
        .await?;
    let mut body = match found {
        Some((row, state)) => shown::whole(&row, state),
        None => json!({ "output": { "task_id": task_id, "task_status": "UNKNOWN" } }),
    };
    body["request_id"] = call.request_id().into();
    Ok(call.success(body))
}

async fn canceled(call: &Call, task_id: String) -> Result<Response, DataRefusal> {
    call.admit(Wanted::Overview)?;
    call.aside(move |shared| shared.platform.cancel_task(&task_id))
        .await?;
    Ok(call.success(json!({ "request_id": call.request_id() })))
}

async fn listed(call: &Call) -> Result<Response, DataRefusal> {
    call.admit(Wanted::Overview)?;
    let region = call.platform().personality().region().as_str();
    let (page_no, page_size) = (number(call, "page_no", 1, u32::MAX)?, page_size(call)?);
    let filter = filter(call)?;
    let elsewhere = call.parameter("region").is_some_and(|it| it != region);
    let list = TaskList {
        filter,
        page_no,
        page_size,
    };
    let page = call
        .aside(move |shared| shared.platform.list_tasks(&list))
        .await?;
    // The call counts, whatever it was for.
    let (total, rows) = if elsewhere {
        (0, Vec::new())
    } else {
        (page.total, page.rows)
    };
    let data: Vec<_> = rows
        .iter()
        .map(|(row, state)| shown::listed(row, *state, region))
        .collect();
    Ok(call.success(json!({
        "request_id": call.request_id(),
        "total": total,
        "total_page": total.div_ceil(page_size),
        "page_no": page_no,
        "page_size": page_size,
        "data": data,
    })))
}

fn filter(call: &Call) -> Result<TaskFilter, DataRefusal> {
    let (from, until) = window::of(
        call.parameter("start_time").as_deref(),
        call.parameter("end_time").as_deref(),
        call.now(),
    )?;
    let state = call.parameter("status").map(|word| {
        State::of(&word).ok_or(DataRefusal::Invalid {
            name: "status",
            expected: "PENDING, RUNNING, SUCCEEDED, FAILED or CANCELED",
        })
    });
    let api_key_id = call.parameter("api_key_id").map(|id| {
        id.parse().map_err(|_| DataRefusal::Invalid {
            name: "api_key_id",
            expected: "a whole number",
        })
    });
    Ok(TaskFilter {
        task_id: call.parameter("task_id"),
        from: from.as_millisecond(),
        until: until.as_millisecond(),
        model: call.parameter("model_name"),
        state: state.transpose()?,
        api_key_id: api_key_id.transpose()?,
    })
}

fn page_size(call: &Call) -> Result<u32, DataRefusal> {
    number(call, "page_size", PAGE_SIZE, LARGEST_PAGE)
}

fn number(call: &Call, name: &'static str, default: u32, most: u32) -> Result<u32, DataRefusal> {
    let Some(text) = call.parameter(name) else {
        return Ok(default);
    };
    let number = text.parse().ok();
    number
        .filter(|number| (1..=most).contains(number))
        .ok_or(DataRefusal::Invalid {
            name,
            expected: "a whole number from 1; a page has at most 100",
        })
}
