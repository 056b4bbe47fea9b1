//! Encrypted answers that come in pieces: each is opened by itself, and what is wrong with one ends them all.

#![allow(clippy::unwrap_used)] // Clippy knows test functions and not what they call.

mod data_support;
mod support;

use data_support::{Decrypting, Opened, asking_who, event, key, said, sse};
use model_studio::clock::SystemClock;
use model_studio::data::DataError;
use model_studio::encryption::{
    EncryptionError, OpenedStream, PublicKeys, call_encrypted_streamed,
};
use model_studio::{Reach, http_client};
use serde_json::json;
use support::{Server, json as answer};

/// A call of a service that streams what `pieces` makes of it.
async fn streamed(
    pieces: impl Fn(&Opened) -> String + Clone + Send + Sync + 'static,
) -> (Server, OpenedStream) {
    let decrypting = Decrypting::new();
    let server = Server::start(move |_, asked| {
        if asked.path == "/api/v1/public-keys/latest" {
            return answer(200, &decrypting.public_key());
        }
        assert_eq!(asked.header("x-dashscope-sse"), Some("enable"));
        sse(pieces(&decrypting.open(asked)))
    })
    .await;
    let http = http_client(Reach::Loopback).unwrap();
    let (keys, call) = (PublicKeys::default(), asking_who());
    let stream = call_encrypted_streamed(&http, &server.origin, &key(), &keys, &SystemClock, &call)
        .await
        .unwrap();
    (server, stream)
}

#[tokio::test]
async fn a_streamed_answer_is_opened_piece_by_piece() {
    let said = || [said("Hel", false), said("lo", false), said("", true)];
    let (_server, mut stream) = streamed(move |opened| {
        let pieces = said().map(|piece| event(&opened.seal(&piece)));
        pieces.concat()
    })
    .await;
    let mut outputs = Vec::new();
    while let Some(piece) = stream.next().await {
        outputs.push(piece.unwrap().output);
    }
    assert_eq!(outputs, said());
}

#[tokio::test]
async fn an_encrypted_stream_that_is_cut_off_is_no_answer() {
    let (server, mut stream) = streamed(|opened| event(&opened.seal(&said("Hel", false)))).await;
    assert!(stream.next().await.unwrap().is_ok());
    let lost = DataError::ConnectionLost {
        host: server.host(),
    };
    assert_eq!(stream.next().await.unwrap().unwrap_err(), lost.into());
    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn a_tampered_piece_ends_the_stream() {
    let (_server, mut stream) = streamed(|opened| {
        let good = event(&opened.seal(&said("Hel", false)));
        format!("{good}{}{good}", event(&json!("AAAA")))
    })
    .await;
    assert!(stream.next().await.unwrap().is_ok());
    assert_eq!(
        stream.next().await.unwrap().unwrap_err(),
        EncryptionError::NotAuthentic
    );
    assert!(stream.next().await.is_none());
}
