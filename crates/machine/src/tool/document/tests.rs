//! Foreign content survives byte for byte: whatever a file looks like, what is put in comes out without a trace, and what
//! others wrote meanwhile stays.

use proptest::prelude::*;

use super::*;

const KEY: &str = "sk-ws-0123456789abcdef";

fn key() -> SecretString {
    KEY.into()
}

/// Settings like those of the tools: at the top, deep, in a list, with the key, an object.
fn settings() -> Vec<(Vec<Step>, Content)> {
    let element = Step::Element {
        key: "name".to_owned(),
        text: "Studio Keys".to_owned(),
    };
    let entry = Content::table([
        ("name", Content::text("Studio Keys")),
        (
            "models",
            Content::List(vec![Content::text("a"), Content::text("b")]),
        ),
    ]);
    vec![
        (
            Step::keys(&["apiKeyHelper"]),
            Content::text("'/opt/a b' print x/1"),
        ),
        (
            Step::keys(&["env", "URL"]),
            Content::text("http://127.0.0.1:1/v1"),
        ),
        (Step::keys(&["env", "TOKEN"]), Content::Key),
        (Step::keys(&["a", "b", "c"]), Content::Number(4)),
        (
            [Step::keys(&["providers", "openai"]), vec![element]].concat(),
            entry,
        ),
    ]
}

type Done = Vec<(Vec<Step>, Before, String)>;

fn put_in(
    format: Format,
    bytes: &[u8],
    settings: &[(Vec<Step>, Content)],
) -> Result<(Vec<u8>, Done), Flaw> {
    let mut now = bytes.to_vec();
    let mut done = Vec::new();
    for (path, content) in settings {
        let raw = format.get(&now, path)?.map(|found| found.raw.to_string());
        let (after, before) = format.set(&now, path, content, &key())?;
        let found = format.get(&after, path)?.expect("it was put there");
        assert_eq!(found.digest, content.digest(&key()));
        now = after.to_vec();
        done.push((path.clone(), before, raw.unwrap_or_default()));
    }
    Ok((now, done))
}

fn take_out(format: Format, bytes: &[u8], done: &Done) -> Vec<u8> {
    let mut now = bytes.to_vec();
    for (path, before, raw) in done.iter().rev() {
        now = match before {
            Before::Nothing { made, space } => format.unset(&now, path, *made, space),
            Before::Something => format.put_raw(&now, path, raw),
        }
        .unwrap()
        .to_vec();
    }
    now
}

fn assert_no_trace(format: Format, text: &str) -> Vec<u8> {
    let settings = match format {
        Format::Toml => toml_settings(),
        _ => settings(),
    };
    let (after, done) = put_in(format, text.as_bytes(), &settings).unwrap();
    let again = take_out(format, &after, &done);
    assert_eq!(
        String::from_utf8_lossy(&again),
        text,
        "after:\n{}",
        String::from_utf8_lossy(&after)
    );
    after
}

fn toml_settings() -> Vec<(Vec<Step>, Content)> {
    vec![
        (
            Step::keys(&["model_provider"]),
            Content::text("studio-keys"),
        ),
        (Step::keys(&["model"]), Content::text("qwen3")),
        (
            Step::keys(&["model_providers", "studio-keys"]),
            Content::table([
                ("name", Content::text("Studio \"Keys\"")),
                ("token", Content::Key),
                (
                    "auth",
                    Content::table([
                        ("command", Content::text("/opt/a b")),
                        ("args", Content::List(vec![Content::text("print")])),
                    ]),
                ),
            ]),
        ),
    ]
}

/// JSON as people lay it out: every place where space or a comment may stand has some.
fn json() -> impl Strategy<Value = String> {
    let space = prop_oneof![
        6 => Just(String::new()),
        4 => Just(" ".to_owned()),
        4 => Just("\n  ".to_owned()),
        2 => Just("\r\n\t".to_owned()),
        1 => Just(" // note, \"x\": {\n".to_owned()),
        1 => Just("/* , } */".to_owned()),
        1 => Just("\n\n".to_owned()),
    ];
    let leaf = prop_oneof![
        Just("1".to_owned()),
        Just("-2.5e3".to_owned()),
        Just("true".to_owned()),
        Just("null".to_owned()),
        "[ -!#-\\[\\]-~äö密钥]{0,6}".prop_map(|text| format!("\"{text}\"")),
        Just("\"\\u00e4\\n\\\"//\"".to_owned()),
    ];
    let space = space.boxed();
    let value = leaf.prop_recursive(3, 24, 4, {
        let space = space.clone();
        move |inner| {
            let item = (space.clone(), inner.clone(), space.clone())
                .prop_map(|(a, value, b)| format!("{a}{value}{b}"));
            let entry = (
                space.clone(),
                names(),
                space.clone(),
                space.clone(),
                inner,
                space.clone(),
            )
                .prop_map(|(a, name, b, c, value, d)| {
                    (name.clone(), format!("{a}\"{name}\"{b}:{c}{value}{d}"))
                });
            prop_oneof![
                (
                    proptest::collection::vec(item, 0..3),
                    any::<bool>(),
                    space.clone()
                )
                    .prop_map(|(items, comma, end)| block('[', ']', &items, comma, &end)),
                (
                    proptest::collection::vec(entry, 0..4),
                    any::<bool>(),
                    space.clone()
                )
                    .prop_map(|(entries, comma, end)| object(entries, comma, &end)),
            ]
        }
    });
    let entry = (space.clone(), names(), space.clone(), value, space.clone())
        .prop_map(|(a, name, b, value, c)| (name.clone(), format!("{a}\"{name}\":{b}{value}{c}")));
    (
        any::<bool>(),
        space.clone(),
        proptest::collection::vec(entry, 0..5),
        any::<bool>(),
        space.clone(),
        space,
    )
        .prop_map(|(mark, before, entries, comma, end, after)| {
            let mark = if mark { "\u{feff}" } else { "" };
            format!("{mark}{before}{}{after}", object(entries, comma, &end))
        })
}

/// Names of others, and of ours.
fn names() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,3}",
        Just("env".to_owned()),
        Just("a".to_owned()),
        Just("b".to_owned()),
        Just("apiKeyHelper".to_owned()),
        Just("TOKEN".to_owned()),
        Just("providers".to_owned()),
        Just("openai".to_owned()),
    ]
}

fn object(entries: Vec<(String, String)>, comma: bool, end: &str) -> String {
    let mut seen = std::collections::BTreeSet::new();
    let texts: Vec<String> = entries
        .into_iter()
        .filter(|(name, _)| seen.insert(name.clone()))
        .map(|(_, text)| text)
        .collect();
    block('{', '}', &texts, comma, end)
}

fn block(open: char, close: char, items: &[String], comma: bool, end: &str) -> String {
    let comma = if comma && !items.is_empty() { "," } else { "" };
    format!("{open}{}{comma}{end}{close}", items.join(","))
}

/// TOML as people lay it out.
fn toml() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        Just("# a comment, with = and [".to_owned()),
        Just(String::new()),
        Just("x = 1 # note".to_owned()),
        Just("  y = \"\"\"\nmodel = 1\n\"\"\"".to_owned()),
        Just("z.w = [1,\n 2 ]".to_owned()),
        Just("model = 'mine' # mine".to_owned()),
        Just("q = {a=1}".to_owned()),
    ];
    let table = prop_oneof![
        Just("[t]".to_owned()),
        Just("[model_providers.other]".to_owned()),
        Just("[[list]]".to_owned()),
        Just("  [ model_providers . \"more\" ] # header".to_owned()),
    ];
    let lines = |line: BoxedStrategy<String>| proptest::collection::vec(line, 0..5);
    let line = line.boxed();
    (
        any::<bool>(),
        lines(line.clone()),
        proptest::collection::vec((table, lines(line)), 0..3),
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(|(mark, root, tables, windows, last_end)| {
            let mut all = root;
            for (table, lines) in tables {
                all.push(table);
                all.extend(lines);
            }
            let mut text = all.join("\n");
            if last_end && !text.is_empty() {
                text.push('\n');
            }
            if windows {
                text = text.replace('\n', "\r\n");
            }
            let mark = if mark { "\u{feff}" } else { "" };
            format!("{mark}{text}")
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn what_is_put_into_json_leaves_no_trace(text in json()) {
        // What stands in our way is refused, and so is not part of this.
        prop_assume!(put_in(Format::Json, text.as_bytes(), &settings()).is_ok());
        let after = assert_no_trace(Format::Json, &text);
        prop_assert!(after.windows(KEY.len()).any(|window| window == KEY.as_bytes()));
    }

    #[test]
    fn json_is_json5_too(text in json()) {
        prop_assume!(put_in(Format::Json5, text.as_bytes(), &settings()).is_ok());
        assert_no_trace(Format::Json5, &text);
    }

    #[test]
    fn what_is_put_into_toml_leaves_no_trace(text in toml()) {
        prop_assume!(put_in(Format::Toml, text.as_bytes(), &toml_settings()).is_ok());
        assert_no_trace(Format::Toml, &text);
    }

    #[test]
    fn what_others_write_meanwhile_stays(text in json(), name in "[k-m]{4}") {
        prop_assume!(put_in(Format::Json, text.as_bytes(), &settings()).is_ok());
        let (after, done) = put_in(Format::Json, text.as_bytes(), &settings()).unwrap();
        let theirs = [(Step::keys(&[&name]), Content::text("theirs")), (Step::keys(&["env", &name]), Content::Truth(true))];
        let (edited, _) = put_in(Format::Json, &after, &theirs).unwrap();
        let undone = take_out(Format::Json, &edited, &done);
        for (path, content) in &theirs {
            let found = Format::Json.get(&undone, path).unwrap();
            prop_assert_eq!(found.map(|found| found.digest), Some(content.digest(&key())));
        }
        // Everything else is as it was: without theirs it says what it said.
        let (expected, _) = put_in(Format::Json, text.as_bytes(), &theirs).unwrap();
        let all = |bytes: &[u8]| Format::Json.get(bytes, &[]).unwrap().map(|found| found.digest);
        prop_assert_eq!(all(&undone), all(&expected));
        for comment in ["// note", "/* , } */"] {
            prop_assert_eq!(String::from_utf8_lossy(&undone).matches(comment).count(), text.matches(comment).count());
        }
    }

    #[test]
    fn no_text_breaks_the_parser(text in "[ -~\n\r\t{}\\[\\]\",:/*\u{feff}ä]{0,80}") {
        for format in [Format::Json, Format::Json5, Format::Toml] {
            let settings = if format == Format::Toml { toml_settings() } else { settings() };
            let _ = put_in(format, text.as_bytes(), &settings);
        }
    }
}

#[test]
fn what_is_put_in_looks_like_the_rest() {
    let text = "{\n\t\"model\": \"x\", // mine\n\t\"env\": {\n\t\t\"A\": \"1\"\n\t}\n}\n";
    let after = assert_no_trace(Format::Json, text);
    let expected = "{\n\t\"model\": \"x\", // mine\n\t\"env\": {\n\t\t\"A\": \"1\",\n\t\t\"URL\": \"http://127.0.0.1:1/v1\",\n\t\t\
        \"TOKEN\": \"sk-ws-0123456789abcdef\"\n\t},\n\t\"apiKeyHelper\": \"'/opt/a b' print x/1\",\n\t\"a\": {\n\t\t\"b\": {\n\t\t\t\
        \"c\": 4\n\t\t}\n\t},\n\t\"providers\": {\n\t\t\"openai\": [\n\t\t\t{\n\t\t\t\t\"name\": \"Studio Keys\",\n\t\t\t\t\
        \"models\": [\n\t\t\t\t\t\"a\",\n\t\t\t\t\t\"b\"\n\t\t\t\t]\n\t\t\t}\n\t\t]\n\t}\n}\n";
    assert_eq!(String::from_utf8(after).unwrap(), expected);
    let after = assert_no_trace(Format::Toml, "# mine\nx = 1\n\n[t]\ny = 2\n");
    let expected = "# mine\nx = 1\nmodel_provider = \"studio-keys\"\nmodel = \"qwen3\"\n\n[t]\ny = 2\n\n[model_providers.studio-keys]\n\
        name = \"Studio \\\"Keys\\\"\"\ntoken = \"sk-ws-0123456789abcdef\"\n[model_providers.studio-keys.auth]\n\
        command = \"/opt/a b\"\nargs = [\"print\"]\n";
    assert_eq!(String::from_utf8(after).unwrap(), expected);
}

#[test]
fn what_cannot_be_read_is_refused_with_its_line() {
    let line = |format: Format, text: &[u8]| match format.check(text) {
        Err(Flaw::Unreadable { line, said }) => {
            assert!(!said.contains("secret"), "{said}");
            line
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(line(Format::Json, b"{\n  \"a\": \"secret\n}"), Some(2));
    assert_eq!(
        line(Format::Json, b"{\n  \"a\": 1\n  \"secret\": 2\n}"),
        Some(2)
    );
    assert_eq!(line(Format::Json, b"\n\n{secret: 1}"), Some(3));
    assert_eq!(line(Format::Json, b""), Some(1));
    assert_eq!(line(Format::Json, b"{\n\"a\": \"\xff\"}"), Some(2));
    assert_eq!(line(Format::Toml, b"a = 1\nb = secret\n"), Some(2));
    assert_eq!(line(Format::Toml, b"a = 1\na = 2\n"), Some(2));
    for format in [Format::Json, Format::Json5] {
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        line(format, deep.as_bytes());
        line(
            format,
            format!("{{\"a\":{}", "{\"a\":".repeat(100_000)).as_bytes(),
        );
    }
    line(
        Format::Toml,
        format!("a={}", "[".repeat(100_000)).as_bytes(),
    );
    Format::Json5.check(b"{a: 'x', b: +0x1F, c: .5,}").unwrap();
}

#[test]
fn of_two_keys_none_is_changed() {
    let text = b"{\"env\": {\"URL\": 1},\n\"env\": {}}";
    let refused = Format::Json.set(text, &Step::keys(&["env", "URL"]), &Content::Key, &key());
    assert!(
        matches!(refused, Err(Flaw::Unreadable { line: Some(2), .. })),
        "{refused:?}"
    );
}

#[test]
fn something_else_in_the_way_is_named() {
    for (format, text, path) in [
        (
            Format::Json,
            "{\"env\": \"x\"}",
            Step::keys(&["env", "URL"]),
        ),
        (Format::Toml, "env = 1", Step::keys(&["env", "URL"])),
    ] {
        let content = Content::Table(Vec::new());
        let refused = format.set(text.as_bytes(), &path, &content, &key());
        assert_eq!(
            refused.map(|_| ()),
            Err(Flaw::InTheWay {
                setting: "env".to_owned()
            })
        );
    }
}
