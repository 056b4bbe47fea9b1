//! One request to the data plane: where it goes, with which key, and what came back. What is asked is the business of the
//! modules beside this one.

use std::time::Duration;

use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue};
use reqwest::{Method, RequestBuilder, Response};
use secrecy::ExposeSecret;
use secrecy::zeroize::Zeroizing;
use serde::de::DeserializeOwned;
use url::Url;

use super::{DataError, refusal};
use crate::back_off;
use crate::http::{Lost, body_within, host_of, is_untrusted, loss};
use crate::key::KeySecret;
use crate::reach::is_secure;

/// The largest answer that is read. A model's answer is a megabyte at the very most, and grows by a third when encrypted.
const LARGEST_ANSWER: usize = 16 * 1024 * 1024;

/// Who asks whom.
pub(crate) struct Asking {
    http: reqwest::Client,
    origin: Url,
    host: String,
    key: KeySecret,
}

/// An answer that the service gave with a status of success.
pub(crate) struct Answer {
    pub(crate) headers: HeaderMap,
    pub(crate) body: Zeroizing<Vec<u8>>,
}

impl Asking {
    /// `origin` is an address such as `https://dashscope.aliyuncs.com`; a path in it is kept, as gateways may have one.
    pub(crate) fn new(
        http: &reqwest::Client,
        origin: &str,
        key: &KeySecret,
    ) -> Result<Asking, DataError> {
        let origin: Url =
            origin
                .trim_end_matches('/')
                .parse()
                .map_err(|_| DataError::Unreachable {
                    host: origin.to_owned(),
                })?;
        let host = host_of(&origin);
        if !is_secure(&origin) {
            return Err(DataError::NotSecure { host });
        }
        Ok(Asking {
            http: http.clone(),
            origin,
            host,
            key: key.clone(),
        })
    }

    /// A request to the path made of these segments, with the key in its header.
    pub(crate) fn request(
        &self,
        method: Method,
        segments: &[&str],
    ) -> Result<RequestBuilder, DataError> {
        let mut url = self.origin.clone();
        url.path_segments_mut()
            .map_err(|()| self.not_understood())?
            .pop_if_empty()
            .extend(segments);
        Ok(self
            .http
            .request(method, url)
            .header(AUTHORIZATION, bearer(&self.key)?))
    }

    /// Sends it and reads all of the answer.
    pub(crate) async fn answer(&self, request: RequestBuilder) -> Result<Answer, DataError> {
        let response = self.begin(request).await?;
        let headers = response.headers().clone();
        let body = self.body(response).await?;
        Ok(Answer { headers, body })
    }

    /// Sends it and reads the answer as what it is to be.
    pub(crate) async fn read<T: DeserializeOwned>(
        &self,
        request: RequestBuilder,
    ) -> Result<T, DataError> {
        let answer = self.answer(request).await?;
        self.understand(&answer.body)
    }

    /// Sends it; the body of a success is left unread, as a stream's is.
    pub(crate) async fn begin(&self, request: RequestBuilder) -> Result<Response, DataError> {
        let response = request.send().await.map_err(|error| self.lost(&error))?;
        let status = response.status();
        if status.is_success() {
            return Ok(response);
        }
        let retry_after = back_off::asked_for(response.headers());
        let body = self.body(response).await?;
        Err(self.refused(&body, status.as_u16(), retry_after))
    }

    pub(crate) fn understand<T: DeserializeOwned>(&self, body: &[u8]) -> Result<T, DataError> {
        serde_json::from_slice(body).map_err(|_| self.not_understood())
    }

    /// What a body says that is not a success.
    pub(crate) fn refused(
        &self,
        body: &[u8],
        http_status: u16,
        retry_after: Option<Duration>,
    ) -> DataError {
        refusal::read(body, http_status, retry_after, &self.key)
            .unwrap_or_else(|| self.not_understood())
    }

    pub(crate) fn not_understood(&self) -> DataError {
        DataError::NotUnderstood {
            host: self.host.clone(),
        }
    }

    pub(crate) fn lost(&self, error: &reqwest::Error) -> DataError {
        let host = self.host.clone();
        match loss(error) {
            Lost::Unreachable if is_untrusted(error) => DataError::NotTrusted { host },
            Lost::Unreachable => DataError::Unreachable { host },
            Lost::TimedOut => DataError::TimedOut { host },
            Lost::Broken => DataError::ConnectionLost { host },
        }
    }

    pub(crate) fn connection_lost(&self) -> DataError {
        DataError::ConnectionLost {
            host: self.host.clone(),
        }
    }

    async fn body(&self, response: Response) -> Result<Zeroizing<Vec<u8>>, DataError> {
        body_within(response, LARGEST_ANSWER)
            .await
            .map_err(|error| self.lost(&error))?
            .ok_or_else(|| self.not_understood())
    }
}

/// As long as the platform itself lets a call last on the host that all workspaces share.
pub(crate) const LONGEST_CALL: Duration = Duration::from_secs(600);

fn bearer(key: &KeySecret) -> Result<HeaderValue, DataError> {
    // EXPOSE: the header that proves who asks; marked sensitive so that nothing prints it.
    let text = Zeroizing::new(format!("Bearer {}", key.secret().expose_secret()));
    let mut value = HeaderValue::from_str(&text).map_err(|_| DataError::KeyMalformed)?;
    value.set_sensitive(true);
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_leaves_this_computer_by_https_alone() {
        let http = reqwest::Client::new();
        let key = KeySecret::from_service("sk-test".to_owned().into());
        let refused = Asking::new(&http, "http://10.0.0.7:80/gateway", &key).err();
        assert_eq!(
            refused,
            Some(DataError::NotSecure {
                host: "10.0.0.7".to_owned()
            })
        );
        assert!(Asking::new(&http, "https://10.0.0.7", &key).is_ok());
    }

    #[test]
    fn a_path_of_the_origin_is_kept_and_segments_cannot_leave_it() {
        let http = reqwest::Client::new();
        let key = KeySecret::from_service("sk-test".to_owned().into());
        for (origin, segment, path) in [
            ("http://127.0.0.1:1/", "a", "/api/a"),
            ("http://127.0.0.1:1/gateway/", "a", "/gateway/api/a"),
            (
                "http://127.0.0.1:1",
                "a/../b?c#d",
                "/api/a%2F..%2Fb%3Fc%23d",
            ),
        ] {
            let asking = Asking::new(&http, origin, &key).unwrap();
            let request = asking.request(Method::GET, &["api", segment]).unwrap();
            assert_eq!(request.build().unwrap().url().path(), path);
        }
    }
}
