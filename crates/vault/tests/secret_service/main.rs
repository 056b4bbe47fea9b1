//! The keyring against a real Secret Service. Each test starts a session of its own in a folder of its own: a bus,
//! GNOME Keyring, a home. Neither the keyring of whoever runs the tests nor the environment of this process is touched:
//! the test starts itself once more, as a child in that session, and asserts there.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    reason = "a test ends where something is not as it should be"
)]

mod bus;
mod closed;
mod daemon;
mod open;
mod session;

use secrecy::{ExposeSecret, SecretString};
use vault::{ItemName, Keyring, SecretStore, StoreError};

fn name(id: &str) -> ItemName {
    ItemName::key("this-computer", id)
}

fn put(keyring: &Keyring, id: &str, value: &str) -> Result<(), StoreError> {
    keyring.put(&name(id), &SecretString::from(value))
}

fn get(keyring: &Keyring, id: &str) -> Result<String, StoreError> {
    keyring
        .get(&name(id))
        // EXPOSE: the test compares what it wrote itself.
        .map(|secret| secret.expose_secret().to_owned())
}
