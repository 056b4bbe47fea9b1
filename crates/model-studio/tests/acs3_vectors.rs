//! Signatures that others made: one that Alibaba Cloud publishes, three made with the signer of its Python SDK, and every
//! request that the SDK was seen to send.

// Clippy knows test functions and not what they call.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use model_studio::acs3::{AccessKey, SignedParts, presented, sign, verify};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Vectors {
    access_keys: BTreeMap<String, SecretString>,
    requests: Vec<Request>,
}

#[derive(Deserialize)]
struct Request {
    action: String,
    method: String,
    target: String,
    headers: BTreeMap<String, String>,
    body: String,
}

fn vectors() -> Vectors {
    serde_json::from_str(include_str!("data/acs3-vectors.json")).unwrap()
}

impl Request {
    fn path_and_query(&self) -> (&str, &str) {
        self.target.split_once('?').unwrap_or((&self.target, ""))
    }

    fn headers(&self) -> Vec<(String, String)> {
        self.headers
            .iter()
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect()
    }
}

#[test]
fn every_request_of_the_sdk_verifies() {
    let vectors = vectors();
    assert_eq!(vectors.requests.len(), 18);
    for request in &vectors.requests {
        let headers = request.headers();
        let claims = presented(&headers).unwrap();
        assert_eq!(claims.action, request.action);
        assert_eq!(claims.version, "2026-02-10");
        let (path, query) = request.path_and_query();
        let parts = SignedParts {
            method: &request.method,
            path,
            query,
            headers: &headers,
            body: request.body.as_bytes(),
        };
        verify(&parts, &claims, &vectors.access_keys[&claims.access_key_id])
            .expect(&request.target);
    }
}

#[test]
fn every_request_of_the_sdk_is_signed_the_same_way() {
    let vectors = vectors();
    for request in &vectors.requests {
        let headers = request.headers();
        let claims = presented(&headers).unwrap();
        let access_key = AccessKey {
            secret: vectors.access_keys[&claims.access_key_id].clone(),
            security_token: claims.security_token.clone(),
            id: claims.access_key_id.clone(),
        };
        let ours = [
            "date",
            "signature-nonce",
            "content-sha256",
            "accesskey-id",
            "security-token",
        ];
        let given: Vec<_> = headers
            .iter()
            .filter(|(name, _)| claims.signed_headers.contains(name))
            .filter(|(name, _)| !ours.iter().any(|suffix| *name == format!("x-acs-{suffix}")))
            .cloned()
            .collect();
        let (path, query) = request.path_and_query();
        let parts = SignedParts {
            method: &request.method,
            path,
            query,
            headers: &given,
            body: request.body.as_bytes(),
        };
        for (name, value) in sign(&access_key, &parts, claims.date, &claims.nonce) {
            assert_eq!(
                Some(&value),
                request.headers.get(&name),
                "{name} of {}",
                request.target
            );
        }
    }
}

/// What differs between the vectors that are not in the file.
struct Vector<'a> {
    method: &'a str,
    target: &'a str,
    host: &'a str,
    action: &'a str,
    version: &'a str,
    date: &'a str,
    body: Option<&'a str>,
    signature: &'a str,
}

impl Vector<'_> {
    fn check(&self) {
        let secret = SecretString::from("YourAccessKeySecret");
        let access_key = AccessKey {
            id: "YourAccessKeyId".to_owned(),
            secret: secret.clone(),
            security_token: None,
        };
        let mut headers = vec![
            ("host".to_owned(), self.host.to_owned()),
            ("x-acs-action".to_owned(), self.action.to_owned()),
            ("x-acs-version".to_owned(), self.version.to_owned()),
        ];
        if self.body.is_some() {
            headers.push((
                "content-type".to_owned(),
                "application/x-www-form-urlencoded".to_owned(),
            ));
        }
        let (path, query) = self.target.split_once('?').unwrap_or((self.target, ""));
        let body = self.body.unwrap_or_default().as_bytes();
        let unsigned = SignedParts {
            method: self.method,
            path,
            query,
            headers: &headers,
            body,
        };
        let added = sign(
            &access_key,
            &unsigned,
            self.date.parse().unwrap(),
            "3156853299f313e23d1673dc12e1703d",
        );
        let (_, authorization) = added.last().unwrap();
        assert!(
            authorization.ends_with(&format!(",Signature={}", self.signature)),
            "{authorization}"
        );

        let headers: Vec<_> = headers.iter().chain(&added).cloned().collect();
        let claims = presented(&headers).unwrap();
        verify(
            &SignedParts {
                headers: &headers,
                ..unsigned
            },
            &claims,
            &secret,
        )
        .unwrap();
        assert!(!authorization.contains(secret.expose_secret())); // EXPOSE: to look for it where it must not be.
    }
}

#[test]
fn the_published_signature() {
    Vector {
        method: "POST",
        target: "/?ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai",
        host: "ecs.cn-shanghai.aliyuncs.com",
        action: "RunInstances",
        version: "2014-05-26",
        date: "2023-10-26T10:22:32Z",
        body: None,
        signature: "06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0",
    }
    .check();
}

const MODEL_STUDIO: Vector<'_> = Vector {
    method: "GET",
    target: "",
    host: "modelstudio.ap-southeast-1.aliyuncs.com",
    action: "",
    version: "2026-02-10",
    date: "2026-10-26T10:22:32Z",
    body: None,
    signature: "",
};

#[test]
fn a_signed_list() {
    Vector {
        target: "/modelstudio/apikeys?orderBy=gmtCreate&maxResults=10&order=ASC",
        action: "ListApiKeys",
        signature: "5a5e25c8bc68edd723887ce7ca7829ab82a2a8b07504d9ce1551a872c414aa11",
        ..MODEL_STUDIO
    }
    .check();
}

#[test]
fn a_signed_change_without_a_body() {
    Vector {
        method: "PUT",
        target: "/modelstudio/apikeys/123/disable",
        action: "DisableApiKey",
        signature: "3b4ea87b1e2edcd970ea7ba0ad853bb50d6e9a89f76c43b8f5504bed0007933b",
        ..MODEL_STUDIO
    }
    .check();
}

#[test]
fn a_signed_form() {
    Vector {
        method: "POST",
        target: "/modelstudio/apikeys?description=my+key%2F1&workspaceId=ws-x",
        action: "CreateApiKey",
        body: Some(
            "auth.accessIps.1=1.2.3.4&auth.accessIps.2=10.0.0.0%2F8&auth.accessIps.3=%3A%3A%2F0\
             &auth.modelAccessScope.accessibleModels.1=qwen-plus&auth.modelAccessScope.allowAllModels=false&auth.type=Custom",
        ),
        signature: "9102b485dd7563bb9b79bb2e864780f689f4cb0439ddd79016d89ffc32a8e1e0",
        ..MODEL_STUDIO
    }
    .check();
}
