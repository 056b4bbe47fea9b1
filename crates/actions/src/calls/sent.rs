//! A request as it leaves this computer, to be shown: all of it but the key.

use model_studio::data::{Delivery, Outgoing};
use model_studio::key::KeySecret;

use super::progress::{SHOWN, append};
use crate::wire::{HeaderView, SentView};

/// A request as it is posted to an origin.
pub(super) fn shown(
    origin: &str,
    outgoing: &Outgoing,
    delivery: Delivery,
    key: &KeySecret,
) -> SentView {
    let authorization = HeaderView {
        name: "authorization".to_owned(),
        value: format!("Bearer {}", key.masked()),
    };
    let others = outgoing.headers(delivery).into_iter();
    let others = others.map(|(name, value)| HeaderView {
        name: name.to_owned(),
        value: value.to_owned(),
    });
    let mut body = String::new();
    append(&mut body, &String::from_utf8_lossy(outgoing.body()), SHOWN);
    SentView {
        line: format!("POST {origin}{}", Outgoing::path()),
        headers: std::iter::once(authorization).chain(others).collect(),
        body,
    }
}
