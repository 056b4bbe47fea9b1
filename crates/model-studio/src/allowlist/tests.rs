use std::net::{Ipv4Addr, Ipv6Addr};

use proptest::prelude::*;

use super::*;

fn list(text: &str) -> Allowlist {
    Allowlist::parse_lines(text).unwrap()
}

fn address(text: &str) -> IpAddr {
    text.parse().unwrap()
}

#[test]
fn lines_are_kept_in_order_and_once() {
    let list = list("203.0.113.7\r\n\n  10.0.0.0/8  \n203.0.113.7\n2001:DB8:0:0::1\n");
    assert_eq!(list.entries(), ["203.0.113.7", "10.0.0.0/8", "2001:db8::1"]);
    assert_eq!(list.len(), 3);
}

#[test]
fn addresses_and_blocks_let_in_what_they_say() {
    let list = list("203.0.113.7\n10.0.0.0/8\n2001:db8::/32");
    for inside in [
        "203.0.113.7",
        "10.255.0.1",
        "2001:db8:1::1",
        "::ffff:10.1.2.3",
    ] {
        assert!(list.allows(address(inside)), "{inside}");
    }
    for outside in [
        "203.0.113.8",
        "11.0.0.1",
        "2001:db9::1",
        "::1",
        "::10.1.2.3",
    ] {
        assert!(!list.allows(address(outside)), "{outside}");
    }
}

#[test]
fn mapped_entries_are_their_ipv4() {
    let list = list("::ffff:192.0.2.1\n::ffff:10.0.0.0/104");
    assert_eq!(list.entries(), ["192.0.2.1", "10.0.0.0/8"]);
    assert!(list.allows(address("10.9.9.9")) && list.allows(address("192.0.2.1")));
}

#[test]
fn a_bad_line_is_named_with_its_reason() {
    let problem = Allowlist::parse_lines("10.0.0.1\n\n203.0.113.7/24\n").unwrap_err();
    assert_eq!((problem.line, problem.text.as_str()), (3, "203.0.113.7/24"));
    assert_eq!(
        problem.problem,
        AddressProblem::HostBits {
            block: "203.0.113.0/24".to_owned()
        }
    );
    for text in [
        "example.com",
        "10.0.0.1/33",
        "10.0.0",
        "01.2.3.4",
        "fe80::1%eth0",
        "1.2.3.4/255.0.0.0",
        "/8",
        "1.2.3.4, 5.6.7.8",
    ] {
        let problem = Allowlist::parse_lines(text).unwrap_err();
        assert_eq!(problem.problem, AddressProblem::NotAnAddress, "{text}");
    }
}

#[test]
fn wire_entries_are_read_the_same_way_and_blanks_are_wrong_there() {
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
fn a_key_in_the_wrong_box_is_not_repeated() {
    let problem = Allowlist::parse_lines("sk-0123456789abcdef0123456789abcdef").unwrap_err();
    assert_eq!(problem.text, "sk-012…cdef");
    assert!(
        Allowlist::parse_lines(&"9".repeat(500))
            .unwrap_err()
            .text
            .chars()
            .count()
            <= 65
    );
}

#[test]
fn anyone_is_recognised_also_in_parts() {
    assert!(list("0.0.0.0/0\n::/0").is_anyone());
    assert!(list("0.0.0.0/0").is_anyone());
    assert!(list("0.0.0.0/1\n128.0.0.0/1").is_anyone());
    assert!(!list("0.0.0.0/1\n10.0.0.0/8").is_anyone());
    assert!(!Allowlist::default().is_anyone() && Allowlist::default().is_empty());
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(v4 in any::<[u8; 4]>(), v4_length in 0..=32u8, v6 in any::<[u8; 16]>(), v6_length in 0..=128u8) {
        let blocks = [
            IpNet::new(Ipv4Addr::from(v4).into(), v4_length).unwrap().trunc(),
            IpNet::new(Ipv6Addr::from(v6).into(), v6_length).unwrap().trunc(),
        ];
        let list = list(&format!("{}\n{}", blocks[0], blocks[1]));
        prop_assert_eq!(Allowlist::from_entries(&list.entries()), Ok(list.clone()));
        prop_assert!(list.allows(Ipv4Addr::from(v4).into()));
        prop_assert!(list.allows(Ipv6Addr::from(v6).into()));
    }

    #[test]
    fn no_text_breaks_it(text in "\\PC{0,60}") {
        let _ = Allowlist::parse_lines(&text);
    }

    #[test]
    fn host_bits_are_never_guessed(v4 in any::<[u8; 4]>(), length in 0..32u8) {
        let text = format!("{}/{length}", Ipv4Addr::from(v4));
        let block = IpNet::new(Ipv4Addr::from(v4).into(), length).unwrap().trunc();
        match Allowlist::parse_lines(&text) {
            Ok(list) => prop_assert_eq!(list.entries(), vec![text]),
            Err(problem) => prop_assert_eq!(problem.problem, AddressProblem::HostBits { block: block.to_string() }),
        }
    }
}
