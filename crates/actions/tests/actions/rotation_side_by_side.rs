//! Rotations beside each other: what is slow in one region holds up none in another, and two in one region are not mixed up.

use std::sync::Arc;
use std::time::Duration;

use actions::wire::{EndpointView, PermissionRequest, RotationStepView};
use actions::{add_account, continue_rotation, list_keys, start_rotation};
use local_studio::Faults;
use model_studio::region::RegionId;

use crate::clouds::{Cloud, account};
use crate::home::Home;
use crate::rotation::{in_region, key_in, to_the_end};

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_region_holds_up_no_other() {
    let home = Home::new().await;
    let quick = Cloud::of(RegionId::CnBeijing).await;
    let delay = Duration::from_secs(2);
    let slow = Cloud::faulty(
        RegionId::ApSoutheast1,
        Faults {
            delay,
            ..Faults::default()
        },
    )
    .await;
    let world = home.world();
    let endpoint = |cloud: &Cloud| EndpointView {
        data: Some(cloud.origin.clone()),
        ..cloud.endpoint()
    };
    let request = actions::wire::AddAccountRequest {
        endpoints: vec![endpoint(&quick), endpoint(&slow)],
        ..account("Work", &[&quick])
    };
    let id = add_account(&world, request).await.unwrap().id;
    let mut rotations = Vec::new();
    for cloud in [&slow, &quick] {
        let key = key_in(
            &world,
            &format!("{}@{id}", cloud.region),
            PermissionRequest::All,
        )
        .await;
        rotations.push(start_rotation(&world, &key).await.unwrap().id);
    }
    let waiting = tokio::spawn({
        let (world, id) = (Arc::clone(&world), rotations[0].clone());
        async move { continue_rotation(&world, &id).await }
    });
    // It has its turn, and waits for the first of several answers.
    tokio::time::sleep(delay / 4).await;
    let ended = to_the_end(&world, &rotations[1]).await;
    assert_eq!(ended.step, RotationStepView::OldDisabled);
    assert!(!waiting.is_finished(), "the slow one is still at its step");
    let step = waiting.await.unwrap().unwrap();
    assert_eq!(
        (step.step, step.failure),
        (RotationStepView::Kept, None),
        "and it was not disturbed"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn two_in_one_region_each_make_one_key() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    let (world, place) = in_region(&home, &beijing).await;
    let mut under_way = Vec::new();
    for _ in 0..2 {
        // Both of the same description.
        let key = key_in(&world, &place, PermissionRequest::All).await;
        let id = start_rotation(&world, &key).await.unwrap().id;
        // Each by two windows at once.
        for _ in 0..2 {
            let (world, id) = (Arc::clone(&world), id.clone());
            under_way.push(tokio::spawn(async move { to_the_end(&world, &id).await }));
        }
    }
    let mut made = Vec::new();
    for one in under_way {
        let ended = one.await.unwrap();
        assert_eq!(
            (ended.step, ended.failure),
            (RotationStepView::OldDisabled, None)
        );
        made.push(ended.new_key.unwrap().api_key_id);
    }
    made.sort();
    made.dedup();
    assert_eq!(made.len(), 2);
    assert_eq!(list_keys(&world, &place).await.unwrap().keys.len(), 4);
}
