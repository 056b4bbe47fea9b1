use std::ops::Range;

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use secrecy::zeroize::Zeroizing;

use super::layout::indent_at;
use super::{Walk, parse, pieces, trivia, walk};
use crate::tool::document::shown::Piece;
use crate::tool::document::{Flaw, Format, Splice, Step, splice, text_of};

/// Takes something out again, and with it the objects that were made for it and have nothing else in them now.
pub(in crate::tool::document) fn unset(
    format: Format,
    bytes: &[u8],
    path: &[Step],
    made: usize,
    space: &str,
) -> Result<Zeroizing<Vec<u8>>, Flaw> {
    let (text, start) = text_of(bytes)?;
    let root = parse(format, text)?;
    if path.is_empty() || !matches!(walk(text, &root, path)?, Walk::There(_)) {
        return Ok(Zeroizing::new(bytes.to_vec()));
    }
    let mut level = path.len();
    while level > path.len() - made.min(path.len() - 1) {
        let Walk::There(parent) = walk(text, &root, &path[..level - 1])? else {
            break;
        };
        if !is_alone(text, parent) {
            break;
        }
        level -= 1;
    }
    let Walk::There(parent) = walk(text, &root, &path[..level - 1])? else {
        return Ok(Zeroizing::new(bytes.to_vec()));
    };
    let Walk::There(gone) = walk(text, &root, &path[..level])? else {
        return Ok(Zeroizing::new(bytes.to_vec()));
    };
    // Only where the objects that were made are gone too is the space the one from before.
    let space = if level == path.len() - made {
        space
    } else {
        ""
    };
    let comments: Vec<Range<usize>> = pieces(format, text)?
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Comment(range) => Some(range),
            Piece::Text(..) => None,
        })
        .collect();
    let splices = without(text, parent, (gone, space), &comments);
    Ok(splice::apply(bytes, start, splices))
}

/// Whether an object or list has one thing in it, and no comment.
fn is_alone(text: &str, parent: &Value<'_>) -> bool {
    let children = children(parent);
    match children.as_slice() {
        [only] => is_blank_without(text, parent, only),
        _ => false,
    }
}

fn is_blank_without(text: &str, parent: &Value<'_>, only: &Range<usize>) -> bool {
    let after = trivia::comma_after(text, only.end).map_or(only.end, |comma| comma + 1);
    trivia::is_blank(&text[parent.start() + 1..only.start])
        && trivia::is_blank(&text[only.end..after].replace(',', ""))
        && trivia::is_blank(&text[after..parent.end() - 1])
}

/// Where the entries of an object or a list are.
fn children(parent: &Value<'_>) -> Vec<Range<usize>> {
    match parent {
        Value::Object(object) => object
            .properties
            .iter()
            .map(|property| property.start()..property.end())
            .collect(),
        Value::Array(list) => list
            .elements
            .iter()
            .map(|element| element.start()..element.end())
            .collect(),
        _ => Vec::new(),
    }
}

fn without(
    text: &str,
    parent: &Value<'_>,
    (gone, space): (&Value<'_>, &str),
    comments: &[Range<usize>],
) -> Vec<Splice> {
    let all = children(parent);
    let Some(at) = all
        .iter()
        .position(|child| child.start <= gone.start() && gone.end() <= child.end)
    else {
        return Vec::new();
    };
    let own = all[at].clone();
    let left = left_of(text, &own, comments);
    if left.is_empty() && all.len() == 1 && is_blank_without(text, parent, &own) {
        return vec![Splice::new(parent.start() + 1..parent.end() - 1, space)];
    }
    let from = trivia::space_before(text, own.start).max(parent.start() + 1);
    match trivia::comma_after(text, own.end) {
        // Its own comma goes with it. A comment in between stays.
        Some(comma) => vec![
            Splice::new(from..own.end, &left),
            Splice::cut(comma..comma + 1),
        ],
        None => {
            let mut splices = vec![Splice::new(from..own.end, &left)];
            let before = at.checked_sub(1).and_then(|before| all.get(before));
            if let Some(comma) = before.and_then(|child| trivia::comma_after(text, child.end)) {
                splices.push(Splice::cut(comma..comma + 1));
            }
            splices
        }
    }
}

/// The comments in an entry that goes, each on a line, and nothing without any. One of them may end with its line alone.
fn left_of(text: &str, own: &Range<usize>, comments: &[Range<usize>]) -> String {
    let indent = indent_at(text, own.start).unwrap_or_default();
    let line_end = match text.contains("\r\n") {
        true => "\r\n",
        false => "\n",
    };
    let mut left = String::new();
    for comment in comments {
        if own.start <= comment.start && comment.end <= own.end {
            left.push_str(line_end);
            left.push_str(indent);
            left.push_str(&text[comment.clone()]);
        }
    }
    let behind = text[own.end..].trim_start_matches([' ', '\t', ',']);
    if !left.is_empty() && !behind.starts_with(['\r', '\n']) {
        left.push_str(line_end);
    }
    left
}
