use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;
use secrecy::SecretString;

use super::layout::Layout;
use super::render::render;
use super::{Walk, digest, parse, walk};
use crate::tool::document::{Content, Flaw, Format, Splice, Step, shown};

/// Puts new values into what is there, an object's one by one: a comment in it is somebody's.
pub(in crate::tool::document) fn renew(
    format: Format,
    text: &str,
    path: &[Step],
    content: &Content,
    key: &SecretString,
) -> Result<Vec<Splice>, Flaw> {
    let root = parse(format, text)?;
    let Walk::There(value) = walk(text, &root, path)? else {
        return Err(Flaw::InTheWay {
            setting: shown(path),
        });
    };
    let layout = Layout::of(text, &root);
    let mut splices = Vec::new();
    renew_in(text, value, (content, key), &layout, &mut splices);
    Ok(splices)
}

fn renew_in(
    text: &str,
    value: &Value<'_>,
    (content, key): (&Content, &SecretString),
    layout: &Layout,
    splices: &mut Vec<Splice>,
) {
    if digest(value) == content.digest(key) {
        return;
    }
    if let (Value::Object(object), Content::Table(entries)) = (value, content)
        && let Some(inside) = each(object, entries)
    {
        for (value, entry) in inside {
            renew_in(text, value, (entry, key), layout, splices);
        }
        return;
    }
    let layout = layout.at_line_of(text, value.start());
    let rendered = render(content, key, &layout);
    splices.push(Splice::replace(value.start()..value.end(), rendered));
}

/// What is there for each of the entries; none if the object is not made of them alone.
fn each<'a, 'text>(
    object: &'a Object<'text>,
    entries: &'a [(String, Content)],
) -> Option<Vec<(&'a Value<'text>, &'a Content)>> {
    let value = |name: &str| {
        let mut found = object.properties.iter();
        found
            .find(|property| property.name.as_str() == name)
            .map(|property| &property.value)
    };
    let inside: Option<Vec<_>> = entries
        .iter()
        .map(|(name, entry)| value(name).map(|value| (value, entry)))
        .collect();
    inside.filter(|inside| inside.len() == object.properties.len())
}
