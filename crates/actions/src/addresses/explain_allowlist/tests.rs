use super::*;
use crate::wire::{AddressClassView, AddressProblemView, AnyoneView};

fn explain(region: &str, text: &str) -> AllowlistView {
    explain_allowlist(&ExplainAllowlistRequest {
        region: region.to_owned(),
        text: text.to_owned(),
    })
    .unwrap()
}

fn here(text: &str) -> AllowlistView {
    explain("this-computer", text)
}

#[test]
fn each_entry_says_what_it_is_in_the_order_of_the_box() {
    let view = here("10.0.0.0/24, oops 10.0.0.9\n10.0.1.7/24\n10.0.2.1-10.0.2.2 10.0.0.0/24");
    let good = |entries: &[&str], addresses: &str| EntryStateView::Good {
        entries: entries.iter().map(ToString::to_string).collect(),
        addresses: addresses.to_owned(),
        note: None,
    };
    let expected = [
        (1, "10.0.0.0/24", good(&["10.0.0.0/24"], "256")),
        (
            1,
            "oops",
            EntryStateView::Problem {
                problem: AddressProblemView::HostName {
                    name: "oops".to_owned(),
                },
            },
        ),
        (
            1,
            "10.0.0.9",
            EntryStateView::Covered {
                entries: vec!["10.0.0.9".to_owned()],
                addresses: "1".to_owned(),
                by: "10.0.0.0/24".to_owned(),
            },
        ),
        (
            2,
            "10.0.1.7/24",
            EntryStateView::HostBits {
                block: "10.0.1.0/24".to_owned(),
                block_addresses: "256".to_owned(),
                address: "10.0.1.7".to_owned(),
            },
        ),
        (3, "10.0.2.1-10.0.2.2", good(&["10.0.2.1", "10.0.2.2"], "2")),
        (
            3,
            "10.0.0.0/24",
            EntryStateView::Repeated {
                entry: "10.0.0.0/24".to_owned(),
                first_line: 1,
            },
        ),
    ];
    let found: Vec<(u32, &str, EntryStateView)> = view
        .entries
        .iter()
        .map(|entry| (entry.line, entry.text.as_str(), entry.state.clone()))
        .collect();
    assert_eq!(found, expected);
    assert_eq!(
        view.sends,
        ["10.0.0.0/24", "10.0.0.9", "10.0.2.1", "10.0.2.2"]
    );
    assert_eq!((view.used, view.limit), (4, 20));
    assert_eq!(view.addresses.ipv4, "258");
    assert_eq!(view.anyone, AnyoneView::Some);
    assert!(
        !view.sendable,
        "there is something to correct and to decide"
    );
}

#[test]
fn an_empty_box_lets_nobody_in_and_is_not_sent() {
    let view = here(" \n# a comment\n");
    assert!(view.entries.is_empty() && !view.sendable);
    assert_eq!(view.anyone, AnyoneView::Nobody);
}

#[test]
fn merging_is_offered_and_not_done() {
    let text: String = (0..32).map(|last| format!("10.0.0.{last}\n")).collect();
    let view = here(&text);
    assert_eq!(view.used, 32);
    assert!(!view.sendable, "the service takes 20");
    assert_eq!(
        view.merged.as_deref(),
        Some(&["10.0.0.0/27".to_owned()][..])
    );
    assert_eq!(here("10.0.0.1\n10.0.0.9").merged, None);
}

#[test]
fn everybody_is_said_in_words() {
    for (text, anyone) in [
        ("0.0.0.0/0", AnyoneView::Ipv4),
        ("::/0", AnyoneView::Ipv6),
        ("0.0.0.0/1 128.0.0.0/1 ::/0", AnyoneView::Both),
    ] {
        assert_eq!(here(text).anyone, anyone, "{text}");
    }
    let EntryStateView::Good { note, .. } = &here("0.0.0.0/0").entries[0].state else {
        panic!("it is sent")
    };
    assert_eq!(*note, Some(EntryNoteView::Anyone));
    assert_eq!(
        here("::/0").addresses.ipv6,
        "340282366920938463463374607431768211456"
    );
}

#[test]
fn a_private_address_is_refused_in_the_cloud_with_its_reason() {
    let view = explain("cn-beijing", "8.8.8.8\n10.0.0.7");
    assert_eq!(
        view.entries[1].state,
        EntryStateView::Problem {
            problem: AddressProblemView::NotOfTheInternet {
                class: AddressClassView::Private,
                block: "10.0.0.0/8".to_owned(),
            }
        }
    );
    assert_eq!(view.sends, ["8.8.8.8"]);
    assert!(!view.sendable);
    assert!(here("8.8.8.8\n10.0.0.7").sendable);
}

#[test]
fn a_key_in_the_wrong_box_is_masked() {
    let key = "sk-0123456789abcdef0123456789abcdef";
    let view = here(key);
    let told = serde_json::to_string(&view).unwrap();
    assert!(!told.contains(key), "{told}");
    assert!(matches!(
        &view.entries[0].state,
        EntryStateView::Problem {
            problem: AddressProblemView::LooksLikeKey { .. }
        }
    ));
}

#[test]
fn ten_thousand_lines_and_more_are_answered() {
    let text: String = (0..10_050_u32)
        .map(|number| format!("10.0.{}.{}\n", number / 256, number % 256))
        .collect();
    let view = here(&text);
    assert_eq!(view.used, 10_000);
    assert!(view.entries.iter().any(|entry| entry.state
        == EntryStateView::Problem {
            problem: AddressProblemView::TooManyEntries { limit: 10_000 }
        }));
}
