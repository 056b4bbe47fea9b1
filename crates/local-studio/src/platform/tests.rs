//! The rules, without HTTP.

mod paging;
mod workspaces;

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;
use secrecy::ExposeSecret;

use super::*;
use crate::decision::{Denial, Wanted, decide};
use crate::permission::{ModelScope, Permission};
use crate::store::keys::KeyFilter;

/// A clock that stands still until it is moved.
struct StillClock(AtomicI64);

impl Clock for StillClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millisecond(self.0.load(Ordering::SeqCst)).unwrap()
    }
}

/// Keys that there may be where nothing else is said.
const KEY_QUOTA: u32 = 50;

struct Bench {
    platform: Platform,
    clock: Arc<StillClock>,
    folder: tempfile::TempDir,
}

fn bench() -> Bench {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(StillClock(AtomicI64::new(1_000)));
    let platform = Platform::open(&Store::file(folder.path()), clock.clone()).unwrap();
    Bench {
        platform,
        clock,
        folder,
    }
}

fn plain(description: &str) -> NewKey {
    NewKey {
        workspace_id: None,
        description: description.to_owned(),
        permission: Permission::All,
    }
}

fn ask(platform: &Platform, value: &SecretText) -> Result<i64, Denial> {
    let snapshot = platform.snapshot();
    let here = "127.0.0.1".parse().unwrap();
    let now = platform.clock().now();
    decide(&snapshot, Some(&value.0), here, Wanted::Overview, now).map(|key| key.api_key_id)
}

struct SecretText(String);

fn text(new: &NewValue) -> SecretText {
    SecretText(new.value.expose_secret().to_owned()) // EXPOSE: a test presents the value.
}

#[test]
fn each_change_holds_from_the_next_request_on() {
    let Bench { platform, .. } = bench();
    let created = platform.create_key(plain("first")).unwrap();
    let id = created.row.api_key_id;
    assert_eq!(ask(&platform, &text(&created)), Ok(id));

    platform.set_key_disabled(id, true).unwrap();
    assert_eq!(
        ask(&platform, &text(&created)),
        Err(Denial::Disabled { api_key_id: id })
    );
    platform.set_key_disabled(id, false).unwrap();
    assert_eq!(ask(&platform, &text(&created)), Ok(id));

    let elsewhere = Permission::Custom {
        addresses: vec!["10.0.0.0/8".to_owned()],
        models: ModelScope::All,
    };
    platform
        .update_key(
            id,
            KeyChange {
                description: None,
                permission: Some(elsewhere),
            },
        )
        .unwrap();
    assert!(matches!(
        ask(&platform, &text(&created)),
        Err(Denial::AddressNotAllowed { .. })
    ));
    platform
        .update_key(
            id,
            KeyChange {
                description: None,
                permission: Some(Permission::All),
            },
        )
        .unwrap();

    let reset = platform.reset_key(id).unwrap();
    assert_eq!(reset.row.api_key_id, id);
    assert_eq!(ask(&platform, &text(&created)), Err(Denial::Unknown));
    assert_eq!(ask(&platform, &text(&reset)), Ok(id));

    platform.delete_key(id).unwrap();
    assert_eq!(ask(&platform, &text(&reset)), Err(Denial::Unknown));
    assert!(matches!(
        platform.get_key(id),
        Err(Refusal::KeyNotFound { .. })
    ));
}

#[test]
fn ids_are_never_given_twice() {
    let Bench { platform, .. } = bench();
    let first = platform.create_key(plain("")).unwrap().row.api_key_id;
    platform.delete_key(first).unwrap();
    let second = platform.create_key(plain("")).unwrap().row.api_key_id;
    assert!(second > first && first > 1_000, "{first} {second}");
}

#[test]
fn an_update_changes_what_was_sent() {
    let Bench { platform, .. } = bench();
    let id = platform.create_key(plain("before")).unwrap().row.api_key_id;
    let limited = Permission::Custom {
        addresses: vec!["127.0.0.1".to_owned()],
        models: ModelScope::Only(Vec::new()),
    };
    platform
        .update_key(
            id,
            KeyChange {
                description: None,
                permission: Some(limited.clone()),
            },
        )
        .unwrap();
    platform
        .update_key(
            id,
            KeyChange {
                description: Some(String::new()),
                permission: None,
            },
        )
        .unwrap();
    let row = platform.get_key(id).unwrap();
    assert_eq!((row.description.as_str(), row.permission), ("", limited));
}

#[test]
fn descriptions_have_two_hundred_characters_whatever_they_are() {
    let Bench { platform, .. } = bench();
    let id = platform
        .create_key(plain(&"字".repeat(200)))
        .unwrap()
        .row
        .api_key_id;
    let refused = platform.create_key(plain(&"字".repeat(201)));
    assert!(matches!(
        refused,
        Err(Refusal::TooLong {
            name: "description",
            length: 201,
            limit: 200
        })
    ));
    let change = KeyChange {
        description: Some("x".repeat(201)),
        permission: None,
    };
    assert!(matches!(
        platform.update_key(id, change),
        Err(Refusal::TooLong { .. })
    ));
}

#[test]
fn the_quota_is_fifty_and_a_deletion_makes_room() {
    let Bench { platform, .. } = bench();
    let ids: Vec<i64> = (0..KEY_QUOTA)
        .map(|_| platform.create_key(plain("")).unwrap().row.api_key_id)
        .collect();
    assert!(matches!(
        platform.create_key(plain("")),
        Err(Refusal::QuotaReached { limit: 50 })
    ));
    platform.delete_key(ids[7]).unwrap();
    platform.create_key(plain("")).unwrap();
}

#[test]
fn a_full_disk_changes_nothing_and_is_said_so() {
    let Bench { platform, .. } = bench();
    let kept = platform.create_key(plain("kept")).unwrap();
    platform.store.lock().unwrap().let_the_disk_be_full();
    let mut refused = None;
    for _ in 1..KEY_QUOTA {
        if let Err(refusal) = platform.create_key(plain(&"字".repeat(200))) {
            refused = Some(refusal);
            break;
        }
    }
    let refused = refused.expect("the pages are used up before the quota");
    assert!(
        matches!(refused, Refusal::Storage(StoreError::DiskFull)),
        "{refused}"
    );
    assert_eq!(ask(&platform, &text(&kept)), Ok(kept.row.api_key_id));
}

#[test]
fn a_read_only_folder_still_serves_what_is_there() {
    let Bench { platform, .. } = bench();
    let kept = platform.create_key(plain("kept")).unwrap();
    platform.store.lock().unwrap().let_nothing_be_written();
    let id = kept.row.api_key_id;
    for refused in [platform.delete_key(id), platform.set_key_disabled(id, true)] {
        assert!(matches!(
            refused,
            Err(Refusal::Storage(StoreError::ReadOnly))
        ));
    }
    assert_eq!(platform.get_key(id).unwrap(), kept.row);
    assert_eq!(ask(&platform, &text(&kept)), Ok(id));
}

#[test]
fn a_restart_finds_everything_again() {
    let Bench {
        platform,
        clock,
        folder,
    } = bench();
    let created = platform.create_key(plain("kept")).unwrap();
    let workspace = platform.default_workspace_id().to_owned();
    drop(platform);
    let platform = Platform::open(&Store::file(folder.path()), clock).unwrap();
    assert_eq!(platform.default_workspace_id(), workspace);
    assert_eq!(ask(&platform, &text(&created)), Ok(created.row.api_key_id));
    assert_eq!(
        platform.get_key(created.row.api_key_id).unwrap(),
        created.row
    );
}

#[test]
fn lists_are_filtered() {
    let Bench { platform, .. } = bench();
    let workspace = platform
        .create_workspace(Some("other".to_owned()), None)
        .unwrap()
        .workspace_id;
    let id = platform
        .create_key(plain("Production 生产环境 100%"))
        .unwrap()
        .row
        .api_key_id;
    platform
        .create_key(NewKey {
            workspace_id: Some(workspace.clone()),
            ..plain("test_1")
        })
        .unwrap();
    let ids = |filter: KeyFilter| -> Vec<i64> {
        let list = KeyList {
            filter,
            max_results: 10,
            ..KeyList::default()
        };
        platform
            .list_keys(&list)
            .unwrap()
            .rows
            .iter()
            .map(|row| row.api_key_id)
            .collect()
    };
    let like = |text: &str| {
        ids(KeyFilter {
            description: Some(text.to_owned()),
            ..KeyFilter::default()
        })
    };
    assert_eq!(like("产环"), [id]);
    assert_eq!(like("PRODUCTION"), [id]);
    assert_eq!(like("0%"), [id]);
    assert_eq!(like("t%1"), [0_i64; 0]);
    assert_eq!(
        ids(KeyFilter {
            workspace_id: Some(workspace),
            ..KeyFilter::default()
        }),
        [id + 1]
    );
    assert_eq!(
        ids(KeyFilter {
            api_key_id: Some(id),
            ..KeyFilter::default()
        }),
        [id]
    );
    assert_eq!(ids(KeyFilter::default()), [id + 1, id]);
}
