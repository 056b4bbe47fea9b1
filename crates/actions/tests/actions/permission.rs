//! Limiting a key: what saving would mean, the proof by a call, what was edited elsewhere, and undo.

use actions::wire::{
    AnyoneView, KeyRef, PermissionRequest, PermissionView, PreviewPermissionRequest, ProofView,
    ShutOutWhoView, UpdatePermissionRequest,
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

#[tokio::test]
async fn several_keys_are_previewed_each_for_itself() {
    let home = Home::new().await;
    let world = home.world();
    let open = create_key(&world, key_for("open")).await.unwrap().key.key;
    let mut request = key_for("limited");
    request.permission = custom("127.0.0.1\n127.0.0.7");
    let limited = create_key(&world, request).await.unwrap().key.key;
    let gone = KeyRef {
        region: HERE.to_owned(),
        api_key_id: "404".to_owned(),
    };
    let far = KeyRef {
        region: "cn-beijing".to_owned(),
        api_key_id: "7".to_owned(),
    };
    let preview = preview_permission(
        &world,
        &PreviewPermissionRequest {
            keys: vec![open, gone, limited, far],
            opened: None,
            permission: custom("8.8.8.8"),
        },
    )
    .await
    .unwrap();
    assert_eq!(preview.this_computer, ["127.0.0.1"]);
    let [open, gone, limited, far] = preview.keys.as_slice() else {
        panic!("four keys: {preview:?}")
    };
    let change = open.change.as_ref().unwrap();
    assert_eq!(change.addresses.before.anyone, AnyoneView::Both);
    assert_eq!(change.addresses.after.entries, 1);
    let change = limited.change.as_ref().unwrap();
    assert_eq!(limited.description, "limited");
    assert_eq!(change.addresses.added, ["8.8.8.8"]);
    assert_eq!(change.addresses.removed, ["127.0.0.1", "127.0.0.7"]);
    assert!(matches!(gone.failure, Some(Failure::KeyNotFound { .. })));
    assert!(matches!(
        far.failure,
        Some(Failure::RegionNeedsAccount { .. })
    ));
    assert!(gone.change.is_none() && far.change.is_none());
}

#[tokio::test]
async fn what_was_typed_wrongly_stops_a_preview_with_its_line() {
    let home = Home::new().await;
    let world = home.world();
    let key = create_key(&world, key_for("typed")).await.unwrap().key.key;
    let refused = preview_permission(
        &world,
        &PreviewPermissionRequest {
            keys: vec![key],
            opened: None,
            permission: custom("127.0.0.1\n127.0.0.7/8"),
        },
    )
    .await;
    assert_eq!(
        refused.unwrap_err(),
        Failure::AddressHasHostBits {
            line: 2,
            text: "127.0.0.7/8".to_owned(),
            block: "127.0.0.0/8".to_owned(),
        }
    );
}

mod shut_out {
    use actions::wire::{DestinationId, PlanVariableRequest};
    use actions::{apply_variable, plan_variable};

    use super::*;

    #[tokio::test]
    async fn this_computer_and_the_variable_set_here_are_named() {
        let home = Home::new().await;
        let world = home.world();
        let key = create_key(&world, key_for("set here"))
            .await
            .unwrap()
            .key
            .key;
        let plan = plan_variable(
            &world,
            PlanVariableRequest {
                key: key.clone(),
                variable: "DASHSCOPE_API_KEY".to_owned(),
                destinations: Some(vec![DestinationId::Bash]),
                comment_out: Vec::new(),
            },
        )
        .await
        .unwrap();
        let change_id = apply_variable(&world, &plan.plan_id).await.unwrap().id;
        let asked = |addresses: &str| PreviewPermissionRequest {
            keys: vec![key.clone()],
            opened: Some(PermissionView::All),
            permission: custom(addresses),
        };
        let preview = preview_permission(&world, &asked("127.0.0.2"))
            .await
            .unwrap();
        let shut_out = &preview.keys[0].change.as_ref().unwrap().shuts_out;
        let who: Vec<&ShutOutWhoView> = shut_out.iter().map(|one| &one.who).collect();
        assert_eq!(
            who,
            [
                &ShutOutWhoView::ThisComputer,
                &ShutOutWhoView::Variable {
                    change_id,
                    variable: "DASHSCOPE_API_KEY".to_owned()
                }
            ]
        );
        assert!(
            shut_out
                .iter()
                .all(|one| one.address == "127.0.0.1" && !one.already)
        );

        let preview = preview_permission(&world, &asked("127.0.0.0/8"))
            .await
            .unwrap();
        assert!(
            preview.keys[0]
                .change
                .as_ref()
                .unwrap()
                .shuts_out
                .is_empty()
        );

        // Shut out already: it is said, and needs no second question.
        let request: UpdatePermissionRequest =
            update(&key, PermissionView::All, custom("127.0.0.2"));
        update_permission(&world, request).await.unwrap();
        let preview = preview_permission(&world, &asked("127.0.0.3"))
            .await
            .unwrap();
        let shut_out = &preview.keys[0].change.as_ref().unwrap().shuts_out;
        assert!(shut_out.len() == 2 && shut_out.iter().all(|one| one.already));
    }
}
