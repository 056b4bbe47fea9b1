//! Workspaces: created, limited, emptied and deleted, with the service's own reasons where it refuses.

use actions::wire::{
    CreateKeyRequest, CreateWorkspaceRequest, DeleteKeyRequest, LimitView, ListModelsRequest,
    ModelAccessChange, ModelLimitChange, ModelReasonView, UpdateModelAccessRequest,
    UpdateModelLimitsRequest, WorkspaceRef, WorkspaceRowView,
};
use actions::{
    Failure, create_key, create_workspace, delete_key, delete_workspace, list_model_access,
    list_model_limits, list_models, list_workspaces, update_model_access, update_model_limits,
};
use model_studio::region::RegionId;

use crate::clouds::{Cloud, place, world_with};
use crate::home::{Home, key_for};

fn called(region: &str, name: &str) -> CreateWorkspaceRequest {
    CreateWorkspaceRequest {
        region: region.to_owned(),
        name: name.to_owned(),
        service_site: None,
    }
}

fn names(rows: &[WorkspaceRowView]) -> Vec<&str> {
    rows.iter().map(|row| row.workspace.name.as_str()).collect()
}

#[tokio::test]
async fn a_workspace_is_created_listed_and_deleted_once_it_is_empty() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    let (world, account) = world_with(&home, &[&beijing]).await;
    let there = place(&beijing, &account);

    let made = create_workspace(&world, called(&there, "  团队 A  "))
        .await
        .unwrap();
    assert_eq!(made.workspace.name, "团队 A");
    assert!(!made.workspace.is_default);
    let request = CreateKeyRequest {
        region: there.clone(),
        workspace_id: Some(made.workspace.id.clone()),
        ..key_for("of the team")
    };
    let key = create_key(&world, request).await.unwrap().key.key;

    let list = list_workspaces(&world, &there).await.unwrap().workspaces;
    assert_eq!(list.len(), 2);
    assert!(list[0].workspace.is_default, "{:?}", names(&list));
    assert_eq!(names(&list)[1], "团队 A");
    assert_eq!((list[0].keys, list[1].keys), (0, 1));
    assert!(!list[1].workspace.hosts.is_empty());

    let team = WorkspaceRef {
        region: there.clone(),
        workspace_id: made.workspace.id,
    };
    let refused = delete_workspace(&world, team.clone()).await.unwrap_err();
    let Failure::WorkspaceNotDeleted { reasons, .. } = refused else {
        panic!("{refused:?}");
    };
    assert!(!reasons.is_empty());
    let gone = DeleteKeyRequest {
        key,
        undo_changes: false,
    };
    delete_key(&world, gone).await.unwrap();
    delete_workspace(&world, team.clone()).await.unwrap();
    assert_eq!(
        list_workspaces(&world, &there)
            .await
            .unwrap()
            .workspaces
            .len(),
        1
    );
    // Deleted elsewhere in the meantime: nothing is left to do.
    delete_workspace(&world, team).await.unwrap();
}

#[tokio::test]
async fn a_name_is_one_to_thirty_characters_long() {
    let home = Home::new().await;
    let world = home.world();
    for (name, expected) in [("", 0), ("   ", 0), ("空".repeat(31).as_str(), 31)] {
        let refused = create_workspace(&world, called("this-computer", name))
            .await
            .unwrap_err();
        assert!(
            matches!(refused, Failure::WorkspaceNameInvalid { length, limit: 30 } if length == expected),
            "{refused:?}"
        );
    }
    let longest = "空".repeat(30);
    let made = create_workspace(&world, called("this-computer", &longest))
        .await
        .unwrap();
    assert_eq!(made.workspace.name, longest);
}

#[tokio::test]
async fn a_deployment_scope_is_taken_where_there_is_a_choice() {
    let home = Home::new().await;
    let frankfurt = Cloud::of(RegionId::EuCentral1).await;
    let (world, account) = world_with(&home, &[&frankfurt]).await;
    let there = place(&frankfurt, &account);
    let request = CreateWorkspaceRequest {
        service_site: Some("european-union".to_owned()),
        ..called(&there, "EU")
    };
    let made = create_workspace(&world, request).await.unwrap();
    assert_eq!(made.service_site, "european-union");
    let wrong = CreateWorkspaceRequest {
        service_site: Some("japan".to_owned()),
        ..called(&there, "JP")
    };
    assert!(matches!(
        create_workspace(&world, wrong).await,
        Err(Failure::PlatformRefused { .. })
    ));
}

#[tokio::test]
async fn the_default_workspace_may_call_everything_and_another_what_it_was_given() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    let (world, account) = world_with(&home, &[&beijing]).await;
    let there = place(&beijing, &account);
    let default = list_workspaces(&world, &there).await.unwrap().workspaces[0]
        .workspace
        .id
        .clone();
    let reference = |id: &str| WorkspaceRef {
        region: there.clone(),
        workspace_id: id.to_owned(),
    };
    assert!(
        list_model_access(&world, reference(&default))
            .await
            .unwrap()
            .every_model
    );

    let team = create_workspace(&world, called(&there, "team"))
        .await
        .unwrap();
    let team = reference(&team.workspace.id);
    let before = list_model_access(&world, team.clone()).await.unwrap();
    assert!(!before.every_model);
    assert!(before.models.iter().all(|model| !model.inference));
    let given: Vec<String> = before
        .models
        .iter()
        .take(2)
        .map(|model| model.model.clone())
        .collect();
    let change = |model: &String| ModelAccessChange {
        model: model.clone(),
        inference: true,
    };
    let request = UpdateModelAccessRequest {
        workspace: team.clone(),
        models: given.iter().map(change).collect(),
    };
    let outcome = update_model_access(&world, request).await.unwrap();
    assert_eq!(outcome.done, given);
    assert!(outcome.failed.is_empty());
    let after = list_model_access(&world, team.clone()).await.unwrap();
    let allowed: Vec<&String> = after
        .models
        .iter()
        .filter(|model| model.inference)
        .map(|model| &model.model)
        .collect();
    assert_eq!(allowed, given.iter().collect::<Vec<_>>());

    // What a scope can name says the same.
    let request = ListModelsRequest {
        region: there.clone(),
        workspace_id: Some(team.workspace_id.clone()),
    };
    for model in list_models(&world, &request).await.unwrap() {
        let may = given.contains(&model.id);
        assert_eq!(model.callable, Some(may), "{}", model.id);
        let reason = (!may).then_some(ModelReasonView::NotGranted);
        assert_eq!(model.reason, reason, "{}", model.id);
    }
}

#[tokio::test]
async fn a_part_of_a_change_that_fails_is_told_by_its_models() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    let (world, account) = world_with(&home, &[&beijing]).await;
    let there = place(&beijing, &account);
    let team = create_workspace(&world, called(&there, "team"))
        .await
        .unwrap();
    let workspace = WorkspaceRef {
        region: there,
        workspace_id: team.workspace.id,
    };
    let known = list_model_access(&world, workspace.clone())
        .await
        .unwrap()
        .models;
    let mut models: Vec<ModelAccessChange> = (0..20)
        .map(|number| ModelAccessChange {
            model: format!("no-such-model-{number}"),
            inference: true,
        })
        .collect();
    models.push(ModelAccessChange {
        model: known[0].model.clone(),
        inference: true,
    });
    let outcome = update_model_access(&world, UpdateModelAccessRequest { workspace, models })
        .await
        .unwrap();
    assert_eq!(outcome.done, [known[0].model.as_str()]);
    assert_eq!(outcome.failed.len(), 1);
    assert_eq!(outcome.failed[0].models.len(), 20);
}

#[tokio::test]
async fn limits_are_set_and_taken_away() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    let (world, account) = world_with(&home, &[&beijing]).await;
    let there = place(&beijing, &account);
    let team = create_workspace(&world, called(&there, "team"))
        .await
        .unwrap();
    let workspace = WorkspaceRef {
        region: there,
        workspace_id: team.workspace.id,
    };
    let before = list_model_limits(&world, workspace.clone())
        .await
        .unwrap()
        .models;
    assert!(!before.is_empty());
    assert!(before.iter().all(|row| row.workspace.is_none()));
    let limit = LimitView {
        requests: Some(60),
        request_seconds: Some(60),
        usage: Some(100_000),
        usage_seconds: Some(60),
    };
    let set = |limit: Option<LimitView>| UpdateModelLimitsRequest {
        workspace: workspace.clone(),
        limits: vec![ModelLimitChange {
            model: before[0].model.clone(),
            limit,
        }],
    };
    let outcome = update_model_limits(&world, set(Some(limit.clone())))
        .await
        .unwrap();
    assert_eq!(outcome.done, [before[0].model.as_str()]);
    let now = list_model_limits(&world, workspace.clone())
        .await
        .unwrap()
        .models;
    assert_eq!(now[0].workspace, Some(limit));
    update_model_limits(&world, set(None)).await.unwrap();
    let now = list_model_limits(&world, workspace.clone())
        .await
        .unwrap()
        .models;
    assert_eq!(now[0].workspace, None);
}
