//! The client of the data plane against this server: temporary keys, encrypted calls, tasks, and the check of a key.

#![allow(clippy::unwrap_used, clippy::panic)] // In a test a panic is the verdict.

mod support;

use std::num::NonZeroU32;

use jiff::SignedDuration;
use model_studio::clock::Clock;
use model_studio::control::CreateApiKey;
use model_studio::data::probe::{Probed, RefusalKind, probe};
use model_studio::data::{
    ModelCall, Outgoing, TimeToLive, call, call_streamed, create_task, create_temporary_key,
};
use model_studio::encryption::{PublicKeys, call_encrypted, call_encrypted_streamed};
use model_studio::key::KeySecret;
use model_studio::pace::Pace;
use model_studio::tasks::{Cancelling, TaskFilter, TaskId, TaskStatus, Tasks};
use model_studio::{Reach, http_client};
use serde_json::{Value, json};
use support::{Running, start};

const QUESTION: &str = "Who are you? 你是谁？";

struct Caller {
    http: reqwest::Client,
    origin: String,
    key: KeySecret,
}

impl Caller {
    async fn of(running: &Running) -> Caller {
        let create = CreateApiKey::default();
        let created = running.client().create_api_key(&create).await.unwrap();
        Caller {
            http: http_client(Reach::Loopback).unwrap(),
            origin: format!("http://{}", running.address),
            key: created.value,
        }
    }

    async fn accepted(&self, key: &KeySecret) -> bool {
        match probe(&self.http, &self.origin, key).await {
            Probed::Accepted { models } => !models.is_empty(),
            Probed::Refused { kind, .. } => {
                assert_eq!(kind, RefusalKind::InvalidKey);
                false
            }
            Probed::NoAnswer(error) => panic!("{error:?}"),
        }
    }
}

fn question() -> ModelCall {
    ModelCall {
        model: "qwen-plus".to_owned(),
        input: json!({"messages": [{"role": "user", "content": QUESTION}]}),
        parameters: Some(json!({"result_format": "message", "incremental_output": true})),
    }
}

fn said(output: &Value) -> &str {
    output["choices"][0]["message"]["content"].as_str().unwrap()
}

#[tokio::test]
async fn a_temporary_key_is_made_used_and_over_a_second_after_its_end() {
    let running = start().await;
    let caller = Caller::of(&running).await;
    let ttl = TimeToLive::seconds(30).unwrap();
    let made = create_temporary_key(&caller.http, &caller.origin, &caller.key, ttl)
        .await
        .unwrap();
    let life = made.expires_at.duration_since(running.clock.now());
    assert_eq!(life, SignedDuration::from_secs(30));
    assert!(made.server_date.is_some());
    assert!(caller.accepted(&made.value).await);
    running.clock.move_by(31);
    assert!(!caller.accepted(&made.value).await);
    assert!(caller.accepted(&caller.key).await);
}

#[tokio::test]
async fn an_encrypted_call_says_what_a_plain_one_says() {
    let running = start().await;
    let Caller { http, origin, key } = Caller::of(&running).await;
    let (keys, clock) = (PublicKeys::default(), running.clock.as_ref());
    let plain = call(&http, &origin, &key, &Outgoing::plain(&question()))
        .await
        .unwrap();
    assert!(said(&plain.output).contains(QUESTION));
    let encrypted = call_encrypted(&http, &origin, &key, &keys, clock, &question())
        .await
        .unwrap();
    assert_eq!(encrypted.output, plain.output);
    assert_eq!(encrypted.usage, plain.usage);
    assert!(!encrypted.received.contains("你是谁"));

    let mut stream = call_streamed(&http, &origin, &key, &Outgoing::plain(&question()))
        .await
        .unwrap();
    let mut plain_pieces = Vec::new();
    while let Some(piece) = stream.next().await {
        plain_pieces.push(piece.unwrap().output);
    }
    let mut stream = call_encrypted_streamed(&http, &origin, &key, &keys, clock, &question())
        .await
        .unwrap();
    let mut pieces = Vec::new();
    while let Some(piece) = stream.next().await {
        pieces.push(piece.unwrap().output);
    }
    assert!(pieces.len() > 1);
    assert_eq!(pieces, plain_pieces);
    let whole: String = pieces.iter().map(said).collect();
    assert_eq!(whole, said(&plain.output));
}

#[tokio::test]
async fn tasks_are_created_listed_read_and_cancelled_in_time_and_too_late() {
    let running = start().await;
    let Caller { http, origin, key } = Caller::of(&running).await;
    let created = create_task(&http, &origin, &key, &Outgoing::plain(&question()))
        .await
        .unwrap();
    let other = create_task(&http, &origin, &key, &Outgoing::plain(&question()))
        .await
        .unwrap();
    let id = TaskId::parse(&created.task_id).unwrap();
    let other = TaskId::parse(&other.task_id).unwrap();
    let tasks = Tasks::new(&http, &origin, &key, Pace::default().of("this computer")).unwrap();

    assert_eq!(tasks.read(&id).await.unwrap().status, TaskStatus::Pending);
    assert!(matches!(
        tasks.cancel(&other).await.unwrap(),
        Cancelling::Cancelled { .. }
    ));
    running.clock.move_by(600);
    let unknown = TaskId::parse("6a9f7c1e-0000-4000-8000-000000000000").unwrap();
    let read = tasks.read_many(&[id.clone(), other.clone(), unknown]).await;
    let read: Vec<_> = read.into_iter().map(|(_, task)| task.unwrap()).collect();
    let states: Vec<&TaskStatus> = read.iter().map(|task| &task.status).collect();
    assert_eq!(
        states,
        [
            &TaskStatus::Succeeded,
            &TaskStatus::Canceled,
            &TaskStatus::Unknown
        ]
    );
    assert!(matches!(
        tasks.cancel(&id).await.unwrap(),
        Cancelling::NotPending { .. }
    ));

    // Texts and numbers mean the same moment.
    let done = &read[0];
    let now = running.clock.now();
    let age = now.duration_since(done.submitted_at.unwrap());
    assert_eq!(age.as_secs(), 600);
    let listed = |status: Option<TaskStatus>| {
        let filter = TaskFilter {
            status,
            from: now.checked_sub(SignedDuration::from_hours(1)).ok(),
            to: Some(now),
            page_size: NonZeroU32::new(1),
            ..TaskFilter::default()
        };
        let tasks = &tasks;
        async move { tasks.list(&filter).await.unwrap() }
    };
    let all = listed(None).await;
    assert_eq!((all.total, all.pages, all.tasks.len()), (2, 2, 1));
    let succeeded = listed(Some(TaskStatus::Succeeded)).await;
    assert_eq!((succeeded.total, &succeeded.tasks[0].id), (1, &id));
    assert_eq!(succeeded.tasks[0].ended_at, done.ended_at);
    assert_eq!(succeeded.tasks[0].deleted_at(), done.deleted_at());
}
