use secrecy::{ExposeSecret, SecretString};

use crate::tool::document::json::quote;
use crate::tool::document::{Content, Step};

pub(super) fn names(path: &[Step]) -> Vec<&str> {
    path.iter()
        .filter_map(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            Step::Element { .. } => None,
        })
        .collect()
}

pub(super) fn table(
    text: &mut String,
    names: &[&str],
    content: &Content,
    key: &SecretString,
    end: &str,
) {
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

pub(super) fn value(text: &mut String, content: &Content, key: &SecretString) {
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

pub(super) fn bare_or_quoted(text: &mut String, name: &str) {
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
