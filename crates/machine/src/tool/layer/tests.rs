//! Every tool in every way, on any file: what is put in comes out without a trace, and what others write meanwhile stays.

use proptest::prelude::*;

use super::*;
use crate::KeyName;
use crate::tool::document::Content;
use crate::tool::{ToolId, ToolUse, ToolWay, generated, written};

const KEY: &str = "sk-ws-0123456789abcdef";

/// The keys of the paths that are set in tools, so that others' files have some of them.
const NAMES: [&str; 24] = [
    "env",
    "apiKeyHelper",
    "ANTHROPIC_BASE_URL",
    "ANTHROPIC_MODEL",
    "ANTHROPIC_AUTH_TOKEN",
    "modelProviders",
    "openai",
    "security",
    "auth",
    "selectedType",
    "model",
    "name",
    "provider",
    "providers",
    "models",
    "studio-keys",
    "agents",
    "defaults",
    "primary",
    "secrets",
    "version",
    "lastUsedProvider",
    "openai-compatible",
    "settings",
];

fn key() -> SecretString {
    KEY.into()
}

/// A tool, one of its ways, and somebody's file of its settings.
fn somebodys() -> impl Strategy<Value = (ToolId, ToolWay, String)> {
    let ways: Vec<(ToolId, ToolWay)> = ToolId::ALL
        .into_iter()
        .flat_map(|tool| written::of(tool).ways().iter().map(move |way| (tool, *way)))
        .collect();
    proptest::sample::select(ways).prop_flat_map(|(tool, way)| {
        let text = match written::of(tool).format() {
            Format::Json => generated::json(&NAMES, false).boxed(),
            Format::Json5 => generated::json(&NAMES, true).boxed(),
            Format::Toml => generated::toml().boxed(),
        };
        (Just(tool), Just(way), text)
    })
}

fn settings(tool: ToolId, way: ToolWay) -> Vec<Setting> {
    let key = KeyName {
        region: "this-computer".to_owned(),
        api_key_id: "7".to_owned(),
    };
    let what = ToolUse {
        tool,
        way,
        base_url: "http://127.0.0.1:1/v1".to_owned(),
        model: "qwen3".to_owned(),
        printer: Some("/opt/a b/studio-keys-key".into()),
    };
    written::of(tool).settings(&what, &key)
}

/// What somebody puts into the file while ours stand in it.
fn theirs(format: Format) -> Vec<Setting> {
    let mut theirs = vec![Setting::text(&["zzz"], "theirs, 他们的")];
    if format != Format::Toml {
        theirs.push(Setting::new(&["env", "ZZZ"], Content::Truth(true)));
    }
    theirs
}

fn said(format: Format, bytes: &[u8]) -> String {
    let whole = format.get(bytes, &[]).unwrap().unwrap();
    whole.digest.hex()
}

proptest! {
    // What stands in our way is refused, and is no case.
    #![proptest_config(ProptestConfig { cases: 256, max_global_rejects: 8_192, ..ProptestConfig::default() })]

    #[test]
    fn every_tool_leaves_no_trace((tool, way, text) in somebodys()) {
        let format = written::of(tool).format();
        let put = put_in(format, text.as_bytes(), &settings(tool, way), &key());
        prop_assume!(put.is_ok());
        let (after, owned) = put.unwrap();
        prop_assert!(format.check(&after).is_ok());
        prop_assert!(is_whole(format, &after, &owned).unwrap());
        let holds = String::from_utf8_lossy(&after).contains(KEY);
        prop_assert_eq!(holds, way == ToolWay::Value);
        let taken = take_out(format, &after, &owned, Some(text.as_bytes())).unwrap();
        prop_assert!(!taken.is_partial);
        prop_assert_eq!(String::from_utf8_lossy(&taken.bytes), text);
    }

    #[test]
    fn what_others_write_meanwhile_stays((tool, way, text) in somebodys()) {
        let format = written::of(tool).format();
        let put = put_in(format, text.as_bytes(), &settings(tool, way), &key());
        let (theirs, alone) = (theirs(format), put_in(format, text.as_bytes(), &theirs(format), &key()));
        prop_assume!(put.is_ok() && alone.is_ok());
        let (after, owned) = put.unwrap();
        let (edited, _) = put_in(format, &after, &theirs, &key()).unwrap();
        let taken = take_out(format, &edited, &owned, Some(text.as_bytes())).unwrap();
        prop_assert!(!taken.is_partial);
        // All that is left is what was there and what they wrote, comments and all.
        prop_assert_eq!(said(format, &taken.bytes), said(format, &alone.unwrap().0));
        for comment in ["// note", "/* , } */", "/* 注释", "# note", "# 注释", "# header"] {
            let count = |text: &str| text.matches(comment).count();
            prop_assert_eq!(count(&String::from_utf8_lossy(&taken.bytes)), count(&text));
        }
    }

    #[test]
    fn what_others_put_in_our_place_stays((tool, way, text) in somebodys(), which in any::<prop::sample::Index>()) {
        let format = written::of(tool).format();
        let put = put_in(format, text.as_bytes(), &settings(tool, way), &key());
        prop_assume!(put.is_ok());
        let (after, owned) = put.unwrap();
        let texts: Vec<Setting> = settings(tool, way)
            .into_iter()
            .filter(|one| !one.is_default && matches!(one.content, Content::Text(_)))
            .collect();
        prop_assume!(!texts.is_empty());
        let path = &which.get(&texts).path;
        let other = Content::text("another, 他们的");
        let (edited, _) = format.set(&after, path, &other, &key()).unwrap();
        prop_assert!(!is_whole(format, &edited, &owned).unwrap());
        let taken = take_out(format, &edited, &owned, Some(text.as_bytes())).unwrap();
        prop_assert!(taken.is_partial);
        let found = format.get(&taken.bytes, path).unwrap();
        prop_assert_eq!(found.map(|found| found.digest), Some(other.digest(&key())));
    }
}
