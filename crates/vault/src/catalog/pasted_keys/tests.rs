use crate::catalog::tests::{opened, record, reopened};
use crate::catalog::{AddressGroup, Catalog, CatalogError, GroupUse, KeyOrigin, KeyRecord};

const PLACE: &str = "cn-beijing@a7f3c2";

/// A pasted key that waits for its entry.
fn pasted(catalog: &Catalog) -> KeyRecord {
    let key = KeyRecord {
        description: "pasted".to_owned(),
        masked: "sk-1a2…bcde".to_owned(),
        workspace_id: String::new(),
        host: Some("https://dashscope.aliyuncs.com".to_owned()),
        plan: None,
        origin: KeyOrigin::Pasted,
        ..record(PLACE, catalog.next_pasted_id(PLACE).unwrap())
    };
    catalog.remember_key(&key).unwrap();
    key
}

#[test]
fn no_id_is_given_twice_not_even_after_its_key_is_forgotten() {
    let (_folder, catalog) = opened();
    let first = pasted(&catalog);
    assert_eq!(first.api_key_id, -1);
    catalog.forget_key(PLACE, first.api_key_id).unwrap();
    let catalog = reopened(catalog);
    assert_eq!(catalog.next_pasted_id(PLACE).unwrap(), -2);
    assert_eq!(catalog.next_pasted_id(PLACE).unwrap(), -3);
    assert_eq!(catalog.next_pasted_id("cn-beijing@b81d04").unwrap(), -1);
}

#[test]
fn a_key_whose_entry_is_found_moves_to_it_with_its_groups() {
    let (_folder, catalog) = opened();
    let key = pasted(&catalog);
    let home = AddressGroup {
        id: "1".to_owned(),
        name: "Home".to_owned(),
        entries: vec!["198.51.100.7".to_owned()],
    };
    catalog.save_address_group(&home).unwrap();
    let used = GroupUse {
        region: PLACE.to_owned(),
        api_key_id: key.api_key_id,
        group_id: home.id.clone(),
        entries: home.entries,
    };
    catalog
        .set_key_groups(PLACE, key.api_key_id, std::slice::from_ref(&used))
        .unwrap();

    catalog
        .rematch_key((PLACE, key.api_key_id), (PLACE, 1042))
        .unwrap();
    let catalog = reopened(catalog);
    assert_eq!(
        catalog.keys(PLACE).unwrap(),
        [KeyRecord {
            api_key_id: 1042,
            ..key
        }]
    );
    assert_eq!(
        catalog.group_uses().unwrap(),
        [GroupUse {
            api_key_id: 1042,
            ..used
        }]
    );
}

#[test]
fn a_record_that_is_there_keeps_the_services_words_and_gets_the_value() {
    let (_folder, catalog) = opened();
    let known = KeyRecord {
        kept_at: None,
        host: None,
        ..record(PLACE, 1042)
    };
    catalog.remember_key(&known).unwrap();
    let key = pasted(&catalog);
    catalog
        .rematch_key((PLACE, key.api_key_id), (PLACE, 1042))
        .unwrap();
    assert_eq!(
        catalog.keys(PLACE).unwrap(),
        [KeyRecord {
            masked: key.masked,
            kept_at: key.kept_at,
            host: key.host,
            origin: KeyOrigin::Pasted,
            ..known
        }]
    );
}

#[test]
fn only_a_pasted_key_that_waits_can_be_matched() {
    let (_folder, catalog) = opened();
    let key = pasted(&catalog);
    catalog.remember_key(&record(PLACE, 7)).unwrap();
    for (place, id) in [(PLACE, -99), ("cn-beijing", key.api_key_id), (PLACE, 7)] {
        let refused = catalog.rematch_key((place, id), (PLACE, 1042));
        assert!(
            matches!(&refused, Err(CatalogError::UnmatchedKeyUnknown { place: at, api_key_id })
                if at == place && *api_key_id == id),
            "{refused:?}"
        );
    }
    assert_eq!(catalog.keys(PLACE).unwrap().len(), 2);
    assert_eq!(catalog.key(PLACE, 1042).unwrap(), None);
}

#[test]
fn a_key_of_a_region_without_an_account_moves_to_the_accounts() {
    let (_folder, catalog) = opened();
    let id = catalog.next_pasted_id("cn-beijing").unwrap();
    let key = record("cn-beijing", id);
    catalog.remember_key(&key).unwrap();
    catalog
        .rematch_key(("cn-beijing", id), (PLACE, 1042))
        .unwrap();
    assert_eq!(catalog.keys("cn-beijing").unwrap(), []);
    assert_eq!(
        catalog.keys(PLACE).unwrap(),
        [KeyRecord {
            region: PLACE.to_owned(),
            api_key_id: 1042,
            ..key
        }]
    );
}
