//! What stops a rotation, and what is odd about a key: everything stays as it is, the reason is said, and it goes on.

use actions::wire::{DeleteKeyRequest, PermissionRequest, RotationStepView};
use actions::{
    Failure, app, check_key, continue_rotation, delete_key, disable_key, enable_key, list_changes,
    list_keys, list_rotations, start_rotation, undo_rotation,
};
use local_studio::{Faults, Personality};
use model_studio::region::RegionId;
use vault::StoreState;

use crate::clouds::Cloud;
use crate::home::{HERE, Home};
use crate::rotation::{in_region, key_in, row, set_in_bash, to_the_end, value_of};

#[tokio::test]
async fn without_room_for_a_second_key_it_says_so_and_stays() {
    let home = Home::new().await;
    let region = RegionId::CnBeijing;
    let personality = Personality::of(region).with_key_quota(1);
    let full = Cloud::with(region, personality, Faults::default()).await;
    let (world, place) = in_region(&home, &full).await;
    let old = key_in(&world, &place, PermissionRequest::All).await;
    let begun = start_rotation(&world, &old).await.unwrap();
    let stays = continue_rotation(&world, &begun.id).await.unwrap();
    assert!(
        matches!(stays.failure, Some(Failure::QuotaReached { .. })),
        "{:?}",
        stays.failure
    );
    assert_eq!(stays.step, RotationStepView::Begun);
    assert_eq!(
        list_rotations(&home.world()).await.unwrap()[0].failure,
        stays.failure,
        "the next start knows it too"
    );
    assert!(app(&world).await.unwrap().attention.is_empty());
    let undone = undo_rotation(&world, &begun.id).await.unwrap();
    assert_eq!(undone.step, RotationStepView::Undone);
    check_key(&world, &old).await.unwrap();
}

#[tokio::test]
async fn a_new_key_that_is_refused_stops_it_and_everything_stays() {
    let home = Home::new().await;
    let world = home.world();
    let old = key_in(&world, HERE, PermissionRequest::All).await;
    set_in_bash(&world, &old).await;
    let begun = start_rotation(&world, &old).await.unwrap();
    let kept = continue_rotation(&world, &begun.id).await.unwrap();
    let new = kept.new_key.unwrap();
    disable_key(&world, &new).await.unwrap();
    for _twice in 0..2 {
        let stays = continue_rotation(&world, &begun.id).await.unwrap();
        assert!(
            matches!(
                stays.failure,
                Some(Failure::KeyRefused { disabled: true, .. })
            ),
            "{:?}",
            stays.failure
        );
        assert_eq!(stays.step, RotationStepView::Kept);
    }
    assert!(!row(&world, &old).await.used_here.is_empty());
    check_key(&world, &old).await.unwrap();
    enable_key(&world, &new).await.unwrap();
    let end = to_the_end(&world, &begun.id).await;
    assert_eq!(
        (end.step, end.failure),
        (RotationStepView::OldDisabled, None)
    );
}

#[tokio::test]
async fn a_locked_keyring_leaves_the_new_key_in_memory_until_it_opens() {
    let home = Home::new().await;
    let world = home.world();
    let old = key_in(&world, HERE, PermissionRequest::All).await;
    let begun = start_rotation(&world, &old).await.unwrap();
    home.keyring.set_state(StoreState::Locked);
    let held = continue_rotation(&world, &begun.id).await.unwrap();
    assert_eq!(held.step, RotationStepView::Created);
    assert_eq!(held.failure, Some(Failure::SecretStoreLocked));
    home.keyring.set_state(StoreState::Available);
    let kept = continue_rotation(&world, &begun.id).await.unwrap();
    assert_eq!((kept.step, kept.failure), (RotationStepView::Kept, None));
    assert_eq!(list_keys(&world, HERE).await.unwrap().keys.len(), 2);

    // The same, and the program ends with it.
    home.keyring.set_state(StoreState::Available);
    undo_rotation(&world, &begun.id).await.unwrap();
    let begun = start_rotation(&world, &old).await.unwrap();
    home.keyring.set_state(StoreState::Locked);
    continue_rotation(&world, &begun.id).await.unwrap();
    drop(world);
    home.keyring.set_state(StoreState::Available);
    let world = home.world();
    assert!(
        app(&world).await.unwrap().attention.is_empty(),
        "the rotation sees to it"
    );
    let kept = continue_rotation(&world, &begun.id).await.unwrap();
    assert_eq!((kept.step, kept.failure), (RotationStepView::Kept, None));
    assert_eq!(
        list_keys(&world, HERE).await.unwrap().keys.len(),
        2,
        "the one without a value was deleted"
    );
    assert!(app(&world).await.unwrap().attention.is_empty());
}

#[tokio::test]
async fn an_old_key_that_is_not_kept_here_is_rotated_too() {
    let home = Home::new().await;
    let elsewhere = Home::at(&home.server);
    let old = key_in(&elsewhere.world(), HERE, PermissionRequest::All).await;
    let world = home.world();
    let begun = start_rotation(&world, &old).await.unwrap();
    let end = to_the_end(&world, &begun.id).await;
    assert_eq!(
        (end.step, end.failure),
        (RotationStepView::OldDisabled, None)
    );
    assert!(end.moved.is_empty());
    assert!(list_changes(&world).await.unwrap().is_empty());
    let undone = undo_rotation(&world, &begun.id).await.unwrap();
    assert_eq!(
        (undone.step, undone.failure),
        (RotationStepView::Undone, None)
    );
    let keys = list_keys(&world, HERE).await.unwrap().keys;
    assert_eq!((keys.len(), keys[0].disabled), (1, false));
}

#[tokio::test]
async fn an_old_key_that_was_disabled_before_stays_so() {
    let home = Home::new().await;
    let world = home.world();
    let old = key_in(&world, HERE, PermissionRequest::All).await;
    disable_key(&world, &old).await.unwrap();
    let begun = start_rotation(&world, &old).await.unwrap();
    to_the_end(&world, &begun.id).await;
    let undone = undo_rotation(&world, &begun.id).await.unwrap();
    assert_eq!(
        (undone.step, undone.failure),
        (RotationStepView::Undone, None)
    );
    assert!(row(&world, &old).await.disabled);
}

#[tokio::test]
async fn an_old_key_that_is_gone_ends_it() {
    let home = Home::new().await;
    let elsewhere = Home::at(&home.server).world();
    let world = home.world();
    let old = key_in(&world, HERE, PermissionRequest::All).await;
    let begun = start_rotation(&world, &old).await.unwrap();
    for _ in 0..4 {
        continue_rotation(&world, &begun.id).await.unwrap();
    }
    let request = DeleteKeyRequest {
        key: old.clone(),
        undo_changes: false,
    };
    delete_key(&elsewhere, request).await.unwrap();
    let undone = undo_rotation(&world, &begun.id).await.unwrap();
    assert!(matches!(undone.failure, Some(Failure::KeyNotFound { .. })));
    let end = continue_rotation(&world, &begun.id).await.unwrap();
    assert_eq!(end.step, RotationStepView::Finished);
    assert!(list_rotations(&world).await.unwrap().is_empty());
    let unknown = start_rotation(&world, &old).await;
    assert!(matches!(unknown, Err(Failure::KeyNotFound { .. })));
}

#[tokio::test]
async fn a_line_of_somebodys_that_has_the_old_key_keeps_it_enabled() {
    let home = Home::new().await;
    let world = home.world();
    let old = key_in(&world, HERE, PermissionRequest::All).await;
    set_in_bash(&world, &old).await;
    let line = format!(
        "export DASHSCOPE_API_KEY={}\n",
        value_of(&world, &old).await
    );
    let rc = home.path(".bashrc");
    let ours = std::fs::read_to_string(&rc).unwrap();
    std::fs::write(&rc, format!("{ours}{line}")).unwrap();
    let begun = start_rotation(&world, &old).await.unwrap();
    let stays = to_the_end(&world, &begun.id).await;
    assert_eq!(stays.step, RotationStepView::Moved);
    assert!(
        matches!(&stays.failure, Some(Failure::OldKeyStillSeen { variable, .. }) if variable == "DASHSCOPE_API_KEY"),
        "{:?}",
        stays.failure
    );
    assert!(!row(&world, &old).await.disabled);
    std::fs::write(&rc, ours).unwrap();
    let end = to_the_end(&world, &begun.id).await;
    assert_eq!(
        (end.step, end.failure),
        (RotationStepView::OldDisabled, None)
    );
}
