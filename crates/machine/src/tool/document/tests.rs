//! Foreign content survives byte for byte: whatever a file looks like, what is put in comes out without a trace, and what
//! others wrote meanwhile stays.

use proptest::prelude::*;

use super::*;
use crate::tool::generated::{self, toml};

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

/// Names of ours, which others may have used too.
const NAMES: [&str; 8] = [
    "env",
    "URL",
    "a",
    "b",
    "apiKeyHelper",
    "TOKEN",
    "providers",
    "openai",
];

fn json() -> impl Strategy<Value = String> {
    generated::json(&NAMES, false)
}

fn json5() -> impl Strategy<Value = String> {
    generated::json(&NAMES, true)
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
    fn what_is_put_into_json5_leaves_no_trace(text in json5()) {
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
    assert_eq!(line(Format::Json, b"// secret"), Some(1));
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
