//! Calls about tasks that the service refuses as too many: who comes next leaves it alone for as long as it says.

#![allow(clippy::unwrap_used)] // Clippy knows test functions and not what they call.

mod data_support;
mod support;

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::Response;
use data_support::key;
use model_studio::pace::Pace;
use model_studio::tasks::{TaskFilter, TaskId, Tasks};
use model_studio::{Reach, http_client};
use support::{Server, json};

const PAGE: &str = r#"{"total":0,"data":[]}"#;
const TASK: &str = r#"{"output":{"task_id":"t-1","task_status":"RUNNING"}}"#;

fn busy(header: Option<(&'static str, &'static str)>) -> Response<Body> {
    let body = r#"{"code":"Throttling.RateQuota","message":"m","request_id":"r"}"#;
    let mut response = json(429, body);
    if let Some((name, value)) = header {
        response.headers_mut().insert(name, value.parse().unwrap());
    }
    response
}

/// A service that refuses so many calls, and none after them.
async fn busy_for(refused: usize, header: Option<(&'static str, &'static str)>) -> Server {
    Server::start(move |number, asked| match number {
        _ if number < refused => busy(header),
        _ if asked.path.ends_with("/tasks") => json(200, PAGE),
        _ => json(200, TASK),
    })
    .await
}

/// Two screens that ask with a key of the same account.
fn two(server: &Server) -> [Tasks; 2] {
    let pace = Pace::default();
    [(); 2].map(|()| {
        let http = http_client(Reach::Loopback).unwrap();
        Tasks::new(&http, &server.origin, &key(), pace.of("a")).unwrap()
    })
}

#[tokio::test]
async fn a_refused_call_is_sent_once_more_when_the_service_wants_it() {
    for (header, least) in [
        (Some(("x-acs-retry-after", "600")), 600),
        (Some(("retry-after", "1")), 1000),
        (None, 200),
    ] {
        let server = busy_for(1, header).await;
        let [here, there] = two(&server);
        let filter = TaskFilter::default();
        let start = Instant::now();
        let first = here.list(&filter);
        // Somebody else, who asks while the first is refused.
        let second = async {
            tokio::time::sleep(Duration::from_millis(100)).await;
            there.list(&filter).await
        };
        let (first, second) = tokio::join!(first, second);
        assert!(first.is_ok() && second.is_ok(), "{first:?} {second:?}");
        let took = start.elapsed();
        assert!(took >= Duration::from_millis(least), "{header:?}: {took:?}");
        assert!(
            took < Duration::from_millis(least + 5000),
            "{header:?}: {took:?}"
        );
        assert_eq!(server.asked().len(), 3);
    }
}

#[tokio::test]
async fn a_call_that_is_refused_again_is_refused() {
    let header = ("x-acs-retry-after", "300");
    let server = busy_for(2, Some(header)).await;
    let [here, there] = two(&server);
    let id = TaskId::parse("t-1").unwrap();
    let start = Instant::now();
    let error = here.cancel(&id).await.unwrap_err();
    assert_eq!(error.code(), Some("Throttling.RateQuota"));
    assert_eq!(error.retry_after(), Some(Duration::from_millis(300)));
    assert_eq!(server.asked().len(), 2);
    // Who asks next waits for the second pause too.
    assert!(there.cancel(&id).await.is_ok());
    let took = start.elapsed();
    assert!(took >= Duration::from_millis(600), "{took:?}");
}

#[tokio::test]
async fn calls_of_another_kind_do_not_wait() {
    let server = busy_for(1, Some(("x-acs-retry-after", "9000"))).await;
    let [here, there] = two(&server);
    let filter = TaskFilter::default();
    let patience = Duration::from_millis(300);
    let listing = tokio::time::timeout(patience, here.list(&filter));
    assert!(listing.await.is_err());
    let start = Instant::now();
    let id = TaskId::parse("t-1").unwrap();
    there.read(&id).await.unwrap();
    assert!(start.elapsed() < Duration::from_secs(5));
    let listing = tokio::time::timeout(patience, there.list(&filter));
    assert!(listing.await.is_err());
    assert_eq!(server.asked().len(), 2, "nothing leaves in a pause");
}

#[tokio::test]
async fn a_refusal_of_another_cause_is_no_pause() {
    let server = Server::start(|number, _| match number {
        0 => {
            // HTTP 429, and yet it is about money.
            let body = r#"{"code":"PostpaidBillOverdue","message":"m","request_id":"r"}"#;
            let mut response = json(429, body);
            let headers = response.headers_mut();
            headers.insert("x-acs-retry-after", "9000".parse().unwrap());
            response
        }
        _ => json(200, TASK),
    })
    .await;
    let [here, _] = two(&server);
    let id = TaskId::parse("t-1").unwrap();
    assert!(here.read(&id).await.is_err());
    let start = Instant::now();
    here.read(&id).await.unwrap();
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[tokio::test]
async fn many_that_are_read_at_once_pause_together() {
    let refused: Arc<str> = Arc::from("t-3");
    let server = Server::start(move |_, asked| {
        if asked.path.ends_with(&*refused) {
            busy(Some(("x-acs-retry-after", "1500")))
        } else {
            json(200, TASK)
        }
    })
    .await;
    let [here, _] = two(&server);
    let ids: Vec<TaskId> = (0..30)
        .map(|number| TaskId::parse(&format!("t-{number}")).unwrap())
        .collect();
    let start = Instant::now();
    let read = here.read_many(&ids).await;
    let failed = read.iter().filter(|(_, task)| task.is_err()).count();
    assert_eq!((read.len(), failed), (30, 1));
    // Ten of them had to wait for a second anyway, and waited longer.
    let took = start.elapsed();
    assert!(took >= Duration::from_millis(1500), "{took:?}");
}
