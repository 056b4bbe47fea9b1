//! The platform's own error, read from any of the forms that it comes in. Matched on its code, never on its message.

use std::time::Duration;

use serde_json::{Map, Value};

/// Longest message that is kept, in characters.
const LONGEST_MESSAGE: usize = 600;

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
}

impl PlatformError {
    /// The platform wants fewer requests.
    pub fn is_throttling(&self) -> bool {
        self.http_status == 429 || self.code == "Throttling" || self.code.starts_with("Throttling.")
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
            message: shortened(&fields.message),
            request_id: fields.request_id,
            http_status: fields.http_status.unwrap_or(http_status),
            retry_after,
        })
    }
}

struct Fields {
    code: String,
    message: String,
    request_id: String,
    http_status: Option<u16>,
}

/// The gateway capitalises names, the operations behind it do not.
fn from_json(object: &Map<String, Value>) -> Option<Fields> {
    let text = |names: &[&str]| {
        names.iter().find_map(|name| match object.get(*name)? {
            Value::String(text) if !text.is_empty() => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        })
    };
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
    })
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

fn shortened(message: &str) -> String {
    if message.chars().count() <= LONGEST_MESSAGE {
        return message.to_owned();
    }
    message.chars().take(LONGEST_MESSAGE).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str) -> Option<PlatformError> {
        PlatformError::read(body.as_bytes(), 400, None)
    }

    #[test]
    fn both_spellings_of_json_are_read() {
        let gateway = read(r#"{"RequestId":"r1","HostId":"h","Code":"NoPermission","Message":"no","Recommend":"u"}"#).unwrap();
        assert_eq!(
            (gateway.code.as_str(), gateway.request_id.as_str()),
            ("NoPermission", "r1")
        );
        let operation =
            read(r#"{"requestId":"r2","code":"InvalidParameter","message":"m","httpStatusCode":403,"success":false}"#).unwrap();
        assert_eq!(
            (operation.code.as_str(), operation.http_status),
            ("InvalidParameter", 403)
        );
    }

    #[test]
    fn xml_is_read() {
        let body = "<?xml version='1.0'?>\n<Error><RequestId>r3</RequestId><Code>Throttling.User</Code><Message>a &lt; b &amp;amp;</Message></Error>";
        let error = read(body).unwrap();
        assert_eq!(
            (error.code.as_str(), error.request_id.as_str()),
            ("Throttling.User", "r3")
        );
        assert_eq!(error.message, "a < b &amp;");
        assert!(error.is_throttling());
    }

    #[test]
    fn what_is_not_the_platforms_is_not_read() {
        for body in [
            "",
            "<html><code>NoPermission</code></html>",
            "[1]",
            "{}",
            r#"{"Code":""}"#,
            r#"{"error":"x"}"#,
            "<Error></Error>",
            "\u{1}",
        ] {
            assert_eq!(read(body), None, "{body}");
        }
        assert_eq!(PlatformError::read(&[0xff, 0xfe], 400, None), None);
    }

    #[test]
    fn an_endless_message_is_cut() {
        let error = read(&format!(
            r#"{{"Code":"C","Message":"{}"}}"#,
            "长".repeat(5000)
        ))
        .unwrap();
        assert_eq!(error.message.chars().count(), LONGEST_MESSAGE + 1);
    }

    #[test]
    fn only_throttling_is_throttling() {
        for (code, status, throttling) in [
            ("Throttling", 400, true),
            ("Throttling.Api", 400, true),
            ("x", 429, true),
            ("ThrottlingNot", 400, false),
        ] {
            let error = PlatformError {
                code: code.to_owned(),
                message: String::new(),
                request_id: String::new(),
                http_status: status,
                retry_after: None,
            };
            assert_eq!(error.is_throttling(), throttling, "{code}");
        }
    }
}
