use super::OwnEndpoints;
use crate::catalog::accounts::tests::account;
use crate::catalog::tests::{opened, reopened};
use crate::catalog::{Catalog, CatalogError};

fn own(region: &str, control: Option<&str>, data: Option<&str>) -> OwnEndpoints {
    OwnEndpoints {
        account_id: "a7f3c2".to_owned(),
        region: region.to_owned(),
        control: control.map(str::to_owned),
        data: data.map(str::to_owned),
    }
}

fn with_account() -> (tempfile::TempDir, Catalog) {
    let (folder, catalog) = opened();
    catalog
        .insert_account(&account("a7f3c2", "Work", 1))
        .unwrap();
    (folder, catalog)
}

#[test]
fn endpoints_are_set_replaced_and_cleared_by_region_over_a_restart() {
    let (_folder, catalog) = with_account();
    assert_eq!(catalog.endpoints("a7f3c2", "cn-beijing").unwrap(), None);
    let virginia = own("us-east-1", None, Some("https://models.example"));
    catalog.set_endpoints(&virginia).unwrap();
    catalog
        .set_endpoints(&own("cn-beijing", Some("http://127.0.0.1:8931"), None))
        .unwrap();
    let beijing = own("cn-beijing", Some("https://keys.example"), None);
    catalog.set_endpoints(&beijing).unwrap();

    let catalog = reopened(catalog);
    assert_eq!(
        catalog.account_endpoints("a7f3c2").unwrap(),
        [beijing.clone(), virginia.clone()]
    );
    assert_eq!(
        catalog.endpoints("a7f3c2", "cn-beijing").unwrap(),
        Some(beijing)
    );
    catalog.clear_endpoints("a7f3c2", "cn-beijing").unwrap();
    catalog.clear_endpoints("a7f3c2", "cn-beijing").unwrap();
    assert_eq!(catalog.account_endpoints("a7f3c2").unwrap(), [virginia]);
    // With neither of them, nothing is set any more.
    catalog
        .set_endpoints(&own("us-east-1", None, None))
        .unwrap();
    assert!(catalog.account_endpoints("a7f3c2").unwrap().is_empty());
}

#[test]
fn an_account_that_is_not_there_has_no_endpoints() {
    let (_folder, catalog) = with_account();
    catalog.remove_account("a7f3c2").unwrap();
    let refused = catalog.set_endpoints(&own("cn-beijing", Some("https://keys.example"), None));
    assert!(
        matches!(&refused, Err(CatalogError::AccountUnknown { id }) if id == "a7f3c2"),
        "{refused:?}"
    );
    // As after a removal and a new account of the same id: nothing comes back.
    catalog
        .insert_account(&account("a7f3c2", "Work", 1))
        .unwrap();
    assert!(catalog.account_endpoints("a7f3c2").unwrap().is_empty());
}

#[test]
fn a_change_of_the_account_leaves_its_endpoints() {
    let (_folder, catalog) = with_account();
    let beijing = own("cn-beijing", Some("https://keys.example"), None);
    catalog.set_endpoints(&beijing).unwrap();
    catalog
        .update_account(&account("a7f3c2", "Renamed", 1))
        .unwrap();
    assert_eq!(catalog.account_endpoints("a7f3c2").unwrap(), [beijing]);
}
