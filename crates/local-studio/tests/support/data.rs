//! Asking the data plane with a key, over plain HTTP.

use model_studio::control::CreateApiKey;
use model_studio::control::wire::{Auth, AuthKind, ModelAccessScope};
use reqwest::{Client, Method, RequestBuilder};
use secrecy::ExposeSecret;
use serde_json::Value;

use super::Running;

/// Someone who asks with one key.
#[derive(Clone)]
pub struct Asking {
    pub http: Client,
    pub base: String,
    pub key: String,
}

/// What was answered.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub text: String,
    pub headers: reqwest::header::HeaderMap,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap()
    }

    /// The status, and the code of the platform's shape.
    pub fn refusal(&self) -> (u16, String) {
        let code = self.json()["code"].as_str().unwrap_or_default().to_owned();
        (self.status, code)
    }

    /// The data of each event of a stream.
    pub fn events(&self) -> Vec<Value> {
        let data = self
            .text
            .lines()
            .filter_map(|line| line.strip_prefix("data:"));
        data.filter(|data| data.trim() != "[DONE]")
            .map(|data| serde_json::from_str(data).unwrap())
            .collect()
    }
}

/// A new key of this server, and its id.
pub async fn asking(running: &Running) -> (i64, Asking) {
    asking_with(running, CreateApiKey::default()).await
}

pub async fn asking_with(running: &Running, create: CreateApiKey) -> (i64, Asking) {
    let created = running.client().create_api_key(&create).await.unwrap();
    // EXPOSE: a test presents the key by hand.
    let key = created.value.secret().expose_secret().to_owned();
    (created.api_key_id, Asking::of(running, &key))
}

impl Asking {
    pub fn of(running: &Running, key: &str) -> Asking {
        Asking {
            http: Client::builder().no_proxy().build().unwrap(),
            base: format!("http://{}", running.address),
            key: key.to_owned(),
        }
    }

    /// The same with another key.
    pub fn with_key(&self, key: &str) -> Asking {
        Asking {
            key: key.to_owned(),
            ..self.clone()
        }
    }

    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.http.request(method, format!("{}{path}", self.base));
        request.bearer_auth(&self.key)
    }

    pub async fn get(&self, path: &str) -> Answer {
        sent(self.request(Method::GET, path)).await
    }

    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        self.post_with(path, &[], body).await
    }

    /// A POST that asks for a stream as OpenAI and Anthropic do.
    pub async fn streamed(&self, path: &str, mut body: Value) -> Answer {
        body["stream"] = Value::Bool(true);
        self.post(path, &body).await
    }

    pub async fn post_with(&self, path: &str, headers: &[(&str, &str)], body: &Value) -> Answer {
        let mut request = self.request(Method::POST, path).json(body);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        sent(request).await
    }
}

pub async fn sent(request: RequestBuilder) -> Answer {
    let answer = request.send().await.unwrap();
    Answer {
        status: answer.status().as_u16(),
        headers: answer.headers().clone(),
        text: answer.text().await.unwrap(),
    }
}

/// A key for these models alone.
pub fn only(models: &[&str]) -> CreateApiKey {
    let models = models.iter().map(ToString::to_string).collect();
    let auth = Auth {
        kind: AuthKind::Custom,
        access_ips: vec!["127.0.0.1".to_owned()],
        model_access_scope: ModelAccessScope {
            allow_all_models: false,
            accessible_models: models,
        },
    };
    CreateApiKey {
        auth: Some(auth),
        ..CreateApiKey::default()
    }
}
