//! Why a key was refused, as far as the service's list tells.

use std::sync::Arc;

use actions::failure::RefusalCauseView;
use actions::wire::{DeleteKeyRequest, KeepPastedRequest, KeyRef, PermissionRequest, PlanView};
use actions::{
    Failure, World, check_key, create_key, delete_key, disable_key, keep_pasted, recognize_key,
    reset_key,
};

use local_studio::Faults;
use model_studio::region::RegionId;

use crate::clouds::Cloud;
use crate::home::{Home, key_for};
use crate::rotation::{in_region, key_in};

/// Why it is refused; none where it is not the key that is.
async fn cause(world: &Arc<World>, key: &KeyRef) -> Option<RefusalCauseView> {
    let refused = check_key(world, key).await.unwrap_err();
    let Failure::KeyRefused {
        disabled, cause, ..
    } = refused
    else {
        return None;
    };
    assert_eq!(disabled, cause == RefusalCauseView::Disabled);
    Some(cause)
}

#[tokio::test]
async fn the_list_tells_why() {
    let home = Home::new().await;
    let elsewhere = Home::at(&home.server).world();
    let world = home.world();
    let mut keys = Vec::new();
    for name in ["disabled", "deleted", "reset"] {
        keys.push(create_key(&world, key_for(name)).await.unwrap().key.key);
    }
    disable_key(&elsewhere, &keys[0]).await.unwrap();
    assert_eq!(
        cause(&world, &keys[0]).await,
        Some(RefusalCauseView::Disabled)
    );
    let request = DeleteKeyRequest {
        key: keys[1].clone(),
        undo_changes: false,
    };
    delete_key(&elsewhere, request).await.unwrap();
    assert_eq!(
        cause(&world, &keys[1]).await,
        Some(RefusalCauseView::Deleted)
    );
    reset_key(&elsewhere, keys[2].clone()).await.unwrap();
    assert_eq!(
        cause(&world, &keys[2]).await,
        Some(RefusalCauseView::Replaced)
    );
}

#[tokio::test]
async fn of_a_key_without_an_entry_nothing_is_known() {
    let home = Home::new().await;
    let world = home.world();
    let pasted = recognize_key(&world, "sk-0123456789abcdef0123456789abcdef".into())
        .await
        .unwrap();
    let kept = keep_pasted(
        &world,
        &KeepPastedRequest {
            id: pasted.id,
            region: "cn-beijing".to_owned(),
            origin: Some(format!("http://{}", home.server.address)),
            description: String::new(),
            api_key_id: None,
            plan: PlanView::PayAsYouGo,
        },
    )
    .await
    .unwrap();
    assert_eq!(
        cause(&world, &kept.key).await,
        Some(RefusalCauseView::Unknown)
    );
}

#[tokio::test]
async fn a_refusal_that_names_the_workspace_is_told_as_one_of_it() {
    for (code, is_its) in [
        ("NOT AUTHORIZED", true),
        ("Workspace.AccessDenied", true),
        ("Endpoint.AccessDenied", true),
        ("BadRequest.EmptyWorkspace", true),
        ("Model.AccessDenied", false),
    ] {
        let home = Home::new().await;
        let refusing = Faults {
            failures: vec![local_studio::Failure::of_all(code).unwrap()],
            ..Faults::default()
        };
        let beijing = Cloud::faulty(RegionId::CnBeijing, refusing).await;
        let (world, place) = in_region(&home, &beijing).await;
        let key = key_in(&world, &place, PermissionRequest::All).await;
        let workspace = "Default Workspace".to_owned();
        let expected = is_its.then_some(RefusalCauseView::WrongWorkspace { workspace });
        assert_eq!(cause(&world, &key).await, expected, "{code}");
    }
}
