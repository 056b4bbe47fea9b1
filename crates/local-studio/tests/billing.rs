//! Costs of real calls: made on the data plane, asked for on the control plane.

#![allow(clippy::unwrap_used, clippy::panic)] // In a test a panic is the verdict.

mod support;

use jiff::civil::{Date, date};
use local_studio::{Faults, Personality};
use model_studio::control::wire::{BillingDimension, DimensionFilter, SelectType};
use model_studio::control::{
    BillingLocale, ControlError, CreateApiKey, GetBillingOverview, GetBillingTrend, Granularity,
};
use model_studio::region::RegionId;
use secrecy::ExposeSecret;
use serde_json::{Value, json};
use support::{Running, start_as};

/// The day that the clock of these tests stands at.
const TODAY: Date = date(2026, 9, 21);

async fn key(running: &Running, description: &str) -> (String, String) {
    let request = CreateApiKey {
        description: description.to_owned(),
        ..CreateApiKey::default()
    };
    let made = running.client().create_api_key(&request).await.unwrap();
    let value = made.value.secret().expose_secret().to_owned(); // EXPOSE: a test calls with it.
    (made.api_key_id.to_string(), value)
}

/// Calls a model and gives the tokens that went in and came out.
async fn call(running: &Running, key: &str, model: &str) -> (i64, i64) {
    let body = json!({ "model": model, "messages": [{ "role": "user", "content": "count me" }] });
    let answer = reqwest::Client::new()
        .post(format!("{}/chat/completions", running.openai_base()))
        .bearer_auth(key)
        .json(&body)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status().as_u16(), 200);
    let answer: Value = answer.json().await.unwrap();
    let tokens = |name: &str| answer["usage"][name].as_i64().unwrap();
    (tokens("prompt_tokens"), tokens("completion_tokens"))
}

fn overview(group_by: BillingDimension) -> GetBillingOverview {
    GetBillingOverview {
        month: TODAY,
        group_by,
        filter: Vec::new(),
        top: None,
        without_zero: None,
        region_id: None,
        locale: None,
    }
}

fn trend(granularity: Granularity, start: Date, end: Date) -> GetBillingTrend {
    GetBillingTrend {
        granularity,
        start,
        end,
        group_by: BillingDimension::BaseModel,
        filter: Vec::new(),
        top: None,
        without_zero: None,
        region_id: None,
        locale: None,
    }
}

/// So many ten-billionths, as a decimal.
fn decimal(parts: i64) -> String {
    let text = format!("{}.{:010}", parts / 10_000_000_000, parts % 10_000_000_000);
    let shortest = text.find('.').unwrap() + 3;
    let trimmed = text.trim_end_matches('0').len().max(shortest);
    text[..trimmed].to_owned()
}

#[tokio::test]
async fn calls_become_costs_by_key_and_by_model() {
    let running = start_as(Personality::of(RegionId::ApSoutheast1), Faults::default()).await;
    let client = running.client();
    let (first, second) = (key(&running, "CI").await, key(&running, "").await);
    let mut cost = 0;
    for model in ["qwen3-max", "qwen-plus"] {
        let (input, output) = call(&running, &first.1, model).await;
        let (per_input, per_output) = if model == "qwen3-max" {
            (12_000, 60_000)
        } else {
            (4_000, 12_000)
        };
        cost += input * per_input + output * per_output;
    }
    call(&running, &second.1, "qwen-plus").await;

    let by_key = client
        .get_billing_overview(&overview(BillingDimension::ApiKeyId))
        .await
        .unwrap();
    assert_eq!(by_key.currency, "USD");
    assert_eq!(by_key.groups.len(), 2);
    let dearest = &by_key.groups[0];
    assert_eq!(
        (dearest.key.as_str(), dearest.name.as_str()),
        (first.0.as_str(), "CI")
    );
    assert_eq!(dearest.amount, decimal(cost));
    let mut only_second = overview(BillingDimension::BaseModel);
    only_second.filter = vec![DimensionFilter {
        code: "API_KEY_ID".to_owned(),
        select_type: SelectType::In,
        values: vec![second.0.clone()],
    }];
    let by_model = client.get_billing_overview(&only_second).await.unwrap();
    assert_eq!(by_model.groups.len(), 1);
    assert_eq!(
        (
            by_model.groups[0].key.as_str(),
            by_model.groups[0].percentage.as_str()
        ),
        ("qwen-plus", "1")
    );
    running.stop().await;
}

#[tokio::test]
async fn a_trend_counts_the_day_of_the_call() {
    let running = start_as(Personality::of(RegionId::CnBeijing), Faults::default()).await;
    let client = running.client();
    let (_, value) = key(&running, "").await;
    call(&running, &value, "qwen-max").await;
    let question = trend(Granularity::Day, TODAY, date(2026, 9, 22));
    let days = client.get_billing_trend(&question).await.unwrap();
    let periods: Vec<(&str, bool)> = days
        .result_by_time
        .iter()
        .map(|day| (day.period.as_str(), day.total.amount == "0.00"))
        .collect();
    assert_eq!(periods, [("20260921", false), ("20260922", true)]);
    assert_eq!(days.cost_totals, days.result_by_time[0].total);
    assert_eq!(days.cost_totals.currency, "CNY");
    assert_ne!(days.cost_totals.tax_amount, "0.00");
    let mut months = trend(Granularity::Month, date(2026, 8, 1), date(2026, 9, 30));
    months.locale = Some(BillingLocale::Chinese);
    months.group_by = BillingDimension::MaasType;
    let months = client.get_billing_trend(&months).await.unwrap();
    assert_eq!(months.group_by_total[0].name, "模型调用");
    assert_eq!(months.result_by_time[1].period, "202609");
    let elsewhere = GetBillingOverview {
        region_id: Some("us-east-1".to_owned()),
        ..overview(BillingDimension::MaasType)
    };
    let nothing = client.get_billing_overview(&elsewhere).await.unwrap();
    assert_eq!(
        (nothing.groups.len(), nothing.total_amount.as_str()),
        (0, "0.00")
    );
    running.stop().await;
}

#[tokio::test]
async fn questions_that_are_none_are_refused() {
    let running = start_as(Personality::default(), Faults::default()).await;
    let client = running.client();
    let backwards = trend(Granularity::Day, date(2026, 9, 2), date(2026, 9, 1));
    let endless = trend(Granularity::Month, date(2025, 9, 1), date(2026, 9, 2));
    for question in [backwards, endless] {
        let refused = client.get_billing_trend(&question).await.unwrap_err();
        assert!(
            matches!(&refused, ControlError::Platform(error) if error.code == "InvalidParameter.timePeriod"),
            "{refused}"
        );
    }
    let by = "groupBy=%5B%7B%22code%22%3A%22MAAS_TYPE%22%7D%5D";
    for (query, code) in [
        (by.to_owned(), "MissingParameter.billMonth"),
        (
            format!("billMonth=2026-13&{by}"),
            "InvalidParameter.billMonth",
        ),
        (
            format!("billMonth=202609&{by}"),
            "InvalidParameter.billMonth",
        ),
        ("billMonth=2026-09".to_owned(), "MissingParameter.groupBy"),
        (
            "billMonth=2026-09&groupBy=%5B%5D".to_owned(),
            "InvalidParameter.groupBy",
        ),
        (
            "billMonth=2026-09&groupBy=MAAS_TYPE".to_owned(),
            "InvalidParameter.groupBy",
        ),
        (
            format!("billMonth=2026-09&{by}&topNum=21"),
            "InvalidParameter.topNum",
        ),
        (
            format!("billMonth=2026-09&{by}&locale=de-DE"),
            "InvalidParameter.locale",
        ),
        (
            format!("billMonth=2026-09&{by}&zeroFilter=no"),
            "InvalidParameter.zeroFilter",
        ),
        (
            format!("billMonth=2026-09&{by}&filter=x"),
            "InvalidParameter.filter",
        ),
    ] {
        let path = "/modelstudio/billing/overview";
        let raw = running.signed_for("GetBillingOverview", "GET", path, &query, b"", &query);
        let (status, body) = raw.send(running.address).await;
        assert_eq!(
            (status, body["Code"].as_str()),
            (400, Some(code)),
            "{query}"
        );
    }
    running.stop().await;
}

/// The platform bills by China's clock, where it is the next day while it is still evening in UTC.
#[tokio::test]
async fn a_day_ends_at_midnight_where_bills_are_made() {
    for (region, day) in [
        (RegionId::CnBeijing, "20260922"),
        (RegionId::UsEast1, "20260922"),
        (RegionId::ThisComputer, "20260921"),
    ] {
        let running = start_as(Personality::of(region), Faults::default()).await;
        let (_, value) = key(&running, "").await;
        // From 14:13 to 16:13 in UTC.
        running.clock.move_by(2 * 3600);
        call(&running, &value, "qwen-plus").await;
        let question = trend(Granularity::Day, TODAY, TODAY.tomorrow().unwrap());
        let days = running.client().get_billing_trend(&question).await.unwrap();
        let billed: Vec<&str> = days
            .result_by_time
            .iter()
            .filter(|day| day.total.amount != "0.00")
            .map(|day| day.period.as_str())
            .collect();
        assert_eq!(billed, [day], "{region}");
        running.stop().await;
    }
}
