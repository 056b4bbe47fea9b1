//! Costs on the control plane: parameters in, the contract's objects out.

use axum::response::Response;
use jiff::civil::Date;
use model_studio::control::wire::{
    BillingDimension, BillingFilter, BillingOverviewAnswer, BillingTrendAnswer, DimensionFilter,
    GroupBy, SelectType, TimePeriod,
};

use super::answer;
use super::parameters::Parameters;
use crate::billing::{self, Condition, Granularity, Locale, Question};
use crate::platform::Platform;
use crate::platform_error::Refusal;

/// Groups that are shown at most, and when nothing is said.
const MOST_GROUPS: usize = 20;

/// Days that one trend goes over at most.
const MOST_DAYS: i32 = 366;

pub(super) fn overview(
    platform: &Platform,
    parameters: &Parameters,
    request_id: &str,
) -> Result<Response, Refusal> {
    let month = parameters.needed("billMonth")?;
    let first = date(&format!("{month}-01")).ok_or(Refusal::InvalidParameter {
        name: "billMonth",
        expected: "a month such as 2026-08",
    })?;
    let question = question(platform, parameters)?;
    let book = platform.book(first, first.last_of_month())?;
    let data = billing::overview(&book, &question);
    Ok(answer::success(request_id, BillingOverviewAnswer { data }))
}

pub(super) fn trend(
    platform: &Platform,
    parameters: &Parameters,
    request_id: &str,
) -> Result<Response, Refusal> {
    let granularity = match parameters.needed("granularity")?.as_str() {
        "DAY" => Granularity::Day,
        "MONTH" => Granularity::Month,
        _ => {
            return Err(Refusal::InvalidParameter {
                name: "granularity",
                expected: "DAY or MONTH",
            });
        }
    };
    let (first, last) = period(parameters)?;
    let question = question(platform, parameters)?;
    let book = platform.book(first, last)?;
    let data = billing::trend(&book, &question, granularity, first, last);
    Ok(answer::success(request_id, BillingTrendAnswer { data }))
}

fn question(platform: &Platform, parameters: &Parameters) -> Result<Question, Refusal> {
    let top = parameters.number("topNum", TOP)?.unwrap_or(MOST_GROUPS);
    if !(1..=MOST_GROUPS).contains(&top) {
        return Err(Refusal::InvalidParameter {
            name: "topNum",
            expected: TOP,
        });
    }
    let locale = match parameters.filled("locale") {
        None => Locale::default(),
        Some(code) => Locale::of(&code).ok_or(Refusal::InvalidParameter {
            name: "locale",
            expected: "en-US or zh-CN",
        })?,
    };
    let mut conditions = conditions(parameters)?;
    // Bills of other regions are not here.
    if let Some(region) = parameters.filled("regionId")
        && region != platform.personality().region().as_str()
    {
        conditions.push(Condition {
            dimension: BillingDimension::BusinessRegion,
            select: SelectType::In,
            values: vec![region],
        });
    }
    Ok(Question {
        dimension: group_by(parameters)?,
        conditions,
        top,
        zero_filter: parameters.flag("zeroFilter")?.unwrap_or(true),
        locale,
    })
}

const TOP: &str = "a whole number from 1 to 20";

/// Grouping by two dimensions at once is not offered: exactly one has to be named.
fn group_by(parameters: &Parameters) -> Result<BillingDimension, Refusal> {
    let name = "groupBy";
    let expected = "a JSON list of one object with the code of a dimension";
    let refused = Refusal::InvalidParameter { name, expected };
    let groups: Option<Vec<GroupBy>> = parameters.json(name, expected)?;
    match groups.ok_or(Refusal::MissingParameter { name })?.as_slice() {
        [one] => dimension(&one.code).ok_or(refused),
        _ => Err(refused),
    }
}

fn conditions(parameters: &Parameters) -> Result<Vec<Condition>, Refusal> {
    let name = "filter";
    let expected =
        "a JSON object whose dimensions have a code, a selectType (IN or NOT) and values";
    let filter: Option<BillingFilter> = parameters.json(name, expected)?;
    let condition = |filter: DimensionFilter| {
        Ok(Condition {
            dimension: dimension(&filter.code)
                .ok_or(Refusal::InvalidParameter { name, expected })?,
            select: filter.select_type,
            values: filter.values,
        })
    };
    let dimensions = filter.unwrap_or_default().dimensions;
    dimensions.into_iter().map(condition).collect()
}

/// The platform advises capitals and does not insist.
fn dimension(code: &str) -> Option<BillingDimension> {
    BillingDimension::from_code(&code.to_ascii_uppercase())
}

fn period(parameters: &Parameters) -> Result<(Date, Date), Refusal> {
    let name = "timePeriod";
    let expected = "a JSON object with start and end such as 2026-08-01, at most 366 days";
    let period: Option<TimePeriod> = parameters.json(name, expected)?;
    let period = period.ok_or(Refusal::MissingParameter { name })?;
    let days = date(&period.start).zip(date(&period.end));
    days.filter(|(first, last)| {
        let span = last.since(*first);
        span.is_ok_and(|span| (0..MOST_DAYS).contains(&span.get_days()))
    })
    .ok_or(Refusal::InvalidParameter { name, expected })
}

/// A date in this one writing, and no other that could be read as one.
fn date(text: &str) -> Option<Date> {
    let date: Date = text.parse().ok()?;
    (date.to_string() == text).then_some(date)
}
