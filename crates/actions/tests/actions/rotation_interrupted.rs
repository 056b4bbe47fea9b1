//! The program is ended between every two steps of a rotation, of its undoing and of its end. Whatever the step, the next
//! start goes on from there: no key is lost unnamed, and what uses the key on this computer works at every moment.

use std::sync::Arc;

use actions::wire::{AttentionKind, KeyRef, RotationStepView};
use actions::{
    World, app, check_key, continue_rotation, create_key, finish_rotation, list_changes, list_keys,
    list_rotations, reveal_key, start_rotation, undo_change, undo_rotation,
};

use crate::clouds::holding;
use crate::home::{HERE, Home, key_for};
use crate::interrupted::{end_another, world};
use crate::rotation::{set_in_bash, to_the_end};

const FORWARD: [&str; 18] = [
    "rotation begun",
    "intent written",
    "service answered",
    "new key noted",
    "answer noted",
    "value kept",
    "key remembered",
    "intent finished",
    "rotation kept",
    "new key verified",
    "a change was moved",
    "a file beside was written",
    "a place was moved",
    "places moved",
    "places verified",
    "disabling noted",
    "old key disabled",
    "rotation disabled",
];
const BACK: [&str; 9] = [
    "old key enabled",
    "undo noted",
    "a change was moved",
    "a place was moved",
    "places moved back",
    "old key verified",
    "deleted at the service",
    "removed from the keyring",
    "new key deleted",
];
const END: [&str; 3] = [
    "deleted at the service",
    "removed from the keyring",
    "rotation finished",
];

async fn first_key(world: &Arc<World>) -> KeyRef {
    let keys = list_keys(world, HERE).await.unwrap().keys;
    keys[keys.len() - 1].key.clone()
}

async fn open_rotation(world: &Arc<World>) -> String {
    list_rotations(world).await.unwrap().remove(0).id
}

/// In the process that is ended: begins one and goes to its end.
pub(crate) async fn rotate(world: &Arc<World>) {
    let key = first_key(world).await;
    let begun = start_rotation(world, &key).await.unwrap();
    to_the_end(world, &begun.id).await;
}

/// In the process that is ended.
pub(crate) async fn undo(world: &Arc<World>) {
    drop(undo_rotation(world, &open_rotation(world).await).await);
}

/// In the process that is ended.
pub(crate) async fn finish(world: &Arc<World>) {
    drop(finish_rotation(world, &open_rotation(world).await).await);
}

/// A computer with a key that bash is set to.
async fn in_use(home: &Home) -> (KeyRef, Vec<u8>) {
    let before = std::fs::read(home.path(".bashrc")).unwrap();
    let world = world(home.folder.path(), &home.server, Arc::new(()));
    let key = create_key(&world, key_for("rotated"))
        .await
        .unwrap()
        .key
        .key;
    set_in_bash(&world, &key).await;
    (key, before)
}

/// What bash is set to is let in.
async fn what_is_set_works(world: &Arc<World>, step: &str) {
    let own = std::fs::read_to_string(world_file(world).await).unwrap();
    let mut set = None;
    for key in list_keys(world, HERE).await.unwrap().keys {
        let revealed = reveal_key(world, &key.key).await;
        if revealed.is_ok_and(|revealed| own.contains(&revealed.value)) {
            set = Some(key.key);
        }
    }
    assert!(set.is_some(), "after {step:?} it holds no key that is kept");
    let works = check_key(world, &set.unwrap()).await;
    assert!(works.is_ok(), "after {step:?}: {works:?}");
}

async fn world_file(world: &Arc<World>) -> std::path::PathBuf {
    let folder = app(world).await.unwrap().data_folder;
    std::path::Path::new(&folder)
        .parent()
        .unwrap()
        .join(".config/studio-keys/env.sh")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rotation_that_is_cut_off_anywhere_goes_on() {
    for step in FORWARD {
        let home = Home::new().await;
        let (old, before) = in_use(&home).await;
        end_another(&home, "rotate", step);

        let world = world(home.folder.path(), &home.server, Arc::new(()));
        what_is_set_works(&world, step).await;
        assert!(
            app(&world).await.unwrap().attention.is_empty(),
            "a rotation that is open is no error: {step:?}"
        );
        let id = open_rotation(&world).await;
        let end = to_the_end(&world, &id).await;
        assert_eq!(
            (end.step, end.failure),
            (RotationStepView::OldDisabled, None),
            "{step:?}"
        );
        what_is_set_works(&world, step).await;
        let keys = list_keys(&world, HERE).await.unwrap().keys;
        let attention = app(&world).await.unwrap().attention;
        if step == "service answered" {
            // Nobody can tell for certain whose it is, so it is named and not deleted.
            assert_eq!(keys.len(), 3);
            assert_eq!(attention.len(), 1);
            assert_eq!(attention[0].kind, AttentionKind::CreatedNotKept);
            assert_ne!(
                attention[0].api_key_id,
                end.new_key.map(|key| key.api_key_id)
            );
        } else {
            assert_eq!(keys.len(), 2, "{step:?}");
            assert!(attention.is_empty(), "{step:?}");
        }
        let disabled: Vec<&KeyRef> = keys
            .iter()
            .filter(|row| row.disabled)
            .map(|row| &row.key)
            .collect();
        assert_eq!(disabled, [&old], "{step:?}");
        let change = list_changes(&world).await.unwrap().remove(0);
        undo_change(&world, &change.id).await.unwrap();
        assert_eq!(
            std::fs::read(home.path(".bashrc")).unwrap(),
            before,
            "{step:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_undo_that_is_cut_off_anywhere_goes_on() {
    for (number, step) in BACK.into_iter().enumerate() {
        let home = Home::new().await;
        let (old, _before) = in_use(&home).await;
        let first = world(home.folder.path(), &home.server, Arc::new(()));
        let own = world_file(&first).await;
        let as_set = std::fs::read(&own).unwrap();
        rotate(&first).await;
        drop(first);
        end_another(&home, "undo a rotation", step);

        let world = world(home.folder.path(), &home.server, Arc::new(()));
        what_is_set_works(&world, step).await;
        let id = open_rotation(&world).await;
        let listed = list_rotations(&world).await.unwrap();
        assert_eq!(listed[0].undoing, number > 0, "{step:?}");
        // Once it is being taken back, going on is taking it back.
        let undone = if number > 0 && number % 2 == 1 {
            continue_rotation(&world, &id).await.unwrap()
        } else {
            undo_rotation(&world, &id).await.unwrap()
        };
        assert_eq!(
            (undone.step, undone.failure),
            (RotationStepView::Undone, None),
            "{step:?}"
        );
        assert_eq!(std::fs::read(&own).unwrap(), as_set, "{step:?}");
        let keys = list_keys(&world, HERE).await.unwrap().keys;
        assert_eq!(keys.len(), 1, "{step:?}");
        assert_eq!((&keys[0].key, keys[0].disabled), (&old, false), "{step:?}");
        check_key(&world, &old).await.unwrap();
        assert!(app(&world).await.unwrap().attention.is_empty(), "{step:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_end_that_is_cut_off_anywhere_is_reached() {
    for step in END {
        let home = Home::new().await;
        let (old, _before) = in_use(&home).await;
        let first = world(home.folder.path(), &home.server, Arc::new(()));
        let value = reveal_key(&first, &old).await.unwrap().value;
        rotate(&first).await;
        drop(first);
        end_another(&home, "finish a rotation", step);

        let world = world(home.folder.path(), &home.server, Arc::new(()));
        if step != "rotation finished" {
            let id = open_rotation(&world).await;
            let finished = finish_rotation(&world, &id).await.unwrap();
            assert_eq!(finished.step, RotationStepView::Finished, "{step:?}");
        }
        assert!(list_rotations(&world).await.unwrap().is_empty());
        assert_eq!(list_keys(&world, HERE).await.unwrap().keys.len(), 1);
        what_is_set_works(&world, step).await;
        assert!(holding(home.folder.path(), &value).is_empty(), "{step:?}");
    }
}
