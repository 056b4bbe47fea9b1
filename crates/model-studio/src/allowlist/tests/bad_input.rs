//! Every kind of bad input has a cause of its own.

use super::*;
use AddressProblem as P;

fn problem(text: &str) -> AddressProblem {
    match Reading::parse(text) {
        Err(problem) => problem,
        Ok(reading) => panic!("{text} was read as {reading:?}"),
    }
}

fn own(text: &str) -> String {
    text.to_owned()
}

#[test]
fn parts_of_an_ipv4_address() {
    assert_eq!(problem("1.2.3"), P::TooFewParts { parts: 3 });
    assert_eq!(problem("2130706433"), P::TooFewParts { parts: 1 });
    assert_eq!(problem("1.2.3.4.5"), P::TooManyParts { parts: 5 });
    assert_eq!(problem("1..2.3"), P::EmptyPart { position: 2 });
    assert_eq!(problem("1.2.3.4."), P::EmptyPart { position: 5 });
    for (text, position, part) in [
        ("1.2.3.256", 4, "256"),
        ("999999999999.2.3.4", 1, "999999999999"),
        ("1.300.3.4/24", 2, "300"),
    ] {
        let part = own(part);
        assert_eq!(problem(text), P::PartTooLarge { position, part });
    }
}

#[test]
fn a_leading_zero_has_two_readings() {
    assert_eq!(
        problem("010.1.1.1"),
        P::LeadingZero {
            position: 1,
            part: own("010"),
            decimal: Some(address("10.1.1.1")),
            octal: Some(address("8.1.1.1")),
        }
    );
    assert_eq!(
        problem("1.2.3.099/32"),
        P::LeadingZero {
            position: 4,
            part: own("099"),
            decimal: Some(address("1.2.3.99")),
            octal: None,
        }
    );
    assert!(matches!(problem("1.2.3.00"), P::LeadingZero { .. }));
}

#[test]
fn prefixes() {
    for (text, prefix, limit) in [
        ("1.2.3.4/33", "33", 32),
        ("::/129", "129", 128),
        ("1.2.3.4/4294967296", "4294967296", 32),
    ] {
        let prefix = own(prefix);
        assert_eq!(problem(text), P::PrefixTooLong { prefix, limit });
    }
    for (text, prefix) in [
        ("1.2.3.4/", ""),
        ("1.2.3.4/x", "x"),
        ("1.2.3.4/-1", "-1"),
        ("1.2.3.4/08", "08"),
        ("1.2.3.4/24/24", "24/24"),
        ("::/255.0.0.0", "255.0.0.0"),
    ] {
        let prefix = own(prefix);
        assert_eq!(problem(text), P::PrefixUnreadable { prefix }, "{text}");
    }
}

#[test]
fn a_netmask_is_named_with_its_prefix() {
    for (text, mask, prefix, block) in [
        ("1.2.3.4/255.255.255.0", "255.255.255.0", 24, "1.2.3.0/24"),
        (
            "1.2.3.4/255.255.255.255",
            "255.255.255.255",
            32,
            "1.2.3.4/32",
        ),
        ("1.2.3.4/0.0.0.255", "0.0.0.255", 24, "1.2.3.0/24"),
        ("1.2.3.4/0.0.0.0", "0.0.0.0", 0, "0.0.0.0/0"),
    ] {
        let (mask, block) = (address(mask), own(block));
        assert_eq!(
            problem(text),
            P::Netmask {
                mask,
                prefix,
                block
            }
        );
    }
    let mask = address("255.0.255.0");
    assert_eq!(problem("1.2.3.4/255.0.255.0"), P::NotANetmask { mask });
}

#[test]
fn host_bits_have_both_readings() {
    for (text, address, block) in [
        ("203.0.113.7/24", "203.0.113.7", "203.0.113.0/24"),
        ("2001:db8::1/64", "2001:db8::1", "2001:db8::/64"),
        ("::ffff:10.1.2.3/104", "10.1.2.3", "10.0.0.0/8"),
    ] {
        let (address, block) = (own(address), own(block));
        assert_eq!(problem(text), P::HostBits { address, block });
    }
}

#[test]
fn names_and_web_addresses() {
    let name = own("my-office.example.com");
    assert_eq!(problem("my-office.example.com"), P::HostName { name });
    let name = own("localhost");
    assert_eq!(problem("localhost:8080"), P::HostName { name });
    let name = own("例子.测试");
    assert_eq!(problem("例子.测试"), P::HostName { name });
    for (text, host) in [
        ("https://user:word@1.2.3.4/path", Some("1.2.3.4")),
        ("http://example.com", Some("example.com")),
        ("http://", None),
    ] {
        let host = host.map(own);
        assert_eq!(problem(text), P::Url { host });
    }
    let address = address("1.2.3.4");
    assert_eq!(problem("1.2.3.4:443"), P::Port { address });
    let address = super::address("2001:db8::1");
    assert_eq!(problem("[2001:db8::1]:443"), P::Port { address });
    assert_eq!(problem("[2001:db8::1]"), P::Brackets { address });
}

#[test]
fn ipv6() {
    assert_eq!(
        problem("fe80::1%eth0"),
        P::Zone {
            address: own("fe80::1"),
            zone: own("eth0")
        }
    );
    assert!(matches!(problem("fe80::1%eth0/64"), P::Zone { .. }));
    assert_eq!(problem("1::2::3"), P::TwoGaps);
    assert_eq!(problem(":::"), P::TwoGaps);
    assert_eq!(problem("1:2:3"), P::Groups { groups: 3 });
    assert_eq!(problem("1:2:3:4:5:6:7:8:9"), P::Groups { groups: 9 });
    assert_eq!(problem("1:1.2.3.4"), P::Groups { groups: 3 });
    let group = own("12345");
    assert_eq!(problem("::12345"), P::Group { group });
    let group = own("xyz");
    assert_eq!(problem("2001:xyz::1"), P::Group { group });
    assert!(matches!(
        problem("::ffff:1.2.3.256"),
        P::PartTooLarge { position: 4, .. }
    ));
}

#[test]
fn characters() {
    assert_eq!(
        problem("１.2.3.4"),
        P::FullWidth {
            character: '１',
            meant: Some(own("1.2.3.4"))
        }
    );
    assert_eq!(
        problem("1。2。3。4／24"),
        P::FullWidth {
            character: '。',
            meant: None
        },
        "host bits: there is no one meaning"
    );
    for (text, character, code_point) in [
        ("😀", '😀', "U+1F600"),
        ("1.2.3.4😀", '😀', "U+1F600"),
        ("1.2.3.4\u{200b}", '\u{200b}', "U+200B"),
        ("٣.2.3.4", '٣', "U+0663"),
        ("1.2.3.4\u{7}", '\u{7}', "U+0007"),
        ("\"1.2.3.4\"", '"', "U+0022"),
        ("1.2.3.4!", '!', "U+0021"),
    ] {
        let code_point = own(code_point);
        assert_eq!(
            problem(text),
            P::StrangeCharacter {
                character,
                code_point
            },
            "{text}"
        );
    }
}

#[test]
fn ranges() {
    let (first, last) = (address("1.2.3.9"), address("1.2.3.4"));
    assert_eq!(
        problem("1.2.3.9-1.2.3.4"),
        P::RangeBackwards { first, last }
    );
    let (first, last) = (address("1.2.3.4"), address("2001:db8::1"));
    assert_eq!(
        problem("1.2.3.4 – 2001:db8::1"),
        P::RangeAcrossFamilies { first, last }
    );
    assert_eq!(problem("1.2.3.4-"), P::RangeOpen);
    assert_eq!(problem("- 1.2.3.4"), P::RangeOpen);
    assert_eq!(
        problem("1.2.3.4-20"),
        P::RangeShort {
            meant: Some(own("1.2.3.4-1.2.3.20"))
        }
    );
    assert_eq!(problem("1.2.3.4-3"), P::RangeShort { meant: None });
    assert_eq!(problem("10.0.0.0/8-11.0.0.0/8"), P::RangeOfBlocks);
    assert!(matches!(
        problem("1.2.3.4-1.2.3.256"),
        P::PartTooLarge { position: 4, .. }
    ));
    let (first, last) = (address("1.2.3.4"), address("1.2.3.5"));
    assert_eq!(
        "1.2.3.4-1.2.3.5".parse::<Entry>(),
        Err(P::RangeNotTaken { first, last })
    );
}

#[test]
fn wildcards_empty_several_too_long_and_the_rest() {
    let block = |block: &str| Some(own(block));
    for (text, block) in [
        ("1.2.3.*", block("1.2.3.0/24")),
        ("1.*.*.*", block("1.0.0.0/8")),
        ("1.2.*", block("1.2.0.0/16")),
        ("1.*.3.4", None),
    ] {
        assert_eq!(problem(text), P::Wildcard { block }, "{text}");
    }
    assert_eq!(problem(" \t"), P::Empty);
    assert_eq!(problem("/8"), P::Empty);
    assert_eq!(problem("1.2.3.4, 5.6.7.8"), P::Several);
    assert_eq!(
        problem(&"9".repeat(10_000)),
        P::TooLong {
            length: 10_000,
            limit: 128
        }
    );
    assert_eq!(problem("..-.."), P::EmptyPart { position: 1 });
}

#[test]
fn a_key_in_the_wrong_box_is_never_repeated() {
    let key = "sk-0123456789abcdef0123456789abcdef";
    let masked = own("sk-012…cdef");
    assert_eq!(problem(key), P::LooksLikeKey { masked });
    for text in [
        key.to_owned(),
        format!("1.2.3.4/{key}"),
        format!("https://{key}@host/"),
        format!("fe80::1%{key}"),
        format!("1.2.3.4-{key}"),
        format!("{key}{}", "9".repeat(500)),
    ] {
        let refused = Allowlist::from_entries(std::slice::from_ref(&text)).unwrap_err();
        let written = format!(
            "{refused} {refused:?} {}",
            serde_json::to_string(&refused).unwrap()
        );
        assert!(!written.contains("789abcdef0123"), "{written}");
    }
    let long = Allowlist::parse_lines(&"9".repeat(500)).unwrap_err();
    assert!(long.text.chars().count() <= 65);
}

#[test]
fn a_problem_crosses_to_the_window_by_its_code() {
    let written = serde_json::to_value(problem("1.2.3.256")).unwrap();
    let expected = serde_json::json!({"code": "partTooLarge", "position": 4, "part": "256"});
    assert_eq!(written, expected);
}
