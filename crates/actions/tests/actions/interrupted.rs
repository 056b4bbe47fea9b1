//! The program is ended between every two steps of creating and of resetting a key. Whatever the step, the next start
//! finds the truth: the value is in the keyring, or nothing was made, or the key is named and can be reset.
//!
//! The process that is ended is this test program, started again with the step to end at. Its keyring is the encrypted
//! file, which outlives it; the server runs here and outlives it too.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use actions::wire::{AttentionKind, KeptView, KeyRef};
use actions::{Failure, World, app, create_key, list_keys, reset_key, reveal_key};
use vault::{MemoryStore, Secrets, StoreState, WorkFactor};

use crate::home::{HERE, Home, Server, key_for, parts};
use crate::rotation_interrupted;

const STEPS: [&str; 6] = [
    "intent written",
    "service answered",
    "answer noted",
    "value kept",
    "key remembered",
    "intent finished",
];
const PASSPHRASE: &str = "correct horse battery";

/// Ends the process at a step, as a power cut would.
struct EndAt(String);

impl machine::Steps for EndAt {
    fn reached(&self, step: &'static str) {
        if step == self.0 {
            std::process::abort();
        }
    }
}

pub(crate) fn world(home: &Path, server: &Server, steps: Arc<dyn actions::Steps>) -> Arc<World> {
    let quick = WorkFactor::FAST;
    let secrets = Secrets::start_with(
        MemoryStore::in_state(StoreState::Absent),
        home.join("secrets.age"),
        quick,
    );
    let passphrase = PASSPHRASE.into();
    if home.join("secrets.age").exists() {
        secrets.unlock(&passphrase)
    } else {
        secrets.choose_file(&passphrase)
    }
    .unwrap();
    Arc::new(World::new(parts(
        home,
        secrets,
        server,
        Arc::default(),
        steps,
    )))
}

/// Starts the other process and waits until it has ended itself.
pub(crate) fn end_another(home: &Home, action: &str, step: &str) {
    let (id, secret) = home.server.access_key();
    let ended = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "interrupted::the_other_process",
            "--ignored",
            "--test-threads=1",
        ])
        .env("STUDIO_KEYS_TEST_ACTION", action)
        .env("STUDIO_KEYS_TEST_END_AT", step)
        .env("STUDIO_KEYS_TEST_HOME", home.folder.path())
        .env("STUDIO_KEYS_TEST_SERVER", home.server.address.to_string())
        .env("STUDIO_KEYS_TEST_ACCESS_KEY", id)
        .env("STUDIO_KEYS_TEST_ACCESS_SECRET", secret)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ended.stdout);
    assert!(!ended.status.success(), "it never came to {step:?}: {said}");
    assert_ne!(
        ended.status.code(),
        Some(101),
        "it failed before {step:?}: {said}"
    );
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "started by the tests of this file, and ended in the middle"]
async fn the_other_process() {
    let told = |name: &str| std::env::var(format!("STUDIO_KEYS_TEST_{name}")).unwrap();
    let server = Server::known(
        told("SERVER").parse().unwrap(),
        told("ACCESS_KEY"),
        told("ACCESS_SECRET"),
    );
    let world = world(
        Path::new(&told("HOME")),
        &server,
        Arc::new(EndAt(told("END_AT"))),
    );
    match told("ACTION").as_str() {
        "create" => drop(create_key(&world, key_for("interrupted")).await),
        "rotate" => rotation_interrupted::rotate(&world).await,
        "undo a rotation" => rotation_interrupted::undo(&world).await,
        "finish a rotation" => rotation_interrupted::finish(&world).await,
        _ => {
            let api_key_id = list_keys(&world, HERE).await.unwrap().keys[0]
                .key
                .api_key_id
                .clone();
            drop(
                reset_key(
                    &world,
                    KeyRef {
                        region: HERE.to_owned(),
                        api_key_id,
                    },
                )
                .await,
            );
        }
    }
    panic!("the step was never reached");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_creation_that_is_cut_off_anywhere_loses_no_key_silently() {
    for step in STEPS {
        let home = Home::new().await;
        world(home.folder.path(), &home.server, Arc::new(()));
        end_another(&home, "create", step);

        let world = world(home.folder.path(), &home.server, Arc::new(()));
        let attention = app(&world).await.unwrap().attention;
        let keys = list_keys(&world, HERE).await.unwrap().keys;
        match step {
            "intent written" => {
                assert!(
                    keys.is_empty() && attention.is_empty(),
                    "nothing was made, so nothing is said"
                );
            }
            "service answered" | "answer noted" => {
                assert_eq!(keys.len(), 1);
                assert_eq!(
                    attention.len(),
                    1,
                    "after {step:?} the value is lost, and the key is named"
                );
                assert_eq!(attention[0].kind, AttentionKind::CreatedNotKept);
                assert_eq!(
                    attention[0].api_key_id.as_deref(),
                    Some(keys[0].key.api_key_id.as_str())
                );
                let rescued = reset_key(&world, keys[0].key.clone()).await.unwrap();
                assert_eq!(
                    rescued.created.key.kept,
                    KeptView::Kept,
                    "Reset gives it a value again"
                );
            }
            _ => {
                assert!(
                    attention.is_empty(),
                    "after {step:?} the value is in the keyring"
                );
                assert_eq!(keys[0].kept, KeptView::Kept);
            }
        }
        if let Some(key) = keys.first() {
            let value = reveal_key(&world, &key.key).await.unwrap().value;
            assert!(model_studio::key::KeySecret::parse(&value).is_ok());
            assert!(
                actions::check_key(&world, &key.key).await.is_ok(),
                "the value in the keyring is the key's"
            );
        }
        assert!(
            app(&world).await.unwrap().attention.is_empty(),
            "and once settled it stays settled ({step})"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reset_that_is_cut_off_anywhere_leaves_no_dead_value_unnoticed() {
    for step in STEPS {
        let home = Home::new().await;
        let before = world(home.folder.path(), &home.server, Arc::new(()));
        let key = create_key(&before, key_for("reset")).await.unwrap().key.key;
        drop(before);
        end_another(&home, "reset", step);

        let world = world(home.folder.path(), &home.server, Arc::new(()));
        let attention = app(&world).await.unwrap().attention;
        let works = actions::check_key(&world, &key).await;
        if matches!(step, "service answered" | "answer noted") {
            assert_eq!(
                attention.len(),
                1,
                "after {step:?} the new value is lost, and the key is named"
            );
            assert_eq!(attention[0].kind, AttentionKind::ResetNotKept);
            assert!(
                matches!(works, Err(Failure::KeyRefused { .. })),
                "the old value is dead"
            );
            reset_key(&world, key.clone()).await.unwrap();
            assert!(
                app(&world).await.unwrap().attention.is_empty(),
                "Reset gives it a value again, and nothing is left to say"
            );
        } else {
            assert!(attention.is_empty(), "after {step:?} nothing is lost");
            assert!(
                works.is_ok(),
                "after {step:?} the value in the keyring works: {works:?}"
            );
        }
    }
}
