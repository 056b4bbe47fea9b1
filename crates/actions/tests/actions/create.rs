//! Creating, and what happens when the keyring refuses.

use actions::wire::{CreateKeyRequest, KeptView, PermissionRequest, PermissionView};
use actions::{
    Failure, check_key, create_key, download_key, keep_key, list_keys, release_key, reveal_key,
};
use vault::{StoreError, StoreState};

use crate::home::{HERE, Home, key_for};

#[tokio::test]
async fn a_created_key_is_kept_listed_revealed_and_accepted() {
    let home = Home::new().await;
    let world = home.world();
    let created = create_key(&world, key_for("我的电脑")).await.unwrap();
    assert_eq!(created.not_kept, None);
    assert_eq!(created.key.kept, KeptView::Kept);

    let list = list_keys(&world, HERE).await.unwrap();
    assert_eq!(list.keys.len(), 1);
    assert_eq!(list.keys[0].description, "我的电脑");
    assert_eq!(list.keys[0].workspace_name, list.workspaces[0].name);
    assert_eq!(
        list.quota.as_ref().map(|quota| (quota.used, quota.limit)),
        Some((1, 50))
    );

    let revealed = reveal_key(&world, &created.key.key).await.unwrap();
    assert_eq!(model_studio::key::mask(&revealed.value), created.key.masked);
    assert!(check_key(&world, &created.key.key).await.unwrap().models > 0);

    let file = download_key(&world, &created.key.key).await.unwrap().path;
    assert!(
        std::fs::read_to_string(&file)
            .unwrap()
            .contains(&revealed.value)
    );
    let second = download_key(&world, &created.key.key).await.unwrap().path;
    assert_ne!(file, second, "a download never overwrites another");
}

#[tokio::test]
async fn the_same_attempt_creates_one_key_even_side_by_side() {
    let home = Home::new().await;
    let world = home.world();
    let (one, two) = tokio::join!(
        create_key(&world, key_for("once")),
        create_key(&world, key_for("once"))
    );
    assert_eq!(one.unwrap().key.key, two.unwrap().key.key);
    assert_eq!(list_keys(&world, HERE).await.unwrap().keys.len(), 1);
}

#[tokio::test]
async fn a_limited_key_is_refused_from_another_address() {
    let home = Home::new().await;
    let world = home.world();
    let request = CreateKeyRequest {
        permission: PermissionRequest::Custom {
            addresses: "127.0.0.2\n".to_owned(),
            models: None,
        },
        ..key_for("limited")
    };
    let created = create_key(&world, request).await.unwrap();
    let PermissionView::Custom {
        access_ips,
        any_address,
        models,
    } = &created.key.permission
    else {
        panic!("the permission is custom: {:?}", created.key.permission)
    };
    assert_eq!(
        (access_ips.as_slice(), *any_address, models),
        (["127.0.0.2".to_owned()].as_slice(), false, &None)
    );
    let refused = check_key(&world, &created.key.key).await.unwrap_err();
    assert!(
        matches!(refused, Failure::AddressNotAllowed { .. }),
        "{refused:?}"
    );
}

#[tokio::test]
async fn a_key_that_the_keyring_refuses_is_not_lost() {
    let home = Home::new().await;
    let world = home.world();
    home.keyring.fail_next_put(StoreError::Locked);
    let created = create_key(&world, key_for("refused")).await.unwrap();
    let key = created.key.key.clone();
    assert_eq!(created.not_kept, Some(Failure::SecretStoreLocked));
    assert_eq!(created.key.kept, KeptView::MemoryOnly);
    let shown = reveal_key(&world, &key).await.unwrap().value;

    let kept = keep_key(&world, &key).await.unwrap();
    assert_eq!(kept.kept, KeptView::Kept);
    assert_eq!(
        reveal_key(&home.world(), &key).await.unwrap().value,
        shown,
        "the next start finds it in the keyring"
    );
    assert!(
        actions::app(&home.world())
            .await
            .unwrap()
            .attention
            .is_empty()
    );
}

#[tokio::test]
async fn a_key_that_was_only_in_memory_is_named_at_the_next_start_unless_released() {
    let home = Home::new().await;
    let world = home.world();
    home.keyring.set_state(StoreState::Locked);
    let lost = create_key(&world, key_for("lost")).await.unwrap().key.key;
    let saved = create_key(&world, key_for("saved elsewhere"))
        .await
        .unwrap()
        .key
        .key;
    release_key(&world, &saved).await.unwrap();
    assert!(
        matches!(
            reveal_key(&world, &saved).await,
            Err(Failure::SecretStoreLocked)
        ),
        "it is wiped"
    );
    home.keyring.set_state(StoreState::Available);

    let attention = actions::app(&home.world()).await.unwrap().attention;
    assert_eq!(attention.len(), 1);
    assert_eq!(
        attention[0].api_key_id.as_deref(),
        Some(lost.api_key_id.as_str())
    );
    assert_eq!(attention[0].description, "lost");
}

#[tokio::test]
async fn what_was_typed_wrongly_is_named_before_anything_is_asked() {
    let home = Home::new().await;
    let world = home.world();
    let request = CreateKeyRequest {
        permission: PermissionRequest::Custom {
            addresses: "127.0.0.1\nexample".to_owned(),
            models: None,
        },
        ..key_for("typed")
    };
    let refused = create_key(&world, request).await.unwrap_err();
    assert_eq!(
        refused,
        Failure::AddressInvalid {
            line: 2,
            text: "example".to_owned()
        }
    );
    assert!(list_keys(&world, HERE).await.unwrap().keys.is_empty());
    // What was typed is corrected under the same attempt.
    assert!(create_key(&world, key_for("typed")).await.is_ok());
}
