use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{Catalog, CatalogError, Intent, IntentKind, KeyOrigin, KeyRecord};

fn in_folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("studio-keys").join("catalog.sqlite");
    (folder, path)
}

/// A new catalogue, which lives as long as its folder.
pub(super) fn opened() -> (TempDir, Catalog) {
    let (folder, path) = in_folder();
    let catalog = Catalog::open(&path).unwrap();
    (folder, catalog)
}

/// The same catalogue after the program was closed and started again.
pub(super) fn reopened(catalog: Catalog) -> Catalog {
    let path = catalog.path().to_owned();
    drop(catalog);
    Catalog::open(&path).unwrap()
}

/// What a crash would leave now: what another program reads while this one is still running.
pub(super) fn after_a_crash(folder: &TempDir, catalog: &Catalog) -> Catalog {
    let copy = folder.path().join("copy.sqlite");
    for suffix in ["", "-wal"] {
        let file = |path: &Path| PathBuf::from(format!("{}{suffix}", path.display()));
        std::fs::copy(file(catalog.path()), file(&copy)).unwrap();
    }
    Catalog::open(&copy).unwrap()
}

pub(super) fn record(region: &str, api_key_id: i64) -> KeyRecord {
    KeyRecord {
        region: region.to_owned(),
        api_key_id,
        description: "服务器 “prod”; DROP TABLE keys;--".to_owned(),
        masked: "sk-ws-3f2…9a1c".to_owned(),
        workspace_id: "ws-1".to_owned(),
        workspace_name: "默认业务空间".to_owned(),
        created_by: "me".to_owned(),
        gmt_create: 1_790_000_000_000 + api_key_id,
        kept_at: Some(1_790_000_000_500),
        host: Some("https://ws-1.cn-beijing.maas.aliyuncs.com".to_owned()),
        plan: Some("payg".to_owned()),
        origin: KeyOrigin::Created,
    }
}

fn creation(id: &str, started_at: i64) -> Intent {
    Intent {
        id: id.to_owned(),
        kind: IntentKind::Create,
        region: "this-computer".to_owned(),
        description: "一台服务器".to_owned(),
        workspace_id: String::new(),
        api_key_id: None,
        masked: None,
        masked_before: None,
        baseline: Some(1041),
        started_at,
    }
}

#[test]
fn keys_are_remembered_replaced_listed_and_forgotten_over_a_restart() {
    let (_folder, path) = in_folder();
    let catalog = Catalog::open(&path).unwrap();
    assert!(catalog.keys("this-computer").unwrap().is_empty());
    assert_eq!(catalog.key("this-computer", 1).unwrap(), None);

    for id in [1, 3, 2] {
        catalog.remember_key(&record("this-computer", id)).unwrap();
    }
    catalog.remember_key(&record("cn-beijing", 1)).unwrap();
    let changed = KeyRecord {
        description: "renamed".to_owned(),
        kept_at: None,
        ..record("this-computer", 3)
    };
    catalog.remember_key(&changed).unwrap();
    drop(catalog);

    let catalog = Catalog::open(&path).unwrap();
    assert_eq!(
        catalog.keys("this-computer").unwrap(),
        [
            changed,
            record("this-computer", 2),
            record("this-computer", 1)
        ]
    );
    catalog.forget_key("this-computer", 1).unwrap();
    catalog.forget_key("this-computer", 99).unwrap();
    assert_eq!(catalog.key("this-computer", 1).unwrap(), None);
    assert_eq!(
        catalog.key("cn-beijing", 1).unwrap(),
        Some(record("cn-beijing", 1))
    );
}

#[test]
fn an_intent_is_open_until_it_is_finished() {
    let (_folder, path) = in_folder();
    let catalog = Catalog::open(&path).unwrap();
    let reset = Intent {
        kind: IntentKind::Reset,
        api_key_id: Some(7),
        masked_before: Some("sk-ws-abc…wxyz".to_owned()),
        baseline: None,
        ..creation("second", 2)
    };
    catalog.begin_intent(&reset).unwrap();
    catalog.begin_intent(&creation("first", 1)).unwrap();
    drop(catalog);

    let catalog = Catalog::open(&path).unwrap();
    assert_eq!(
        catalog.open_intents().unwrap(),
        [creation("first", 1), reset.clone()]
    );
    catalog
        .intent_answered("first", 1042, "sk-ws-3f2…9a1c")
        .unwrap();
    let answered = Intent {
        api_key_id: Some(1042),
        masked: Some("sk-ws-3f2…9a1c".to_owned()),
        ..creation("first", 1)
    };
    assert_eq!(catalog.open_intents().unwrap(), [answered, reset.clone()]);
    catalog.finish_intent("first").unwrap();
    assert_eq!(catalog.open_intents().unwrap(), [reset]);
}

#[test]
fn an_intent_that_was_never_begun_cannot_be_answered_or_finished() {
    let (_folder, path) = in_folder();
    let catalog = Catalog::open(&path).unwrap();
    for outcome in [
        catalog.intent_answered("lost", 1, "sk-…"),
        catalog.finish_intent("lost"),
    ] {
        assert!(matches!(outcome, Err(CatalogError::IntentUnknown { id }) if id == "lost"));
    }
}

#[test]
fn an_intent_is_on_the_disk_when_the_call_returns() {
    let (folder, catalog) = opened();
    catalog.begin_intent(&creation("first", 1)).unwrap();
    assert_eq!(
        after_a_crash(&folder, &catalog).open_intents().unwrap(),
        [creation("first", 1)]
    );
}

#[test]
fn keys_of_two_accounts_and_of_none_do_not_mix() {
    let (_folder, catalog) = opened();
    let places = ["cn-beijing", "cn-beijing@a7f3c2", "cn-beijing@b81d04"];
    for place in places {
        catalog.remember_key(&record(place, 7)).unwrap();
    }
    catalog.forget_key("cn-beijing@a7f3c2", 7).unwrap();
    let left = places.map(|place| catalog.keys(place).unwrap().len());
    assert_eq!(left, [1, 0, 1]);
}

#[test]
fn a_host_and_a_plan_stay_until_others_are_chosen() {
    let (_folder, catalog) = opened();
    let known = record("cn-beijing@a7f3c2", 7);
    catalog.remember_key(&known).unwrap();
    // As after a reset: the service does not tell them.
    let reset = KeyRecord {
        masked: "sk-ws-9d1…77aa".to_owned(),
        host: None,
        plan: None,
        ..known.clone()
    };
    catalog.remember_key(&reset).unwrap();
    let as_chosen = KeyRecord {
        host: known.host,
        plan: known.plan,
        ..reset.clone()
    };
    let now = || catalog.key("cn-beijing@a7f3c2", 7).unwrap();
    assert_eq!(now(), Some(as_chosen.clone()));

    catalog
        .set_key_host(
            "cn-beijing@a7f3c2",
            7,
            Some("https://dashscope.aliyuncs.com"),
        )
        .unwrap();
    assert_eq!(
        now().unwrap().host.as_deref(),
        Some("https://dashscope.aliyuncs.com")
    );
    catalog.set_key_host("cn-beijing@a7f3c2", 7, None).unwrap();
    assert_eq!(
        now(),
        Some(KeyRecord {
            host: None,
            ..as_chosen
        })
    );
    catalog
        .set_key_host("cn-beijing", 7, Some("https://dashscope.aliyuncs.com"))
        .unwrap();
    assert_eq!(catalog.key("cn-beijing", 7).unwrap(), None);
}

#[test]
fn preferences_are_set_and_set_again() {
    let (_folder, path) = in_folder();
    let catalog = Catalog::open(&path).unwrap();
    assert_eq!(catalog.preference("theme").unwrap(), None);
    catalog.set_preference("theme", "dark").unwrap();
    catalog.set_preference("theme", "light").unwrap();
    drop(catalog);
    let catalog = Catalog::open(&path).unwrap();
    assert_eq!(
        catalog.preference("theme").unwrap().as_deref(),
        Some("light")
    );
}

#[test]
fn several_threads_share_a_catalog() {
    let (_folder, path) = in_folder();
    let catalog = Catalog::open(&path).unwrap();
    std::thread::scope(|scope| {
        for id in 0..4 {
            let catalog = &catalog;
            scope.spawn(move || {
                for step in 0..5 {
                    catalog
                        .remember_key(&record("this-computer", id * 5 + step))
                        .unwrap();
                }
            });
        }
    });
    assert_eq!(catalog.keys("this-computer").unwrap().len(), 20);
}
