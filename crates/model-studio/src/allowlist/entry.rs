//! One entry of an allowlist, as the platform takes it: an address or a block.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use ipnet::{IpNet, Ipv4Net};
use serde::{Serialize, Serializer};

use super::{AddressProblem, Reading};

/// An address, or a block of them without host bits. An address is a block of one, and is written as an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Entry(IpNet);

impl Entry {
    /// The block without its host bits; one of IPv4-mapped addresses is the IPv4 block that it maps.
    pub fn of_block(block: IpNet) -> Entry {
        Entry(canonical(block.trunc()))
    }

    /// One address.
    pub fn of_address(address: IpAddr) -> Entry {
        Entry(IpNet::from(address.to_canonical()))
    }

    /// The addresses of the entry as a block.
    pub fn block(&self) -> IpNet {
        self.0
    }

    /// Whether it is one address.
    pub fn is_address(&self) -> bool {
        self.0.prefix_len() == self.0.max_prefix_len()
    }

    /// Whether it is of IPv6.
    pub fn is_v6(&self) -> bool {
        matches!(self.0, IpNet::V6(_))
    }

    /// Whether the address is in it.
    pub fn holds(&self, address: IpAddr) -> bool {
        self.0.contains(&address.to_canonical())
    }

    /// Whether everything in the other is in this.
    pub fn covers(&self, other: &Entry) -> bool {
        self.0.contains(&other.0)
    }
}

impl FromStr for Entry {
    type Err = AddressProblem;

    /// Reads one entry. A range is none: it has to be turned into blocks first, which [`Reading::parse`] does.
    fn from_str(text: &str) -> Result<Entry, AddressProblem> {
        match Reading::parse(text)? {
            Reading::Entry { entry } => Ok(entry),
            Reading::Range { first, last, .. } => {
                Err(AddressProblem::RangeNotTaken { first, last })
            }
        }
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_address() {
            self.0.addr().fmt(formatter)
        } else {
            self.0.fmt(formatter)
        }
    }
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

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
