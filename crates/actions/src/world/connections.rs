//! The services that were spoken to since the start: each account's clients, made once from what the catalog knows of it and
//! from its secret in the keyring.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use model_studio::acs3::AccessKey;
use model_studio::control::ControlClient;
use model_studio::region::RegionId;
use tokio::sync::OnceCell;
use vault::{Account, CredentialKind, ItemName, SecretStore, StoreError};

use super::{Connection, World, blocking};
use crate::accounts::change;
use crate::failure::Failure;
use crate::places::place::Place;

/// Temporary credentials are not used for so long before they end, in milliseconds: a request would arrive too late.
const NEAR_THE_END: i64 = 10 * 1000;

/// Connections by place.
#[derive(Default)]
pub(crate) struct Connections {
    made: Mutex<Made>,
}

#[derive(Default)]
struct Made {
    by_place: HashMap<Place, Known>,
    /// What each account signs with, read once for all its places: some systems ask the user each time that it is.
    access_keys: HashMap<String, Arc<OnceCell<AccessKey>>>,
    /// Counts what was dropped: a connection that was being made meanwhile is not kept.
    dropped: u64,
}

#[derive(Clone)]
struct Known {
    connection: Connection,
    /// When its temporary credentials end, in milliseconds.
    expires_at: Option<i64>,
}

impl Connections {
    /// Forgets how to speak for an account: it was changed or removed.
    pub(crate) fn drop_account(&self, id: &str) {
        let mut made = self.lock();
        made.by_place
            .retain(|place, _| place.account.as_deref() != Some(id));
        made.access_keys.remove(id);
        made.dropped += 1;
    }

    fn access_key(&self, account_id: &str) -> Arc<OnceCell<AccessKey>> {
        let mut made = self.lock();
        Arc::clone(made.access_keys.entry(account_id.to_owned()).or_default())
    }

    fn lock(&self) -> MutexGuard<'_, Made> {
        self.made.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl World {
    /// How to speak to the service of a place.
    ///
    /// # Errors
    /// [`Failure::RegionNeedsAccount`], [`Failure::LocalStudioStopped`], [`Failure::AccountUnknown`],
    /// [`Failure::AccountSecretMissing`], [`Failure::CredentialsExpired`], [`Failure::CaFileUnusable`], and what the
    /// keyring says.
    pub(crate) async fn connection(self: &Arc<Self>, place: &str) -> Result<Connection, Failure> {
        let place: Place = place.parse()?;
        let id = match (place.region, &place.account) {
            (RegionId::ThisComputer, _) => return self.platform.this_computer(),
            (_, None) => {
                return Err(Failure::RegionNeedsAccount {
                    region: place.to_string(),
                });
            }
            (_, Some(id)) => id.clone(),
        };
        let (known, dropped) = {
            let made = self.connections.lock();
            (made.by_place.get(&place).cloned(), made.dropped)
        };
        let known = match known {
            Some(known) => known,
            None => {
                let known = self.make(&place, id).await?;
                let mut made = self.connections.lock();
                if made.dropped == dropped {
                    made.by_place.insert(place, known.clone());
                }
                known
            }
        };
        self.not_near_the_end(known.expires_at)?;
        Ok(known.connection)
    }

    async fn make(self: &Arc<Self>, place: &Place, id: String) -> Result<Known, Failure> {
        // What it signs with may have been cut off between the keyring and the catalogue.
        change::finish_cut_off(self).await?;
        let region = place.region.as_str();
        let (account, endpoints) = self
            .catalog(move |catalog| Ok((catalog.account(&id)?, catalog.endpoints(&id, region)?)))
            .await?;
        let account = account.ok_or(Failure::AccountUnknown)?;
        self.not_near_the_end(account.expires_at)?;
        let (control, data) = endpoints.map_or((None, None), |own| (own.control, own.data));
        let control = match control {
            Some(control) => control,
            None => usual_endpoint(place)?,
        };
        let invalid = || Failure::EndpointInvalid {
            text: control.clone(),
        };
        let endpoint = control.parse().map_err(|_no_url| invalid())?;
        let http = self.http(&control, account.ca_file.as_deref()).await?;
        let expires_at = account.expires_at;
        let read = self.connections.access_key(&account.id);
        // Its other places wait for the one that reads.
        let access_key = read.get_or_try_init(|| self.access_key(&account)).await?;
        let control = ControlClient::new(http.clone(), endpoint, access_key.clone())
            .with_clock(Arc::clone(&self.clock));
        Ok(Known {
            connection: Connection {
                control,
                http,
                origin: data,
            },
            expires_at,
        })
    }

    /// An account's AccessKey, with its secret from the keyring.
    ///
    /// # Errors
    /// [`Failure::AccountSecretMissing`], and what the keyring says.
    pub(crate) async fn access_key(&self, account: &Account) -> Result<AccessKey, Failure> {
        let (account_id, kind) = (account.id.clone(), account.kind);
        let secrets = Arc::clone(&self.secrets);
        let read = move || {
            let secret = secrets.get(&ItemName::account_secret(&account_id))?;
            let security_token = match kind {
                CredentialKind::AccessKey => None,
                CredentialKind::Sts => Some(secrets.get(&ItemName::account_token(&account_id))?),
            };
            Ok::<_, StoreError>((secret, security_token))
        };
        match blocking(read).await? {
            Ok((secret, security_token)) => Ok(AccessKey {
                id: account.access_key_id.clone(),
                secret,
                security_token,
            }),
            Err(StoreError::NotFound) => Err(Failure::AccountSecretMissing {
                name: account.name.clone(),
            }),
            Err(other) => Err(other.into()),
        }
    }

    /// The account of a place; none for This computer and for a region without one.
    pub(crate) async fn account_of(&self, place: &str) -> Result<Option<Account>, Failure> {
        match place.parse::<Place>()?.account {
            Some(id) => self.catalog(move |catalog| catalog.account(&id)).await,
            None => Ok(None),
        }
    }

    /// Notes that the temporary credentials of a place's account have ended, as the service says.
    ///
    /// # Errors
    /// What is wrong with the catalog.
    pub(crate) async fn note_expired(&self, place: &Place) -> Result<(), Failure> {
        let Some(id) = place.account.clone() else {
            return Ok(());
        };
        self.connections.drop_account(&id);
        let now = self.now();
        self.catalog(move |catalog| match catalog.account(&id)? {
            Some(account) if account.kind == CredentialKind::Sts => {
                let expires_at = Some(account.expires_at.map_or(now, |at| at.min(now)));
                catalog.update_account(&Account {
                    expires_at,
                    ..account
                })
            }
            _ => Ok(()),
        })
        .await
    }

    fn not_near_the_end(&self, expires_at: Option<i64>) -> Result<(), Failure> {
        match expires_at {
            Some(at) if at - NEAR_THE_END <= self.now() => Err(Failure::CredentialsExpired {
                request_id: String::new(),
            }),
            _ => Ok(()),
        }
    }
}

/// Where the keys of a region are managed unless the user says otherwise.
pub(crate) fn usual_endpoint(place: &Place) -> Result<String, Failure> {
    match place.region().control_host {
        Some(host) => Ok(format!("https://{host}")),
        None => Err(Failure::RegionCannot {
            region: place.to_string(),
        }),
    }
}
