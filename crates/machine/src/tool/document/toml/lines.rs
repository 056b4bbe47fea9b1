//! Which lines of a TOML text belong to what.

use std::ops::Range;

use toml_edit::{Item, Table, Value};

/// The lines of a table: its header, its own keys, and the tables in it.
pub(super) fn lines_of_table(text: &str, table: &Table, lines: &mut Vec<Range<usize>>) {
    if let Some(span) = table.span().filter(|_| !table.is_implicit()) {
        lines.push(own_part(text, span));
    }
    for (name, item) in table.iter() {
        match item {
            Item::Value(value) => lines.extend(line_of_entry(text, table, name, value)),
            Item::Table(inner) => lines_of_table(text, inner, lines),
            _ => {}
        }
    }
}

pub(super) fn line_of_entry(
    text: &str,
    table: &Table,
    name: &str,
    value: &Value,
) -> Option<Range<usize>> {
    let from = table.key(name)?.span()?.start;
    Some(own_part(text, from..value.span()?.end))
}

/// The lines of a span without the comment that stands behind it: that is somebody's, and becomes a line.
fn own_part(text: &str, span: Range<usize>) -> Range<usize> {
    let line = whole_lines(text, span.clone());
    let behind = &text[span.end..line.end];
    let comment = behind.trim_start_matches([' ', '\t']);
    match comment.starts_with('#') {
        true => line.start..line.end - comment.len(),
        false => line,
    }
}

/// Whether a comment is left of a line from which this is cut.
pub(super) fn leaves_comment(text: &str, own: &Range<usize>) -> bool {
    text[own.end..].starts_with('#') && !text[own.clone()].ends_with('\n')
}

fn whole_lines(text: &str, span: Range<usize>) -> Range<usize> {
    let start = text[..span.start].rfind('\n').map_or(0, |end| end + 1);
    let end = text[span.end..]
        .find('\n')
        .map_or(text.len(), |length| span.end + length + 1);
    start..end
}

pub(super) fn end_before(text: &str, line_start: usize) -> usize {
    let before = &text[..line_start];
    let before = before.strip_suffix('\n').unwrap_or(before);
    before.strip_suffix('\r').unwrap_or(before).len()
}

pub(super) fn without_end(text: &str, line: Range<usize>) -> usize {
    let inside = &text[line.clone()];
    let inside = inside.strip_suffix('\n').unwrap_or(inside);
    line.start + inside.strip_suffix('\r').unwrap_or(inside).len()
}

/// Where the line of the last key that belongs to no table ends.
pub(super) fn last_of_root(text: &str, root: &Table) -> Option<usize> {
    let last = last_value(root)?;
    let line = whole_lines(text, last..last);
    Some(without_end(text, line))
}

fn last_value(table: &Table) -> Option<usize> {
    let ends = table.iter().filter_map(|(_, item)| match item {
        Item::Value(value) => value.span().map(|span| span.end),
        Item::Table(inner) if inner.is_dotted() => last_value(inner),
        _ => None,
    });
    ends.max()
}

pub(super) fn line_end_of(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if text[..at].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}
