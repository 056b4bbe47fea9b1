//! Six regions side by side: each is asked by a call of its own, one that fails or is slow concerns no other, and what was
//! last seen is there at once.

use std::num::NonZeroU64;
use std::sync::Arc;
use std::time::{Duration, Instant};

use actions::wire::{CreateKeyRequest, RefreshedView};
use actions::{Failure, World, add_account, create_key, list_keys, refresh_region, seen_keys};
use local_studio::{Faults, Personality, Throttle};
use model_studio::region::RegionId;
use tokio::task::JoinSet;

use crate::clouds::{Cloud, account, place, region, world_with};
use crate::home::{Home, key_for};

const REGIONS: [RegionId; 6] = [
    RegionId::CnBeijing,
    RegionId::ApSoutheast1,
    RegionId::ApNortheast1,
    RegionId::CnHongkong,
    RegionId::EuCentral1,
    RegionId::UsEast1,
];

/// Asks several places at the same time; the answers in the order in which they came.
async fn all(world: &Arc<World>, places: &[String]) -> Vec<RefreshedView> {
    let mut asked = JoinSet::new();
    for place in places {
        let (world, place) = (Arc::clone(world), place.clone());
        asked.spawn(async move { refresh_region(&world, &place).await.unwrap() });
    }
    asked.join_all().await
}

fn slow(delay: Duration) -> Faults {
    Faults {
        delay,
        ..Faults::default()
    }
}

fn failing(code: &str) -> Faults {
    Faults {
        failures: vec![local_studio::Failure::of("ListApiKeys", code).unwrap()],
        ..Faults::default()
    }
}

#[tokio::test]
async fn each_region_answers_for_itself() {
    let home = Home::new().await;
    let throttling = Faults {
        throttle: Some(Throttle {
            every: NonZeroU64::new(3).unwrap(),
            retry_after: Duration::from_millis(50),
        }),
        ..Faults::default()
    };
    let portal = Faults {
        html: true,
        ..Faults::default()
    };
    let newer = Faults {
        new_fields: true,
        ..Faults::default()
    };
    let faults = [
        Faults::default(),
        failing("Arrearage"),
        throttling,
        failing("AccessDenied.Unpurchased"),
        newer,
        portal,
    ];
    let mut clouds = Vec::new();
    for (region, faults) in REGIONS.into_iter().zip(faults) {
        clouds.push(Cloud::faulty(region, faults).await);
    }
    let (world, added) = world_with(&home, &clouds.iter().collect::<Vec<_>>()).await;
    let places: Vec<String> = clouds.iter().map(|cloud| place(cloud, &added)).collect();
    let answers = all(&world, &places).await;
    let failure_of = |place: &String| {
        let answer = answers.iter().find(|answer| answer.region == *place);
        answer.unwrap().failure.clone()
    };
    let failures: Vec<Option<Failure>> = places.iter().map(failure_of).collect();
    assert_eq!(failures[0], None);
    assert!(matches!(failures[1], Some(Failure::AccountOwes { .. })));
    assert_eq!(failures[2], None, "throttling is waited for");
    assert!(matches!(
        failures[3],
        Some(Failure::RegionNotActivated { .. })
    ));
    assert_eq!(failures[4], None, "unknown fields are no failure");
    assert!(matches!(failures[5], Some(Failure::SignInPage { .. })));
    for (cloud, failure) in clouds.iter().zip(&failures) {
        let shown = region(&world, cloud.region).await;
        assert_eq!(
            shown.last_seen.is_some(),
            failure.is_none(),
            "{}",
            cloud.region
        );
    }
}

#[tokio::test]
async fn six_regions_take_as_long_as_the_slowest() {
    let home = Home::new().await;
    let quick = Cloud::of(REGIONS[0]).await;
    let mut clouds = vec![quick];
    for region in &REGIONS[1..] {
        clouds.push(Cloud::faulty(*region, slow(Duration::from_millis(400))).await);
    }
    let (world, added) = world_with(&home, &clouds.iter().collect::<Vec<_>>()).await;
    let places: Vec<String> = clouds.iter().map(|cloud| place(cloud, &added)).collect();
    let started = Instant::now();
    let answers = all(&world, &places).await;
    let took = started.elapsed();
    assert!(
        answers.iter().all(|answer| answer.failure.is_none()),
        "{answers:?}"
    );
    assert_eq!(
        answers[0].region, places[0],
        "the quick one is not kept waiting"
    );
    // Five regions of two calls each, one after the other, would take four seconds.
    assert!(took < Duration::from_millis(1600), "{took:?}");
}

#[tokio::test]
async fn offline_what_was_last_seen_is_there() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    let (world, added) = world_with(&home, &[&beijing]).await;
    let there = place(&beijing, &added);
    let request = CreateKeyRequest {
        region: there.clone(),
        ..key_for("seen")
    };
    create_key(&world, request).await.unwrap();
    list_keys(&world, &there).await.unwrap();

    let away = actions::wire::EditAccountRequest {
        id: added.id.clone(),
        name: "Work".to_owned(),
        credentials: None,
        sts_endpoint: None,
        ca_file: None,
        endpoints: vec![actions::wire::EndpointView {
            region: "cn-beijing".to_owned(),
            control: Some("http://127.0.0.1:1".to_owned()),
            data: None,
        }],
    };
    actions::edit_account(&world, away).await.unwrap();
    let answer = refresh_region(&world, &there).await.unwrap();
    assert!(matches!(answer.failure, Some(Failure::Unreachable { .. })));
    assert_eq!(answer.last_seen.unwrap().keys, 1);
    let seen = seen_keys(&world, &there).await.unwrap().unwrap();
    assert_eq!(seen.keys[0].description, "seen");
}

#[tokio::test]
async fn every_page_is_asked_for() {
    let home = Home::new().await;
    let paged = Personality::of(RegionId::CnBeijing).with_max_results(2);
    let beijing = Cloud::with(RegionId::CnBeijing, paged, Faults::default()).await;
    let (world, added) = world_with(&home, &[&beijing]).await;
    let there = place(&beijing, &added);
    for number in 0..5 {
        let request = CreateKeyRequest {
            region: there.clone(),
            ..key_for(&format!("key {number}"))
        };
        create_key(&world, request).await.unwrap();
    }
    let list = list_keys(&world, &there).await.unwrap();
    assert_eq!(list.keys.len(), 5);
    let newest_first = list
        .keys
        .windows(2)
        .all(|pair| pair[0].created_at >= pair[1].created_at);
    assert!(newest_first);
}

#[tokio::test]
async fn no_secret_is_read_for_the_frame() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    let (world, added) = world_with(&home, &[&beijing]).await;
    list_keys(&world, &place(&beijing, &added)).await.unwrap();
    // Whoever reads the keyring next is refused: the list is, and the frame was not.
    let fresh = home.world();
    home.keyring.fail_next_get(vault::StoreError::Locked);
    let shown = region(&fresh, RegionId::CnBeijing).await;
    assert_eq!(shown.last_seen.unwrap().keys, 0);
    let refused = list_keys(&fresh, &place(&beijing, &added)).await;
    assert_eq!(refused.unwrap_err(), Failure::SecretStoreLocked);
}

#[tokio::test]
async fn the_keyring_is_read_once_for_all_regions() {
    let home = Home::new().await;
    let (beijing, tokyo) = (
        Cloud::of(RegionId::CnBeijing).await,
        Cloud::of(RegionId::ApNortheast1).await,
    );
    let (world, added) = world_with(&home, &[&beijing, &tokyo]).await;
    list_keys(&world, &place(&beijing, &added)).await.unwrap();
    // Whoever reads it once more is refused.
    home.keyring.fail_next_get(vault::StoreError::Locked);
    list_keys(&world, &place(&tokyo, &added)).await.unwrap();
}

#[tokio::test]
async fn the_account_worked_with_is_the_chosen_one_else_the_oldest() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    let (world, first) = world_with(&home, &[&beijing]).await;
    let second = add_account(&world, account("Home", &[&beijing]))
        .await
        .unwrap();
    assert_eq!(
        region(&world, RegionId::CnBeijing).await.account,
        Some(first.id.clone())
    );
    for (chosen, shown) in [
        (second.id.clone(), &second.id),
        ("gone00".to_owned(), &first.id),
    ] {
        let preferences = actions::wire::PreferencesView {
            account: Some(chosen),
            ..actions::app(&world).await.unwrap().preferences
        };
        actions::save_preferences(&world, preferences)
            .await
            .unwrap();
        let account = region(&world, RegionId::CnBeijing).await.account;
        assert_eq!(account.as_ref(), Some(shown));
    }
}
