//! Something between the program and the data plane that sees what passes, and meddles with it.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::Response;
use serde_json::{Value, json};

/// The path of the public key.
const PUBLIC_KEY: &str = "/api/v1/public-keys/latest";

/// What it does.
#[derive(Clone)]
pub(crate) enum Meddling {
    /// Nothing: it looks.
    None,
    /// Another answer is given for the public key.
    PublicKey(Value),
    /// A byte of the answer is changed, which is encrypted.
    Tampered,
    /// The first call is told that its input cannot be decoded; one that is to be streamed, by an event.
    RefusedOnce,
    /// Every streamed answer is broken off after its first piece by the same refusal.
    RefusedLate,
    /// Calls are never answered.
    Silent,
}

/// What passed.
pub(crate) struct Between {
    pub(crate) origin: String,
    seen: Arc<Seen>,
}

struct Seen {
    studio: String,
    meddling: Meddling,
    http: reqwest::Client,
    calls: Mutex<Vec<String>>,
    public_keys: AtomicU32,
    let_go: AtomicBool,
}

impl Between {
    /// In front of the server at this address.
    pub(crate) async fn before(studio: &str, meddling: Meddling) -> Between {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let seen = Arc::new(Seen {
            studio: studio.to_owned(),
            meddling,
            http: reqwest::Client::builder().no_proxy().build().unwrap(),
            calls: Mutex::default(),
            public_keys: AtomicU32::new(0),
            let_go: AtomicBool::new(false),
        });
        let router = Router::new().fallback(pass).with_state(Arc::clone(&seen));
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Between { origin, seen }
    }

    /// The bodies of the calls that were sent.
    pub(crate) fn calls(&self) -> Vec<String> {
        self.seen.calls.lock().unwrap().clone()
    }

    /// How often the public key was asked for.
    pub(crate) fn public_keys(&self) -> u32 {
        self.seen.public_keys.load(Ordering::SeqCst)
    }

    /// Whether a call that was not answered was given up.
    pub(crate) fn was_let_go(&self) -> bool {
        self.seen.let_go.load(Ordering::SeqCst)
    }
}

/// Notes that nobody waits any more.
struct Waiting(Arc<Seen>);

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.let_go.store(true, Ordering::SeqCst);
    }
}

async fn pass(State(seen): State<Arc<Seen>>, request: Request) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, 1 << 24).await.unwrap();
    let path = parts.uri.path().to_owned();
    if path == PUBLIC_KEY {
        seen.public_keys.fetch_add(1, Ordering::SeqCst);
        if let Meddling::PublicKey(key) = &seen.meddling {
            return answer(200, &json!({ "request_id": "r", "data": key }));
        }
    }
    if path.ends_with("/generation") {
        let number = {
            let mut calls = seen.calls.lock().unwrap();
            calls.push(String::from_utf8(body.to_vec()).unwrap());
            calls.len()
        };
        match &seen.meddling {
            Meddling::Silent => {
                let _waiting = Waiting(Arc::clone(&seen));
                std::future::pending::<()>().await;
            }
            Meddling::RefusedOnce if number == 1 => {
                return if parts.headers.contains_key("x-dashscope-sse") {
                    stream(refusing_event())
                } else {
                    answer(400, &undecodable())
                };
            }
            _ => {}
        }
    }
    let target = parts.uri.path_and_query().unwrap().as_str();
    let request = seen
        .http
        .request(parts.method, format!("{}{target}", seen.studio));
    let mut headers = parts.headers;
    headers.remove("host");
    let answered = request.headers(headers).body(body).send().await.unwrap();
    let mut response = Response::builder().status(answered.status());
    for name in ["content-type", "date"] {
        if let Some(value) = answered.headers().get(name) {
            response = response.header(name, value);
        }
    }
    let mut bytes = answered.bytes().await.unwrap().to_vec();
    if matches!(seen.meddling, Meddling::Tampered) && path.ends_with("/generation") {
        tamper(&mut bytes);
    }
    if matches!(seen.meddling, Meddling::RefusedLate) && path.ends_with("/generation") {
        let first = bytes.windows(2).position(|two| two == b"\n\n").unwrap();
        bytes.truncate(first + 2);
        bytes.extend(refusing_event().into_bytes());
    }
    response.body(Body::from(bytes)).unwrap()
}

/// Another letter in the middle of the ciphertext of each piece.
fn tamper(bytes: &mut [u8]) {
    let mark = b"\"output\":\"";
    let places: Vec<usize> = (0..bytes.len().saturating_sub(mark.len()))
        .filter(|at| bytes[*at..].starts_with(mark))
        .collect();
    assert!(!places.is_empty(), "there is a ciphertext");
    for place in places {
        let letter = &mut bytes[place + mark.len() + 4];
        *letter = if *letter == b'A' { b'B' } else { b'A' };
    }
}

fn undecodable() -> Value {
    json!({ "code": "BadRequest.IllegalInput", "request_id": "r",
        "message": "The input parameter can not be decoded." })
}

/// The same inside a stream.
fn refusing_event() -> String {
    format!("event:error\n:HTTP_STATUS/400\ndata:{}\n\n", undecodable())
}

fn stream(events: String) -> Response<Body> {
    Response::builder()
        .header("content-type", "text/event-stream")
        .body(Body::from(events))
        .unwrap()
}

fn answer(status: u16, body: &Value) -> Response<Body> {
    Response::builder()
        .status(status)
        .header("content-type", "application/json")
        .body(Body::from(body.to_string()))
        .unwrap()
}
