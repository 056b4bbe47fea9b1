//! A data plane for tests: a server whose answers come in pieces or are cut off, and the service's side of an encrypted call.
//! It is not a Model Studio.

// Each test program uses its own part of this; clippy knows test functions and not what they call.
#![allow(dead_code, clippy::unwrap_used)]

use std::time::Duration;

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::rsa::{Pkcs1PrivateDecryptingKey, PrivateDecryptingKey};
use axum::body::Body;
use axum::http::Response;
use data_encoding::BASE64;
use model_studio::data::ModelCall;
use model_studio::key::KeySecret;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::support::Asked;

pub(crate) const KEY: &str = "sk-ws-markermarkermarkermarkermarkermarker0123";

pub(crate) fn key() -> KeySecret {
    KeySecret::parse(KEY).unwrap()
}

pub(crate) fn asking_who() -> ModelCall {
    ModelCall {
        model: "qwen-plus".to_owned(),
        input: json!({"messages": [{"role": "user", "content": "markerQuestion 你是谁？"}]}),
        parameters: Some(json!({"result_format": "message", "incremental_output": true})),
    }
}

/// An event of the platform's.
pub(crate) fn event(output: &Value) -> String {
    let data = json!({"output": output, "usage": {"output_tokens": 1}, "request_id": "r1"});
    format!("id:1\nevent:result\n:HTTP_STATUS/200\ndata:{data}\n\n")
}

/// A piece of an answer that says whether it is the last.
pub(crate) fn said(text: &str, last: bool) -> Value {
    let reason = if last { "stop" } else { "null" };
    json!({"choices": [{"message": {"role": "assistant", "content": text}, "finish_reason": reason}]})
}

/// An answer made of events.
pub(crate) fn sse(events: String) -> Response<Body> {
    Response::builder()
        .header("content-type", "text/event-stream;charset=UTF-8")
        .body(Body::from(events))
        .unwrap()
}

/// Answers every connection with these bytes, piece by piece as they are given, and closes it. The origin.
pub(crate) async fn stream_of(pieces: Vec<Vec<u8>>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            socket.set_nodelay(true).unwrap();
            // The whole request comes in one piece: it is small, and loopback.
            let mut request = vec![0; 64 * 1024];
            let _ = socket.read(&mut request).await;
            let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream;charset=UTF-8\r\nConnection: close\r\n\r\n";
            socket.write_all(head.as_bytes()).await.unwrap();
            for piece in &pieces {
                if socket.write_all(piece).await.is_err() {
                    break;
                }
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        }
    });
    origin
}

/// The service's side of encrypted calls.
#[derive(Clone)]
pub(crate) struct Decrypting {
    document: Value,
}

/// An encrypted call as the service reads it.
pub(crate) struct Opened {
    pub(crate) input: Value,
    cipher: LessSafeKey,
    iv: [u8; 12],
}

impl Decrypting {
    pub(crate) fn new() -> Decrypting {
        let text = include_str!("../data/encryption-vectors.json");
        Decrypting {
            document: serde_json::from_str(text).unwrap(),
        }
    }

    pub(crate) fn text(&self, name: &str) -> &str {
        self.document[name].as_str().unwrap()
    }

    /// The answer to who asks for the public key.
    pub(crate) fn public_key(&self) -> String {
        public_key_answer(self.text("public_key"))
    }

    /// Reads a call with the private key.
    pub(crate) fn open(&self, asked: &Asked) -> Opened {
        let header = asked.header("x-dashscope-encryptionkey").unwrap();
        let header: Value = serde_json::from_str(header).unwrap();
        assert_eq!(header["public_key_id"], "1");
        let der = bytes(self.text("private_key"));
        let key = PrivateDecryptingKey::from_pkcs8(&der).unwrap();
        let key = Pkcs1PrivateDecryptingKey::new(key).unwrap();
        let mut room = vec![0; key.min_output_size()];
        let wrapped = bytes(header["encrypt_key"].as_str().unwrap());
        let key_text = key.decrypt(&wrapped, &mut room).unwrap();
        let aes_key = BASE64.decode(key_text).unwrap();
        let cipher = LessSafeKey::new(UnboundKey::new(&AES_256_GCM, &aes_key).unwrap());
        let iv: [u8; 12] = bytes(header["iv"].as_str().unwrap()).try_into().unwrap();
        let body: Value = serde_json::from_slice(&asked.body).unwrap();
        let mut input = bytes(body["input"].as_str().unwrap());
        let input = cipher
            .open_in_place(Nonce::assume_unique_for_key(iv), Aad::empty(), &mut input)
            .unwrap();
        Opened {
            input: serde_json::from_slice(input).unwrap(),
            cipher,
            iv,
        }
    }
}

impl Opened {
    /// An output as the service answers it: encrypted with the caller's key and IV.
    pub(crate) fn seal(&self, output: &Value) -> Value {
        let mut bytes = output.to_string().into_bytes();
        let nonce = Nonce::assume_unique_for_key(self.iv);
        self.cipher
            .seal_in_place_append_tag(nonce, Aad::empty(), &mut bytes)
            .unwrap();
        Value::String(BASE64.encode(&bytes))
    }
}

pub(crate) fn public_key_answer(public_key: &str) -> String {
    json!({"request_id": "r0", "data": {"public_key": public_key, "public_key_id": "1"}})
        .to_string()
}

fn bytes(text: &str) -> Vec<u8> {
    BASE64.decode(text.as_bytes()).unwrap()
}
