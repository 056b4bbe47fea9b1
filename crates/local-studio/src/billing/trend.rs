//! What days or months cost. The groups are the dearest of the whole time; the rest is one group more.

use std::collections::HashMap;

use jiff::civil::Date;
use model_studio::control::wire::{BillingPeriod, BillingTrend, CostTotal, OTHERS, PeriodCost};

use super::book::{Book, Charge, Cost};
use super::group::Question;

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Granularity {
    /// A day.
    Day,
    /// A calendar month.
    Month,
}

impl Granularity {
    /// Characters of a YYYY-MM-DD that name the period.
    fn length(self) -> usize {
        match self {
            Granularity::Day => 10,
            Granularity::Month => 7,
        }
    }

    /// The periods from the first day to the last, in order, each as the beginning of its days.
    fn periods(self, first: Date, last: Date) -> Vec<String> {
        let days = first.series(jiff::Span::new().days(1));
        let mut periods: Vec<String> = days
            .take_while(|day| *day <= last)
            .map(|day| self.period_of(&day.to_string()).to_owned())
            .collect();
        periods.dedup();
        periods
    }

    fn period_of(self, day: &str) -> &str {
        day.get(..self.length()).unwrap_or(day)
    }
}

/// The costs of each period, whether there were any or not.
pub(crate) fn trend(
    book: &Book,
    question: &Question,
    granularity: Granularity,
    first: Date,
    last: Date,
) -> BillingTrend {
    let groups = question.groups(book, question.chosen(book));
    let shown: Vec<&str> = groups
        .iter()
        .take(question.top)
        .map(|(key, _)| *key)
        .collect();
    let mut by_period: HashMap<&str, Vec<&Charge>> = HashMap::new();
    for charge in question.chosen(book) {
        let period = granularity.period_of(&charge.day);
        by_period.entry(period).or_default().push(charge);
    }
    let result_by_time = granularity
        .periods(first, last)
        .into_iter()
        .map(|period| {
            let charges = by_period.remove(period.as_str()).unwrap_or_default();
            let total: Cost = charges.iter().map(|charge| charge.cost).sum();
            let groups = folded(question.groups(book, charges.into_iter()), &shown);
            let details = groups.into_iter().map(|(key, cost)| PeriodCost {
                percentage: cost.amount().share_of(total.amount()),
                ..to_wire(book, question, &key, cost)
            });
            BillingPeriod {
                period_details: details.collect(),
                total: sum(book, total),
                period: period.replace('-', ""),
            }
        })
        .collect();
    let total: Cost = question.chosen(book).map(|charge| charge.cost).sum();
    BillingTrend {
        cost_totals: sum(book, total),
        group_by_total: folded(groups, &shown)
            .into_iter()
            .map(|(key, cost)| to_wire(book, question, &key, cost))
            .collect(),
        result_by_time,
    }
}

/// The groups that are shown, and what is left as one group more.
fn folded(groups: Vec<(&str, Cost)>, shown: &[&str]) -> Vec<(String, Cost)> {
    let (mut kept, rest): (Vec<_>, Vec<_>) = groups
        .into_iter()
        .map(|(key, cost)| (key.to_owned(), cost))
        .partition(|(key, _)| shown.contains(&key.as_str()));
    if !rest.is_empty() {
        let cost = rest.into_iter().map(|(_, cost)| cost).sum();
        kept.push((OTHERS.to_owned(), cost));
    }
    kept
}

fn to_wire(book: &Book, question: &Question, key: &str, cost: Cost) -> PeriodCost {
    PeriodCost {
        amount: cost.amount().to_string(),
        key: key.to_owned(),
        name: book.name(question.dimension, key, question.locale),
        percentage: String::new(),
        pretax_amount: cost.pretax.to_string(),
        tax_amount: cost.tax.to_string(),
    }
}

fn sum(book: &Book, cost: Cost) -> CostTotal {
    CostTotal {
        amount: cost.amount().to_string(),
        currency: book.currency.as_str().to_owned(),
        pretax_amount: cost.pretax.to_string(),
        tax_amount: cost.tax.to_string(),
    }
}
