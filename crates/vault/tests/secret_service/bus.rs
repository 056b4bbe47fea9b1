//! The session's bus, spoken to directly: to lock a keyring, and to see what is in it, without the code under test.

use std::collections::HashMap;
use std::thread;
use std::time::{Duration, Instant};

use zbus::blocking::Connection;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};

use crate::daemon::PASSWORD;

pub(crate) const SECRETS: &str = "org.freedesktop.secrets";
const ROOT: &str = "/org/freedesktop/secrets";
const SERVICE: &str = "org.freedesktop.Secret.Service";
/// What GNOME Keyring offers to do without asking a person.
const WITHOUT_PROMPT: &str = "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface";

/// An item as the keyring's own window would show it.
pub(crate) struct Item {
    pub(crate) label: String,
    pub(crate) attributes: HashMap<String, String>,
}

pub(crate) fn connect() -> Connection {
    Connection::session().unwrap()
}

/// Waits until a Secret Service has joined the bus.
pub(crate) fn wait_for_service(connection: &Connection) {
    wait(|| {
        connection
            .call_method(
                Some("org.freedesktop.DBus"),
                "/org/freedesktop/DBus",
                Some("org.freedesktop.DBus"),
                "NameHasOwner",
                &SECRETS,
            )
            .unwrap()
            .body()
            .deserialize()
            .unwrap()
    });
}

/// Waits until new items have a place, locked or not.
pub(crate) fn wait_for_collection(connection: &Connection) {
    wait_for_service(connection);
    wait(|| default_collection(connection).as_str() != "/");
}

/// Waits until new items have a place that is unlocked.
pub(crate) fn wait_for_unlocked(connection: &Connection) {
    wait_for_collection(connection);
    wait(|| {
        let locked = property(
            connection,
            &default_collection(connection),
            "org.freedesktop.Secret.Collection",
            "Locked",
        );
        !bool::try_from(locked).unwrap()
    });
}

/// A prompt that nobody answers, as with a person who is away. It lasts as long as the connection.
pub(crate) fn mute_prompter() -> Connection {
    let prompter = connect();
    prompter
        .request_name("org.gnome.keyring.SystemPrompter")
        .unwrap();
    prompter
}

/// Locks the collection for new items, as its user would.
pub(crate) fn lock(connection: &Connection) {
    lock_collection(connection, default_collection(connection));
}

fn lock_collection(connection: &Connection, collection: OwnedObjectPath) {
    let (locked, prompt): (Vec<OwnedObjectPath>, OwnedObjectPath) = connection
        .call_method(
            Some(SECRETS),
            ROOT,
            Some(SERVICE),
            "Lock",
            &(vec![&collection],),
        )
        .unwrap()
        .body()
        .deserialize()
        .unwrap();
    assert_eq!((locked, prompt.as_str()), (vec![collection], "/"));
}

/// Unlocks it again, as the prompt does once the password was typed.
pub(crate) fn unlock(connection: &Connection) {
    connection
        .call_method(
            Some(SECRETS),
            ROOT,
            Some(WITHOUT_PROMPT),
            "UnlockWithMasterPassword",
            &(default_collection(connection), secret(connection, PASSWORD)),
        )
        .unwrap();
}

/// Puts an item into a second collection and locks that one, as when a user moves an item to a keyring for secrets that
/// are rarely needed.
pub(crate) fn lock_away(connection: &Connection, service: &str, username: &str, value: &[u8]) {
    let label = HashMap::from([(
        "org.freedesktop.Secret.Collection.Label",
        Value::from("Locked away"),
    )]);
    let collection: OwnedObjectPath = connection
        .call_method(
            Some(SECRETS),
            ROOT,
            Some(WITHOUT_PROMPT),
            "CreateWithMasterPassword",
            &(label, secret(connection, PASSWORD)),
        )
        .unwrap()
        .body()
        .deserialize()
        .unwrap();
    let attributes = HashMap::from([("service", service), ("username", username)]);
    let properties = HashMap::from([
        ("org.freedesktop.Secret.Item.Label", Value::from("moved")),
        (
            "org.freedesktop.Secret.Item.Attributes",
            Value::from(attributes),
        ),
    ]);
    connection
        .call_method(
            Some(SECRETS),
            &collection,
            Some("org.freedesktop.Secret.Collection"),
            "CreateItem",
            &(properties, secret(connection, value), true),
        )
        .unwrap();
    lock_collection(connection, collection);
}

/// A value as the service takes it: session, parameters, value, content type. Plain, because it stays in the test.
fn secret<'a>(
    connection: &Connection,
    value: &'a [u8],
) -> (OwnedObjectPath, Vec<u8>, &'a [u8], &'static str) {
    let (_, session): (OwnedValue, OwnedObjectPath) = connection
        .call_method(
            Some(SECRETS),
            ROOT,
            Some(SERVICE),
            "OpenSession",
            &("plain", Value::from("")),
        )
        .unwrap()
        .body()
        .deserialize()
        .unwrap();
    (session, Vec::new(), value, "text/plain")
}

/// The items in the collection for new items.
pub(crate) fn items(connection: &Connection) -> Vec<Item> {
    let collection = default_collection(connection);
    let paths = property(
        connection,
        &collection,
        "org.freedesktop.Secret.Collection",
        "Items",
    );
    Vec::<OwnedObjectPath>::try_from(paths)
        .unwrap()
        .iter()
        .map(|path| Item {
            label: item_property(connection, path, "Label").try_into().unwrap(),
            attributes: item_property(connection, path, "Attributes")
                .try_into()
                .unwrap(),
        })
        .collect()
}

fn item_property(connection: &Connection, item: &OwnedObjectPath, name: &str) -> OwnedValue {
    property(connection, item, "org.freedesktop.Secret.Item", name)
}

fn default_collection(connection: &Connection) -> OwnedObjectPath {
    connection
        .call_method(Some(SECRETS), ROOT, Some(SERVICE), "ReadAlias", &"default")
        .unwrap()
        .body()
        .deserialize()
        .unwrap()
}

fn property(
    connection: &Connection,
    object: &OwnedObjectPath,
    interface: &str,
    name: &str,
) -> OwnedValue {
    connection
        .call_method(
            Some(SECRETS),
            object,
            Some("org.freedesktop.DBus.Properties"),
            "Get",
            &(interface, name),
        )
        .unwrap()
        .body()
        .deserialize()
        .unwrap()
}

fn wait(ready: impl Fn() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while !ready() {
        assert!(Instant::now() < deadline, "the keyring did not come up");
        thread::sleep(Duration::from_millis(20));
    }
}
