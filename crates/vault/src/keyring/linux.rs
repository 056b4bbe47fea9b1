//! Linux: a Secret Service on the session bus (GNOME Keyring, KWallet, KeePassXC). Never the kernel's key ring, which
//! forgets at reboot.
//!
//! The store prompts for what is locked and waits without end, so the state is asked here first, over a connection of
//! its own and with a time limit. The address of the bus is the one that the process inherited.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use keyring_core::CredentialStore;
use zbus::blocking::{Connection, connection};
use zbus::zvariant::{OwnedObjectPath, OwnedValue};

use crate::{StoreError, StoreState};

pub(super) const NAME: &str = "Secret Service";

/// No prompt is expected, so nothing here waits for a person.
pub(super) const PATIENCE: Duration = Duration::from_secs(15);

/// The store answers so when a prompt was dismissed or could not be shown.
pub(super) const NO_ACCESS: StoreError = StoreError::Locked;

/// Long enough for the bus to start a service that is not running yet.
const ANSWER: Duration = Duration::from_secs(10);

pub(super) const DESTINATION: &str = "org.freedesktop.secrets";
pub(super) const SERVICE_PATH: &str = "/org/freedesktop/secrets";
pub(super) const SERVICE: &str = "org.freedesktop.Secret.Service";
pub(super) const COLLECTION: &str = "org.freedesktop.Secret.Collection";
pub(super) const PROPERTIES: &str = "org.freedesktop.DBus.Properties";

pub(super) fn open() -> keyring_core::Result<Arc<CredentialStore>> {
    let store = zbus_secret_service_keyring_store::Store::new()?;
    Ok(store)
}

pub(super) fn modifiers(label: &str) -> Vec<(&str, &str)> {
    vec![("label", label)]
}

/// Whether the collection that new items go to, and the item itself, can be used without a prompt.
pub(super) fn state(service: &str, user: &str) -> StoreState {
    let connection = match connect() {
        Ok(connection) => connection,
        Err(error) => {
            tracing::debug!(%error, "no session bus");
            return StoreState::Absent;
        }
    };
    match ask(&connection, service, user) {
        Ok(state) => state,
        Err(zbus::Error::MethodError(name, _, _)) if means_absent(name.as_str()) => {
            StoreState::Absent
        }
        Err(error) => {
            tracing::warn!(%error, "the Secret Service does not answer as it should");
            StoreState::Locked
        }
    }
}

fn connect() -> zbus::Result<Connection> {
    connection::Builder::session()?
        .method_timeout(ANSWER)
        .build()
}

fn ask(connection: &Connection, service: &str, user: &str) -> zbus::Result<StoreState> {
    let collection: OwnedObjectPath = connection
        .call_method(
            Some(DESTINATION),
            SERVICE_PATH,
            Some(SERVICE),
            "ReadAlias",
            &"default",
        )?
        .body()
        .deserialize()?;
    if collection.as_str() == "/" {
        // A service without a place for new items: nothing could be kept, and only its own windows can change that.
        return Ok(StoreState::Absent);
    }
    let locked: OwnedValue = connection
        .call_method(
            Some(DESTINATION),
            &collection,
            Some(PROPERTIES),
            "Get",
            &(COLLECTION, "Locked"),
        )?
        .body()
        .deserialize()?;
    if bool::try_from(locked)? {
        return Ok(StoreState::Locked);
    }
    // An item of ours may lie in another collection, to which the user moved it.
    let attributes = HashMap::from([("service", service), ("username", user)]);
    let (_, locked): (Vec<OwnedObjectPath>, Vec<OwnedObjectPath>) = connection
        .call_method(
            Some(DESTINATION),
            SERVICE_PATH,
            Some(SERVICE),
            "SearchItems",
            &(attributes,),
        )?
        .body()
        .deserialize()?;
    if locked.is_empty() {
        Ok(StoreState::Available)
    } else {
        Ok(StoreState::Locked)
    }
}

/// The bus knows no such service, or could not start it.
pub(super) fn means_absent(error: &str) -> bool {
    const PREFIX: &str = "org.freedesktop.DBus.Error.";
    error.strip_prefix(PREFIX).is_some_and(|name| {
        matches!(name, "ServiceUnknown" | "NameHasNoOwner") || name.starts_with("Spawn.")
    })
}

#[cfg(test)]
mod tests {
    use super::means_absent;

    #[test]
    fn the_errors_of_a_bus_without_the_service_mean_absent() {
        assert!(means_absent("org.freedesktop.DBus.Error.ServiceUnknown"));
        assert!(means_absent("org.freedesktop.DBus.Error.Spawn.ChildExited"));
        assert!(!means_absent("org.freedesktop.DBus.Error.NoReply"));
        assert!(!means_absent("org.freedesktop.Secret.Error.IsLocked"));
    }
}
