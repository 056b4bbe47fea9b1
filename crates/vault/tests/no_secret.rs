//! Nothing that this crate writes holds a secret in the open: not the catalogue, not its write-ahead log, not the
//! encrypted file, not an error.
#![allow(
    clippy::unwrap_used,
    reason = "a test ends where something is not as it should be"
)]

use std::fs;
use std::path::{Path, PathBuf};

use secrecy::{ExposeSecret, SecretString};
use vault::{
    Account, AccountSite, Catalog, CatalogError, CredentialKind, Intent, IntentKind, ItemName,
    KeyOrigin, KeyRecord, LastSeen, OwnEndpoints, PassphraseFile, Principal, Rotation,
    RotationStep, SecretStore, TaskResult,
};

const MARKER: &str = "sk-ws-MARKERmarkerMARKERmarkerMARKERmarker0123456789";
const ACCESS_KEY_SECRET: &str = "MARKERofAnAccessKeySecret30char";
const SECURITY_TOKEN: &str = "CAISMARKERofASecurityToken/+MARKER==";
const PASSPHRASE: &str = "MARKER of a passphrase";

/// The files under `folder` that hold `text`.
fn files_with(folder: &Path, text: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_with(&path, text));
        } else if contains(&fs::read(&path).unwrap(), text.as_bytes()) {
            found.push(path);
        }
    }
    found
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Finds what may be found, so that finding nothing means something.
fn assert_no_secret_in(folder: &Path) {
    assert!(!files_with(folder, "a description to find").is_empty());
    for secret in [MARKER, ACCESS_KEY_SECRET, SECURITY_TOKEN, PASSPHRASE] {
        assert_eq!(files_with(folder, secret), Vec::<PathBuf>::new());
    }
}

#[test]
fn no_file_and_no_error_holds_a_secret() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data/secrets.age");
    let name = ItemName::key("this-computer", "1042");
    let passphrase = SecretString::from(PASSPHRASE);
    let secrets = PassphraseFile::create(&file, &passphrase).unwrap();
    let catalog = Catalog::open(&folder.path().join("data/catalog.sqlite")).unwrap();

    catalog
        .begin_intent(&Intent {
            id: "intent".to_owned(),
            kind: IntentKind::Create,
            region: "this-computer".to_owned(),
            description: "a description to find".to_owned(),
            workspace_id: "ws-1".to_owned(),
            api_key_id: None,
            masked: None,
            masked_before: None,
            baseline: None,
            started_at: 1,
        })
        .unwrap();
    catalog
        .intent_answered("intent", 1042, "sk-ws-MAR…6789")
        .unwrap();
    secrets.put(&name, &SecretString::from(MARKER)).unwrap();
    catalog
        .remember_key(&KeyRecord {
            region: "this-computer".to_owned(),
            api_key_id: 1042,
            description: "a description to find".to_owned(),
            masked: "sk-ws-MAR…6789".to_owned(),
            workspace_id: "ws-1".to_owned(),
            workspace_name: "Default".to_owned(),
            created_by: "me".to_owned(),
            gmt_create: 1,
            kept_at: Some(2),
            host: None,
            plan: None,
            origin: KeyOrigin::Created,
        })
        .unwrap();
    catalog.finish_intent("intent").unwrap();

    // Once while everything is open, so that the write-ahead log is there too, and once after it was closed.
    assert_no_secret_in(folder.path());
    drop((secrets, catalog));
    assert_no_secret_in(folder.path());

    let wrong = SecretString::from("MARKER of another passphrase");
    for error in [
        PassphraseFile::open(&file, &wrong).err().unwrap(),
        PassphraseFile::create(&file, &wrong).err().unwrap(),
    ] {
        assert!(!format!("{error} {error:?}").contains("MARKER"));
    }
}

/// All that is written for an account: its secrets where secrets rest, everything else in the catalogue.
#[test]
fn an_account_and_all_that_is_known_of_it_hold_no_secret() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data/secrets.age");
    let secrets = PassphraseFile::create(&file, &SecretString::from(PASSPHRASE)).unwrap();
    let catalog = Catalog::open(&folder.path().join("data/catalog.sqlite")).unwrap();
    let place = "cn-beijing@a7f3c2";
    let rest = [
        (ItemName::account_secret("a7f3c2"), ACCESS_KEY_SECRET),
        (ItemName::account_token("a7f3c2"), SECURITY_TOKEN),
        (ItemName::key(place, "77"), MARKER),
    ];
    for (name, secret) in &rest {
        secrets.put(name, &SecretString::from(*secret)).unwrap();
    }
    write_all_about(&catalog, place).unwrap();

    assert_no_secret_in(folder.path());
    for (name, secret) in &rest {
        // EXPOSE: the test compares what it wrote itself.
        assert_eq!(secrets.get(name).unwrap().expose_secret(), *secret);
    }
    drop((secrets, catalog));
    assert_no_secret_in(folder.path());
}

/// Every write of the catalogue that is about an account, as the program makes them.
fn write_all_about(catalog: &Catalog, place: &str) -> Result<(), CatalogError> {
    catalog.insert_account(&Account {
        id: "a7f3c2".to_owned(),
        name: "a description to find".to_owned(),
        site: AccountSite::China,
        kind: CredentialKind::Sts,
        access_key_id: "STS.NUxample".to_owned(),
        principal: Some(Principal {
            account_uid: "1234567890123456".to_owned(),
            user_id: "216959339000654321".to_owned(),
            arn: "acs:ram::1234567890123456:user/me".to_owned(),
            identity_type: "RAMUser".to_owned(),
        }),
        sts_endpoint: None,
        ca_file: None,
        expires_at: Some(3),
        created_at: 1,
        checked_at: Some(2),
    })?;
    catalog.set_endpoints(&OwnEndpoints {
        account_id: "a7f3c2".to_owned(),
        region: "cn-beijing".to_owned(),
        control: Some("https://keys.example".to_owned()),
        data: None,
    })?;
    let pasted_id = catalog.next_pasted_id(place)?;
    catalog.remember_key(&KeyRecord {
        region: place.to_owned(),
        api_key_id: pasted_id,
        description: "a description to find".to_owned(),
        masked: "sk-ws-MAR…6789".to_owned(),
        workspace_id: String::new(),
        workspace_name: String::new(),
        created_by: String::new(),
        gmt_create: 1,
        kept_at: Some(2),
        host: Some("https://dashscope.aliyuncs.com".to_owned()),
        plan: Some("payg".to_owned()),
        origin: KeyOrigin::Pasted,
    })?;
    catalog.rematch_key((place, pasted_id), (place, 77))?;
    catalog.put_last_seen(&LastSeen {
        place: place.to_owned(),
        list_json: r#"[{"masked":"sk-ws-MAR…6789"}]"#.to_owned(),
        seen_at: 3,
    })?;
    let rotation = Rotation {
        id: "rotation".to_owned(),
        place: place.to_owned(),
        old_key_id: 77,
        new_key_id: None,
        step: RotationStep::Begun,
        moved_changes_json: "[]".to_owned(),
        started_at: 4,
        updated_at: 4,
        remind_at: None,
        attempt: "attempt".to_owned(),
        failure_json: None,
    };
    catalog.begin_rotation(&rotation)?;
    catalog.advance_rotation(&Rotation {
        new_key_id: Some(78),
        step: RotationStep::Kept,
        ..rotation
    })?;
    catalog.keep_task_result(&TaskResult {
        place: place.to_owned(),
        task_id: "task".to_owned(),
        model: "wan2.5-t2i-preview".to_owned(),
        status: "SUCCEEDED".to_owned(),
        result_json: "{}".to_owned(),
        kept_at: 5,
    })
}
