//! The parameters of an operation, from the query and the form body. A body that is no form is refused: read as nothing,
//! it would make an unlimited key of one that was to be limited.

use std::str::FromStr;

use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use model_studio::control::form::decode_auth;
use serde::de::DeserializeOwned;

use crate::page::{DEFAULT_RESULTS, Direction, Sort};
use crate::permission::Permission;
use crate::platform_error::Refusal;

const FORM: &str = "application/x-www-form-urlencoded";

/// Names and values as they were sent, decoded.
#[derive(Debug, Default)]
pub(super) struct Parameters {
    pairs: Vec<(String, String)>,
}

impl Parameters {
    /// Reads the query and the body.
    pub(super) fn read(parts: &Parts, body: &[u8]) -> Result<Parameters, Refusal> {
        let mut pairs: Vec<(String, String)> =
            pairs_of(parts.uri.query().unwrap_or_default().as_bytes());
        if !body.is_empty() {
            let kind = parts
                .headers
                .get(CONTENT_TYPE)
                .and_then(|value| value.to_str().ok())
                .unwrap_or_default();
            if kind
                .split(';')
                .next()
                .is_none_or(|kind| !kind.trim().eq_ignore_ascii_case(FORM))
            {
                return Err(Refusal::InvalidParameter {
                    name: "Body",
                    expected: FORM,
                });
            }
            pairs.extend(pairs_of(body));
        }
        Ok(Parameters { pairs })
    }

    /// A parameter as text; None: it was not sent.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.pairs
            .iter()
            .find(|(other, _)| other == name)
            .map(|(_, value)| value.clone())
    }

    /// A parameter as text; None: it was not sent, or sent empty.
    pub(super) fn filled(&self, name: &str) -> Option<String> {
        self.text(name).filter(|value| !value.is_empty())
    }

    /// A parameter that must be there and say something.
    pub(super) fn needed(&self, name: &'static str) -> Result<String, Refusal> {
        self.filled(name).ok_or(Refusal::MissingParameter { name })
    }

    /// A list of texts, as JSON: so the SDKs send it in a query. Empty where nothing was sent.
    pub(super) fn texts(&self, name: &'static str) -> Result<Vec<String>, Refusal> {
        self.json(name, "a JSON list of texts")
            .map(Option::unwrap_or_default)
    }

    /// A parameter that is JSON; None: it was not sent.
    pub(super) fn json<T: DeserializeOwned>(
        &self,
        name: &'static str,
        expected: &'static str,
    ) -> Result<Option<T>, Refusal> {
        let malformed = |_| Refusal::InvalidParameter { name, expected };
        self.filled(name)
            .map(|text| serde_json::from_str(&text).map_err(malformed))
            .transpose()
    }

    /// A whole number; None: it was not sent.
    pub(super) fn number<T: FromStr>(
        &self,
        name: &'static str,
        expected: &'static str,
    ) -> Result<Option<T>, Refusal> {
        let malformed = |_| Refusal::InvalidParameter { name, expected };
        self.filled(name)
            .map(|text| text.parse().map_err(malformed))
            .transpose()
    }

    /// Yes or no, as any of the SDKs writes it; None: it was not sent.
    pub(super) fn flag(&self, name: &'static str) -> Result<Option<bool>, Refusal> {
        let expected = "true or false";
        match self.filled(name).as_deref() {
            None => Ok(None),
            Some("true" | "True") => Ok(Some(true)),
            Some("false" | "False") => Ok(Some(false)),
            Some(_) => Err(Refusal::InvalidParameter { name, expected }),
        }
    }

    /// All of it, for what is read as a whole.
    pub(super) fn pairs(&self) -> &[(String, String)] {
        &self.pairs
    }

    /// The permission; None: nothing of it was sent.
    pub(super) fn permission(&self) -> Result<Option<Permission>, Refusal> {
        let expected = "auth.type (All or Custom) with auth.accessIps.N, auth.modelAccessScope.allowAllModels \
                        (true or false) and auth.modelAccessScope.accessibleModels.N";
        let auth = decode_auth(&self.pairs).map_err(|_| Refusal::InvalidParameter {
            name: "auth",
            expected,
        })?;
        auth.map(Permission::from_wire).transpose()
    }

    /// An id to filter by.
    pub(super) fn api_key_id(&self) -> Result<Option<i64>, Refusal> {
        self.number("apiKeyId", "a whole number")
    }

    /// Rows on a page: from one to `limit`.
    pub(super) fn max_results(&self, limit: u32) -> Result<u32, Refusal> {
        self.max_results_from(1, limit)
    }

    /// Rows on a page, in a list that may be asked for fewer than one.
    pub(super) fn max_results_from(&self, least: u32, limit: u32) -> Result<u32, Refusal> {
        let Some(text) = self.filled("maxResults") else {
            return Ok(DEFAULT_RESULTS.min(limit));
        };
        let number: Option<u32> = text
            .parse()
            .ok()
            .filter(|number| (least..=limit).contains(number));
        number.ok_or(Refusal::PageTooLarge {
            name: "maxResults",
            least,
            limit,
        })
    }

    /// What to sort by.
    pub(super) fn sort(&self) -> Result<Sort, Refusal> {
        match self.filled("orderBy").as_deref() {
            None => Ok(Sort::default()),
            Some("apiKeyId") => Ok(Sort::ApiKeyId),
            Some("gmtCreate") => Ok(Sort::GmtCreate),
            Some(_) => Err(Refusal::InvalidParameter {
                name: "orderBy",
                expected: "apiKeyId or gmtCreate",
            }),
        }
    }

    /// Which end first.
    pub(super) fn direction(&self) -> Result<Direction, Refusal> {
        match self.filled("order").as_deref() {
            None => Ok(Direction::default()),
            Some("DESC") => Ok(Direction::Descending),
            Some("ASC") => Ok(Direction::Ascending),
            Some(_) => Err(Refusal::InvalidParameter {
                name: "order",
                expected: "DESC or ASC",
            }),
        }
    }
}

fn pairs_of(encoded: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(encoded).into_owned().collect()
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::*;

    fn read(target: &str, content_type: &str, body: &str) -> Result<Parameters, Refusal> {
        let request = Request::builder()
            .uri(target)
            .header(CONTENT_TYPE, content_type)
            .body(())
            .unwrap();
        Parameters::read(&request.into_parts().0, body.as_bytes())
    }

    #[test]
    fn the_query_is_form_encoded() {
        let parameters = read(
            "/x?description=%E7%94%9F%E4%BA%A7+a%2Bb&workspaceId=",
            FORM,
            "",
        )
        .unwrap();
        assert_eq!(parameters.text("description").as_deref(), Some("生产 a+b"));
        assert_eq!(parameters.text("workspaceId").as_deref(), Some(""));
        assert_eq!(parameters.filled("workspaceId"), None);
        assert_eq!(parameters.text("auth.type"), None);
    }

    #[test]
    fn a_body_that_is_no_form_is_refused() {
        assert!(read("/x", "application/json", r#"{"auth":{"type":"Custom"}}"#).is_err());
        assert!(read("/x", "application/json; charset=utf-8", "").is_ok());
        assert!(
            read(
                "/x",
                "application/x-www-form-urlencoded; charset=utf-8",
                "auth.type=All"
            )
            .is_ok()
        );
    }

    #[test]
    fn numbers_and_words_are_checked() {
        for bad in ["0", "101", "-1", "ten", "1.0", "%31%20"] {
            let refused = read(&format!("/x?maxResults={bad}"), FORM, "")
                .unwrap()
                .max_results(100);
            assert!(
                matches!(
                    refused,
                    Err(Refusal::PageTooLarge {
                        name: "maxResults",
                        limit: 100,
                        ..
                    })
                ),
                "{bad}"
            );
        }
        let parameters = read("/x?order=asc&orderBy=name&apiKeyId=x", FORM, "").unwrap();
        assert!(
            parameters.direction().is_err()
                && parameters.sort().is_err()
                && parameters.api_key_id().is_err()
        );
        let parameters = read("/x?order=&orderBy=&maxResults=", FORM, "").unwrap();
        assert_eq!(parameters.direction().unwrap(), Direction::Descending);
        assert_eq!(parameters.sort().unwrap(), Sort::ApiKeyId);
        assert_eq!(parameters.max_results(100).unwrap(), DEFAULT_RESULTS);
        assert_eq!(parameters.max_results(5).unwrap(), 5);
        let nothing = read("/x?maxResults=0", FORM, "").unwrap();
        assert_eq!(nothing.max_results_from(0, 200).unwrap(), 0);
    }

    #[test]
    fn a_permission_that_is_not_understood_is_refused() {
        for bad in [
            "auth.type=Some",
            "auth.accessIps.1=127.0.0.1",
            "auth.type=Custom&auth.accessIp.1=127.0.0.1",
        ] {
            let refused = read("/x", FORM, bad).unwrap().permission();
            assert!(
                matches!(refused, Err(Refusal::InvalidParameter { name: "auth", .. })),
                "{bad}"
            );
        }
        assert_eq!(read("/x", FORM, "").unwrap().permission().unwrap(), None);
    }
}
