//! Tests: who may be printed, and that it follows the key.

use super::PrintReason::{Tool, Variable};
use crate::catalog::tests::{opened, record, reopened};

const PLACE: &str = "cn-beijing@a7f3c2";

#[test]
fn a_key_is_allowed_for_each_purpose_by_itself() {
    let (_folder, catalog) = opened();
    catalog.allow_printing(PLACE, 7, Variable).unwrap();
    catalog.allow_printing(PLACE, 7, Variable).unwrap();
    catalog.allow_printing(PLACE, 7, Tool).unwrap();
    let catalog = reopened(catalog);
    let whys = |catalog: &crate::Catalog| -> Vec<_> {
        let all = catalog.printable_keys().unwrap();
        all.iter().map(|one| (one.api_key_id, one.why)).collect()
    };
    assert_eq!(whys(&catalog), [(7, Tool), (7, Variable)]);
    catalog.disallow_printing(PLACE, 7, Variable).unwrap();
    catalog.disallow_printing("cn-beijing", 7, Tool).unwrap();
    assert_eq!(whys(&catalog), [(7, Tool)]);
}

#[test]
fn a_disabled_key_stays_disabled_for_what_comes_after() {
    let (_folder, catalog) = opened();
    catalog
        .note_disabled(PLACE, &[(7, true), (8, false)])
        .unwrap();
    assert_eq!(
        catalog.printable_keys().unwrap(),
        [],
        "it allows nothing by itself"
    );
    catalog.allow_printing(PLACE, 8, Variable).unwrap();
    catalog.allow_printing(PLACE, 7, Variable).unwrap();
    catalog.allow_printing(PLACE, 7, Tool).unwrap();
    catalog.note_disabled("cn-beijing", &[(8, true)]).unwrap();
    let disabled = |catalog: &crate::Catalog| -> Vec<_> {
        let all = catalog.printable_keys().unwrap();
        all.iter().map(|one| one.disabled).collect()
    };
    assert_eq!(disabled(&catalog), [true, true, false]);
    // Nor does it end with what it was first allowed for.
    for why in [Variable, Tool] {
        catalog.disallow_printing(PLACE, 7, why).unwrap();
    }
    catalog.allow_printing(PLACE, 7, Tool).unwrap();
    assert_eq!(disabled(&catalog), [true, false]);
    catalog
        .note_disabled(PLACE, &[(8, true), (7, false)])
        .unwrap();
    assert_eq!(disabled(&catalog), [false, true]);
}

#[test]
fn it_goes_with_the_key_and_takes_its_new_id() {
    let (_folder, catalog) = opened();
    catalog.remember_key(&record(PLACE, -1)).unwrap();
    catalog.allow_printing(PLACE, -1, Variable).unwrap();
    catalog.rematch_key((PLACE, -1), (PLACE, 9)).unwrap();
    let all = catalog.printable_keys().unwrap();
    assert_eq!((all.len(), all[0].api_key_id), (1, 9));
    catalog.forget_key(PLACE, 9).unwrap();
    assert_eq!(catalog.printable_keys().unwrap(), []);
}
