//! Addresses that do not belong to anybody on the internet, by the registries of IANA for special purposes.

use ipnet::{IpNet, Ipv4Net, Ipv6Net};
use serde::Serialize;

use std::net::{Ipv4Addr, Ipv6Addr};

/// What a special address is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum AddressClass {
    /// Inside homes and companies: `10.0.0.0/8`, `172.16.0.0/12`, `192.168.0.0/16`, `fc00::/7`.
    Private,
    /// The computer itself: `127.0.0.0/8`, `::1`.
    Loopback,
    /// One cable or one radio cell: `169.254.0.0/16`, `fe80::/10`.
    LinkLocal,
    /// Between a provider and its customers, many of whom share one public address: `100.64.0.0/10`.
    CarrierNat,
    /// For examples in texts: `192.0.2.0/24`, `198.51.100.0/24`, `203.0.113.0/24`, `2001:db8::/32`, `3fff::/20`.
    Documentation,
    /// To many at once, from nobody: `224.0.0.0/4`, `ff00::/8`.
    Multicast,
    /// No address yet: `0.0.0.0/8`, `::`.
    Unspecified,
    /// For tests, for protocols, for later.
    Reserved,
}

use AddressClass::{
    CarrierNat, Documentation, LinkLocal, Loopback, Multicast, Private, Reserved, Unspecified,
};

const fn v4(a: u8, b: u8, c: u8, prefix: u8) -> IpNet {
    IpNet::V4(Ipv4Net::new_assert(Ipv4Addr::new(a, b, c, 0), prefix))
}

const fn v6(a: u16, b: u16, c: u16, last: u16, prefix: u8) -> IpNet {
    IpNet::V6(Ipv6Net::new_assert(
        Ipv6Addr::new(a, b, c, 0, 0, 0, 0, last),
        prefix,
    ))
}

/// The narrow before the wide: the first that holds an address says what it is for.
pub(super) const SPECIAL: [(IpNet, AddressClass); 31] = [
    (v4(0, 0, 0, 8), Unspecified),
    (v4(10, 0, 0, 8), Private),
    (v4(100, 64, 0, 10), CarrierNat),
    (v4(127, 0, 0, 8), Loopback),
    (v4(169, 254, 0, 16), LinkLocal),
    (v4(172, 16, 0, 12), Private),
    (v4(192, 0, 0, 24), Reserved),
    (v4(192, 0, 2, 24), Documentation),
    (v4(192, 88, 99, 24), Reserved),
    (v4(192, 168, 0, 16), Private),
    (v4(198, 18, 0, 15), Reserved),
    (v4(198, 51, 100, 24), Documentation),
    (v4(203, 0, 113, 24), Documentation),
    (v4(224, 0, 0, 4), Multicast),
    (v4(240, 0, 0, 4), Reserved),
    (v6(0, 0, 0, 0, 128), Unspecified),
    (v6(0, 0, 0, 1, 128), Loopback),
    (v6(0x100, 0, 0, 0, 64), Reserved),
    (v6(0x2001, 0xdb8, 0, 0, 32), Documentation),
    (v6(0x2001, 2, 0, 0, 48), Reserved),
    (v6(0x2001, 0x10, 0, 0, 28), Reserved),
    (v6(0x3fff, 0, 0, 0, 20), Documentation),
    (v6(0xfc00, 0, 0, 0, 7), Private),
    (v6(0xfe80, 0, 0, 0, 10), LinkLocal),
    (v6(0xfec0, 0, 0, 0, 10), Private),
    (v6(0xff00, 0, 0, 0, 8), Multicast),
    // Outside 2000::/3 nobody was given anything.
    (v6(0, 0, 0, 0, 3), Reserved),
    (v6(0x4000, 0, 0, 0, 3), Reserved),
    (v6(0x6000, 0, 0, 0, 3), Reserved),
    (v6(0x8000, 0, 0, 0, 2), Reserved),
    (v6(0xc000, 0, 0, 0, 2), Reserved),
];
