//! What this computer knows of the keys of one place, without asking anybody: records, variables, rotations, the account,
//! what was last seen, and the addresses that the user set.

use std::sync::Arc;

use machine::Change;
use model_studio::control::wire::Workspace;
use vault::{Account, Catalog, CatalogError, KeyRecord, Rotation};

use crate::failure::Failure;
use crate::keys::seen::Seen;
use crate::places::hosts::{WorkspaceHost, hosts};
use crate::places::place::Place;
use crate::wire::HostView;
use crate::world::{World, blocking};

/// What this computer knows of the keys of one place.
pub(crate) struct KnownHere {
    pub(crate) place: Place,
    pub(crate) records: Vec<KeyRecord>,
    pub(crate) changes: Vec<Change>,
    pub(crate) rotations: Vec<Rotation>,
    pub(crate) account: Option<Account>,
    pub(crate) seen: Option<Seen>,
    /// The same of the region without the account: keys that were pasted before it was added.
    pub(crate) bare: Option<Box<KnownHere>>,
    /// The origin that takes the keys of all workspaces: This computer's, or the one that the user set.
    own_data: Option<String>,
    /// Why This computer's server has no origin.
    stopped: Option<Failure>,
}

/// Reads all of it.
///
/// # Errors
/// What is wrong with the catalog; [`Failure::RegionNeedsAccount`] for a text that is no place.
pub(crate) async fn known_here(world: &Arc<World>, place: &str) -> Result<KnownHere, Failure> {
    let surroundings = Arc::clone(&world.surroundings);
    let changes = async {
        // The keys are there whatever became of the journal, which its own page tells.
        let changes = blocking(move || machine::changes(&surroundings)).await?;
        Ok::<_, Failure>(changes.unwrap_or_else(|error| {
            tracing::warn!(%error, "the changes of this computer cannot be read");
            Vec::new()
        }))
    };
    let (known, changes) = tokio::join!(known_of_hosts(world, place), changes);
    let (mut known, changes) = (known?, changes?);
    if let Some(bare) = &mut known.bare {
        bare.changes.clone_from(&changes);
    }
    Ok(KnownHere { changes, ..known })
}

/// The same without the variables of this computer, which say nothing about hosts.
pub(crate) async fn known_of_hosts(world: &Arc<World>, place: &str) -> Result<KnownHere, Failure> {
    let place: Place = place.parse()?;
    let known = world
        .catalog(move |catalog| KnownHere::read(catalog, place))
        .await?;
    if known.place != Place::THIS_COMPUTER {
        return Ok(known);
    }
    let (own_data, stopped) = match world.platform.this_computer() {
        Ok(connection) => (connection.origin, None),
        Err(failure) => (None, Some(failure)),
    };
    Ok(KnownHere {
        own_data,
        stopped,
        ..known
    })
}

impl KnownHere {
    fn read(catalog: &Catalog, place: Place) -> Result<KnownHere, CatalogError> {
        let text = place.to_string();
        let (account, endpoints) = match &place.account {
            Some(id) => (
                catalog.account(id)?,
                catalog.endpoints(id, place.region.as_str())?,
            ),
            None => (None, None),
        };
        let rotations = catalog.open_rotations()?;
        Ok(KnownHere {
            records: catalog.keys(&text)?,
            changes: Vec::new(),
            rotations: rotations
                .into_iter()
                .filter(|rotation| rotation.place == text)
                .collect(),
            account,
            seen: Seen::read(catalog, &place)?,
            bare: match place.bare() {
                Some(bare) => Some(Box::new(KnownHere::read(catalog, bare)?)),
                None => None,
            },
            own_data: endpoints.and_then(|endpoints| endpoints.data),
            stopped: None,
            place,
        })
    }

    /// As little as can be known: the place.
    pub(crate) fn nothing_of(place: &str) -> KnownHere {
        KnownHere {
            place: place.parse().unwrap_or(Place::THIS_COMPUTER),
            records: Vec::new(),
            changes: Vec::new(),
            rotations: Vec::new(),
            account: None,
            seen: None,
            bare: None,
            own_data: None,
            stopped: None,
        }
    }

    /// What is known of one key.
    pub(crate) fn record(&self, id: i64) -> Option<&KeyRecord> {
        self.records.iter().find(|record| record.api_key_id == id)
    }

    /// Why This computer cannot be called, if its server did not start.
    pub(crate) fn stopped(&self) -> Option<Failure> {
        self.stopped.clone()
    }

    /// The same with what was seen just now.
    pub(crate) fn with_seen(self, seen: Seen) -> KnownHere {
        KnownHere {
            seen: Some(seen),
            ..self
        }
    }

    /// Where a key can be used whose workspace nobody has to tell: it is known here, or was seen.
    pub(crate) fn hosts_of(&self, id: i64) -> Vec<HostView> {
        let record = self.record(id);
        let seen = self.seen.iter().flat_map(|seen| &seen.keys);
        let workspace_id = seen
            .filter(|key| key.api_key_id == id)
            .map(|key| key.workspace_id.as_str())
            .chain(record.map(|record| record.workspace_id.as_str()))
            .find(|workspace_id| !workspace_id.is_empty())
            .unwrap_or_default();
        self.hosts_in(workspace_id, record)
    }

    /// Where the keys of a workspace can be used; with a record, where that key can.
    pub(crate) fn hosts_in(&self, workspace_id: &str, record: Option<&KeyRecord>) -> Vec<HostView> {
        let workspace = self.workspace(workspace_id);
        let named = WorkspaceHost {
            id: workspace_id,
            api_host: workspace.map_or("", |workspace| workspace.api_host.as_str()),
        };
        hosts(&self.place, self.own_data.as_deref(), named, record)
    }

    fn workspace(&self, id: &str) -> Option<&Workspace> {
        let mut seen = self.seen.iter().flat_map(|seen| &seen.workspaces);
        seen.find(|workspace| workspace.workspace_id == id)
    }
}
