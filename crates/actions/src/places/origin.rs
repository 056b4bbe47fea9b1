//! The origin of a service: where it is, without a path. HTTPS, or plain HTTP on this computer alone: anybody on the way
//! could read a key or change an answer otherwise.

use model_studio::{Reach, is_secure};
use url::{Position, Url};

use crate::failure::Failure;

/// What the user typed as the address of a service; nothing for the usual one.
///
/// # Errors
/// [`Failure::EndpointInvalid`].
pub(crate) fn typed(text: Option<&str>) -> Result<Option<String>, Failure> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    let invalid = || Failure::EndpointInvalid {
        // What was pasted into the wrong box may be a key.
        text: model_studio::key::shown(text),
    };
    let with_scheme = if text.contains("://") {
        text.to_owned()
    } else {
        format!("https://{text}")
    };
    let url: Url = with_scheme.parse().map_err(|_no_url| invalid())?;
    let is_bare = matches!(url.path(), "" | "/")
        && url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty()
        && url.password().is_none();
    if !is_bare || !is_secure(&url) {
        return Err(invalid());
    }
    Ok(Some(of_url(&url)))
}

/// The origin of a host as the service or the table of regions names it, with or without a scheme and a path; none where
/// it is no host, or one that a key must not go to.
pub(crate) fn of_host(host: &str) -> Option<String> {
    let host = host.trim();
    if host.is_empty() {
        return None;
    }
    let text = if host.contains("://") {
        host.to_owned()
    } else {
        format!("https://{host}")
    };
    let url: Url = text.parse().ok()?;
    is_secure(&url).then(|| of_url(&url))
}

/// What has to be reached for it: to this computer no proxy may stand in between.
pub(crate) fn reach(origin: &str) -> Reach {
    origin
        .parse()
        .map_or(Reach::Network, |url: Url| Reach::of(&url))
}

fn of_url(url: &Url) -> String {
    url[..Position::AfterPort].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endpoint_is_https_or_on_this_computer() {
        for (text, origin) in [
            (
                "https://modelstudio.example.com",
                "https://modelstudio.example.com",
            ),
            (
                "modelstudio.example.com/",
                "https://modelstudio.example.com",
            ),
            (" HTTPS://Example.com:8443 ", "https://example.com:8443"),
            ("http://127.0.0.1:4170", "http://127.0.0.1:4170"),
            ("http://[::1]:4170/", "http://[::1]:4170"),
            ("http://localhost:1", "http://localhost:1"),
        ] {
            assert_eq!(
                typed(Some(text)).unwrap().as_deref(),
                Some(origin),
                "{text}"
            );
        }
        assert_eq!(typed(None), Ok(None));
        assert_eq!(typed(Some("  ")), Ok(None));
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "http://modelstudio.example.com",
            "http://10.0.0.7",
            "http://localhost.example.com",
            "ftp://example.com",
            "file:///etc/passwd",
            "https://",
            "https://user:word@example.com",
            "https://example.com/path",
            "https://example.com?x=1",
            "two words",
        ] {
            let refused = typed(Some(text)).unwrap_err();
            assert!(matches!(refused, Failure::EndpointInvalid { .. }), "{text}");
        }
    }

    #[test]
    fn a_key_in_the_wrong_box_is_masked() {
        let key = "sk-ws-abcdefghijklmnopqrstuvwxyz0123";
        let refused = typed(Some(&format!("http://{key}"))).unwrap_err();
        assert!(!format!("{refused:?}").contains(key));
    }

    #[test]
    fn a_host_of_the_service_becomes_an_origin() {
        assert_eq!(
            of_host("ws-1.cn-beijing.maas.aliyuncs.com").as_deref(),
            Some("https://ws-1.cn-beijing.maas.aliyuncs.com")
        );
        assert_eq!(
            of_host("https://a.example.com/compatible-mode/v1").as_deref(),
            Some("https://a.example.com")
        );
        for host in ["", " ", "http://a.example.com", "javascript://x", "a b"] {
            assert_eq!(of_host(host), None, "{host}");
        }
        assert_eq!(reach("http://127.0.0.1:1"), Reach::Loopback);
        assert_eq!(reach("https://example.com"), Reach::Network);
    }
}
