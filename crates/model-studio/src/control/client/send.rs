//! Signing, sending and reading one operation.

use reqwest::header::{CONTENT_LENGTH, HeaderMap, HeaderName, HeaderValue};
use serde::de::DeserializeOwned;
use url::{Position, Url};

use crate::acs3::{self, AccessKey, SignedParts, header};
use crate::back_off;
use crate::control::answer::Answer;
use crate::control::operation::{FORM, Method, Operation};
use crate::control::retry::{self, Attempts};
use crate::control::wire::CallerIdentity;
use crate::control::{ControlError, Stranger};
use crate::http::{Lost, body_of, host_of, is_untrusted, loss};
use crate::reach::is_secure;
use crate::scrub::{scrub, shortened};

use super::Connection;

impl Connection {
    /// Sends an operation whose answer has a content.
    pub(super) async fn content<T: DeserializeOwned>(
        &self,
        operation: &Operation,
    ) -> Result<T, ControlError> {
        self.repeated(operation, Answer::content).await
    }

    /// Sends an operation whose answer only says that it was done.
    pub(super) async fn done(&self, operation: &Operation) -> Result<(), ControlError> {
        self.repeated(operation, Answer::done).await
    }

    /// Sends the deletion of a workspace, whose refusal has reasons.
    pub(super) async fn deleted(&self, operation: &Operation) -> Result<(), ControlError> {
        self.repeated(operation, Answer::deleted).await
    }

    /// Sends an operation of the Security Token Service, whose answer is an identity.
    pub(super) async fn identity(
        &self,
        operation: &Operation,
    ) -> Result<CallerIdentity, ControlError> {
        self.repeated(operation, Answer::identity).await
    }

    /// Sends once, or more often where a repeat is harmless.
    async fn repeated<T>(
        &self,
        operation: &Operation,
        read: impl Fn(&Answer) -> Result<T, ControlError>,
    ) -> Result<T, ControlError> {
        let mut attempts = Attempts::default();
        loop {
            let result = self
                .answer(operation)
                .await
                .and_then(|answer| read(&answer));
            let Err(error) = result else { return result };
            let wait = operation
                .is_read
                .then(|| attempts.wait_after(&error, retry::chance()))
                .flatten();
            let Some(wait) = wait else {
                return Err(self.completed(error, operation));
            };
            tracing::debug!(
                action = operation.action,
                failed = attempts.failed(),
                "repeating a read"
            );
            tokio::time::sleep(wait).await;
        }
    }

    async fn answer(&self, operation: &Operation) -> Result<Answer, ControlError> {
        let mut url = self.endpoint.clone();
        url.set_path(&operation.path);
        url.set_query(Some(operation.query.as_str()).filter(|query| !query.is_empty()));
        url.set_fragment(None);
        let host = host_of(&url);
        if !is_secure(&url) {
            return Err(ControlError::NotSecure { host });
        }

        let body = operation.form.clone().unwrap_or_default();
        let headers = self.headers(operation, &url, body.as_bytes())?;
        let request = self
            .http
            .request(operation.method.http().clone(), url)
            .headers(headers)
            .body(body);
        let lost = |error: reqwest::Error| match loss(&error) {
            Lost::Unreachable if is_untrusted(&error) => {
                ControlError::NotTrusted { host: host.clone() }
            }
            Lost::Unreachable => ControlError::Unreachable { host: host.clone() },
            Lost::TimedOut => ControlError::TimedOut { host: host.clone() },
            Lost::Broken => ControlError::ConnectionLost { host: host.clone() },
        };
        let response = request.send().await.map_err(lost)?;

        let http_status = response.status().as_u16();
        let retry_after = back_off::asked_for(response.headers());
        let body = body_of(response).await.map_err(lost)?;
        let body = body.ok_or(ControlError::NotUnderstood {
            host: host.clone(),
            http_status,
            stranger: Stranger::Unknown,
        })?;
        Ok(Answer {
            host,
            http_status,
            retry_after,
            body,
        })
    }

    /// The headers of a request, the signature among them.
    fn headers(
        &self,
        operation: &Operation,
        url: &Url,
        body: &[u8],
    ) -> Result<HeaderMap, ControlError> {
        let mut own = vec![
            (header::ACTION.to_owned(), operation.action.to_owned()),
            (header::VERSION.to_owned(), self.version.to_owned()),
            ("accept".to_owned(), "application/json".to_owned()),
        ];
        if operation.form.is_some() {
            own.push(("content-type".to_owned(), FORM.to_owned()));
        }
        // As the HTTP client writes it: with the port, unless it is the scheme's own.
        let host = (
            "host".to_owned(),
            url[Position::BeforeHost..Position::AfterPort].to_owned(),
        );
        let signed: Vec<_> = own.iter().cloned().chain([host]).collect();
        let parts = SignedParts {
            method: operation.method.http().as_str(),
            path: url.path(),
            query: url.query().unwrap_or_default(),
            headers: &signed,
            body,
        };
        let added = acs3::sign(
            &self.access_key,
            &parts,
            self.clock.now(),
            &self.nonces.next(),
        );

        let mut headers = HeaderMap::new();
        for (name, value) in own.into_iter().chain(added) {
            let secret = [header::AUTHORIZATION, header::SECURITY_TOKEN].contains(&name.as_str());
            let name = HeaderName::from_bytes(name.as_bytes())
                .map_err(|_| ControlError::AccessKeyMalformed)?;
            let mut value =
                HeaderValue::from_str(&value).map_err(|_| ControlError::AccessKeyMalformed)?;
            value.set_sensitive(secret);
            headers.insert(name, value);
        }
        if body.is_empty() && operation.method != Method::Get {
            // The HTTP client leaves the length of an empty body out; gateways answer 411 to that.
            headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
        }
        Ok(headers)
    }

    /// Says which operation was refused. The platform repeats what it checked when a signature does not match: secrets are
    /// taken out of its words.
    fn completed(&self, error: ControlError, operation: &Operation) -> ControlError {
        let ControlError::Platform(mut platform) = error else {
            return error;
        };
        platform.operation = operation.action.to_owned();
        let AccessKey {
            secret,
            security_token,
            ..
        } = &self.access_key;
        platform.clean_texts(|mut text| {
            for secret in security_token.iter().chain([secret]) {
                text = scrub(text, secret, "[REDACTED]");
            }
            shortened(text)
        });
        ControlError::Platform(platform)
    }
}
