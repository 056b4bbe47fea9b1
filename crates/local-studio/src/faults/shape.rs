//! The bodies of failures, as each plane writes them.

use axum::Json;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use serde_json::{Value, json};

use super::FailureShape;
use super::code::FaultCode;
use crate::http::{Plane, access_denied_detail, shaped};

const PORTAL: &str = "<!DOCTYPE html>\n<html><head><title>Welcome to the guest network</title></head>\n\
    <body><h1>Sign in to continue</h1><form action=\"/login\"><input name=\"room\"></form></body></html>\n";

/// What a captive portal answers, to anything.
pub(super) fn portal() -> Response {
    Html(PORTAL).into_response()
}

/// One failure: what was asked for, and in which words it is refused.
pub(super) struct Failed<'a> {
    pub(super) code: &'a FaultCode,
    pub(super) action: &'a str,
    pub(super) request_id: &'a str,
    pub(super) message: String,
}

impl Failed<'_> {
    /// To a signed request.
    pub(super) fn signed(&self, shape: FailureShape) -> Response {
        match shape {
            FailureShape::Gateway => (self.code.status, Json(self.gateway())).into_response(),
            FailureShape::Xml => self.xml(),
            FailureShape::Envelope => (StatusCode::OK, Json(self.envelope())).into_response(),
        }
    }

    /// To a request with a key.
    pub(super) fn keyed(&self, plane: Plane) -> Response {
        let code = match plane {
            Plane::Compatible => self.code.compatible,
            _ => self.code.code,
        };
        shaped(
            plane,
            self.code.status,
            self.request_id,
            code,
            &self.message,
        )
    }

    fn gateway(&self) -> Value {
        let mut body = json!({
            "RequestId": self.request_id,
            "HostId": "modelstudio.aliyuncs.com",
            "Code": self.code.code,
            "Message": self.message,
            "Recommend": format!("https://api.aliyun.com/troubleshoot?q={}&product=ModelStudio", self.code.code),
        });
        if self.code.code == "NoPermission" {
            body["AccessDeniedDetail"] = access_denied_detail(self.action);
        }
        body
    }

    fn xml(&self) -> Response {
        let body = format!(
            "<?xml version='1.0' encoding='UTF-8'?><Error><RequestId>{}</RequestId><HostId>modelstudio.aliyuncs.com\
             </HostId><Code>{}</Code><Message>{}</Message></Error>",
            self.request_id,
            escaped(self.code.code),
            escaped(&self.message)
        );
        let mut response = (self.code.status, body).into_response();
        let xml = HeaderValue::from_static("text/xml;charset=utf-8");
        response.headers_mut().insert(CONTENT_TYPE, xml);
        response
    }

    fn envelope(&self) -> Value {
        json!({
            "code": self.code.code,
            "message": self.message,
            "httpStatusCode": self.code.status.as_u16(),
            "requestId": self.request_id,
            "success": false,
        })
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
