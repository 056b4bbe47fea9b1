//! A block: what stands before the slash, and what after.

use std::net::{IpAddr, Ipv4Addr};

use ipnet::IpNet;

use super::{AddressProblem, Entry, address};
use crate::key::shown;

/// Reads `address/prefix`.
pub(super) fn read(address: &str, prefix: &str) -> Result<Entry, AddressProblem> {
    let address = address::read(address.trim_end())?;
    let prefix = prefix.trim_start();
    let limit = if address.is_ipv4() { 32 } else { 128 };
    if let (IpAddr::V4(address), Ok(mask)) = (address, prefix.parse::<Ipv4Addr>()) {
        return Err(netmask(address, mask));
    }
    let digits = !prefix.is_empty() && prefix.bytes().all(|byte| byte.is_ascii_digit());
    if !digits || (prefix.len() > 1 && prefix.starts_with('0')) {
        let prefix = shown(prefix);
        return Err(AddressProblem::PrefixUnreadable { prefix });
    }
    let block = prefix
        .parse()
        .ok()
        .and_then(|length| IpNet::new(address, length).ok());
    let Some(block) = block else {
        let prefix = shown(prefix);
        return Err(AddressProblem::PrefixTooLong { prefix, limit });
    };
    let entry = Entry::of_block(block);
    if block.addr() == block.network() {
        Ok(entry)
    } else {
        Err(AddressProblem::HostBits {
            address: Entry::of_address(address).to_string(),
            block: entry.to_string(),
        })
    }
}

/// A netmask, or a wildcard mask as routers have it, is named with the prefix it means: `/24` is taken, a mask is not.
fn netmask(address: Ipv4Addr, mask: Ipv4Addr) -> AddressProblem {
    let bits = u32::from(mask);
    let is_wildcard = bits != 0 && bits.leading_ones() == 0;
    let bits = if is_wildcard { !bits } else { bits };
    let prefix = bits.leading_ones();
    let contiguous = bits.count_ones() == prefix;
    let prefix = u8::try_from(prefix).unwrap_or(u8::MAX);
    match IpNet::new(address.into(), prefix) {
        Ok(block) if contiguous => AddressProblem::Netmask {
            mask: mask.into(),
            prefix,
            block: block.trunc().to_string(),
        },
        _ => AddressProblem::NotANetmask { mask: mask.into() },
    }
}
