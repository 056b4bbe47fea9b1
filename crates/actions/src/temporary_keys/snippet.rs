//! Lines that call a model with a key over OpenAI's protocol, the one that every program knows. What is put into them is
//! quoted as the language wants it: a key or a name of a model is whatever the service calls so.

use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;

use super::held::TemporaryKey;
use crate::failure::Failure;
use crate::keys::known_here::KnownHere;
use crate::wire::SnippetLanguage;

/// In the order in which they are shown.
pub(super) const LANGUAGES: [SnippetLanguage; 3] = [
    SnippetLanguage::Curl,
    SnippetLanguage::Python,
    SnippetLanguage::JavaScript,
];

/// The model of an example, where the key may call every model.
const USUAL_MODEL: &str = "qwen-plus";

/// What the example asks: JSON, Python and JavaScript alike.
const MESSAGES: &str = r#"[{"role": "user", "content": "Who are you?"}]"#;

/// A model that the temporary keys of a key may call, as far as is known.
pub(super) fn model(known: &KnownHere, id: i64) -> String {
    let seen = known.seen.iter().flat_map(|seen| &seen.keys);
    seen.filter(|key| key.api_key_id == id)
        .map(|key| &key.auth.model_access_scope)
        .find(|scope| !scope.allow_all_models)
        .and_then(|scope| scope.accessible_models.first().cloned())
        .unwrap_or_else(|| USUAL_MODEL.to_owned())
}

/// The lines as they may be shown.
///
/// # Errors
/// [`Failure::HostUnknown`] for a host that does not speak OpenAI's protocol.
pub(super) fn with_mask(key: &TemporaryKey, language: SnippetLanguage) -> Result<String, Failure> {
    Ok(lines(
        language,
        base_url(key)?,
        &key.model,
        &key.value.masked(),
    ))
}

/// The lines with the key itself in them.
///
/// # Errors
/// As [`with_mask`].
pub(super) fn with_value(
    key: &TemporaryKey,
    language: SnippetLanguage,
) -> Result<SecretString, Failure> {
    // EXPOSE: the lines go to the clipboard, as the user asked.
    let value = key.value.secret().expose_secret();
    Ok(lines(language, base_url(key)?, &key.model, value).into())
}

fn base_url(key: &TemporaryKey) -> Result<&str, Failure> {
    let url = &key.host.base_urls.openai;
    if url.is_empty() {
        return Err(Failure::HostUnknown);
    }
    Ok(url)
}

fn lines(language: SnippetLanguage, base_url: &str, model: &str, key: &str) -> String {
    match language {
        SnippetLanguage::Curl => curl(base_url, model, key),
        SnippetLanguage::Python => python(base_url, model, key),
        SnippetLanguage::JavaScript => java_script(base_url, model, key),
    }
}

fn curl(base_url: &str, model: &str, key: &str) -> String {
    let body = format!(
        "{{\"model\": {}, \"messages\": {MESSAGES}}}",
        *quoted(model)
    );
    let header = Zeroizing::new(format!("Authorization: Bearer {key}"));
    format!(
        "curl {} \\\n  -H {} \\\n  -H 'Content-Type: application/json' \\\n  -d {}\n",
        *in_shell(&format!("{base_url}/chat/completions")),
        *in_shell(&header),
        *in_shell(&body),
    )
}

fn python(base_url: &str, model: &str, key: &str) -> String {
    format!(
        "from openai import OpenAI  # pip install openai\n\n\
         client = OpenAI(\n    api_key={},\n    base_url={},\n)\n\
         answer = client.chat.completions.create(\n    model={},\n    messages={MESSAGES},\n)\n\
         print(answer.choices[0].message.content)\n",
        *quoted(key),
        *quoted(base_url),
        *quoted(model),
    )
}

fn java_script(base_url: &str, model: &str, key: &str) -> String {
    let bearer = Zeroizing::new(format!("Bearer {key}"));
    format!(
        "const response = await fetch({}, {{\n  method: \"POST\",\n  headers: {{\n    \
         Authorization: {},\n    \"Content-Type\": \"application/json\",\n  }},\n  \
         body: JSON.stringify({{\n    model: {},\n    messages: {MESSAGES},\n  }}),\n}});\n\
         const answer = await response.json();\n\
         console.log(answer.choices[0].message.content);\n",
        *quoted(&format!("{base_url}/chat/completions")),
        *quoted(&bearer),
        *quoted(model),
    )
}

/// A text of a shell, whatever is in it.
fn in_shell(text: &str) -> Zeroizing<String> {
    Zeroizing::new(format!("'{}'", text.replace('\'', r"'\''")))
}

/// A text of Python and of JavaScript: both read JSON's.
fn quoted(text: &str) -> Zeroizing<String> {
    Zeroizing::new(Value::from(text).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "st-0123456789abcdef";
    const BASE: &str = "https://dashscope.aliyuncs.com/compatible-mode/v1";

    #[test]
    fn each_language_names_host_model_and_key() {
        for language in LANGUAGES {
            let text = lines(language, BASE, "qwen-max", KEY);
            for part in [BASE, "qwen-max", KEY, MESSAGES] {
                assert!(text.contains(part), "{language:?} lacks {part}: {text}");
            }
        }
    }

    #[test]
    fn nothing_that_a_service_says_leaves_its_quotes() {
        let evil = "st-'; rm -rf ~ #\"\n\\";
        let curl = curl(BASE, evil, evil);
        assert!(curl.contains(r#"Bearer st-'\''; rm"#), "{curl}");
        for text in [python(BASE, evil, evil), java_script(BASE, evil, evil)] {
            assert!(text.contains(r#"st-'; rm -rf ~ #\"\n\\""#), "{text}");
        }
    }

    #[test]
    fn a_shell_reads_the_command_as_it_is_meant() {
        let evil = "qwen'; echo \"$HOME\" `id` \\ #";
        let command = curl(BASE, evil, "st-'$PATH'");
        let script = format!("curl() {{ printf '%s\\0' \"$@\"; }}\n{command}");
        let ran = std::process::Command::new("sh")
            .args(["-c", &script])
            .output()
            .unwrap();
        let words: Vec<&str> = std::str::from_utf8(&ran.stdout)
            .unwrap()
            .split_terminator('\0')
            .collect();
        assert_eq!(words[0], format!("{BASE}/chat/completions"));
        assert_eq!(words[2], "Authorization: Bearer st-'$PATH'");
        let body: Value = serde_json::from_str(words[6]).unwrap();
        assert_eq!(body["model"], evil);
        assert_eq!(words.len(), 7);
    }
}
