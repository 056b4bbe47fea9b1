//! The services that say under which address they see this computer: which may be asked, and asking one.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::Duration;

use reqwest::Url;
use reqwest::header::{ACCEPT, HeaderValue};

use crate::failure::Failure;
use crate::wire::{EchoFailureView, FamilyView};

/// How long a service may take for its one line.
const PATIENCE: Duration = Duration::from_secs(5);

/// No address in text is longer; an answer that is, is a page.
const LONGEST_ANSWER: usize = 256;

/// A service that may be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EchoService(Url);

/// Two services that can be held against each other.
///
/// # Errors
/// [`Failure::EchoServiceInvalid`], [`Failure::EchoServicesSame`].
pub(crate) fn both(texts: &[String; 2]) -> Result<[EchoService; 2], Failure> {
    let [first, second] = [read(&texts[0])?, read(&texts[1])?];
    if first.0.host_str() == second.0.host_str() && !first.is_loopback() {
        return Err(Failure::EchoServicesSame {
            host: first.0.host_str().unwrap_or_default().to_owned(),
        });
    }
    Ok([first, second])
}

/// Reads a service's web address. Whoever stands between could answer for one without `https`, so only this computer's
/// own may do without.
fn read(text: &str) -> Result<EchoService, Failure> {
    let invalid = || Failure::EchoServiceInvalid {
        address: model_studio::key::shown(text.trim()),
    };
    let service = EchoService(Url::parse(text.trim()).map_err(|_unreadable| invalid())?);
    let url = &service.0;
    let open = url.username().is_empty() && url.password().is_none() && url.host_str().is_some();
    let safe = url.scheme() == "https" || url.scheme() == "http" && service.is_loopback();
    (open && safe).then_some(service).ok_or_else(invalid)
}

impl EchoService {
    /// Whether it is on this computer.
    fn is_loopback(&self) -> bool {
        let host = self.0.host_str().unwrap_or_default();
        let address = host.trim_start_matches('[').trim_end_matches(']');
        host == "localhost"
            || address
                .parse()
                .is_ok_and(|address: IpAddr| address.is_loopback())
    }

    /// Its host and port.
    pub(crate) fn host_and_port(&self) -> Option<(String, u16)> {
        let host = self.0.host_str()?;
        let host = host.trim_start_matches('[').trim_end_matches(']');
        Some((host.to_owned(), self.0.port_or_known_default()?))
    }

    /// Asks over one family.
    pub(crate) async fn ask(&self, family: FamilyView) -> Result<IpAddr, EchoFailureView> {
        let answer = self.client(family)?.get(self.0.clone());
        let answer = answer
            .header(ACCEPT, HeaderValue::from_static("text/plain"))
            .send()
            .await
            .map_err(|error| lost(&error))?;
        if answer.status() != reqwest::StatusCode::OK {
            return Err(EchoFailureView::Status {
                status: answer.status().as_u16().into(),
            });
        }
        let address = address_in(answer).await?;
        if address.is_ipv4() != (family == FamilyView::Ipv4) {
            return Err(EchoFailureView::OtherFamily {
                address: address.to_string(),
            });
        }
        Ok(address)
    }

    /// A client that has nothing but one family, and no redirects: they would lead to a service that nobody named.
    fn client(&self, family: FamilyView) -> Result<reqwest::Client, EchoFailureView> {
        let from = match family {
            FamilyView::Ipv4 => IpAddr::V4(Ipv4Addr::UNSPECIFIED),
            FamilyView::Ipv6 => IpAddr::V6(Ipv6Addr::UNSPECIFIED),
        };
        let builder = reqwest::Client::builder()
            .local_address(from)
            .timeout(PATIENCE)
            .redirect(reqwest::redirect::Policy::none())
            .user_agent(concat!("studio-keys/", env!("CARGO_PKG_VERSION")));
        let builder = if self.is_loopback() {
            builder.no_proxy()
        } else {
            builder
        };
        builder.build().map_err(|error| lost(&error))
    }
}

async fn address_in(mut answer: reqwest::Response) -> Result<IpAddr, EchoFailureView> {
    let mut body = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(|error| lost(&error))? {
        body.extend_from_slice(&chunk);
        if body.len() > LONGEST_ANSWER {
            return Err(EchoFailureView::NotAnAddress);
        }
    }
    let text = std::str::from_utf8(&body).map_err(|_no_text| EchoFailureView::NotAnAddress)?;
    let address: IpAddr = text
        .trim()
        .parse()
        .map_err(|_page| EchoFailureView::NotAnAddress)?;
    Ok(address.to_canonical())
}

fn lost(error: &reqwest::Error) -> EchoFailureView {
    if error.is_timeout() {
        EchoFailureView::TimedOut
    } else {
        EchoFailureView::Unreachable
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn services(first: &str, second: &str) -> Result<[EchoService; 2], Failure> {
        both(&[first.to_owned(), second.to_owned()])
    }

    #[test]
    fn only_https_or_this_computer_is_asked() {
        assert!(services("https://a.example/", " https://b.example/ip ").is_ok());
        for loopback in [
            "http://127.0.0.1:8080/",
            "http://[::1]:8080/",
            "http://localhost/",
        ] {
            assert!(
                services(loopback, "https://b.example/").is_ok(),
                "{loopback}"
            );
        }
        for wrong in [
            "",
            "a.example",
            "http://a.example/",
            "http://127.0.0.1.a.example/",
            "https://user:secret@a.example/",
            "ftp://127.0.0.1/",
            "file:///etc/hostname",
        ] {
            assert!(
                matches!(
                    services("https://b.example/", wrong),
                    Err(Failure::EchoServiceInvalid { .. })
                ),
                "{wrong}"
            );
        }
    }

    #[test]
    fn one_service_twice_is_no_second_opinion() {
        assert_eq!(
            services("https://a.example/ip", "https://a.example/v2"),
            Err(Failure::EchoServicesSame {
                host: "a.example".to_owned()
            })
        );
    }

    #[test]
    fn the_services_of_the_first_start_may_be_asked() {
        assert!(both(&crate::wire::echo_services()).is_ok());
    }
}
