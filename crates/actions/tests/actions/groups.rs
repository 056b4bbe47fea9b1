//! Named groups: kept here, used by keys, and offered to them when they change.

use std::sync::Arc;

use actions::wire::{
    AddressGroupRequest, AddressGroupView, KeyRef, PermissionRequest, PermissionView,
    PreviewPermissionRequest, UpdatePermissionRequest,
};
use actions::{
    Failure, World, create_key, delete_address_group, delete_key, list_address_groups,
    preview_permission, save_address_group, update_permission,
};

use crate::home::{Home, custom, key_for, update};

fn group(name: &str, addresses: &str) -> AddressGroupRequest {
    AddressGroupRequest {
        id: None,
        name: name.to_owned(),
        addresses: addresses.to_owned(),
    }
}

async fn saved(world: &Arc<World>, name: &str, addresses: &str) -> AddressGroupView {
    let saved = save_address_group(world, group(name, addresses))
        .await
        .unwrap();
    assert!(saved.offers.is_empty(), "nobody uses a new group");
    saved.group
}

/// A key with this list, saved with these groups.
async fn using(world: &Arc<World>, name: &str, list: &str, groups: &[&AddressGroupView]) -> KeyRef {
    let key = create_key(world, key_for(name)).await.unwrap().key.key;
    let request = UpdatePermissionRequest {
        groups: groups.iter().map(|group| group.id.clone()).collect(),
        ..update(&key, PermissionView::All, custom(list))
    };
    update_permission(world, request).await.unwrap();
    key
}

fn lines(request: &PermissionRequest) -> Vec<&str> {
    match request {
        PermissionRequest::Custom { addresses, .. } => addresses.lines().collect(),
        PermissionRequest::All | PermissionRequest::Restore { .. } => Vec::new(),
    }
}

#[tokio::test]
async fn a_changed_group_is_offered_to_the_keys_that_use_it_and_to_no_other() {
    let home = Home::new().await;
    let world = home.world();
    let office = saved(&world, " 办公室 ", "127.0.0.1, 127.0.0.5").await;
    let lab = saved(&world, "Lab", "127.0.0.5 127.0.0.6").await;
    assert_eq!(office.name, "办公室");
    let alone = "127.0.0.1\n127.0.0.5\n127.0.0.9";
    let one = using(&world, "one", alone, &[&office]).await;
    let two = using(
        &world,
        "two",
        "127.0.0.1 127.0.0.5 127.0.0.6",
        &[&office, &lab],
    )
    .await;
    using(&world, "none", "127.0.0.1", &[]).await;

    let changed = save_address_group(
        &world,
        AddressGroupRequest {
            id: Some(office.id.clone()),
            ..group("办公室", "127.0.0.1\n127.0.0.8")
        },
    )
    .await
    .unwrap();
    assert_eq!(changed.group.used_by, [one.clone(), two.clone()]);
    assert_eq!(changed.group.outdated, [one.clone(), two.clone()]);
    let [first, second] = changed.offers.as_slice() else {
        panic!("two offers: {:?}", changed.offers)
    };
    let of_first = first.permission.clone().unwrap();
    assert_eq!(
        lines(&of_first),
        ["127.0.0.9", "127.0.0.1", "127.0.0.8"],
        "what was added by hand stays"
    );
    let of_second = second.permission.as_ref().unwrap();
    assert_eq!(
        lines(of_second),
        ["127.0.0.5", "127.0.0.6", "127.0.0.1", "127.0.0.8"],
        "what another group put there stays"
    );

    // Nothing has changed yet; the offer is previewed and taken like any other change.
    let current = first.current.clone().unwrap();
    let preview = preview_permission(
        &world,
        &PreviewPermissionRequest {
            keys: vec![one.clone()],
            opened: Some(current.clone()),
            permission: of_first.clone(),
        },
    )
    .await
    .unwrap();
    let change = preview.keys[0].change.as_ref().unwrap();
    assert!(!change.conflict);
    assert_eq!(change.addresses.added, ["127.0.0.8"]);
    assert_eq!(change.addresses.removed, ["127.0.0.5"]);
    let taken = UpdatePermissionRequest {
        groups: first.groups.clone(),
        ..update(&one, current, of_first)
    };
    let taken = update_permission(&world, taken).await.unwrap();
    assert_eq!(taken.groups_before, std::slice::from_ref(&office.id));
    let groups = list_address_groups(&world).await.unwrap();
    let office = groups.iter().find(|group| group.id == office.id).unwrap();
    assert_eq!(office.outdated, [two]);
}

#[tokio::test]
async fn a_key_that_cannot_follow_says_why() {
    let home = Home::new().await;
    let world = home.world();
    let office = saved(&world, "Office", "127.0.0.1").await;
    let opened = using(&world, "opened", "127.0.0.1", &[&office]).await;
    let full: String = (1..=20).map(|last| format!("127.0.0.{last}\n")).collect();
    let full = using(&world, "full", &full, &[&office]).await;
    // Opened to everybody elsewhere, where nobody knows of groups.
    let elsewhere = Home::at(&home.server);
    let limited = PermissionView::Custom {
        access_ips: vec!["127.0.0.1".to_owned()],
        any_address: false,
        models: None,
    };
    update_permission(
        &elsewhere.world(),
        update(&opened, limited, PermissionRequest::All),
    )
    .await
    .unwrap();

    let changed = AddressGroupRequest {
        id: Some(office.id),
        ..group("Office", "127.1.0.1 127.1.0.2")
    };
    let offers = save_address_group(&world, changed).await.unwrap().offers;
    assert_eq!(offers.len(), 1, "no list, no offer: {offers:?}");
    assert_eq!(offers[0].key, full);
    assert_eq!(
        offers[0].failure,
        Some(Failure::AllowlistTooLong {
            count: 21,
            limit: 20
        })
    );
    assert!(offers[0].permission.is_none());
}

#[tokio::test]
async fn groups_outlive_a_restart_and_go_without_touching_a_key() {
    let home = Home::new().await;
    let world = home.world();
    let office = saved(&world, "Office", "127.0.0.0-127.0.0.3").await;
    assert_eq!(office.entries, ["127.0.0.0/30"]);
    let key = using(&world, "key", "127.0.0.0/30", &[&office]).await;
    let other = using(&world, "deleted", "127.0.0.0/30", &[&office]).await;
    delete_key(
        &world,
        actions::wire::DeleteKeyRequest {
            key: other,
            undo_changes: false,
        },
    )
    .await
    .unwrap();

    let world = home.world();
    let groups = list_address_groups(&world).await.unwrap();
    assert_eq!(groups.len(), 1);
    assert_eq!(groups[0].used_by, [key], "a deleted key uses nothing");
    delete_address_group(&world, &office.id).await.unwrap();
    assert!(list_address_groups(&world).await.unwrap().is_empty());
    let rows = actions::list_keys(&world, crate::home::HERE)
        .await
        .unwrap()
        .keys;
    assert!(
        matches!(&rows[0].permission, PermissionView::Custom { access_ips, .. } if access_ips == &["127.0.0.0/30"])
    );
}

#[tokio::test]
async fn a_name_or_a_list_that_is_none_is_refused() {
    let home = Home::new().await;
    let world = home.world();
    saved(&world, "Office", "127.0.0.1").await;
    let long = "名".repeat(61);
    for (request, failure) in [
        (group("  ", "127.0.0.1"), Failure::GroupNameEmpty),
        (
            group(&long, "127.0.0.1"),
            Failure::GroupNameTooLong {
                length: 61,
                limit: 60,
            },
        ),
        (
            group("office", "127.0.0.2"),
            Failure::GroupNameTaken {
                name: "office".to_owned(),
            },
        ),
        (group("Empty", " "), Failure::AllowlistEmpty),
        (
            group("Bad", "127.0.0.1\nrouter"),
            Failure::AddressInvalid {
                line: 2,
                text: "router".to_owned(),
            },
        ),
        (
            AddressGroupRequest {
                id: Some("gone".to_owned()),
                ..group("Gone", "127.0.0.1")
            },
            Failure::GroupUnknown,
        ),
    ] {
        let refused = save_address_group(&world, request).await.unwrap_err();
        assert_eq!(refused, failure);
    }
    assert_eq!(list_address_groups(&world).await.unwrap().len(), 1);
}
