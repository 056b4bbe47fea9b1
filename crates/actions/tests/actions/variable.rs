//! Setting the variable, following a reset, undoing.

use actions::wire::{
    ChangeState, DeleteKeyRequest, DestinationId, KeyRef, PlanVariableRequest, VerificationStatus,
};
use actions::{
    Failure, apply_plan, create_key, delete_key, list_changes, list_keys, plan_variable, reset_key,
    reveal_key, undo_change, verify_change,
};
use vault::StoreState;

use crate::home::{HERE, Home, key_for};

fn in_bash(key: &KeyRef) -> PlanVariableRequest {
    PlanVariableRequest {
        key: key.clone(),
        variable: "DASHSCOPE_API_KEY".to_owned(),
        destinations: Some(vec![DestinationId::Bash]),
        comment_out: Vec::new(),
        method: None,
        base_url: None,
    }
}

#[tokio::test]
async fn a_fresh_shell_sees_the_key_and_undo_restores_every_byte() {
    let home = Home::new().await;
    let world = home.world();
    let before = std::fs::read(home.path(".bashrc")).unwrap();
    let key = create_key(&world, key_for("variable"))
        .await
        .unwrap()
        .key
        .key;

    let plan = plan_variable(&world, in_bash(&key)).await.unwrap();
    assert_eq!(
        std::fs::read(home.path(".bashrc")).unwrap(),
        before,
        "a preview writes nothing"
    );
    let change = apply_plan(&world, &plan.plan_id).await.unwrap();
    let verified = verify_change(&world, &change.id).await.unwrap();
    assert_eq!(
        verified.verifications[0].status,
        VerificationStatus::Seen,
        "{:?}",
        verified.verifications
    );
    assert_eq!(
        list_keys(&world, HERE).await.unwrap().keys[0].used_here[0].variable,
        "DASHSCOPE_API_KEY"
    );
    assert!(
        matches!(
            apply_plan(&world, &plan.plan_id).await,
            Err(Failure::PlanUnknown)
        ),
        "a plan is used once"
    );

    let undone = undo_change(&world, &change.id).await.unwrap();
    assert!(undone.left_alone.is_empty() && undone.also.is_empty());
    assert_eq!(
        undone.verifications[0].status,
        VerificationStatus::NotSeen,
        "a fresh shell sees nothing"
    );
    assert_eq!(std::fs::read(home.path(".bashrc")).unwrap(), before);
    assert_eq!(
        list_changes(&world).await.unwrap()[0].state,
        ChangeState::Undone
    );
    assert!(
        list_keys(&world, HERE).await.unwrap().keys[0]
            .used_here
            .is_empty()
    );
}

#[tokio::test]
async fn a_reset_is_followed_and_a_delete_takes_the_variable_along() {
    let home = Home::new().await;
    let world = home.world();
    let before = std::fs::read(home.path(".bashrc")).unwrap();
    let key = create_key(&world, key_for("followed"))
        .await
        .unwrap()
        .key
        .key;
    let plan = plan_variable(&world, in_bash(&key)).await.unwrap();
    let change = apply_plan(&world, &plan.plan_id).await.unwrap();

    let reset = reset_key(&world, key.clone()).await.unwrap();
    assert_eq!(reset.followed, ["DASHSCOPE_API_KEY"]);
    assert_eq!(reset.not_followed, None);
    let verified = verify_change(&world, &change.id).await.unwrap();
    assert_eq!(verified.verifications[0].status, VerificationStatus::Seen);
    let value = reveal_key(&world, &key).await.unwrap().value;
    assert!(
        std::fs::read_to_string(home.path(".config/studio-keys/env.sh"))
            .unwrap()
            .contains(&value)
    );

    delete_key(
        &world,
        DeleteKeyRequest {
            key,
            undo_changes: true,
        },
    )
    .await
    .unwrap();
    assert_eq!(std::fs::read(home.path(".bashrc")).unwrap(), before);
}

#[tokio::test]
async fn undoing_the_second_key_puts_the_first_one_back() {
    let home = Home::new().await;
    let world = home.world();
    let first = create_key(&world, key_for("first")).await.unwrap().key.key;
    let second = create_key(&world, key_for("second")).await.unwrap().key.key;
    let mut changes = Vec::new();
    for key in [&first, &second] {
        let plan = plan_variable(&world, in_bash(key)).await.unwrap();
        changes.push(apply_plan(&world, &plan.plan_id).await.unwrap().id);
    }
    assert_eq!(
        list_changes(&world).await.unwrap()[1].state,
        ChangeState::Replaced
    );
    undo_change(&world, &changes[1]).await.unwrap();
    let verified = verify_change(&world, &changes[0]).await.unwrap();
    assert_eq!(verified.state, ChangeState::Active);
    assert_eq!(verified.verifications[0].status, VerificationStatus::Seen);
}

#[tokio::test]
async fn a_locked_keyring_does_not_undo_the_earlier_change_too() {
    let home = Home::new().await;
    let world = home.world();
    let mut changes = Vec::new();
    for name in ["first", "second"] {
        let key = create_key(&world, key_for(name)).await.unwrap().key.key;
        let plan = plan_variable(&world, in_bash(&key)).await.unwrap();
        changes.push(apply_plan(&world, &plan.plan_id).await.unwrap().id);
    }
    let written = std::fs::read(home.path(".config/studio-keys/env.sh")).unwrap();
    home.keyring.set_state(StoreState::Locked);
    assert_eq!(
        undo_change(&world, &changes[1]).await.err(),
        Some(Failure::SecretStoreLocked)
    );
    assert_eq!(
        std::fs::read(home.path(".config/studio-keys/env.sh")).unwrap(),
        written
    );
    home.keyring.set_state(StoreState::Available);
    let undone = undo_change(&world, &changes[1]).await.unwrap();
    assert!(undone.also.is_empty());
    assert_eq!(
        list_changes(&world).await.unwrap()[1].state,
        ChangeState::Active
    );
}

#[tokio::test]
async fn a_delete_takes_an_unfinished_change_along_too() {
    let home = Home::new().await;
    let world = home.world();
    let before = std::fs::read(home.path(".bashrc")).unwrap();
    let key = create_key(&world, key_for("unfinished"))
        .await
        .unwrap()
        .key
        .key;
    let plan = plan_variable(&world, in_bash(&key)).await.unwrap();
    let change = apply_plan(&world, &plan.plan_id).await.unwrap();
    // As if the program had ended just before the last step.
    let record = home.path(&format!("data/changes/{}.json", change.id));
    let text = std::fs::read_to_string(&record).unwrap();
    std::fs::write(&record, text.replace("\"active\"", "\"unfinished\"")).unwrap();
    assert_eq!(
        list_changes(&world).await.unwrap()[0].state,
        ChangeState::Unfinished
    );
    let undo_changes = true;
    delete_key(&world, DeleteKeyRequest { key, undo_changes })
        .await
        .unwrap();
    assert_eq!(std::fs::read(home.path(".bashrc")).unwrap(), before);
    assert!(!home.path(".config/studio-keys/env.sh").exists());
}

#[tokio::test]
async fn a_damaged_journal_does_not_hide_the_keys() {
    let home = Home::new().await;
    let world = home.world();
    create_key(&world, key_for("still there")).await.unwrap();
    std::fs::create_dir_all(home.path("data/changes")).unwrap();
    std::fs::write(home.path("data/changes/000001-x.json"), "{").unwrap();
    assert!(matches!(
        list_changes(&world).await.err(),
        Some(Failure::JournalDamaged { .. })
    ));
    assert_eq!(list_keys(&world, HERE).await.unwrap().keys.len(), 1);
}
