use super::*;

fn read(body: &str) -> Option<PlatformError> {
    PlatformError::read(body.as_bytes(), 400, None)
}

#[test]
fn both_spellings_of_json_are_read() {
    let gateway = read(
        r#"{"RequestId":"r1","HostId":"h","Code":"NoPermission","Message":"no","Recommend":"u"}"#,
    )
    .unwrap();
    assert_eq!(
        (gateway.code.as_str(), gateway.request_id.as_str()),
        ("NoPermission", "r1")
    );
    let operation =
        read(r#"{"requestId":"r2","code":"InvalidParameter","message":"m","httpStatusCode":403,"success":false}"#).unwrap();
    assert_eq!(
        (operation.code.as_str(), operation.http_status),
        ("InvalidParameter", 403)
    );
}

#[test]
fn xml_is_read() {
    let body = "<?xml version='1.0'?>\n<Error><RequestId>r3</RequestId><Code>Throttling.User</Code><Message>a &lt; b &amp;amp;</Message></Error>";
    let error = read(body).unwrap();
    assert_eq!(
        (error.code.as_str(), error.request_id.as_str()),
        ("Throttling.User", "r3")
    );
    assert_eq!(error.message, "a < b &amp;");
    assert!(error.is_throttling());
}

#[test]
fn what_is_not_the_platforms_is_not_read() {
    for body in [
        "",
        "<html><code>NoPermission</code></html>",
        "[1]",
        "{}",
        r#"{"Code":""}"#,
        r#"{"error":"x"}"#,
        "<Error></Error>",
        "\u{1}",
    ] {
        assert_eq!(read(body), None, "{body}");
    }
    assert_eq!(PlatformError::read(&[0xff, 0xfe], 400, None), None);
}

#[test]
fn only_throttling_is_throttling() {
    for (code, status, throttling) in [
        ("Throttling", 400, true),
        ("Throttling.Api", 400, true),
        ("x", 429, true),
        ("ThrottlingNot", 400, false),
    ] {
        let error = PlatformError {
            code: code.to_owned(),
            message: String::new(),
            request_id: String::new(),
            http_status: status,
            retry_after: None,
            operation: String::new(),
            access_denied: None,
            recommend: None,
        };
        assert_eq!(error.is_throttling(), throttling, "{code}");
    }
}
