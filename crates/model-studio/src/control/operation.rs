//! One call of the control plane before it is signed: its name, its place and what it carries.

use form_urlencoded::Serializer;

use crate::acs3::encode_segment;

pub(super) const FORM: &str = "application/x-www-form-urlencoded";

/// A call.
#[derive(Debug, Clone)]
pub(super) struct Operation {
    pub(super) action: &'static str,
    pub(super) method: Method,
    /// Asking twice changes nothing.
    pub(super) is_read: bool,
    /// Encoded.
    pub(super) path: String,
    /// Form-encoded, the way the SDKs send it.
    pub(super) query: String,
    /// A form; none where the operation takes none.
    pub(super) form: Option<String>,
}

/// What the operations use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    Get,
    Post,
    Put,
    Delete,
}

impl Operation {
    /// An operation on a path made of these segments.
    pub(super) fn new(action: &'static str, method: Method, segments: &[&str]) -> Operation {
        let path = segments
            .iter()
            .map(|segment| format!("/{}", encode_segment(segment)))
            .collect::<String>();
        let path = if path.is_empty() {
            "/".to_owned()
        } else {
            path
        };
        Operation {
            action,
            method,
            is_read: method == Method::Get,
            path,
            query: String::new(),
            form: None,
        }
    }

    /// Adds what there is of these to the query, in the order of their names, as the SDKs do.
    pub(super) fn with_query(mut self, pairs: &[(&str, Option<&str>)]) -> Operation {
        let mut present: Vec<(&str, &str)> = pairs
            .iter()
            .filter_map(|(name, value)| Some((*name, (*value)?)))
            .collect();
        present.sort_unstable();
        self.query = Serializer::new(String::new())
            .extend_pairs(present)
            .finish();
        self
    }

    /// Marks what is sent by POST and yet only asks.
    pub(super) fn that_reads(mut self) -> Operation {
        self.is_read = true;
        self
    }

    /// Gives it a form body, which may be empty.
    pub(super) fn with_form(mut self, form: String) -> Operation {
        self.form = Some(form);
        self
    }
}

impl Method {
    pub(super) fn http(self) -> &'static reqwest::Method {
        match self {
            Method::Get => &reqwest::Method::GET,
            Method::Post => &reqwest::Method::POST,
            Method::Put => &reqwest::Method::PUT,
            Method::Delete => &reqwest::Method::DELETE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_absent_is_not_sent_and_what_is_empty_is() {
        let operation = Operation::new(
            "UpdateApiKey",
            Method::Put,
            &["modelstudio", "apikeys", "42"],
        )
        .with_query(&[
            ("workspaceId", None),
            ("b", Some("生产 +")),
            ("a", Some("")),
        ]);
        assert_eq!(operation.path, "/modelstudio/apikeys/42");
        assert_eq!(operation.query, "a=&b=%E7%94%9F%E4%BA%A7+%2B");
    }

    #[test]
    fn an_id_cannot_leave_its_segment() {
        let operation = Operation::new(
            "DeleteWorkspace",
            Method::Delete,
            &["modelstudio", "workspaces", "../apikeys/1?x"],
        );
        assert_eq!(
            operation.path,
            "/modelstudio/workspaces/..%2Fapikeys%2F1%3Fx"
        );
    }
}
