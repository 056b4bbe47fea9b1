use super::*;
use crate::wire::{AddressClassView, AddressProblemView};

fn here() -> &'static Region {
    RegionId::ThisComputer.region()
}

fn custom(addresses: &str) -> PermissionRequest {
    PermissionRequest::Custom {
        addresses: addresses.to_owned(),
        models: None,
    }
}

#[test]
fn custom_needs_an_address() {
    assert_eq!(
        permission(here(), &custom(" \n ")),
        Err(Failure::AllowlistEmpty)
    );
}

#[test]
fn a_bad_line_is_named() {
    let refused = permission(here(), &custom("127.0.0.1\n1.2.3"));
    assert_eq!(
        refused,
        Err(Failure::AddressInvalid {
            line: 2,
            text: "1.2.3".to_owned()
        })
    );
}

#[test]
fn twenty_one_addresses_are_too_many() {
    let text: String = (1..=21).map(|last| format!("127.0.0.{last}\n")).collect();
    assert_eq!(
        permission(here(), &custom(&text)),
        Err(Failure::AllowlistTooLong {
            count: 21,
            limit: 20
        })
    );
}

#[test]
fn a_disputed_capability_is_left_to_the_service_and_one_that_is_not_there_is_refused() {
    let singapore = RegionId::ApSoutheast1.region();
    assert_eq!(singapore.capabilities.custom_permission, Support::Disputed);
    assert!(permission(singapore, &custom("1.2.3.4")).is_ok());
    let virginia = RegionId::UsEast1.region();
    assert!(matches!(
        permission(virginia, &custom("1.2.3.4")),
        Err(Failure::RegionCannot { .. })
    ));
}

#[test]
fn a_private_address_is_of_no_use_in_the_cloud_and_of_use_here() {
    let beijing = RegionId::CnBeijing.region();
    assert_eq!(
        permission(beijing, &custom("1.2.3.4\n192.168.1.7")),
        Err(Failure::AddressUnsuitable {
            line: 2,
            text: "192.168.1.7".to_owned(),
            problem: AddressProblemView::NotOfTheInternet {
                class: AddressClassView::Private,
                block: "192.168.0.0/16".to_owned(),
            },
        })
    );
    assert!(permission(here(), &custom("192.168.1.7")).is_ok());
}

#[test]
fn a_range_counts_as_the_blocks_that_it_is_sent_as() {
    let auth = auth(here(), &custom("10.0.0.1 - 10.0.0.6, 10.0.0.1")).unwrap();
    assert_eq!(
        auth.access_ips,
        ["10.0.0.1", "10.0.0.2/31", "10.0.0.4/31", "10.0.0.6"]
    );
}

#[test]
fn exactly_these_models_needs_a_model() {
    let of = |models: &[&str]| PermissionRequest::Custom {
        addresses: "127.0.0.1".to_owned(),
        models: Some(models.iter().map(ToString::to_string).collect()),
    };
    for none in [&[][..], &[" "]] {
        assert_eq!(auth(here(), &of(none)), Err(Failure::ModelsEmpty));
    }
    let scope = auth(here(), &of(&["qwen-plus", " qwen-max", "qwen-plus"]))
        .unwrap()
        .model_access_scope;
    assert_eq!(scope.accessible_models, ["qwen-plus", "qwen-max"]);
    assert!(!scope.allow_all_models);
}

#[test]
fn what_the_service_had_goes_back_to_the_letter() {
    let before = Auth {
        kind: AuthKind::Custom,
        // More than are taken, one twice, one with host bits: whatever the service had.
        access_ips: ["10.0.0.7/8", "127.0.0.1", "127.0.0.1"]
            .into_iter()
            .chain(["2001:DB8::1"; 20])
            .map(str::to_owned)
            .collect(),
        model_access_scope: ModelAccessScope {
            allow_all_models: false,
            accessible_models: vec!["retired".to_owned()],
        },
    };
    for before in [before, Auth::default()] {
        let request = PermissionRequest::Restore {
            permission: shown(&before),
        };
        assert_eq!(auth(here(), &request), Ok(before));
    }
}
