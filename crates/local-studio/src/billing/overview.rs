//! What a month cost. Groups beyond the first few are not shown; the totals hold them.

use model_studio::control::wire::{BillingOverview, CostGroup};

use super::book::{Book, Cost};
use super::group::Question;
use crate::amount::Amount;

/// The bill of the time that the book is about.
pub(crate) fn overview(book: &Book, question: &Question) -> BillingOverview {
    let total: Cost = question.chosen(book).map(|charge| charge.cost).sum();
    let mut groups = question.groups(book, question.chosen(book));
    groups.truncate(question.top);
    let shown: Amount = groups.iter().map(|(_, cost)| cost.amount()).sum();
    let to_wire = |(key, cost): &(&str, Cost)| CostGroup {
        amount: cost.amount().to_string(),
        article_codes: vec![book.article_code.to_owned()],
        key: (*key).to_owned(),
        name: book.name(question.dimension, key, question.locale),
        percentage: cost.amount().share_of(shown),
    };
    BillingOverview {
        currency: book.currency.as_str().to_owned(),
        groups: groups.iter().map(to_wire).collect(),
        pretax_amount: total.pretax.to_string(),
        tax_amount: total.tax.to_string(),
        total_amount: total.amount().to_string(),
    }
}
