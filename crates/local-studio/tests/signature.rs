//! Requests that are signed badly, and what they are told.

#![allow(clippy::unwrap_used, clippy::panic)] // In a test a panic is the verdict.

mod support;

use support::{Raw, Running, start};

async fn code(running: &Running, request: &Raw) -> (u16, String) {
    let (status, body) = request.send(running.address).await;
    (status, body["Code"].as_str().unwrap_or("none").to_owned())
}

fn refused(status: u16, code: &str) -> (u16, String) {
    (status, code.to_owned())
}

#[tokio::test]
async fn a_good_request_passes_and_its_nonce_is_used_up() {
    let running = start().await;
    let request = running.signed("nonce-1");
    assert_eq!(request.send(running.address).await.0, 200);
    assert_eq!(
        code(&running, &request).await,
        refused(400, "SignatureNonceUsed")
    );
    running.clock.move_by(15 * 60);
    assert_eq!(
        code(&running, &request).await,
        refused(400, "SignatureNonceUsed")
    );
    running.clock.move_by(1);
    assert_eq!(
        code(&running, &request).await,
        refused(400, "InvalidTimeStamp.Expired")
    );
}

#[tokio::test]
async fn a_refused_request_uses_no_nonce_up() {
    let running = start().await;
    let request = running.signed("nonce-1");
    let spoilt = Raw {
        target: "/modelstudio/apikeys?maxResults=1".to_owned(),
        ..request.clone()
    };
    assert_eq!(
        code(&running, &spoilt).await,
        refused(400, "SignatureDoesNotMatch")
    );
    assert_eq!(request.send(running.address).await.0, 200);
}

#[tokio::test]
async fn the_window_is_fifteen_minutes_either_way() {
    let running = start().await;
    for (number, seconds) in [-901, -900, 900, 901].into_iter().enumerate() {
        let request = running.signed(&format!("nonce-{number}"));
        running.clock.move_by(seconds);
        let status = request.send(running.address).await.0;
        assert_eq!(status == 200, seconds.abs() <= 900, "{seconds}");
        running.clock.move_by(-seconds);
    }
}

#[tokio::test]
async fn whatever_is_missing_is_named() {
    let running = start().await;
    let needed = [
        "authorization",
        "x-acs-date",
        "x-acs-signature-nonce",
        "x-acs-content-sha256",
        "x-acs-version",
    ];
    for name in needed {
        let request = running.signed("nonce").with(name, None);
        let (status, body) = request.send(running.address).await;
        assert_eq!(
            (status, body["Code"].as_str()),
            (400, Some("IncompleteSignature")),
            "{name}"
        );
        assert!(body["Message"].as_str().unwrap().contains(name), "{body}");
    }
    for (name, value) in [
        ("authorization", "Bearer sk-ws-something"),
        ("authorization", "ACS3-HMAC-SHA256 Credential=a"),
        ("x-acs-date", "yesterday"),
        ("x-acs-content-sha256", "0"),
        ("x-acs-signature-nonce", &"n".repeat(129)),
    ] {
        let request = running.signed("nonce").with(name, Some(value));
        assert_eq!(
            code(&running, &request).await,
            refused(400, "IncompleteSignature"),
            "{name}: {value}"
        );
    }
}

#[tokio::test]
async fn whatever_is_changed_breaks_the_signature() {
    let running = start().await;
    let action = "CreateApiKey";
    let sign = || {
        running.signed_for(
            action,
            "POST",
            "/modelstudio/apikeys",
            "description=a+b",
            b"auth.type=All",
            "n",
        )
    };
    let good = sign();
    let changes = [
        Raw {
            body: b"auth.type=Any".to_vec(),
            ..good.clone()
        },
        Raw {
            target: "/modelstudio/apikeys?description=a+c".to_owned(),
            ..good.clone()
        },
        Raw {
            target: "/modelstudio/apikeys/1001?description=a+b".to_owned(),
            ..good.clone()
        },
        Raw {
            method: "PUT".to_owned(),
            ..good.clone()
        },
        good.clone().with("x-acs-action", Some("UpdateApiKey")),
        good.clone().with("x-acs-signature-nonce", Some("other")),
    ];
    for changed in changes {
        assert_eq!(
            code(&running, &changed).await,
            refused(400, "SignatureDoesNotMatch"),
            "{}",
            changed.target
        );
    }
    assert_eq!(good.send(running.address).await.0, 200);
}

#[tokio::test]
async fn the_refusal_keeps_what_was_signed_to_itself() {
    let running = start().await;
    let query = "description=a-private-remark";
    let request = running.signed_for(
        "CreateApiKey",
        "POST",
        "/modelstudio/apikeys",
        query,
        b"",
        "n",
    );
    let spoilt = request.clone().with("x-acs-action", Some("ListApiKeys"));
    let (_, body) = spoilt.send(running.address).await;
    let text = body.to_string();
    assert!(
        !text.contains("private") && !text.contains(request.header("x-acs-content-sha256")),
        "{text}"
    );
    for field in ["RequestId", "HostId", "Code", "Message", "Recommend"] {
        assert!(body[field].is_string(), "{field}");
    }
}

#[tokio::test]
async fn unknown_operations_are_told_so_once_signed() {
    let running = start().await;
    for (number, (action, method, path)) in [
        ("ListEverything", "GET", "/modelstudio/apikeys"),
        ("ListApiKeys", "GET", "/tokenplan/account"),
        ("ListApiKeys", "GET", "/compatible-mode/v1"),
        ("ListApiKeys", "GET", "/modelstudio/apikeys/"),
    ]
    .into_iter()
    .enumerate()
    {
        let request = running.signed_for(action, method, path, "", b"", &format!("nonce-{number}"));
        let (status, _) = request.send(running.address).await;
        assert_eq!(status, 404, "{action} {path}");
    }
    let unsigned = Raw::get("/modelstudio/none", &[("host", "127.0.0.1")]);
    assert_eq!(
        code(&running, &unsigned).await,
        refused(400, "IncompleteSignature")
    );
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused() {
    let running = start().await;
    let path = "/modelstudio/apikeys";
    for (length, expected) in [
        (200 * 1024, (400, "InvalidParameter.auth")),
        (300 * 1024, (413, "InvalidParameter.Body")),
    ] {
        let body = [b"auth.type=".as_slice(), &vec![b'a'; length]].concat();
        let request =
            running.signed_for("CreateApiKey", "POST", path, "", &body, &length.to_string());
        assert_eq!(
            code(&running, &request).await,
            refused(expected.0, expected.1)
        );
    }
}
