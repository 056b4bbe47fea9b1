//! The public keys of the services that are called, remembered for a minute each: they change only after an incident, and then at once.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};
use reqwest::Method;
use serde::Deserialize;

use super::{PublicKey, PublicKeyError};
use crate::clock::Clock;
use crate::data::Asking;
use crate::key::KeySecret;

/// How long a key is used without asking again.
pub const REMEMBERED_FOR: SignedDuration = SignedDuration::from_secs(60);

/// Public keys by origin. One for a whole program.
#[derive(Debug, Default)]
pub struct PublicKeys {
    known: Mutex<HashMap<String, Known>>,
}

#[derive(Debug)]
struct Known {
    key: PublicKey,
    fetched_at: Timestamp,
}

impl PublicKeys {
    /// The public key of an origin: the remembered one, else the one that the service has now
    /// (`GET {origin}/api/v1/public-keys/latest`).
    pub async fn latest(
        &self,
        http: &reqwest::Client,
        origin: &str,
        key: &KeySecret,
        clock: &dyn Clock,
    ) -> Result<PublicKey, PublicKeyError> {
        if let Some(known) = self.remembered(origin, clock.now()) {
            return Ok(known);
        }
        let fetched = fetch(http, origin, key).await?;
        let known = Known {
            key: fetched.clone(),
            fetched_at: clock.now(),
        };
        self.known().insert(origin.to_owned(), known);
        Ok(fetched)
    }

    /// Forgets the public key of an origin, so that the next call fetches it.
    pub fn forget(&self, origin: &str) {
        self.known().remove(origin);
    }

    fn remembered(&self, origin: &str, now: Timestamp) -> Option<PublicKey> {
        let known = self.known();
        let known = known.get(origin)?;
        let age = now.duration_since(known.fetched_at);
        // A clock that was set back makes it older than it looks.
        (SignedDuration::ZERO..REMEMBERED_FOR)
            .contains(&age)
            .then(|| known.key.clone())
    }

    fn known(&self) -> MutexGuard<'_, HashMap<String, Known>> {
        // A map is whole between any two of its operations.
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn fetch(
    http: &reqwest::Client,
    origin: &str,
    key: &KeySecret,
) -> Result<PublicKey, PublicKeyError> {
    let not_fetched = PublicKeyError::NotFetched;
    let asking = Asking::new(http, origin, key).map_err(not_fetched)?;
    let request = asking
        .request(Method::GET, &["api", "v1", "public-keys", "latest"])
        .map_err(not_fetched)?;
    let given: Given = asking.read(request).await.map_err(not_fetched)?;
    let data = given.data.ok_or(PublicKeyError::Withheld)?;
    PublicKey::parse(
        &data.public_key_id.unwrap_or_default(),
        &data.public_key.unwrap_or_default(),
    )
}

#[derive(Deserialize)]
struct Given {
    data: Option<GivenKey>,
}

#[derive(Deserialize)]
struct GivenKey {
    public_key: Option<String>,
    public_key_id: Option<String>,
}
