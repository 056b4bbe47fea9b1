//! What a list means.

use super::*;

const ALL_OF_IPV4: AddressCount = AddressCount::Exactly(1 << 32);
const NONE: AddressCount = AddressCount::Exactly(0);

fn exactly(v4: u128, v6: u128) -> AddressCounts {
    AddressCounts {
        v4: AddressCount::Exactly(v4),
        v6: AddressCount::Exactly(v6),
    }
}

#[test]
fn entries_are_kept_in_order_normal_and_once() {
    let list =
        list("203.0.113.7\n 10.0.0.0/8\n203.0.113.7/32\n2001:DB8:0:0::1\n::ffff:10.0.0.0/104");
    assert_eq!(list.entries(), ["203.0.113.7", "10.0.0.0/8", "2001:db8::1"]);
    let entries = ["0.0.0.0/0".to_owned(), "::/0".to_owned()];
    assert_eq!(
        Allowlist::from_entries(&entries).unwrap().entries(),
        entries
    );
    assert_eq!(
        Allowlist::from_entries(&[String::new()]).unwrap_err().line,
        1
    );
}

#[test]
fn the_first_entry_that_holds_an_address_decides() {
    let list = list("203.0.113.7\n10.0.0.0/8\n10.1.0.0/16\n2001:db8::/32");
    for (text, position, by) in [
        ("203.0.113.7", 1, "203.0.113.7"),
        ("10.1.0.1", 2, "10.0.0.0/8"),
        ("2001:db8:1::1", 4, "2001:db8::/32"),
        ("::ffff:10.1.2.3", 2, "10.0.0.0/8"),
    ] {
        let entry = entry(by);
        assert_eq!(
            list.decide(address(text)),
            Decision::Allowed { entry, position }
        );
        assert!(list.compile().allows(address(text)));
    }
    for outside in [
        "203.0.113.8",
        "11.0.0.1",
        "2001:db9::1",
        "::1",
        "::10.1.2.3",
    ] {
        assert_eq!(list.decide(address(outside)), Decision::Refused);
        assert!(!list.compile().allows(address(outside)), "{outside}");
    }
    assert!(!Allowlist::default().allows(address("127.0.0.1")));
}

#[test]
fn anyone_is_known_per_family_and_in_parts() {
    let anyone = |text: &str| {
        let anyone = list(text).anyone();
        (anyone.v4, anyone.v6)
    };
    assert_eq!(anyone("0.0.0.0/0\n::/0"), (true, true));
    assert_eq!(anyone("0.0.0.0/0"), (true, false));
    assert_eq!(anyone("::/1\n8000::/1"), (false, true));
    assert_eq!(anyone("0.0.0.0/1\n128.0.0.0/1"), (true, false));
    assert_eq!(anyone("0.0.0.0-255.255.255.255"), (true, false));
    assert_eq!(anyone("0.0.0.0/1\n10.0.0.0/8"), (false, false));
    assert!(list("::/0").is_anyone() && !Allowlist::default().is_anyone());
}

#[test]
fn addresses_are_counted_once_and_all_of_ipv6_has_its_own_value() {
    assert_eq!(
        list("10.0.0.0/24\n10.0.0.7\n10.0.0.128/25").count(),
        exactly(256, 0)
    );
    assert_eq!(list("2001:db8::/64\n1.2.3.4").count(), exactly(1, 1 << 64));
    let all = list("0.0.0.0/0\n::/0").count();
    assert_eq!((all.v4, all.v6), (ALL_OF_IPV4, AddressCount::AllOfIpv6));
    assert_eq!(all.v6.saturating(), u128::MAX);
    let almost = list("::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffe")
        .count()
        .v6;
    assert_eq!(almost, AddressCount::Exactly(u128::MAX));
    assert!(almost < AddressCount::AllOfIpv6);
    assert_eq!(
        serde_json::to_string(&all).unwrap(),
        r#"{"v4":"4294967296","v6":"340282366920938463463374607431768211456"}"#
    );
}

#[test]
fn an_overlap_names_the_widest_entry_that_covers() {
    let list = list("10.1.2.3\n10.1.0.0/16\n11.0.0.0/8\n10.0.0.0/8\n2001:db8::1\n2001:db8::/32");
    let overlap = |inner: &str, outer: &str| Overlap {
        entry: entry(inner),
        covered_by: entry(outer),
    };
    assert_eq!(
        list.overlaps(),
        [
            overlap("10.1.2.3", "10.0.0.0/8"),
            overlap("10.1.0.0/16", "10.0.0.0/8"),
            overlap("2001:db8::1", "2001:db8::/32"),
        ]
    );
    assert_eq!(
        list.without_overlaps().entries(),
        ["11.0.0.0/8", "10.0.0.0/8", "2001:db8::/32"]
    );
}

#[test]
fn merging_joins_neighbours_and_happens_on_request() {
    let list = list("10.0.1.0/24\n10.0.0.0/24\n192.0.2.1\n192.0.2.0");
    assert_eq!(list.len(), 4);
    assert_eq!(list.merged().entries(), ["10.0.0.0/23", "192.0.2.0/31"]);
    assert!(list.check_size().is_ok());
    let addresses: String = (0..32).map(|last| format!("10.0.0.{last}\n")).collect();
    let too_many = TooManyEntries {
        count: 32,
        merged: 1,
        limit: MAX_ENTRIES,
    };
    assert_eq!(super::list(&addresses).check_size(), Err(too_many));
}

#[test]
fn a_difference_is_of_entries_and_of_addresses() {
    let before = list("10.0.0.0/24\n1.2.3.4");
    let after = list("10.0.0.0/25\n1.2.3.4\n2001:db8::1");
    assert_eq!(
        difference(&before, &after),
        Difference {
            added: vec![entry("10.0.0.0/25"), entry("2001:db8::1")],
            removed: vec![entry("10.0.0.0/24")],
            gained: exactly(0, 1),
            lost: exactly(128, 0),
        }
    );
    let rewritten = difference(&list("10.0.0.0\n10.0.0.1"), &list("10.0.0.0/31"));
    assert!(rewritten.lets_in_the_same() && !rewritten.is_empty());
    let opened = difference(&Allowlist::default(), &list("::/0"));
    assert_eq!(
        (opened.gained.v6, opened.lost.v6),
        (AddressCount::AllOfIpv6, NONE)
    );
}

#[test]
fn the_smallest_cover_lets_in_as_few_others_as_possible() {
    let wanted = list("10.0.0.1\n10.0.0.2\n10.0.0.3\n10.9.0.0");
    let cover = |most| {
        let cover = smallest_cover(&wanted, most).unwrap();
        let entries: Vec<String> = cover.entries.iter().map(Entry::to_string).collect();
        (entries.join(" "), cover.extra.v4)
    };
    assert_eq!(cover(9), ("10.0.0.1 10.0.0.2/31 10.9.0.0".to_owned(), NONE));
    assert_eq!(
        cover(2),
        ("10.0.0.0/30 10.9.0.0".to_owned(), AddressCount::Exactly(1))
    );
    assert_eq!(cover(1).0, "10.0.0.0/12");
    let both = list("0.0.0.0\n255.255.255.255\n2001:db8::\n2001:db8::2");
    let cover = smallest_cover(&both, 3).unwrap();
    assert_eq!(
        cover.entries,
        ["0.0.0.0", "255.255.255.255", "2001:db8::/126"].map(entry),
        "two addresses of IPv6 are less than all of IPv4"
    );
    assert_eq!(smallest_cover(&both, 1), None);
    assert_eq!(smallest_cover(&wanted, 0), None);
    assert!(
        smallest_cover(&Allowlist::default(), 0)
            .unwrap()
            .entries
            .is_empty()
    );
    let ends = list("::\nffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    assert_eq!(smallest_cover(&ends, 1).unwrap().entries, [entry("::/0")]);
}

#[test]
fn a_picture_has_the_whole_and_a_closer_look() {
    let coverage = list("128.0.0.0/2\n192.0.0.0/3\n10.0.0.0/24\n10.0.1.0").coverage();
    let [ten, upper] = coverage.v4.parts[..] else {
        panic!("{:?}", coverage.v4.parts)
    };
    assert_eq!((upper.start, upper.end), (0.5, 0.875));
    assert!((ten.start - 10.0 / 256.0).abs() < 1e-12 && ten.end > ten.start);
    assert_eq!(coverage.v4.window, None, "the entries lie all over");
    assert!(coverage.v6.parts.is_empty() && coverage.v6.window.is_none());

    let window = list("10.0.0.0/24\n10.0.1.128/25")
        .coverage()
        .v4
        .window
        .unwrap();
    assert_eq!(window.block, entry("10.0.0.0/23"));
    let parts: Vec<(f64, f64)> = window
        .parts
        .iter()
        .map(|part| (part.part.start, part.part.end))
        .collect();
    assert_eq!(parts, [(0.0, 0.5), (0.75, 1.0)]);

    let alone = list("10.0.0.7").coverage().v4.window.unwrap();
    assert_eq!(alone.block, entry("10.0.0.0/28"));
    assert_eq!(alone.parts[0].part.start, 7.0 / 16.0);

    let anyone = list("0.0.0.0/0\n::/0").coverage();
    let whole = Part {
        start: 0.0,
        end: 1.0,
    };
    assert_eq!(
        (&anyone.v4.parts[..], &anyone.v6.parts[..]),
        (&[whole][..], &[whole][..])
    );
    assert!(anyone.v4.window.is_none() && anyone.v6.window.is_none());
}
