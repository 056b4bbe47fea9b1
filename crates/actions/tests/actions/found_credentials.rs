//! Credentials of other programs are offered with what names them, never with their secret, and taken only when the user
//! says so, as they are at that moment.

use std::collections::BTreeMap;
use std::fs;
use std::sync::Arc;

use actions::wire::{
    AddAccountRequest, CredentialKindView, CredentialSourceView, CredentialUnusableView,
    CredentialsRequest, FoundCredentialsView,
};
use actions::{Failure, World, add_account, app, find_credentials};
use machine::Surroundings;
use model_studio::region::RegionId;
use serde_json::json;
use vault::Secrets;

use crate::clouds::{Cloud, ID, SECRET, TEMPORARY_ID, TOKEN, account, typed};
use crate::home::{Home, parts};

fn write_profiles(home: &Home, secret: &str) {
    let profiles = json!({ "current": "work", "profiles": [
        { "name": "work", "mode": "AK", "access_key_id": ID, "access_key_secret": secret },
        { "name": "visit", "mode": "StsToken", "access_key_id": TEMPORARY_ID,
          "access_key_secret": secret, "sts_token": TOKEN },
        { "name": "role", "mode": "RamRoleArn", "access_key_id": ID, "access_key_secret": secret },
        { "name": "half", "mode": "AK", "access_key_id": ID },
    ] });
    fs::create_dir_all(home.path(".aliyun")).unwrap();
    fs::write(home.path(".aliyun/config.json"), profiles.to_string()).unwrap();
}

/// A world whose program was started with these variables.
fn world_in(home: &Home, variables: &[(&str, &str)]) -> Arc<World> {
    let secrets = Secrets::start(home.keyring.clone(), home.path("secrets.age"));
    let clipboard = Arc::clone(&home.clipboard);
    let mut parts = parts(
        home.folder.path(),
        secrets,
        &home.server,
        clipboard,
        Arc::new(()),
    );
    let environment: BTreeMap<String, String> = variables
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    parts.surroundings = Surroundings {
        environment,
        ..parts.surroundings
    };
    Arc::new(World::new(parts))
}

fn take(found: &FoundCredentialsView, cloud: &Cloud) -> AddAccountRequest {
    AddAccountRequest {
        credentials: CredentialsRequest::Found {
            id: found.id.clone(),
        },
        ..account("Found", &[cloud])
    }
}

#[tokio::test]
async fn nothing_is_found_where_nothing_is() {
    let home = Home::new().await;
    assert!(find_credentials(&home.world()).await.unwrap().is_empty());
}

#[tokio::test]
async fn profiles_are_offered_and_one_is_taken() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    write_profiles(&home, SECRET);
    let world = home.world();
    let found = find_credentials(&world).await.unwrap();
    let said = serde_json::to_string(&found).unwrap();
    assert!(!said.contains(SECRET) && !said.contains(TOKEN), "{said}");

    let unusable: Vec<_> = found.iter().map(|found| found.unusable.clone()).collect();
    let role = CredentialUnusableView::Mode {
        mode: "RamRoleArn".to_owned(),
    };
    assert_eq!(
        unusable,
        [
            None,
            None,
            Some(role),
            Some(CredentialUnusableView::Incomplete)
        ]
    );
    assert_eq!(found[1].kind, CredentialKindView::Sts);
    assert!(
        matches!(&found[0].source, CredentialSourceView::AliyunCli { profile, .. } if profile == "work")
    );
    assert!(
        app(&world).await.unwrap().accounts.is_empty(),
        "nothing is taken by looking"
    );

    let added = add_account(&world, take(&found[0], &beijing))
        .await
        .unwrap();
    assert_eq!(added.access_key_id, ID);
    let again = find_credentials(&world).await.unwrap();
    assert!(again[0].added && !again[1].added);
}

#[tokio::test]
async fn variables_are_offered_and_taken() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    let world = world_in(
        &home,
        &[
            ("ALIBABA_CLOUD_ACCESS_KEY_ID", ID),
            ("ALIBABA_CLOUD_ACCESS_KEY_SECRET", SECRET),
        ],
    );
    let found = find_credentials(&world).await.unwrap();
    assert_eq!(found.len(), 1);
    assert!(matches!(found[0].source, CredentialSourceView::Environment));
    add_account(&world, take(&found[0], &beijing))
        .await
        .unwrap();

    let half = world_in(&home, &[("ALIBABA_CLOUD_ACCESS_KEY_ID", ID)]);
    let found = find_credentials(&half).await.unwrap();
    assert_eq!(found[0].unusable, Some(CredentialUnusableView::Incomplete));
}

#[tokio::test]
async fn what_changed_since_it_was_offered_is_not_taken() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    write_profiles(&home, SECRET);
    let world = home.world();
    let found = find_credentials(&world).await.unwrap();
    let other = json!({ "profiles": [
        { "name": "work", "mode": "AK", "access_key_id": "LTAI5tAnotherOne00000000", "access_key_secret": SECRET },
    ] });
    fs::write(home.path(".aliyun/config.json"), other.to_string()).unwrap();
    let gone = add_account(&world, take(&found[0], &beijing)).await;
    assert_eq!(gone.unwrap_err(), Failure::CredentialsGone);
}

#[tokio::test]
async fn a_file_that_cannot_be_read_is_told_without_a_word_of_it() {
    let home = Home::new().await;
    fs::create_dir_all(home.path(".aliyun")).unwrap();
    let text = format!("{{\"profiles\": [{{\"access_key_secret\": \"{SECRET}\" oops");
    fs::write(home.path(".aliyun/config.json"), text).unwrap();
    let failure = find_credentials(&home.world()).await.unwrap_err();
    assert!(matches!(failure, Failure::CredentialsFileUnusable { .. }));
    assert!(!format!("{failure:?}").contains(SECRET));
}

#[tokio::test]
async fn a_failure_repeats_no_secret() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    let swapped = AddAccountRequest {
        credentials: typed(SECRET, ID),
        ..account("Work", &[&beijing])
    };
    assert!(
        !format!("{swapped:?}").contains(ID),
        "the secret's box is never printed"
    );
    let failure = add_account(&home.world(), swapped).await.unwrap_err();
    assert!(!format!("{failure:?}").contains(SECRET));
}
