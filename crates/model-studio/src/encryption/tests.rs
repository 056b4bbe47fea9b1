//! Byte for byte beside the platform's own Python SDK, whose functions made the vectors (`tests/data/encryption_vectors.py`).

use aws_lc_rs::rsa::{Pkcs1PrivateDecryptingKey, PrivateDecryptingKey};
use data_encoding::BASE64;
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};

use super::data_key::DataKey;
use super::*;
use crate::data::ModelCall;

#[derive(Deserialize)]
struct Document {
    private_key: String,
    public_key: String,
    small_public_key: String,
    curve_public_key: String,
    aes_key: String,
    header: String,
    vectors: Vec<Vector>,
}

#[derive(Deserialize)]
struct Vector {
    plaintext: String,
    iv: String,
    sealed: String,
}

fn document() -> Document {
    serde_json::from_str(include_str!("../../tests/data/encryption-vectors.json")).unwrap()
}

fn bytes<const LENGTH: usize>(text: &str) -> [u8; LENGTH] {
    BASE64.decode(text.as_bytes()).unwrap().try_into().unwrap()
}

fn sealed_by(data_key: &DataKey, plaintext: &[u8]) -> String {
    let mut sealed = "before ".to_owned();
    data_key.seal_onto(&mut sealed, plaintext.to_vec()).unwrap();
    sealed.split_off("before ".len())
}

/// What the service reads out of a wrapped key: another library than the one that wrapped it.
fn unwrapped(document: &Document, wrapped: &str) -> String {
    let der = BASE64.decode(document.private_key.as_bytes()).unwrap();
    let key = PrivateDecryptingKey::from_pkcs8(&der).unwrap();
    let key = Pkcs1PrivateDecryptingKey::new(key).unwrap();
    let mut room = vec![0; key.min_output_size()];
    let wrapped = BASE64.decode(wrapped.as_bytes()).unwrap();
    let message = key.decrypt(&wrapped, &mut room).unwrap();
    String::from_utf8(message.to_vec()).unwrap()
}

#[test]
fn the_sdk_encrypts_to_the_same_bytes_and_its_text_is_opened() {
    let document = document();
    let key = bytes(&document.aes_key);
    assert!(document.vectors.len() >= 4);
    for vector in &document.vectors {
        let data_key = DataKey::of(&key, bytes(&vector.iv)).unwrap();
        let sealed = sealed_by(&data_key, vector.plaintext.as_bytes());
        assert_eq!(sealed, vector.sealed);
        let opened = data_key.open(vector.sealed.clone()).unwrap();
        assert_eq!(opened.as_slice(), vector.plaintext.as_bytes());
    }
}

#[test]
fn the_header_has_the_sdks_form_and_the_wrapped_key_is_the_text_of_the_key() {
    let document = document();
    let theirs: Value = serde_json::from_str(&document.header).unwrap();
    assert_eq!(
        unwrapped(&document, theirs["encrypt_key"].as_str().unwrap()),
        document.aes_key
    );

    let public_key = PublicKey::parse("1", &document.public_key).unwrap();
    let call = ModelCall {
        model: "qwen-plus".to_owned(),
        input: json!({"messages": [{"role": "user", "content": "你是谁？"}]}),
        parameters: Some(json!({"result_format": "message"})),
    };
    let sealed = seal(&call, &public_key).unwrap();
    let ours: Value = serde_json::from_str(sealed.outgoing().encryption_key().unwrap()).unwrap();
    let names = |header: &Value| {
        let names: Vec<String> = header.as_object().unwrap().keys().cloned().collect();
        names
    };
    assert_eq!(names(&ours), names(&theirs));
    assert_eq!(ours["public_key_id"], theirs["public_key_id"]);

    // As the service reads it: key and IV out of the header, the input out of the body.
    let key_text = unwrapped(&document, ours["encrypt_key"].as_str().unwrap());
    let data_key = DataKey::of(&bytes(&key_text), bytes(ours["iv"].as_str().unwrap())).unwrap();
    let body: Value = serde_json::from_slice(sealed.outgoing().body()).unwrap();
    let input = data_key
        .open(body["input"].as_str().unwrap().to_owned())
        .unwrap();
    assert_eq!(serde_json::from_slice::<Value>(&input).unwrap(), call.input);
    assert_eq!(body["model"], "qwen-plus");
    assert_eq!(body["parameters"], json!({"result_format": "message"}));
}

#[test]
fn each_call_has_a_key_and_an_iv_of_its_own() {
    let document = document();
    let public_key = PublicKey::parse("1", &document.public_key).unwrap();
    let call = ModelCall {
        model: "m".to_owned(),
        input: json!("same"),
        parameters: None,
    };
    let mut seen = std::collections::HashSet::new();
    for _ in 0..8 {
        let sealed = seal(&call, &public_key).unwrap();
        let header: Value =
            serde_json::from_str(sealed.outgoing().encryption_key().unwrap()).unwrap();
        let key = unwrapped(&document, header["encrypt_key"].as_str().unwrap());
        assert!(seen.insert(key));
        assert!(seen.insert(header["iv"].to_string()));
        assert!(seen.insert(String::from_utf8(sealed.outgoing().body().to_vec()).unwrap()));
    }
}

#[test]
fn a_public_key_is_checked_before_it_is_used() {
    let document = document();
    let good = document.public_key.as_str();
    let parsed = PublicKey::parse("1", good).unwrap();
    assert_eq!((parsed.id(), parsed.bits()), ("1", 2048));

    let der = BASE64.decode(good.as_bytes()).unwrap();
    let text = |der: &[u8]| BASE64.encode(der);
    let half = text(&der[..der.len() / 2]);
    let longer = text(&[der.as_slice(), b"more"].concat());
    for (id, key, refusal) in [
        ("1", "", PublicKeyError::Withheld),
        ("", good, PublicKeyError::Withheld),
        ("a\nb", good, PublicKeyError::IdMalformed),
        ("钥匙", good, PublicKeyError::IdMalformed),
        ("1", "not base64!", PublicKeyError::NotBase64),
        ("1", &good[..good.len() - 1], PublicKeyError::NotBase64),
        ("1", "-----BEGIN PUBLIC KEY-----", PublicKeyError::NotBase64),
        ("1", &half, PublicKeyError::Truncated),
        ("1", &longer, PublicKeyError::NotRsa),
        ("1", "AAAA", PublicKeyError::NotRsa),
        ("1", &document.curve_public_key, PublicKeyError::NotRsa),
        (
            "1",
            &document.small_public_key,
            PublicKeyError::TooSmall { bits: 1024 },
        ),
    ] {
        assert_eq!(PublicKey::parse(id, key), Err(refusal), "{id} {key}");
    }
    for length in 1..der.len() {
        let cut = PublicKey::parse("1", &text(&der[..length]));
        assert_eq!(cut, Err(PublicKeyError::Truncated), "{length}");
    }
}

proptest! {
    #[test]
    fn whatever_is_sealed_is_opened_and_any_change_is_one_and_the_same_error(
        plaintext in proptest::collection::vec(any::<u8>(), 0..200),
        place in any::<proptest::sample::Index>(),
        change in 1u8..,
    ) {
        let (data_key, _) = DataKey::fresh().unwrap();
        let sealed = sealed_by(&data_key, &plaintext);
        let opened = data_key.open(sealed.clone()).unwrap();
        prop_assert_eq!(opened.as_slice(), plaintext.as_slice());

        let mut bytes = BASE64.decode(sealed.as_bytes()).unwrap();
        let length = bytes.len();
        bytes[place.index(length)] ^= change;
        let not_authentic = Some(EncryptionError::NotAuthentic);
        prop_assert_eq!(data_key.open(BASE64.encode(&bytes)).err(), not_authentic.clone());
        // Cut off, and no base64 at all.
        prop_assert_eq!(data_key.open(sealed[..4 * (place.index(length) / 4)].to_owned()).err(), not_authentic.clone());
        prop_assert_eq!(data_key.open("*".to_owned()).err(), not_authentic);
    }

    #[test]
    fn no_bytes_break_the_reading_of_a_key(der in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(PublicKey::parse("1", &BASE64.encode(&der)).is_err());
    }
}
