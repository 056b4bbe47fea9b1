use jsonc_parser::ast::{Array, Object, Value};
use jsonc_parser::common::Ranged;
use secrecy::SecretString;
use secrecy::zeroize::Zeroizing;

use super::layout::{Layout, indent_at};
use super::render::{quote, render};
use super::trivia;
use crate::tool::document::{Before, Content, Splice, Step};

/// Puts something new into an object, as its last, or into a list, as its first: where programs look for the first of
/// several, it is ours. None if the container is of the other kind.
pub(super) fn insert(
    text: &str,
    container: &Value<'_>,
    path: &[Step],
    what: (&Content, &SecretString),
    layout: &Layout,
) -> Option<(Vec<Splice>, Before)> {
    let (splices, space) = match (container, path.first()?) {
        (Value::Object(object), Step::Key(_)) => into_object(text, object, path, what, layout),
        (Value::Array(array), Step::Element { .. }) => into_list(text, array, path, what, layout),
        _ => return None,
    };
    let made = path.len() - 1;
    Some((splices, Before::Nothing { made, space }))
}

fn into_object(
    text: &str,
    object: &Object<'_>,
    path: &[Step],
    what: (&Content, &SecretString),
    layout: &Layout,
) -> (Vec<Splice>, String) {
    let inside = object.start() + 1..object.end() - 1;
    let outer = layout.at_line_of(text, object.start());
    let Some(last) = object.properties.last() else {
        let deeper = outer.deeper();
        return match trivia::last_comment_end(text, inside.start, inside.end) {
            None => {
                let mut put = Zeroizing::new(deeper.new_line());
                put.push_str(&entry(path, what, &deeper));
                put.push_str(&outer.new_line());
                let space = text[inside.clone()].to_owned();
                (vec![Splice::replace(inside, put)], space)
            }
            Some(end) => {
                let is_line = !text[..end].ends_with("*/");
                let lead = if is_line {
                    deeper.new_line()
                } else {
                    " ".to_owned()
                };
                let mut put = Zeroizing::new(lead);
                put.push_str(&entry(path, what, &deeper));
                (vec![Splice::put(end, put)], String::new())
            }
        };
    };
    let comma = trivia::comma_after(text, last.end());
    let in_one_line = !text[object.start()..object.end()].contains('\n');
    if in_one_line {
        let layout = Layout {
            in_one_line,
            ..outer
        };
        let at = comma.map_or(last.end(), |comma| comma + 1);
        let mut put = Zeroizing::new(if comma.is_some() { " " } else { ", " }.to_owned());
        put.push_str(&entry(path, what, &layout));
        if comma.is_some() {
            put.push(',');
        }
        return (vec![Splice::put(at, put)], String::new());
    }
    let indent = indent_at(text, last.start()).map(str::to_owned);
    let layout = Layout {
        indent: indent.unwrap_or_else(|| outer.deeper().indent),
        ..outer
    };
    let at = trivia::line_rest(text, comma.map_or(last.end(), |comma| comma + 1));
    let mut put = Zeroizing::new(layout.new_line());
    put.push_str(&entry(path, what, &layout));
    let mut splices = Vec::new();
    if comma.is_some() {
        put.push(',');
    } else if at == last.end() {
        put.insert(0, ',');
    } else {
        splices.push(Splice::new(last.end()..last.end(), ","));
    }
    splices.push(Splice::put(at, put));
    (splices, String::new())
}

fn into_list(
    text: &str,
    list: &Array<'_>,
    path: &[Step],
    what: (&Content, &SecretString),
    layout: &Layout,
) -> (Vec<Splice>, String) {
    let inside = list.start() + 1..list.end() - 1;
    let outer = layout.at_line_of(text, list.start());
    let deeper = outer.deeper();
    let Some(first) = list.elements.first() else {
        if trivia::is_blank(&text[inside.clone()]) {
            let mut put = Zeroizing::new(deeper.new_line());
            put.push_str(&entry(path, what, &deeper));
            put.push_str(&outer.new_line());
            let space = text[inside.clone()].to_owned();
            return (vec![Splice::replace(inside, put)], space);
        }
        let mut put = Zeroizing::new(deeper.new_line());
        put.push_str(&entry(path, what, &deeper));
        return (vec![Splice::put(inside.start, put)], String::new());
    };
    let before = &text[inside.start..first.start()];
    let mut put = Zeroizing::new(String::new());
    if before.contains('\n') {
        let indent = indent_at(text, first.start()).map(str::to_owned);
        let layout = Layout {
            indent: indent.unwrap_or(deeper.indent),
            ..outer
        };
        put.push_str(&layout.new_line());
        put.push_str(&entry(path, what, &layout));
    } else {
        let in_one_line = !text[list.start()..list.end()].contains('\n');
        let spaces = &before[..before.len() - before.trim_start_matches([' ', '\t']).len()];
        put.push_str(spaces);
        put.push_str(&entry(
            path,
            what,
            &Layout {
                in_one_line,
                ..outer
            },
        ));
    }
    put.push(',');
    (vec![Splice::put(inside.start, put)], String::new())
}

/// What stands for the first step, with all that the others need around it.
fn entry(path: &[Step], what: (&Content, &SecretString), layout: &Layout) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(8192));
    let Some((first, rest)) = path.split_first() else {
        return render(what.0, what.1, layout);
    };
    if let Step::Key(key) = first {
        quote(&mut text, key);
        text.push_str(": ");
    }
    let (open, close) = match rest.first() {
        None => {
            text.push_str(&render(what.0, what.1, layout));
            return text;
        }
        Some(Step::Key(_)) => ('{', '}'),
        Some(Step::Element { .. }) => ('[', ']'),
    };
    let deeper = layout.deeper();
    text.push(open);
    if !layout.in_one_line {
        text.push_str(&deeper.new_line());
    }
    text.push_str(&entry(rest, what, &deeper));
    if !layout.in_one_line {
        text.push_str(&layout.new_line());
    }
    text.push(close);
    text
}
