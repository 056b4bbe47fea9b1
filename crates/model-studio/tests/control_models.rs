//! Models, permissions and limits: the requests are those of the official SDK, the answers are read in the SDK's shapes, and
//! many changes go in portions.

// Clippy knows test functions and not what they call.
#![allow(clippy::unwrap_used)]

mod support;

use axum::body::Body;
use axum::http::Response;
use model_studio::control::wire::{
    AllModels, AuthorizationScope, LimitChange, LimitOperation, ModelAction, ModelGrant,
};
use model_studio::control::{
    Batch, BatchOutcome, ControlError, ListModelLimits, ListModelPermissions, ListModels,
    UpdateModelLimits, UpdateModelPermissions,
};
use support::sdk::{assert_like_sdk, of_sdk};
use support::{Asked, Server, json};

const OK: &str = r#"{"success":true,"requestId":"r"}"#;

fn grant(model: &str, inference: bool) -> ModelGrant {
    ModelGrant {
        model: model.to_owned(),
        inference: Some(inference),
        ..ModelGrant::default()
    }
}

fn grants(count: usize) -> Vec<ModelGrant> {
    (0..count)
        .map(|number| grant(&format!("m-{number}"), true))
        .collect()
}

fn limit(model: &str, requests: i64, seconds: i64) -> LimitChange {
    LimitChange {
        operation_type: LimitOperation::Overlay,
        request_limit: Some(requests),
        request_limit_period: Some(seconds),
        ..LimitChange::deletion(model)
    }
}

fn update(all_models: AllModels, models: Vec<ModelGrant>) -> UpdateModelPermissions {
    UpdateModelPermissions {
        workspace_id: "ws-1".to_owned(),
        all_models,
        models,
    }
}

/// The switch that a request carries, and how many models.
fn carried(asked: &Asked) -> (String, usize) {
    let pairs: Vec<(String, String)> = form_urlencoded::parse(&asked.body).into_owned().collect();
    let switch = pairs.iter().find(|(name, _)| name == "accessAllEntities");
    let models = pairs.iter().filter(|(name, _)| name.ends_with(".model"));
    (switch.unwrap().1.clone(), models.count())
}

fn sizes(batches: &[Batch]) -> Vec<usize> {
    batches.iter().map(|batch| batch.models.len()).collect()
}

#[tokio::test]
async fn the_requests_are_those_of_the_sdk() {
    let server = Server::start(|_, _| json(200, OK)).await;
    let client = server.client();
    let models = ListModels {
        capabilities: vec!["Reasoning".to_owned(), "Text Generation".to_owned()],
        context_window: Some(131_072),
        features: vec!["function-calling".to_owned()],
        language: Some("zh".to_owned()),
        model: Some("qwen-plus".to_owned()),
        name: Some("千问".to_owned()),
        providers: vec!["Qwen".to_owned()],
        max_results: Some(100),
        next_token: Some("20".to_owned()),
    };
    client.list_models(&models).await.unwrap();

    let bare = ListModelPermissions {
        workspace_id: "ws-1".to_owned(),
        ..ListModelPermissions::default()
    };
    client.list_model_permissions(&bare).await.unwrap();
    let narrow = ListModelPermissions {
        authorization_scope: Some(AuthorizationScope::Authorized),
        model_action: Some(ModelAction::Inference),
        model: Some("qwen-plus".to_owned()),
        name: Some("千 问".to_owned()),
        max_results: Some(50),
        next_token: Some("50".to_owned()),
        ..bare
    };
    client.list_model_permissions(&narrow).await.unwrap();
    let open = update(AllModels::Open, Vec::new());
    client.update_model_permissions(&open).await;
    let first = ModelGrant {
        deploy: Some(false),
        fine_tune: Some(true),
        ..grant("qwen-plus", true)
    };
    let single = update(AllModels::Keep, vec![first, grant("qwen3-max", false)]);
    client.update_model_permissions(&single).await;

    let bare = ListModelLimits {
        workspace_id: Some("ws-1".to_owned()),
        ..ListModelLimits::default()
    };
    client.list_model_limits(&bare).await.unwrap();
    let narrow = ListModelLimits {
        model: Some("qwen-plus".to_owned()),
        name: Some("千问".to_owned()),
        max_results: Some(200),
        next_token: Some("200".to_owned()),
        ..bare
    };
    client.list_model_limits(&narrow).await.unwrap();
    let with_use = LimitChange {
        usage_limit: Some(1_000_000),
        usage_limit_period: Some(60),
        ..limit("qwen-plus", 600, 60)
    };
    for limits in [
        vec![limit("qwen-plus", 10, 1)],
        vec![with_use, LimitChange::deletion("qwen3-max")],
    ] {
        let request = UpdateModelLimits {
            workspace_id: "ws-1".to_owned(),
            limits,
        };
        client.update_model_limits(&request).await;
    }

    let asked = server.asked();
    let mut sdk: Vec<_> = [
        "ListModels",
        "ListModelPermissions",
        "UpdateModelPermissions",
        "ListModelLimits",
        "UpdateModelLimits",
    ]
    .into_iter()
    .flat_map(of_sdk)
    .collect();
    // Both recordings have these two.
    sdk.dedup_by_key(|request| {
        (
            request.action.clone(),
            request.target.clone(),
            request.body.clone(),
        )
    });
    assert_eq!(asked.len(), 9);
    for asked in &asked {
        let action = asked.header("x-acs-action").unwrap();
        let place = sdk
            .iter()
            .position(|request| request.action == action)
            .unwrap();
        assert_like_sdk(asked, &sdk.remove(place));
    }
}

#[tokio::test]
async fn permissions_and_limits_are_read_on_all_pages() {
    let page = |asked: &Asked| {
        let last = asked.query.contains("nextToken=1");
        let (next, number) = if last { ("", 2) } else { ("1", 1) };
        format!(
            r#"{{"success":true,"totalCount":2,"maxResults":1,"nextToken":"{next}",
                "list":[{{"model":"m-{number}","name":"M","permissions":{{"inference":true,"deploy":false}},"new":1}}],
                "limits":[{{"model":"m-{number}","workspaceId":"ws-1",
                    "modelLimit":{{"requestLimit":600,"requestLimitPeriod":60,"usageLimitField":"total_tokens"}},
                    "workspaceLimit":[{{"requestLimit":"10","requestLimitPeriod":1,"usageLimit":null}}]}}]}}"#
        )
    };
    let server = Server::start(move |_, asked| json(200, &page(asked))).await;
    let client = server.client();
    let request = ListModelPermissions {
        workspace_id: "ws-1".to_owned(),
        ..ListModelPermissions::default()
    };
    let permissions = client.all_model_permissions(&request).await.unwrap();
    let names: Vec<_> = permissions.iter().map(|model| &model.model).collect();
    assert_eq!(names, ["m-1", "m-2"]);
    assert!(permissions[1].permissions.inference);
    assert!(!permissions[1].permissions.fine_tune);

    let limits = client
        .all_model_limits(&ListModelLimits::default())
        .await
        .unwrap();
    assert_eq!(limits.len(), 2);
    assert_eq!(limits[0].model_limit.request_limit, Some(600));
    assert_eq!(limits[0].model_limit.usage_limit_field, "total_tokens");
    assert_eq!(limits[1].workspace_limit.request_limit, Some(10));
    assert_eq!(limits[1].workspace_limit.usage_limit, None);
}

#[tokio::test]
async fn many_models_go_in_portions_and_the_switch_turns_once() {
    let server = Server::start(|_, _| json(200, OK)).await;
    let batches = server
        .client()
        .update_model_permissions(&update(AllModels::Close, grants(45)))
        .await;
    assert_eq!(sizes(&batches), [20, 20, 5]);
    assert!(batches.iter().all(Batch::is_done));
    let asked: Vec<_> = server.asked().iter().map(carried).collect();
    let expected = [("CLOSE", 20), ("KEEP", 20), ("KEEP", 5)]
        .map(|(switch, models)| (switch.to_owned(), models));
    assert_eq!(asked, expected);
}

#[tokio::test]
async fn nothing_to_change_is_not_sent() {
    let server = Server::start(|_, _| json(200, OK)).await;
    let client = server.client();
    assert_eq!(
        client
            .update_model_permissions(&update(AllModels::Keep, Vec::new()))
            .await,
        []
    );
    assert_eq!(
        client
            .update_model_limits(&UpdateModelLimits::default())
            .await,
        []
    );
    assert_eq!(server.asked().len(), 0);
}

fn second_fails(
    status: u16,
    code: &'static str,
) -> impl Fn(usize, &Asked) -> Response<Body> + Clone {
    move |number, _| match number {
        1 => json(
            status,
            &format!(r#"{{"Code":"{code}","Message":"m","RequestId":"r"}}"#),
        ),
        _ => json(200, OK),
    }
}

#[tokio::test]
async fn a_portion_that_is_refused_does_not_hide_the_others() {
    let server = Server::start(second_fails(400, "InvalidParameter.model")).await;
    let batches = server
        .client()
        .update_model_permissions(&update(AllModels::Keep, grants(41)))
        .await;
    assert_eq!(sizes(&batches), [20, 20, 1]);
    assert!(batches[0].is_done() && batches[2].is_done());
    let BatchOutcome::Failed(ControlError::Platform(error)) = &batches[1].outcome else {
        panic!("{:?}", batches[1].outcome)
    };
    assert_eq!(error.code, "InvalidParameter.model");
    assert_eq!(batches[1].models[0], "m-20");
    assert_eq!(server.asked().len(), 3);
}

#[tokio::test]
async fn a_failure_that_the_next_portion_would_meet_too_ends_it() {
    for (status, code) in [
        (403, "NoPermission"),
        (400, "Throttling.User"),
        (500, "InternalError"),
    ] {
        let server = Server::start(second_fails(status, code)).await;
        let limits = (0..61)
            .map(|number| limit(&format!("m-{number}"), 1, 1))
            .collect();
        let request = UpdateModelLimits {
            workspace_id: "ws-1".to_owned(),
            limits,
        };
        let batches = server.client().update_model_limits(&request).await;
        assert_eq!(sizes(&batches), [20, 20, 20, 1]);
        assert!(batches[0].is_done());
        assert!(matches!(batches[1].outcome, BatchOutcome::Failed(_)));
        assert_eq!(batches[2].outcome, BatchOutcome::NotSent);
        assert_eq!(batches[3].outcome, BatchOutcome::NotSent);
        // A change is never repeated.
        assert_eq!(server.asked().len(), 2, "{code}");
    }
}
