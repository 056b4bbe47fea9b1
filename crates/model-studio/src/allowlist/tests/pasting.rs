//! Many entries at once.

use std::time::{Duration, Instant};

use super::*;

#[test]
fn any_common_separator_parts_entries() {
    let pasted = paste(
        "1.0.0.1, 1.0.0.2;1.0.0.3\t1.0.0.4 1.0.0.5、1.0.0.6，1.0.0.7；1.0.0.8\r\n\n  10.0.0.0/8 # the office\n# nothing\n",
    );
    assert!(pasted.problems.is_empty(), "{:?}", pasted.problems);
    let expected: Vec<String> = (1..=8).map(|last| format!("1.0.0.{last}")).collect();
    let entries = pasted.allowlist().entries();
    assert_eq!(entries[..8], expected);
    assert_eq!(entries[8..], ["10.0.0.0/8"]);
    assert_eq!(pasted.entries[8].line, 3);
}

#[test]
fn spaces_around_a_dash_do_not_part_a_range() {
    for text in [
        "1.0.0.1-1.0.0.6",
        "1.0.0.1 - 1.0.0.6",
        "1.0.0.1 – 1.0.0.6",
        "1.0.0.1- 1.0.0.6",
        "1.0.0.1 -1.0.0.6",
        "1.0.0.1～1.0.0.6",
    ] {
        let pasted = paste(&format!("9.9.9.9 {text} 8.8.8.8"));
        assert_eq!(pasted.entries.len(), 3, "{text}: {pasted:?}");
        assert_eq!(
            pasted.entries[1].reading,
            Reading::Range {
                first: address("1.0.0.1"),
                last: address("1.0.0.6"),
                entries: ["1.0.0.1", "1.0.0.2/31", "1.0.0.4/31", "1.0.0.6"]
                    .map(entry)
                    .to_vec(),
            },
            "{text}"
        );
    }
    let whole = Reading::parse("::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff").unwrap();
    assert_eq!(whole.entries(), [entry("::/0")]);
    let mapped = Reading::parse("::ffff:1.2.3.4-::ffff:1.2.3.5").unwrap();
    assert_eq!(mapped.entries(), [entry("1.2.3.4/31")]);
}

#[test]
fn what_cannot_be_read_does_not_hide_the_rest() {
    let pasted = paste("1.2.3.4\n1.2.3 5.6.7.8\nexample.com\n1.2.3.4/32");
    let lines: Vec<u32> = pasted.problems.iter().map(|problem| problem.line).collect();
    assert_eq!(lines, [2, 3]);
    assert_eq!(pasted.allowlist().entries(), ["1.2.3.4", "5.6.7.8"]);
    let repeated = Repeated {
        line: 4,
        first_line: 1,
        entry: entry("1.2.3.4"),
    };
    assert_eq!(pasted.repeated, [repeated]);
    assert_eq!(
        Allowlist::parse_lines("1.2.3.4\n\n1.2.3").unwrap_err().line,
        3
    );
}

#[test]
fn ten_thousand_are_read_quickly_and_one_more_is_told() {
    let lines = |count: u32| -> String {
        (0..count)
            .map(|number| format!("{}\n", std::net::Ipv4Addr::from(0x0100_0000 + number * 2)))
            .collect()
    };
    let before = Instant::now();
    let pasted = paste(&lines(10_000));
    let list = pasted.allowlist();
    assert_eq!((list.len(), pasted.problems.len()), (10_000, 0));
    let too_many = TooManyEntries {
        count: 10_000,
        merged: 10_000,
        limit: 20,
    };
    assert_eq!(list.check_size(), Err(too_many));
    assert!(list.overlaps().is_empty());
    // Two hundred times what it takes, so that only another order of growth fails on a busy machine.
    assert!(before.elapsed() < Duration::from_secs(5));
    let pasted = paste(&lines(50_000));
    assert_eq!(pasted.entries.len(), 10_000);
    let limit = PASTE_LIMIT;
    assert_eq!(pasted.problems.len(), 1);
    assert_eq!(
        pasted.problems[0].problem,
        AddressProblem::TooManyEntries { limit }
    );
    assert_eq!(pasted.problems[0].line, 10_001);
}
