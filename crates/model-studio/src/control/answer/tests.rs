use secrecy::ExposeSecret;

use super::*;
use crate::control::wire::{ApiKeyPage, CreatedApiKeyAnswer, FailReason};

fn answer(http_status: u16, body: &str) -> Answer {
    Answer {
        host: "h".to_owned(),
        http_status,
        retry_after: None,
        body: Zeroizing::new(body.as_bytes().to_vec()),
    }
}

fn not_understood(http_status: u16, body: &str) -> ControlError {
    ControlError::NotUnderstood {
        host: "h".to_owned(),
        http_status,
        stranger: Stranger::of(http_status, body.as_bytes()),
    }
}

fn code_of(error: ControlError) -> String {
    match error {
        ControlError::Platform(error) => error.code,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_answer_is_done_when_it_says_so() {
    assert_eq!(
        answer(200, r#"{"success":true,"requestId":"r"}"#).done(),
        Ok(())
    );
    assert_eq!(answer(200, r#"{"success":"true"}"#).done(), Ok(()));
    assert_eq!(answer(200, r#"{"requestId":"r"}"#).done(), Ok(()));
}

#[test]
fn a_failure_inside_http_200_is_a_failure() {
    let refused = answer(
        200,
        r#"{"success":false,"code":"QuotaExceeded","message":"m","httpStatusCode":400}"#,
    );
    let ControlError::Platform(error) = refused.done().unwrap_err() else {
        panic!("not the platform's")
    };
    assert_eq!(
        (error.code.as_str(), error.http_status),
        ("QuotaExceeded", 400)
    );
    assert!(refused.content::<ApiKeyPage>().is_err());
}

#[test]
fn what_is_not_the_platforms_is_not_understood() {
    for body in [
        "",
        "{}",
        "[]",
        "null",
        "<html>sign in</html>",
        r#"{"success":false}"#,
        r#"{"ok":1}"#,
        "\"x\"",
    ] {
        assert_eq!(
            answer(200, body).done(),
            Err(not_understood(200, body)),
            "{body}"
        );
    }
    for status in [302, 403, 502, 503] {
        assert_eq!(
            answer(status, "<html></html>").done(),
            Err(not_understood(status, "<html></html>"))
        );
    }
    assert_eq!(
        answer(403, r#"{"Code":"NoPermission"}"#)
            .done()
            .map_err(code_of),
        Err("NoPermission".to_owned())
    );
}

#[test]
fn a_content_that_lacks_what_matters_is_not_understood() {
    for body in [
        r#"{"success":true}"#,
        r#"{"success":true,"apiKey":null}"#,
        r#"{"success":true,"apiKey":{"apiKeyId":1}}"#,
        r#"{"success":true,"apiKey":{"apiKeyValue":"sk-1"}}"#,
        r#"{"success":true,"apiKey":{"apiKeyId":"x","apiKeyValue":"sk-1"}}"#,
    ] {
        assert!(
            answer(200, body).content::<CreatedApiKeyAnswer>().is_err(),
            "{body}"
        );
    }
    let body = r#"{"success":true,"apiKey":{"apiKeyId":"12","apiKeyValue":"sk-1"}}"#;
    let created = answer(200, body)
        .content::<CreatedApiKeyAnswer>()
        .unwrap()
        .api_key;
    assert_eq!(
        (created.api_key_id, created.api_key_value.expose_secret()), // EXPOSE: to compare what was read.
        (12, "sk-1")
    );
}

#[test]
fn the_reasons_of_a_workspace_that_stays_are_told() {
    let reasons = r#""failReasons":[{"reason":"keys","resourceType":"ApiKey"}]"#;
    let told = Err(ControlError::NotDeleted {
        reasons: vec![FailReason {
            reason: "keys".to_owned(),
            resource_type: "ApiKey".to_owned(),
        }],
        request_id: "r".to_owned(),
    });
    for body in [
        format!(r#"{{"success":true,"isDeleted":false,"requestId":"r",{reasons}}}"#),
        format!(r#"{{"success":false,"code":"C","requestId":"r",{reasons}}}"#),
    ] {
        assert_eq!(answer(200, &body).deleted(), told, "{body}");
        assert_eq!(answer(400, &body).deleted(), told, "{body}");
    }
    let silent = answer(200, r#"{"success":true,"isDeleted":false,"requestId":"r"}"#).deleted();
    assert_eq!(
        silent,
        Err(ControlError::NotDeleted {
            reasons: Vec::new(),
            request_id: "r".to_owned()
        })
    );
    assert_eq!(
        answer(200, r#"{"success":true,"isDeleted":true,"failReasons":[]}"#).deleted(),
        Ok(())
    );
    assert_eq!(
        answer(200, "<html>").deleted(),
        Err(not_understood(200, "<html>"))
    );
    let refused = answer(404, r#"{"Code":"NotFound"}"#).deleted();
    assert_eq!(refused.map_err(code_of), Err("NotFound".to_owned()));
}
