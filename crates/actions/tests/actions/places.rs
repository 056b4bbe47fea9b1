//! A key belongs to a place: a region of one account. What is known of it, and where it can be used, never mixes.

use std::sync::Arc;

use actions::wire::{
    ChooseHostRequest, CreateKeyRequest, CreatedKeyView, EditDescriptionRequest, HostKindView,
    KeptView, KeyRef, PermissionView, QuotaView,
};
use actions::{
    Failure, World, add_account, check_key, choose_host, create_key, disable_key, edit_description,
    enable_key, list_keys, reset_key, reveal_key, seen_keys, update_permission,
};
use local_studio::{Faults, Personality};
use model_studio::region::RegionId;
use vault::{Catalog, KeyOrigin, KeyRecord};

use crate::clouds::{Cloud, account, holding, place, world_with};
use crate::home::{Home, custom, key_for, update};

async fn create(world: &Arc<World>, place: &str, description: &str) -> CreatedKeyView {
    let request = CreateKeyRequest {
        region: place.to_owned(),
        ..key_for(description)
    };
    create_key(world, request).await.unwrap()
}

#[tokio::test]
async fn a_key_of_the_cloud_lives_as_one_of_this_computer_does() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    let (world, added) = world_with(&home, &[&beijing]).await;
    let place = place(&beijing, &added);
    let created = create(&world, &place, "cloud").await;
    assert!(created.not_kept.is_none());
    let key = created.key.key.clone();
    assert_eq!(key.region, place);
    assert!(check_key(&world, &key).await.unwrap().models > 0);

    let renamed = EditDescriptionRequest {
        key: key.clone(),
        description: " renamed ".to_owned(),
    };
    let limited = update(&key, PermissionView::All, custom("9.9.9.9"));
    update_permission(&world, limited).await.unwrap();
    let row = edit_description(&world, &renamed).await.unwrap();
    assert_eq!(row.description, "renamed");
    assert!(
        matches!(row.permission, PermissionView::Custom { .. }),
        "its permission is left as it is"
    );
    assert!(disable_key(&world, &key).await.unwrap().disabled);
    assert!(!enable_key(&world, &key).await.unwrap().disabled);
    let reset = reset_key(&world, key.clone()).await.unwrap();
    assert_eq!(reset.created.key.kept, KeptView::Kept);
    assert_eq!(row.own, Some(true));
    assert!(!row.old_format);
}

#[tokio::test]
async fn two_accounts_in_one_region_do_not_mix() {
    let home = Home::new().await;
    let (one, other) = (
        Cloud::of(RegionId::CnBeijing).await,
        Cloud::of(RegionId::CnBeijing).await,
    );
    let (world, first) = world_with(&home, &[&one]).await;
    let second = add_account(&world, account("Home", &[&other]))
        .await
        .unwrap();
    let (here, there) = (place(&one, &first), place(&other, &second));
    let mine = create(&world, &here, "mine").await.key.key;
    let yours = create(&world, &there, "yours").await.key.key;
    assert_eq!(list_keys(&world, &here).await.unwrap().keys.len(), 1);
    assert_eq!(list_keys(&world, &there).await.unwrap().keys.len(), 1);
    let values = (
        reveal_key(&world, &mine).await.unwrap().value,
        reveal_key(&world, &yours).await.unwrap().value,
    );
    assert_ne!(values.0, values.1);
    let crossed = KeyRef {
        region: there,
        api_key_id: mine.api_key_id.clone(),
    };
    // The ids of the two services may be the same; the values never are.
    if let Ok(found) = reveal_key(&world, &crossed).await {
        assert_eq!(found.value, values.1);
    }
}

#[tokio::test]
async fn the_host_in_use_is_the_users_choice() {
    let home = Home::new().await;
    let named = Personality::of(RegionId::CnBeijing)
        .with_api_host("https://{WorkspaceId}.example.com".to_owned());
    let beijing = Cloud::with(RegionId::CnBeijing, named, Faults::default()).await;
    let (world, added) = world_with(&home, &[&beijing]).await;
    let place = place(&beijing, &added);
    let key = create(&world, &place, "hosts").await.key;
    let list = list_keys(&world, &place).await.unwrap();
    let workspace = format!("https://{}.example.com", key.workspace_id);
    let origins = |hosts: &[actions::wire::HostView]| -> Vec<(HostKindView, String)> {
        hosts
            .iter()
            .map(|host| (host.kind, host.origin.clone()))
            .collect()
    };
    let of_workspace = (HostKindView::Workspace, workspace.clone());
    let shared = (
        HostKindView::Shared,
        "https://dashscope.aliyuncs.com".to_owned(),
    );
    assert_eq!(
        origins(&list.keys[0].hosts),
        [of_workspace.clone(), shared.clone()]
    );
    assert_eq!(
        origins(&list.workspaces[0].hosts),
        origins(&list.keys[0].hosts)
    );

    let choice = |origin: &str| ChooseHostRequest {
        key: key.key.clone(),
        origin: origin.to_owned(),
    };
    let row = choose_host(&world, &choice(&shared.1)).await.unwrap();
    assert_eq!(origins(&row.hosts), [shared, of_workspace]);
    let foreign = choose_host(&world, &choice("https://evil.example.com")).await;
    assert_eq!(foreign.unwrap_err(), Failure::HostUnknown);
    reset_key(&world, key.key.clone()).await.unwrap();
    let after = list_keys(&world, &place).await.unwrap();
    assert_eq!(
        after.keys[0].hosts[0].kind,
        HostKindView::Shared,
        "the choice outlives a reset"
    );
}

#[tokio::test]
async fn virginia_cannot_what_others_can() {
    let home = Home::new().await;
    let virginia = Cloud::of(RegionId::UsEast1).await;
    let (world, added) = world_with(&home, &[&virginia]).await;
    let place = place(&virginia, &added);
    let key = create(&world, &place, "owner").await.key.key;
    let cannot = Failure::RegionCannot {
        region: place.clone(),
    };
    assert_eq!(disable_key(&world, &key).await.unwrap_err(), cannot);
    assert_eq!(enable_key(&world, &key).await.unwrap_err(), cannot);
    assert_eq!(reset_key(&world, key.clone()).await.unwrap_err(), cannot);
    let list = list_keys(&world, &place).await.unwrap();
    let (used, limit) = (1, 20);
    assert!(
        matches!(list.quota, Some(QuotaView { used: u, limit: l }) if (u, l) == (used, limit)),
        "{:?}",
        list.quota
    );
}

#[tokio::test]
async fn a_full_region_names_its_number() {
    let home = Home::new().await;
    let full = Personality::of(RegionId::UsEast1).with_key_quota(1);
    let virginia = Cloud::with(RegionId::UsEast1, full, Faults::default()).await;
    let (world, added) = world_with(&home, &[&virginia]).await;
    let place = place(&virginia, &added);
    create(&world, &place, "first").await;
    let request = CreateKeyRequest {
        region: place,
        ..key_for("second")
    };
    let failure = create_key(&world, request).await.unwrap_err();
    assert_eq!(failure, Failure::QuotaReached { limit: 20 });
}

#[tokio::test]
async fn parts_of_a_permission_that_nobody_here_knows_are_not_dropped() {
    let home = Home::new().await;
    let newer = Faults {
        new_fields: true,
        ..Faults::default()
    };
    let beijing = Cloud::faulty(RegionId::CnBeijing, newer).await;
    let (world, added) = world_with(&home, &[&beijing]).await;
    let key = create(&world, &place(&beijing, &added), "newer")
        .await
        .key
        .key;
    let saved =
        update_permission(&world, update(&key, PermissionView::All, custom("9.9.9.9"))).await;
    assert!(
        matches!(saved.unwrap_err(), Failure::PermissionHasUnknownParts { parts } if parts.contains(&"introducedLater".to_owned()))
    );
    let renamed = EditDescriptionRequest {
        key,
        description: "still".to_owned(),
    };
    assert_eq!(
        edit_description(&world, &renamed)
            .await
            .unwrap()
            .description,
        "still"
    );
}

#[tokio::test]
async fn what_was_pasted_in_a_region_without_an_account_is_listed_alone() {
    let home = Home::new().await;
    let nothing = list_keys(&home.world(), "cn-beijing").await.unwrap_err();
    assert!(matches!(nothing, Failure::RegionNeedsAccount { .. }));
    let catalog = Catalog::open(&home.path("data/catalog.sqlite")).unwrap();
    let id = catalog.next_pasted_id("cn-beijing").unwrap();
    let pasted = KeyRecord {
        region: "cn-beijing".to_owned(),
        api_key_id: id,
        description: "old one".to_owned(),
        masked: "sk-012…cdef".to_owned(),
        workspace_id: String::new(),
        workspace_name: String::new(),
        created_by: String::new(),
        gmt_create: 1,
        kept_at: Some(1),
        host: Some("https://dashscope.aliyuncs.com".to_owned()),
        plan: None,
        origin: KeyOrigin::Pasted,
    };
    catalog.remember_key(&pasted).unwrap();
    drop(catalog);

    let world = home.world();
    let list = list_keys(&world, "cn-beijing").await.unwrap();
    assert!(list.keys.is_empty() && list.quota.is_none());
    let row = &list.unlisted[0];
    assert!(row.old_format && row.kept == KeptView::Kept);
    assert_eq!(row.hosts[0].kind, HostKindView::Shared);
    let failure = disable_key(&world, &row.key).await.unwrap_err();
    assert_eq!(failure, Failure::KeyNotListed);
    let renamed = EditDescriptionRequest {
        key: row.key.clone(),
        description: "older one".to_owned(),
    };
    let row = edit_description(&world, &renamed).await.unwrap();
    assert_eq!(row.description, "older one");
}

#[tokio::test]
async fn what_was_last_seen_holds_no_value() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    let (world, added) = world_with(&home, &[&beijing]).await;
    let place = place(&beijing, &added);
    assert!(seen_keys(&world, &place).await.unwrap().is_none());
    let key = create(&world, &place, "seen").await.key.key;
    let value = reveal_key(&world, &key).await.unwrap().value;
    let asked = list_keys(&world, &place).await.unwrap();
    let seen = seen_keys(&world, &place).await.unwrap().unwrap();
    assert_eq!(
        serde_json::to_value(&seen).unwrap(),
        serde_json::to_value(&asked).unwrap()
    );
    let everywhere = holding(&home.path("data"), &value[10..40]);
    assert!(everywhere.is_empty(), "{everywhere:?}");
}
