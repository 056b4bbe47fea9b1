//! The bodies of UpdateModelPermissions and UpdateModelLimits: what the SDK sends is read, what is written is read back, and
//! what is wrong is named.

// Clippy knows test functions and not what they call.
#![allow(clippy::unwrap_used)]

mod support;

use model_studio::control::form::{
    FormError, LimitsForm, PermissionsForm, decode_limits, decode_permissions, encode_limits,
    encode_permissions,
};
use model_studio::control::wire::{AllModels, LimitChange, LimitOperation, ModelGrant};
use proptest::prelude::*;
use support::sdk::of_sdk;

fn pairs(form: &str) -> Vec<(String, String)> {
    form_urlencoded::parse(form.as_bytes())
        .into_owned()
        .collect()
}

#[test]
fn the_bodies_of_the_sdk_are_read() {
    let sdk = of_sdk("UpdateModelPermissions");
    let open = decode_permissions(&pairs(&sdk[0].body)).unwrap();
    assert_eq!(open.all_models, Some(AllModels::Open));
    assert_eq!((open.models.len(), open.workspace_id.as_str()), (0, "ws-1"));
    let single = decode_permissions(&pairs(&sdk[1].body)).unwrap();
    assert_eq!(single.all_models, Some(AllModels::Keep));
    let expected = [
        ModelGrant {
            model: "qwen-plus".to_owned(),
            deploy: Some(false),
            fine_tune: Some(true),
            inference: Some(true),
        },
        ModelGrant {
            model: "qwen3-max".to_owned(),
            inference: Some(false),
            ..ModelGrant::default()
        },
    ];
    assert_eq!(single.models, expected);

    let sdk = of_sdk("UpdateModelLimits");
    let limits = decode_limits(&pairs(&sdk.last().unwrap().body)).unwrap();
    assert_eq!(limits.workspace_id, "ws-1");
    assert_eq!(limits.limits[0].usage_limit, Some(1_000_000));
    assert_eq!(limits.limits[1], LimitChange::deletion("qwen3-max"));
}

#[test]
fn models_are_in_the_order_of_their_numbers() {
    let form: String = (1..=12)
        .rev()
        .map(|place| format!("models.{place}.model=m-{place}&"))
        .collect();
    let read = decode_permissions(&pairs(&form)).unwrap();
    assert_eq!(read.models[1].model, "m-2");
    assert_eq!(read.models[11].model, "m-12");
    assert_eq!(decode_permissions(&[]), Ok(PermissionsForm::default()));
    assert_eq!(decode_limits(&[]), Ok(LimitsForm::default()));
}

#[test]
fn the_wrong_field_is_named() {
    for (form, field) in [
        ("accessAllEntities=open", "accessAllEntities"),
        (
            "accessAllEntities=OPEN&accessAllEntities=KEEP",
            "accessAllEntities",
        ),
        ("models.1.inference=true", "models.1.model"),
        ("models.1.model=", "models.1.model"),
        ("models.1.model=a&models.1.model=b", "models.1.model"),
        ("models.1.model=a&models.1.deploy=yes", "models.1.deploy"),
        (
            "models.1.model=a&models.1.deploy=true&models.1.deploy=true",
            "models.1.deploy",
        ),
        ("models.0.model=a", "models.0.model"),
        ("models.x.model=a", "models.x.model"),
        ("models.1.surprise=a", "models.1.surprise"),
        ("models=[]", "models"),
        ("modelsAll=1", "modelsAll"),
        ("workspaceId=a&workspaceId=b", "workspaceId"),
    ] {
        let field = field.to_owned();
        assert_eq!(
            decode_permissions(&pairs(form)),
            Err(FormError { field }),
            "{form}"
        );
    }
    for (form, field) in [
        ("workspaceLimits={", "workspaceLimits"),
        ("workspaceLimits={}", "workspaceLimits"),
        ("workspaceLimits=[{\"model\":\"a\"}]", "workspaceLimits"),
        (
            "workspaceLimits=[{\"model\":\"a\",\"operationType\":\"SET\"}]",
            "workspaceLimits",
        ),
        ("workspaceId=a&workspaceId=b", "workspaceId"),
    ] {
        let field = field.to_owned();
        assert_eq!(
            decode_limits(&pairs(form)),
            Err(FormError { field }),
            "{form}"
        );
    }
}

fn grant() -> impl Strategy<Value = ModelGrant> {
    let flag = || any::<Option<bool>>();
    ("\\PC{1,20}", flag(), flag(), flag()).prop_map(|(model, deploy, fine_tune, inference)| {
        ModelGrant {
            model,
            deploy,
            fine_tune,
            inference,
        }
    })
}

fn change() -> impl Strategy<Value = LimitChange> {
    let number = || any::<Option<i64>>();
    (
        "\\PC{1,20}",
        any::<bool>(),
        number(),
        number(),
        number(),
        number(),
    )
        .prop_map(
            |(model, delete, requests, seconds, uses, use_seconds)| LimitChange {
                model,
                operation_type: if delete {
                    LimitOperation::Delete
                } else {
                    LimitOperation::Overlay
                },
                request_limit: requests,
                request_limit_period: seconds,
                usage_limit: uses,
                usage_limit_period: use_seconds,
            },
        )
}

proptest! {
    #[test]
    fn permissions_are_read_back(
        all_models in prop::option::of(prop::sample::select(vec![AllModels::Open, AllModels::Close, AllModels::Keep])),
        models in prop::collection::vec(grant(), 0..22),
        workspace_id in "\\PC{0,20}",
    ) {
        let form = PermissionsForm { all_models, models, workspace_id };
        prop_assert_eq!(decode_permissions(&pairs(&encode_permissions(&form))), Ok(form));
    }

    #[test]
    fn limits_are_read_back(limits in prop::collection::vec(change(), 0..22), workspace_id in "\\PC{0,20}") {
        let form = LimitsForm { workspace_id, limits };
        prop_assert_eq!(decode_limits(&pairs(&encode_limits(&form))), Ok(form));
    }

    #[test]
    fn no_pairs_break_them(found in prop::collection::vec(("(models|workspaceLimits)[.a-zA-Z0-9]{0,20}", "\\PC{0,20}"), 0..6)) {
        let _ = decode_permissions(&found);
        let _ = decode_limits(&found);
    }
}
