use super::*;
use crate::wire::{AddressCountsView, AnyoneView};

fn custom(addresses: &[&str], models: Option<&[&str]>) -> Auth {
    Auth {
        kind: AuthKind::Custom,
        access_ips: addresses.iter().map(ToString::to_string).collect(),
        model_access_scope: ModelAccessScope {
            allow_all_models: models.is_none(),
            accessible_models: models
                .unwrap_or_default()
                .iter()
                .map(ToString::to_string)
                .collect(),
        },
    }
}

fn v4(number: &str) -> AddressCountsView {
    AddressCountsView {
        ipv4: number.to_owned(),
        ipv6: "0".to_owned(),
    }
}

#[test]
fn a_list_that_grows_and_shrinks_says_both() {
    let before = custom(&["10.0.0.0/24", "8.8.8.8"], None);
    let after = custom(&["10.0.0.0/25", "8.8.4.4", "8.8.8.8"], None);
    let change = of_addresses(&before, &after);
    assert_eq!(change.added, ["10.0.0.0/25", "8.8.4.4"]);
    assert_eq!(change.removed, ["10.0.0.0/24"]);
    assert_eq!((change.gained, change.lost), (v4("1"), v4("128")));
    assert_eq!((change.before.entries, change.after.entries), (2, 3));
    assert_eq!(change.before.addresses, v4("257"));
}

#[test]
fn from_everybody_to_one_address_loses_nearly_everybody() {
    let change = of_addresses(&Auth::default(), &custom(&["8.8.8.8"], None));
    assert_eq!(change.added, ["8.8.8.8"]);
    assert!(change.removed.is_empty(), "All has no entries");
    assert_eq!(change.before.anyone, AnyoneView::Both);
    assert_eq!(change.before.entries, 0);
    assert_eq!(change.after.anyone, AnyoneView::Some);
    assert_eq!(change.lost.ipv4, "4294967295");
    assert_eq!(change.gained, v4("0"));
}

#[test]
fn models_are_counted_and_named() {
    let before = custom(&["8.8.8.8"], Some(&["qwen-max", "qwen-plus"]));
    let after = custom(&["8.8.8.8"], Some(&["qwen-plus", "qwen-flash"]));
    let change = of_models(&before, &after);
    assert_eq!(change.added, ["qwen-flash"]);
    assert_eq!(change.removed, ["qwen-max"]);
    assert_eq!((change.before, change.after), (Some(2), Some(2)));

    let opened = of_models(&before, &Auth::default());
    assert_eq!((opened.before, opened.after), (Some(2), None));
    assert!(opened.removed.is_empty(), "nothing may be called less");
}

#[test]
fn order_makes_no_difference_and_everything_else_does() {
    let shown = |auth: &Auth| typed::shown(auth);
    let one = shown(&custom(&["8.8.8.8", "8.8.4.4"], Some(&["a", "b"])));
    assert!(same(
        &one,
        &shown(&custom(&["8.8.4.4", "8.8.8.8"], Some(&["b", "a"])))
    ));
    for other in [
        Auth::default(),
        custom(&["8.8.8.8"], Some(&["a", "b"])),
        custom(&["8.8.8.8", "8.8.4.4"], Some(&["a"])),
        custom(&["8.8.8.8", "8.8.4.4"], None),
    ] {
        assert!(!same(&one, &shown(&other)), "{other:?}");
    }
}
