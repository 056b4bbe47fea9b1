use super::*;

const EMPTY_SHA256: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

fn headers() -> Vec<(String, String)> {
    let signed =
        "host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version";
    [
        ("host", "127.0.0.1:80"),
        ("x-acs-action", "ListApiKeys"),
        ("x-acs-version", "2026-02-10"),
        ("x-acs-date", "2026-10-26T10:22:32Z"),
        ("x-acs-signature-nonce", "n1"),
        ("x-acs-content-sha256", EMPTY_SHA256),
        (
            "authorization",
            &format!(
                "{ALGORITHM} Credential=LTAI1,SignedHeaders={signed},Signature={EMPTY_SHA256}"
            ),
        ),
        ("accept", "*/*"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .into()
}

fn with(name: &str, value: &str) -> Vec<(String, String)> {
    let mut headers = headers();
    for (other, old) in &mut headers {
        if other == name {
            *old = value.to_owned();
        }
    }
    headers
}

#[test]
fn the_claims_are_read() {
    let claims = presented(&with("x-acs-action", "  ListApiKeys\t")).unwrap();
    assert_eq!(claims.access_key_id, "LTAI1");
    assert_eq!(claims.action, "ListApiKeys");
    assert_eq!(claims.date, "2026-10-26T10:22:32Z".parse().unwrap());
    assert_eq!(claims.signed_headers.len(), 6);
    assert!(claims.security_token.is_none());
}

#[test]
fn each_required_header_is_missed_by_name() {
    for name in REQUIRED.into_iter().chain(["authorization"]) {
        let mut without = headers();
        without.retain(|(other, _)| other != name);
        assert_eq!(
            presented(&without).unwrap_err(),
            VerifyError::Missing {
                field: name.to_owned()
            }
        );
        assert_eq!(
            presented(&with(name, " ")).unwrap_err(),
            VerifyError::Missing {
                field: name.to_owned()
            }
        );
    }
}

#[test]
fn a_header_that_comes_twice_is_refused() {
    for name in ["host", "x-acs-action", "authorization"] {
        let mut twice = headers();
        twice.push((name.to_owned(), "a".to_owned()));
        twice.push((name.to_owned(), "b".to_owned()));
        assert_eq!(presented(&twice).unwrap_err(), malformed(name));
    }
}

#[test]
fn what_the_scheme_wants_signed_must_be_signed() {
    for name in ["content-type", "x-acs-security-token", "x-acs-odd"] {
        let mut unsigned = headers();
        unsigned.push((name.to_owned(), "a".to_owned()));
        assert_eq!(
            presented(&unsigned).unwrap_err(),
            VerifyError::NotSigned {
                field: name.to_owned()
            }
        );
    }
}

#[test]
fn odd_authorizations_are_malformed() {
    let good = headers()
        .into_iter()
        .find(|(name, _)| name == "authorization")
        .unwrap()
        .1;
    for odd in [
        good.replace("ACS3", "ACS2"),
        good.replace("host;x-acs-action", "x-acs-action;host"),
        good.replace("host;", "host;host;"),
        good.replace("host;", "Host;"),
        good.replace("Credential=LTAI1", "Credential="),
        good.replace("Signature=e3", "Signature=E3"),
        good.replace("Signature=e3", "Signature="),
        format!("{good},Credential=LTAI2"),
        format!("{good},Other=1"),
        "Bearer sk-0123".to_owned(),
    ] {
        assert_eq!(
            presented(&with("authorization", &odd)).unwrap_err(),
            malformed("authorization"),
            "{odd}"
        );
    }
    let without = good.replace("Credential=LTAI1,", "");
    let error = presented(&with("authorization", &without)).unwrap_err();
    assert_eq!(
        error,
        VerifyError::Missing {
            field: "Credential".to_owned()
        }
    );
    assert!(presented(&with("authorization", &good.replace(',', ", "))).is_ok());
}

#[test]
fn odd_dates_and_hashes_are_malformed() {
    for odd in [
        "2026-10-26",
        "2026-10-26T10:22:32+00:00",
        "2026-10-26T10:22:32.5Z",
        "2026-13-26T10:22:32Z",
        "now",
    ] {
        assert_eq!(
            presented(&with("x-acs-date", odd)).unwrap_err(),
            malformed("x-acs-date"),
            "{odd}"
        );
    }
    assert_eq!(
        presented(&with("x-acs-content-sha256", "e3b0")).unwrap_err(),
        malformed("x-acs-content-sha256")
    );
}
