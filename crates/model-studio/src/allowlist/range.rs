//! A range `a-b`, which people write and the platform does not take.

use std::net::IpAddr;

use ipnet::{IpNet, Ipv4Subnets, Ipv6Subnets};

use super::{AddressProblem, Entry, Reading, address, character};

/// Whether the character stands between the ends of a range.
pub(super) fn is_dash(character: char) -> bool {
    // Hyphens, the figure, en and em dash, the minus, the full-width hyphen, and the tildes of Chinese and Japanese.
    matches!(
        character,
        '-' | '\u{2010}'..='\u{2014}' | '\u{2212}' | '－' | '~' | '～' | '〜'
    )
}

/// The two ends, where the text is a range and not a host name with a hyphen in it.
pub(super) fn split(text: &str) -> Option<(&str, &str)> {
    let (at, dash) = text
        .char_indices()
        .find(|(_, character)| is_dash(*character))?;
    let first = text.get(..at)?.trim_end();
    let last = text.get(at + dash.len_utf8()..)?.trim_start();
    (is_end(first) && is_end(last)).then_some((first, last))
}

/// Nothing, digits and dots, an IPv6 address, or a block of either.
fn is_end(text: &str) -> bool {
    let (address, prefix) = text.split_once('/').unwrap_or((text, "0"));
    let all = |text: &str, test: fn(u8) -> bool| text.bytes().all(test);
    let v4 = all(address, |byte| byte.is_ascii_digit() || byte == b'.');
    let v6 = address.contains(':')
        && all(address, |byte| {
            byte.is_ascii_hexdigit() || matches!(byte, b'.' | b':')
        });
    (v4 || v6) && !prefix.is_empty() && all(prefix, |byte| byte.is_ascii_digit())
}

/// Reads the range.
pub(super) fn read(first: &str, last: &str) -> Result<Reading, AddressProblem> {
    if first.is_empty() || last.is_empty() {
        return Err(AddressProblem::RangeOpen);
    }
    if first.contains('/') || last.contains('/') {
        return Err(AddressProblem::RangeOfBlocks);
    }
    for end in [first, last] {
        character::check(end)?;
    }
    let begin = address::read(first)?.to_canonical();
    if begin.is_ipv4() && last.bytes().all(|byte| byte.is_ascii_digit()) {
        let stem = first.rsplit_once('.').map_or("", |(stem, _)| stem);
        let meant = format!("{begin}-{stem}.{last}");
        let meant = Reading::parse(&meant).is_ok().then_some(meant);
        return Err(AddressProblem::RangeShort { meant });
    }
    between(begin, address::read(last)?.to_canonical())
}

fn between(first: IpAddr, last: IpAddr) -> Result<Reading, AddressProblem> {
    let blocks: Vec<IpNet> = match (first, last) {
        _ if first.is_ipv4() == last.is_ipv4() && first > last => {
            return Err(AddressProblem::RangeBackwards { first, last });
        }
        (IpAddr::V4(first), IpAddr::V4(last)) => {
            Ipv4Subnets::new(first, last, 0).map(IpNet::V4).collect()
        }
        (IpAddr::V6(first), IpAddr::V6(last)) => {
            Ipv6Subnets::new(first, last, 0).map(IpNet::V6).collect()
        }
        _ => return Err(AddressProblem::RangeAcrossFamilies { first, last }),
    };
    Ok(Reading::Range {
        first,
        last,
        entries: blocks.into_iter().map(Entry::of_block).collect(),
    })
}
