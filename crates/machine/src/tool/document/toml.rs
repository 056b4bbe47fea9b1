//! TOML: keys of the root, and tables with all that is in them.

use std::ops::Range;

use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};
use toml_edit::{Document, Item, Table, TableLike, Value};

use super::json::quote;
use super::shown::Piece;
use super::{Before, Content, Digest, Flaw, Found, Splice, Step, line_at, shown, splice, text_of};

fn parse(text: &str) -> Result<Document<&str>, Flaw> {
    Document::parse(text).map_err(|error| Flaw::Unreadable {
        line: error.span().map(|span| line_at(text, span.start)),
        // The parser's own words name no more than single characters.
        said: error
            .message()
            .lines()
            .next()
            .unwrap_or_default()
            .to_owned(),
    })
}

/// What is at a path; none if nothing is.
fn find<'a>(document: &'a Document<&str>, path: &[Step]) -> Option<&'a Item> {
    let mut here = document.as_item();
    for step in path {
        let Step::Key(key) = step else { return None };
        here = here.as_table_like()?.get(key)?;
    }
    Some(here)
}

pub(super) fn get(text: &str, path: &[Step]) -> Result<Option<Found>, Flaw> {
    let document = parse(text)?;
    Ok(find(&document, path).map(|item| {
        let span = item.span().unwrap_or_default();
        Found {
            digest: digest(item),
            text: item.as_str().map(|found| Zeroizing::new(found.to_owned())),
            line: line_at(text, span.start),
            raw: Zeroizing::new(text[span].to_owned()),
        }
    }))
}

/// Every text and every comment.
pub(super) fn pieces(text: &str) -> Result<Vec<Piece>, Flaw> {
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
pub(super) fn ranges(text: &str, paths: &[&[Step]]) -> Result<Vec<Range<usize>>, Flaw> {
    let document = parse(text)?;
    let mut values = Vec::new();
    for item in paths.iter().filter_map(|path| find(&document, path)) {
        values_in(item, &mut values);
    }
    Ok(values.into_iter().filter_map(Value::span).collect())
}

/// Where the value at a path is; none if nothing or a table is there.
pub(super) fn range(text: &str, path: &[Step]) -> Result<Option<Range<usize>>, Flaw> {
    let document = parse(text)?;
    Ok(find(&document, path)
        .and_then(Item::as_value)
        .and_then(Value::span))
}

pub(super) fn set(
    text: &str,
    path: &[Step],
    content: &Content,
    key: &SecretString,
) -> Result<(Vec<Splice>, Before), Flaw> {
    let document = parse(text)?;
    let in_the_way = |done: usize| Flaw::InTheWay {
        setting: shown(&path[..done]),
    };
    let is_table = matches!(content, Content::Table(_));
    if let Some(found) = find(&document, path) {
        let span = found.as_value().and_then(Value::span);
        let span = span
            .filter(|_| !is_table)
            .ok_or_else(|| in_the_way(path.len()))?;
        let mut put = Zeroizing::new(String::with_capacity(8192));
        value(&mut put, content, key);
        return Ok((vec![Splice::replace(span, put)], Before::Something));
    }
    // A table of somebody's is gone on with by its own header; what stands in one line is not.
    for done in 1..path.len() {
        if find(&document, &path[..done]).is_some_and(|item| item.as_table().is_none()) {
            return Err(in_the_way(done));
        }
    }
    let line_end = line_end_of(text);
    let mut put = Zeroizing::new(String::with_capacity(8192));
    let (at, space) = if is_table {
        let space = match text {
            "" => String::new(),
            text if text.ends_with('\n') => line_end.to_owned(),
            _ => line_end.repeat(2),
        };
        put.push_str(&space);
        table(&mut put, &names(path), content, key, line_end);
        (text.len(), space)
    } else {
        let [Step::Key(name)] = path else {
            return Err(in_the_way(path.len() - 1));
        };
        let at = last_of_root(text, document.as_table()).unwrap_or(0);
        if at > 0 {
            put.push_str(line_end);
        }
        bare_or_quoted(&mut put, name);
        put.push_str(" = ");
        value(&mut put, content, key);
        if at == 0 {
            put.push_str(line_end);
        }
        (at, String::new())
    };
    Ok((
        vec![Splice::put(at, put)],
        Before::Nothing { made: 0, space },
    ))
}

/// Puts new values into what is there, a table's one by one.
pub(super) fn renew(
    text: &str,
    path: &[Step],
    content: &Content,
    key: &SecretString,
) -> Result<Vec<Splice>, Flaw> {
    let document = parse(text)?;
    let mut splices = Vec::new();
    renew_in(&document, path, content, key, &mut splices)?;
    Ok(splices)
}

fn renew_in(
    document: &Document<&str>,
    path: &[Step],
    content: &Content,
    key: &SecretString,
    splices: &mut Vec<Splice>,
) -> Result<(), Flaw> {
    let in_the_way = || Flaw::InTheWay {
        setting: shown(path),
    };
    match (find(document, path), content) {
        (Some(Item::Value(there)), _) => {
            let mut put = Zeroizing::new(String::with_capacity(8192));
            value(&mut put, content, key);
            splices.push(Splice::replace(there.span().ok_or_else(in_the_way)?, put));
            Ok(())
        }
        (Some(Item::Table(_)), Content::Table(entries)) => {
            for (name, entry) in entries {
                let inner = [path, &[Step::Key(name.clone())]].concat();
                renew_in(document, &inner, entry, key, splices)?;
            }
            Ok(())
        }
        _ => Err(in_the_way()),
    }
}

pub(super) fn unset(bytes: &[u8], path: &[Step], space: &str) -> Result<Zeroizing<Vec<u8>>, Flaw> {
    let (text, start) = text_of(bytes)?;
    let document = parse(text)?;
    let unchanged = || Ok(Zeroizing::new(bytes.to_vec()));
    let (Some(Step::Key(name)), Some(item)) = (path.last(), find(&document, path)) else {
        return unchanged();
    };
    let parent = find(&document, &path[..path.len() - 1]).and_then(Item::as_table);
    let lines = match (item, parent) {
        (Item::Value(value), Some(parent)) => {
            let line = line_of_entry(text, parent, name, value);
            line.map(|line| match line.start {
                0 => 0..line.end,
                // The line end before it, not the one after it: what follows may be at the end of the file.
                from => end_before(text, from)..without_end(text, line),
            })
            .into_iter()
            .collect()
        }
        (Item::Table(table), _) => {
            let mut lines = Vec::new();
            lines_of_table(text, table, &mut lines);
            lines.sort_by_key(|line: &Range<usize>| line.start);
            if let Some(first) = lines.first_mut()
                && text[..first.start].ends_with(space)
            {
                first.start -= space.len();
            }
            lines
        }
        _ => return unchanged(),
    };
    let splices = lines.into_iter().map(Splice::cut).collect();
    Ok(splice::apply(bytes, start, splices))
}

/// The lines of a table: its header, its own keys, and the tables in it.
fn lines_of_table(text: &str, table: &Table, lines: &mut Vec<Range<usize>>) {
    if let Some(span) = table.span().filter(|_| !table.is_implicit()) {
        lines.push(whole_lines(text, span));
    }
    for (name, item) in table.iter() {
        match item {
            Item::Value(value) => lines.extend(line_of_entry(text, table, name, value)),
            Item::Table(inner) => lines_of_table(text, inner, lines),
            _ => {}
        }
    }
}

fn line_of_entry(text: &str, table: &Table, name: &str, value: &Value) -> Option<Range<usize>> {
    let from = table.key(name)?.span()?.start;
    Some(whole_lines(text, from..value.span()?.end))
}

fn whole_lines(text: &str, span: Range<usize>) -> Range<usize> {
    let start = text[..span.start].rfind('\n').map_or(0, |end| end + 1);
    let end = text[span.end..]
        .find('\n')
        .map_or(text.len(), |length| span.end + length + 1);
    start..end
}

fn end_before(text: &str, line_start: usize) -> usize {
    let before = &text[..line_start];
    let before = before.strip_suffix('\n').unwrap_or(before);
    before.strip_suffix('\r').unwrap_or(before).len()
}

fn without_end(text: &str, line: Range<usize>) -> usize {
    let inside = &text[line.clone()];
    let inside = inside.strip_suffix('\n').unwrap_or(inside);
    line.start + inside.strip_suffix('\r').unwrap_or(inside).len()
}

/// Where the line of the last key that belongs to no table ends.
fn last_of_root(text: &str, root: &Table) -> Option<usize> {
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

fn line_end_of(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if text[..at].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

fn names(path: &[Step]) -> Vec<&str> {
    path.iter()
        .filter_map(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            Step::Element { .. } => None,
        })
        .collect()
}

fn table(text: &mut String, names: &[&str], content: &Content, key: &SecretString, end: &str) {
    let Content::Table(entries) = content else {
        return;
    };
    text.push('[');
    for (at, name) in names.iter().enumerate() {
        if at > 0 {
            text.push('.');
        }
        bare_or_quoted(text, name);
    }
    text.push(']');
    text.push_str(end);
    let is_table = |content: &Content| matches!(content, Content::Table(_));
    for (name, entry) in entries.iter().filter(|(_, entry)| !is_table(entry)) {
        bare_or_quoted(text, name);
        text.push_str(" = ");
        value(text, entry, key);
        text.push_str(end);
    }
    for (name, entry) in entries.iter().filter(|(_, entry)| is_table(entry)) {
        let inner: Vec<&str> = names.iter().copied().chain([name.as_str()]).collect();
        table(text, &inner, entry, key, end);
    }
}

fn value(text: &mut String, content: &Content, key: &SecretString) {
    match content {
        Content::Text(words) => quote(text, words),
        Content::Number(number) => text.push_str(&number.to_string()),
        Content::Truth(truth) => text.push_str(if *truth { "true" } else { "false" }),
        // EXPOSE: the user chose to have the key in this file.
        Content::Key => quote(text, key.expose_secret()),
        Content::List(items) => {
            text.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    text.push_str(", ");
                }
                value(text, item, key);
            }
            text.push(']');
        }
        Content::Table(entries) => {
            text.push_str("{ ");
            for (at, (name, entry)) in entries.iter().enumerate() {
                if at > 0 {
                    text.push_str(", ");
                }
                bare_or_quoted(text, name);
                text.push_str(" = ");
                value(text, entry, key);
            }
            text.push_str(" }");
        }
    }
}

fn bare_or_quoted(text: &mut String, name: &str) {
    let is_bare = !name.is_empty()
        && name
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_'));
    if is_bare {
        text.push_str(name);
    } else {
        quote(text, name);
    }
}

fn digest(item: &Item) -> Digest {
    match item {
        Item::None => Digest::nothing(),
        Item::Value(value) => digest_of_value(value),
        Item::Table(table) => digest_of_table(table),
        Item::ArrayOfTables(tables) => Digest::list(tables.iter().map(|one| digest_of_table(one))),
    }
}

fn digest_of_table(table: &dyn TableLike) -> Digest {
    Digest::table(table.iter().map(|(name, item)| (name, digest(item))))
}

fn digest_of_value(value: &Value) -> Digest {
    match value {
        Value::String(text) => Digest::text(text.value()),
        Value::Integer(number) => Digest::number(&number.value().to_string()),
        Value::Float(number) => Digest::number(&format!("{:?}", number.value())),
        Value::Boolean(truth) => Digest::truth(*truth.value()),
        Value::Datetime(time) => Digest::number(&time.value().to_string()),
        Value::Array(list) => Digest::list(list.iter().map(digest_of_value)),
        Value::InlineTable(table) => digest_of_table(table),
    }
}
