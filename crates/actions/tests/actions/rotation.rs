//! A key is replaced by a new one, and nothing stops working on the way: in a region, and step by step.

use std::sync::Arc;

use actions::wire::{
    CreateKeyRequest, DestinationId, EndpointView, KeptView, KeyRef, KeyView, PermissionRequest,
    PlanVariableRequest, RotationStepView, RotationView,
};
use actions::{
    Failure, World, add_account, apply_plan, check_key, continue_rotation, create_key, delete_key,
    finish_rotation, list_keys, list_rotations, plan_variable, reveal_key, start_rotation,
    undo_change, undo_rotation,
};
use model_studio::region::RegionId;

use crate::clouds::{Cloud, account, holding};
use crate::home::{HERE, Home, key_for};

/// A world with an account in a region whose keys are good at the region's own server.
pub(crate) async fn in_region(home: &Home, cloud: &Cloud) -> (Arc<World>, String) {
    let world = home.world();
    let request = actions::wire::AddAccountRequest {
        endpoints: vec![EndpointView {
            data: Some(cloud.origin.clone()),
            ..cloud.endpoint()
        }],
        ..account("Work", &[cloud])
    };
    let added = add_account(&world, request).await.unwrap();
    (world, format!("{}@{}", cloud.region, added.id))
}

pub(crate) async fn key_in(
    world: &Arc<World>,
    place: &str,
    permission: PermissionRequest,
) -> KeyRef {
    let request = CreateKeyRequest {
        attempt: uuid::Uuid::new_v4().to_string(),
        region: place.to_owned(),
        permission,
        ..key_for("server")
    };
    create_key(world, request).await.unwrap().key.key
}

pub(crate) async fn set_in_bash(world: &Arc<World>, key: &KeyRef) -> String {
    let request = PlanVariableRequest {
        key: key.clone(),
        variable: "DASHSCOPE_API_KEY".to_owned(),
        destinations: Some(vec![DestinationId::Bash]),
        comment_out: Vec::new(),
        method: None,
        base_url: None,
    };
    let plan = plan_variable(world, request).await.unwrap();
    apply_plan(world, &plan.plan_id).await.unwrap().id
}

/// Goes on until nothing more happens.
pub(crate) async fn to_the_end(world: &Arc<World>, id: &str) -> RotationView {
    let mut before = continue_rotation(world, id).await.unwrap();
    loop {
        let now = continue_rotation(world, id).await.unwrap();
        if now.step == before.step {
            return now;
        }
        before = now;
    }
}

pub(crate) async fn row(world: &Arc<World>, key: &KeyRef) -> KeyView {
    let list = list_keys(world, &key.region).await.unwrap();
    list.keys.into_iter().find(|row| row.key == *key).unwrap()
}

pub(crate) fn value_of(world: &Arc<World>, key: &KeyRef) -> impl Future<Output = String> {
    let (world, key) = (Arc::clone(world), key.clone());
    async move { reveal_key(&world, &key).await.unwrap().value }
}

#[tokio::test(flavor = "multi_thread")]
async fn step_by_step_nothing_stops_working() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    let (world, place) = in_region(&home, &beijing).await;
    let before = std::fs::read(home.path(".bashrc")).unwrap();
    let limited = PermissionRequest::Custom {
        addresses: "0.0.0.0/0".to_owned(),
        models: Some(vec!["qwen-plus".to_owned()]),
    };
    let old = key_in(&world, &place, limited).await;
    let change = set_in_bash(&world, &old).await;
    let old_value = value_of(&world, &old).await;

    let begun = start_rotation(&world, &old).await.unwrap();
    assert_eq!(begun.step, RotationStepView::Begun);
    assert_eq!(list_keys(&world, &place).await.unwrap().keys.len(), 1);
    let mut seen = Vec::new();
    while seen.last() != Some(&RotationStepView::OldDisabled) {
        let now = continue_rotation(&world, &begun.id).await.unwrap();
        assert_eq!(now.failure, None);
        assert_eq!(now.old_masked, model_studio::key::mask(&old_value));
        seen.push(now.step);
        if now.step < RotationStepView::OldDisabled {
            check_key(&world, &old).await.unwrap();
        }
    }
    assert_eq!(
        seen,
        [
            RotationStepView::Kept,
            RotationStepView::Verified,
            RotationStepView::Moved,
            RotationStepView::MovedVerified,
            RotationStepView::OldDisabled,
        ]
    );
    let rotation = list_rotations(&world).await.unwrap().remove(0);
    assert_eq!(rotation.moved, ["DASHSCOPE_API_KEY"]);
    assert!(!rotation.reminder_due && rotation.can_undo);
    let days = (rotation.remind_at.unwrap() - rotation.started_at) / 86_400_000.0;
    assert!((7.0..7.1).contains(&days), "{days}");

    let new = rotation.new_key.unwrap();
    let (old_row, new_row) = (row(&world, &old).await, row(&world, &new).await);
    assert!(old_row.disabled && old_row.used_here.is_empty());
    assert_eq!(new_row.permission, old_row.permission);
    assert_eq!(new_row.description, "server");
    assert_eq!(new_row.workspace_id, old_row.workspace_id);
    assert_eq!(new_row.kept, KeptView::Kept);
    assert_eq!(new_row.used_here[0].change_id, change);
    assert_eq!(new_row.rotation.as_deref(), Some(begun.id.as_str()));
    check_key(&world, &new).await.unwrap();

    let finished = finish_rotation(&world, &begun.id).await.unwrap();
    assert_eq!(finished.step, RotationStepView::Finished);
    assert!(!finished.can_undo);
    assert_eq!(list_keys(&world, &place).await.unwrap().keys.len(), 1);
    assert!(list_rotations(&world).await.unwrap().is_empty());
    assert!(
        matches!(
            undo_rotation(&world, &begun.id).await,
            Err(Failure::RotationUnknown)
        ),
        "there is nothing to go back to"
    );
    assert!(holding(home.folder.path(), &old_value).is_empty());
    undo_change(&world, &change).await.unwrap();
    assert_eq!(std::fs::read(home.path(".bashrc")).unwrap(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rotation_is_undone_as_a_whole() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    let (world, place) = in_region(&home, &beijing).await;
    for steps in 0..=5 {
        let old = key_in(&world, &place, PermissionRequest::All).await;
        let change = set_in_bash(&world, &old).await;
        let own = home.path(".config/studio-keys/env.sh");
        let before = std::fs::read(&own).unwrap();
        let begun = start_rotation(&world, &old).await.unwrap();
        for _ in 0..steps {
            continue_rotation(&world, &begun.id).await.unwrap();
        }
        let new = list_rotations(&world).await.unwrap().remove(0).new_key;
        let undone = undo_rotation(&world, &begun.id).await.unwrap();
        assert_eq!(undone.failure, None, "{steps}");
        assert_eq!(undone.step, RotationStepView::Undone, "{steps}");
        assert_eq!(std::fs::read(&own).unwrap(), before, "{steps}");
        let keys = list_keys(&world, &place).await.unwrap().keys;
        assert_eq!(keys.len(), 1, "the new key is gone: {steps}");
        assert!(!keys[0].disabled, "{steps}");
        assert_eq!(keys[0].used_here[0].change_id, change);
        check_key(&world, &old).await.unwrap();
        if let Some(new) = new {
            let refused = reveal_key(&world, &new).await;
            assert!(
                matches!(refused, Err(Failure::SecretMissing { .. })),
                "{steps}"
            );
        }
        let request = actions::wire::DeleteKeyRequest {
            key: old,
            undo_changes: true,
        };
        delete_key(&world, request).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_keys_cannot_be_disabled_the_old_one_waits_as_it_is() {
    let home = Home::new().await;
    let virginia = Cloud::of(RegionId::UsEast1).await;
    let (world, place) = in_region(&home, &virginia).await;
    let old = key_in(&world, &place, PermissionRequest::All).await;
    let begun = start_rotation(&world, &old).await.unwrap();
    let early = finish_rotation(&world, &begun.id).await;
    assert!(
        matches!(early, Err(Failure::RotationUnderWay { .. })),
        "{early:?}"
    );

    let end = to_the_end(&world, &begun.id).await;
    assert_eq!(end.step, RotationStepView::MovedVerified);
    assert_eq!(end.failure, None);
    assert!(end.remind_at.is_some());
    check_key(&world, &old).await.unwrap();
    let finished = finish_rotation(&world, &begun.id).await.unwrap();
    assert_eq!(finished.step, RotationStepView::Finished);
    let keys = list_keys(&world, &place).await.unwrap().keys;
    assert_eq!(keys.len(), 1);
    assert_eq!(Some(&keys[0].key), end.new_key.as_ref());
}

#[tokio::test]
async fn one_rotation_of_a_key_at_a_time() {
    let home = Home::new().await;
    let world = home.world();
    let old = key_in(&world, HERE, PermissionRequest::All).await;
    let begun = start_rotation(&world, &old).await.unwrap();
    let again = start_rotation(&world, &old).await.unwrap_err();
    assert_eq!(
        again,
        Failure::RotationUnderWay {
            id: begun.id.clone()
        }
    );
    let kept = continue_rotation(&world, &begun.id).await.unwrap();
    let of_the_new = start_rotation(&world, &kept.new_key.unwrap()).await;
    assert!(matches!(of_the_new, Err(Failure::RotationUnderWay { .. })));
    let (one, other) = tokio::join!(
        continue_rotation(&world, &begun.id),
        continue_rotation(&world, &begun.id),
    );
    let mut steps = [one.unwrap().step, other.unwrap().step];
    steps.sort();
    assert_eq!(steps, [RotationStepView::Verified, RotationStepView::Moved]);
    let none = continue_rotation(&world, "none").await;
    assert!(matches!(none, Err(Failure::RotationUnknown)));
}
