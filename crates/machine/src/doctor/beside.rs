//! The host beside a key: variables such as `OPENAI_BASE_URL`. Only the origin of an address is taken, since the rest of
//! it may hold a secret.

use std::path::PathBuf;

use super::Scope;

/// A place that names a host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostSetting {
    /// The variable.
    pub variable: String,
    /// Whose programs it counts for.
    pub scope: Scope,
    /// The file.
    pub place: PathBuf,
    /// The line in it, from 1.
    pub line: Option<u32>,
    /// The origin that it names, such as `https://dashscope.aliyuncs.com`.
    pub origin: String,
}

/// The origin of an address: scheme, host and port, without a user's name, a path or a query.
pub(super) fn origin(address: &str) -> Option<String> {
    let (scheme, rest) = address.trim().split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority
        .rsplit_once('@')
        .map_or(authority, |(_, host)| host);
    let is_plain = |text: &str, also: &str| {
        !text.is_empty()
            && text
                .chars()
                .all(|letter| letter.is_ascii_alphanumeric() || also.contains(letter))
    };
    (is_plain(scheme, "+.-") && is_plain(host, ".-_:[]")).then(|| format!("{scheme}://{host}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_the_origin_is_taken() {
        let of = |address: &str| origin(address);
        assert_eq!(
            of(" https://dashscope.aliyuncs.com/compatible-mode/v1 ").as_deref(),
            Some("https://dashscope.aliyuncs.com")
        );
        assert_eq!(
            of("https://me:sk-secret@[::1]:8080?key=sk-secret").as_deref(),
            Some("https://[::1]:8080")
        );
        for none in [
            "",
            "dashscope.aliyuncs.com",
            "https://",
            "$HOST/v1",
            "https://a b",
        ] {
            assert_eq!(of(none), None, "{none}");
        }
    }
}
