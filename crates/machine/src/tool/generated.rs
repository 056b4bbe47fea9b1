//! Settings files as people have them, made up for tests: every place where space or a comment may stand has some; with line ends
//! of Windows or without a last one, with a byte order mark, tabs, commas before an end, letters of other languages.

use std::collections::BTreeSet;

use proptest::prelude::*;

/// JSON with comments, or JSON5 where it is `loose`. Some of the keys are of these names.
pub(super) fn json(names: &'static [&'static str], loose: bool) -> impl Strategy<Value = String> {
    let (space, name) = (space(), name(names, loose));
    let value = leaf(loose).prop_recursive(4, 32, 4, {
        let (space, name) = (space.clone(), name.clone());
        move |inner| {
            let item = (space.clone(), inner.clone(), space.clone())
                .prop_map(|(before, value, after)| format!("{before}{value}{after}"));
            let items = proptest::collection::vec(item, 0..3);
            let list = (items, any::<bool>(), space.clone())
                .prop_map(|(items, comma, end)| block('[', ']', &items, comma, &end));
            prop_oneof![list, object(&name, inner.boxed(), &space)]
        }
    });
    let root = object(&name, value.boxed(), &space);
    (space.clone(), root, space, whole())
        .prop_map(|(before, root, after, whole)| whole.of(&format!("{before}{root}{after}")))
}

fn space() -> BoxedStrategy<String> {
    let spaces = prop_oneof![
        6 => Just(""),
        4 => Just(" "),
        4 => Just("\n  "),
        2 => Just("\n\t\t"),
        1 => Just(" // note, \"x\": {\n"),
        1 => Just("/* , } */"),
        1 => Just("/* 注释\n */"),
        1 => Just("\n\n"),
    ];
    spaces.prop_map(str::to_owned).boxed()
}

/// A name, and how it is written.
fn name(names: &'static [&'static str], loose: bool) -> BoxedStrategy<(String, String)> {
    let name = prop_oneof![
        3 => proptest::sample::select(names).prop_map(str::to_owned),
        1 => "[a-z]{1,3}",
        1 => Just("设置".to_owned()),
    ];
    (name, 0..3u8)
        .prop_map(move |(name, quotes)| {
            let is_bare = name.chars().all(|letter| letter.is_ascii_alphabetic());
            let written = match quotes {
                0 if loose && is_bare => name.clone(),
                1 if loose => format!("'{name}'"),
                _ => format!("\"{name}\""),
            };
            (name, written)
        })
        .boxed()
}

fn leaf(loose: bool) -> BoxedStrategy<String> {
    let strict = prop_oneof![
        Just("1".to_owned()),
        Just("-2.5e3".to_owned()),
        Just("true".to_owned()),
        Just("null".to_owned()),
        "[ -!#-\\[\\]-~äö密钥]{0,6}".prop_map(|text| format!("\"{text}\"")),
        Just("\"\\u00e4\\n\\\"//\"".to_owned()),
    ];
    let more = prop_oneof![
        Just("'it\"s'".to_owned()),
        Just("+0x1F".to_owned()),
        Just(".5".to_owned()),
    ];
    match loose {
        true => prop_oneof![2 => strict, 1 => more].boxed(),
        false => strict.boxed(),
    }
}

/// An object in which no name is twice.
fn object(
    name: &BoxedStrategy<(String, String)>,
    value: BoxedStrategy<String>,
    space: &BoxedStrategy<String>,
) -> BoxedStrategy<String> {
    let around = (space.clone(), space.clone(), space.clone(), space.clone());
    let entry = (name.clone(), value, around).prop_map(|((name, written), value, (a, b, c, d))| {
        (name, format!("{a}{written}{b}:{c}{value}{d}"))
    });
    let entries = proptest::collection::vec(entry, 0..5);
    (entries, any::<bool>(), space.clone())
        .prop_map(|(entries, comma, end)| {
            let mut seen = BTreeSet::new();
            let texts: Vec<String> = entries
                .into_iter()
                .filter(|(name, _)| seen.insert(name.clone()))
                .map(|(_, text)| text)
                .collect();
            block('{', '}', &texts, comma, &end)
        })
        .boxed()
}

fn block(open: char, close: char, items: &[String], comma: bool, end: &str) -> String {
    let comma = if comma && !items.is_empty() { "," } else { "" };
    format!("{open}{}{comma}{end}{close}", items.join(","))
}

/// What a file is like as a whole.
#[derive(Debug, Clone)]
struct Whole {
    has_mark: bool,
    is_windows: bool,
    ends_its_line: bool,
}

fn whole() -> impl Strategy<Value = Whole> {
    any::<(bool, bool, bool)>().prop_map(|(has_mark, is_windows, ends_its_line)| Whole {
        has_mark,
        is_windows,
        ends_its_line,
    })
}

impl Whole {
    fn of(&self, text: &str) -> String {
        let mark = if self.has_mark { "\u{feff}" } else { "" };
        let end = if self.ends_its_line { "\n" } else { "" };
        let text = format!("{mark}{text}{end}");
        match self.is_windows {
            true => text.replace('\n', "\r\n"),
            false => text,
        }
    }
}

/// TOML.
pub(super) fn toml() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        Just("# a comment, with = and [".to_owned()),
        Just("\t# 注释".to_owned()),
        Just(String::new()),
        Just("x = 1 # note".to_owned()),
        Just("  y = \"\"\"\nmodel = 1\n\"\"\"".to_owned()),
        Just("z.w = [1,\n 2, ]".to_owned()),
        Just("model = 'mine' # mine".to_owned()),
        Just("model_provider\t=\"密钥\"".to_owned()),
        Just("q = {a=1}".to_owned()),
        Just("\"键\" = 'v'".to_owned()),
    ];
    let table = prop_oneof![
        Just("[t]".to_owned()),
        Just("[model_providers.other]".to_owned()),
        Just("[[list]]".to_owned()),
        Just("  [ model_providers . \"more\" ] # header".to_owned()),
        Just("[profiles.\"工作\"]".to_owned()),
    ];
    let lines = |line: BoxedStrategy<String>| proptest::collection::vec(line, 0..5);
    let line = line.boxed();
    let tables = proptest::collection::vec((table, lines(line.clone())), 0..3);
    (lines(line), tables, whole()).prop_map(|(root, tables, whole)| {
        let mut all = root;
        for (table, lines) in tables {
            all.push(table);
            all.extend(lines);
        }
        whole.of(&all.join("\n"))
    })
}
