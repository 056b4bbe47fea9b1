//! HTTP clients: the time they wait, what they call themselves, through what they go, and whom they trust.

use std::time::Duration;

use url::{Host, Url};

/// What a client is to reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reach {
    /// This computer alone. Never goes through a proxy: a proxy would send the request elsewhere.
    Loopback,
    /// The internet, through the system's proxy where one is set.
    Network,
}

impl Reach {
    /// What has to be reached for this endpoint.
    pub fn of(endpoint: &Url) -> Reach {
        let loopback = match endpoint.host() {
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.to_canonical().is_loopback(),
            // Names below it, or with a dot behind it, are handed to a name server by some systems.
            Some(Host::Domain(name)) => name == "localhost",
            None => false,
        };
        if loopback {
            Reach::Loopback
        } else {
            Reach::Network
        }
    }
}

/// Whether nobody on the way can read what is sent there: by HTTPS, or without leaving this computer.
pub fn is_secure(endpoint: &Url) -> bool {
    match endpoint.scheme() {
        "https" => true,
        "http" => Reach::of(endpoint) == Reach::Loopback,
        _ => false,
    }
}

/// The client could not be built.
#[derive(Debug, thiserror::Error)]
pub enum HttpClientError {
    /// The file of certificates has none, or one that is damaged.
    #[error("no certificate can be read")]
    CertificatesUnreadable,
    /// The system does not let it.
    #[error("the HTTP client cannot be set up")]
    SetUp(#[source] reqwest::Error),
}

/// A client: 5 s to connect, 30 s for all of a request, no redirects.
pub fn http_client(reach: Reach) -> Result<reqwest::Client, HttpClientError> {
    builder(reach).build().map_err(HttpClientError::SetUp)
}

/// The same client, which besides those that the system trusts also trusts these authorities, in PEM: companies whose
/// proxy looks into connections, and private networks, have one of their own.
pub fn http_client_trusting(
    reach: Reach,
    authorities: &[u8],
) -> Result<reqwest::Client, HttpClientError> {
    let authorities = reqwest::Certificate::from_pem_bundle(authorities)
        .ok()
        .filter(|authorities| !authorities.is_empty())
        .ok_or(HttpClientError::CertificatesUnreadable)?;
    builder(reach)
        .tls_certs_merge(authorities)
        .build()
        .map_err(|error| {
            // The certificates are looked into only here.
            if error.is_builder() {
                HttpClientError::CertificatesUnreadable
            } else {
                HttpClientError::SetUp(error)
            }
        })
}

fn builder(reach: Reach) -> reqwest::ClientBuilder {
    let builder = reqwest::Client::builder()
        .connect_timeout(Duration::from_secs(5))
        .timeout(Duration::from_secs(30))
        // A redirect would carry a signature or a key to another host.
        .redirect(reqwest::redirect::Policy::none())
        .user_agent(concat!("studio-keys/", env!("CARGO_PKG_VERSION")));
    match reach {
        Reach::Loopback => builder.no_proxy(),
        Reach::Network => builder,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_computer_is_loopback() {
        for (endpoint, reach) in [
            ("http://127.0.0.1:8080", Reach::Loopback),
            ("http://127.9.9.9", Reach::Loopback),
            ("http://[::1]:1", Reach::Loopback),
            ("http://[::ffff:127.0.0.1]", Reach::Loopback),
            ("http://localhost:1", Reach::Loopback),
            ("http://LOCALHOST", Reach::Loopback),
            ("http://localhost.", Reach::Network),
            ("http://studio.localhost", Reach::Network),
            (
                "https://modelstudio.cn-beijing.aliyuncs.com",
                Reach::Network,
            ),
            ("https://127.0.0.1.example.com", Reach::Network),
            ("https://notlocalhost", Reach::Network),
            ("http://10.0.0.1", Reach::Network),
            ("http://[::2]", Reach::Network),
        ] {
            assert_eq!(Reach::of(&endpoint.parse().unwrap()), reach, "{endpoint}");
        }
    }

    #[test]
    fn only_https_and_this_computer_are_secure() {
        for endpoint in [
            "https://dashscope.aliyuncs.com",
            "https://10.0.0.1",
            "http://127.0.0.1:8080",
            "http://[::1]",
            "http://localhost:1",
        ] {
            assert!(is_secure(&endpoint.parse().unwrap()), "{endpoint}");
        }
        for endpoint in [
            "http://dashscope.aliyuncs.com",
            "http://10.0.0.1",
            "http://localhost.example.com",
            "http://studio.localhost",
            "http://0.0.0.0",
            "ftp://127.0.0.1",
        ] {
            assert!(!is_secure(&endpoint.parse().unwrap()), "{endpoint}");
        }
    }

    #[test]
    fn a_file_without_a_certificate_is_told() {
        for text in [
            "",
            "nonsense",
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
            "-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n",
            "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        ] {
            assert!(
                matches!(
                    http_client_trusting(Reach::Network, text.as_bytes()),
                    Err(HttpClientError::CertificatesUnreadable)
                ),
                "{text}"
            );
        }
    }
}
