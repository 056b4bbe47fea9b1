//! What the rooms of the engine do together.

mod bad_input;
mod meaning;
mod pasting;
mod properties;
mod regions;

use std::net::IpAddr;

use super::*;

fn list(text: &str) -> Allowlist {
    Allowlist::parse_lines(text).unwrap()
}

fn address(text: &str) -> IpAddr {
    text.parse().unwrap()
}

fn entry(text: &str) -> Entry {
    text.parse().unwrap()
}
