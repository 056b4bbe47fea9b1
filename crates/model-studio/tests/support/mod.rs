//! A server on loopback that answers what a test tells it to and keeps what it was asked. It is not a Model Studio.

// Each test program uses its own part of this; clippy knows test functions and not what they call.
#![allow(dead_code, clippy::unwrap_used)]

pub(crate) mod sdk;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{Request, Response};
use model_studio::acs3::{AccessKey, SignedParts, presented, verify};
use model_studio::control::ControlClient;
use model_studio::{Reach, http_client};
use secrecy::SecretString;
use tokio::net::TcpListener;

pub(crate) const SECRET: &str = "markerSecretOfTheAccessKey0123";

/// A request as it came over the wire.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Asked {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(other, _)| other == name)
            .map(|(_, value)| value.as_str())
    }

    pub(crate) fn pairs(&self) -> Vec<(String, String)> {
        form_urlencoded::parse(self.query.as_bytes())
            .into_owned()
            .collect()
    }

    /// The signature holds for what came over the wire.
    pub(crate) fn assert_signed(&self) {
        let claims = presented(&self.headers).unwrap();
        let parts = SignedParts {
            method: &self.method,
            path: &self.path,
            query: &self.query,
            headers: &self.headers,
            body: &self.body,
        };
        verify(&parts, &claims, &SecretString::from(SECRET)).unwrap();
    }
}

/// A server that runs until the test ends.
pub(crate) struct Server {
    pub(crate) origin: String,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Server {
    /// Answers each request with what `answer` makes of it and of its number, from 0.
    pub(crate) async fn start<A>(answer: A) -> Server
    where
        A: Fn(usize, &Asked) -> Response<Body> + Clone + Send + Sync + 'static,
    {
        Server::start_slow(Duration::ZERO, answer).await
    }

    /// The same, after a while.
    pub(crate) async fn start_slow<A>(delay: Duration, answer: A) -> Server
    where
        A: Fn(usize, &Asked) -> Response<Body> + Clone + Send + Sync + 'static,
    {
        let asked: Arc<Mutex<Vec<Asked>>> = Arc::default();
        let kept = Arc::clone(&asked);
        let router = Router::new().fallback(move |request: Request<Body>| {
            let (kept, answer) = (Arc::clone(&kept), answer.clone());
            async move {
                let request = read(request).await;
                let number = {
                    let mut kept = kept.lock().unwrap();
                    kept.push(request.clone());
                    kept.len() - 1
                };
                tokio::time::sleep(delay).await;
                answer(number, &request)
            }
        });
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Server { origin, asked }
    }

    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }

    /// The address without its scheme, as failures name it.
    pub(crate) fn host(&self) -> String {
        self.origin.trim_start_matches("http://").to_owned()
    }

    pub(crate) fn client(&self) -> ControlClient {
        client(&self.origin, http_client(Reach::Loopback).unwrap())
    }
}

async fn read(request: Request<Body>) -> Asked {
    let (head, body) = request.into_parts();
    let body: Bytes = axum::body::to_bytes(body, 1 << 20).await.unwrap();
    Asked {
        method: head.method.to_string(),
        path: head.uri.path().to_owned(),
        query: head.uri.query().unwrap_or_default().to_owned(),
        headers: head
            .headers
            .iter()
            .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
            .collect(),
        body: body.to_vec(),
    }
}

pub(crate) fn access_key() -> AccessKey {
    AccessKey {
        id: "LTAI5tExample".to_owned(),
        secret: SecretString::from(SECRET),
        security_token: None,
    }
}

pub(crate) fn client(origin: &str, http: reqwest::Client) -> ControlClient {
    ControlClient::new(http, origin.parse().unwrap(), access_key())
}

/// A client that loses patience soon.
pub(crate) fn impatient() -> reqwest::Client {
    reqwest::Client::builder()
        .no_proxy()
        .timeout(Duration::from_millis(300))
        .build()
        .unwrap()
}

pub(crate) fn json(status: u16, body: &str) -> Response<Body> {
    Response::builder()
        .status(status)
        .header("content-type", "application/json;charset=utf-8")
        .body(Body::from(body.to_owned()))
        .unwrap()
}

pub(crate) fn html(status: u16) -> Response<Body> {
    Response::builder()
        .status(status)
        .header("content-type", "text/html")
        .body(Body::from(
            "<html><code>NoPermission</code>Sign in to this network</html>",
        ))
        .unwrap()
}
