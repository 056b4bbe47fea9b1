//! One line of an allowlist.

use std::fmt;
use std::net::IpAddr;

use ipnet::{IpNet, Ipv4Net};

use super::AddressProblem;

/// One line of the list: an address stays an address, a block a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entry {
    Address(IpAddr),
    Block(IpNet),
}

impl Entry {
    pub(super) fn parse(text: &str) -> Result<Entry, AddressProblem> {
        if !text.contains('/') {
            let address: IpAddr = text.parse().map_err(|_| AddressProblem::NotAnAddress)?;
            return Ok(Entry::Address(address.to_canonical()));
        }
        let block: IpNet = text.parse().map_err(|_| AddressProblem::NotAnAddress)?;
        let whole = canonical(block.trunc());
        if block.addr() == block.network() {
            Ok(Entry::Block(whole))
        } else {
            Err(AddressProblem::HostBits {
                block: whole.to_string(),
            })
        }
    }

    pub(super) fn block(&self) -> IpNet {
        match self {
            Entry::Address(address) => IpNet::from(*address),
            Entry::Block(block) => *block,
        }
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Entry::Address(address) => address.fmt(formatter),
            Entry::Block(block) => block.fmt(formatter),
        }
    }
}

/// A block of IPv4-mapped IPv6 addresses is the IPv4 block that it maps: addresses are compared in that form.
fn canonical(block: IpNet) -> IpNet {
    let IpNet::V6(mapped) = block else {
        return block;
    };
    let (Some(address), Some(length)) = (
        mapped.network().to_ipv4_mapped(),
        mapped.prefix_len().checked_sub(96),
    ) else {
        return block;
    };
    Ipv4Net::new(address, length).map_or(block, IpNet::V4)
}
