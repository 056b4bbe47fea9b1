//! What holds for any list and any text.

use std::net::{Ipv4Addr, Ipv6Addr};

use ipnet::IpNet;
use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

/// Blocks near each other, so that they meet; and now and then any block.
fn some_entry() -> impl Strategy<Value = Entry> {
    let v4 = |bits: u32, length: u8| IpNet::new(Ipv4Addr::from(bits).into(), length);
    let v6 = |bits: u128, length: u8| IpNet::new(Ipv6Addr::from(bits).into(), length);
    prop_oneof![
        4 => (0..64u32, 24..=32u8).prop_map(move |(low, length)| v4(0x0a00_0000 | low, length)),
        2 => (0..64u128, 120..=128u8).prop_map(move |(low, length)| v6((0x2001_0db8 << 96) | low, length)),
        1 => (any::<u32>(), 0..=32u8).prop_map(move |(bits, length)| v4(bits, length)),
        1 => (any::<u128>(), 0..=128u8).prop_map(move |(bits, length)| v6(bits, length)),
    ]
    .prop_map(|block| Entry::of_block(block.unwrap()))
}

fn some_list() -> impl Strategy<Value = Allowlist> {
    vec(some_entry(), 0..12).prop_map(|entries| entries.into_iter().collect())
}

fn some_address() -> impl Strategy<Value = IpAddr> {
    prop_oneof![
        4 => (0..80u32).prop_map(|low| Ipv4Addr::from(0x0a00_0000 | low).into()),
        2 => (0..80u128).prop_map(|low| Ipv6Addr::from((0x2001_0db8 << 96) | low).into()),
        1 => any::<u32>().prop_map(|bits| Ipv4Addr::from(bits).into()),
        1 => any::<u128>().prop_map(|bits| Ipv6Addr::from(bits).into()),
        1 => any::<u32>().prop_map(|bits| Ipv4Addr::from(bits).to_ipv6_mapped().into()),
    ]
}

/// Texts that come close to being entries.
fn near_text() -> impl Strategy<Value = String> {
    "([0-9a-f]{0,5}[.:/%*\\-–～。１ ,;#\\[\\]]{0,2}){0,10}"
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn what_is_printed_is_read_back(entry in some_entry()) {
        prop_assert_eq!(entry.to_string().parse(), Ok(entry));
    }

    #[test]
    fn what_was_read_is_printed_the_same_ever_after(text in near_text()) {
        if let Ok(reading) = Reading::parse(&text) {
            let printed: Vec<String> = reading.entries().iter().map(Entry::to_string).collect();
            let again = Allowlist::from_entries(&printed).unwrap();
            prop_assert_eq!(again.entries(), printed);
        }
    }

    #[test]
    fn a_list_is_read_back_as_it_was(list in some_list()) {
        prop_assert_eq!(Allowlist::from_entries(&list.entries()), Ok(list.clone()));
        prop_assert_eq!(Allowlist::parse_lines(&list.entries().join("，")), Ok(list));
    }

    #[test]
    fn no_bytes_break_it(bytes in vec(any::<u8>(), 0..200)) {
        let text = String::from_utf8_lossy(&bytes);
        let _ = (Reading::parse(&text), paste(&text));
    }

    #[test]
    fn no_text_breaks_it(text in "\\PC{0,60}", near in near_text()) {
        let _ = (Reading::parse(&text), paste(&text), Reading::parse(&near));
        for problem in paste(&near).problems {
            prop_assert!(problem.text.chars().count() <= 65);
            prop_assert!(serde_json::to_string(&problem).is_ok());
        }
    }

    #[test]
    fn a_range_is_exactly_its_blocks(a: u32, length in 0..5000u32, probe in 0..6000u32) {
        let b = a.saturating_add(length);
        let text = format!("{}-{}", Ipv4Addr::from(a), Ipv4Addr::from(b));
        let list = list(&text);
        prop_assert_eq!(list.count().v4, AddressCount::Exactly(u128::from(b - a) + 1));
        let place = a.saturating_sub(500).saturating_add(probe);
        prop_assert_eq!(list.allows(Ipv4Addr::from(place).into()), (a..=b).contains(&place));
        prop_assert_eq!(list.merged(), list);
    }

    #[test]
    fn tidying_never_changes_a_decision(list in some_list(), addresses in vec(some_address(), 20)) {
        let (merged, apart, compiled) = (list.merged(), list.without_overlaps(), list.compile());
        prop_assert!(merged.len() <= apart.len() && apart.len() <= list.len());
        prop_assert!(merged.overlaps().is_empty() && apart.overlaps().is_empty());
        prop_assert_eq!(merged.count(), list.count());
        for address in addresses {
            let allowed = list.allows(address);
            prop_assert_eq!(merged.allows(address), allowed);
            prop_assert_eq!(apart.allows(address), allowed);
            prop_assert_eq!(compiled.allows(address), allowed);
        }
    }

    #[test]
    fn a_difference_says_who_comes_and_who_goes(before in some_list(), after in some_list()) {
        let change = difference(&before, &after);
        let back = difference(&after, &before);
        prop_assert_eq!((&change.added, &change.removed), (&back.removed, &back.added));
        prop_assert_eq!((change.gained, change.lost), (back.lost, back.gained));
        for (gained, lost, was, is) in [
            (change.gained.v4, change.lost.v4, before.count().v4, after.count().v4),
            (change.gained.v6, change.lost.v6, before.count().v6, after.count().v6),
        ] {
            // 2¹²⁸ wraps to 0 on both sides.
            let number = |count: AddressCount| match count {
                AddressCount::Exactly(number) => number,
                AddressCount::AllOfIpv6 => 0,
            };
            prop_assert_eq!(
                number(was).wrapping_add(number(gained)),
                number(is).wrapping_add(number(lost))
            );
        }
        prop_assert!(difference(&after, &after).is_empty());
    }

    #[test]
    fn a_cover_covers_within_its_limit(list in some_list(), most in 2..8usize) {
        let cover = smallest_cover(&list, most).unwrap();
        prop_assert!(cover.entries.len() <= most);
        let entries: Allowlist = cover.entries.iter().copied().collect();
        let change = difference(&list, &entries);
        prop_assert!(change.lost.is_zero());
        prop_assert_eq!(change.gained, cover.extra);
        prop_assert_eq!(cover.extra.is_zero(), list.merged().len() <= most);
        if let Some(larger) = smallest_cover(&list, most + 1) {
            prop_assert!(larger.entries.len() >= cover.entries.len());
        }
    }

    #[test]
    fn a_picture_stays_in_its_frame(list in some_list()) {
        let coverage = list.coverage();
        for family in [coverage.v4, coverage.v6] {
            let mut end = 0.0;
            for part in &family.parts {
                prop_assert!(end <= part.start && part.start <= part.end && part.end <= 1.0);
                end = part.end;
            }
            for part in family.window.iter().flat_map(|window| &window.parts) {
                let part = part.part;
                prop_assert!(0.0 <= part.start && part.start <= part.end && part.end <= 1.0);
            }
        }
    }
}
