//! The objects of the control plane against anything: whatever JSON arrives, reading ends with a value or an error; and what
//! the platform may add of its own (fields, words, an object in a list) changes nothing of what is known.

// Clippy knows test functions and not what they call.
#![allow(clippy::unwrap_used)]

use std::fmt::Debug;

use model_studio::control::wire::{
    ApiKeyPage, BillingOverviewAnswer, BillingTrendAnswer, CallerIdentity, CreatedApiKeyAnswer,
    Envelope, LimitChange, ModelLimitPage, ModelPage, ModelPermissionPage, WorkspaceAnswer,
    WorkspaceDeletion, WorkspacePage,
};
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

/// Names that the wire knows, so that anything lands in the fields and not beside them.
const NAMES: [&str; 24] = [
    "apiKeys",
    "apiKeyId",
    "apiKeyValue",
    "auth",
    "disabled",
    "type",
    "accessIps",
    "list",
    "permissions",
    "inference",
    "limits",
    "workspaceLimit",
    "requestLimit",
    "data",
    "groups",
    "amount",
    "resultByTime",
    "total",
    "models",
    "prices",
    "workspaces",
    "success",
    "requestId",
    "AccountId",
];

fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((prop::sample::select(NAMES.to_vec()), inner), 0..6).prop_map(
                |fields| {
                    let fields = fields
                        .into_iter()
                        .map(|(name, value)| (name.to_owned(), value));
                    Value::Object(fields.collect())
                }
            ),
        ]
    })
}

fn reads<T: DeserializeOwned>(value: &Value) {
    let _ = serde_json::from_value::<T>(value.clone());
}

/// Puts a field of the future into every object, and every object that is not a list's member into a list.
fn of_the_future(value: &Value, wrap: bool) -> Value {
    match value {
        Value::Array(members) => members
            .iter()
            .map(|member| of_the_future(member, false))
            .collect(),
        Value::Object(fields) => {
            let mut fields: Map<String, Value> = fields
                .iter()
                .map(|(name, value)| (name.clone(), of_the_future(value, true)))
                .collect();
            fields.insert("ofTheFuture".to_owned(), json!({"deep": [1, null, "x"]}));
            let object = Value::Object(fields);
            if wrap { json!([object]) } else { object }
        }
        other => other.clone(),
    }
}

fn survives<T: DeserializeOwned + Serialize + PartialEq + Debug>(known: Value) {
    let read: T = serde_json::from_value(known.clone()).unwrap();
    let future: T = serde_json::from_value(of_the_future(&known, false)).unwrap();
    assert_eq!(future, read);
    // What is written is read back, as the other end of the wire does it.
    let written = serde_json::to_value(&read).unwrap();
    assert_eq!(serde_json::from_value::<T>(written).unwrap(), read);
}

#[test]
fn fields_of_the_future_and_objects_in_lists_change_nothing() {
    survives::<ApiKeyPage>(
        json!({"apiKeys": [{"apiKeyId": 1, "auth": {"type": "Custom",
        "accessIps": ["::1"], "modelAccessScope": {"allowAllModels": false, "accessibleModels": ["m"]}}}]}),
    );
    survives::<ModelPage>(
        json!({"models": [{"model": "m", "modelInfo": {"contextWindow": 1},
        "inferenceMetadata": {"requestModality": ["Text"]}, "prices": [{"prices": [{"price": "1"}]}]}]}),
    );
    survives::<ModelPermissionPage>(
        json!({"list": [{"model": "m", "permissions": {"inference": true}}]}),
    );
    survives::<ModelLimitPage>(
        json!({"limits": [{"model": "m", "modelLimit": {"requestLimit": 5},
        "workspaceLimit": {"usageLimit": 7, "usageLimitField": "total_tokens"}}]}),
    );
    survives::<WorkspacePage>(
        json!({"workspaces": [{"workspaceId": "ws-1", "serviceSite": "mars"}]}),
    );
    survives::<BillingOverviewAnswer>(
        json!({"data": {"totalAmount": "1.0", "groups": [{"key": "k", "amount": "0.1"}]}}),
    );
    survives::<BillingTrendAnswer>(
        json!({"data": {"costTotals": {"amount": "1"}, "resultByTime":
        [{"period": "202610", "total": {"amount": "1"}, "periodDetails": [{"key": "k"}]}]}}),
    );
    survives::<CallerIdentity>(json!({"AccountId": "1", "IdentityType": "OfTheFuture"}));
}

#[test]
fn words_of_the_future_are_kept_or_read_as_the_safer_one() {
    let page: ApiKeyPage = serde_json::from_value(
        json!({"apiKeys": [{"apiKeyId": 1, "auth": {"type": "Restricted"}}]}),
    )
    .unwrap();
    assert_eq!(page.api_keys[0].auth.kind.as_str(), "Custom");
    let page: ModelLimitPage = serde_json::from_value(
        json!({"limits": [{"model": "m", "modelLimit": {"usageLimitField": "of_the_future"}}]}),
    )
    .unwrap();
    assert_eq!(
        page.limits[0].model_limit.usage_limit_field,
        "of_the_future"
    );
}

#[test]
fn nothing_where_something_belongs_is_empty() {
    for nothing in [
        json!({}),
        json!({"list": null, "limits": null, "data": null, "models": null}),
    ] {
        assert_eq!(
            serde_json::from_value::<ModelPermissionPage>(nothing.clone()).unwrap(),
            ModelPermissionPage::default()
        );
        assert_eq!(
            serde_json::from_value::<ModelLimitPage>(nothing.clone()).unwrap(),
            ModelLimitPage::default()
        );
        assert_eq!(
            serde_json::from_value::<BillingOverviewAnswer>(nothing.clone()).unwrap(),
            BillingOverviewAnswer::default()
        );
        assert_eq!(
            serde_json::from_value::<BillingTrendAnswer>(nothing).unwrap(),
            BillingTrendAnswer::default()
        );
    }
}

proptest! {
    #[test]
    fn no_json_breaks_the_reading(value in anything()) {
        reads::<ApiKeyPage>(&value);
        reads::<CreatedApiKeyAnswer>(&value);
        reads::<WorkspacePage>(&value);
        reads::<WorkspaceAnswer>(&value);
        reads::<WorkspaceDeletion>(&value);
        reads::<ModelPage>(&value);
        reads::<ModelPermissionPage>(&value);
        reads::<ModelLimitPage>(&value);
        reads::<LimitChange>(&value);
        reads::<BillingOverviewAnswer>(&value);
        reads::<BillingTrendAnswer>(&value);
        reads::<CallerIdentity>(&value);
        reads::<Envelope>(&value);
    }
}
