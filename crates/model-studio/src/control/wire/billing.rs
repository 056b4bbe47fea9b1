//! What was spent, and the question about it. Amounts are decimal texts and stay so: a float would change them.

use serde::{Deserialize, Serialize};

use super::lenient;

/// The group that stands for "has none of this dimension".
pub const NO_VALUE: &str = "DIMENSION_FILTER_NULL_VALUE";

/// The group that holds what did not fit into the groups that were asked for.
pub const OTHERS: &str = "DIMENSION_GROUP_OTHERS_VALUE";

/// What costs are grouped and filtered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BillingDimension {
    /// Calling, training, reserved units.
    MaasType,
    /// The model.
    BaseModel,
    /// The key.
    ApiKeyId,
    /// The workspace.
    WorkspaceId,
    /// Kind of fee.
    FeeType,
    /// Kind of charge.
    ChargeType,
    /// The region.
    BusinessRegion,
    /// Where requests were computed.
    ServiceSite,
    /// The article of the price list.
    ArticleCode,
}

/// What GetBillingOverview and GetBillingTrend group by: the one member of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GroupBy {
    /// The code of a dimension.
    #[serde(deserialize_with = "lenient::text")]
    pub code: String,
}

/// Which costs count.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BillingFilter {
    /// All of these hold.
    #[serde(default, deserialize_with = "lenient::list")]
    pub dimensions: Vec<DimensionFilter>,
}

/// One condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DimensionFilter {
    /// The code of a dimension.
    #[serde(deserialize_with = "lenient::text")]
    pub code: String,
    /// One of the values, or none of them.
    pub select_type: SelectType,
    /// The values.
    #[serde(default, deserialize_with = "lenient::list")]
    pub values: Vec<String>,
}

/// How values are selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum SelectType {
    /// Those named.
    In,
    /// All but those named.
    Not,
}

/// From a day to a day, both counted, as `YYYY-MM-DD`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TimePeriod {
    /// The last day.
    #[serde(deserialize_with = "lenient::text")]
    pub end: String,
    /// The first day.
    #[serde(deserialize_with = "lenient::text")]
    pub start: String,
}

/// The content of GetBillingOverview.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BillingOverviewAnswer {
    /// The costs of the month.
    #[serde(default, deserialize_with = "lenient::object")]
    pub data: BillingOverview,
}

/// The costs of one month.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BillingOverview {
    /// What amounts are in, such as `CNY`.
    #[serde(default, deserialize_with = "lenient::text")]
    pub currency: String,
    /// The groups with the most, most first.
    #[serde(default, deserialize_with = "lenient::list")]
    pub groups: Vec<CostGroup>,
    /// All of it before taxes.
    #[serde(default, deserialize_with = "lenient::text")]
    pub pretax_amount: String,
    /// The taxes.
    #[serde(default, deserialize_with = "lenient::text")]
    pub tax_amount: String,
    /// All of it.
    #[serde(default, deserialize_with = "lenient::text")]
    pub total_amount: String,
}

/// The costs of one group in a month.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CostGroup {
    /// What the group cost.
    #[serde(default, deserialize_with = "lenient::text")]
    pub amount: String,
    /// The articles in it.
    #[serde(default, deserialize_with = "lenient::list")]
    pub article_codes: Vec<String>,
    /// The value of the dimension, [`NO_VALUE`] or [`OTHERS`].
    #[serde(default, deserialize_with = "lenient::text")]
    pub key: String,
    /// The value for people, in the language that was asked for.
    #[serde(default, deserialize_with = "lenient::text")]
    pub name: String,
    /// Its share of the groups shown, as the platform writes it.
    #[serde(default, deserialize_with = "lenient::text")]
    pub percentage: String,
}

/// The content of GetBillingTrend.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BillingTrendAnswer {
    /// The costs over time.
    #[serde(default, deserialize_with = "lenient::object")]
    pub data: BillingTrend,
}

/// Costs over time.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BillingTrend {
    /// All of it.
    #[serde(default, deserialize_with = "lenient::object")]
    pub cost_totals: CostTotal,
    /// Each group over the whole time.
    #[serde(default, deserialize_with = "lenient::list")]
    pub group_by_total: Vec<PeriodCost>,
    /// Each day or month, the first first.
    #[serde(default, deserialize_with = "lenient::list")]
    pub result_by_time: Vec<BillingPeriod>,
}

/// The costs of one day or month.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BillingPeriod {
    /// `yyyyMMdd` for a day, `yyyyMM` for a month.
    #[serde(default, deserialize_with = "lenient::text")]
    pub period: String,
    /// The groups that cost something in it.
    #[serde(default, deserialize_with = "lenient::list")]
    pub period_details: Vec<PeriodCost>,
    /// All of it.
    #[serde(default, deserialize_with = "lenient::object")]
    pub total: CostTotal,
}

/// A sum with its taxes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CostTotal {
    /// All of it.
    #[serde(default, deserialize_with = "lenient::text")]
    pub amount: String,
    /// What amounts are in.
    #[serde(default, deserialize_with = "lenient::text")]
    pub currency: String,
    /// Before taxes.
    #[serde(default, deserialize_with = "lenient::text")]
    pub pretax_amount: String,
    /// The taxes.
    #[serde(default, deserialize_with = "lenient::text")]
    pub tax_amount: String,
}

/// The costs of one group, in a period or over the whole time.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PeriodCost {
    /// What the group cost.
    #[serde(default, deserialize_with = "lenient::text")]
    pub amount: String,
    /// The value of the dimension, [`NO_VALUE`] or [`OTHERS`].
    #[serde(default, deserialize_with = "lenient::text")]
    pub key: String,
    /// The value for people, in the language that was asked for.
    #[serde(default, deserialize_with = "lenient::text")]
    pub name: String,
    /// Its share of the period; empty over the whole time.
    #[serde(
        default,
        deserialize_with = "lenient::text",
        skip_serializing_if = "String::is_empty"
    )]
    pub percentage: String,
    /// Before taxes.
    #[serde(default, deserialize_with = "lenient::text")]
    pub pretax_amount: String,
    /// The taxes.
    #[serde(default, deserialize_with = "lenient::text")]
    pub tax_amount: String,
}

impl BillingDimension {
    /// All of them.
    pub const ALL: [BillingDimension; 9] = [
        BillingDimension::MaasType,
        BillingDimension::BaseModel,
        BillingDimension::ApiKeyId,
        BillingDimension::WorkspaceId,
        BillingDimension::FeeType,
        BillingDimension::ChargeType,
        BillingDimension::BusinessRegion,
        BillingDimension::ServiceSite,
        BillingDimension::ArticleCode,
    ];

    /// The platform's code for it.
    pub fn code(self) -> &'static str {
        match self {
            BillingDimension::MaasType => "MAAS_TYPE",
            BillingDimension::BaseModel => "BASE_MODEL",
            BillingDimension::ApiKeyId => "API_KEY_ID",
            BillingDimension::WorkspaceId => "WORKSPACE_ID",
            BillingDimension::FeeType => "FEE_TYPE",
            BillingDimension::ChargeType => "CHARGE_TYPE",
            BillingDimension::BusinessRegion => "BUSINESS_REGION",
            BillingDimension::ServiceSite => "SERVICE_SITE",
            BillingDimension::ArticleCode => "ARTICLE_CODE",
        }
    }

    /// The dimension of a code; none for a code that is not known.
    pub fn from_code(code: &str) -> Option<BillingDimension> {
        BillingDimension::ALL
            .into_iter()
            .find(|dimension| dimension.code() == code)
    }
}
