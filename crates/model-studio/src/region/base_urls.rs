//! The addresses that programs are given, made from a host.

/// The three addresses under which programs reach the models of one host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrls {
    /// For OpenAI-compatible programs.
    pub openai: String,
    /// For the DashScope SDK.
    pub native: String,
    /// For Anthropic-compatible programs.
    pub anthropic: String,
}

/// The addresses of a host (`dashscope.aliyuncs.com`, reached by HTTPS) or of an origin (`http://127.0.0.1:1234`).
pub fn base_urls(host_or_origin: &str) -> BaseUrls {
    let given = host_or_origin.trim_end_matches('/');
    let origin = if given.contains("://") {
        given.to_owned()
    } else {
        format!("https://{given}")
    };
    BaseUrls {
        openai: format!("{origin}/compatible-mode/v1"),
        native: format!("{origin}/api/v1"),
        anthropic: format!("{origin}/apps/anthropic"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_reached_by_https() {
        let urls = base_urls("dashscope.aliyuncs.com");
        assert_eq!(
            urls.openai,
            "https://dashscope.aliyuncs.com/compatible-mode/v1"
        );
        assert_eq!(urls.native, "https://dashscope.aliyuncs.com/api/v1");
        assert_eq!(
            urls.anthropic,
            "https://dashscope.aliyuncs.com/apps/anthropic"
        );
    }

    #[test]
    fn an_origin_stays_as_it_is() {
        assert_eq!(
            base_urls("http://127.0.0.1:1234/").openai,
            "http://127.0.0.1:1234/compatible-mode/v1"
        );
    }
}
