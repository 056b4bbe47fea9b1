//! One call of a model over the native interface: what is meant, what leaves this computer for it, and the answer in one piece.

use reqwest::header::{ACCEPT, CONTENT_TYPE};
use reqwest::{Method, RequestBuilder};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Asking, DataError, LONGEST_CALL};
use crate::key::KeySecret;

/// Where calls of text models go.
const PATH: [&str; 6] = [
    "api",
    "v1",
    "services",
    "aigc",
    "text-generation",
    "generation",
];

/// What a model is asked.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ModelCall {
    /// The model's name.
    pub model: String,
    /// What it is given: `{"messages": [{"role": "user", "content": "…"}]}`.
    pub input: Value,
    /// How it is to answer, such as `{"result_format": "message", "incremental_output": true}`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameters: Option<Value>,
}

/// How an answer is to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// In one piece.
    Whole,
    /// Piece by piece, as server-sent events.
    Streamed,
    /// Later: the answer is the id of a task.
    Task,
}

/// A request as it is on the wire, but for the address and the key. It can be shown before it is sent, or instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    pub(crate) body: Vec<u8>,
    pub(crate) encryption_key: Option<String>,
}

/// A model's answer, or a piece of one.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelAnswer {
    /// To quote to support.
    pub request_id: String,
    /// What the model says; null where there is none.
    pub output: Value,
    /// What the service counted; null where it does not say.
    pub usage: Value,
    /// The answer as it was on the wire: of an encrypted call, the ciphertext.
    pub received: String,
}

/// A task that the service took on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreatedTask {
    /// Its id, to ask for it with.
    pub task_id: String,
    /// To quote to support.
    pub request_id: String,
}

impl Outgoing {
    /// The call as it is, readable by everybody who sees the request.
    pub fn plain(call: &ModelCall) -> Outgoing {
        Outgoing {
            // A JSON value is always text: its keys are strings.
            body: serde_json::to_vec(call).unwrap_or_default(),
            encryption_key: None,
        }
    }

    /// The body, UTF-8.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// The header with the wrapped key of an encrypted call.
    pub fn encryption_key(&self) -> Option<&str> {
        self.encryption_key.as_deref()
    }

    /// The path that it is posted to.
    pub fn path() -> String {
        format!("/{}", PATH.join("/"))
    }

    /// The headers that it is sent with, `Authorization` excepted.
    pub fn headers(&self, delivery: Delivery) -> Vec<(&'static str, &str)> {
        let mut headers = vec![(CONTENT_TYPE.as_str(), "application/json")];
        match delivery {
            Delivery::Whole => headers.push((ACCEPT.as_str(), "application/json")),
            Delivery::Streamed => {
                headers.push((ACCEPT.as_str(), "text/event-stream"));
                headers.push(("x-dashscope-sse", "enable"));
            }
            Delivery::Task => {
                headers.push((ACCEPT.as_str(), "application/json"));
                headers.push(("x-dashscope-async", "enable"));
            }
        }
        if let Some(key) = &self.encryption_key {
            headers.push(("x-dashscope-encryptionkey", key));
        }
        headers
    }

    pub(super) fn request(
        &self,
        asking: &Asking,
        delivery: Delivery,
    ) -> Result<RequestBuilder, DataError> {
        let mut request = asking
            .request(Method::POST, &PATH)?
            .timeout(LONGEST_CALL)
            .body(self.body.clone());
        for (name, value) in self.headers(delivery) {
            request = request.header(name, value);
        }
        Ok(request)
    }
}

/// Calls a model and waits for all of its answer.
pub async fn call(
    http: &reqwest::Client,
    origin: &str,
    key: &KeySecret,
    outgoing: &Outgoing,
) -> Result<ModelAnswer, DataError> {
    let asking = Asking::new(http, origin, key)?;
    let request = outgoing.request(&asking, Delivery::Whole)?;
    let answer = asking.answer(request).await?;
    ModelAnswer::read(&answer.body).ok_or_else(|| asking.not_understood())
}

/// Calls a model and takes the id of a task for the answer.
pub async fn create_task(
    http: &reqwest::Client,
    origin: &str,
    key: &KeySecret,
    outgoing: &Outgoing,
) -> Result<CreatedTask, DataError> {
    let asking = Asking::new(http, origin, key)?;
    let request = outgoing.request(&asking, Delivery::Task)?;
    let created: Created = asking.read(request).await?;
    Ok(CreatedTask {
        task_id: created.output.task_id,
        request_id: created.request_id,
    })
}

impl ModelAnswer {
    /// Reads an answer; none where it is not the service's.
    pub(super) fn read(body: &[u8]) -> Option<ModelAnswer> {
        let fields: Fields = serde_json::from_slice(body).ok()?;
        Some(ModelAnswer {
            request_id: fields.request_id,
            output: fields.output?,
            usage: fields.usage,
            received: String::from_utf8_lossy(body).into_owned(),
        })
    }
}

#[derive(Deserialize)]
struct Fields {
    #[serde(default)]
    request_id: String,
    output: Option<Value>,
    #[serde(default)]
    usage: Value,
}

#[derive(Deserialize)]
struct Created {
    #[serde(default)]
    request_id: String,
    output: CreatedOutput,
}

#[derive(Deserialize)]
struct CreatedOutput {
    task_id: String,
}
