//! What use costs: charges, grouped and added up as the platform does it. Pure: what was used and what things are called is
//! handed in as a [`Book`]. Amounts are exact; only shares are rounded.

mod book;
mod dimension;
mod group;
mod overview;
mod trend;

pub(crate) use book::{Book, Charge, Place};
pub(crate) use dimension::Locale;
pub(crate) use group::{Condition, Question};
pub(crate) use overview::overview;
pub(crate) use trend::{Granularity, trend};

#[cfg(test)]
mod tests;
