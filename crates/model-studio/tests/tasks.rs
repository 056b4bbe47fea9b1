//! Tasks: one, many, lists with filters, and cancelling; with the shapes and times that the platform has.

#![allow(clippy::unwrap_used)] // Clippy knows test functions and not what they call.

mod data_support;
mod support;

use std::num::NonZeroU32;
use std::time::{Duration, Instant};

use data_support::key;
use jiff::Timestamp;
use model_studio::data::DataError;
use model_studio::pace::Pace;
use model_studio::tasks::{Cancelling, TaskFilter, TaskId, TaskStatus, Tasks};
use model_studio::{Reach, http_client};
use support::{Server, html, json};

const DONE: &str = r#"{"request_id":"r1","output":{"task_id":"t-1","task_status":"SUCCEEDED",
    "submit_time":"2026-11-20 21:36:31.896","scheduled_time":"2026-11-20 21:36:32.001","end_time":"2026-11-20 21:36:40.5",
    "results":[{"url":"https://example.com/1.png"}],"task_metrics":{"TOTAL":4,"SUCCEEDED":3,"FAILED":1}},"usage":{"image_count":3}}"#;

const PAGE: &str = r#"{"request_id":"r2","total":31,"total_page":4,"page_no":2,"page_size":"10","data":[
    {"api_key_id":"1234","caller_parent_id":"1","caller_uid":"2","gmt_create":1795181791896,"start_time":1795181792001,
     "end_time":1795181800500,"model_name":"wanx-v1","region":"cn-beijing","request_id":"r0","status":"SUCCEEDED","task_id":"t-1",
     "user_api_unique_key":"k","new":{}},
    {"task_id":"t-2","status":"SUSPENDED","api_key_id":77,"gmt_create":"2026-11-20 21:36:31.896"},
    {"status":"RUNNING"}]}"#;

fn tasks(server: &Server) -> Tasks {
    let http = http_client(Reach::Loopback).unwrap();
    Tasks::new(&http, &server.origin, &key(), Pace::default().of("a")).unwrap()
}

fn id(text: &str) -> TaskId {
    TaskId::parse(text).unwrap()
}

fn at(text: &str) -> Option<Timestamp> {
    Some(text.parse().unwrap())
}

#[tokio::test]
async fn a_task_is_read_with_its_times_and_result() {
    let server = Server::start(|_, _| json(200, DONE)).await;
    let task = tasks(&server).read(&id("t-1")).await.unwrap();
    assert_eq!(task.status, TaskStatus::Succeeded);
    assert_eq!(task.submitted_at, at("2026-11-20T13:36:31.896Z"));
    assert_eq!(task.scheduled_at, at("2026-11-20T13:36:32.001Z"));
    assert_eq!(task.ended_at, at("2026-11-20T13:36:40.5Z"));
    assert_eq!(task.deleted_at(), at("2026-11-21T13:36:40.5Z"));
    let metrics = task.metrics.unwrap();
    assert_eq!(
        (metrics.total, metrics.succeeded, metrics.failed),
        (4, 3, 1)
    );
    assert_eq!(
        task.output["results"][0]["url"],
        "https://example.com/1.png"
    );
    assert_eq!(task.usage["image_count"], 3);
    let asked = &server.asked()[0];
    assert_eq!(
        (asked.method.as_str(), asked.path.as_str()),
        ("GET", "/api/v1/tasks/t-1")
    );
}

#[tokio::test]
async fn unknown_tasks_new_states_and_thin_answers_are_no_failures() {
    for (body, status) in [
        (
            r#"{"request_id":"r","output":{"task_id":"t-1","task_status":"UNKNOWN"}}"#,
            TaskStatus::Unknown,
        ),
        (
            r#"{"output":{"task_status":"PAUSED_BY_ROBOT","task_metrics":7,"submit_time":{}}}"#,
            TaskStatus::Other("PAUSED_BY_ROBOT".to_owned()),
        ),
        (r#"{"output":{}}"#, TaskStatus::Unknown),
    ] {
        let server = Server::start(move |_, _| json(200, body)).await;
        let task = tasks(&server).read(&id("t-1")).await.unwrap();
        assert_eq!(
            (task.status.clone(), task.deleted_at()),
            (status, None),
            "{body}"
        );
    }
    let failed = r#"{"output":{"task_status":"FAILED","code":"InternalError.Timeout","message":"m","end_time":""}}"#;
    let server = Server::start(move |_, _| json(200, failed)).await;
    let task = tasks(&server).read(&id("t-1")).await.unwrap();
    assert_eq!(task.code.as_deref(), Some("InternalError.Timeout"));

    for server in [
        Server::start(|_, _| html(200)).await,
        Server::start(|_, _| json(200, "{}")).await,
    ] {
        let host = server.host();
        let error = tasks(&server).read(&id("t-1")).await.unwrap_err();
        assert_eq!(error, DataError::NotUnderstood { host });
    }
}

#[tokio::test]
async fn an_id_cannot_lead_to_another_path() {
    let server = Server::start(|_, _| json(200, DONE)).await;
    tasks(&server).read(&id("../models?x=1#y")).await.unwrap();
    let asked = &server.asked()[0];
    assert_eq!(
        (asked.path.as_str(), asked.query.as_str()),
        ("/api/v1/tasks/..%2Fmodels%3Fx=1%23y", "")
    );
}

#[tokio::test]
async fn many_are_read_side_by_side_each_once_and_one_spoils_no_other() {
    let server = Server::start_slow(Duration::from_millis(400), |_, asked| {
        if asked.path.ends_with("bad") {
            json(
                500,
                r#"{"code":"InternalError","message":"m","request_id":"r"}"#,
            )
        } else {
            json(200, DONE)
        }
    })
    .await;
    let ids = ["t-1", "bad", "t-2", "t-1", "t-3"].map(id);
    let start = Instant::now();
    let read = tasks(&server).read_many(&ids).await;
    assert!(
        start.elapsed() < Duration::from_millis(1200),
        "{:?}",
        start.elapsed()
    );
    let names: Vec<&str> = read.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(names, ["t-1", "bad", "t-2", "t-3"]);
    let good: Vec<bool> = read.iter().map(|(_, task)| task.is_ok()).collect();
    assert_eq!(good, [true, false, true, true]);
    assert_eq!(server.asked().len(), 4);
}

#[tokio::test]
async fn a_list_is_asked_for_with_its_filters_and_read_leniently() {
    let server = Server::start(|_, _| json(200, PAGE)).await;
    let filter = TaskFilter {
        task_id: None,
        status: Some(TaskStatus::Running),
        model: Some("wanx v1".to_owned()),
        api_key_id: Some("1234".to_owned()),
        region: Some("cn-beijing".to_owned()),
        from: at("2026-11-20T00:00:00Z"),
        to: at("2026-11-20T15:59:59Z"),
        page: NonZeroU32::new(2),
        page_size: NonZeroU32::new(10),
    };
    let page = tasks(&server).list(&filter).await.unwrap();
    assert_eq!(
        (page.total, page.pages, page.page, page.page_size),
        (31, 4, 2, 10)
    );
    // The row without an id is left out.
    let [first, second] = page.tasks.as_slice() else {
        panic!("{page:?}")
    };
    assert_eq!(
        (first.model.as_str(), first.api_key_id.as_str()),
        ("wanx-v1", "1234")
    );
    assert_eq!(
        first.created_at,
        Timestamp::from_millisecond(1795181791896).ok()
    );
    assert_eq!(
        first.deleted_at(),
        Timestamp::from_millisecond(1795181800500 + 86_400_000).ok()
    );
    assert_eq!(second.status, TaskStatus::Other("SUSPENDED".to_owned()));
    assert_eq!(
        (second.api_key_id.as_str(), second.created_at),
        ("77", at("2026-11-20T13:36:31.896Z"))
    );

    let asked = &server.asked()[0];
    assert_eq!(
        (asked.method.as_str(), asked.path.as_str()),
        ("GET", "/api/v1/tasks")
    );
    let expected = [
        ("status", "RUNNING"),
        ("model_name", "wanx v1"),
        ("api_key_id", "1234"),
        ("region", "cn-beijing"),
        ("start_time", "20261120080000"),
        ("end_time", "20261120235959"),
        ("page_no", "2"),
        ("page_size", "10"),
    ];
    assert_eq!(
        asked.pairs(),
        expected.map(|(name, value)| (name.to_owned(), value.to_owned()))
    );
}

#[tokio::test]
async fn an_empty_list_is_a_list_and_something_else_is_none() {
    for body in [
        r#"{"total":0}"#,
        r#"{"data":[]}"#,
        r#"{"data":null,"total":"0","total_page":0}"#,
    ] {
        let server = Server::start(move |_, _| json(200, body)).await;
        let page = tasks(&server).list(&TaskFilter::default()).await.unwrap();
        assert_eq!(
            (page.tasks.len(), page.total, page.pages, page.page),
            (0, 0, 0, 1),
            "{body}"
        );
        assert_eq!(server.asked()[0].query, "");
    }
    let server = Server::start(|_, _| json(200, r#"{"request_id":"r"}"#)).await;
    let host = server.host();
    let error = tasks(&server)
        .list(&TaskFilter::default())
        .await
        .unwrap_err();
    assert_eq!(error, DataError::NotUnderstood { host });
}

#[tokio::test]
async fn cancelling_in_time_and_too_late() {
    let server = Server::start(|_, _| json(200, r#"{"request_id":"r1"}"#)).await;
    let cancelled = tasks(&server).cancel(&id("t-1")).await.unwrap();
    assert_eq!(
        cancelled,
        Cancelling::Cancelled {
            request_id: "r1".to_owned()
        }
    );
    let asked = &server.asked()[0];
    assert_eq!(
        (asked.method.as_str(), asked.path.as_str()),
        ("POST", "/api/v1/tasks/t-1/cancel")
    );

    let late = r#"{"code":"UnsupportedOperation","message":"Failed to cancel the task, please confirm if the task is in PENDING status.","request_id":"r2"}"#;
    let server = Server::start(move |_, _| json(400, late)).await;
    let too_late = tasks(&server).cancel(&id("t-1")).await.unwrap();
    assert_eq!(
        too_late,
        Cancelling::NotPending {
            request_id: "r2".to_owned()
        }
    );

    let denied = r#"{"code":"AccessDenied","message":"m","request_id":"r3"}"#;
    let server = Server::start(move |_, _| json(403, denied)).await;
    let error = tasks(&server).cancel(&id("t-1")).await.unwrap_err();
    assert_eq!(error.code(), Some("AccessDenied"));
}

#[tokio::test]
async fn the_pace_is_kept_on_the_wire_and_kinds_do_not_hold_each_other_up() {
    let server = Server::start(|_, asked| {
        let list = asked.path.ends_with("/tasks");
        json(200, if list { PAGE } else { DONE })
    })
    .await;
    let asking = tasks(&server);
    let ids: Vec<TaskId> = (0..30).map(|number| id(&format!("t-{number}"))).collect();
    let start = Instant::now();
    let (read, listed) = tokio::join!(asking.read_many(&ids), async {
        let page = asking.list(&TaskFilter::default()).await;
        (page, start.elapsed())
    });
    assert!(read.iter().all(|(_, task)| task.is_ok()));
    let took = start.elapsed();
    assert!(took >= Duration::from_secs(1), "30 in {took:?}");
    assert!(
        listed.0.is_ok() && listed.1 < Duration::from_millis(900),
        "{:?}",
        listed.1
    );
}
