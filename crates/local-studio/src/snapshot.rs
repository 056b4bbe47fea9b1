//! What the data plane needs to know, all of it, in memory and immutable. After each change of the store a new one takes
//! its place, before the change is answered: so a refusal holds from the very next request on.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use model_studio::allowlist::{Allowlist, CompiledAllowlist};

use crate::permission::{ModelScope, Permission};
use crate::store::limits::{LimitRow, Limits};
use crate::store::{KeyRow, TokenRow};

/// One key's rights, compiled: a request costs a search and a look-up, however long the permission is.
#[derive(Debug)]
pub(crate) struct KeyRight {
    /// The key's id: what the log may name.
    pub(crate) api_key_id: i64,
    /// The workspace that its calls are counted for.
    pub(crate) workspace_id: String,
    /// Disabled keys are known and refused.
    pub(crate) disabled: bool,
    /// None: from anywhere.
    pub(crate) allowlist: Option<CompiledAllowlist>,
    /// None: every model.
    models: Option<HashSet<String>>,
    /// What its workspace may call. None: every model.
    granted: Option<Arc<HashSet<String>>>,
    /// How much its workspace may ask. None: as much as it likes.
    limits: Option<Arc<Limits>>,
}

impl KeyRight {
    /// Whether the key may use this model: it, and its workspace.
    pub(crate) fn includes(&self, model: &str) -> bool {
        let (models, granted) = (self.models.as_ref(), self.granted.as_ref());
        models.is_none_or(|models| models.contains(model))
            && granted.is_none_or(|granted| granted.contains(model))
    }

    /// How much the key's workspace may ask of this model, if that is limited.
    pub(crate) fn limit_of(&self, model: &str) -> Option<&LimitRow> {
        self.limits.as_ref()?.get(model)
    }
}

/// One temporary key: it has no rights of its own.
#[derive(Debug)]
pub(crate) struct TokenRight {
    /// The digest of the key that made it.
    pub(crate) parent: [u8; 32],
    /// Seconds since 1970; from then on it is refused.
    pub(crate) expires_at: i64,
}

/// Every key's rights, by the digest of its value.
#[derive(Debug, Default)]
pub(crate) struct Snapshot {
    keys: HashMap<[u8; 32], KeyRight>,
    tokens: HashMap<[u8; 32], TokenRight>,
}

/// A stored allowlist cannot be read: enforcing half of it is no option.
#[derive(Debug, thiserror::Error)]
#[error("the allowlist of key {api_key_id} cannot be read")]
pub struct DamagedAllowlist {
    /// The key.
    pub api_key_id: i64,
}

impl Snapshot {
    /// Compiles the rows of the store.
    pub(crate) fn compile(
        rows: Vec<KeyRow>,
        tokens: Vec<TokenRow>,
    ) -> Result<Snapshot, DamagedAllowlist> {
        let mut keys = HashMap::with_capacity(rows.len());
        for row in rows {
            let api_key_id = row.api_key_id;
            let (allowlist, models) = match row.permission {
                Permission::All => (None, None),
                Permission::Custom { addresses, models } => {
                    let allowlist = Allowlist::from_entries(&addresses)
                        .map_err(|_| DamagedAllowlist { api_key_id })?;
                    let models = match models {
                        ModelScope::All => None,
                        ModelScope::Only(names) => Some(names.into_iter().collect()),
                    };
                    (Some(allowlist.compile()), models)
                }
            };
            keys.insert(
                row.value_sha256,
                KeyRight {
                    api_key_id,
                    workspace_id: row.workspace_id,
                    disabled: row.disabled,
                    allowlist,
                    models,
                    granted: None,
                    limits: None,
                },
            );
        }
        let tokens = tokens.into_iter().map(|row| {
            let right = TokenRight {
                parent: row.parent_sha256,
                expires_at: row.expires_at,
            };
            (row.value_sha256, right)
        });
        Ok(Snapshot {
            keys,
            tokens: tokens.collect(),
        })
    }

    /// With the models that workspaces were granted, by their ids; a workspace that is not named may call every model.
    pub(crate) fn granting(mut self, grants: &HashMap<String, Arc<HashSet<String>>>) -> Snapshot {
        for key in self.keys.values_mut() {
            key.granted = grants.get(&key.workspace_id).cloned();
        }
        self
    }

    /// With the limits of workspaces, by their ids; a workspace that is not named may ask as much as it likes.
    pub(crate) fn limiting(mut self, limits: &HashMap<String, Arc<Limits>>) -> Snapshot {
        for key in self.keys.values_mut() {
            key.limits = limits.get(&key.workspace_id).cloned();
        }
        self
    }

    /// The key whose value has this digest.
    pub(crate) fn key(&self, digest: &[u8; 32]) -> Option<&KeyRight> {
        self.keys.get(digest)
    }

    /// The temporary key whose value has this digest.
    pub(crate) fn token(&self, digest: &[u8; 32]) -> Option<&TokenRight> {
        self.tokens.get(digest)
    }
}
