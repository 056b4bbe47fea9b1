//! Encrypted calls over HTTP, right and wrong.

#![allow(clippy::unwrap_used, clippy::panic)] // In a test a panic is the verdict.

mod support;

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::rsa::{Pkcs1PublicEncryptingKey, PublicEncryptingKey};
use data_encoding::BASE64;
use serde_json::{Value, json};
use support::data::{Answer, Asking, asking};
use support::start;

const GENERATION: &str = "/api/v1/services/aigc/text-generation/generation";
const LATEST: &str = "/api/v1/public-keys/latest";
const HEADER: &str = "X-DashScope-EncryptionKey";
const KEY: [u8; 32] = [5; 32];
const NONCE: [u8; 12] = [6; 12];

/// A caller that has the public key.
struct Caller {
    asking: Asking,
    public_key_id: String,
    encrypt_key: String,
}

impl Caller {
    async fn new(asking: Asking) -> Caller {
        let latest = asking.get(LATEST).await.json();
        let public = BASE64
            .decode(latest["data"]["public_key"].as_str().unwrap().as_bytes())
            .unwrap();
        let public = PublicEncryptingKey::from_der(&public).unwrap();
        assert_eq!(public.key_size_bits(), 2048);
        let public = Pkcs1PublicEncryptingKey::new(public).unwrap();
        let mut buffer = vec![0; public.ciphertext_size()];
        let key = BASE64.encode(&KEY);
        let encrypted = public.encrypt(key.as_bytes(), &mut buffer).unwrap();
        Caller {
            asking,
            public_key_id: latest["data"]["public_key_id"].as_str().unwrap().to_owned(),
            encrypt_key: BASE64.encode(encrypted),
        }
    }

    fn header(&self) -> Value {
        json!({
            "public_key_id": self.public_key_id,
            "encrypt_key": self.encrypt_key,
            "iv": BASE64.encode(&NONCE),
        })
    }

    async fn call(&self, header: &str, input: Value, parameters: Value) -> Answer {
        let body = json!({ "model": "qwen-plus", "input": input, "parameters": parameters });
        let headers = [(HEADER, header)];
        self.asking.post_with(GENERATION, &headers, &body).await
    }

    async fn stream(&self, header: Option<&str>, input: Value, parameters: Value) -> Vec<Value> {
        let body = json!({ "model": "qwen-plus", "input": input, "parameters": parameters });
        let mut headers = vec![("X-DashScope-SSE", "enable")];
        headers.extend(header.map(|header| (HEADER, header)));
        let answer = self.asking.post_with(GENERATION, &headers, &body).await;
        let kind = answer.headers["content-type"].to_str().unwrap();
        assert!(kind.starts_with("text/event-stream"), "{kind}");
        answer.events()
    }
}

fn key() -> LessSafeKey {
    LessSafeKey::new(UnboundKey::new(&AES_256_GCM, &KEY).unwrap())
}

fn sealed(value: &Value) -> String {
    let mut bytes = value.to_string().into_bytes();
    let nonce = Nonce::assume_unique_for_key(NONCE);
    key()
        .seal_in_place_append_tag(nonce, Aad::empty(), &mut bytes)
        .unwrap();
    BASE64.encode(&bytes)
}

fn opened(output: &Value) -> Value {
    let mut bytes = BASE64.decode(output.as_str().unwrap().as_bytes()).unwrap();
    let nonce = Nonce::assume_unique_for_key(NONCE);
    let text = key()
        .open_in_place(nonce, Aad::empty(), &mut bytes)
        .unwrap();
    serde_json::from_slice(text).unwrap()
}

fn input() -> Value {
    json!({ "messages": [{ "role": "user", "content": "你好, tell me of 🌍 and more than one chunk can hold" }] })
}

#[tokio::test]
async fn the_answer_is_that_of_a_plain_call() {
    let running = start().await;
    let caller = Caller::new(asking(&running).await.1).await;
    let header = caller.header().to_string();
    for parameters in [
        json!({}),
        json!({ "result_format": "message" }),
        json!({ "max_tokens": 9 }),
    ] {
        let body = json!({ "model": "qwen-plus", "input": input(), "parameters": parameters });
        let plain = caller.asking.post(GENERATION, &body).await.json();
        let sent = json!(sealed(&input()));
        let answer = caller.call(&header, sent, parameters).await.json();
        assert_eq!(opened(&answer["output"]), plain["output"]);
        assert_eq!(answer["usage"], plain["usage"]);
        assert!(answer["request_id"].is_string());
    }
}

#[tokio::test]
async fn each_event_of_a_stream_is_sealed_alone() {
    let running = start().await;
    let caller = Caller::new(asking(&running).await.1).await;
    let header = caller.header().to_string();
    for parameters in [
        json!({}),
        json!({ "incremental_output": true, "result_format": "message" }),
    ] {
        let plain = caller.stream(None, input(), parameters.clone()).await;
        let sent = json!(sealed(&input()));
        let sealed = caller.stream(Some(&header), sent, parameters).await;
        assert!(plain.len() > 3, "{plain:?}");
        let outputs = |events: &[Value]| events.iter().map(|it| it["output"].clone()).collect();
        let plain: Vec<Value> = outputs(&plain);
        let sealed: Vec<Value> = outputs(&sealed);
        assert_eq!(sealed.iter().map(opened).collect::<Vec<_>>(), plain);
    }
}

#[tokio::test]
async fn whatever_cannot_be_decoded_is_refused_alike() {
    let running = start().await;
    let caller = Caller::new(asking(&running).await.1).await;
    let right = caller.header();
    let with = |name: &str, value: Value| {
        let mut header = right.clone();
        header[name] = value;
        header.to_string()
    };
    let good = sealed(&input());
    let mut tampered = BASE64.decode(good.as_bytes()).unwrap();
    *tampered.last_mut().unwrap() ^= 1;
    let tampered = BASE64.encode(&tampered);
    let not_json = {
        let mut bytes = b"{not json".to_vec();
        let nonce = Nonce::assume_unique_for_key(NONCE);
        key()
            .seal_in_place_append_tag(nonce, Aad::empty(), &mut bytes)
            .unwrap();
        BASE64.encode(&bytes)
    };
    let header = right.to_string();
    for (header, sent) in [
        (header.clone(), json!(tampered)),
        (header.clone(), json!(&good[..good.len() - 4])),
        (header.clone(), json!("not base64!")),
        (header.clone(), json!(not_json)),
        (header.clone(), json!("")),
        // Plain input under the header is no encrypted call.
        (header.clone(), input()),
        (header[..header.len() / 2].to_owned(), json!(good)),
        ("x".to_owned(), json!(good)),
        (with("public_key_id", json!("another")), json!(good)),
        (with("encrypt_key", json!("?")), json!(good)),
        (
            with("encrypt_key", json!(BASE64.encode(&[1; 128]))),
            json!(good),
        ),
        (
            with("encrypt_key", json!(BASE64.encode(&[1; 256]))),
            json!(good),
        ),
        (with("iv", json!(BASE64.encode(&[6; 16]))), json!(good)),
    ] {
        let answer = caller.call(&header, sent.clone(), json!({})).await;
        let expected = (400, "BadRequest.IllegalInput".to_owned());
        assert_eq!(answer.refusal(), expected, "{header} {sent}");
        let message = answer.json()["message"].take();
        assert_eq!(message, "The input parameter can not be decoded.");
    }
    // A text that came without the header is not taken for words.
    let body = json!({ "model": "qwen-plus", "input": good });
    let answer = caller.asking.post(GENERATION, &body).await;
    assert_eq!(answer.refusal(), (400, "InvalidParameter".to_owned()));
    // Its result would rest in the database in the clear.
    let headers = [(HEADER, header.as_str()), ("X-DashScope-Async", "enable")];
    let answer = caller.asking.post_with(GENERATION, &headers, &body).await;
    assert_eq!(answer.refusal(), (400, "InvalidParameter".to_owned()));
}

#[tokio::test]
async fn a_rotated_pair_is_another_from_the_next_call_on() {
    let running = start().await;
    let caller = Caller::new(asking(&running).await.1).await;
    let path = running.folder.path().to_owned();
    let id = local_studio::rotate_encryption_key(&path).unwrap();
    let sent = json!(sealed(&input()));
    let header = caller.header().to_string();
    let stale = caller.call(&header, sent.clone(), json!({})).await;
    assert_eq!(stale.refusal().1, "BadRequest.IllegalInput");
    let renewed = Caller::new(caller.asking).await;
    assert_eq!(renewed.public_key_id, id);
    let header = renewed.header().to_string();
    assert_eq!(renewed.call(&header, sent, json!({})).await.status, 200);
}

#[tokio::test]
async fn the_public_key_is_for_those_with_a_key() {
    let running = start().await;
    let (_, asking) = asking(&running).await;
    let stranger = asking.with_key("sk-ws-wrong");
    let refused = (401, "InvalidApiKey".to_owned());
    assert_eq!(stranger.get(LATEST).await.refusal(), refused);
    let caller = Caller::new(asking).await;
    let caller = Caller {
        asking: stranger,
        ..caller
    };
    let header = caller.header().to_string();
    let answer = caller
        .call(&header, json!(sealed(&input())), json!({}))
        .await;
    assert_eq!(answer.refusal(), refused);
}
