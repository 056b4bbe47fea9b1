//! What a region can do with an entry.

use super::*;
use crate::region::{REGIONS, RegionId, Site, Support};

fn of(text: &str, region: RegionId) -> Suitability {
    Suitability::of(&entry(text), region.region())
}

#[test]
fn special_addresses_are_refused_in_the_cloud_and_taken_here() {
    use AddressClass::{
        CarrierNat, Documentation, LinkLocal, Loopback, Multicast, Private, Reserved, Unspecified,
    };
    for (text, block, class) in [
        ("10.1.2.3", "10.0.0.0/8", Private),
        ("172.31.0.0/16", "172.16.0.0/12", Private),
        ("192.168.1.0/24", "192.168.0.0/16", Private),
        ("fd00::1", "fc00::/7", Private),
        ("127.0.0.2", "127.0.0.0/8", Loopback),
        ("::1", "::1", Loopback),
        ("169.254.1.1", "169.254.0.0/16", LinkLocal),
        ("fe80::1", "fe80::/10", LinkLocal),
        ("100.127.255.255", "100.64.0.0/10", CarrierNat),
        ("192.0.2.7", "192.0.2.0/24", Documentation),
        ("198.51.100.7", "198.51.100.0/24", Documentation),
        ("203.0.113.7", "203.0.113.0/24", Documentation),
        ("2001:db8::1", "2001:db8::/32", Documentation),
        ("224.0.0.1", "224.0.0.0/4", Multicast),
        ("ff02::1", "ff00::/8", Multicast),
        ("0.0.0.0", "0.0.0.0/8", Unspecified),
        ("::", "::", Unspecified),
        ("255.255.255.255", "240.0.0.0/4", Reserved),
        ("198.19.0.1", "198.18.0.0/15", Reserved),
        ("::10.1.2.3", "::/3", Reserved),
        ("4000::1", "4000::/3", Reserved),
        ("::ffff:10.1.2.3", "10.0.0.0/8", Private),
    ] {
        let block = entry(block);
        assert_eq!(
            of(text, RegionId::CnBeijing),
            Suitability::Refused(Unsuitable::Special { class, block }),
            "{text}"
        );
        assert_eq!(
            of(text, RegionId::ThisComputer),
            Suitability::Fits,
            "{text}"
        );
    }
    for text in [
        "8.8.8.8",
        "1.0.0.0/24",
        "100.128.0.1",
        "172.32.0.1",
        "0.0.0.0/0",
        "::/0",
        "2400:3200::1",
    ] {
        assert_eq!(of(text, RegionId::CnBeijing), Suitability::Fits, "{text}");
    }
}

#[test]
fn blocks_that_are_special_in_part_are_noted_and_in_whole_refused() {
    assert_eq!(
        of("172.0.0.0/8", RegionId::CnBeijing),
        Suitability::Noted(Note::PartlySpecial {
            class: AddressClass::Private
        })
    );
    assert!(
        matches!(
            of("224.0.0.0/3", RegionId::CnBeijing),
            Suitability::Refused(_)
        ),
        "multicast and reserved, and nothing else"
    );
}

#[test]
fn ipv6_is_as_the_region_has_it() {
    for region in REGIONS
        .iter()
        .filter(|region| region.site != Site::ThisComputer)
    {
        let expected = match region.capabilities.ipv6 {
            Support::Yes => Suitability::Fits,
            Support::No => Suitability::Refused(Unsuitable::Ipv6NotTaken),
            Support::Disputed => Suitability::Noted(Note::Ipv6Disputed),
        };
        assert_eq!(of("2400:3200::1", region.id), expected);
        assert_eq!(
            of("::ffff:8.8.8.8", region.id),
            Suitability::Fits,
            "IPv4 all the same"
        );
    }
    assert_eq!(
        of("2400:3200::1", RegionId::UsEast1),
        Suitability::Refused(Unsuitable::Ipv6NotTaken)
    );
    assert_eq!(
        of("2400:3200::1", RegionId::ApSoutheast1),
        Suitability::Noted(Note::Ipv6Disputed)
    );
}
