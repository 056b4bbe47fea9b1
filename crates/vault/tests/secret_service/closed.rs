//! A keyring that is locked, silent, or not there.

use std::time::{Duration, Instant};

use vault::{Keyring, SecretStore, StoreError, StoreState};

use crate::daemon::Daemon;
use crate::session::{Bus, in_session};
use crate::{bus, get, name, put};

/// Every call answers with this, and soon: nothing waits for a prompt.
fn assert_every_call_says(
    keyring: &Keyring,
    state: StoreState,
    error: &StoreError,
    soon: Duration,
) {
    let start = Instant::now();
    assert_eq!(keyring.probe(), state);
    assert_eq!(put(keyring, "1", "sk-ws-new").as_ref(), Err(error));
    assert_eq!(get(keyring, "1").as_ref(), Err(error));
    assert_eq!(keyring.delete(&name("1")).as_ref(), Err(error));
    assert!(start.elapsed() < soon, "took {:?}", start.elapsed());
}

#[test]
fn a_locked_keyring_says_so_until_it_is_unlocked() {
    in_session(Bus::Own, |keyring| {
        let connection = bus::connect();
        let _daemon = Daemon::unlocked();
        bus::wait_for_unlocked(&connection);
        put(&keyring, "1", "sk-ws-kept").unwrap();

        let _prompter = bus::mute_prompter();
        bus::lock(&connection);
        assert_every_call_says(
            &keyring,
            StoreState::Locked,
            &StoreError::Locked,
            Duration::from_secs(5),
        );

        bus::unlock(&connection);
        bus::wait_for_unlocked(&connection);
        assert_eq!(keyring.probe(), StoreState::Available);
        assert_eq!(get(&keyring, "1").unwrap(), "sk-ws-kept");
    });
}

#[test]
fn a_keyring_that_was_never_unlocked_is_locked() {
    in_session(Bus::Own, |keyring| {
        let connection = bus::connect();
        let daemon = Daemon::unlocked();
        bus::wait_for_unlocked(&connection);
        drop(daemon);

        let _prompter = bus::mute_prompter();
        let _daemon = Daemon::locked();
        bus::wait_for_collection(&connection);
        assert_every_call_says(
            &keyring,
            StoreState::Locked,
            &StoreError::Locked,
            Duration::from_secs(5),
        );
    });
}

#[test]
fn an_item_in_another_locked_collection_is_locked_and_the_others_are_not() {
    in_session(Bus::Own, |keyring| {
        let connection = bus::connect();
        let _daemon = Daemon::unlocked();
        bus::wait_for_unlocked(&connection);
        let _prompter = bus::mute_prompter();
        bus::lock_away(
            &connection,
            "studio-keys",
            name("1").as_str(),
            b"sk-ws-moved",
        );

        let start = Instant::now();
        assert_eq!(get(&keyring, "1"), Err(StoreError::Locked));
        assert_eq!(put(&keyring, "1", "sk-ws-new"), Err(StoreError::Locked));
        assert_eq!(keyring.probe(), StoreState::Available);
        put(&keyring, "2", "sk-ws-kept").unwrap();
        assert_eq!(get(&keyring, "2").unwrap(), "sk-ws-kept");
        assert!(start.elapsed() < Duration::from_secs(10));
    });
}

#[test]
fn a_service_that_never_answers_is_given_up_in_time() {
    in_session(Bus::Own, |keyring| {
        let mute = bus::connect();
        mute.request_name(bus::SECRETS).unwrap();

        let start = Instant::now();
        assert_eq!(keyring.probe(), StoreState::Locked);
        assert!(
            start.elapsed() < Duration::from_secs(20),
            "took {:?}",
            start.elapsed()
        );
    });
}

#[test]
fn a_service_without_a_place_for_items_is_absent() {
    in_session(Bus::Own, |keyring| {
        let _daemon = Daemon::locked();
        bus::wait_for_service(&bus::connect());
        assert_every_call_says(
            &keyring,
            StoreState::Absent,
            &StoreError::Absent,
            Duration::from_secs(5),
        );
    });
}

#[test]
fn a_bus_without_a_secret_service_means_absent() {
    in_session(Bus::Own, |keyring| {
        drop(bus::connect());
        assert_every_call_says(
            &keyring,
            StoreState::Absent,
            &StoreError::Absent,
            Duration::from_secs(5),
        );
    });
}

#[test]
fn no_bus_means_absent() {
    in_session(Bus::None, |keyring| {
        assert_every_call_says(
            &keyring,
            StoreState::Absent,
            &StoreError::Absent,
            Duration::from_secs(5),
        );
    });
}
