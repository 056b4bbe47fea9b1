//! Keeps web pages out. A page in the user's browser can reach loopback: by a request with an `Origin`, or by a host name
//! that is made to resolve here (DNS rebinding), which shows in `Host`. Both are refused before anything is read.

use std::net::{IpAddr, Ipv6Addr};

use axum::extract::Request;
use axum::http::HeaderMap;
use axum::http::header::{HOST, ORIGIN};
use axum::http::uri::Authority;
use axum::middleware::Next;
use axum::response::Response;

use super::{Plane, answer};
use crate::platform_error::Refusal;

/// Lets a request pass, or refuses it.
pub(super) async fn guard(request: Request, next: Next) -> Response {
    let Err(refusal) = judge(request.headers(), request.uri().authority()) else {
        return next.run(request).await;
    };
    let request_id = answer::new_request_id();
    tracing::warn!(request_id, reason = %refusal, "refused at the door");
    answer::refusal(
        Plane::of(request.uri().path(), request.headers()),
        &request_id,
        &refusal,
    )
}

fn judge(headers: &HeaderMap, target: Option<&Authority>) -> Result<(), Refusal> {
    if headers.contains_key(ORIGIN) {
        return Err(Refusal::CrossOrigin);
    }
    let mut hosts = headers.get_all(HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return Err(Refusal::ForeignHost);
    };
    let host: Option<Authority> = host.to_str().ok().and_then(|text| text.parse().ok());
    if !host.as_ref().is_some_and(is_loopback) || !target.is_none_or(is_loopback) {
        return Err(Refusal::ForeignHost);
    }
    Ok(())
}

fn is_loopback(authority: &Authority) -> bool {
    let host = authority.host();
    if authority.as_str().contains('@') {
        return false;
    }
    if let Some(inside) = host
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
    {
        return inside
            .parse::<Ipv6Addr>()
            .is_ok_and(|address| IpAddr::V6(address).to_canonical().is_loopback());
    }
    host.eq_ignore_ascii_case("localhost")
        || host
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn with_host(host: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(HOST, HeaderValue::from_static(host))])
    }

    #[test]
    fn loopback_in_any_writing_passes() {
        for host in [
            "127.0.0.1:8080",
            "127.0.0.1",
            "127.9.9.9:1",
            "localhost",
            "LocalHost:80",
            "[::1]:80",
            "[::1]",
        ] {
            assert!(judge(&with_host(host), None).is_ok(), "{host}");
        }
    }

    #[test]
    fn any_other_host_is_refused() {
        let foreign = [
            "example.com",
            "localhost.example.com",
            "127.0.0.1.example.com",
            "10.0.0.1:80",
            "[2001:db8::1]",
            "0.0.0.0",
            "user@127.0.0.1",
            "127.0.0.1, example.com",
            "",
            "localhost.",
            "2130706433",
        ];
        for host in foreign {
            assert!(
                matches!(judge(&with_host(host), None), Err(Refusal::ForeignHost)),
                "{host}"
            );
        }
    }

    #[test]
    fn no_host_two_hosts_and_a_foreign_target_are_refused() {
        assert!(judge(&HeaderMap::new(), None).is_err());
        let mut two = with_host("127.0.0.1");
        two.append(HOST, HeaderValue::from_static("127.0.0.1"));
        assert!(judge(&two, None).is_err());
        assert!(
            judge(
                &with_host("127.0.0.1"),
                Some(&Authority::from_static("example.com"))
            )
            .is_err()
        );
        assert!(
            judge(
                &with_host("127.0.0.1"),
                Some(&Authority::from_static("127.0.0.1:80"))
            )
            .is_ok()
        );
    }

    #[test]
    fn any_origin_is_refused() {
        for origin in [
            "http://127.0.0.1:8080",
            "null",
            "https://example.com",
            "tauri://localhost",
        ] {
            let mut headers = with_host("127.0.0.1");
            headers.insert(ORIGIN, HeaderValue::from_static(origin));
            assert!(
                matches!(judge(&headers, None), Err(Refusal::CrossOrigin)),
                "{origin}"
            );
        }
    }
}
