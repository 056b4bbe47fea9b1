//! Pages of lists, and following them to the end.

use std::collections::HashSet;

use crate::control::ControlError;

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// What is on it.
    pub items: Vec<T>,
    /// How many there are on all pages.
    pub total_count: i64,
    /// How many a page may have.
    pub max_results: i64,
    /// Names the next page; none on the last.
    pub next_token: Option<String>,
}

impl<T> Page<T> {
    /// A page as it came, the token of the last one empty.
    pub(super) fn of(
        items: Vec<T>,
        total_count: i64,
        max_results: i64,
        next_token: String,
    ) -> Page<T> {
        Page {
            items,
            total_count,
            max_results,
            next_token: Some(next_token).filter(|token| !token.is_empty()),
        }
    }
}

/// Every item of every page. Stops on a token that came before, which would lead in a circle.
///
/// Takes a function that answers with a future rather than an async closure: the future of the latter is not known to be
/// `Send`, and callers run this on tasks of their own.
pub(super) async fn every<T, F>(
    mut page_at: impl FnMut(Option<String>) -> F,
) -> Result<Vec<T>, ControlError>
where
    F: Future<Output = Result<Page<T>, ControlError>>,
{
    let mut items = Vec::new();
    let mut seen = HashSet::new();
    let mut token = None;
    loop {
        let page = page_at(token).await?;
        items.extend(page.items);
        match page.next_token {
            Some(next) if seen.insert(next.clone()) => token = Some(next),
            _ => return Ok(items),
        }
    }
}
