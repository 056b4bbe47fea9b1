//! Reading what a request claims, strictly: what could be read in two ways is refused, since the signature would cover
//! one of them and the service might obey the other.

use jiff::Timestamp;
use secrecy::SecretString;

use super::{ALGORITHM, VerifyError, date_text, header};

/// What a request claims about its own signature. Nothing of it is proved before [`super::verify()`].
#[derive(Debug, Clone)]
pub struct Presented {
    /// The AccessKey that is said to have signed.
    pub access_key_id: String,
    /// The names of the headers that are said to be signed, sorted.
    pub signed_headers: Vec<String>,
    /// The signature, in lower-case hex.
    pub signature: String,
    /// The SHA-256 that the body is said to have, in lower-case hex.
    pub content_sha256: String,
    /// When it is said to have been signed.
    pub date: Timestamp,
    /// What must not come twice.
    pub nonce: String,
    /// The operation.
    pub action: String,
    /// The version of the API.
    pub version: String,
    /// The token of temporary credentials.
    pub security_token: Option<SecretString>,
}

/// Headers that every signed request carries and signs.
const REQUIRED: [&str; 6] = [
    "host",
    header::ACTION,
    header::VERSION,
    header::DATE,
    header::NONCE,
    header::CONTENT_SHA256,
];

/// Reads what a request's headers (names in lower case) claim. Refused are headers that are missing, come twice, or are not
/// covered by the signature although the scheme wants them to be.
pub fn presented(headers: &[(String, String)]) -> Result<Presented, VerifyError> {
    let (access_key_id, signed_headers, signature) =
        authorization(single(headers, header::AUTHORIZATION)?)?;
    for name in REQUIRED {
        single(headers, name)?;
    }
    for name in &signed_headers {
        // An empty value may be signed, an absent one not.
        optional(headers, name)?.ok_or_else(|| missing(name))?;
    }
    let must_be_signed = |name: &str| {
        REQUIRED.contains(&name) || name == "content-type" || name.starts_with("x-acs-")
    };
    for (name, _) in headers.iter().filter(|(name, _)| must_be_signed(name)) {
        if !signed_headers.contains(name) {
            return Err(VerifyError::NotSigned {
                field: name.clone(),
            });
        }
    }

    let repeated_id = optional(headers, header::ACCESS_KEY_ID)?;
    if repeated_id.is_some_and(|id| id != access_key_id) {
        return Err(malformed(header::ACCESS_KEY_ID));
    }
    let content_sha256 = single(headers, header::CONTENT_SHA256)?.to_owned();
    if !is_sha256(&content_sha256) {
        return Err(malformed(header::CONTENT_SHA256));
    }
    Ok(Presented {
        access_key_id,
        signature,
        content_sha256,
        date: date(single(headers, header::DATE)?)?,
        nonce: single(headers, header::NONCE)?.to_owned(),
        action: single(headers, header::ACTION)?.to_owned(),
        version: single(headers, header::VERSION)?.to_owned(),
        security_token: optional(headers, header::SECURITY_TOKEN)?.map(SecretString::from),
        signed_headers,
    })
}

/// `ACS3-HMAC-SHA256 Credential=…,SignedHeaders=…,Signature=…`
fn authorization(value: &str) -> Result<(String, Vec<String>, String), VerifyError> {
    let wrong = || malformed(header::AUTHORIZATION);
    let fields = value
        .strip_prefix(ALGORITHM)
        .and_then(|rest| rest.strip_prefix(' '))
        .ok_or_else(wrong)?;
    let (mut credential, mut names, mut signature) = (None, None, None);
    for field in fields.split(',') {
        let (name, text) = field.trim().split_once('=').ok_or_else(wrong)?;
        let place = match name {
            "Credential" => &mut credential,
            "SignedHeaders" => &mut names,
            "Signature" => &mut signature,
            _ => return Err(wrong()),
        };
        if text.is_empty() || place.replace(text).is_some() {
            return Err(wrong());
        }
    }
    let credential = credential.ok_or_else(|| missing("Credential"))?;
    let names = names.ok_or_else(|| missing("SignedHeaders"))?;
    let signature = signature.ok_or_else(|| missing("Signature"))?;

    let names: Vec<String> = names.split(';').map(str::to_owned).collect();
    let sorted_once = names.windows(2).all(|pair| pair[0] < pair[1]);
    let lower_case = names
        .iter()
        .all(|name| !name.is_empty() && *name == name.to_ascii_lowercase());
    if !sorted_once || !lower_case || !is_sha256(signature) {
        return Err(wrong());
    }
    Ok((credential.to_owned(), names, signature.to_owned()))
}

/// The one value of a header, trimmed.
fn optional<'a>(
    headers: &'a [(String, String)],
    name: &str,
) -> Result<Option<&'a str>, VerifyError> {
    let mut values = headers
        .iter()
        .filter(|(other, _)| other == name)
        .map(|(_, value)| value.trim());
    match (values.next(), values.next()) {
        // Of two, one could be signed and the other obeyed.
        (_, Some(_)) => Err(malformed(name)),
        (value, None) => Ok(value),
    }
}

fn single<'a>(headers: &'a [(String, String)], name: &str) -> Result<&'a str, VerifyError> {
    optional(headers, name)?
        .filter(|value| !value.is_empty())
        .ok_or_else(|| missing(name))
}

fn date(text: &str) -> Result<Timestamp, VerifyError> {
    let date: Timestamp = text.parse().map_err(|_| malformed(header::DATE))?;
    if date_text(date) == text {
        Ok(date)
    } else {
        Err(malformed(header::DATE))
    }
}

fn is_sha256(text: &str) -> bool {
    text.len() == 64
        && text
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn missing(field: &str) -> VerifyError {
    VerifyError::Missing {
        field: field.to_owned(),
    }
}

fn malformed(field: &str) -> VerifyError {
    VerifyError::Malformed {
        field: field.to_owned(),
    }
}

#[cfg(test)]
#[path = "presented/tests.rs"]
mod tests;
