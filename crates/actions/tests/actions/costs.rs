//! Costs: what was called shows up under the key, the workspace and the model, in the service's own amounts.

use actions::wire::{CostGroup, CostGroupKindView, CostRequest, CostStep, KeyRef};
use actions::{Failure, costs, create_key, download_costs, list_keys, reveal_key};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::home::{HERE, Home, key_for};

/// Today and the days around it: the service counts in its own time zone.
fn this_week(group: CostGroup) -> CostRequest {
    let today = Timestamp::now().to_zoned(TimeZone::UTC).date();
    CostRequest {
        region: HERE.to_owned(),
        start: today.yesterday().unwrap().to_string(),
        end: today.tomorrow().unwrap().to_string(),
        step: CostStep::Day,
        group,
        workspace_id: None,
    }
}

async fn say(home: &Home, value: &str, model: &str) {
    let answer = reqwest::Client::new()
        .post(format!(
            "http://{}/compatible-mode/v1/chat/completions",
            home.server.address
        ))
        .bearer_auth(value)
        .json(&serde_json::json!({
            "model": model,
            "messages": [{ "role": "user", "content": "hello ".repeat(400) }],
        }))
        .send()
        .await
        .unwrap();
    assert!(answer.status().is_success(), "{}", answer.status());
}

async fn with_calls(home: &Home) -> (std::sync::Arc<actions::World>, KeyRef) {
    let world = home.world();
    let key = create_key(&world, key_for("=the, \"caller\""))
        .await
        .unwrap()
        .key
        .key;
    let value = reveal_key(&world, &key).await.unwrap().value;
    say(home, &value, "qwen-plus").await;
    say(home, &value, "qwen-max").await;
    // The list is what names come from.
    list_keys(&world, HERE).await.unwrap();
    (world, key)
}

#[tokio::test]
async fn a_call_costs_its_key_its_workspace_and_its_model() {
    let home = Home::new().await;
    let (world, key) = with_calls(&home).await;

    let by_key = costs(&world, this_week(CostGroup::ApiKey)).await.unwrap();
    assert_eq!(by_key.currency, "CNY");
    assert_eq!(by_key.groups.len(), 1, "{:?}", by_key.groups);
    assert_eq!(by_key.groups[0].key, key.api_key_id);
    assert_eq!(by_key.groups[0].name, "=the, \"caller\"");
    assert_eq!(by_key.groups[0].kind, CostGroupKindView::One);

    let by_model = costs(&world, this_week(CostGroup::Model)).await.unwrap();
    let mut models: Vec<&str> = by_model
        .groups
        .iter()
        .map(|group| group.key.as_str())
        .collect();
    models.sort_unstable();
    assert_eq!(models, ["qwen-max", "qwen-plus"]);
    assert_eq!(by_model.total, by_key.total);
    let days = &by_model.periods;
    assert!(
        days.iter().all(|day| day.period.len() == 10),
        "{:?}",
        days.iter().map(|day| &day.period).collect::<Vec<_>>()
    );
    assert_eq!(days.iter().filter(|day| day.groups.len() == 2).count(), 1);

    let by_workspace = costs(&world, this_week(CostGroup::Workspace))
        .await
        .unwrap();
    assert_eq!(by_workspace.groups[0].name, "Default Workspace");
    let elsewhere = CostRequest {
        workspace_id: Some("ws-of-nobody".to_owned()),
        ..this_week(CostGroup::Model)
    };
    assert!(costs(&world, elsewhere).await.unwrap().groups.is_empty());
}

#[tokio::test]
async fn the_table_is_saved_as_it_is_shown_and_holds_no_formula() {
    let home = Home::new().await;
    let (world, _key) = with_calls(&home).await;
    let shown = costs(&world, this_week(CostGroup::ApiKey)).await.unwrap();
    let saved = download_costs(&world, this_week(CostGroup::ApiKey))
        .await
        .unwrap();
    let text = std::fs::read_to_string(&saved.path).unwrap();
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert_eq!(lines[0], r#""period","id","name","amount","currency""#);
    assert!(lines[1].contains(r#""'=the, ""caller""""#), "{}", lines[1]);
    assert!(lines[1].contains(&shown.groups[0].amount), "{}", lines[1]);
    let second = download_costs(&world, this_week(CostGroup::ApiKey))
        .await
        .unwrap();
    assert_ne!(second.path, saved.path, "never over a file that is there");
}

#[tokio::test]
async fn days_that_there_are_not_are_refused() {
    let home = Home::new().await;
    let world = home.world();
    let request = CostRequest {
        end: "2026-01-01".to_owned(),
        ..this_week(CostGroup::Model)
    };
    assert!(matches!(
        costs(&world, request).await,
        Err(Failure::PeriodInvalid { .. })
    ));
}
