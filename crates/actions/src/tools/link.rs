//! The links that bring a provider into Chatbox and Cherry Studio. They carry the key in clear, as these tools ask for it.

use data_encoding::BASE64;
use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};
use serde_json::json;

use crate::wire::ToolId;

const ID: &str = "studio-keys";
/// Without brackets and quotes, which Cherry Studio changes.
const NAME: &str = "Model Studio";
const SITE: &str = "https://www.alibabacloud.com/product/modelstudio";

/// Whether a tool takes such a link.
pub(super) fn is_taken_by(tool: ToolId) -> bool {
    matches!(tool, ToolId::Chatbox | ToolId::CherryStudio)
}

/// The link; none for a tool that takes none.
pub(super) fn to(
    tool: ToolId,
    base_url: &str,
    model: &str,
    key: &SecretString,
) -> Option<SecretString> {
    // EXPOSE: the link carries the key, as the window says beside it.
    let key = key.expose_secret();
    match tool {
        ToolId::Chatbox => {
            let (host, path) = host_and_path(base_url);
            let config = json!({
                "id": ID,
                "name": NAME,
                "type": "openai",
                "urls": { "website": SITE },
                "settings": {
                    "apiHost": host,
                    "apiPath": path,
                    "apiKey": key,
                    "models": [{ "modelId": model, "type": "chat" }],
                },
            });
            let config = Zeroizing::new(config.to_string());
            let encoded = Zeroizing::new(BASE64.encode(config.as_bytes()));
            let query: String = url::form_urlencoded::byte_serialize(encoded.as_bytes()).collect();
            Some(format!("chatbox://provider/import?config={query}").into())
        }
        ToolId::CherryStudio => {
            let config = json!({
                "id": ID,
                "name": NAME,
                "type": "openai",
                "baseUrl": without_version(base_url),
                "apiKey": key,
            });
            let config = Zeroizing::new(config.to_string());
            // It swaps these two in what it gets, and that is not the URL-safe alphabet, which has them the other way round.
            let encoded = BASE64.encode(config.as_bytes());
            let encoded = Zeroizing::new(encoded.replace('+', "_").replace('/', "-"));
            Some(format!("cherrystudio://providers/api-keys?v=1&data={}", *encoded).into())
        }
        _ => None,
    }
}

/// What Chatbox asks for apart: the host, and the path of its one request.
pub(super) fn host_and_path(base_url: &str) -> (String, String) {
    let rest = base_url
        .split_once("://")
        .map_or(base_url, |(_, rest)| rest);
    let at = base_url.len() - rest.len() + rest.find('/').unwrap_or(rest.len());
    let (host, path) = base_url.split_at(at);
    (host.to_owned(), format!("{path}/chat/completions"))
}

/// What Cherry Studio asks for: it adds the version itself, and nothing but the request to an address that ends in a slash.
pub(super) fn without_version(base_url: &str) -> String {
    match base_url.strip_suffix("/v1") {
        Some(address) => address.to_owned(),
        None => format!("{base_url}/"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "https://dashscope.aliyuncs.com/compatible-mode/v1";

    fn link(tool: ToolId, key: &str) -> String {
        let link = to(tool, BASE, "qwen3", &SecretString::from(key)).unwrap();
        // EXPOSE: a test's own.
        link.expose_secret().to_owned()
    }

    #[test]
    fn chatbox_reads_back_what_was_put_in() {
        let link = link(ToolId::Chatbox, "sk-ws-?>~~ÿ+1");
        let url: url::Url = link.parse().unwrap();
        let (_, config) = url.query_pairs().next().unwrap();
        let config: serde_json::Value =
            serde_json::from_slice(&BASE64.decode(config.as_bytes()).unwrap()).unwrap();
        let settings = &config["settings"];
        assert_eq!(settings["apiHost"], "https://dashscope.aliyuncs.com");
        assert_eq!(settings["apiPath"], "/compatible-mode/v1/chat/completions");
        assert_eq!(settings["apiKey"], "sk-ws-?>~~ÿ+1");
        assert_eq!(settings["models"][0]["modelId"], "qwen3");
    }

    /// As its handler does it: the two letters of the whole query are swapped, it is parsed, and they are swapped back.
    #[test]
    fn cherry_studio_reads_back_what_was_put_in() {
        for key in ["sk-ws-?>~~ÿ+1", "sk-1", "sk-12", "sk-ws->>>???"] {
            let link = link(ToolId::CherryStudio, key);
            let swapped = link
                .split_once('?')
                .unwrap()
                .1
                .replace('+', "_")
                .replace('/', "-");
            let data = url::form_urlencoded::parse(swapped.as_bytes())
                .find(|(name, _)| name == "data")
                .unwrap()
                .1
                .replace('_', "+")
                .replace('-', "/");
            let config: serde_json::Value =
                serde_json::from_slice(&BASE64.decode(data.as_bytes()).unwrap()).unwrap();
            assert_eq!(config["apiKey"], key);
            assert_eq!(
                config["baseUrl"],
                "https://dashscope.aliyuncs.com/compatible-mode"
            );
            assert!(!config["name"].as_str().unwrap().contains(['(', ')', '\'']));
        }
    }

    #[test]
    fn an_address_without_a_version_is_used_as_it_is() {
        assert_eq!(
            without_version("http://127.0.0.1:4170/x"),
            "http://127.0.0.1:4170/x/"
        );
        assert_eq!(host_and_path("http://h").0, "http://h");
    }
}
