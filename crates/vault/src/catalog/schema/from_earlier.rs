//! Tests: a catalogue of every earlier version, with something in each of its tables, opens with all of it.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use tempfile::TempDir;

use super::{STEPS, open, pragma};
use crate::catalog::{
    Account, AccountSite, AddressGroup, Catalog, CatalogError, CredentialKind, GroupUse, Intent,
    IntentKind, KeyOrigin, KeyRecord, PrintReason, Printing,
};

/// What the first version could hold.
const OF_VERSION_1: &str = "INSERT INTO keys VALUES
        ('this-computer', 7, '服务器', 'sk-ws-3f2…9a1c', 'ws-1', 'Default', 'me', 1790000000000, 1790000000500),
        ('cn-beijing', 8, '', 'sk-ws-77b…0d4e', 'ws-2', '', '', 1790000000001, NULL);
    INSERT INTO intents VALUES ('open', 'reset', 'this-computer', '服务器', 'ws-1', 7, NULL, 'sk-ws-3f2…9a1c', NULL, 5);
    INSERT INTO preferences VALUES ('language', 'zh-CN');";

/// What the second added.
const OF_VERSION_2: &str = "INSERT INTO address_groups VALUES ('1', 'Home', '198.51.100.7');
    INSERT INTO key_groups VALUES ('this-computer', 7, '1', '198.51.100.7');";

/// What the third added.
const OF_VERSION_3: &str = "INSERT INTO pasted_ids VALUES ('us-east-1', -3);";

/// A catalogue of an earlier version with something in all of its tables.
fn of_version(version: usize) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("catalog.sqlite");
    let contents = [OF_VERSION_1, OF_VERSION_2, OF_VERSION_3];
    for (at, content) in contents.iter().enumerate().take(version) {
        let connection = open(&path, &STEPS[..=at]).unwrap();
        connection.execute_batch(content).unwrap();
    }
    (folder, path)
}

fn copy_of(path: &Path, version: usize) -> PathBuf {
    PathBuf::from(format!("{}.version-{version}", path.display()))
}

#[test]
fn every_earlier_catalog_opens_with_all_that_is_in_it() {
    for version in 1..STEPS.len() {
        let (_folder, path) = of_version(version);
        let catalog = Catalog::open(&path).unwrap();

        let kept = KeyRecord {
            region: "this-computer".to_owned(),
            api_key_id: 7,
            description: "服务器".to_owned(),
            masked: "sk-ws-3f2…9a1c".to_owned(),
            workspace_id: "ws-1".to_owned(),
            workspace_name: "Default".to_owned(),
            created_by: "me".to_owned(),
            gmt_create: 1_790_000_000_000,
            kept_at: Some(1_790_000_000_500),
            host: None,
            plan: None,
            origin: KeyOrigin::Created,
        };
        assert_eq!(catalog.keys("this-computer").unwrap(), [kept], "{version}");
        let seen = catalog.key("cn-beijing", 8).unwrap().unwrap();
        assert_eq!(
            (seen.kept_at, seen.origin, seen.masked.as_str()),
            (None, KeyOrigin::Created, "sk-ws-77b…0d4e")
        );
        let open = Intent {
            id: "open".to_owned(),
            kind: IntentKind::Reset,
            region: "this-computer".to_owned(),
            description: "服务器".to_owned(),
            workspace_id: "ws-1".to_owned(),
            api_key_id: Some(7),
            masked: None,
            masked_before: Some("sk-ws-3f2…9a1c".to_owned()),
            baseline: None,
            started_at: 5,
        };
        assert_eq!(catalog.open_intents().unwrap(), [open]);
        assert_eq!(
            catalog.preference("language").unwrap().as_deref(),
            Some("zh-CN")
        );
        let groups = catalog.address_groups().unwrap();
        let uses = catalog.group_uses().unwrap();
        if version == 1 {
            assert!(groups.is_empty() && uses.is_empty());
        } else {
            let home = AddressGroup {
                id: "1".to_owned(),
                name: "Home".to_owned(),
                entries: vec!["198.51.100.7".to_owned()],
            };
            let used = GroupUse {
                region: "this-computer".to_owned(),
                api_key_id: 7,
                group_id: "1".to_owned(),
                entries: home.entries.clone(),
            };
            assert_eq!((groups, uses), (vec![home], vec![used]));
        }

        // The copy beside it is of the version before, whole.
        let copied = Connection::open(copy_of(&path, version)).unwrap();
        assert_eq!(
            pragma::<i64>(&copied, "user_version").unwrap(),
            version as i64
        );
        let keys: i64 = copied
            .query_row("SELECT count(*) FROM keys", [], |row| row.get(0))
            .unwrap();
        assert_eq!(keys, 2);
    }
}

#[test]
fn what_is_new_works_in_every_earlier_catalog() {
    for version in 1..STEPS.len() {
        let (_folder, path) = of_version(version);
        let catalog = Catalog::open(&path).unwrap();
        let account = Account {
            id: "a7f3c2".to_owned(),
            name: "Work".to_owned(),
            site: AccountSite::China,
            kind: CredentialKind::AccessKey,
            access_key_id: "LTAI5tExample".to_owned(),
            principal: None,
            sts_endpoint: None,
            ca_file: None,
            expires_at: None,
            created_at: 1,
            checked_at: None,
        };
        catalog.insert_account(&account).unwrap();
        assert_eq!(catalog.accounts().unwrap(), [account]);
        assert_eq!(catalog.next_pasted_id("this-computer").unwrap(), -1);
        assert!(catalog.all_last_seen().unwrap().is_empty());
        assert!(catalog.open_rotations().unwrap().is_empty());
        assert!(catalog.task_results("this-computer").unwrap().is_empty());
        assert!(catalog.printable_keys().unwrap().is_empty());
        catalog
            .allow_printing("this-computer", 7, PrintReason::Variable)
            .unwrap();
        let printing = Catalog::printing(&path, "this-computer", 7).unwrap();
        assert_eq!(printing, Printing::Allowed);
    }
}

#[test]
fn an_earlier_version_of_the_program_leaves_todays_catalog_alone() {
    for version in 1..STEPS.len() {
        let (_folder, path) = of_version(version);
        drop(Catalog::open(&path).unwrap());
        let before = std::fs::read(&path).unwrap();
        assert!(matches!(
            open(&path, &STEPS[..version]),
            Err(CatalogError::TooNew { path: named }) if named == path
        ));
        assert_eq!(std::fs::read(&path).unwrap(), before);
    }
}

#[test]
fn no_table_is_for_temporary_keys() {
    let (_folder, path) = of_version(1);
    let connection = open(&path, &STEPS).unwrap();
    let mut statement = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .unwrap();
    let tables: Vec<String> = statement
        .query_map([], |row| row.get(0))
        .and_then(Iterator::collect)
        .unwrap();
    assert_eq!(
        tables,
        [
            "accounts",
            "address_groups",
            "disabled_keys",
            "endpoints",
            "intents",
            "key_groups",
            "keys",
            "last_seen",
            "pasted_ids",
            "preferences",
            "printable_keys",
            "rotations",
            "task_results"
        ]
    );
}
