//! The platform's own error, read from any of the forms that it comes in. Matched on its code, never on its message.

use std::time::Duration;

use serde_json::{Map, Value};
use url::Url;

use super::Refusal;
use crate::credentials::ram_action;

/// A refusal by the platform.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{code}: {message} (HTTP {http_status}, request {request_id})")]
pub struct PlatformError {
    /// What went wrong, such as `SignatureDoesNotMatch`.
    pub code: String,
    /// The platform's words.
    pub message: String,
    /// To quote to support.
    pub request_id: String,
    /// The status: the one that the answer names, else the one that HTTP carried.
    pub http_status: u16,
    /// How long the platform wants to be left alone.
    pub retry_after: Option<Duration>,
    /// The operation that was refused, such as `CreateApiKey`; empty where it is not known.
    pub operation: String,
    /// Which right was missing, and whose; only where a right was.
    pub access_denied: Option<Box<AccessDenied>>,
    /// The platform's page about this failure, on a host of the platform.
    pub recommend: Option<Box<Url>>,
}

/// What the platform says about a right that is missing. Each text may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AccessDenied {
    /// The right, such as `modelstudio:CreateApiKey`.
    pub action: String,
    /// Who lacks it: `SubUser`, `AssumedRoleUser`, …
    pub principal_type: String,
    /// The account that the principal belongs to.
    pub principal_owner_id: String,
    /// Its name.
    pub principal_name: String,
    /// `ImplicitDeny` where nothing grants it, `ExplicitDeny` where a policy forbids it.
    pub denial: String,
    /// The kind of policy that decided.
    pub policy_type: String,
}

impl PlatformError {
    /// What the code means.
    pub fn refusal(&self) -> Refusal {
        Refusal::of(&self.code, self.http_status)
    }

    /// The platform wants fewer requests.
    pub fn is_throttling(&self) -> bool {
        self.refusal() == Refusal::Throttled
    }

    /// The right that was missing: as the platform names it, else by the operation that was refused.
    pub fn missing_action(&self) -> Option<String> {
        if self.refusal() != Refusal::ActionNotAllowed {
            return None;
        }
        let named = self.access_denied.as_ref().map(|denied| &denied.action);
        named
            .filter(|action| !action.is_empty())
            .cloned()
            .or_else(|| (!self.operation.is_empty()).then(|| ram_action(&self.operation)))
    }

    /// Puts each text that the platform wrote through `clean`.
    pub(super) fn clean_texts(&mut self, clean: impl Fn(String) -> String) {
        let mut texts = vec![&mut self.code, &mut self.message, &mut self.request_id];
        if let Some(denied) = self.access_denied.as_deref_mut() {
            texts.extend([
                &mut denied.action,
                &mut denied.principal_type,
                &mut denied.principal_owner_id,
                &mut denied.principal_name,
                &mut denied.denial,
                &mut denied.policy_type,
            ]);
        }
        for text in texts {
            *text = clean(std::mem::take(text));
        }
    }

    /// Reads a refusal out of a body; none where the body is not the platform's.
    pub(super) fn read(
        body: &[u8],
        http_status: u16,
        retry_after: Option<Duration>,
    ) -> Option<PlatformError> {
        let fields = match serde_json::from_slice::<Value>(body) {
            Ok(Value::Object(object)) => from_json(&object)?,
            Ok(_) => return None,
            Err(_) => from_xml(std::str::from_utf8(body).ok()?)?,
        };
        Some(PlatformError {
            code: fields.code,
            message: fields.message,
            request_id: fields.request_id,
            http_status: fields.http_status.unwrap_or(http_status),
            retry_after,
            operation: String::new(),
            access_denied: fields.access_denied.map(Box::new),
            recommend: fields
                .recommend
                .as_deref()
                .and_then(platform_page)
                .map(Box::new),
        })
    }
}

struct Fields {
    code: String,
    message: String,
    request_id: String,
    http_status: Option<u16>,
    access_denied: Option<AccessDenied>,
    recommend: Option<String>,
}

/// The gateway capitalises names, the operations behind it do not.
fn from_json(object: &Map<String, Value>) -> Option<Fields> {
    let text = |names: &[&str]| text_in(object, names);
    let code = text(&["Code", "code"])?;
    Some(Fields {
        code,
        message: text(&["Message", "message", "errorMessage"]).unwrap_or_default(),
        request_id: text(&["RequestId", "requestId", "request_id"]).unwrap_or_default(),
        http_status: text(&["httpStatusCode", "HttpStatusCode"])
            .and_then(|status| status.parse().ok())
            .filter(
                // An answer inside HTTP 200 may repeat the 200.
                |status| *status >= 400,
            ),
        access_denied: ["AccessDeniedDetail", "accessDeniedDetail"]
            .into_iter()
            .find_map(|name| object.get(name)?.as_object())
            .map(|detail| access_denied(|name| text_in(detail, &[name, &uncapitalised(name)]))),
        recommend: text(&["Recommend", "recommend"]),
    })
}

fn text_in(object: &Map<String, Value>, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| match object.get(*name)? {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}

fn uncapitalised(name: &str) -> String {
    let (first, rest) = name.split_at(1);
    first.to_ascii_lowercase() + rest
}

fn access_denied(text: impl Fn(&str) -> Option<String>) -> AccessDenied {
    let text = |name| text(name).unwrap_or_default();
    AccessDenied {
        action: text("AuthAction"),
        principal_type: text("AuthPrincipalType"),
        principal_owner_id: text("AuthPrincipalOwnerId"),
        principal_name: text("AuthPrincipalDisplayName"),
        denial: text("NoPermissionType"),
        policy_type: text("PolicyType"),
    }
}

/// A page of the platform. Whoever stands in front of the platform could name any other, and the user would open it.
fn platform_page(text: &str) -> Option<Url> {
    let page: Url = text.parse().ok()?;
    let host = page.host_str()?;
    let known = [".aliyun.com", ".alibabacloud.com"]
        .iter()
        .any(|domain| host.ends_with(domain));
    (known && page.scheme() == "https").then_some(page)
}

/// `<Error><Code>…</Code><Message>…</Message></Error>`. HTML has `<code>` too, in lower case, and never `<Error>`.
fn from_xml(text: &str) -> Option<Fields> {
    if !text.trim_start().starts_with('<') || !text.contains("<Error>") {
        return None;
    }
    Some(Fields {
        code: element(text, "Code").filter(|code| !code.is_empty())?,
        message: element(text, "Message").unwrap_or_default(),
        request_id: element(text, "RequestId").unwrap_or_default(),
        http_status: None,
        access_denied: text
            .contains("<AccessDeniedDetail>")
            .then(|| access_denied(|name| element(text, name))),
        recommend: element(text, "Recommend"),
    })
}

fn element(text: &str, name: &str) -> Option<String> {
    let (_, rest) = text.split_once(&format!("<{name}>"))?;
    let (inner, _) = rest.split_once(&format!("</{name}>"))?;
    let inner = inner
        .trim()
        .trim_start_matches("<![CDATA[")
        .trim_end_matches("]]>");
    let plain = inner
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'");
    // Last, so that an escaped ampersand does not begin another escape.
    Some(plain.replace("&amp;", "&"))
}

#[cfg(test)]
#[path = "platform_error/tests.rs"]
mod tests;
