//! The key that a request presents: after `Bearer `, and where Anthropic's protocol is spoken also in `x-api-key`.

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;

use crate::http::Plane;

/// The key. Two that differ are none: which of them counts would be a guess.
pub(super) fn presented(plane: Plane, headers: &HeaderMap) -> Option<&str> {
    if plane != Plane::Anthropic {
        return bearer(headers);
    }
    let mut values = headers.get_all("x-api-key").iter();
    match (values.next(), values.next()) {
        (None, _) => bearer(headers),
        (Some(value), None) => {
            let key = value.to_str().ok()?.trim();
            let agreed = !headers.contains_key(AUTHORIZATION) || bearer(headers) == Some(key);
            (agreed && !key.is_empty()).then_some(key)
        }
        _ => None,
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let mut values = headers.get_all(AUTHORIZATION).iter();
    let (Some(value), None) = (values.next(), values.next()) else {
        return None;
    };
    let (scheme, key) = value.to_str().ok()?.split_once(' ')?;
    let key = key.trim();
    (scheme.eq_ignore_ascii_case("Bearer") && !key.is_empty()).then_some(key)
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderName, HeaderValue};

    use super::*;

    const X_API_KEY: HeaderName = HeaderName::from_static("x-api-key");

    fn of(plane: Plane, values: &[(HeaderName, &'static str)]) -> Option<String> {
        let mut headers = HeaderMap::new();
        for (name, value) in values {
            headers.append(name, HeaderValue::from_static(value));
        }
        presented(plane, &headers).map(str::to_owned)
    }

    fn of_bearers(values: &[&'static str]) -> Option<String> {
        let values: Vec<_> = values.iter().map(|value| (AUTHORIZATION, *value)).collect();
        of(Plane::Compatible, &values)
    }

    #[test]
    fn only_one_bearer_key_counts() {
        assert_eq!(of_bearers(&["Bearer sk-ws-1"]).as_deref(), Some("sk-ws-1"));
        assert_eq!(
            of_bearers(&["bearer  sk-ws-1 "]).as_deref(),
            Some("sk-ws-1")
        );
        for none in [
            &["sk-ws-1"][..],
            &["Basic sk-ws-1"],
            &["Bearer "],
            &["Bearer"],
            &[],
            &["Bearer a", "Bearer a"],
        ] {
            assert_eq!(of_bearers(none), None, "{none:?}");
        }
    }

    #[test]
    fn anthropics_header_counts_where_its_protocol_is_spoken() {
        let alone = [(X_API_KEY, "sk-ws-1")];
        assert_eq!(of(Plane::Anthropic, &alone).as_deref(), Some("sk-ws-1"));
        assert_eq!(of(Plane::Native, &alone), None);
        let bearer = [(AUTHORIZATION, "Bearer sk-ws-1")];
        assert_eq!(of(Plane::Anthropic, &bearer).as_deref(), Some("sk-ws-1"));
        let both = |key| [(AUTHORIZATION, "Bearer sk-ws-1"), (X_API_KEY, key)];
        assert_eq!(
            of(Plane::Anthropic, &both("sk-ws-1")).as_deref(),
            Some("sk-ws-1")
        );
        assert_eq!(of(Plane::Anthropic, &both("sk-ws-2")), None);
        assert_eq!(of(Plane::Anthropic, &[(X_API_KEY, "")]), None);
    }
}
