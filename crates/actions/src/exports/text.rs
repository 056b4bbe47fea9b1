//! The forms themselves.

use secrecy::zeroize::Zeroizing;
use serde_json::{Value, json};

use crate::wire::{BaseUrlsView, KeyRef};

/// Where Postman's own vault keeps the key, in an environment that does not.
const IN_VAULT: &str = "{{vault:dashscope-api-key}}";

/// A Postman environment. Without a key it refers to Postman's vault, which asks for it.
pub(super) fn postman(key: &KeyRef, urls: &BaseUrlsView, value: Option<&str>) -> String {
    let kind = if value.is_some() { "secret" } else { "default" };
    let mut values = vec![json!({
        "key": "DASHSCOPE_API_KEY",
        "value": value.unwrap_or(IN_VAULT),
        "type": kind,
        "enabled": true,
    })];
    for (name, url) in named(urls) {
        values.push(json!({ "key": name, "value": url, "type": "default", "enabled": true }));
    }
    let environment = json!({
        "name": format!("Model Studio {}/{}", key.region, key.api_key_id),
        "values": values,
        "_postman_variable_scope": "environment",
    });
    format!("{environment:#}\n")
}

/// A `.env` file.
pub(super) fn dot_env(urls: &BaseUrlsView, value: &str) -> String {
    let mut lines = vec![Zeroizing::new(format!(
        "DASHSCOPE_API_KEY={}",
        *plain(value)
    ))];
    for (name, url) in named(urls) {
        lines.push(Zeroizing::new(format!("{name}={}", *plain(url))));
    }
    if !urls.openai.is_empty() {
        lines.push(Zeroizing::new(format!("OPENAI_API_KEY={}", *plain(value))));
    }
    let mut text = String::with_capacity(lines.iter().map(|line| line.len() + 1).sum());
    for line in &lines {
        text.push_str(line);
        text.push('\n');
    }
    text
}

/// A curl command that reads the key from the environment.
pub(super) fn curl(base_url: &str) -> String {
    let body =
        r#"{"model": "qwen-plus", "messages": [{"role": "user", "content": "Who are you?"}]}"#;
    format!(
        "curl '{base_url}/chat/completions' \\\n  -H \"Authorization: Bearer $DASHSCOPE_API_KEY\" \\\n  \
         -H 'Content-Type: application/json' \\\n  -d '{body}'\n"
    )
}

/// The addresses that the host has, by the names that programs know.
fn named(urls: &BaseUrlsView) -> impl Iterator<Item = (&'static str, &str)> {
    [
        ("DASHSCOPE_HTTP_BASE_URL", urls.native.as_str()),
        ("OPENAI_BASE_URL", urls.openai.as_str()),
        ("ANTHROPIC_BASE_URL", urls.anthropic.as_str()),
    ]
    .into_iter()
    .filter(|(_, url)| !url.is_empty())
}

/// As every reader of such files takes it; quoted only where it must be, since some keep the quotes.
fn plain(value: &str) -> Zeroizing<String> {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "._:/@-+=~".contains(letter);
    Zeroizing::new(if value.chars().all(is_plain) {
        value.to_owned()
    } else {
        Value::from(value).to_string()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const VALUE: &str = "sk-ws-0123456789abcdef";

    fn urls() -> BaseUrlsView {
        BaseUrlsView {
            openai: "https://h.example/compatible-mode/v1".to_owned(),
            native: "https://h.example/api/v1".to_owned(),
            anthropic: String::new(),
        }
    }

    fn key() -> KeyRef {
        KeyRef {
            region: "cn-beijing@a7f3c2".to_owned(),
            api_key_id: "7".to_owned(),
        }
    }

    #[test]
    fn a_postman_environment_has_the_key_only_where_it_was_asked_for() {
        let without = postman(&key(), &urls(), None);
        assert!(!without.contains(VALUE) && without.contains(IN_VAULT));
        let with: Value = serde_json::from_str(&postman(&key(), &urls(), Some(VALUE))).unwrap();
        assert_eq!(with["_postman_variable_scope"], "environment");
        assert_eq!(with["values"][0]["value"], VALUE);
        assert_eq!(with["values"][0]["type"], "secret");
        assert_eq!(with["values"][2]["value"], urls().openai);
        assert_eq!(with["values"].as_array().unwrap().len(), 3);
    }

    /// A shell reads such a file as well as any library does.
    #[test]
    fn a_dot_env_file_sets_what_it_says() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(".env"), dot_env(&urls(), VALUE)).unwrap();
        let ran = std::process::Command::new("sh")
            .args([
                "-c",
                ". ./.env; printf '%s %s' \"$OPENAI_API_KEY\" \"$OPENAI_BASE_URL\"",
            ])
            .current_dir(folder.path())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&ran.stdout);
        assert_eq!(said, format!("{VALUE} {}", urls().openai));
    }

    #[test]
    fn curl_takes_the_key_from_the_environment() {
        let script = format!(
            "curl() {{ printf '%s\\0' \"$@\"; }}; DASHSCOPE_API_KEY={VALUE}\n{}",
            curl(&urls().openai)
        );
        let ran = std::process::Command::new("sh")
            .args(["-c", &script])
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&ran.stdout);
        let words: Vec<&str> = said.split_terminator('\0').collect();
        assert_eq!(
            words[0],
            "https://h.example/compatible-mode/v1/chat/completions"
        );
        assert_eq!(words[2], format!("Authorization: Bearer {VALUE}"));
        assert!(serde_json::from_str::<Value>(words[6]).is_ok());
    }
}
