//! What the platform's official SDK was seen to send, to compare our requests with.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Asked;

#[derive(Deserialize)]
struct Vectors {
    requests: Vec<Request>,
}

/// A request of the SDK.
#[derive(Deserialize)]
pub(crate) struct Request {
    pub(crate) action: String,
    pub(crate) method: String,
    pub(crate) target: String,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: String,
}

/// The requests of the SDK for an action, in the order in which they were sent.
pub(crate) fn of_sdk(action: &str) -> Vec<Request> {
    [
        include_str!("../data/acs3-vectors.json"),
        include_str!("../data/sdk-requests.json"),
    ]
    .into_iter()
    .flat_map(|text| serde_json::from_str::<Vectors>(text).unwrap().requests)
    .filter(|request| request.action == action)
    .collect()
}

/// What a query or a form says; the SDK writes booleans with a capital.
fn said(form: &str) -> Vec<(String, String)> {
    let mut pairs: Vec<_> = form_urlencoded::parse(form.as_bytes())
        .map(|(name, value)| {
            (
                name.into_owned(),
                value.replace("True", "true").replace("False", "false"),
            )
        })
        .collect();
    pairs.sort();
    pairs
}

pub(crate) fn assert_like_sdk(asked: &Asked, sdk: &Request) {
    asked.assert_signed();
    let (path, query) = sdk.target.split_once('?').unwrap_or((&sdk.target, ""));
    assert_eq!(
        (asked.method.as_str(), asked.path.as_str()),
        (sdk.method.as_str(), path)
    );
    assert_eq!(said(&asked.query), said(query), "{}", sdk.action);
    assert_eq!(
        said(std::str::from_utf8(&asked.body).unwrap()),
        said(&sdk.body),
        "{}",
        sdk.action
    );
    for header in [
        "x-acs-action",
        "x-acs-version",
        "content-type",
        "accept",
        "content-length",
    ] {
        let ours = asked.header(header);
        let theirs = sdk.headers.get(header).map(String::as_str);
        // `True` is as long as `true`, and `False` as `false`: the lengths agree, too.
        assert_eq!(ours, theirs, "{header} of {}", sdk.action);
    }
}
