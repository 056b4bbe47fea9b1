//! The signing side. It adds headers and sends nothing.

use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;

use super::{ALGORITHM, AccessKey, SignedParts, canonical, header};

/// Signs a request. Every header of `parts` is signed, so it holds those that reach the service unchanged: `host`, the
/// action, the version and, with a body, its `content-type`. The answer is what is to be added, `authorization` last.
pub fn sign(
    access_key: &AccessKey,
    parts: &SignedParts<'_>,
    date: Timestamp,
    nonce: &str,
) -> Vec<(String, String)> {
    let body_hash = canonical::sha256_hex(parts.body);
    let mut added = vec![
        (header::DATE.to_owned(), date_text(date)),
        (header::NONCE.to_owned(), nonce.to_owned()),
        (header::CONTENT_SHA256.to_owned(), body_hash.clone()),
    ];
    if let Some(token) = &access_key.security_token {
        added.push((header::ACCESS_KEY_ID.to_owned(), access_key.id.clone()));
        // EXPOSE: the token is a header of the request; the caller marks it sensitive.
        let token = token.expose_secret().to_owned();
        added.push((header::SECURITY_TOKEN.to_owned(), token));
    }

    let headers: Vec<(String, String)> = parts.headers.iter().chain(&added).cloned().collect();
    let mut signed: Vec<String> = headers.iter().map(|(name, _)| name.clone()).collect();
    signed.sort();
    signed.dedup();

    let whole = SignedParts {
        headers: &headers,
        ..*parts
    };
    let canonical_request = canonical::request(&whole, &signed, &body_hash);
    let signature = HEXLOWER.encode(&hmac(
        &access_key.secret,
        &canonical::string_to_sign(&canonical_request),
    ));
    let authorization = format!(
        "{ALGORITHM} Credential={},SignedHeaders={},Signature={signature}",
        access_key.id,
        signed.join(";")
    );
    added.push((header::AUTHORIZATION.to_owned(), authorization));
    added
}

/// A time as the `x-acs-date` header has it: whole seconds, UTC.
pub fn date_text(date: Timestamp) -> String {
    date.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

pub(super) fn hmac(secret: &SecretString, text: &str) -> [u8; 32] {
    // EXPOSE: the secret keys the signature; only the signature leaves.
    let mac = <Hmac<Sha256> as KeyInit>::new_from_slice(secret.expose_secret().as_bytes());
    // A key of any length is taken, so the other arm is never reached; an all-zero signature would be refused.
    mac.map_or([0; 32], |mac| {
        mac.chain_update(text.as_bytes())
            .finalize()
            .into_bytes()
            .into()
    })
}
