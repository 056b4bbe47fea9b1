//! Setting the variable, following a reset, undoing.

use actions::wire::{
    ChangeState, DeleteKeyRequest, DestinationId, KeyRef, PlanVariableRequest, VerificationStatus,
};
use actions::{
    Failure, apply_variable, create_key, delete_key, list_changes, list_keys, plan_variable,
    reset_key, reveal_key, undo_change, verify_change,
};

use crate::home::{HERE, Home, key_for};

fn in_bash(key: &KeyRef) -> PlanVariableRequest {
    PlanVariableRequest {
        key: key.clone(),
        variable: "DASHSCOPE_API_KEY".to_owned(),
        destinations: Some(vec![DestinationId::Bash]),
        comment_out: Vec::new(),
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
    let change = apply_variable(&world, &plan.plan_id).await.unwrap();
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
            apply_variable(&world, &plan.plan_id).await,
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
    let change = apply_variable(&world, &plan.plan_id).await.unwrap();

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
        changes.push(apply_variable(&world, &plan.plan_id).await.unwrap().id);
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
