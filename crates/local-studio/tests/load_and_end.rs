//! Many callers at once, callers that are slow, and the end.

#![allow(clippy::unwrap_used, clippy::panic)] // In a test a panic is the verdict.

mod support;

use std::collections::HashSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use local_studio::{DataFolderError, LocalStudio, OpenError, Settings, generate_access_key};
use model_studio::clock::SystemClock;
use model_studio::control::{ControlError, CreateApiKey, ListApiKeys};
use support::start;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

#[tokio::test(flavor = "multi_thread")]
async fn many_creations_at_once_keep_to_the_quota() {
    let running = start().await;
    let client = running.client();
    let mut tasks = Vec::new();
    for _ in 0..120 {
        let client = client.clone();
        tasks.push(tokio::spawn(async move {
            client.create_api_key(&CreateApiKey::default()).await
        }));
    }
    let (mut ids, mut refused) = (HashSet::new(), 0);
    for task in tasks {
        match task.await.unwrap() {
            Ok(created) => assert!(ids.insert(created.api_key_id)),
            Err(ControlError::Platform(error)) => {
                assert_eq!(error.code, "QuotaExceeded.ApiKey");
                refused += 1;
            }
            Err(other) => panic!("{other}"),
        }
    }
    assert_eq!((ids.len(), refused), (50, 70));
    assert_eq!(
        client
            .all_api_keys(&ListApiKeys::default())
            .await
            .unwrap()
            .len(),
        50
    );
    running.stop().await;
}

#[tokio::test]
async fn idle_and_slow_callers_do_not_hold_up_the_end() {
    let running = start().await;
    let client = running.client();
    client.list_api_keys(&ListApiKeys::default()).await.unwrap();
    let mut silent = TcpStream::connect(running.address).await.unwrap();
    let mut slow = TcpStream::connect(running.address).await.unwrap();
    slow.write_all(b"GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n")
        .await
        .unwrap();
    let begun = Instant::now();
    running.stop().await;
    assert!(
        begun.elapsed() < Duration::from_secs(8),
        "{:?}",
        begun.elapsed()
    );
    // Both connections are closed, not left to a server that has ended.
    for stream in [&mut silent, &mut slow] {
        let mut rest = Vec::new();
        let _ = stream.read_to_end(&mut rest).await;
    }
}

#[tokio::test]
async fn what_runs_is_finished() {
    let running = start().await;
    let request = running.signed_for(
        "CreateApiKey",
        "POST",
        "/modelstudio/apikeys",
        "",
        b"auth.type=All",
        "n",
    );
    let mut head = format!("POST {} HTTP/1.1\r\n", request.target);
    for (name, value) in &request.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str(&format!("content-length: {}\r\n\r\n", request.body.len()));
    let mut stream = TcpStream::connect(running.address).await.unwrap();
    stream.write_all(head.as_bytes()).await.unwrap();
    tokio::time::sleep(Duration::from_millis(200)).await;
    let ending = tokio::spawn(running.stop());
    tokio::time::sleep(Duration::from_millis(200)).await;
    stream.write_all(&request.body).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    ending.await.unwrap();
}

#[tokio::test]
async fn a_folder_belongs_to_one_server_until_it_ends() {
    let running = start().await;
    let settings = |data: &std::path::Path| Settings {
        data: data.to_owned(),
        access_key: generate_access_key().unwrap(),
        clock: Arc::new(SystemClock),
    };
    let refused = LocalStudio::open(settings(running.folder.path())).unwrap_err();
    assert!(
        matches!(refused, OpenError::Folder(DataFolderError::InUse { .. })),
        "{refused}"
    );
    let folder = running.stop().await;
    LocalStudio::open(settings(folder.path())).unwrap();
}

#[tokio::test]
async fn a_preferred_port_that_is_taken_gives_way_to_a_neighbour() {
    let first = local_studio::bind(None).await.unwrap();
    let port = first.local_addr().unwrap().port();
    let second = local_studio::bind(Some(port))
        .await
        .unwrap()
        .local_addr()
        .unwrap();
    assert!(second.ip().is_loopback() && second.port() != port);
    drop(first);
    let again = local_studio::bind(Some(port))
        .await
        .unwrap()
        .local_addr()
        .unwrap();
    assert_eq!(again.port(), port);
}
