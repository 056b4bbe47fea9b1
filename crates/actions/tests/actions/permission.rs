//! Limiting a key: what saving would mean, the proof by a call, what was edited elsewhere, and undo.

use actions::wire::{
    KeyRef, PermissionRequest, PermissionView, PreviewPermissionRequest, ProofView,
};
use actions::{
    Failure, check_key, create_key, disable_key, list_keys, preview_permission, update_permission,
};

use crate::home::{HERE, Home, custom, key_for, update};

async fn permission_of(world: &std::sync::Arc<actions::World>, key: &KeyRef) -> PermissionView {
    let list = list_keys(world, HERE).await.unwrap();
    let row = list.keys.into_iter().find(|row| row.key == *key).unwrap();
    row.permission
}

#[tokio::test]
async fn a_key_limited_to_another_address_is_refused_and_let_in_again() {
    let home = Home::new().await;
    let world = home.world();
    let key = create_key(&world, key_for("limited"))
        .await
        .unwrap()
        .key
        .key;

    let out = update_permission(
        &world,
        update(&key, PermissionView::All, custom("127.0.0.2")),
    )
    .await
    .unwrap();
    assert!(
        matches!(
            out.proof,
            ProofView::Refused {
                as_meant: Some(true),
                ..
            }
        ),
        "{:?}",
        out.proof
    );
    assert_eq!(out.before, PermissionView::All);

    let both = custom("127.0.0.2\n127.0.0.1");
    let back = update_permission(&world, update(&key, out.key.permission.clone(), both))
        .await
        .unwrap();
    assert!(
        matches!(
            back.proof,
            ProofView::Allowed {
                models: 1..,
                as_meant: Some(true),
                ..
            }
        ),
        "{:?}",
        back.proof
    );
    assert_eq!(back.before, out.key.permission);
    assert_eq!(permission_of(&world, &key).await, back.key.permission);
}

#[tokio::test]
async fn undo_restores_exactly_what_was_there() {
    let home = Home::new().await;
    let world = home.world();
    let mut request = key_for("undone");
    request.permission = PermissionRequest::Custom {
        addresses: "127.0.0.2, 127.0.0.0/30, 2001:db8::/32".to_owned(),
        models: Some(vec!["qwen-plus".to_owned(), "qwen-retired".to_owned()]),
    };
    let created = create_key(&world, request).await.unwrap().key;
    let (key, before) = (created.key, created.permission);

    let changed = update_permission(&world, update(&key, before.clone(), PermissionRequest::All))
        .await
        .unwrap();
    assert_eq!(changed.key.permission, PermissionView::All);
    let restore = PermissionRequest::Restore {
        permission: changed.before,
    };
    let undone = update_permission(&world, update(&key, changed.key.permission, restore))
        .await
        .unwrap();
    assert_eq!(undone.key.permission, before);
    assert_eq!(undone.before, PermissionView::All);
}

#[tokio::test]
async fn what_was_edited_elsewhere_is_told_and_not_overwritten() {
    let home = Home::new().await;
    let world = home.world();
    let key = create_key(&world, key_for("edited")).await.unwrap().key.key;
    // Somebody else, at another computer.
    let elsewhere = home.world();
    let theirs = update_permission(
        &elsewhere,
        update(&key, PermissionView::All, custom("127.0.0.1\n127.0.0.9")),
    )
    .await
    .unwrap()
    .key
    .permission;

    let preview = preview_permission(
        &world,
        &PreviewPermissionRequest {
            keys: vec![key.clone()],
            opened: Some(PermissionView::All),
            permission: custom("127.0.0.2"),
        },
    )
    .await
    .unwrap();
    let change = preview.keys[0].change.as_ref().unwrap();
    assert!(change.conflict);
    assert_eq!(change.current, theirs);

    let refused = update_permission(
        &world,
        update(&key, PermissionView::All, custom("127.0.0.2")),
    )
    .await;
    assert_eq!(
        refused.unwrap_err(),
        Failure::PermissionChanged {
            current: theirs.clone()
        }
    );
    assert_eq!(permission_of(&world, &key).await, theirs);
}

#[tokio::test]
async fn a_second_try_ends_like_the_first() {
    let home = Home::new().await;
    let world = home.world();
    let key = create_key(&world, key_for("again")).await.unwrap().key.key;
    let request = || update(&key, PermissionView::All, custom("127.0.0.1"));
    let first = update_permission(&world, request()).await.unwrap();
    let second = update_permission(&world, request()).await.unwrap();
    assert_eq!(second.key.permission, first.key.permission);
    assert_eq!(second.before, PermissionView::All, "undo still leads back");
}

#[tokio::test]
async fn an_empty_list_cannot_be_saved() {
    let home = Home::new().await;
    let world = home.world();
    let key = create_key(&world, key_for("empty")).await.unwrap().key.key;
    for empty in ["", " \n", "# nobody"] {
        let refused = update_permission(&world, update(&key, PermissionView::All, custom(empty)));
        assert_eq!(refused.await.unwrap_err(), Failure::AllowlistEmpty);
    }
    assert_eq!(permission_of(&world, &key).await, PermissionView::All);
}

#[tokio::test]
async fn a_model_scope_is_enforced_and_its_difference_is_named() {
    let home = Home::new().await;
    let world = home.world();
    let key = create_key(&world, key_for("scoped")).await.unwrap().key.key;
    let all = check_key(&world, &key).await.unwrap().models;
    let scoped = |models: &[&str]| PermissionRequest::Custom {
        addresses: "127.0.0.1".to_owned(),
        models: Some(models.iter().map(ToString::to_string).collect()),
    };
    let one = update_permission(
        &world,
        update(&key, PermissionView::All, scoped(&["qwen-plus"])),
    )
    .await
    .unwrap();
    assert!(all > 1);
    assert!(
        matches!(one.proof, ProofView::Allowed { models: 1, .. }),
        "{:?}",
        one.proof
    );
    let preview = preview_permission(
        &world,
        &PreviewPermissionRequest {
            keys: vec![key],
            opened: Some(one.key.permission),
            permission: scoped(&["qwen-max", "qwen-flash"]),
        },
    )
    .await
    .unwrap();
    let change = preview.keys[0].change.as_ref().unwrap();
    assert!(!change.conflict && !change.unchanged);
    assert_eq!(change.models.added, ["qwen-max", "qwen-flash"]);
    assert_eq!(change.models.removed, ["qwen-plus"]);
}

#[tokio::test]
async fn a_permission_without_a_value_or_of_a_disabled_key_is_saved_and_not_proven() {
    let home = Home::new().await;
    let world = home.world();
    let disabled = create_key(&world, key_for("disabled"))
        .await
        .unwrap()
        .key
        .key;
    disable_key(&world, &disabled).await.unwrap();
    let saved = update_permission(
        &world,
        update(&disabled, PermissionView::All, custom("127.0.0.1")),
    )
    .await
    .unwrap();
    assert!(
        matches!(
            &saved.proof,
            ProofView::NotProvable {
                failure: Failure::KeyRefused { disabled: true, .. }
            }
        ),
        "{:?}",
        saved.proof
    );

    let elsewhere = Home::at(&home.server);
    let saved = update_permission(
        &elsewhere.world(),
        update(&disabled, saved.key.permission, custom("127.0.0.2")),
    )
    .await
    .unwrap();
    assert!(
        matches!(
            &saved.proof,
            ProofView::NotProvable {
                failure: Failure::SecretMissing { .. }
            }
        ),
        "{:?}",
        saved.proof
    );
}
