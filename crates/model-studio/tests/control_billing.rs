//! Costs: the requests are those of the official SDK, and no amount changes on the way.

// Clippy knows test functions and not what they call.
#![allow(clippy::unwrap_used)]

mod support;

use jiff::civil::date;
use model_studio::control::wire::{
    BillingDimension, BillingFilter, DimensionFilter, GroupBy, OTHERS, SelectType, TimePeriod,
};
use model_studio::control::{BillingLocale, GetBillingOverview, GetBillingTrend, Granularity};
use serde::de::DeserializeOwned;
use support::sdk::{assert_like_sdk, of_sdk};
use support::{Asked, Server, json};

fn overview() -> GetBillingOverview {
    GetBillingOverview {
        month: date(2026, 10, 26),
        group_by: BillingDimension::ApiKeyId,
        filter: Vec::new(),
        top: None,
        without_zero: None,
        region_id: None,
        locale: None,
    }
}

fn trend() -> GetBillingTrend {
    GetBillingTrend {
        granularity: Granularity::Day,
        start: date(2026, 10, 1),
        end: date(2026, 10, 26),
        group_by: BillingDimension::WorkspaceId,
        filter: vec![condition(
            BillingDimension::ApiKeyId,
            SelectType::Not,
            &["42"],
        )],
        top: Some(20),
        without_zero: Some(true),
        region_id: Some("cn-beijing".to_owned()),
        locale: Some(BillingLocale::English),
    }
}

fn condition(code: BillingDimension, select_type: SelectType, values: &[&str]) -> DimensionFilter {
    DimensionFilter {
        code: code.code().to_owned(),
        select_type,
        values: values.iter().map(|value| (*value).to_owned()).collect(),
    }
}

/// What a parameter of the query says, read as the other end does.
fn parameter<T: DeserializeOwned>(asked: &Asked, name: &str) -> T {
    let pairs = asked.pairs();
    let (_, text) = pairs.iter().find(|(other, _)| other == name).unwrap();
    serde_json::from_str(text).unwrap()
}

#[tokio::test]
async fn the_requests_are_those_of_the_sdk() {
    let server =
        Server::start(|_, _| json(200, r#"{"success":true,"requestId":"r","data":null}"#)).await;
    let client = server.client();
    client.get_billing_overview(&overview()).await.unwrap();
    let narrow = GetBillingOverview {
        group_by: BillingDimension::BaseModel,
        filter: vec![condition(
            BillingDimension::WorkspaceId,
            SelectType::In,
            &["ws-1", "ws-2"],
        )],
        top: Some(5),
        without_zero: Some(false),
        region_id: Some("cn-beijing".to_owned()),
        locale: Some(BillingLocale::Chinese),
        ..overview()
    };
    client.get_billing_overview(&narrow).await.unwrap();
    client.get_billing_trend(&trend()).await.unwrap();

    let asked = server.asked();
    let sdk: Vec<_> = ["GetBillingOverview", "GetBillingTrend"]
        .into_iter()
        .flat_map(of_sdk)
        .collect();
    assert_eq!((asked.len(), sdk.len()), (3, 3));
    for (asked, sdk) in asked.iter().zip(&sdk) {
        assert_like_sdk(asked, sdk);
    }

    let group_by: Vec<GroupBy> = parameter(&asked[0], "groupBy");
    assert_eq!(group_by[0].code, "API_KEY_ID");
    let filter: BillingFilter = parameter(&asked[1], "filter");
    assert_eq!(filter.dimensions, narrow.filter);
    let period: TimePeriod = parameter(&asked[2], "timePeriod");
    assert_eq!(
        (period.start.as_str(), period.end.as_str()),
        ("2026-10-01", "2026-10-26")
    );
}

#[tokio::test]
async fn amounts_stay_what_they_are() {
    // No float has this value.
    let exact = "12345678901234567890.100000000000000000001";
    let body = format!(
        r#"{{"success":true,"requestId":"r","code":"200","data":{{"currency":"CNY","totalAmount":"{exact}",
            "pretaxAmount":"0.10","taxAmount":"0.00","groups":[
              {{"key":"42","name":"prod","amount":"0.3000","percentage":"30%","articleCodes":["a","b"],"new":{{}}}},
              {{"key":"{OTHERS}","name":"Others","amount":"-0.00","percentage":"","articleCodes":null}}]}}}}"#
    );
    let server = Server::start(move |_, _| json(200, &body)).await;
    let answer = server
        .client()
        .get_billing_overview(&overview())
        .await
        .unwrap();
    assert_eq!(answer.total_amount, exact);
    let amounts: Vec<_> = answer
        .groups
        .iter()
        .map(|group| group.amount.as_str())
        .collect();
    assert_eq!(amounts, ["0.3000", "-0.00"]);
    assert_eq!(answer.groups[0].article_codes, ["a", "b"]);
    assert_eq!(
        (answer.groups[1].key.as_str(), answer.currency.as_str()),
        (OTHERS, "CNY")
    );
}

#[tokio::test]
async fn a_trend_is_read_with_its_periods() {
    let body = r#"{"success":true,"requestId":"r","data":{
        "costTotals":{"amount":"1.50","currency":"USD","pretaxAmount":"1.50","taxAmount":"0"},
        "groupByTotal":[{"key":"ws-1","name":"default","amount":"1.50"}],
        "resultByTime":[
          {"period":"20261001","total":[{"amount":"0.50","currency":"USD"}],
           "periodDetails":[{"key":"ws-1","amount":"0.50","percentage":"100%"}]},
          {"period":20261002,"total":null,"periodDetails":null}]}}"#;
    let server = Server::start(move |_, _| json(200, body)).await;
    let answer = server.client().get_billing_trend(&trend()).await.unwrap();
    assert_eq!(answer.cost_totals.amount, "1.50");
    assert_eq!(answer.group_by_total[0].key, "ws-1");
    let periods: Vec<_> = answer
        .result_by_time
        .iter()
        .map(|period| {
            (
                period.period.as_str(),
                period.total.amount.as_str(),
                period.period_details.len(),
            )
        })
        .collect();
    assert_eq!(periods, [("20261001", "0.50", 1), ("20261002", "", 0)]);
}

#[test]
fn every_dimension_is_found_by_its_code() {
    for dimension in BillingDimension::ALL {
        assert_eq!(
            BillingDimension::from_code(dimension.code()),
            Some(dimension)
        );
    }
    assert_eq!(BillingDimension::from_code("PLANET"), None);
}
