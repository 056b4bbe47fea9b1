//! The links that bring a provider into Chatbox and Cherry Studio. They carry the key in clear, as these tools ask for it.

use data_encoding::BASE64;
use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;

use crate::wire::ToolId;

const ID: &str = "studio-keys";
/// Without brackets and quotes, which Cherry Studio changes.
const NAME: &str = "Model Studio";
const SITE: &str = "https://www.alibabacloud.com/product/modelstudio";

/// Bytes that are more than any link takes: a buffer that never grows leaves no copy of the key behind.
const ROOM: usize = 16 << 10;

/// What Chatbox reads.
#[derive(Serialize)]
struct ChatboxProvider<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(rename = "type")]
    kind: &'a str,
    urls: ChatboxUrls<'a>,
    settings: ChatboxSettings<'a>,
}

#[derive(Serialize)]
struct ChatboxUrls<'a> {
    website: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ChatboxSettings<'a> {
    api_host: &'a str,
    api_path: &'a str,
    api_key: &'a str,
    models: [ChatboxModel<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ChatboxModel<'a> {
    model_id: &'a str,
    #[serde(rename = "type")]
    kind: &'a str,
}

/// What Cherry Studio reads.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CherryStudioProvider<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(rename = "type")]
    kind: &'a str,
    base_url: &'a str,
    api_key: &'a str,
}

/// Whether a tool takes such a link.
pub(super) fn is_taken_by(tool: ToolId) -> bool {
    matches!(tool, ToolId::Chatbox | ToolId::CherryStudio)
}

/// The link; none for a tool that takes none. Every copy of the key that is made on the way is wiped.
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
            let encoded = encoded(&ChatboxProvider {
                id: ID,
                name: NAME,
                kind: "openai",
                urls: ChatboxUrls { website: SITE },
                settings: ChatboxSettings {
                    api_host: &host,
                    api_path: &path,
                    api_key: key,
                    models: [ChatboxModel {
                        model_id: model,
                        kind: "chat",
                    }],
                },
            })?;
            Some(link(
                "chatbox://provider/import?config=",
                url::form_urlencoded::byte_serialize(encoded.as_bytes()),
            ))
        }
        ToolId::CherryStudio => {
            let encoded = encoded(&CherryStudioProvider {
                id: ID,
                name: NAME,
                kind: "openai",
                base_url: &without_version(base_url),
                api_key: key,
            })?;
            // It swaps these two in what it gets, and that is not the URL-safe alphabet, which has them the other way round.
            let encoded = Zeroizing::new(encoded.replace('+', "_").replace('/', "-"));
            Some(link(
                "cherrystudio://providers/api-keys?v=1&data=",
                [encoded.as_str()],
            ))
        }
        _ => None,
    }
}

/// A provider as JSON in base64. None if it cannot be written, which texts alone always can.
fn encoded(provider: &impl Serialize) -> Option<Zeroizing<String>> {
    let mut config = Zeroizing::new(Vec::with_capacity(ROOM));
    serde_json::to_writer(&mut *config, provider).ok()?;
    Some(Zeroizing::new(BASE64.encode(&config)))
}

fn link<'a>(address: &str, pieces: impl IntoIterator<Item = &'a str>) -> SecretString {
    let mut link = Zeroizing::new(String::with_capacity(ROOM));
    link.push_str(address);
    link.extend(pieces);
    SecretString::from(link.as_str())
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
