use std::collections::BTreeMap;
use std::ops::Range;

use jsonc_parser::CommentCollectionStrategy;
use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use secrecy::zeroize::Zeroizing;

use super::{Walk, parse, parse_with, walk};
use crate::tool::document::shown::Piece;
use crate::tool::document::{Flaw, Format, Step};

/// Every text and every comment.
pub(in crate::tool::document) fn pieces(format: Format, text: &str) -> Result<Vec<Piece>, Flaw> {
    let parsed = parse_with(format, text, CommentCollectionStrategy::Separate)?;
    let mut pieces = Vec::new();
    if let Some(root) = &parsed.value {
        texts(root, &mut pieces);
    }
    // Each comment is named by both of its neighbours.
    let mut comments = BTreeMap::new();
    for comment in parsed
        .comments
        .iter()
        .flatten()
        .flat_map(|(_, all)| all.iter())
    {
        comments.insert(comment.start(), comment.end());
    }
    pieces.extend(
        comments
            .into_iter()
            .map(|(start, end)| Piece::Comment(start..end)),
    );
    Ok(pieces)
}

fn texts(value: &Value<'_>, pieces: &mut Vec<Piece>) {
    match value {
        Value::StringLit(text) => pieces.push(Piece::Text(
            text.start()..text.end(),
            Zeroizing::new(text.value.clone().into_owned()),
        )),
        Value::Array(list) => list.elements.iter().for_each(|one| texts(one, pieces)),
        Value::Object(object) => object
            .properties
            .iter()
            .for_each(|property| texts(&property.value, pieces)),
        Value::NumberLit(_) | Value::BooleanLit(_) | Value::NullKeyword(_) => {}
    }
}

/// Where the values at these paths are.
pub(in crate::tool::document) fn ranges(
    format: Format,
    text: &str,
    paths: &[&[Step]],
) -> Result<Vec<Range<usize>>, Flaw> {
    let root = parse(format, text)?;
    let range = |path: &&[Step]| match walk(text, &root, path) {
        Ok(Walk::There(value)) => Some(value.start()..value.end()),
        _ => None,
    };
    Ok(paths.iter().filter_map(range).collect())
}
