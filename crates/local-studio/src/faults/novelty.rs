//! Answers of a service that is newer than its client: every object has a field more, and words come that no list has.

use axum::body::{Body, to_bytes};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

/// Larger than any answer of the control plane.
const LIMIT: usize = 16 * 1024 * 1024;

/// The field that nobody knows.
const FIELD: &str = "introducedLater";

/// Adds to a JSON answer; any other stays as it is.
pub(super) async fn add(response: Response) -> Response {
    let kind = response.headers().get(CONTENT_TYPE);
    let is_json = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"application/json"));
    if !is_json {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, LIMIT).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    parts.headers.remove(CONTENT_LENGTH);
    let body = match serde_json::from_slice::<Value>(&bytes) {
        Ok(mut answer) => {
            renew(&mut answer);
            Body::from(answer.to_string())
        }
        Err(_) => Body::from(bytes),
    };
    Response::from_parts(parts, body)
}

fn renew(value: &mut Value) {
    match value {
        Value::Array(members) => members.iter_mut().for_each(renew),
        Value::Object(object) => {
            object.values_mut().for_each(renew);
            new_words(object);
            object.insert(FIELD.to_owned(), json!({ "level": [1, null, "x"] }));
        }
        _ => {}
    }
}

/// Words of lists that may grow. What an answer means stays: a limited key does not become an unlimited one.
fn new_words(object: &mut Map<String, Value>) {
    for name in ["capabilities", "features"] {
        if let Some(Value::Array(words)) = object.get_mut(name) {
            words.push(json!("introduced-later"));
        }
    }
    for (name, old, new) in [
        ("type", Some("Custom"), "CustomWithSchedule"),
        ("serviceSite", None, "low-earth-orbit"),
        ("resourceType", None, "ResourceOfTheFuture"),
        ("usageLimitField", None, "compute_seconds"),
        ("IdentityType", Some("RAMUser"), "RAMUserV2"),
    ] {
        let Some(Value::String(word)) = object.get_mut(name) else {
            continue;
        };
        if old.is_none_or(|old| old == word) {
            *word = new.to_owned();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_object_grows_and_meaning_stays() {
        let mut answer = json!({
            "success": true,
            "apiKeys": [
                { "auth": { "type": "Custom" }, "apiKeyId": 1 },
                { "auth": { "type": "All" }, "capabilities": ["TG"] },
            ],
        });
        renew(&mut answer);
        assert!(answer[FIELD].is_object() && answer["apiKeys"][0]["auth"][FIELD].is_object());
        assert_eq!(answer["apiKeys"][0]["auth"]["type"], "CustomWithSchedule");
        assert_eq!(answer["apiKeys"][1]["auth"]["type"], "All");
        assert_eq!(
            answer["apiKeys"][1]["capabilities"],
            json!(["TG", "introduced-later"])
        );
        assert_eq!(
            (&answer["success"], &answer["apiKeys"][0]["apiKeyId"]),
            (&json!(true), &json!(1))
        );
    }

    #[tokio::test]
    async fn what_is_no_json_stays() {
        let page = axum::response::Html("<p>").into_response();
        let bytes = to_bytes(add(page).await.into_body(), LIMIT).await.unwrap();
        assert_eq!(&bytes[..], b"<p>");
    }
}
