//! What workspaces may do with models: kept, told, and binding for their keys.

#![allow(clippy::unwrap_used, clippy::panic)] // In a test a panic is the verdict.

mod support;

use local_studio::{Faults, Personality};
use model_studio::control::wire::{
    AllModels, AuthorizationScope, Limit, LimitChange, LimitOperation, ModelAction, ModelGrant,
};
use model_studio::control::{
    BatchOutcome, ControlError, CreateApiKey, CreateWorkspace, ListModelLimits,
    ListModelPermissions, UpdateModelLimits, UpdateModelPermissions,
};
use model_studio::data::list_models;
use model_studio::key::KeySecret;
use model_studio::region::RegionId;
use model_studio::{Reach, http_client};
use support::{Running, start, start_as};

async fn workspace(running: &Running) -> String {
    let wanted = CreateWorkspace {
        name: "研发".to_owned(),
        service_site: None,
    };
    let made = running.client().create_workspace(&wanted).await.unwrap();
    made.workspace_id
}

async fn key_in(running: &Running, workspace_id: &str) -> KeySecret {
    let request = CreateApiKey {
        workspace_id: Some(workspace_id.to_owned()),
        ..CreateApiKey::default()
    };
    running
        .client()
        .create_api_key(&request)
        .await
        .unwrap()
        .value
}

/// The models that a key may name, as the data plane says.
async fn models_of(running: &Running, key: &KeySecret) -> Vec<String> {
    let http = http_client(Reach::Loopback).unwrap();
    let models = list_models(&http, &running.openai_base(), key)
        .await
        .unwrap();
    models.into_iter().map(|model| model.0).collect()
}

fn grant(model: &str, inference: bool) -> ModelGrant {
    ModelGrant {
        model: model.to_owned(),
        inference: Some(inference),
        ..ModelGrant::default()
    }
}

async fn update(
    running: &Running,
    workspace_id: &str,
    all_models: AllModels,
    models: &[ModelGrant],
) {
    let request = UpdateModelPermissions {
        workspace_id: workspace_id.to_owned(),
        all_models,
        models: models.to_vec(),
    };
    for batch in running.client().update_model_permissions(&request).await {
        assert_eq!(batch.outcome, BatchOutcome::Done);
    }
}

fn refused(outcomes: Vec<BatchOutcome>) -> Vec<String> {
    let codes = outcomes.into_iter().map(|outcome| match outcome {
        BatchOutcome::Failed(ControlError::Platform(error)) => error.code,
        other => format!("{other:?}"),
    });
    codes.collect()
}

#[tokio::test]
async fn a_key_of_a_workspace_calls_what_the_workspace_was_granted() {
    let running = start_as(Personality::of(RegionId::CnBeijing), Faults::default()).await;
    let id = workspace(&running).await;
    let key = key_in(&running, &id).await;
    assert!(
        models_of(&running, &key).await.is_empty(),
        "it begins with nothing"
    );
    let two = [grant("qwen-plus", true), grant("qwen-max", true)];
    update(&running, &id, AllModels::Keep, &two).await;
    assert_eq!(models_of(&running, &key).await, ["qwen-max", "qwen-plus"]);
    update(&running, &id, AllModels::Keep, &[grant("qwen-max", false)]).await;
    assert_eq!(models_of(&running, &key).await, ["qwen-plus"]);
    update(&running, &id, AllModels::Open, &[]).await;
    assert!(models_of(&running, &key).await.len() > 6);
    update(&running, &id, AllModels::Close, &[]).await;
    assert_eq!(
        models_of(&running, &key).await,
        ["qwen-plus"],
        "what was granted one by one stays"
    );
    let default = key_in(&running, &running.workspace_id).await;
    assert!(models_of(&running, &default).await.len() > 6);
    running.stop().await;
}

#[tokio::test]
async fn permissions_are_listed_by_what_is_asked() {
    let running = start_as(Personality::of(RegionId::CnBeijing), Faults::default()).await;
    let id = workspace(&running).await;
    let training = ModelGrant {
        fine_tune: Some(true),
        ..grant("qwen3-max", true)
    };
    update(&running, &id, AllModels::Keep, &[training]).await;
    let client = running.client();
    let all = ListModelPermissions {
        workspace_id: id.clone(),
        max_results: Some(3),
        ..ListModelPermissions::default()
    };
    let first = client.list_model_permissions(&all).await.unwrap();
    assert_eq!((first.items.len(), first.max_results), (3, 3));
    let listed = client.all_model_permissions(&all).await.unwrap();
    assert_eq!(i64::try_from(listed.len()).unwrap(), first.total_count);
    let granted = ListModelPermissions {
        authorization_scope: Some(AuthorizationScope::Authorized),
        model_action: Some(ModelAction::Inference),
        ..all.clone()
    };
    let granted = client.all_model_permissions(&granted).await.unwrap();
    let [one] = &granted[..] else {
        panic!("{granted:?}")
    };
    let permissions = one.permissions;
    assert_eq!(
        (one.model.as_str(), one.name.as_str()),
        ("qwen3-max", "Qwen3-Max")
    );
    assert!(permissions.inference && permissions.fine_tune && !permissions.deploy);
    let named = ListModelPermissions {
        name: Some("QWEN3-C".to_owned()),
        ..all
    };
    let named = client.all_model_permissions(&named).await.unwrap();
    assert_eq!(named[0].model, "qwen3-coder-plus");
    running.stop().await;
}

#[tokio::test]
async fn what_cannot_be_granted_is_refused_and_changes_nothing() {
    let running = start_as(Personality::of(RegionId::CnBeijing), Faults::default()).await;
    let id = workspace(&running).await;
    let key = key_in(&running, &id).await;
    let client = running.client();
    let ask = |workspace_id: &str, models: Vec<ModelGrant>| UpdateModelPermissions {
        workspace_id: workspace_id.to_owned(),
        all_models: AllModels::Keep,
        models,
    };
    let plus = || grant("qwen-plus", true);
    for (request, code) in [
        (
            ask(&id, vec![plus(), grant("no-such", true)]),
            "ModelNotFound",
        ),
        (ask("ws-none", vec![plus()]), "WorkSpaceNotFound"),
        (
            ask(&running.workspace_id, vec![plus()]),
            "InvalidParameter.workspaceId",
        ),
        (ask("", vec![plus()]), "MissingParameter.workspaceId"),
    ] {
        let batches = client.update_model_permissions(&request).await;
        let outcomes = batches.into_iter().map(|batch| batch.outcome).collect();
        assert_eq!(refused(outcomes), [code]);
    }
    assert!(models_of(&running, &key).await.is_empty());

    // Twenty at a time, and no more: the client never sends more.
    let models: String = (1..=21)
        .map(|number| format!("&models.{number}.model=qwen-plus"))
        .collect();
    let body = format!("workspaceId={id}{models}");
    let path = "/modelstudio/models/permissions";
    let raw = running.signed_for(
        "UpdateModelPermissions",
        "POST",
        path,
        "",
        body.as_bytes(),
        "n",
    );
    let (status, answer) = raw.send(running.address).await;
    assert_eq!(
        (status, answer["Code"].as_str()),
        (400, Some("InvalidParameter.models"))
    );
    running.stop().await;
}

#[tokio::test]
async fn a_workspace_of_this_computer_begins_open() {
    let running = start().await;
    let id = workspace(&running).await;
    let key = key_in(&running, &id).await;
    assert!(models_of(&running, &key).await.len() > 6);
    running.stop().await;
}

#[tokio::test]
async fn limits_are_set_and_taken_away() {
    let running = start().await;
    let id = workspace(&running).await;
    let client = running.client();
    let list = ListModelLimits {
        workspace_id: Some(id.clone()),
        model: Some("qwen-plus".to_owned()),
        ..ListModelLimits::default()
    };
    let change = LimitChange {
        model: "qwen-plus".to_owned(),
        operation_type: LimitOperation::Overlay,
        request_limit: Some(30),
        request_limit_period: Some(60),
        usage_limit: Some(9_000),
        usage_limit_period: Some(60),
    };
    let update = |change: LimitChange| UpdateModelLimits {
        workspace_id: id.clone(),
        limits: vec![change],
    };
    let batches = client.update_model_limits(&update(change.clone())).await;
    assert_eq!(batches[0].outcome, BatchOutcome::Done);
    let limits = client.all_model_limits(&list).await.unwrap();
    let expected = Limit {
        request_limit: Some(30),
        request_limit_period: Some(60),
        usage_limit: Some(9_000),
        usage_limit_period: Some(60),
        usage_limit_field: "total_tokens".to_owned(),
        ..Limit::default()
    };
    assert_eq!((limits.len(), &limits[0].workspace_limit), (1, &expected));
    assert!(limits[0].model_limit.request_limit > Some(30));
    assert_eq!(limits[0].workspace_id, id);

    let half = LimitChange {
        request_limit_period: None,
        ..change
    };
    let batches = client.update_model_limits(&update(half)).await;
    let outcomes = batches.into_iter().map(|batch| batch.outcome).collect();
    assert_eq!(refused(outcomes), ["InvalidParameter.workspaceLimits"]);
    for _ in 0..2 {
        let gone = update(LimitChange::deletion("qwen-plus"));
        assert!(client.update_model_limits(&gone).await[0].is_done());
    }
    let limits = client.all_model_limits(&list).await.unwrap();
    assert_eq!(limits[0].workspace_limit, Limit::default());
    let of_account = client
        .all_model_limits(&ListModelLimits::default())
        .await
        .unwrap();
    assert!(of_account.len() > 6 && of_account.iter().all(|limit| limit.workspace_id.is_empty()));
    client.delete_workspace(&id).await.unwrap();
    running.stop().await;
}
