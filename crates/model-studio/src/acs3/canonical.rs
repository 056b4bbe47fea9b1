//! The one form of a request that is signed. The wire writes the query as forms do (`+` for a space); the canonical query
//! is RFC 3986. Both are decoded to bytes and encoded anew, so that equal requests have equal forms and different ones do not.

use std::borrow::Cow;

use data_encoding::HEXLOWER;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode, percent_encode};
use sha2::{Digest, Sha256};

use super::{ALGORITHM, SignedParts};

/// Everything but the unreserved characters of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// RFC 3986 encoding of bytes.
pub(super) fn encode(bytes: &[u8]) -> String {
    percent_encode(bytes, RESERVED).to_string()
}

/// Lower-case hex of the SHA-256.
pub(super) fn sha256_hex(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}

/// The canonical request. `signed` are the names of the signed headers in their order; each must be in `parts.headers`,
/// else its value counts as empty.
pub(super) fn request(parts: &SignedParts<'_>, signed: &[String], body_hash: &str) -> String {
    let headers: String = signed
        .iter()
        .map(|name| format!("{name}:{}\n", value_of(parts.headers, name)))
        .collect();
    let (path, query, names) = (path(parts.path), query(parts.query), signed.join(";"));
    format!(
        "{}\n{path}\n{query}\n{headers}\n{names}\n{body_hash}",
        parts.method
    )
}

/// What the secret signs.
pub(super) fn string_to_sign(canonical_request: &str) -> String {
    format!("{ALGORITHM}\n{}", sha256_hex(canonical_request.as_bytes()))
}

fn value_of<'a>(headers: &'a [(String, String)], name: &str) -> &'a str {
    headers
        .iter()
        .find(|(other, _)| other == name)
        .map_or("", |(_, value)| value.trim())
}

fn path(wire: &str) -> String {
    if wire.is_empty() {
        return "/".to_owned();
    }
    let segments: Vec<String> = wire
        .split('/')
        .map(|segment| encode(&decoded(segment.as_bytes())))
        .collect();
    segments.join("/")
}

fn query(wire: &str) -> String {
    let mut pairs: Vec<(String, String)> = wire
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(pair)
        .collect();
    // By name alone: the order of a name's several values is part of the request.
    pairs.sort_by(|left, right| left.0.cmp(&right.0));
    let written: Vec<String> = pairs
        .into_iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    written.join("&")
}

fn pair(wire: &str) -> (String, String) {
    let (name, value) = wire.split_once('=').unwrap_or((wire, ""));
    (form_to_canonical(name), form_to_canonical(value))
}

fn form_to_canonical(wire: &str) -> String {
    encode(&decoded(wire.replace('+', " ").as_bytes()))
}

fn decoded(wire: &[u8]) -> Cow<'_, [u8]> {
    percent_decode(wire).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unreserved_characters_stay_and_all_others_are_encoded() {
        assert_eq!(encode("a b*c~d".as_bytes()), "a%20b%2Ac~d");
        assert_eq!(encode("é".as_bytes()), "%C3%A9");
        assert_eq!(encode(b"-_.~"), "-_.~");
    }

    #[test]
    fn a_query_is_sorted_and_encoded_anew() {
        assert_eq!(query("b=2&a=1"), "a=1&b=2");
        assert_eq!(
            query("description=a+b%2Ac~d%2F%C3%A9"),
            "description=a%20b%2Ac~d%2F%C3%A9"
        );
        assert_eq!(query("a=%2B&b=+"), "a=%2B&b=%20");
        assert_eq!(query("a=x%2fy"), "a=x%2Fy");
    }

    #[test]
    fn names_without_a_value_end_in_an_equals_sign() {
        assert_eq!(query("b&a="), "a=&b=");
        assert_eq!(query(""), "");
        assert_eq!(query("&&"), "");
        assert_eq!(query("=x"), "=x");
    }

    #[test]
    fn values_of_one_name_keep_their_order() {
        assert_eq!(query("b=2&a=9&b=1"), "a=9&b=2&b=1");
    }

    #[test]
    fn bytes_that_are_no_text_stay_apart() {
        assert_ne!(query("a=%FF"), query("a=%FE"));
    }

    #[test]
    fn each_segment_of_a_path_is_encoded_and_slashes_stay() {
        assert_eq!(path("/a%20b/c*d/é"), "/a%20b/c%2Ad/%C3%A9");
        assert_eq!(path("/a%2Fb"), "/a%2Fb");
        assert_eq!(path(""), "/");
        assert_eq!(path("/a+b"), "/a%2Bb");
    }
}
