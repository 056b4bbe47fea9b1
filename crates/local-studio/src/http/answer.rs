//! The shapes of answers, one for each plane.

use axum::Json;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use model_studio::control::wire::Envelope;
use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::Plane;
use crate::personality::{ACCOUNT_ID, USER_NAME};
use crate::platform_error::Refusal;

const HOST_ID: &str = "this-computer";

/// Where clients look for the id of a request: the control plane's, the data plane's, OpenAI's, Anthropic's.
const REQUEST_ID_HEADERS: [HeaderName; 4] = [
    HeaderName::from_static("x-acs-request-id"),
    HeaderName::from_static("x-dashscope-request-id"),
    HeaderName::from_static("x-request-id"),
    HeaderName::from_static("request-id"),
];

/// What the platform says beside `NoPermission`: which action the RAM user lacks.
pub(crate) fn access_denied_detail(action: &str) -> Value {
    json!({
        "AuthAction": format!("modelstudio:{action}"),
        "AuthPrincipalDisplayName": USER_NAME,
        "AuthPrincipalOwnerId": ACCOUNT_ID,
        "AuthPrincipalType": "SubUser",
        "NoPermissionType": "ImplicitDeny",
        "PolicyType": "AccountLevelIdentityBasedPolicy",
    })
}

/// The id of one request, as the platform writes it.
pub(super) fn new_request_id() -> String {
    Uuid::new_v4().to_string().to_uppercase()
}

/// An answer of the control plane: the envelope's fields beside the payload's.
#[derive(Serialize)]
struct Answer<T> {
    #[serde(flatten)]
    envelope: Envelope,
    #[serde(flatten)]
    payload: T,
}

/// An answer of the control plane that has no payload.
#[derive(Serialize)]
pub(super) struct Nothing {}

/// A success of the control plane.
pub(super) fn success(request_id: &str, payload: impl Serialize) -> Response {
    enveloped(request_id, true, "Success", "Success", payload)
}

/// A failure that the platform reports inside HTTP 200, because it has more to say than a code.
pub(super) fn business_failure(
    request_id: &str,
    code: &str,
    message: &str,
    payload: impl Serialize,
) -> Response {
    enveloped(request_id, false, code, message, payload)
}

fn enveloped(
    request_id: &str,
    success: bool,
    code: &str,
    message: &str,
    payload: impl Serialize,
) -> Response {
    let envelope = Envelope {
        code: code.to_owned(),
        message: message.to_owned(),
        http_status_code: Some(200),
        request_id: request_id.to_owned(),
        success: Some(success),
    };
    finish(
        StatusCode::OK,
        request_id,
        Json(Answer { envelope, payload }),
    )
}

/// A refusal in the plane's shape.
pub(super) fn refusal(plane: Plane, request_id: &str, refusal: &Refusal) -> Response {
    let (status, code) = refusal.answer();
    let message = refusal.to_string();
    let body = match plane {
        Plane::Control => gateway(request_id, &code, &message, refusal),
        _ => return shaped(plane, status, request_id, &code, &message),
    };
    finish(status, request_id, Json(body))
}

fn gateway(request_id: &str, code: &str, message: &str, refusal: &Refusal) -> Value {
    let mut body = json!({
        "RequestId": request_id,
        "HostId": HOST_ID,
        "Code": code,
        "Message": message,
        "Recommend": "",
    });
    if let Refusal::NoPermission { action } = refusal {
        body["AccessDeniedDetail"] = access_denied_detail(action);
    }
    body
}

/// There is nothing at this path, or nothing with this method.
pub(super) fn no_such_path(plane: Plane) -> Response {
    let request_id = new_request_id();
    let message = "This computer has no such interface.";
    let code = match plane {
        Plane::Compatible => "not_found",
        Plane::Control | Plane::Native | Plane::Anthropic => "NotFound",
    };
    shaped(plane, StatusCode::NOT_FOUND, &request_id, code, message)
}

/// A refusal in the shape that the plane's callers read.
pub(crate) fn shaped(
    plane: Plane,
    status: StatusCode,
    request_id: &str,
    code: &str,
    message: &str,
) -> Response {
    let body = match plane {
        Plane::Compatible => compatible(request_id, code, message),
        Plane::Control | Plane::Native => native(request_id, code, message),
        Plane::Anthropic => anthropic(status, request_id, message),
    };
    finish(status, request_id, Json(body))
}

/// Any other answer of the data plane.
pub(super) fn data(request_id: &str, payload: impl Serialize) -> Response {
    finish(StatusCode::OK, request_id, Json(payload))
}

fn compatible(request_id: &str, code: &str, message: &str) -> Value {
    // Codes of keys have the type that OpenAI gives them; the platform's own codes repeat themselves as the type.
    let kind = if code == "invalid_api_key" {
        "invalid_request_error"
    } else {
        code
    };
    json!({
        "error": { "message": message, "type": kind, "param": null, "code": code },
        "request_id": request_id,
    })
}

fn native(request_id: &str, code: &str, message: &str) -> Value {
    json!({ "code": code, "message": message, "request_id": request_id })
}

/// Anthropic tells causes apart by a type, which follows from the status.
fn anthropic(status: StatusCode, request_id: &str, message: &str) -> Value {
    let kind = match status.as_u16() {
        401 => "authentication_error",
        403 => "permission_error",
        404 => "not_found_error",
        408 => "timeout_error",
        413 => "request_too_large",
        429 => "rate_limit_error",
        400..500 => "invalid_request_error",
        _ => "api_error",
    };
    json!({
        "type": "error",
        "error": { "type": kind, "message": message },
        "request_id": request_id,
    })
}

/// The status and the body, with what every answer has.
pub(super) fn finish(status: StatusCode, request_id: &str, body: impl IntoResponse) -> Response {
    let mut response = (status, body).into_response();
    let headers = response.headers_mut();
    // Answers may hold a key's value: no cache keeps them.
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(value) = HeaderValue::from_str(request_id) {
        for name in REQUEST_ID_HEADERS {
            headers.insert(name, value.clone());
        }
    }
    response
}
