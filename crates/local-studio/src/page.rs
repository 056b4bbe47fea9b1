//! Pages of a list: in which order, how many, and from where on. A page token names the last row seen, not a number of
//! rows, so that rows which come and go between two pages neither shift nor repeat the others.

use data_encoding::BASE64URL_NOPAD;

use crate::platform_error::Refusal;

/// Rows on a page when the caller does not say.
pub(crate) const DEFAULT_RESULTS: u32 = 20;

/// Most rows on a page.
pub(crate) const MAX_RESULTS: u32 = 100;

/// Most rows on a page of lists about models.
pub(crate) const LARGE_PAGE: u32 = 200;

/// What a list of keys is sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Sort {
    /// By id.
    #[default]
    ApiKeyId,
    /// By time of creation, then by id.
    GmtCreate,
}

/// Which end comes first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Direction {
    /// Newest first.
    #[default]
    Descending,
    /// Oldest first.
    Ascending,
}

/// The last row of a page: the value that it is sorted by, and its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Position {
    /// What the list is sorted by.
    pub(crate) value: i64,
    /// Settles equal values.
    pub(crate) id: i64,
}

impl Position {
    /// The token that asks for what comes after. `listing` names the list and its order.
    pub(crate) fn token(self, listing: &str) -> String {
        BASE64URL_NOPAD.encode(format!("{listing}:{}:{}", self.value, self.id).as_bytes())
    }

    /// Reads the token of a request, if it has one.
    pub(crate) fn of(token: Option<&str>, listing: &str) -> Result<Option<Position>, Refusal> {
        token
            .map(|token| Position::from_token(token, listing))
            .transpose()
    }

    /// Reads a token; one of another list or another order is refused, as it would skip rows.
    fn from_token(token: &str, listing: &str) -> Result<Position, Refusal> {
        read(token, listing).ok_or_else(|| Refusal::InvalidParameter {
            name: "nextToken",
            expected: "the token of the page before, in the same list and order",
        })
    }
}

fn read(token: &str, listing: &str) -> Option<Position> {
    let text = String::from_utf8(BASE64URL_NOPAD.decode(token.as_bytes()).ok()?).ok()?;
    let (value, id) = text
        .strip_prefix(listing)?
        .strip_prefix(':')?
        .split_once(':')?;
    Some(Position {
        value: value.parse().ok()?,
        id: id.parse().ok()?,
    })
}

/// One page of a list, and whether there is more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Page<T> {
    /// The rows.
    pub(crate) rows: Vec<T>,
    /// All rows that pass the filter, on every page.
    pub(crate) total: u32,
    /// Asks for the next page; None on the last one.
    pub(crate) next_token: Option<String>,
}

impl<T> Page<T> {
    /// Cuts `rows`, which were fetched with one more than `limit`, to the page.
    pub(crate) fn cut(
        mut rows: Vec<T>,
        limit: u32,
        total: u32,
        listing: &str,
        position: impl Fn(&T) -> Position,
    ) -> Page<T> {
        let limit = limit as usize;
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next_token = rows
            .last()
            .filter(|_| more)
            .map(|last| position(last).token(listing));
        Page {
            rows,
            total,
            next_token,
        }
    }

    /// The page after a position of a list that is there whole, each row with its place.
    pub(crate) fn of_numbered(
        rows: Vec<(i64, T)>,
        after: Option<Position>,
        limit: u32,
        listing: &str,
    ) -> Page<T> {
        let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let mut following = rows;
        following.retain(|(place, _)| after.is_none_or(|after| *place > after.id));
        let page = Page::cut(following, limit, total, listing, |(place, _)| Position {
            value: *place,
            id: *place,
        });
        Page {
            rows: page.rows.into_iter().map(|(_, row)| row).collect(),
            total: page.total,
            next_token: page.next_token,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_token_comes_back_as_its_position(value: i64, id: i64) {
            let position = Position { value, id };
            prop_assert_eq!(Position::from_token(&position.token("keys"), "keys").unwrap(), position);
            prop_assert!(Position::from_token(&position.token("keys"), "workspaces").is_err());
        }

        #[test]
        fn any_text_is_refused_without_a_panic(text in "\\PC{0,40}") {
            prop_assert!(Position::from_token(&text, "keys").is_err());
        }
    }
}
