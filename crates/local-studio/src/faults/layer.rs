//! The layer that faults are made in: before a request is read, and after it was answered.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use uuid::Uuid;

use super::code::{self, FaultCode, Planes};
use super::shape::{self, Failed};
use super::{Faults, novelty};
use crate::http::Plane;

/// The faults, and how many signed requests they have met.
#[derive(Debug)]
pub(crate) struct Meddling {
    faults: Faults,
    signed: AtomicU64,
}

impl Meddling {
    /// With these faults.
    pub(crate) fn new(faults: Faults) -> Meddling {
        Meddling {
            faults,
            signed: AtomicU64::new(0),
        }
    }
}

/// What a fault looks at in a request.
struct Asked {
    plane: Plane,
    action: String,
    line: String,
    request_id: String,
}

impl Asked {
    fn of(request: &Request) -> Asked {
        let action = request.headers().get("x-acs-action");
        Asked {
            plane: Plane::of(request.uri().path(), request.headers()),
            action: action
                .and_then(|value| value.to_str().ok())
                .unwrap_or_default()
                .to_owned(),
            line: format!("{}\n{}", request.method(), request.uri()),
            request_id: Uuid::new_v4().to_string().to_uppercase(),
        }
    }
}

/// Spoils a request or its answer.
pub(crate) async fn meddle(
    State(meddling): State<Arc<Meddling>>,
    request: Request,
    next: Next,
) -> Response {
    let faults = &meddling.faults;
    if !faults.delay.is_zero() {
        tokio::time::sleep(faults.delay).await;
    }
    if faults.html {
        return shape::portal();
    }
    let asked = Asked::of(&request);
    if let Some(response) = throttled(&meddling, &asked).or_else(|| failed(faults, &asked)) {
        tracing::info!(request_id = asked.request_id, "spoilt on purpose");
        return response;
    }
    let response = next.run(request).await;
    if faults.new_fields {
        novelty::add(response).await
    } else {
        response
    }
}

/// The two ways in which the platform says that it is asked too often take turns.
fn throttled(meddling: &Meddling, asked: &Asked) -> Option<Response> {
    let throttle = meddling.faults.throttle?;
    if asked.plane != Plane::Control {
        return None;
    }
    let number = meddling.signed.fetch_add(1, Ordering::Relaxed) + 1;
    if number % throttle.every != 0 {
        return None;
    }
    let code = code::find("Throttling.User")?;
    let mut response = answered(meddling.faults.shape, asked, code);
    if response.status().is_client_error() && (number / throttle.every).is_multiple_of(2) {
        *response.status_mut() = StatusCode::BAD_REQUEST;
    }
    if !throttle.retry_after.is_zero() {
        let milliseconds = u64::try_from(throttle.retry_after.as_millis()).unwrap_or(u64::MAX);
        let name = HeaderName::from_static("x-acs-retry-after");
        response
            .headers_mut()
            .insert(name, HeaderValue::from(milliseconds));
    }
    Some(response)
}

fn failed(faults: &Faults, asked: &Asked) -> Option<Response> {
    let meant = |failure: &&super::Failure| match &failure.action {
        Some(action) => *action == asked.action,
        None => match failure.code.planes {
            Planes::Both => true,
            Planes::Control => asked.plane == Plane::Control,
            Planes::Data => asked.plane != Plane::Control,
        },
    };
    let failure = faults.failures.iter().find(meant)?;
    Some(answered(faults.shape, asked, failure.code))
}

fn answered(shape: super::FailureShape, asked: &Asked, code: &'static FaultCode) -> Response {
    let mut message = code.message.to_owned();
    if code.code == "SignatureDoesNotMatch" {
        // The platform repeats what it checked, query and all: a client has to keep that out of its logs.
        message.push_str(" server string to sign is:");
        message.push_str(&asked.line);
    }
    let failed = Failed {
        code,
        action: &asked.action,
        request_id: &asked.request_id,
        message,
    };
    let mut response = if asked.plane == Plane::Control {
        failed.signed(shape)
    } else {
        failed.keyed(asked.plane)
    };
    if let Ok(value) = HeaderValue::from_str(&asked.request_id) {
        let name = HeaderName::from_static("x-acs-request-id");
        response.headers_mut().insert(name, value);
    }
    response
}
