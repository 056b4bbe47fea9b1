//! One request of the data plane: who calls, what may be done, and what was sent.

use std::net::IpAddr;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::rejection::ExtensionRejection;
use axum::extract::{Extension, FromRequestParts};
use axum::http::header::DATE;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{DataRefusal, key};
use crate::catalogue;
use crate::decision::{self, Wanted};
use crate::echo::{Conversation, Echo};
use crate::http::{Peer, Plane, Shared, answer, body};
use crate::key_value;
use crate::platform::{Platform, Use};
use crate::platform_error::Refusal;
use crate::snapshot::KeyRight;

/// Bytes of a body: room for a long context, and for a picture that the echo does not look at.
const LIMIT: usize = 8 * 1024 * 1024;

/// A request, before anything of it was decided.
pub(crate) struct Call {
    shared: Arc<Shared>,
    plane: Plane,
    request_id: String,
    peer: IpAddr,
    path: String,
    query: String,
    headers: HeaderMap,
}

/// Whom a call was decided for.
pub(crate) struct Caller {
    /// The key; of a temporary one its parent.
    pub(crate) api_key_id: i64,
    /// The key's workspace.
    pub(crate) workspace_id: String,
    /// The digest of the value that was presented.
    pub(crate) value_sha256: [u8; 32],
}

impl FromRequestParts<Arc<Shared>> for Call {
    type Rejection = ExtensionRejection;

    async fn from_request_parts(
        parts: &mut Parts,
        shared: &Arc<Shared>,
    ) -> Result<Call, ExtensionRejection> {
        let Extension(Peer(peer)) = Extension::from_request_parts(parts, shared).await?;
        Ok(Call {
            shared: Arc::clone(shared),
            plane: Plane::of(parts.uri.path(), &parts.headers),
            request_id: answer::new_request_id(),
            peer: peer.ip(),
            path: parts.uri.path().to_owned(),
            query: parts.uri.query().unwrap_or_default().to_owned(),
            headers: parts.headers.clone(),
        })
    }
}

impl Call {
    /// What this computer keeps.
    pub(crate) fn platform(&self) -> &Arc<Platform> {
        &self.shared.platform
    }

    /// The id of this request.
    pub(crate) fn request_id(&self) -> &str {
        &self.request_id
    }

    /// The time of this computer.
    pub(super) fn now(&self) -> Timestamp {
        self.shared.platform.clock().now()
    }

    /// A header, if it was sent once and is text.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.get_all(name).iter();
        match (values.next(), values.next()) {
            (Some(value), None) => value.to_str().ok(),
            _ => None,
        }
    }

    /// Whether a header was sent at all.
    pub(super) fn has_header(&self, name: &str) -> bool {
        self.headers.contains_key(name)
    }

    /// A parameter of the query, decoded; None: not sent, or sent empty.
    pub(super) fn parameter(&self, name: &str) -> Option<String> {
        form_urlencoded::parse(self.query.as_bytes())
            .find(|(other, value)| other == name && !value.is_empty())
            .map(|(_, value)| value.into_owned())
    }

    /// Decides. Looks at the snapshot of this moment, and hands over who it is.
    pub(crate) fn admit(&self, wanted: Wanted<'_>) -> Result<Caller, DataRefusal> {
        self.admit_where(wanted, |_| ()).map(|(caller, ())| caller)
    }

    /// Decides, and takes from the key's rights what the answer is to be cut to.
    pub(crate) fn admit_where<T>(
        &self,
        wanted: Wanted<'_>,
        rights: impl FnOnce(&KeyRight) -> T,
    ) -> Result<(Caller, T), DataRefusal> {
        let snapshot = self.platform().snapshot();
        let presented = key::presented(self.plane, &self.headers);
        let right = decision::decide(&snapshot, presented, self.peer, wanted, self.now())?;
        let caller = Caller {
            api_key_id: right.api_key_id,
            workspace_id: right.workspace_id.clone(),
            value_sha256: key_value::digest(presented.unwrap_or_default()),
        };
        Ok((caller, rights(right)))
    }

    /// Reads the body. A caller who may do nothing here is refused before a byte of it is kept.
    pub(super) async fn json<T: DeserializeOwned>(&self, body: Body) -> Result<T, DataRefusal> {
        self.admit(Wanted::Overview)?;
        let bytes = body::whole_within(body, LIMIT).await?;
        serde_json::from_slice(&bytes).map_err(|error| DataRefusal::NotJson {
            line: error.line(),
            column: error.column(),
        })
    }

    /// Decides about the model, and that there is one.
    pub(super) fn admit_model(&self, model: &str) -> Result<(), DataRefusal> {
        self.admit(Wanted::Model(model))?;
        known(model)
    }

    /// Decides about a call that is ready to be answered so, and counts it against the limit of the caller's workspace.
    pub(super) fn admit_answer(&self, model: &str, echo: &Echo) -> Result<Caller, DataRefusal> {
        let (caller, limit) =
            self.admit_where(Wanted::Model(model), |right| right.limit_of(model).cloned())?;
        known(model)?;
        if let Some(limit) = limit {
            let tokens = i64::from(echo.input_tokens) + i64::from(echo.output_tokens);
            self.platform()
                .take_of_limit(&limit, &caller.workspace_id, model, tokens)?;
        }
        Ok(caller)
    }

    /// Has the echo answer in the name of a model, and counts it.
    pub(super) fn echo(
        &self,
        model: &str,
        conversation: &Conversation,
        limit: Option<u32>,
    ) -> Result<Echo, DataRefusal> {
        let echo = Echo::of(conversation, limit);
        let caller = self.admit_answer(model, &echo)?;
        self.platform().count_use(&Use {
            at: self.now(),
            api_key_id: caller.api_key_id,
            workspace_id: &caller.workspace_id,
            model,
            input_tokens: echo.input_tokens.into(),
            output_tokens: echo.output_tokens.into(),
        });
        tracing::info!(
            request_id = self.request_id,
            api_key_id = caller.api_key_id,
            input_tokens = echo.input_tokens,
            output_tokens = echo.output_tokens,
            "echoed"
        );
        Ok(echo)
    }

    /// Runs what blocks off the server's own threads.
    pub(super) async fn aside<T, E>(
        &self,
        work: impl FnOnce(&Shared) -> Result<T, E> + Send + 'static,
    ) -> Result<T, DataRefusal>
    where
        T: Send + 'static,
        E: Into<DataRefusal> + Send + 'static,
    {
        let shared = Arc::clone(&self.shared);
        let outcome = tokio::task::spawn_blocking(move || work(&shared)).await;
        outcome
            .map_err(|_| DataRefusal::from(Refusal::Interrupted))?
            .map_err(Into::into)
    }

    /// A success.
    pub(crate) fn success(&self, payload: impl Serialize) -> Response {
        answer::data(&self.request_id, payload)
    }

    /// The answer, or the refusal in the shape of the protocol; and one line for the log.
    pub(crate) fn finish(&self, outcome: Result<Response, DataRefusal>) -> Response {
        let (request_id, path) = (self.request_id.as_str(), self.path.as_str());
        let mut response = outcome.unwrap_or_else(|refusal| {
            tracing::warn!(request_id, reason = %refusal, "refused");
            refusal.answer(self.plane, request_id)
        });
        // The time that keys and tasks go by, so that callers can tell how far their own is off.
        let date = DateTimePrinter::new().timestamp_to_rfc9110_string(&self.now());
        if let Some(date) = date.ok().and_then(|date| HeaderValue::try_from(date).ok()) {
            response.headers_mut().insert(DATE, date);
        }
        let status = response.status().as_u16();
        tracing::info!(request_id, path, status, "data plane");
        response
    }
}

fn known(model: &str) -> Result<(), DataRefusal> {
    match catalogue::find(model) {
        Some(_) => Ok(()),
        None => Err(DataRefusal::NoSuchModel),
    }
}
