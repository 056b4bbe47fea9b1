//! The data plane, as far as a manager of keys needs it: listing the models that a key may call, which is also the check
//! that a key is accepted at no cost. It does not prove that a model answers.

use reqwest::header::{AUTHORIZATION, HeaderValue};
use secrecy::ExposeSecret;
use secrecy::zeroize::Zeroizing;
use serde::Deserialize;
use url::Url;

use crate::http::{Lost, body_of, host_of, loss};
use crate::key::KeySecret;
use crate::scrub::scrub;

/// The name of a model, as requests give it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ModelName(pub String);

/// Why the data plane gave no list. Never holds a secret.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DataError {
    /// The service said no.
    #[error("{code}: {message} (HTTP {http_status}, request {request_id})")]
    Refused {
        /// The status.
        http_status: u16,
        /// What went wrong, such as `invalid_api_key` or `InvalidApiKey`.
        code: String,
        /// The service's words.
        message: String,
        /// To quote to support.
        request_id: String,
    },
    /// No connection came about.
    #[error("{host} cannot be reached")]
    Unreachable {
        /// The host, or the address given where it has none.
        host: String,
    },
    /// No answer in time.
    #[error("{host} did not answer in time")]
    TimedOut {
        /// The host.
        host: String,
    },
    /// An answer that is not the service's.
    #[error("{host} gave an answer that is not the service's")]
    NotUnderstood {
        /// The host.
        host: String,
    },
    /// The key has characters that a header cannot carry: nothing was sent.
    #[error("the key has characters that it cannot have")]
    KeyMalformed,
}

/// The models that a key may call: `GET {openai_base}/models`.
pub async fn list_models(
    http: &reqwest::Client,
    openai_base: &str,
    key: &KeySecret,
) -> Result<Vec<ModelName>, DataError> {
    let unreachable = |_| DataError::Unreachable {
        host: openai_base.to_owned(),
    };
    let url = Url::parse(&format!("{}/models", openai_base.trim_end_matches('/')))
        .map_err(unreachable)?;
    let host = host_of(&url);
    let lost = |error: reqwest::Error| match loss(&error) {
        Lost::TimedOut => DataError::TimedOut { host: host.clone() },
        Lost::Unreachable | Lost::Broken => DataError::Unreachable { host: host.clone() },
    };
    let not_understood = || DataError::NotUnderstood { host: host.clone() };

    let response = http
        .get(url)
        .header(AUTHORIZATION, bearer(key)?)
        .send()
        .await
        .map_err(lost)?;
    let http_status = response.status();
    let body = body_of(response)
        .await
        .map_err(lost)?
        .ok_or_else(not_understood)?;
    if http_status.is_success() {
        let list: ModelList = serde_json::from_slice(&body).map_err(|_| not_understood())?;
        return Ok(list
            .data
            .into_iter()
            .map(|model| ModelName(model.id))
            .collect());
    }
    let refusal: Refusal = serde_json::from_slice(&body).map_err(|_| not_understood())?;
    Err(refusal
        .into_error(http_status.as_u16(), key)
        .ok_or_else(not_understood)?)
}

fn bearer(key: &KeySecret) -> Result<HeaderValue, DataError> {
    // EXPOSE: the header that proves who asks; marked sensitive so that nothing prints it.
    let text = Zeroizing::new(format!("Bearer {}", key.secret().expose_secret()));
    let mut value = HeaderValue::from_str(&text).map_err(|_| DataError::KeyMalformed)?;
    value.set_sensitive(true);
    Ok(value)
}

#[derive(Deserialize)]
struct ModelList {
    data: Vec<Model>,
}

#[derive(Deserialize)]
struct Model {
    id: String,
}

/// Both shapes: OpenAI-compatible with an `error` inside, native with its fields outside.
#[derive(Deserialize)]
struct Refusal {
    error: Option<Cause>,
    code: Option<String>,
    message: Option<String>,
    request_id: Option<String>,
    /// Stands for the request where there is no `request_id`.
    id: Option<String>,
}

#[derive(Deserialize)]
struct Cause {
    code: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
    message: Option<String>,
}

impl Refusal {
    fn into_error(self, http_status: u16, key: &KeySecret) -> Option<DataError> {
        let (code, message) = match self.error {
            Some(cause) => (cause.code.or(cause.kind)?, cause.message),
            None => (self.code?, self.message),
        };
        let message = scrub(message.unwrap_or_default(), key.secret(), &key.masked());
        let request_id = self.request_id.or(self.id).unwrap_or_default();
        Some(DataError::Refused {
            http_status,
            code,
            message,
            request_id,
        })
    }
}
