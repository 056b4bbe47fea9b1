//! A signature holds for the request that was signed and for no other.

// Clippy knows test functions and not what they call.
#![allow(clippy::unwrap_used)]

use model_studio::acs3::{AccessKey, SignedParts, VerifyError, presented, sign, verify};
use proptest::prelude::*;
use secrecy::SecretString;

/// A request that a signature was made for, owned so that it can be changed.
#[derive(Debug, Clone)]
struct Request {
    method: String,
    path: String,
    query: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Request {
    fn parts(&self) -> SignedParts<'_> {
        SignedParts {
            method: &self.method,
            path: &self.path,
            query: &self.query,
            headers: &self.headers,
            body: &self.body,
        }
    }

    fn signed(mut self, access_key: &AccessKey) -> Request {
        let date = "2026-10-26T10:22:32Z".parse().unwrap();
        let added = sign(access_key, &self.parts(), date, "nonce-1");
        self.headers.extend(added);
        self
    }

    fn judged(&self, secret: &str) -> Result<(), VerifyError> {
        let claims = presented(&self.headers)?;
        verify(&self.parts(), &claims, &SecretString::from(secret))
    }

    fn header(&mut self, name: &str) -> &mut String {
        &mut self
            .headers
            .iter_mut()
            .find(|(other, _)| other == name)
            .unwrap()
            .1
    }
}

fn access_key(secret: &str) -> AccessKey {
    AccessKey {
        id: "LTAI5tExample".to_owned(),
        secret: SecretString::from(secret),
        security_token: None,
    }
}

fn encoded(pairs: &[(String, String)]) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish()
}

prop_compose! {
    fn request()(
        method in prop::sample::select(vec!["GET", "POST", "PUT", "DELETE"]),
        path in "(/[a-z0-9]{1,6}){1,4}",
        pairs in prop::collection::vec(("[a-zA-Z.]{1,8}", "\\PC{0,12}"), 0..5),
        headers in prop::collection::btree_map("x-acs-[b-r]{3,8}x", "[ -~]{0,20}", 0..3),
        content_type in prop::option::of("[a-z]{2,6}/[a-z]{2,6}"),
        body in prop::collection::vec(any::<u8>(), 0..40),
    ) -> Request {
        let own = [("host", "127.0.0.1:8080"), ("x-acs-action", "ListApiKeys"), ("x-acs-version", "2026-02-10")];
        let own = own.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let content_type = content_type.map(|value| ("content-type".to_owned(), value));
        let headers = own.into_iter().chain(headers).chain(content_type).collect();
        Request { method: method.to_owned(), path, query: encoded(&pairs), headers, body }
    }
}

proptest! {
    #[test]
    fn what_was_signed_verifies(request in request(), secret in "[a-zA-Z0-9]{0,40}") {
        let signed = request.signed(&access_key(&secret));
        prop_assert_eq!(signed.judged(&secret), Ok(()));
    }

    #[test]
    fn another_secret_does_not(request in request(), secret in "[a-zA-Z0-9]{1,40}") {
        let signed = request.signed(&access_key(&secret));
        prop_assert_eq!(signed.judged(&format!("{secret}x")), Err(VerifyError::Signature));
    }

    #[test]
    fn another_method_path_or_query_does_not(request in request(), change in 0..5) {
        let mut changed = request.signed(&access_key("secret"));
        match change {
            0 => changed.method.push('X'),
            1 => changed.path.push_str("/x"),
            2 => changed.path = changed.path.to_uppercase() + "x",
            3 => changed.query = [changed.query.as_str(), "added=1"].join("&"),
            _ => changed.query = encoded(&[("other".to_owned(), changed.query.clone())]),
        }
        prop_assert_eq!(changed.judged("secret"), Err(VerifyError::Signature));
    }

    #[test]
    fn another_body_does_not(request in request(), at in any::<prop::sample::Index>()) {
        let signed = request.signed(&access_key("secret"));
        let mut longer = signed.clone();
        longer.body.push(0);
        prop_assert_eq!(longer.judged("secret"), Err(VerifyError::BodyHash));
        if !signed.body.is_empty() {
            let mut flipped = signed.clone();
            let at = at.index(flipped.body.len());
            flipped.body[at] ^= 1;
            prop_assert_eq!(flipped.judged("secret"), Err(VerifyError::BodyHash));
        }
    }

    #[test]
    fn any_changed_header_does_not(request in request(), at in any::<prop::sample::Index>()) {
        let mut changed = request.signed(&access_key("secret"));
        let at = at.index(changed.headers.len());
        changed.headers[at].1.push('x');
        // A date or a hash with a letter more is malformed; any other value breaks the signature; an AccessKey id stands in
        // `authorization`, whose signature is then no hex of 32 bytes.
        prop_assert!(changed.judged("secret").is_err(), "{:?}", changed.headers[at].0);
    }

    #[test]
    fn any_flipped_digit_of_the_signature_does_not(request in request(), at in 0usize..64) {
        let mut changed = request.signed(&access_key("secret"));
        let authorization = changed.header("authorization");
        let start = authorization.len() - 64 + at;
        let other = if authorization.as_bytes()[start] == b'0' { "1" } else { "0" };
        authorization.replace_range(start..=start, other);
        prop_assert_eq!(changed.judged("secret"), Err(VerifyError::Signature));
    }

    #[test]
    fn a_header_left_out_of_the_signature_is_noticed(request in request()) {
        let mut changed = request.signed(&access_key("secret"));
        let authorization = changed.header("authorization");
        *authorization = authorization.replace(";x-acs-version", "");
        prop_assert_eq!(changed.judged("secret"), Err(VerifyError::NotSigned { field: "x-acs-version".to_owned() }));
    }

    #[test]
    fn equal_queries_in_another_spelling_verify(value in "[a-z ~*/+é中]{0,12}") {
        let query = encoded(&[("a".to_owned(), value.clone()), ("b".to_owned(), String::new())]);
        let headers = [("host", "h"), ("x-acs-action", "A"), ("x-acs-version", "V")];
        let headers = headers.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        let request = Request { method: "GET".to_owned(), path: "/p".to_owned(), query, headers, body: Vec::new() };
        let mut respelled = request.signed(&access_key("secret"));
        respelled.query = format!("b&a={}", percent_encoding::utf8_percent_encode(&value, percent_encoding::NON_ALPHANUMERIC));
        prop_assert_eq!(respelled.judged("secret"), Ok(()));
    }

    #[test]
    fn no_authorization_text_breaks_the_reader(text in "\\PC{0,120}") {
        let _ = presented(&[("authorization".to_owned(), text.clone())]);
        let _ = presented(&[("authorization".to_owned(), format!("ACS3-HMAC-SHA256 {text}"))]);
    }
}

#[test]
fn white_space_around_a_header_value_does_not_count() {
    let headers = [("host", "h"), ("x-acs-action", "A"), ("x-acs-version", "V")];
    let headers = headers
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .to_vec();
    let request = Request {
        method: "GET".to_owned(),
        path: "/".to_owned(),
        query: String::new(),
        headers,
        body: Vec::new(),
    };
    let mut spaced = request.signed(&access_key("secret"));
    spaced.header("x-acs-action").insert_str(0, " \t");
    spaced.header("host").push(' ');
    assert_eq!(spaced.judged("secret"), Ok(()));
}
