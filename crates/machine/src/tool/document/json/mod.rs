//! JSON, with comments or as JSON5.

mod commas;
mod insert;
mod layout;
mod pieces;
mod remove;
mod render;
mod renew;
mod trivia;

use std::ops::Range;

use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{
    CollectOptions, CommentCollectionStrategy, ParseOptions, ParseResult, parse_to_ast,
};
use secrecy::SecretString;
use secrecy::zeroize::Zeroizing;

pub(super) use commas::trailing_commas;
pub(super) use pieces::{pieces, ranges};
pub(super) use remove::unset;
pub(super) use render::quote;
pub(super) use renew::renew;

use super::{Before, Content, Digest, Flaw, Format, Found, Splice, Step, line_at, shown};

/// The root, which every settings file has and which is an object.
fn parse(format: Format, text: &str) -> Result<Value<'_>, Flaw> {
    let parsed = parse_with(format, text, CommentCollectionStrategy::Off)?;
    parsed.value.ok_or_else(|| Flaw::Unreadable {
        line: Some(1),
        said: "Nothing in it".to_owned(),
    })
}

fn parse_with(
    format: Format,
    text: &str,
    comments: CommentCollectionStrategy,
) -> Result<ParseResult<'_>, Flaw> {
    let loose = format == Format::Json5;
    let options = ParseOptions {
        allow_comments: true,
        allow_trailing_commas: true,
        allow_missing_commas: false,
        allow_loose_object_property_names: loose,
        allow_single_quoted_strings: loose,
        allow_hexadecimal_numbers: loose,
        allow_unary_plus_numbers: loose,
        allow_bare_decimal_point_numbers: loose,
        allow_non_finite_numbers: loose,
        allow_extended_string_escapes: loose,
    };
    let collect = CollectOptions {
        comments,
        tokens: false,
    };
    parse_to_ast(text, &collect, &options).map_err(|error| Flaw::Unreadable {
        line: u32::try_from(error.line_display()).ok(),
        said: error.kind().to_string(),
    })
}

/// How far a path leads.
enum Walk<'a, 'text> {
    /// To its end.
    There(&'a Value<'text>),
    /// To this object or list, after so many steps.
    Until(&'a Value<'text>, usize),
}

fn walk<'a, 'text>(
    text: &str,
    root: &'a Value<'text>,
    path: &[Step],
) -> Result<Walk<'a, 'text>, Flaw> {
    let mut here = root;
    for (done, step) in path.iter().enumerate() {
        let next = match (step, here) {
            (Step::Key(key), Value::Object(object)) => one_of(
                text,
                object
                    .properties
                    .iter()
                    .filter(|property| property.name.as_str() == key)
                    .map(|property| &property.value),
            )?,
            (Step::Element { key, text: wanted }, Value::Array(array)) => one_of(
                text,
                array
                    .elements
                    .iter()
                    .filter(|element| has_text(element, key, wanted)),
            )?,
            _ => {
                return Err(Flaw::InTheWay {
                    setting: shown(&path[..done]),
                });
            }
        };
        match next {
            Some(value) => here = value,
            None => return Ok(Walk::Until(here, done)),
        }
    }
    Ok(Walk::There(here))
}

/// The only one; none if there is none. Of two, programs differ in which they take, so nothing is right to change.
fn one_of<'a, 'text>(
    text: &str,
    mut found: impl Iterator<Item = &'a Value<'text>>,
) -> Result<Option<&'a Value<'text>>, Flaw>
where
    'text: 'a,
{
    let first = found.next();
    match found.next() {
        Some(second) => Err(Flaw::Unreadable {
            line: Some(line_at(text, second.start())),
            said: "The same key twice".to_owned(),
        }),
        None => Ok(first),
    }
}

fn has_text(element: &Value<'_>, key: &str, wanted: &str) -> bool {
    element
        .as_object()
        .and_then(|object: &Object<'_>| object.get_string(key))
        .is_some_and(|found| found.value == wanted)
}

pub(super) fn get(format: Format, text: &str, path: &[Step]) -> Result<Option<Found>, Flaw> {
    let root = parse(format, text)?;
    let Walk::There(value) = walk(text, &root, path)? else {
        return Ok(None);
    };
    Ok(Some(Found {
        digest: digest(value),
        text: value
            .as_string_lit()
            .map(|found| Zeroizing::new(found.value.clone().into_owned())),
        line: line_at(text, value.start()),
        raw: Zeroizing::new(value.text(text).to_owned()),
    }))
}

/// Where the value at a path is; none if nothing is there.
pub(super) fn range(
    format: Format,
    text: &str,
    path: &[Step],
) -> Result<Option<Range<usize>>, Flaw> {
    let root = parse(format, text)?;
    Ok(match walk(text, &root, path)? {
        Walk::There(value) => Some(value.start()..value.end()),
        Walk::Until(..) => None,
    })
}

pub(super) fn set(
    format: Format,
    text: &str,
    path: &[Step],
    content: &Content,
    key: &SecretString,
) -> Result<(Vec<Splice>, Before), Flaw> {
    let root = parse(format, text)?;
    match walk(text, &root, path)? {
        Walk::There(value) => {
            let layout = layout::Layout::of(text, &root).at_line_of(text, value.start());
            let rendered = render::render(content, key, &layout);
            let splice = Splice::replace(value.start()..value.end(), rendered);
            Ok((vec![splice], Before::Something))
        }
        Walk::Until(container, done) => {
            let layout = layout::Layout::of(text, &root);
            insert::insert(text, container, &path[done..], (content, key), &layout).ok_or_else(
                || Flaw::InTheWay {
                    setting: shown(&path[..done]),
                },
            )
        }
    }
}

fn digest(value: &Value<'_>) -> Digest {
    match value {
        Value::StringLit(text) => Digest::text(&text.value),
        Value::NumberLit(number) => Digest::number(number.value),
        Value::BooleanLit(truth) => Digest::truth(truth.value),
        Value::NullKeyword(_) => Digest::nothing(),
        Value::Array(array) => Digest::list(array.elements.iter().map(digest)),
        Value::Object(object) => Digest::table(
            object
                .properties
                .iter()
                .map(|property| (property.name.as_str(), digest(&property.value))),
        ),
    }
}
