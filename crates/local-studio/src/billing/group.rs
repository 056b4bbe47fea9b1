//! Choosing charges and adding them up in groups.

use std::cmp::Reverse;
use std::collections::HashMap;

use model_studio::control::wire::{BillingDimension, NO_VALUE, SelectType};

use super::book::{Book, Charge, Cost};
use super::dimension::Locale;

/// Which charges, and how they are shown.
#[derive(Debug)]
pub(crate) struct Question {
    /// What to group by.
    pub(crate) dimension: BillingDimension,
    /// All of these hold.
    pub(crate) conditions: Vec<Condition>,
    /// Groups that are shown at most.
    pub(crate) top: usize,
    /// Whether groups that cost nothing are left out.
    pub(crate) zero_filter: bool,
    /// The language of names.
    pub(crate) locale: Locale,
}

/// One condition.
#[derive(Debug)]
pub(crate) struct Condition {
    /// Of this dimension.
    pub(crate) dimension: BillingDimension,
    /// These values, or all but these.
    pub(crate) select: SelectType,
    /// The values.
    pub(crate) values: Vec<String>,
}

impl Question {
    /// The charges that are asked for.
    pub(super) fn chosen<'a>(&'a self, book: &'a Book) -> impl Iterator<Item = &'a Charge> {
        book.charges.iter().filter(|charge| {
            self.conditions.iter().all(|condition| {
                let value = book.value(charge, condition.dimension).unwrap_or(NO_VALUE);
                let named = condition.values.iter().any(|wanted| wanted == value);
                named == (condition.select == SelectType::In)
            })
        })
    }

    /// The groups of charges, the dearest first.
    pub(super) fn groups<'a>(
        &self,
        book: &'a Book,
        charges: impl Iterator<Item = &'a Charge>,
    ) -> Vec<(&'a str, Cost)> {
        let mut costs: HashMap<&str, Cost> = HashMap::new();
        for charge in charges {
            let key = book.value(charge, self.dimension).unwrap_or(NO_VALUE);
            *costs.entry(key).or_default() += charge.cost;
        }
        let mut groups: Vec<(&str, Cost)> = costs.into_iter().collect();
        if self.zero_filter {
            groups.retain(|(_, cost)| !cost.amount().is_zero());
        }
        groups.sort_by_key(|(key, cost)| (Reverse(cost.amount()), *key));
        groups
    }
}
