//! Linux: one secret over one connection in three questions, without the store, which asks more of them and agrees on a key with
//! the service first. The session is a plain one: what may listen on the session's bus may ask for the secret itself.

use std::collections::HashMap;
use std::time::Duration;

use secrecy::SecretString;
use zbus::blocking::{Connection, connection};
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};
use zeroize::Zeroizing;

use super::platform::{COLLECTION, DESTINATION, PROPERTIES, SERVICE, SERVICE_PATH, means_absent};
use super::text;
use crate::StoreError;

/// A secret as the service gives it: session, parameters, value, content type.
type Given = (OwnedObjectPath, Vec<u8>, Vec<u8>, String);

/// The secret of an item that is not locked.
pub(super) fn get(
    service: &str,
    user: &str,
    patience: Duration,
) -> Result<SecretString, StoreError> {
    let connection = connection::Builder::session()
        .and_then(|builder| builder.method_timeout(patience).build())
        .map_err(|error| {
            tracing::debug!(%error, "no session bus");
            StoreError::Absent
        })?;
    let (unlocked, locked) = search(&connection, service, user)?;
    let Some(item) = unlocked.first() else {
        return Err(if locked.is_empty() {
            where_it_would_be(&connection)
        } else {
            StoreError::Locked
        });
    };
    let (_, session): (OwnedValue, OwnedObjectPath) =
        ask(&connection, "OpenSession", &("plain", Value::from("")))?;
    let mut secrets: HashMap<OwnedObjectPath, Given> =
        ask(&connection, "GetSecrets", &(vec![item], &session))?;
    let Some((_, _, value, _)) = secrets.remove(item) else {
        return Err(StoreError::NotFound);
    };
    text(&Zeroizing::new(value))
}

/// The items of this name: unlocked ones, then locked ones.
fn search(
    connection: &Connection,
    service: &str,
    user: &str,
) -> Result<(Vec<OwnedObjectPath>, Vec<OwnedObjectPath>), StoreError> {
    let attributes = HashMap::from([("service", service), ("username", user)]);
    ask(connection, "SearchItems", &(attributes,))
}

/// Why there is no such item: some services do not search in what is locked.
fn where_it_would_be(connection: &Connection) -> StoreError {
    let collection: OwnedObjectPath = match ask(connection, "ReadAlias", &"default") {
        Ok(collection) => collection,
        Err(error) => return error,
    };
    if collection.as_str() == "/" {
        return StoreError::Absent;
    }
    let locked = connection
        .call_method(
            Some(DESTINATION),
            &collection,
            Some(PROPERTIES),
            "Get",
            &(COLLECTION, "Locked"),
        )
        .and_then(|answer| answer.body().deserialize::<OwnedValue>());
    match locked.map(bool::try_from) {
        Ok(Ok(false)) => StoreError::NotFound,
        _ => StoreError::Locked,
    }
}

/// Asks the service itself.
fn ask<Answer>(
    connection: &Connection,
    method: &str,
    body: &(impl serde::Serialize + zbus::zvariant::DynamicType),
) -> Result<Answer, StoreError>
where
    Answer: serde::de::DeserializeOwned + zbus::zvariant::Type,
{
    connection
        .call_method(Some(DESTINATION), SERVICE_PATH, Some(SERVICE), method, body)
        .and_then(|answer| answer.body().deserialize())
        .map_err(|error| match error {
            zbus::Error::MethodError(name, _, _) if means_absent(name.as_str()) => {
                StoreError::Absent
            }
            zbus::Error::InputOutput(reason) if reason.kind() == std::io::ErrorKind::TimedOut => {
                StoreError::Locked
            }
            error => StoreError::Refused {
                detail: error.to_string(),
            },
        })
}
