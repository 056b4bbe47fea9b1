//! The parameters of an operation, from the query and the form body. A body that is no form is refused: read as nothing,
//! it would make an unlimited key of one that was to be limited.

use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use model_studio::control::form::decode_auth;

use crate::page::{DEFAULT_RESULTS, Direction, MAX_RESULTS, Sort};
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
        let malformed = |_| Refusal::InvalidParameter {
            name: "apiKeyId",
            expected: "a whole number",
        };
        self.filled("apiKeyId")
            .map(|text| text.parse().map_err(malformed))
            .transpose()
    }

    /// Rows on a page.
    pub(super) fn max_results(&self) -> Result<u32, Refusal> {
        let Some(text) = self.filled("maxResults") else {
            return Ok(DEFAULT_RESULTS);
        };
        let number: Option<u32> = text
            .parse()
            .ok()
            .filter(|number| (1..=MAX_RESULTS).contains(number));
        number.ok_or(Refusal::InvalidParameter {
            name: "maxResults",
            expected: "a whole number from 1 to 100",
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
                .max_results();
            assert!(
                matches!(
                    refused,
                    Err(Refusal::InvalidParameter {
                        name: "maxResults",
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
        assert_eq!(parameters.max_results().unwrap(), DEFAULT_RESULTS);
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
