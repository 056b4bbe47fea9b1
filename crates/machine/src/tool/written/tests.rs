//! What each tool's settings become, whole, in each of its ways.

use std::collections::BTreeMap;
use std::path::PathBuf;

use secrecy::SecretString;

use super::of;
use crate::tool::layer;
use crate::tool::{ToolId, ToolUse, ToolWay};
use crate::{KeyName, Surroundings};

fn written(tool: ToolId, way: ToolWay) -> String {
    let key = KeyName {
        region: "cn-beijing@a7f3c2".to_owned(),
        api_key_id: "77".to_owned(),
    };
    let what = ToolUse {
        tool,
        way,
        base_url: "https://host.example/v1".to_owned(),
        model: "qwen3".to_owned(),
        printer: Some("/opt/it's/studio-keys-key".into()),
    };
    let format = of(tool).format();
    let settings = of(tool).settings(&what, &key);
    let (after, _) = layer::put_in(
        format,
        format.blank(),
        &settings,
        &SecretString::from("sk-1"),
    )
    .expect("a blank file takes everything");
    String::from_utf8(after.to_vec()).unwrap()
}

#[test]
fn claude_code_runs_a_helper_or_has_one_variable() {
    let expected = |rest: &str, end: &str| {
        format!(
            "{{\n  \"env\": {{\n    \"ANTHROPIC_BASE_URL\": \"https://host.example/v1\",\n    \
             \"ANTHROPIC_MODEL\": \"qwen3\",\n    \"ANTHROPIC_DEFAULT_HAIKU_MODEL\": \"qwen3\",\n    \
             \"ANTHROPIC_DEFAULT_SONNET_MODEL\": \"qwen3\",\n    \"ANTHROPIC_DEFAULT_OPUS_MODEL\": \"qwen3\",\n    \
             \"CLAUDE_CODE_SUBAGENT_MODEL\": \"qwen3\"{rest}\n  }}{end}\n}}\n"
        )
    };
    let command = if cfg!(windows) {
        "\\\"/opt/it's/studio-keys-key\\\" \\\"print\\\" \\\"cn-beijing@a7f3c2/77\\\""
    } else {
        "'/opt/it'\\\\''s/studio-keys-key' 'print' 'cn-beijing@a7f3c2/77'"
    };
    let helper = format!(",\n  \"apiKeyHelper\": \"{command}\"");
    assert_eq!(
        written(ToolId::ClaudeCode, ToolWay::Helper),
        expected("", &helper)
    );
    let token = ",\n    \"ANTHROPIC_AUTH_TOKEN\": \"sk-1\"";
    assert_eq!(
        written(ToolId::ClaudeCode, ToolWay::Value),
        expected(token, "")
    );
    assert_eq!(
        written(ToolId::ClaudeCode, ToolWay::Environment),
        expected("", "")
    );
}

#[test]
fn qwen_code_has_a_model_that_names_its_variable() {
    let expected = |variable: &str, end: &str| {
        format!(
            "{{\n  \"modelProviders\": {{\n    \"openai\": [\n      {{\n        \"id\": \"qwen3\",\n        \
             \"name\": \"Model Studio (Studio Keys)\",\n        \"baseUrl\": \"https://host.example/v1\",\n        \
             \"envKey\": \"{variable}\"\n      }}\n    ]\n  }},\n  \"security\": {{\n    \"auth\": {{\n      \
             \"selectedType\": \"openai\"\n    }}\n  }},\n  \"model\": {{\n    \"name\": \"qwen3\"\n  }}{end}\n}}\n"
        )
    };
    let value = ",\n  \"env\": {\n    \"STUDIO_KEYS_QWEN_CODE_KEY\": \"sk-1\"\n  }";
    assert_eq!(
        written(ToolId::QwenCode, ToolWay::Environment),
        expected("DASHSCOPE_API_KEY", "")
    );
    assert_eq!(
        written(ToolId::QwenCode, ToolWay::Value),
        expected("STUDIO_KEYS_QWEN_CODE_KEY", value)
    );
}

#[test]
fn codex_has_a_provider() {
    let expected = |rest: &str| {
        format!(
            "model_provider = \"studio-keys\"\nmodel = \"qwen3\"\n\n[model_providers.studio-keys]\n\
             name = \"Model Studio (Studio Keys)\"\nbase_url = \"https://host.example/v1\"\nwire_api = \"responses\"\n{rest}\n"
        )
    };
    let helper = "[model_providers.studio-keys.auth]\ncommand = \"/opt/it's/studio-keys-key\"\n\
        args = [\"print\", \"cn-beijing@a7f3c2/77\"]";
    assert_eq!(written(ToolId::Codex, ToolWay::Helper), expected(helper));
    assert_eq!(
        written(ToolId::Codex, ToolWay::Environment),
        expected("env_key = \"DASHSCOPE_API_KEY\"")
    );
    assert_eq!(
        written(ToolId::Codex, ToolWay::Value),
        expected("experimental_bearer_token = \"sk-1\"")
    );
}

#[test]
fn open_code_has_a_provider() {
    let expected = |key: &str| {
        format!(
            "{{\n  \"provider\": {{\n    \"studio-keys\": {{\n      \"npm\": \"@ai-sdk/openai-compatible\",\n      \
             \"name\": \"Model Studio (Studio Keys)\",\n      \"options\": {{\n        \
             \"baseURL\": \"https://host.example/v1\",\n        \"apiKey\": \"{key}\"\n      }},\n      \
             \"models\": {{\n        \"qwen3\": {{\n          \"name\": \"qwen3\"\n        }}\n      }}\n    }}\n  }},\n  \
             \"model\": \"studio-keys/qwen3\"\n}}\n"
        )
    };
    let environment = written(ToolId::OpenCode, ToolWay::Environment);
    assert_eq!(environment, expected("{env:DASHSCOPE_API_KEY}"));
    assert_eq!(written(ToolId::OpenCode, ToolWay::Value), expected("sk-1"));
}

#[test]
fn open_claw_refers_to_a_secret() {
    let helper = written(ToolId::OpenClaw, ToolWay::Helper);
    let value: serde_json::Value = serde_json::from_str(&helper).unwrap();
    let source = &value["secrets"]["providers"]["studio_keys"];
    assert_eq!(source["command"], "/opt/it's/studio-keys-key");
    assert_eq!(
        source["args"],
        serde_json::json!(["print", "cn-beijing@a7f3c2/77"])
    );
    assert_eq!(source["jsonOnly"], false);
    let provider = &value["models"]["providers"]["studio-keys"];
    let reference = serde_json::json!({"source": "exec", "provider": "studio_keys", "id": "value"});
    assert_eq!(provider["apiKey"], reference);
    assert_eq!(provider["models"][0]["id"], "qwen3");
    let primary = &value["agents"]["defaults"]["model"]["primary"];
    assert_eq!(primary, "studio-keys/qwen3");
    let environment = written(ToolId::OpenClaw, ToolWay::Environment);
    assert!(environment.contains("\"apiKey\": \"${DASHSCOPE_API_KEY}\""));
    assert!(!environment.contains("secrets"));
    assert!(written(ToolId::OpenClaw, ToolWay::Value).contains("\"apiKey\": \"sk-1\""));
}

#[test]
fn cline_has_the_key() {
    let value: serde_json::Value =
        serde_json::from_str(&written(ToolId::ClineCli, ToolWay::Value)).unwrap();
    assert_eq!(value["version"], 1);
    assert_eq!(value["lastUsedProvider"], "openai-compatible");
    let settings = &value["providers"]["openai-compatible"]["settings"];
    let expected = serde_json::json!({
        "provider": "openai-compatible", "apiKey": "sk-1", "baseUrl": "https://host.example/v1", "model": "qwen3",
    });
    assert_eq!(settings, &expected);
}

#[test]
fn only_a_value_is_in_the_file() {
    for tool in ToolId::ALL {
        for way in of(tool).ways() {
            let text = written(tool, *way);
            assert_eq!(
                text.contains("sk-1"),
                *way == ToolWay::Value,
                "{tool:?} {way:?}"
            );
            let variable = *way == ToolWay::Environment;
            assert!(!variable || of(tool).variable().is_some(), "{tool:?}");
        }
    }
}

#[test]
fn the_environment_says_where_settings_are() {
    // What begins at the root of everything is whole on Unix; on Windows a drive comes before it.
    let whole = |path: &str| match path.strip_prefix('/') {
        Some(rest) if cfg!(windows) => PathBuf::from(format!(r"C:\{rest}")),
        _ => PathBuf::from(path),
    };
    let at = |environment: &[(&str, &str)], tool: ToolId| {
        let environment: BTreeMap<String, String> = environment
            .iter()
            .map(|(name, value)| ((*name).to_owned(), whole(value).display().to_string()))
            .collect();
        let home = whole("/h");
        let surroundings = Surroundings::new(
            home.clone(),
            home.join(".config"),
            home.join("state"),
            environment,
            None,
            str::to_owned,
        );
        of(tool).settings_file(&surroundings)
    };
    for (tool, variable, value, usual, named) in [
        (
            ToolId::ClaudeCode,
            "CLAUDE_CONFIG_DIR",
            "/x",
            "/h/.claude/settings.json",
            "/x/settings.json",
        ),
        (
            ToolId::QwenCode,
            "QWEN_HOME",
            "/x",
            "/h/.qwen/settings.json",
            "/x/settings.json",
        ),
        (
            ToolId::Codex,
            "CODEX_HOME",
            "/x",
            "/h/.codex/config.toml",
            "/x/config.toml",
        ),
        (
            ToolId::OpenClaw,
            "OPENCLAW_CONFIG_PATH",
            "/x.json",
            "/h/.openclaw/openclaw.json",
            "/x.json",
        ),
        (
            ToolId::ClineCli,
            "CLINE_DIR",
            "/x",
            "/h/.cline/data/settings/providers.json",
            "/x/data/settings/providers.json",
        ),
    ] {
        assert_eq!(at(&[], tool), whole(usual));
        assert_eq!(at(&[(variable, value)], tool), whole(named));
        // A relative one counts from wherever the tool is started: no place that is known here.
        assert_eq!(at(&[(variable, "relative")], tool), whole(usual));
    }
    assert_eq!(
        at(&[], ToolId::OpenCode),
        whole("/h/.config/opencode/opencode.json")
    );
}
