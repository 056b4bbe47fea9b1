//! Whom a client trusts: an authority of one's own only if it was handed over, and a stranger is told from silence.

// Clippy knows test functions and not what they call.
#![allow(clippy::unwrap_used)]

mod support;

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::Arc;

use model_studio::control::{ControlError, CreateApiKey, ListApiKeys};
use model_studio::{Reach, http_client, http_client_trusting};
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use support::client;

/// An authority that nobody knows.
struct Authority {
    pem: String,
    issuer: Issuer<'static, KeyPair>,
}

fn authority() -> Authority {
    let key = KeyPair::generate().unwrap();
    let mut about = CertificateParams::new(Vec::new()).unwrap();
    about.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let pem = about.self_signed(&key).unwrap().pem();
    Authority {
        pem,
        issuer: Issuer::new(about, key),
    }
}

/// A service at an address of its own that the authority vouches for.
fn service_of(authority: &Authority) -> String {
    let key = KeyPair::generate().unwrap();
    let about = CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
    let certificate = about.signed_by(&key, &authority.issuer).unwrap();
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], key)
        .unwrap();
    let config = Arc::new(config);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let origin = format!(
        "https://localhost:{}",
        listener.local_addr().unwrap().port()
    );
    std::thread::spawn(move || {
        for socket in listener.incoming() {
            let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
            let mut stream = StreamOwned::new(connection, socket.unwrap());
            // A client that does not trust us ends the conversation here.
            if stream.read(&mut [0; 8192]).is_ok() {
                let body = r#"{"success":true,"requestId":"r"}"#;
                let head = format!(
                    "HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
                    body.len()
                );
                let _ = stream.write_all((head + body).as_bytes());
                let _ = stream.flush();
            }
        }
    });
    origin
}

#[tokio::test]
async fn an_authority_of_ones_own_is_trusted_once_it_is_handed_over() {
    let authority = authority();
    let origin = service_of(&authority);
    let trusting = http_client_trusting(Reach::Loopback, authority.pem.as_bytes()).unwrap();
    client(&origin, trusting)
        .list_api_keys(&ListApiKeys::default())
        .await
        .unwrap();
}

#[tokio::test]
async fn whom_nobody_vouches_for_is_not_trusted_and_nothing_is_sent() {
    let origin = service_of(&authority());
    let host = origin.trim_start_matches("https://").to_owned();
    let another = http_client_trusting(Reach::Loopback, authority().pem.as_bytes()).unwrap();
    for http in [http_client(Reach::Loopback).unwrap(), another] {
        let error = client(&origin, http)
            .create_api_key(&CreateApiKey::default())
            .await
            .unwrap_err();
        assert_eq!(error, ControlError::NotTrusted { host: host.clone() });
        assert!(!error.outcome_unknown());
    }
}

#[tokio::test]
async fn several_authorities_may_stand_in_one_file() {
    let (first, second) = (authority(), authority());
    let origin = service_of(&second);
    let file = format!("# ours\n{}\n# theirs\n{}", first.pem, second.pem);
    let http = http_client_trusting(Reach::Loopback, file.as_bytes()).unwrap();
    assert!(
        client(&origin, http)
            .list_api_keys(&ListApiKeys::default())
            .await
            .is_ok()
    );
}
