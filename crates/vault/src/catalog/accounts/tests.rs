use super::{Account, AccountSite, CredentialKind, Principal, is_account_id};
use crate::catalog::tests::{opened, record, reopened};
use crate::catalog::{CatalogError, LastSeen, OwnEndpoints};

pub(in crate::catalog) fn account(id: &str, name: &str, created_at: i64) -> Account {
    Account {
        id: id.to_owned(),
        name: name.to_owned(),
        site: AccountSite::International,
        kind: CredentialKind::Sts,
        access_key_id: "STS.NUxample".to_owned(),
        principal: Some(Principal {
            account_uid: "1234567890123456".to_owned(),
            user_id: "216959339000654321".to_owned(),
            arn: "acs:ram::1234567890123456:user/张三".to_owned(),
            identity_type: "RAMUser".to_owned(),
        }),
        sts_endpoint: Some("https://sts.internal.example".to_owned()),
        ca_file: Some("/etc/ssl/own.pem".to_owned()),
        expires_at: Some(created_at + 3_600_000),
        created_at,
        checked_at: Some(created_at + 1),
    }
}

fn bare(id: &str, name: &str, created_at: i64) -> Account {
    Account {
        site: AccountSite::China,
        kind: CredentialKind::AccessKey,
        access_key_id: "LTAI5tExample".to_owned(),
        principal: None,
        sts_endpoint: None,
        ca_file: None,
        expires_at: None,
        checked_at: None,
        ..account(id, name, created_at)
    }
}

#[test]
fn accounts_are_added_changed_listed_and_removed_over_a_restart() {
    let (_folder, catalog) = opened();
    let later = account("zzzzzz", "甲公司", 20);
    catalog.insert_account(&later).unwrap();
    catalog.insert_account(&bare("a7f3c2", "Home", 10)).unwrap();
    let same_moment = bare("000000", "Third", 20);
    catalog.insert_account(&same_moment).unwrap();
    let changed = account("a7f3c2", "At home", 10);
    catalog.update_account(&changed).unwrap();

    let catalog = reopened(catalog);
    assert_eq!(
        catalog.accounts().unwrap(),
        [changed.clone(), later.clone(), same_moment.clone()],
        "in the order in which they were added"
    );
    assert_eq!(catalog.account("a7f3c2").unwrap(), Some(changed));

    // What is not known any more is gone from the row too.
    let plain = bare("a7f3c2", "Home", 10);
    catalog.update_account(&plain).unwrap();
    assert_eq!(catalog.account("a7f3c2").unwrap(), Some(plain.clone()));

    catalog.remove_account("zzzzzz").unwrap();
    catalog.remove_account("zzzzzz").unwrap();
    assert_eq!(catalog.account("zzzzzz").unwrap(), None);
    assert_eq!(catalog.accounts().unwrap(), [plain, same_moment]);
}

#[test]
fn no_two_accounts_have_one_name_or_one_id() {
    let (_folder, catalog) = opened();
    catalog.insert_account(&bare("a7f3c2", "Work", 1)).unwrap();
    catalog.insert_account(&bare("b81d04", "Home", 2)).unwrap();

    let same_name = bare("c00000", "work", 3);
    let renamed = bare("b81d04", "WORK", 2);
    for refused in [
        catalog.insert_account(&same_name),
        catalog.update_account(&renamed),
    ] {
        assert!(
            matches!(&refused, Err(CatalogError::AccountNameTaken { name }) if name.eq_ignore_ascii_case("work")),
            "{refused:?}"
        );
    }
    let refused = catalog.insert_account(&bare("a7f3c2", "Other", 3));
    assert!(
        matches!(&refused, Err(CatalogError::AccountIdTaken { id }) if id == "a7f3c2"),
        "{refused:?}"
    );
    let names: Vec<String> = catalog
        .accounts()
        .unwrap()
        .into_iter()
        .map(|account| account.name)
        .collect();
    assert_eq!(names, ["Work", "Home"]);
    // Its own name is no other's.
    catalog.update_account(&bare("a7f3c2", "WORK", 1)).unwrap();
}

#[test]
fn an_account_that_is_not_there_cannot_be_changed() {
    let (_folder, catalog) = opened();
    let refused = catalog.update_account(&bare("a7f3c2", "Work", 1));
    assert!(
        matches!(&refused, Err(CatalogError::AccountUnknown { id }) if id == "a7f3c2"),
        "{refused:?}"
    );
    assert!(catalog.accounts().unwrap().is_empty());
}

#[test]
fn an_id_is_fit_for_a_place_and_for_the_name_of_an_item() {
    for id in ["a7f3c2", "000000", "abcdefghijkl"] {
        assert!(is_account_id(id), "{id}");
    }
    let (_folder, catalog) = opened();
    for id in [
        "",
        "a7f3c",
        "abcdefghijklm",
        "A7F3C2",
        "a7f3/2",
        "a7f3@2",
        "a7f3 2",
        "账户一",
    ] {
        let refused = catalog.insert_account(&bare(id, "Work", 1));
        assert!(
            matches!(&refused, Err(CatalogError::AccountIdInvalid { id: named }) if named == id),
            "{refused:?}"
        );
    }
    assert!(catalog.accounts().unwrap().is_empty());
}

#[test]
fn what_belongs_to_an_account_goes_with_it_and_its_keys_stay() {
    let (_folder, catalog) = opened();
    for (id, name) in [("a7f3c2", "Work"), ("b81d04", "Home")] {
        catalog.insert_account(&bare(id, name, 1)).unwrap();
        catalog
            .set_endpoints(&OwnEndpoints {
                account_id: id.to_owned(),
                region: "cn-beijing".to_owned(),
                control: Some("https://control.example".to_owned()),
                data: None,
            })
            .unwrap();
        let place = format!("cn-beijing@{id}");
        catalog
            .put_last_seen(&LastSeen {
                place: place.clone(),
                list_json: "[]".to_owned(),
                seen_at: 2,
            })
            .unwrap();
        catalog.remember_key(&record(&place, 7)).unwrap();
    }

    catalog.remove_account("a7f3c2").unwrap();
    assert!(catalog.account_endpoints("a7f3c2").unwrap().is_empty());
    assert_eq!(catalog.last_seen("cn-beijing@a7f3c2").unwrap(), None);
    assert_eq!(
        catalog.keys("cn-beijing@a7f3c2").unwrap(),
        [record("cn-beijing@a7f3c2", 7)],
        "what was kept is still said"
    );
    assert_eq!(catalog.account_endpoints("b81d04").unwrap().len(), 1);
    assert!(catalog.last_seen("cn-beijing@b81d04").unwrap().is_some());
}
