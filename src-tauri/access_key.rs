//! The AccessKey of This computer: made at the first start, kept in the keyring, needed to check signatures.

use local_studio::{NoRandomness, generate_access_key};
use model_studio::{acs3::AccessKey, region::RegionId};
use secrecy::{ExposeSecret, SecretString};
use vault::{ItemName, SecretStore, StoreError};

/// Reads it, or makes it and keeps it. While there is no place for secrets, one that lives as long as the program does
/// as well: only the program itself signs with it.
pub(crate) fn of_this_computer(secrets: &dyn SecretStore) -> Result<AccessKey, NoRandomness> {
    let name = ItemName::access_key(RegionId::ThisComputer.as_str());
    match secrets.get(&name) {
        Ok(kept) => {
            if let Some(access_key) = decode(&kept) {
                return Ok(access_key);
            }
            tracing::warn!(
                "the kept AccessKey of this computer is damaged; a new one takes its place"
            );
        }
        Err(StoreError::NotFound) => {}
        Err(error) => {
            tracing::warn!(%error, "the AccessKey of this computer is not kept");
            return generate_access_key();
        }
    }
    let made = generate_access_key()?;
    if let Err(error) = secrets.put(&name, &encode(&made)) {
        tracing::warn!(%error, "the AccessKey of this computer is not kept");
    }
    Ok(made)
}

/// Id and secret with a space between: neither holds one.
fn encode(access_key: &AccessKey) -> SecretString {
    // EXPOSE: on its way into the keyring.
    let secret = access_key.secret.expose_secret();
    SecretString::from(format!("{} {secret}", access_key.id))
}

fn decode(kept: &SecretString) -> Option<AccessKey> {
    // EXPOSE: on its way out of the keyring.
    let (id, secret) = kept.expose_secret().split_once(' ')?;
    let whole = !id.is_empty() && !secret.is_empty();
    whole.then(|| AccessKey {
        id: id.to_owned(),
        secret: SecretString::from(secret),
        security_token: None,
    })
}

#[cfg(test)]
mod tests {
    use vault::MemoryStore;

    use super::*;

    fn pair(access_key: &AccessKey) -> (String, String) {
        // EXPOSE: to compare two of them.
        (
            access_key.id.clone(),
            access_key.secret.expose_secret().to_owned(),
        )
    }

    fn read_or_make(store: &MemoryStore) -> AccessKey {
        of_this_computer(store).expect("randomness")
    }

    #[test]
    fn it_is_made_once_and_the_same_after_a_restart() {
        let store = MemoryStore::new();
        let first = read_or_make(&store);
        assert_eq!(pair(&read_or_make(&store)), pair(&first));
    }

    #[test]
    fn without_a_keyring_there_is_one_for_this_run() {
        let store = MemoryStore::in_state(vault::StoreState::Locked);
        let first = read_or_make(&store);
        assert!(!first.id.is_empty());
        assert_ne!(pair(&read_or_make(&store)), pair(&first));
        assert_eq!(store.names(), [], "nothing is kept");
    }

    #[test]
    fn a_damaged_one_is_replaced() {
        let store = MemoryStore::new();
        let name = ItemName::access_key("this-computer");
        store
            .put(&name, &SecretString::from("LTAI-without-a-secret"))
            .expect("puts");
        let made = read_or_make(&store);
        assert_eq!(pair(&read_or_make(&store)), pair(&made));
    }
}
