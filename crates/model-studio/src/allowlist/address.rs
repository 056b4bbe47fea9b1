//! One address, and why a text is none.

use std::net::{IpAddr, Ipv4Addr};

use super::{AddressProblem, character};
use crate::key::shown;

/// Reads an address.
pub(super) fn read(text: &str) -> Result<IpAddr, AddressProblem> {
    text.parse().map_err(|_| diagnose(text))
}

fn diagnose(text: &str) -> AddressProblem {
    if text.is_empty() {
        return AddressProblem::Empty;
    }
    if let Some((address, zone)) = text.split_once('%') {
        return AddressProblem::Zone {
            address: shown(address),
            zone: shown(zone),
        };
    }
    if let Some(problem) = bracketed(text).or_else(|| with_port(text)) {
        return problem;
    }
    let has = |test: fn(&u8) -> bool| text.as_bytes().iter().any(test);
    if text.contains(':') {
        return v6(text);
    }
    if !has(|byte| !matches!(byte, b'0'..=b'9' | b'.' | b'*')) {
        return v4(text);
    }
    let named = |byte: &u8| !(byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'));
    if !has(named) && has(u8::is_ascii_alphabetic) {
        return AddressProblem::HostName { name: shown(text) };
    }
    foreign(text, |character| {
        character.is_ascii_alphanumeric() || ".-_*".contains(character)
    })
}

/// The first character that does not belong, if one does not.
fn foreign(text: &str, belongs: impl Fn(char) -> bool) -> AddressProblem {
    text.chars()
        .find(|character| !belongs(*character))
        .map_or(AddressProblem::NotAnAddress, character::of)
}

/// `[::1]`, `[::1]:443`.
fn bracketed(text: &str) -> Option<AddressProblem> {
    let (inner, rest) = text.strip_prefix('[')?.split_once(']')?;
    let address = inner.parse().ok()?;
    if rest.is_empty() {
        return Some(AddressProblem::Brackets { address });
    }
    is_port(rest.strip_prefix(':')?).then_some(AddressProblem::Port { address })
}

/// `1.2.3.4:443`, and `example.com:443`, of which the name is the trouble.
fn with_port(text: &str) -> Option<AddressProblem> {
    let (host, port) = text.split_once(':')?;
    if host.is_empty() || port.contains(':') || !is_port(port) {
        return None;
    }
    Some(match host.parse::<Ipv4Addr>() {
        Ok(address) => AddressProblem::Port {
            address: address.into(),
        },
        Err(_) => diagnose(host),
    })
}

fn is_port(text: &str) -> bool {
    text.parse::<u16>().is_ok()
}

/// Digits, dots and stars that are no IPv4 address.
fn v4(text: &str) -> AddressProblem {
    let parts: Vec<&str> = text.split('.').collect();
    if let Some(index) = parts.iter().position(|part| part.is_empty()) {
        return AddressProblem::EmptyPart {
            position: index + 1,
        };
    }
    if text.contains('*') {
        return AddressProblem::Wildcard {
            block: wildcard(&parts),
        };
    }
    if parts.len() < 4 {
        return AddressProblem::TooFewParts { parts: parts.len() };
    }
    if parts.len() > 4 {
        return AddressProblem::TooManyParts { parts: parts.len() };
    }
    let too_large = |part: &&str| part.trim_start_matches('0').parse::<u8>().is_err();
    for (index, part) in parts.iter().enumerate() {
        let (position, part) = (index + 1, *part);
        if part.len() > 1 && part.starts_with('0') {
            return AddressProblem::LeadingZero {
                position,
                part: shown(part),
                decimal: in_radix(&parts, |_| 10),
                octal: in_radix(&parts, |part| if part.starts_with('0') { 8 } else { 10 }),
            };
        }
        if part != "0" && too_large(&part) {
            let part = shown(part);
            return AddressProblem::PartTooLarge { position, part };
        }
    }
    AddressProblem::NotAnAddress
}

fn in_radix(parts: &[&str], radix: impl Fn(&str) -> u32) -> Option<IpAddr> {
    let mut octets = [0; 4];
    for (octet, part) in octets.iter_mut().zip(parts) {
        *octet = u8::from_str_radix(part, radix(part)).ok()?;
    }
    Some(Ipv4Addr::from(octets).into())
}

/// `1.2.*` and `1.2.*.*` are a block; `1.*.3.4` is not.
fn wildcard(parts: &[&str]) -> Option<String> {
    let fixed = parts.iter().take_while(|part| **part != "*").count();
    let stars = parts.iter().skip(fixed).all(|part| *part == "*");
    if !stars || parts.len() > 4 {
        return None;
    }
    let mut octets = [0; 4];
    for (octet, part) in octets.iter_mut().zip(parts.iter().take(fixed)) {
        *octet = part.parse().ok()?;
    }
    Some(format!("{}/{}", Ipv4Addr::from(octets), fixed * 8))
}

/// Something with colons that is no IPv6 address.
fn v6(text: &str) -> AddressProblem {
    let belongs = |character: char| character.is_ascii_alphanumeric() || ".:".contains(character);
    if !text.chars().all(belongs) {
        return foreign(text, belongs);
    }
    if text.matches("::").count() > 1 || text.contains(":::") {
        return AddressProblem::TwoGaps;
    }
    let groups: Vec<&str> = text.split(':').filter(|group| !group.is_empty()).collect();
    let (tail, heads) = groups.split_last().unwrap_or((&"", &[]));
    let is_group =
        |group: &&str| group.len() <= 4 && group.bytes().all(|byte| byte.is_ascii_hexdigit());
    if let Some(group) = heads.iter().find(|group| !is_group(group)) {
        return AddressProblem::Group {
            group: shown(group),
        };
    }
    if tail.contains('.') {
        // IPv4 in IPv6: what is wrong may be wrong in the IPv4.
        if tail.parse::<Ipv4Addr>().is_err() {
            return diagnose(tail);
        }
    } else if !is_group(tail) {
        return AddressProblem::Group { group: shown(tail) };
    }
    AddressProblem::Groups {
        groups: groups.len() + usize::from(tail.contains('.')),
    }
}
