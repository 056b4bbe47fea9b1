//! What was used, with what it costs and what things are called.

use std::collections::HashMap;
use std::iter::Sum;
use std::ops::{Add, AddAssign};

use model_studio::region::RegionId;

use crate::amount::Amount;
use crate::catalogue;
use crate::personality::{Currency, Locality};
use crate::store::UsageRow;

/// The charges of some time.
#[derive(Debug)]
pub(crate) struct Book {
    /// The region that they were made in.
    pub(crate) region: RegionId,
    /// What is paid in.
    pub(crate) currency: Currency,
    /// What bills call the calls of models.
    pub(crate) article_code: &'static str,
    /// The workspaces that there are, by id.
    pub(crate) workspaces: HashMap<String, Place>,
    /// What the keys that there are are called, by id.
    pub(crate) keys: HashMap<String, String>,
    /// The charges.
    pub(crate) charges: Vec<Charge>,
}

/// A workspace, as far as bills go.
#[derive(Debug)]
pub(crate) struct Place {
    /// Its name.
    pub(crate) name: String,
    /// Where its models run.
    pub(crate) service_site: String,
}

/// What a day of one key and one model cost.
#[derive(Debug)]
pub(crate) struct Charge {
    /// As YYYY-MM-DD.
    pub(crate) day: String,
    /// The key.
    pub(crate) api_key_id: String,
    /// Its workspace.
    pub(crate) workspace_id: String,
    /// The model.
    pub(crate) model: String,
    /// What it cost.
    pub(crate) cost: Cost,
}

impl Charge {
    /// What a row of use costs. A model that has left the catalogue has no price any more.
    pub(crate) fn of(row: UsageRow, locality: &Locality) -> Charge {
        let known = catalogue::find(&row.model);
        let pretax = known.map_or(Amount::default(), |known| {
            known
                .fee(locality.currency)
                .charge(row.input_tokens, row.output_tokens)
        });
        Charge {
            day: row.day,
            api_key_id: row.api_key_id.to_string(),
            workspace_id: row.workspace_id,
            model: row.model,
            cost: Cost {
                pretax,
                tax: pretax.percent(locality.tax_percent),
            },
        }
    }
}

/// An amount and its tax.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Cost {
    /// Before tax.
    pub(crate) pretax: Amount,
    /// The tax.
    pub(crate) tax: Amount,
}

impl Cost {
    /// All of it.
    pub(crate) fn amount(self) -> Amount {
        self.pretax + self.tax
    }
}

impl Add for Cost {
    type Output = Cost;

    fn add(self, other: Cost) -> Cost {
        Cost {
            pretax: self.pretax + other.pretax,
            tax: self.tax + other.tax,
        }
    }
}

impl AddAssign for Cost {
    fn add_assign(&mut self, other: Cost) {
        *self = *self + other;
    }
}

impl Sum for Cost {
    fn sum<I: Iterator<Item = Cost>>(costs: I) -> Cost {
        costs.fold(Cost::default(), Add::add)
    }
}
