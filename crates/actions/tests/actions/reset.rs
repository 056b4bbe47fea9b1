//! Reset, disable, enable, delete: each counts on the very next request.

use actions::wire::{DeleteKeyRequest, KeptView};
use actions::{
    Failure, check_key, create_key, delete_key, disable_key, enable_key, list_keys, release_key,
    reset_key, reveal_key,
};
use vault::{ItemName, StoreError, StoreState};

use crate::home::{HERE, Home, key_for};

#[tokio::test]
async fn a_reset_replaces_the_value_and_keeps_the_id() {
    let home = Home::new().await;
    let world = home.world();
    let key = create_key(&world, key_for("reset")).await.unwrap().key.key;
    let old = reveal_key(&world, &key).await.unwrap().value;
    let reset = reset_key(&world, key.clone()).await.unwrap();
    assert_eq!(reset.created.key.key, key);
    assert_eq!(reset.created.key.kept, KeptView::Kept);
    let new = reveal_key(&world, &key).await.unwrap().value;
    assert_ne!(old, new);
    assert!(check_key(&world, &key).await.is_ok());
}

#[tokio::test]
async fn after_a_new_value_was_let_go_the_dead_one_is_not_given_out() {
    let home = Home::new().await;
    let world = home.world();
    let key = create_key(&world, key_for("saved elsewhere"))
        .await
        .unwrap()
        .key
        .key;
    home.keyring.fail_next_put(StoreError::Locked);
    let reset = reset_key(&world, key.clone()).await.unwrap();
    assert_eq!(reset.created.key.kept, KeptView::MemoryOnly);
    release_key(&world, &key).await.unwrap();
    assert!(
        matches!(
            reveal_key(&world, &key).await.err(),
            Some(Failure::SecretMissing { .. })
        ),
        "what the keyring holds stopped working with the reset"
    );
}

#[tokio::test]
async fn a_disabled_key_is_refused_until_it_is_enabled() {
    let home = Home::new().await;
    let world = home.world();
    let key = create_key(&world, key_for("switch")).await.unwrap().key.key;
    assert!(disable_key(&world, &key).await.unwrap().disabled);
    let refused = check_key(&world, &key).await.unwrap_err();
    assert!(
        matches!(refused, Failure::KeyRefused { disabled: true, .. }),
        "{refused:?}"
    );
    assert!(!enable_key(&world, &key).await.unwrap().disabled);
    assert!(check_key(&world, &key).await.is_ok());
}

#[tokio::test]
async fn a_deleted_key_is_gone_from_the_list_and_the_keyring() {
    let home = Home::new().await;
    let world = home.world();
    let key = create_key(&world, key_for("delete")).await.unwrap().key.key;
    assert_eq!(home.keyring.names(), [ItemName::key(HERE, &key.api_key_id)]);
    delete_key(
        &world,
        DeleteKeyRequest {
            key: key.clone(),
            undo_changes: true,
        },
    )
    .await
    .unwrap();
    assert!(list_keys(&world, HERE).await.unwrap().keys.is_empty());
    assert!(home.keyring.names().is_empty());
    assert_eq!(
        reveal_key(&world, &key).await.err(),
        Some(Failure::SecretMissing {
            api_key_id: key.api_key_id
        })
    );
}

#[tokio::test]
async fn a_locked_keyring_stops_a_delete_before_anything_is_deleted() {
    let home = Home::new().await;
    let world = home.world();
    let key = create_key(&world, key_for("locked")).await.unwrap().key.key;
    home.keyring.set_state(StoreState::Locked);
    let request = DeleteKeyRequest {
        key,
        undo_changes: true,
    };
    assert_eq!(
        delete_key(&world, request.clone()).await,
        Err(Failure::SecretStoreLocked)
    );
    assert_eq!(list_keys(&world, HERE).await.unwrap().keys.len(), 1);
    home.keyring.set_state(StoreState::Available);
    delete_key(&world, request).await.unwrap();
    assert!(home.keyring.names().is_empty());
}

#[tokio::test]
async fn without_a_keyring_a_key_can_be_deleted_all_the_same() {
    let home = Home::new().await;
    home.keyring.set_state(StoreState::Absent);
    let world = home.world();
    let key = create_key(&world, key_for("absent")).await.unwrap().key.key;
    let request = DeleteKeyRequest {
        key,
        undo_changes: true,
    };
    delete_key(&world, request).await.unwrap();
    assert!(list_keys(&world, HERE).await.unwrap().keys.is_empty());
}

#[tokio::test]
async fn a_key_missing_from_the_keyring_says_so_in_its_row() {
    let home = Home::new().await;
    let world = home.world();
    let key = create_key(&world, key_for("missing"))
        .await
        .unwrap()
        .key
        .key;
    vault::SecretStore::delete(&home.keyring, &ItemName::key(HERE, &key.api_key_id)).unwrap();
    assert!(matches!(
        reveal_key(&world, &key).await,
        Err(Failure::SecretMissing { .. })
    ));
    assert_eq!(
        list_keys(&world, HERE).await.unwrap().keys[0].kept,
        KeptView::Missing
    );
}
