//! Settings in a file of `environment.d`: `NAME=value`, one a line.

use secrecy::zeroize::Zeroizing;

use super::Setting;
use crate::block::{lines, text_of};

pub(super) fn settings(bytes: &[u8], variable: &str) -> Vec<Setting> {
    let mut found = Vec::new();
    for (line, span) in lines(bytes).enumerate() {
        let text = String::from_utf8_lossy(text_of(&bytes[span])).into_owned();
        let text = Zeroizing::new(text);
        let Some((name, value)) = text.trim().split_once('=') else {
            continue;
        };
        if name.trim_end() == variable {
            let value = Zeroizing::new(value.trim().trim_matches(['"', '\'']).to_owned());
            found.push(Setting {
                line,
                command: String::new(),
                between: "=",
                value,
                alone: true,
            });
        }
    }
    found
}
