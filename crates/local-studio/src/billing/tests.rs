//! Bills made by hand, against those that are computed.

use std::collections::HashMap;

use jiff::civil::date;
use model_studio::control::wire::{BillingDimension, NO_VALUE, OTHERS, SelectType};
use model_studio::region::RegionId;

use super::*;
use crate::personality::Locality;
use crate::store::UsageRow;

fn row(day: &str, api_key_id: i64, workspace_id: &str, model: &str, tokens: i64) -> UsageRow {
    UsageRow {
        day: day.to_owned(),
        api_key_id,
        workspace_id: workspace_id.to_owned(),
        model: model.to_owned(),
        calls: 1,
        input_tokens: tokens,
        output_tokens: tokens,
    }
}

/// Beijing, with 6 % tax: a million tokens either way cost 2.80 of qwen-plus, and 12.00 of qwen-max.
fn book() -> Book {
    let locality = Locality::of(RegionId::CnBeijing);
    let million = 1_000_000;
    let rows = [
        row("2026-08-01", 1001, "ws-a", "qwen-plus", million),
        row("2026-08-03", 1001, "ws-a", "qwen-max", million),
        row("2026-08-03", 1002, "ws-gone", "qwen-plus", million / 2),
        row("2026-09-01", 1002, "ws-gone", "no-such-model", million),
        row("2026-09-30", 1003, "ws-a", "qwen-plus", 1),
    ];
    let place = Place {
        name: "研发".to_owned(),
        service_site: "asia-pacific-china".to_owned(),
    };
    Book {
        region: RegionId::CnBeijing,
        currency: locality.currency,
        article_code: locality.article_code,
        workspaces: HashMap::from([("ws-a".to_owned(), place)]),
        keys: HashMap::from([("1001".to_owned(), "CI".to_owned())]),
        charges: rows.map(|row| Charge::of(row, &locality)).into(),
    }
}

fn by(dimension: BillingDimension) -> Question {
    Question {
        dimension,
        conditions: Vec::new(),
        top: 20,
        zero_filter: true,
        locale: Locale::EnUs,
    }
}

fn shown(question: &Question) -> Vec<(String, String, String, String)> {
    let groups = overview(&book(), question).groups.into_iter();
    groups
        .map(|group| (group.key, group.name, group.amount, group.percentage))
        .collect()
}

fn group(
    key: &str,
    name: &str,
    amount: &str,
    percentage: &str,
) -> (String, String, String, String) {
    let owned = str::to_owned;
    (owned(key), owned(name), owned(amount), owned(percentage))
}

#[test]
fn the_dearest_come_first_and_everything_adds_up() {
    let overview = overview(&book(), &by(BillingDimension::ApiKeyId));
    assert_eq!(overview.currency, "CNY");
    assert_eq!(overview.pretax_amount, "16.2000028");
    assert_eq!(overview.tax_amount, "0.972000168");
    assert_eq!(overview.total_amount, "17.172002968");
    assert_eq!(
        overview.groups[0].article_codes,
        ["sfm_inference_public_cn"]
    );
    let expected = [
        group("1001", "CI", "15.688", "0.9136"),
        group("1002", "1002", "1.484", "0.0864"),
        group("1003", "1003", "0.000002968", "0"),
    ];
    assert_eq!(shown(&by(BillingDimension::ApiKeyId)), expected);
}

#[test]
fn shares_are_of_what_is_shown() {
    let two = Question {
        top: 2,
        ..by(BillingDimension::ApiKeyId)
    };
    let shares: Vec<String> = shown(&two).into_iter().map(|group| group.3).collect();
    assert_eq!(shares, ["0.9136", "0.0864"]);
    let one = Question { top: 1, ..two };
    assert_eq!(shown(&one), [group("1001", "CI", "15.688", "1")]);
}

#[test]
fn every_dimension_has_a_name_in_both_languages() {
    for dimension in BillingDimension::ALL {
        for locale in [Locale::EnUs, Locale::ZhCn] {
            let question = Question {
                locale,
                ..by(dimension)
            };
            let groups = shown(&question);
            assert!(groups.iter().all(|group| !group.1.is_empty()), "{groups:?}");
        }
    }
    let chinese = Question {
        locale: Locale::ZhCn,
        ..by(BillingDimension::MaasType)
    };
    assert_eq!(shown(&chinese)[0].1, "模型调用");
    let sites = shown(&by(BillingDimension::ServiceSite));
    assert_eq!((sites[1].0.as_str(), sites[1].1.as_str()), (NO_VALUE, "-"));
}

#[test]
fn what_costs_nothing_is_shown_when_it_is_asked_for() {
    let models = |zero_filter: bool| {
        let question = Question {
            zero_filter,
            ..by(BillingDimension::BaseModel)
        };
        shown(&question).len()
    };
    assert_eq!((models(true), models(false)), (2, 3));
}

#[test]
fn conditions_choose_and_leave_out() {
    let with = |dimension, select, values: &[&str]| Question {
        conditions: vec![Condition {
            dimension,
            select,
            values: values.iter().map(ToString::to_string).collect(),
        }],
        ..by(BillingDimension::ApiKeyId)
    };
    let keys = |question: &Question| -> Vec<String> {
        shown(question).into_iter().map(|group| group.0).collect()
    };
    let model = BillingDimension::BaseModel;
    assert_eq!(keys(&with(model, SelectType::In, &["qwen-max"])), ["1001"]);
    assert_eq!(
        keys(&with(model, SelectType::Not, &["qwen-max"])),
        ["1001", "1002", "1003"]
    );
    let site = BillingDimension::ServiceSite;
    assert_eq!(keys(&with(site, SelectType::In, &[NO_VALUE])), ["1002"]);
    assert_eq!(
        keys(&with(site, SelectType::Not, &[NO_VALUE])),
        ["1001", "1003"]
    );
    assert!(keys(&with(model, SelectType::In, &[])).is_empty());
}

#[test]
fn a_trend_has_every_period_and_folds_the_rest() {
    let question = Question {
        top: 1,
        ..by(BillingDimension::ApiKeyId)
    };
    let (first, last) = (date(2026, 8, 1), date(2026, 9, 30));
    let months = trend(&book(), &question, Granularity::Month, first, last);
    assert_eq!(months.cost_totals.amount, "17.172002968");
    let totals: Vec<(&str, &str)> = months
        .group_by_total
        .iter()
        .map(|group| (group.key.as_str(), group.amount.as_str()))
        .collect();
    assert_eq!(totals, [("1001", "15.688"), (OTHERS, "1.484002968")]);
    let periods: Vec<(&str, &str, usize)> = months
        .result_by_time
        .iter()
        .map(|period| {
            let details = period.period_details.len();
            (
                period.period.as_str(),
                period.total.amount.as_str(),
                details,
            )
        })
        .collect();
    assert_eq!(
        periods,
        [("202608", "17.172", 2), ("202609", "0.000002968", 1)]
    );
    let september = &months.result_by_time[1].period_details[0];
    assert_eq!(
        (september.key.as_str(), september.percentage.as_str()),
        (OTHERS, "1")
    );

    let days = trend(
        &book(),
        &question,
        Granularity::Day,
        first,
        date(2026, 8, 4),
    );
    let amounts: Vec<(&str, &str)> = days
        .result_by_time
        .iter()
        .map(|period| (period.period.as_str(), period.total.amount.as_str()))
        .collect();
    let expected = [
        ("20260801", "2.968"),
        ("20260802", "0.00"),
        ("20260803", "14.204"),
        ("20260804", "0.00"),
    ];
    assert_eq!(amounts, expected);
    assert!(days.result_by_time[1].period_details.is_empty());
}
