//! An unlocked keyring.

use std::collections::HashMap;
use std::fs;
use std::sync::Arc;

use secrecy::{ExposeSecret, SecretString};
use vault::{ItemName, Keyring, SecretStore, StoreError, StoreState};

use crate::daemon::Daemon;
use crate::session::{self, Bus, in_session};
use crate::{bus, get, name, put};

#[test]
fn an_unlocked_keyring_keeps_reads_replaces_and_forgets() {
    in_session(Bus::Own, |keyring| {
        let _daemon = Daemon::unlocked();
        bus::wait_for_unlocked(&bus::connect());

        assert_eq!(get(&keyring, "1"), Err(StoreError::NotFound));
        assert_eq!(keyring.delete(&name("1")), Ok(()));

        put(&keyring, "1", "sk-ws-first").unwrap();
        put(&keyring, "2", "钥匙 🔑 with a line\nbreak").unwrap();
        assert_eq!(get(&keyring, "1").unwrap(), "sk-ws-first");
        assert_eq!(get(&keyring, "2").unwrap(), "钥匙 🔑 with a line\nbreak");

        put(&keyring, "1", "sk-ws-second").unwrap();
        assert_eq!(get(&keyring, "1").unwrap(), "sk-ws-second");

        keyring.delete(&name("1")).unwrap();
        assert_eq!(get(&keyring, "1"), Err(StoreError::NotFound));
        assert_eq!(get(&keyring, "2").unwrap(), "钥匙 🔑 with a line\nbreak");

        // Another service of the same name of item is another item.
        assert_eq!(
            Keyring::new("another-program").get(&name("2")).unwrap_err(),
            StoreError::NotFound
        );

        let file = session::folder().join("home/data/keyrings/login.keyring");
        assert!(
            !fs::read(file).unwrap().is_empty(),
            "the keyring is not in the session's folder"
        );
    });
}

#[test]
fn the_secrets_of_two_accounts_do_not_mix() {
    in_session(Bus::Own, |keyring| {
        let _daemon = Daemon::unlocked();
        bus::wait_for_unlocked(&bus::connect());
        let names = [
            ItemName::key("cn-beijing", "77"),
            ItemName::key("cn-beijing@a7f3c2", "77"),
            ItemName::key("cn-beijing@b81d04", "77"),
            ItemName::account_secret("a7f3c2"),
            ItemName::account_token("a7f3c2"),
            ItemName::account_secret("b81d04"),
        ];
        for name in &names {
            keyring
                .put(name, &SecretString::from(format!("value of {name}")))
                .unwrap();
        }
        keyring.delete(&names[1]).unwrap();
        for (number, name) in names.iter().enumerate() {
            let found = keyring.get(name);
            if number == 1 {
                assert_eq!(found.unwrap_err(), StoreError::NotFound);
            } else {
                // EXPOSE: the test compares what it wrote itself.
                assert_eq!(found.unwrap().expose_secret(), format!("value of {name}"));
            }
        }
    });
}

#[test]
fn an_item_has_a_readable_label_and_is_found_by_id() {
    in_session(Bus::Own, |keyring| {
        let _daemon = Daemon::unlocked();
        let connection = bus::connect();
        bus::wait_for_unlocked(&connection);

        for value in ["sk-ws-first", "sk-ws-second"] {
            put(&keyring, "1042", value).unwrap();
        }
        let items = bus::items(&connection);
        assert_eq!(items.len(), 1);
        assert_eq!(items[0].label, "Studio Keys – this-computer/key/1042");
        let expected = HashMap::from([
            ("service".to_owned(), "studio-keys".to_owned()),
            ("username".to_owned(), "this-computer/key/1042".to_owned()),
        ]);
        for (attribute, value) in &expected {
            assert_eq!(items[0].attributes.get(attribute), Some(value));
        }
    });
}

#[test]
fn a_probe_says_available_and_leaves_nothing() {
    in_session(Bus::Own, |keyring| {
        let _daemon = Daemon::unlocked();
        let connection = bus::connect();
        bus::wait_for_unlocked(&connection);

        assert_eq!(keyring.probe(), StoreState::Available);
        assert_eq!(keyring.probe(), StoreState::Available);
        assert!(bus::items(&connection).is_empty());
    });
}

#[test]
fn blocking_threads_of_a_runtime_can_use_the_keyring() {
    in_session(Bus::Own, |keyring| {
        let keyring = Arc::new(keyring);
        let _daemon = Daemon::unlocked();
        bus::wait_for_unlocked(&bus::connect());

        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let tasks: Vec<_> = (0..8)
                .map(|number| {
                    let keyring = keyring.clone();
                    tokio::task::spawn_blocking(move || {
                        let (id, value) = (number.to_string(), format!("value {number}"));
                        put(&keyring, &id, &value).unwrap();
                        assert_eq!(get(&keyring, &id).unwrap(), value);
                    })
                })
                .collect();
            for task in tasks {
                task.await.unwrap();
            }
        });
    });
}

#[test]
fn a_keyring_that_was_restarted_is_found_again() {
    in_session(Bus::Own, |keyring| {
        let connection = bus::connect();
        let daemon = Daemon::unlocked();
        bus::wait_for_unlocked(&connection);
        put(&keyring, "1", "sk-ws-kept").unwrap();

        drop(daemon);
        assert_eq!(get(&keyring, "1"), Err(StoreError::Absent));

        let _daemon = Daemon::unlocked();
        bus::wait_for_unlocked(&connection);
        assert_eq!(get(&keyring, "1").unwrap(), "sk-ws-kept");
    });
}
