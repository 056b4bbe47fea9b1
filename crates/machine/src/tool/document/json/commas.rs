//! Commas behind the last thing of an object or a list.

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;

use super::parse;
use super::trivia::comma_after;
use crate::tool::document::{Flaw, Format};

/// Where each of them is.
pub(in crate::tool::document) fn trailing_commas(text: &str) -> Result<Vec<usize>, Flaw> {
    let root = parse(Format::Json, text)?;
    let mut found = Vec::new();
    add(text, &root, &mut found);
    Ok(found)
}

fn add(text: &str, value: &Value<'_>, found: &mut Vec<usize>) {
    let last = match value {
        Value::Array(list) => {
            list.elements.iter().for_each(|one| add(text, one, found));
            list.elements.last().map(Ranged::end)
        }
        Value::Object(object) => {
            let values = object.properties.iter().map(|property| &property.value);
            values.for_each(|one| add(text, one, found));
            object.properties.last().map(Ranged::end)
        }
        Value::StringLit(_)
        | Value::NumberLit(_)
        | Value::BooleanLit(_)
        | Value::NullKeyword(_) => None,
    };
    found.extend(last.and_then(|end| comma_after(text, end)));
}
