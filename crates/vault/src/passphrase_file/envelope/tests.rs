use std::collections::BTreeMap;
use std::io::Write;
use std::iter;

use proptest::prelude::*;
use secrecy::{ExposeSecret, SecretString};

use super::{OpenError, PADDING, WorkFactor, json, open, seal};
use crate::FileProblem;

fn passphrase() -> SecretString {
    SecretString::from("correct horse battery")
}

fn secrets(pairs: &[(&str, &str)]) -> BTreeMap<String, SecretString> {
    pairs
        .iter()
        .map(|(name, secret)| ((*name).to_owned(), SecretString::from(*secret)))
        .collect()
}

fn sealed() -> Vec<u8> {
    let secrets = secrets(&[("this-computer/key/1", "sk-ws-marker")]);
    seal(&secrets, &passphrase(), WorkFactor::FAST).unwrap()
}

fn opened(sealed: &[u8]) -> Result<BTreeMap<String, String>, OpenError> {
    let secrets = open(sealed, &passphrase())?;
    Ok(secrets
        .into_iter()
        // EXPOSE: the test compares what it wrote itself.
        .map(|(name, secret)| (name, secret.expose_secret().to_owned()))
        .collect())
}

/// Where the payload begins: after the line of the header's MAC.
fn payload_start(sealed: &[u8]) -> usize {
    let mac = sealed
        .windows(5)
        .position(|window| window == b"\n--- ")
        .unwrap();
    mac + 1 + sealed[mac + 1..].iter().position(|b| *b == b'\n').unwrap() + 1
}

#[test]
fn what_is_sealed_opens_again_and_cannot_be_read_before() {
    let sealed = sealed();
    let expected = BTreeMap::from([("this-computer/key/1".to_owned(), "sk-ws-marker".to_owned())]);
    assert_eq!(opened(&sealed).unwrap(), expected);
    for readable in [&b"sk-ws-marker"[..], b"this-computer"] {
        assert!(
            !sealed
                .windows(readable.len())
                .any(|window| window == readable)
        );
    }
}

#[test]
fn the_same_secrets_are_sealed_differently_each_time() {
    assert_ne!(sealed(), sealed());
}

#[test]
fn another_passphrase_is_wrong() {
    let outcome = open(&sealed(), &SecretString::from("another passphrase"));
    assert!(matches!(outcome, Err(OpenError::WrongPassphrase)));
}

#[test]
fn every_shorter_file_is_known_to_be_cut() {
    let sealed = sealed();
    assert_eq!(opened(&[]), Err(FileProblem::Empty.into()));
    for length in 19..sealed.len() {
        assert_eq!(
            opened(&sealed[..length]),
            Err(FileProblem::Truncated.into()),
            "cut to {length} of {}",
            sealed.len()
        );
    }
}

#[test]
fn a_longer_file_is_cut_too_unless_by_whole_paddings() {
    let long = "x".repeat(10 * PADDING);
    let sealed = seal(
        &secrets(&[("name", &long)]),
        &passphrase(),
        WorkFactor::FAST,
    )
    .unwrap();
    assert_eq!(
        opened(&sealed[..sealed.len() - 1]),
        Err(FileProblem::Truncated.into())
    );
    assert_eq!(
        opened(&sealed[..sealed.len() - PADDING]),
        Err(FileProblem::Tampered.into())
    );
}

#[test]
fn every_changed_byte_of_the_payload_is_noticed() {
    let sealed = sealed();
    for position in payload_start(&sealed)..sealed.len() {
        let mut changed = sealed.clone();
        changed[position] ^= 1;
        assert_eq!(opened(&changed), Err(FileProblem::Tampered.into()));
    }
}

#[test]
fn no_changed_byte_of_the_header_opens() {
    let sealed = sealed();
    for position in 0..payload_start(&sealed) {
        let mut changed = sealed.clone();
        changed[position] ^= 1;
        assert!(opened(&changed).is_err(), "byte {position} was changed");
    }
}

#[test]
fn a_changed_header_mac_is_noticed() {
    let mut changed = sealed();
    let mac = payload_start(&changed) - 10;
    changed[mac] = if changed[mac] == b'A' { b'B' } else { b'A' };
    assert_eq!(opened(&changed), Err(FileProblem::Tampered.into()));
}

#[test]
fn other_files_are_told_apart() {
    assert_eq!(opened(b"[section]\n"), Err(FileProblem::NotAge.into()));
    assert_eq!(opened(&[0; 4096]), Err(FileProblem::NotAge.into()));

    let mut later = sealed();
    later[b"age-encryption.org/v".len()] = b'9';
    assert_eq!(opened(&later), Err(FileProblem::NotAge.into()));

    let for_a_key = encrypted(&age::x25519::Identity::generate().to_public(), &[b' '; 256]);
    assert_eq!(
        opened(&for_a_key),
        Err(FileProblem::NotForPassphrase.into())
    );

    let mut recipient = age::scrypt::Recipient::new(passphrase());
    recipient.set_work_factor(1);
    let other_content = encrypted(&recipient, &[b'x'; 256]);
    assert_eq!(opened(&other_content), Err(FileProblem::Foreign.into()));
}

#[test]
fn a_file_that_asks_for_hours_of_work_is_refused_at_once() {
    let sealed = sealed();
    let line = sealed.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    let end = line
        + sealed[line..]
            .iter()
            .position(|byte| *byte == b'\n')
            .unwrap();
    // The stanza's line ends with the work factor.
    let mut greedy = sealed[..end - 1].to_vec();
    greedy.extend_from_slice(b"40");
    greedy.extend_from_slice(&sealed[end..]);
    assert_eq!(
        opened(&greedy),
        Err(FileProblem::TooMuchWork { work_factor: 40 }.into())
    );
}

#[test]
fn the_length_of_a_secret_does_not_show() {
    let short = seal(&secrets(&[("n", "a")]), &passphrase(), WorkFactor::FAST).unwrap();
    let long = seal(
        &secrets(&[("n", &"a".repeat(200))]),
        &passphrase(),
        WorkFactor::FAST,
    )
    .unwrap();
    assert_eq!(short.len(), long.len());
}

#[test]
fn the_default_work_is_that_of_age() {
    let sealed = seal(&secrets(&[]), &passphrase(), WorkFactor::default()).unwrap();
    let header = String::from_utf8_lossy(&sealed[..payload_start(&sealed)]).into_owned();
    let stanza = header.lines().nth(1).unwrap();
    assert!(
        stanza.starts_with("-> scrypt ") && stanza.ends_with(" 18"),
        "{stanza}"
    );
    assert!(opened(&sealed).unwrap().is_empty());
}

fn encrypted(recipient: &dyn age::Recipient, content: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut writer = age::Encryptor::with_recipients(iter::once(recipient))
        .unwrap()
        .wrap_output(&mut bytes)
        .unwrap();
    writer.write_all(content).unwrap();
    writer.finish().unwrap();
    bytes
}

/// Text of any kind; now and then more than one chunk of it.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        9 => ".{0,300}",
        1 => (any::<char>(), 15_000..20_000_usize)
            .prop_map(|(character, count)| character.to_string().repeat(count)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Any names and values; and the buffer that held them is as large as was foreseen, so it never moved.
    #[test]
    fn any_content_comes_back(content in prop::collection::btree_map(".{0,40}", text(), 0..4)) {
        let secrets: BTreeMap<String, SecretString> = content
            .iter()
            .map(|(name, secret)| (name.clone(), SecretString::from(secret.as_str())))
            .collect();
        let room: usize = content
            .iter()
            .map(|(name, secret)| (name.len() + secret.len()) * 6 + 8)
            .sum();
        let written = json(&secrets).unwrap();
        prop_assert!(written.len() <= room + 2 + PADDING);
        prop_assert_eq!(written.len() % PADDING, 0);

        let sealed = seal(&secrets, &passphrase(), WorkFactor::FAST).unwrap();
        prop_assert_eq!(opened(&sealed).unwrap(), content);
    }
}
