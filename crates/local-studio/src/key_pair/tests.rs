//! The pair in its folder, and calls that were encrypted right and wrong.

use std::fs;

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::rsa::{Pkcs1PublicEncryptingKey, PublicEncryptingKey};
use data_encoding::BASE64;
use serde_json::{Value, json};

use super::*;

const KEY: [u8; 32] = [7; 32];
const NONCE: [u8; 12] = [9; 12];

fn fresh() -> (tempfile::TempDir, KeptPair) {
    let folder = tempfile::tempdir().unwrap();
    let kept = KeptPair::of(folder.path());
    (folder, kept)
}

fn encrypted(public: &[u8], message: &[u8]) -> String {
    let public = PublicEncryptingKey::from_der(public).unwrap();
    let public = Pkcs1PublicEncryptingKey::new(public).unwrap();
    let mut buffer = vec![0; public.ciphertext_size()];
    BASE64.encode(public.encrypt(message, &mut buffer).unwrap())
}

fn header(pair: &KeyPair) -> Value {
    json!({
        "public_key_id": pair.id(),
        "encrypt_key": encrypted(pair.public(), BASE64.encode(&KEY).as_bytes()),
        "iv": BASE64.encode(&NONCE),
    })
}

fn sealed(text: &str) -> String {
    let key = LessSafeKey::new(UnboundKey::new(&AES_256_GCM, &KEY).unwrap());
    let mut bytes = text.as_bytes().to_vec();
    let nonce = Nonce::assume_unique_for_key(NONCE);
    key.seal_in_place_append_tag(nonce, Aad::empty(), &mut bytes)
        .unwrap();
    BASE64.encode(&bytes)
}

/// What comes of a call with this header and this input.
fn opened(pair: &KeyPair, header: &str, input: &str) -> Result<Vec<u8>, NotDecodable> {
    Envelope::of(pair, header)?.open(input)
}

#[test]
fn a_call_is_opened_and_answered_under_its_own_key() {
    let (_folder, kept) = fresh();
    let pair = kept.current().unwrap();
    let envelope = Envelope::of(&pair, &header(&pair).to_string()).unwrap();
    assert_eq!(envelope.open(&sealed("你好")).unwrap(), "你好".as_bytes());
    assert_eq!(envelope.seal(b"answer".to_vec()).unwrap(), sealed("answer"));
}

#[test]
fn shorter_keys_are_taken_and_others_are_not() {
    let (_folder, kept) = fresh();
    let pair = kept.current().unwrap();
    for (length, taken) in [(16, true), (24, true), (31, false), (33, false), (0, false)] {
        let key = vec![3; length];
        let mut header = header(&pair);
        header["encrypt_key"] = encrypted(pair.public(), BASE64.encode(&key).as_bytes()).into();
        let envelope = Envelope::of(&pair, &header.to_string()).unwrap();
        let own = envelope.seal(b"text".to_vec()).unwrap();
        let expected = unbound_seal(&key);
        assert_eq!(Some(own) == expected, taken, "{length} bytes");
    }
}

fn unbound_seal(key: &[u8]) -> Option<String> {
    use aws_lc_rs::aead::{AES_128_GCM, AES_192_GCM};
    let algorithm = match key.len() {
        16 => &AES_128_GCM,
        24 => &AES_192_GCM,
        _ => return None,
    };
    let key = LessSafeKey::new(UnboundKey::new(algorithm, key).unwrap());
    let mut bytes = b"text".to_vec();
    let nonce = Nonce::assume_unique_for_key(NONCE);
    key.seal_in_place_append_tag(nonce, Aad::empty(), &mut bytes)
        .unwrap();
    Some(BASE64.encode(&bytes))
}

#[test]
fn whatever_is_wrong_is_one_and_the_same_refusal() {
    let (_folder, kept) = fresh();
    let pair = kept.current().unwrap();
    let right = header(&pair);
    let with = |name: &str, value: Value| {
        let mut header = right.clone();
        header[name] = value;
        header.to_string()
    };
    let mut flipped = BASE64
        .decode(right["encrypt_key"].as_str().unwrap().as_bytes())
        .unwrap();
    flipped[100] ^= 1;
    let raw_key = encrypted(pair.public(), &KEY);
    for wrong in [
        String::new(),
        "{}".to_owned(),
        "not json".to_owned(),
        right.to_string()[..80].to_owned(),
        with("public_key_id", json!("0123456789abcdef")),
        with("public_key_id", Value::Null),
        with("iv", json!("AAAA")),
        with("iv", json!("*")),
        with("iv", json!(BASE64.encode(&[8; 12]))),
        with("encrypt_key", json!("not base64")),
        with("encrypt_key", json!("")),
        with("encrypt_key", json!(BASE64.encode(&flipped))),
        with("encrypt_key", json!(BASE64.encode(&flipped[..255]))),
        with("encrypt_key", json!(raw_key)),
        with("padding", json!("x".repeat(5_000))),
    ] {
        let outcome = opened(&pair, &wrong, &sealed("text"));
        assert_eq!(outcome, Err(NotDecodable), "{wrong}");
    }
    let input = sealed("text");
    let mut tampered = BASE64.decode(input.as_bytes()).unwrap();
    *tampered.last_mut().unwrap() ^= 1;
    for wrong in [
        "",
        "AAAA",
        "not base64",
        &input[..8],
        &BASE64.encode(&tampered),
    ] {
        let outcome = opened(&pair, &right.to_string(), wrong);
        assert_eq!(outcome, Err(NotDecodable), "{wrong}");
    }
}

#[test]
fn the_pair_stays_until_it_is_rotated() {
    let (folder, kept) = fresh();
    let first = kept.current().unwrap();
    assert_eq!(first.private.key_size_bits(), 2048);
    assert_eq!(kept.current().unwrap().id(), first.id());
    assert_eq!(
        KeptPair::of(folder.path()).current().unwrap().id(),
        first.id()
    );
    let old_call = header(&first).to_string();
    let id = rotate(folder.path()).unwrap();
    // The server that runs meanwhile sees it.
    let second = kept.current().unwrap();
    assert_eq!(second.id(), id);
    assert_ne!(second.id(), first.id());
    assert_eq!(
        opened(&second, &old_call, &sealed("text")),
        Err(NotDecodable)
    );
}

#[test]
fn a_file_that_is_not_ours_is_refused_and_left() {
    let (folder, kept) = fresh();
    kept.current().unwrap();
    let path = folder.path().join("encryption-key.p8");
    fs::write(&path, "no pair").unwrap();
    assert!(matches!(
        kept.current(),
        Err(KeyPairError::NotUnderstood { .. })
    ));
    assert_eq!(fs::read_to_string(&path).unwrap(), "no pair");
}

#[cfg(unix)]
#[test]
fn the_file_is_the_users_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, kept) = fresh();
    kept.current().unwrap();
    let path = folder.path().join("encryption-key.p8");
    let mode = || fs::metadata(&path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(), 0o600);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    assert!(matches!(
        kept.current(),
        Err(KeyPairError::ReadableByOthers { .. })
    ));
    rotate(folder.path()).unwrap();
    assert_eq!(mode(), 0o600);
    kept.current().unwrap();
}
