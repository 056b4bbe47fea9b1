//! What was last seen in a place, kept so that it can be shown at once while the service is asked. Masked values alone:
//! the types that read the service's lists mask a value should one be sent whole.

use model_studio::control::wire::{ApiKey, Workspace};
use serde::{Deserialize, Serialize};
use vault::{Catalog, CatalogError, LastSeen};

use crate::failure::Failure;
use crate::places::place::Place;
use crate::typed;
use crate::wire::LastSeenView;

/// The keys and workspaces of a place, as the service listed them.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Seen {
    pub(crate) keys: Vec<ApiKey>,
    pub(crate) workspaces: Vec<Workspace>,
    /// Why there are no workspaces: the account may not list them.
    #[serde(default)]
    pub(crate) workspaces_failure: Option<Failure>,
    /// When it was asked for, in milliseconds since 1970; 0 in what an older version wrote down.
    #[serde(default)]
    pub(crate) asked_at: i64,
    /// When it was answered; kept beside the list.
    #[serde(skip)]
    pub(crate) at: i64,
}

impl Seen {
    /// What was last seen in a place; none where nothing was, or where an older version wrote it down otherwise.
    pub(crate) fn read(catalog: &Catalog, place: &Place) -> Result<Option<Seen>, CatalogError> {
        let kept = catalog.last_seen(&place.to_string())?;
        Ok(kept.and_then(|kept| Seen::parse(&kept)))
    }

    /// Reads what was written down.
    pub(crate) fn parse(kept: &LastSeen) -> Option<Seen> {
        let seen: Seen = serde_json::from_str(&kept.list_json)
            .inspect_err(|error| tracing::warn!(%error, "what was last seen cannot be read"))
            .ok()?;
        Some(Seen {
            at: kept.seen_at,
            ..seen
        })
    }

    /// Writes it down in the place of what was seen before.
    pub(crate) fn write(&self, catalog: &Catalog, place: &Place) -> Result<(), CatalogError> {
        let list_json = match serde_json::to_string(self) {
            Ok(text) => text,
            Err(error) => {
                tracing::error!(%error, "what was seen cannot be written down");
                return Ok(());
            }
        };
        catalog.put_last_seen(&LastSeen {
            place: place.to_string(),
            list_json,
            seen_at: self.at,
        })
    }

    /// When, and how much.
    pub(crate) fn view(&self) -> LastSeenView {
        LastSeenView {
            at: self.at,
            keys: typed::count(self.keys.len()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_a_service_sends_whole_is_not_kept() {
        let value = "sk-ws-abcdefghijklmnopqrstuvwxyz0123";
        let key: ApiKey =
            serde_json::from_value(serde_json::json!({ "apiKeyId": 7, "apiKeyValue": value }))
                .unwrap();
        let folder = tempfile::tempdir().unwrap();
        let catalog = Catalog::open(&folder.path().join("catalog.sqlite")).unwrap();
        let seen = Seen {
            keys: vec![key],
            workspaces: Vec::new(),
            workspaces_failure: None,
            asked_at: 41,
            at: 42,
        };
        seen.write(&catalog, &Place::THIS_COMPUTER).unwrap();
        let kept = catalog.last_seen("this-computer").unwrap().unwrap();
        assert!(!kept.list_json.contains(&value[10..20]));
        let read = Seen::read(&catalog, &Place::THIS_COMPUTER)
            .unwrap()
            .unwrap();
        assert_eq!((read.asked_at, read.at), (41, 42));
        assert_eq!(read.keys[0].api_key_id, 7);
    }

    #[test]
    fn what_cannot_be_read_is_as_if_nothing_was_seen() {
        let kept = LastSeen {
            place: "this-computer".to_owned(),
            list_json: "{".to_owned(),
            seen_at: 1,
        };
        assert!(Seen::parse(&kept).is_none());
    }
}
