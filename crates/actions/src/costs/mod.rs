//! What use cost, as the service bills it: amounts are its own decimal texts, and nothing here adds them up.

mod download;

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;
use model_studio::control::wire::{
    BillingDimension, BillingTrend, DimensionFilter, NO_VALUE, OTHERS, PeriodCost, SelectType,
};
use model_studio::control::{BillingLocale, GetBillingTrend, Granularity};
use model_studio::region::Site;

use crate::failure::Failure;
use crate::keys::row::milliseconds;
use crate::keys::seen::Seen;
use crate::places::place::Place;
use crate::preferences;
use crate::wire::{
    CostAmountView, CostGroup, CostGroupKindView, CostGroupView, CostPeriodView, CostRequest,
    CostStep, CostView, LanguageChoice,
};
use crate::world::World;

pub use download::download_costs;

/// The most groups that the service tells apart; it folds the rest into one.
const MOST_GROUPS: u32 = 20;

/// The costs of a place over a time.
///
/// # Errors
/// [`Failure::PeriodInvalid`], what the service refused, or that it cannot be reached.
pub async fn costs(world: &Arc<World>, request: CostRequest) -> Result<CostView, Failure> {
    let place: Place = request.region.parse()?;
    let (start, end) = period(&request)?;
    let connection = world.connection(&request.region).await?;
    let language = world.catalog(preferences::read).await?.language;
    let asked = GetBillingTrend {
        granularity: match request.step {
            CostStep::Day => Granularity::Day,
            CostStep::Month => Granularity::Month,
        },
        start,
        end,
        group_by: dimension(request.group),
        filter: request
            .workspace_id
            .map(only_workspace)
            .into_iter()
            .collect(),
        top: Some(MOST_GROUPS),
        without_zero: None,
        region_id: (place.region().site != Site::ThisComputer)
            .then(|| place.region.as_str().to_owned()),
        locale: match language {
            LanguageChoice::Chinese => Some(BillingLocale::Chinese),
            LanguageChoice::English => Some(BillingLocale::English),
            LanguageChoice::System => None,
        },
    };
    let (trend, seen) = tokio::join!(
        connection.control.get_billing_trend(&asked),
        world.catalog(move |catalog| Seen::read(catalog, &place)),
    );
    let names = Names::of(request.group, seen?.unwrap_or_default());
    Ok(view(trend?, &names, world.now()))
}

fn period(request: &CostRequest) -> Result<(Date, Date), Failure> {
    let day = |text: &str| text.parse::<Date>().ok();
    match (day(&request.start), day(&request.end)) {
        (Some(start), Some(end)) if start <= end => Ok((start, end)),
        _ => Err(Failure::PeriodInvalid {
            start: request.start.clone(),
            end: request.end.clone(),
        }),
    }
}

fn dimension(group: CostGroup) -> BillingDimension {
    match group {
        CostGroup::Workspace => BillingDimension::WorkspaceId,
        CostGroup::ApiKey => BillingDimension::ApiKeyId,
        CostGroup::Model => BillingDimension::BaseModel,
    }
}

fn only_workspace(workspace_id: String) -> DimensionFilter {
    DimensionFilter {
        code: BillingDimension::WorkspaceId.code().to_owned(),
        select_type: SelectType::In,
        values: vec![workspace_id],
    }
}

/// What keys and workspaces are called here: bills name them by their ids.
struct Names(HashMap<String, String>);

impl Names {
    fn of(group: CostGroup, seen: Seen) -> Names {
        Names(match group {
            CostGroup::Model => HashMap::new(),
            CostGroup::ApiKey => seen
                .keys
                .into_iter()
                .filter(|key| !key.description.is_empty())
                .map(|key| (key.api_key_id.to_string(), key.description))
                .collect(),
            CostGroup::Workspace => seen
                .workspaces
                .into_iter()
                .map(|workspace| (workspace.workspace_id, workspace.workspace_name))
                .collect(),
        })
    }

    fn view(&self, cost: PeriodCost) -> CostGroupView {
        let known = self.0.get(&cost.key).cloned();
        CostGroupView {
            kind: match cost.key.as_str() {
                NO_VALUE => CostGroupKindView::None,
                OTHERS => CostGroupKindView::Others,
                _ => CostGroupKindView::One,
            },
            name: known
                .or_else(|| Some(cost.name).filter(|name| !name.is_empty()))
                .unwrap_or_else(|| cost.key.clone()),
            key: cost.key,
            amount: cost.amount,
        }
    }
}

fn view(trend: BillingTrend, names: &Names, now: i64) -> CostView {
    CostView {
        currency: trend.cost_totals.currency,
        total: trend.cost_totals.amount,
        pretax: trend.cost_totals.pretax_amount,
        tax: trend.cost_totals.tax_amount,
        groups: trend
            .group_by_total
            .into_iter()
            .map(|cost| names.view(cost))
            .collect(),
        periods: trend
            .result_by_time
            .into_iter()
            .map(|step| CostPeriodView {
                period: dashed(&step.period),
                total: step.total.amount,
                groups: step
                    .period_details
                    .into_iter()
                    .map(|cost| CostAmountView {
                        key: cost.key,
                        amount: cost.amount,
                    })
                    .collect(),
            })
            .collect(),
        seen_at: milliseconds(now),
    }
}

/// `20261101` as `2026-11-01` and `202611` as `2026-11`; what is written otherwise stays.
fn dashed(period: &str) -> String {
    if !period.bytes().all(|byte| byte.is_ascii_digit()) {
        return period.to_owned();
    }
    match period.len() {
        8 => format!("{}-{}-{}", &period[..4], &period[4..6], &period[6..]),
        6 => format!("{}-{}", &period[..4], &period[4..]),
        _ => period.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_dashed() {
        assert_eq!(dashed("20261101"), "2026-11-01");
        assert_eq!(dashed("202611"), "2026-11");
        for other in ["2026-11-01", "2026Q4", "", "二〇二六"] {
            assert_eq!(dashed(other), other);
        }
    }

    #[test]
    fn a_period_that_ends_before_it_begins_is_refused() {
        let request = |start: &str, end: &str| CostRequest {
            region: "this-computer".to_owned(),
            start: start.to_owned(),
            end: end.to_owned(),
            step: CostStep::Day,
            group: CostGroup::Model,
            workspace_id: None,
        };
        assert!(period(&request("2026-11-01", "2026-11-01")).is_ok());
        for (start, end) in [
            ("2026-11-02", "2026-11-01"),
            ("2026-02-30", "2026-11-01"),
            ("", ""),
        ] {
            assert!(matches!(
                period(&request(start, end)),
                Err(Failure::PeriodInvalid { .. })
            ));
        }
    }
}
