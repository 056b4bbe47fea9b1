//! What changes of an account counts from the next call, and what goes takes its secret along. A change that the service
//! refuses changes nothing.

use std::sync::Arc;

use actions::wire::{CreateKeyRequest, EditAccountRequest};
use actions::{Failure, add_account, app, create_key, edit_account, list_keys, remove_account};
use model_studio::region::RegionId;

use crate::clouds::{Cloud, ID, SECRET, account, place, typed, world_with};
use crate::home::{Home, key_for};

fn edit(id: &str, cloud: &Cloud) -> EditAccountRequest {
    EditAccountRequest {
        id: id.to_owned(),
        name: "Work".to_owned(),
        credentials: None,
        sts_endpoint: Some(cloud.origin.clone()),
        ca_file: None,
        endpoints: vec![cloud.endpoint()],
    }
}

#[tokio::test]
async fn new_credentials_that_are_refused_change_nothing() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    let (world, added) = world_with(&home, &[&beijing]).await;
    let before = home.keyring.names();
    let request = EditAccountRequest {
        name: "Other".to_owned(),
        credentials: Some(typed(ID, "anotherSecretOf30Characters000")),
        ..edit(&added.id, &beijing)
    };
    let failure = edit_account(&world, request).await.unwrap_err();
    assert!(matches!(failure, Failure::AccessKeySecretWrong { .. }));
    assert_eq!(home.keyring.names(), before);
    assert_eq!(app(&world).await.unwrap().accounts[0].name, "Work");
    list_keys(&world, &place(&beijing, &added)).await.unwrap();

    let renewed = EditAccountRequest {
        credentials: Some(typed(ID, SECRET)),
        ..edit(&added.id, &beijing)
    };
    edit_account(&world, renewed).await.unwrap();
    assert_eq!(home.keyring.names(), before);
    list_keys(&world, &place(&beijing, &added)).await.unwrap();
}

#[tokio::test]
async fn a_new_address_counts_from_the_next_call() {
    let home = Home::new().await;
    let (here, there) = (
        Cloud::of(RegionId::CnBeijing).await,
        Cloud::of(RegionId::CnBeijing).await,
    );
    let (world, added) = world_with(&home, &[&here]).await;
    let place = place(&here, &added);
    let request = CreateKeyRequest {
        region: place.clone(),
        ..key_for("here")
    };
    create_key(&world, request).await.unwrap();
    assert_eq!(list_keys(&world, &place).await.unwrap().keys.len(), 1);
    edit_account(&world, edit(&added.id, &there)).await.unwrap();
    assert_eq!(list_keys(&world, &place).await.unwrap().keys.len(), 0);

    let unnamed = EditAccountRequest {
        name: " ".to_owned(),
        ..edit(&added.id, &there)
    };
    assert_eq!(
        edit_account(&world, unnamed).await.unwrap_err(),
        Failure::AccountNameEmpty
    );
    let unknown = edit_account(&world, edit("aaaaaa", &there)).await;
    assert_eq!(unknown.unwrap_err(), Failure::AccountUnknown);
}

#[tokio::test]
async fn a_removed_account_takes_its_secret_along_and_leaves_its_keys() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    let (world, added) = world_with(&home, &[&beijing]).await;
    let place = place(&beijing, &added);
    let request = CreateKeyRequest {
        region: place.clone(),
        ..key_for("kept")
    };
    create_key(&world, request).await.unwrap();
    remove_account(&world, &added.id).await.unwrap();

    let names = home.keyring.names();
    assert!(
        names
            .iter()
            .all(|name| !name.as_str().starts_with("account/"))
    );
    assert!(names.iter().any(|name| name.as_str().starts_with(&place)));
    assert_eq!(
        list_keys(&world, &place).await.unwrap_err(),
        Failure::AccountUnknown
    );
    assert!(app(&world).await.unwrap().accounts.is_empty());
}

/// Ends the task of an action at a step, as a crash would.
struct PanicAt(&'static str);

impl machine::Steps for PanicAt {
    fn reached(&self, step: &'static str) {
        assert!(step != self.0, "ended here");
    }
}

#[tokio::test]
async fn a_secret_that_a_crash_left_behind_goes_with_the_next_account() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    let secrets = vault::Secrets::start(home.keyring.clone(), home.path("secrets.age"));
    let parts = crate::home::parts(
        home.folder.path(),
        secrets,
        &home.server,
        Arc::clone(&home.clipboard),
        Arc::new(PanicAt("account's secret kept")),
    );
    let crashing = Arc::new(actions::World::new(parts));
    let cut_off = add_account(&crashing, account("Work", &[&beijing])).await;
    assert_eq!(cut_off.unwrap_err(), Failure::Interrupted);
    assert_eq!(
        home.keyring.names().len(),
        1,
        "the secret is there, and nobody knows whose"
    );
    drop(crashing);

    let (_world, added) = world_with(&home, &[&beijing]).await;
    let names: Vec<String> = home
        .keyring
        .names()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(names, [format!("account/{}/secret", added.id)]);
}
