//! TOML: keys of the root, and tables with all that is in them.

mod lines;
mod pieces;
mod render;

use std::ops::Range;

use secrecy::SecretString;
use secrecy::zeroize::Zeroizing;
use toml_edit::{Document, Item, TableLike, Value};

use lines::{
    end_before, last_of_root, leaves_comment, line_end_of, line_of_entry, lines_of_table,
    without_end,
};
pub(super) use pieces::{pieces, ranges};
use render::{bare_or_quoted, names, table, value};

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
    for done in 1..path.len() {
        let is_in_the_way = |item: &Item| item.as_table_like().is_none();
        if find(&document, &path[..done]).is_some_and(is_in_the_way) {
            return Err(Flaw::InTheWay {
                setting: shown(&path[..done]),
            });
        }
    }
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
                _ if leaves_comment(text, &line) => line,
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
