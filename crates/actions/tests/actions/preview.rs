//! What saving a permission would mean: for several keys, for what was typed wrongly, and who would be shut out.

use actions::wire::{
    AnyoneView, DestinationId, KeyRef, PermissionView, PlanVariableRequest,
    PreviewPermissionRequest, ShutOutWhoView, UpdatePermissionRequest,
};
use actions::{
    Failure, apply_plan, create_key, plan_variable, preview_permission, update_permission,
};

use crate::home::{HERE, Home, custom, key_for, update};

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
            method: None,
            base_url: None,
        },
    )
    .await
    .unwrap();
    let change_id = apply_plan(&world, &plan.plan_id).await.unwrap().id;
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
    let request: UpdatePermissionRequest = update(&key, PermissionView::All, custom("127.0.0.2"));
    update_permission(&world, request).await.unwrap();
    let preview = preview_permission(&world, &asked("127.0.0.3"))
        .await
        .unwrap();
    let shut_out = &preview.keys[0].change.as_ref().unwrap().shuts_out;
    assert!(shut_out.len() == 2 && shut_out.iter().all(|one| one.already));
}
