//! The operations on costs. They ask and change nothing.

use jiff::civil::Date;
use serde::Serialize;

use crate::control::ControlError;
use crate::control::operation::{Method, Operation};
use crate::control::wire::{
    BillingDimension, BillingFilter, BillingOverview, BillingOverviewAnswer, BillingTrend,
    BillingTrendAnswer, DimensionFilter, GroupBy, TimePeriod,
};

use super::ControlClient;

/// The question about one month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GetBillingOverview {
    /// Any day of the month.
    pub month: Date,
    /// By what costs are grouped; the platform takes exactly one.
    pub group_by: BillingDimension,
    /// Which costs count; empty for all.
    pub filter: Vec<DimensionFilter>,
    /// How many groups, 1 to 20; none leaves it to the platform.
    pub top: Option<u32>,
    /// Whether groups that cost nothing are left out; none leaves it to the platform, which leaves them out.
    pub without_zero: Option<bool>,
    /// The region; none leaves it to the platform.
    pub region_id: Option<String>,
    /// The language of names; none leaves it to the platform.
    pub locale: Option<BillingLocale>,
}

/// The question about a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GetBillingTrend {
    /// By day or by month.
    pub granularity: Granularity,
    /// The first day.
    pub start: Date,
    /// The last day.
    pub end: Date,
    /// By what costs are grouped; the platform takes exactly one.
    pub group_by: BillingDimension,
    /// Which costs count; empty for all.
    pub filter: Vec<DimensionFilter>,
    /// How many groups, 1 to 20; the rest becomes one. None leaves it to the platform.
    pub top: Option<u32>,
    /// Whether groups that cost nothing are left out; none leaves it to the platform, which leaves them out.
    pub without_zero: Option<bool>,
    /// The region; none leaves it to the platform.
    pub region_id: Option<String>,
    /// The language of names; none leaves it to the platform.
    pub locale: Option<BillingLocale>,
}

/// The length of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Granularity {
    /// A day.
    Day,
    /// A month.
    Month,
}

/// The language of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BillingLocale {
    /// English.
    English,
    /// Chinese.
    Chinese,
}

impl ControlClient {
    /// The costs of a month.
    pub async fn get_billing_overview(
        &self,
        request: &GetBillingOverview,
    ) -> Result<BillingOverview, ControlError> {
        let month = request.month.strftime("%Y-%m").to_string();
        let group_by = group_by_text(request.group_by);
        let filter = filter_text(&request.filter);
        let top = request.top.map(|top| top.to_string());
        let operation = on_billing("GetBillingOverview", "overview").with_query(&[
            ("billMonth", Some(&month)),
            ("filter", filter.as_deref()),
            ("groupBy", Some(&group_by)),
            ("locale", request.locale.map(BillingLocale::as_str)),
            ("regionId", request.region_id.as_deref()),
            ("topNum", top.as_deref()),
            ("zeroFilter", request.without_zero.map(flag_text)),
        ]);
        let answer: BillingOverviewAnswer = self.connection.content(&operation).await?;
        Ok(answer.data)
    }

    /// The costs over a time.
    pub async fn get_billing_trend(
        &self,
        request: &GetBillingTrend,
    ) -> Result<BillingTrend, ControlError> {
        let period = json_text(&TimePeriod {
            end: request.end.to_string(),
            start: request.start.to_string(),
        });
        let group_by = group_by_text(request.group_by);
        let filter = filter_text(&request.filter);
        let top = request.top.map(|top| top.to_string());
        let operation = on_billing("GetBillingTrend", "trend").with_query(&[
            ("filter", filter.as_deref()),
            ("granularity", Some(request.granularity.as_str())),
            ("groupBy", Some(&group_by)),
            ("locale", request.locale.map(BillingLocale::as_str)),
            ("regionId", request.region_id.as_deref()),
            ("timePeriod", Some(&period)),
            ("topNum", top.as_deref()),
            ("zeroFilter", request.without_zero.map(flag_text)),
        ]);
        let answer: BillingTrendAnswer = self.connection.content(&operation).await?;
        Ok(answer.data)
    }
}

fn on_billing(action: &'static str, what: &str) -> Operation {
    Operation::new(action, Method::Get, &["modelstudio", "billing", what])
}

fn group_by_text(dimension: BillingDimension) -> String {
    json_text(&[GroupBy {
        code: dimension.code().to_owned(),
    }])
}

fn filter_text(dimensions: &[DimensionFilter]) -> Option<String> {
    (!dimensions.is_empty()).then(|| {
        json_text(&BillingFilter {
            dimensions: dimensions.to_vec(),
        })
    })
}

/// Lists and objects in a query are JSON.
fn json_text<T: Serialize + ?Sized>(value: &T) -> String {
    // Texts alone: writing them as JSON does not fail.
    serde_json::to_string(value).unwrap_or_default()
}

fn flag_text(flag: bool) -> &'static str {
    if flag { "true" } else { "false" }
}

impl Granularity {
    /// The platform's word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Granularity::Day => "DAY",
            Granularity::Month => "MONTH",
        }
    }
}

impl BillingLocale {
    /// The platform's word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            BillingLocale::English => "en-US",
            BillingLocale::Chinese => "zh-CN",
        }
    }
}
