use std::path::PathBuf;

use tempfile::TempDir;

use super::{AddressGroup, GroupUse};
use crate::catalog::{Catalog, CatalogError};

fn catalog() -> (TempDir, PathBuf, Catalog) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("studio-keys/catalog.sqlite");
    let catalog = Catalog::open(&path).unwrap();
    (folder, path, catalog)
}

fn group(id: &str, name: &str, entries: &[&str]) -> AddressGroup {
    AddressGroup {
        id: id.to_owned(),
        name: name.to_owned(),
        entries: entries.iter().map(ToString::to_string).collect(),
    }
}

fn used(api_key_id: i64, group_id: &str, entries: &[&str]) -> GroupUse {
    GroupUse {
        region: "this-computer".to_owned(),
        api_key_id,
        group_id: group_id.to_owned(),
        entries: entries.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn groups_are_kept_changed_and_deleted_over_a_restart() {
    let (_folder, path, catalog) = catalog();
    let office = group("1", "办公室", &["203.0.113.0/24", "2001:db8::/32"]);
    catalog.save_address_group(&office).unwrap();
    catalog
        .save_address_group(&group("2", "Home", &["198.51.100.7"]))
        .unwrap();
    let changed = group("2", "Home", &["198.51.100.8"]);
    catalog.save_address_group(&changed).unwrap();
    drop(catalog);

    let catalog = Catalog::open(&path).unwrap();
    assert_eq!(catalog.address_groups().unwrap(), [changed, office.clone()]);
    catalog.delete_address_group("2").unwrap();
    catalog.delete_address_group("2").unwrap();
    assert_eq!(catalog.address_groups().unwrap(), [office]);
}

#[test]
fn no_two_groups_have_one_name() {
    let (_folder, _, catalog) = catalog();
    catalog
        .save_address_group(&group("1", "Home", &["198.51.100.7"]))
        .unwrap();
    let refused = catalog.save_address_group(&group("2", "home", &["198.51.100.8"]));
    assert!(
        matches!(&refused, Err(CatalogError::GroupNameTaken { name }) if name == "home"),
        "{refused:?}"
    );
    assert_eq!(catalog.address_groups().unwrap().len(), 1);
    // Its own name is no other's.
    catalog
        .save_address_group(&group("1", "HOME", &["198.51.100.9"]))
        .unwrap();
}

#[test]
fn a_use_remembers_the_addresses_of_its_time_and_goes_with_its_group_or_its_key() {
    let (_folder, _, catalog) = catalog();
    for (id, name) in [("1", "Home"), ("2", "Office")] {
        catalog
            .save_address_group(&group(id, name, &["198.51.100.7"]))
            .unwrap();
    }
    let uses = [
        used(7, "1", &["198.51.100.7"]),
        used(7, "2", &["198.51.100.7"]),
    ];
    catalog.set_key_groups("this-computer", 7, &uses).unwrap();
    let other = used(8, "1", &["198.51.100.7"]);
    catalog
        .set_key_groups(
            "this-computer",
            8,
            &[other.clone(), used(8, "gone", &["192.0.2.1"])],
        )
        .unwrap();
    catalog
        .save_address_group(&group("1", "Home", &["198.51.100.99"]))
        .unwrap();
    assert_eq!(
        catalog.group_uses().unwrap(),
        [uses[0].clone(), uses[1].clone(), other.clone()],
        "a changed group changes no use, and a group that is gone has none"
    );

    catalog.delete_address_group("2").unwrap();
    assert_eq!(
        catalog.group_uses().unwrap(),
        [uses[0].clone(), other.clone()]
    );
    catalog.forget_key("this-computer", 7).unwrap();
    assert_eq!(catalog.group_uses().unwrap(), [other]);
    catalog.set_key_groups("this-computer", 8, &[]).unwrap();
    assert!(catalog.group_uses().unwrap().is_empty());
}
