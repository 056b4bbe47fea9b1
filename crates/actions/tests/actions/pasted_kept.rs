//! Pasted keys are kept in the keyring, matched to their entries, and removed from this computer alone.

use actions::failure::RefusalCauseView;
use actions::wire::{
    DestinationId, EditAccountRequest, KeepPastedRequest, KeptView, KeyRef, PlanVariableRequest,
};
use actions::{
    Failure, add_account, apply_plan, check_key, create_key, edit_account, keep_pasted,
    list_changes, list_keys, plan_variable, remove_kept, reset_key, reveal_key, seen_keys,
};
use local_studio::{Faults, Personality};
use model_studio::region::RegionId;
use vault::StoreState;

use crate::clouds::{Cloud, account, holding, place, region};
use crate::home::{HERE, Home, key_for};
use crate::pasted::{keeping, made_elsewhere, recognized, world_among};

#[tokio::test]
async fn a_key_without_an_account_is_kept_and_removed() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    let (value, _) = made_elsewhere(&beijing, "mine").await;
    let world = world_among(&home, &[&beijing]);
    let pasted = recognized(&world, &value).await;
    assert!(pasted.matches.is_empty());
    let request = keeping(&pasted, "cn-beijing", Some(&beijing.origin));
    home.keyring.set_state(StoreState::Locked);
    let refused = keep_pasted(&world, &request).await;
    assert_eq!(refused.unwrap_err(), Failure::SecretStoreLocked);
    home.keyring.set_state(StoreState::Available);
    let kept = keep_pasted(&world, &request).await.unwrap();
    assert_eq!(kept.description, "from a colleague");
    assert_eq!(kept.hosts[0].origin, beijing.origin);
    let world = world_among(&home, &[&beijing]);
    let list = list_keys(&world, "cn-beijing").await.unwrap();
    assert_eq!((list.keys.len(), list.unlisted.len()), (0, 1));
    check_key(&world, &kept.key).await.unwrap();
    // Pasted once more it is the same key.
    let pasted = recognized(&world, &value).await;
    let again = keep_pasted(
        &world,
        &keeping(&pasted, "cn-beijing", Some(&beijing.origin)),
    )
    .await
    .unwrap();
    assert_eq!(again.key, kept.key);

    assert!(
        holding(home.folder.path(), &value).is_empty(),
        "only in the keyring"
    );
    remove_kept(&world, &kept.key).await.unwrap();
    let gone = reveal_key(&world, &kept.key).await;
    assert!(matches!(gone, Err(Failure::SecretMissing { .. })));
    assert!(
        list_keys(&world, "cn-beijing").await.is_err(),
        "nothing is left there"
    );
}

#[tokio::test]
async fn its_entry_is_found_when_the_list_is_seen_later() {
    let home = Home::new().await;
    let in_beijing = RegionId::CnBeijing;
    let beijing = Cloud::of(in_beijing).await;
    let (value, id) = made_elsewhere(&beijing, "mine").await;
    made_elsewhere(&beijing, "another").await;
    let closed = Cloud::with(
        in_beijing,
        Personality::of(in_beijing),
        Faults {
            failures: vec![local_studio::Failure::of("ListApiKeys", "ServiceUnavailable").unwrap()],
            ..Faults::default()
        },
    )
    .await;
    let world = world_among(&home, &[&beijing]);
    let added = add_account(&world, account("Work", &[&closed]))
        .await
        .unwrap();
    let place = place(&beijing, &added);
    let pasted = recognized(&world, &value).await;
    let kept = keep_pasted(&world, &keeping(&pasted, &place, Some(&beijing.origin)))
        .await
        .unwrap();
    assert!(
        kept.key.api_key_id.starts_with('-'),
        "its list cannot be seen"
    );
    let known = seen_keys(&world, &place).await.unwrap().unwrap();
    let shown: Vec<&KeyRef> = known.unlisted.iter().map(|one| &one.key).collect();
    assert_eq!(shown, [&kept.key], "it can be reached all the same");
    assert!(known.keys.is_empty() && known.seen_at.is_none() && known.quota.is_none());
    let request = PlanVariableRequest {
        key: kept.key.clone(),
        variable: "DASHSCOPE_API_KEY".to_owned(),
        destinations: Some(vec![DestinationId::Bash]),
        comment_out: Vec::new(),
        method: None,
        base_url: None,
    };
    let plan = plan_variable(&world, request).await.unwrap();
    apply_plan(&world, &plan.plan_id).await.unwrap();

    // The region answers again.
    let edit = EditAccountRequest {
        id: added.id.clone(),
        name: "Work".to_owned(),
        credentials: None,
        sts_endpoint: Some(beijing.origin.clone()),
        ca_file: None,
        endpoints: vec![beijing.endpoint()],
    };
    edit_account(&world, edit).await.unwrap();
    let list = list_keys(&world, &place).await.unwrap();
    assert!(list.unlisted.is_empty(), "{:?}", list.unlisted);
    let entry = KeyRef {
        region: place.clone(),
        api_key_id: id,
    };
    let row = list.keys.iter().find(|row| row.key == entry).unwrap();
    assert_eq!(row.kept, KeptView::Kept);
    assert_eq!(row.used_here[0].variable, "DASHSCOPE_API_KEY");
    assert_eq!(row.hosts[0].origin, beijing.origin);
    assert_eq!(reveal_key(&world, &entry).await.unwrap().value, value);
    assert_eq!(list_changes(&world).await.unwrap()[0].key, entry);
    let names = home.keyring.names();
    assert!(
        names.iter().all(|name| !name.as_str().contains("/key/-")),
        "{names:?}"
    );
}

#[tokio::test]
async fn what_was_pasted_before_the_account_was_added_is_there_still() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    let foreign = Cloud::of(RegionId::CnBeijing).await;
    let (value, id) = made_elsewhere(&beijing, "mine").await;
    let (others, _) = made_elsewhere(&foreign, "somebody's").await;
    let world = world_among(&home, &[&beijing]);
    for value in [&value, &others] {
        let pasted = recognized(&world, value).await;
        let request = keeping(&pasted, "cn-beijing", Some(&beijing.origin));
        keep_pasted(&world, &request).await.unwrap();
    }
    let added = add_account(&world, account("Work", &[&beijing]))
        .await
        .unwrap();
    assert_eq!(region(&world, RegionId::CnBeijing).await.kept_keys, 2);
    let place = place(&beijing, &added);
    let list = list_keys(&world, &place).await.unwrap();
    let entry = KeyRef {
        region: place.clone(),
        api_key_id: id,
    };
    let row = list.keys.iter().find(|row| row.key == entry).unwrap();
    assert_eq!(row.kept, KeptView::Kept);
    assert_eq!(reveal_key(&world, &entry).await.unwrap().value, value);
    // The other one is no key of the account, and can be used as before.
    let [left] = list.unlisted.as_slice() else {
        panic!("one is left: {:?}", list.unlisted);
    };
    assert_eq!(left.key.region, "cn-beijing");
    assert_eq!(reveal_key(&world, &left.key).await.unwrap().value, others);
    remove_kept(&world, &left.key).await.unwrap();
    assert_eq!(home.keyring.names().len(), 2, "the key and the account");
}

#[tokio::test]
async fn a_value_that_is_kept_is_not_overwritten() {
    let home = Home::new().await;
    let elsewhere = Home::at(&home.server).world();
    let world = home.world();
    let key = create_key(&world, key_for("kept")).await.unwrap().key.key;
    let other = create_key(&world, key_for("other")).await.unwrap().key.key;
    let value = reveal_key(&world, &other).await.unwrap().value;
    let pasted = recognized(&world, &value).await;
    let wrong = KeepPastedRequest {
        api_key_id: Some(key.api_key_id.clone()),
        ..keeping(&pasted, HERE, None)
    };
    let refused = keep_pasted(&world, &wrong).await;
    assert!(matches!(refused, Err(Failure::KeyNotListed)), "{refused:?}");

    // Reset elsewhere: what is kept is dead, and what is pasted is the list's.
    list_keys(&elsewhere, HERE).await.unwrap();
    reset_key(&elsewhere, key.clone()).await.unwrap();
    let refused = check_key(&world, &key).await.unwrap_err();
    assert!(
        matches!(
            refused,
            Failure::KeyRefused {
                cause: RefusalCauseView::Replaced,
                ..
            }
        ),
        "{refused:?}"
    );
    let value = reveal_key(&elsewhere, &key).await.unwrap().value;
    let pasted = recognized(&world, &value).await;
    let kept = keep_pasted(&world, &keeping(&pasted, HERE, None))
        .await
        .unwrap();
    assert_eq!(kept.key, key);
    check_key(&world, &key).await.unwrap();
}
