//! A list in the form in which requests are judged: one binary search, whatever the list looked like.

use std::net::IpAddr;

use ipnet::{IpNet, Ipv4Subnets, Ipv6Subnets};

use super::span::{Span, Spans};
use super::{AddressCounts, Entry};

/// Who is let in, and nothing about how it was written. Made once a change, asked once a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompiledAllowlist {
    pub(super) v4: Spans<u32>,
    pub(super) v6: Spans<u128>,
}

impl CompiledAllowlist {
    /// The union of the entries.
    pub fn new<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> CompiledAllowlist {
        let (mut v4, mut v6) = (Vec::new(), Vec::new());
        for entry in entries {
            match entry.block() {
                IpNet::V4(block) => v4.push(Span {
                    first: block.network().into(),
                    last: block.broadcast().into(),
                }),
                IpNet::V6(block) => v6.push(Span {
                    first: block.network().into(),
                    last: block.broadcast().into(),
                }),
            }
        }
        CompiledAllowlist {
            v4: Spans::union(v4),
            v6: Spans::union(v6),
        }
    }

    /// Whether the address is let in. An IPv4-mapped IPv6 address is its IPv4 address.
    pub fn allows(&self, address: IpAddr) -> bool {
        match address.to_canonical() {
            IpAddr::V4(address) => self.v4.holds(address.into()),
            IpAddr::V6(address) => self.v6.holds(address.into()),
        }
    }

    /// How many addresses are let in.
    pub fn count(&self) -> AddressCounts {
        AddressCounts {
            v4: self.v4.count(),
            v6: self.v6.count(),
        }
    }

    /// Who is let in by this and not by the other.
    pub(super) fn without(&self, other: &CompiledAllowlist) -> CompiledAllowlist {
        CompiledAllowlist {
            v4: self.v4.without(&other.v4),
            v6: self.v6.without(&other.v6),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.v4.is_empty() && self.v6.is_empty()
    }

    /// The fewest blocks that say the same, IPv4 first, in order.
    pub(super) fn blocks(&self) -> impl Iterator<Item = IpNet> + '_ {
        let v4 = self
            .v4
            .iter()
            .flat_map(|span| Ipv4Subnets::new(span.first.into(), span.last.into(), 0));
        let v6 = self
            .v6
            .iter()
            .flat_map(|span| Ipv6Subnets::new(span.first.into(), span.last.into(), 0));
        v4.map(IpNet::V4).chain(v6.map(IpNet::V6))
    }
}
