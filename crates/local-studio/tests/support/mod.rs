//! A server in this process, on a real socket and with a clock that tests move; and requests that no client would send.

#![allow(dead_code, unreachable_pub)] // Each test file uses a part of it.

pub mod data;

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;
use local_studio::{Faults, LocalStudio, Personality, Settings, generate_access_key};
use model_studio::acs3::{self, AccessKey, SignedParts};
use model_studio::clock::Clock;
use model_studio::control::{ControlClient, IdentityClient};
use model_studio::{Reach, http_client};
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// A clock that stands still until it is moved.
pub struct StillClock(AtomicI64);

impl StillClock {
    pub fn move_by(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }
}

impl Clock for StillClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.load(Ordering::SeqCst)).unwrap()
    }
}

/// A running server. Its folder goes when this does.
pub struct Running {
    pub address: SocketAddr,
    pub access_key: AccessKey,
    pub workspace_id: String,
    pub clock: Arc<StillClock>,
    pub folder: tempfile::TempDir,
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

pub async fn start() -> Running {
    start_as(Personality::default(), Faults::default()).await
}

/// A server that is somebody else, or has something wrong with it.
pub async fn start_as(personality: Personality, faults: Faults) -> Running {
    start_in(tempfile::tempdir().unwrap(), personality, faults).await
}

/// A server whose folder an earlier one has left.
pub async fn start_in(
    folder: tempfile::TempDir,
    personality: Personality,
    faults: Faults,
) -> Running {
    let clock = Arc::new(StillClock(AtomicI64::new(1_790_000_000)));
    let access_key = generate_access_key().unwrap();
    let settings = Settings {
        data: folder.path().to_owned(),
        access_key: access_key.clone(),
        clock: clock.clone(),
    };
    let studio = LocalStudio::open_as(settings, personality).unwrap();
    let studio = studio.with_faults(faults);
    let workspace_id = studio.default_workspace_id();
    let listener = local_studio::bind(None).await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let end = async {
        let _ = stopped.await;
    };
    let task = tokio::spawn(async move { studio.serve(listener, end).await.unwrap() });
    Running {
        address,
        access_key,
        workspace_id,
        clock,
        folder,
        stop,
        task,
    }
}

impl Running {
    pub fn client(&self) -> ControlClient {
        self.client_with(self.access_key.clone())
    }

    pub fn client_with(&self, access_key: AccessKey) -> ControlClient {
        let http = http_client(Reach::Loopback).unwrap();
        let endpoint = format!("http://{}", self.address).parse().unwrap();
        ControlClient::new(http, endpoint, access_key).with_clock(self.clock.clone())
    }

    pub fn identity(&self) -> IdentityClient {
        let http = http_client(Reach::Loopback).unwrap();
        let endpoint = format!("http://{}", self.address).parse().unwrap();
        IdentityClient::new(http, endpoint, self.access_key.clone()).with_clock(self.clock.clone())
    }

    pub fn openai_base(&self) -> String {
        format!("http://{}/compatible-mode/v1", self.address)
    }

    /// Ends the server and waits until it has.
    pub async fn stop(self) -> tempfile::TempDir {
        let _ = self.stop.send(());
        self.task.await.unwrap();
        self.folder
    }

    /// A signed request for the list of keys, to be spoilt before it is sent.
    pub fn signed(&self, nonce: &str) -> Raw {
        self.signed_for("ListApiKeys", "GET", "/modelstudio/apikeys", "", b"", nonce)
    }

    pub fn signed_for(
        &self,
        action: &str,
        method: &str,
        path: &str,
        query: &str,
        body: &[u8],
        nonce: &str,
    ) -> Raw {
        let mut headers = vec![
            ("host".to_owned(), self.address.to_string()),
            ("x-acs-action".to_owned(), action.to_owned()),
            ("x-acs-version".to_owned(), "2026-02-10".to_owned()),
        ];
        if !body.is_empty() {
            let form = "application/x-www-form-urlencoded";
            headers.push(("content-type".to_owned(), form.to_owned()));
        }
        let parts = SignedParts {
            method,
            path,
            query,
            headers: &headers,
            body,
        };
        let added = acs3::sign(&self.access_key, &parts, self.clock.now(), nonce);
        headers.extend(added);
        let target = if query.is_empty() {
            path.to_owned()
        } else {
            format!("{path}?{query}")
        };
        Raw {
            method: method.to_owned(),
            target,
            headers,
            body: body.to_vec(),
        }
    }
}

/// A request as it goes over the wire.
#[derive(Clone)]
pub struct Raw {
    pub method: String,
    pub target: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Raw {
    pub fn get(target: &str, headers: &[(&str, &str)]) -> Raw {
        let headers = headers
            .iter()
            .map(|(name, value)| (name.to_string(), value.to_string()));
        let (method, target) = ("GET".to_owned(), target.to_owned());
        Raw {
            method,
            target,
            headers: headers.collect(),
            body: Vec::new(),
        }
    }

    /// Puts another value in a header's place; None takes the header out.
    pub fn with(mut self, name: &str, value: Option<&str>) -> Raw {
        self.headers.retain(|(other, _)| other != name);
        self.headers
            .extend(value.map(|value| (name.to_owned(), value.to_owned())));
        self
    }

    pub fn header(&self, name: &str) -> &str {
        &self
            .headers
            .iter()
            .find(|(other, _)| other == name)
            .unwrap()
            .1
    }

    /// Sends it on a connection of its own, and gives status and JSON body.
    pub async fn send(&self, address: SocketAddr) -> (u16, Value) {
        let mut head = format!("{} {} HTTP/1.1\r\n", self.method, self.target);
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str(&format!(
            "content-length: {}\r\nconnection: close\r\n\r\n",
            self.body.len()
        ));
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(head.as_bytes()).await.unwrap();
        // A server that refused the head may not wait for the body.
        let _ = stream.write_all(&self.body).await;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.unwrap();
        let answer = String::from_utf8(answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        (status, serde_json::from_str(body).unwrap_or(Value::Null))
    }
}
