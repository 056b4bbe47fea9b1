//! Under which addresses a region sees this computer, as far as is known without asking anybody.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::PoisonError;

use model_studio::region::{Region, Site, Support};

use crate::world::World;

/// The address from which this computer reaches its own server: that listens on this one alone.
pub(crate) const LOOPBACK: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// Loopback on This computer; elsewhere what was found since the start, and nothing where nobody was asked.
pub(crate) fn addresses(world: &World, region: &Region) -> Vec<IpAddr> {
    if region.site == Site::ThisComputer {
        return vec![LOOPBACK];
    }
    let takes_v6 = region.capabilities.ipv6 != Support::No;
    let found = world
        .own_addresses
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    found
        .iter()
        .filter(|address| address.is_ipv4() || takes_v6)
        .copied()
        .collect()
}

/// Remembers what was found, for as long as the program runs.
pub(crate) fn remember(world: &World, found: Vec<IpAddr>) {
    *world
        .own_addresses
        .lock()
        .unwrap_or_else(PoisonError::into_inner) = found;
}
