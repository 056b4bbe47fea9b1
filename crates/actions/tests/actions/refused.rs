//! Why a key was refused, as far as the service's list tells.

use std::sync::Arc;

use actions::failure::RefusalCauseView;
use actions::wire::{DeleteKeyRequest, KeepPastedRequest, KeyRef, PlanView};
use actions::{
    Failure, World, check_key, create_key, delete_key, disable_key, keep_pasted, recognize_key,
    reset_key,
};

use crate::home::{Home, key_for};

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
