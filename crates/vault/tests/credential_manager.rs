//! The real Credential Manager of Windows, with items of the test's own, which are gone at the end.

#![cfg(windows)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use vault::{ItemName, Keyring, SecretStore, StoreError, StoreState};

fn keyring(test: &str) -> Keyring {
    Keyring::new(&format!("studio-keys-test-{test}-{}", std::process::id()))
}

#[test]
fn it_is_there_and_open() {
    let keyring = keyring("probe");
    assert_eq!(keyring.name(), "Credential Manager");
    assert_eq!(keyring.probe(), StoreState::Available);
}

#[test]
fn a_secret_is_kept_replaced_and_deleted() {
    let (keyring, name) = (keyring("keep"), ItemName::key("this-computer", "1042"));
    assert!(matches!(keyring.get(&name), Err(StoreError::NotFound)));
    for text in ["sk-first-0123456789", "sk-second 密钥 😀"] {
        keyring.put(&name, &SecretString::from(text)).unwrap();
        assert_eq!(keyring.get(&name).unwrap().expose_secret(), text); // EXPOSE: to compare what was kept.
        let at_once = keyring.get_at_once(&name, Duration::from_secs(5)).unwrap();
        assert_eq!(at_once.expose_secret(), text); // EXPOSE: to compare what was kept.
    }
    keyring.delete(&name).unwrap();
    assert!(matches!(keyring.get(&name), Err(StoreError::NotFound)));
}

#[test]
fn items_and_services_do_not_mix() {
    let (one, other) = (keyring("one"), keyring("other"));
    let names = [
        ItemName::key("this-computer", "1"),
        ItemName::key("cn-beijing@a7f3c2", "1"),
    ];
    for (name, text) in names.iter().zip(["sk-here", "sk-there"]) {
        one.put(name, &SecretString::from(text)).unwrap();
    }
    assert!(matches!(other.get(&names[0]), Err(StoreError::NotFound)));
    for (name, text) in names.iter().zip(["sk-here", "sk-there"]) {
        assert_eq!(one.get(name).unwrap().expose_secret(), text); // EXPOSE: to compare what was kept.
        one.delete(name).unwrap();
    }
}

/// A session token, and what stands in for an account's secret, are longer than a key.
#[test]
fn a_long_secret_is_kept_whole() {
    let (keyring, name) = (keyring("long"), ItemName::account_token("a7f3c2"));
    let text = "t".repeat(1200);
    keyring
        .put(&name, &SecretString::from(text.as_str()))
        .unwrap();
    assert_eq!(keyring.get(&name).unwrap().expose_secret(), text); // EXPOSE: to compare what was kept.
    keyring.delete(&name).unwrap();
}
