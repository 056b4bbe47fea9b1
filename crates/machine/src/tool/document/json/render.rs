use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};

use super::layout::Layout;
use crate::tool::document::Content;

/// The content as JSON.
pub(super) fn render(content: &Content, key: &SecretString, layout: &Layout) -> Zeroizing<String> {
    // Room for all of it, so that growing leaves no copies of the key behind.
    let mut text = Zeroizing::new(String::with_capacity(8192));
    put(&mut text, content, key, layout);
    text
}

fn put(text: &mut String, content: &Content, key: &SecretString, layout: &Layout) {
    match content {
        Content::Text(words) => quote(text, words),
        Content::Number(number) => text.push_str(&number.to_string()),
        Content::Truth(truth) => text.push_str(if *truth { "true" } else { "false" }),
        // EXPOSE: the user chose to have the key in this file.
        Content::Key => quote(text, key.expose_secret()),
        Content::List(items) => block(text, ('[', ']'), items, layout, |text, item, deeper| {
            put(text, item, key, deeper);
        }),
        Content::Table(entries) => {
            block(
                text,
                ('{', '}'),
                entries,
                layout,
                |text, (name, entry), deeper| {
                    quote(text, name);
                    text.push_str(": ");
                    put(text, entry, key, deeper);
                },
            );
        }
    }
}

fn block<T>(
    text: &mut String,
    (open, close): (char, char),
    items: &[T],
    layout: &Layout,
    mut each: impl FnMut(&mut String, &T, &Layout),
) {
    let deeper = layout.deeper();
    text.push(open);
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        match layout.in_one_line {
            false => text.push_str(&deeper.new_line()),
            true if at > 0 => text.push(' '),
            true => {}
        }
        each(text, item, &deeper);
    }
    if !layout.in_one_line && !items.is_empty() {
        text.push_str(&layout.new_line());
    }
    text.push(close);
}

/// A JSON string. What is not printable ASCII but the letters of all languages is escaped.
pub(in crate::tool::document) fn quote(text: &mut String, words: &str) {
    text.push('"');
    for letter in words.chars() {
        match letter {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\t' => text.push_str("\\t"),
            letter if letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}') => {
                text.push_str(&format!("\\u{:04x}", u32::from(letter)));
            }
            letter => text.push(letter),
        }
    }
    text.push('"');
}
