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
use crate::decision::Denial;
use crate::personality::{ACCOUNT_ID, USER_NAME};
use crate::platform_error::Refusal;

const HOST_ID: &str = "this-computer";

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
        Plane::Compatible => compatible(request_id, &code, &message),
        Plane::Native => native(request_id, &code, &message),
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

/// What the data plane says to a key that may not. Less than the log: no cause that would help to guess.
pub(super) fn denial(request_id: &str, denial: &Denial) -> Response {
    let (status, code, message) = match denial {
        Denial::NoKey => (
            StatusCode::UNAUTHORIZED,
            "invalid_api_key",
            "No API-key provided.",
        ),
        Denial::Mistyped | Denial::Unknown | Denial::Expired { .. } | Denial::Disabled { .. } => (
            StatusCode::UNAUTHORIZED,
            "invalid_api_key",
            "Incorrect API key provided.",
        ),
        Denial::AddressNotAllowed { .. } | Denial::Temporary { .. } => {
            (StatusCode::FORBIDDEN, "access_denied", "Access denied.")
        }
        Denial::ModelNotAllowed { .. } => (
            StatusCode::FORBIDDEN,
            "Model.AccessDenied",
            "Model access denied.",
        ),
    };
    finish(
        status,
        request_id,
        Json(compatible(request_id, code, message)),
    )
}

/// The model is within what the key may use, and there is no such model.
pub(super) fn no_such_model(request_id: &str) -> Response {
    let message = "The model does not exist.";
    let body = compatible(request_id, "model_not_found", message);
    finish(StatusCode::NOT_FOUND, request_id, Json(body))
}

/// There is nothing at this path, or nothing with this method.
pub(super) fn no_such_path(plane: Plane) -> Response {
    let request_id = new_request_id();
    let message = "This computer has no such interface.";
    let body = match plane {
        Plane::Compatible => compatible(&request_id, "not_found", message),
        Plane::Control | Plane::Native => native(&request_id, "NotFound", message),
    };
    finish(StatusCode::NOT_FOUND, &request_id, Json(body))
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

fn finish(status: StatusCode, request_id: &str, body: impl IntoResponse) -> Response {
    let mut response = (status, body).into_response();
    let headers = response.headers_mut();
    // Answers may hold a key's value: no cache keeps them.
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(value) = HeaderValue::from_str(request_id) {
        headers.insert(HeaderName::from_static("x-acs-request-id"), value);
    }
    response
}
