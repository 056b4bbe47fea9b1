use std::ops::Range;

use secrecy::zeroize::Zeroizing;
use toml_edit::{Item, Value};

use super::{find, parse};
use crate::tool::document::shown::Piece;
use crate::tool::document::{Flaw, Step};

/// Every text and every comment.
pub(in crate::tool::document) fn pieces(text: &str) -> Result<Vec<Piece>, Flaw> {
    let document = parse(text)?;
    let mut values = Vec::new();
    values_in(document.as_item(), &mut values);
    let spans: Vec<Range<usize>> = values.iter().filter_map(|value| value.span()).collect();
    let mut pieces = Vec::new();
    for value in values {
        texts(value, &mut pieces);
    }
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let mut marks = line.match_indices('#').map(|(at, _)| line_start + at);
        let is_outside = |mark: &usize| spans.iter().all(|span| !span.contains(mark));
        if let Some(mark) = marks.find(is_outside) {
            pieces.push(Piece::Comment(mark..line_start + line.trim_end().len()));
        }
        line_start += line.len();
    }
    Ok(pieces)
}

fn values_in<'a>(item: &'a Item, values: &mut Vec<&'a Value>) {
    match item {
        Item::None => {}
        Item::Value(value) => values.push(value),
        Item::Table(table) => table.iter().for_each(|(_, item)| values_in(item, values)),
        Item::ArrayOfTables(tables) => tables
            .iter()
            .flat_map(|table| table.iter())
            .for_each(|(_, item)| values_in(item, values)),
    }
}

fn texts(value: &Value, pieces: &mut Vec<Piece>) {
    match value {
        Value::String(text) => {
            let piece = |span| Piece::Text(span, Zeroizing::new(text.value().clone()));
            pieces.extend(text.span().map(piece));
        }
        Value::Array(list) => list.iter().for_each(|one| texts(one, pieces)),
        Value::InlineTable(table) => table.iter().for_each(|(_, one)| texts(one, pieces)),
        _ => {}
    }
}

/// Where the values at these paths, and in the tables at them, are.
pub(in crate::tool::document) fn ranges(
    text: &str,
    paths: &[&[Step]],
) -> Result<Vec<Range<usize>>, Flaw> {
    let document = parse(text)?;
    let mut values = Vec::new();
    for item in paths.iter().filter_map(|path| find(&document, path)) {
        values_in(item, &mut values);
    }
    Ok(values.into_iter().filter_map(Value::span).collect())
}
