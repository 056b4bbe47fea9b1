//! Temporary credentials: an AccessKey with a token, which rests and goes with it. They end: then nobody is asked with them,
//! and new ones begin anew.

use std::sync::Arc;

use actions::wire::{
    AddAccountRequest, CredentialKindView, CredentialsRequest, EditAccountRequest,
};
use actions::{Failure, World, add_account, app, edit_account, list_keys, remove_account};
use local_studio::Faults;
use model_studio::region::RegionId;
use vault::{Account, AccountSite, Catalog, CredentialKind, ItemName, OwnEndpoints, SecretStore};

use crate::accounts::refused;
use crate::clouds::{Cloud, ID, SECRET, TEMPORARY_ID, TOKEN, account, holding, place, typed};
use crate::home::Home;

const PLACE: &str = "cn-beijing@a7f3c2";

/// A world with an account that has temporary credentials, which end at this time.
fn world(home: &Home, origin: &str, expires_at: Option<i64>) -> Arc<World> {
    let catalog = Catalog::open(&home.path("data/catalog.sqlite")).unwrap();
    let account = Account {
        id: "a7f3c2".to_owned(),
        name: "Visit".to_owned(),
        site: AccountSite::China,
        kind: CredentialKind::Sts,
        access_key_id: TEMPORARY_ID.to_owned(),
        principal: None,
        sts_endpoint: Some(origin.to_owned()),
        ca_file: None,
        expires_at,
        created_at: 1,
        checked_at: None,
    };
    catalog.insert_account(&account).unwrap();
    let endpoints = OwnEndpoints {
        account_id: account.id,
        region: "cn-beijing".to_owned(),
        control: Some(origin.to_owned()),
        data: None,
    };
    catalog.set_endpoints(&endpoints).unwrap();
    for name in [
        ItemName::account_secret("a7f3c2"),
        ItemName::account_token("a7f3c2"),
    ] {
        home.keyring.put(&name, &SECRET.to_owned().into()).unwrap();
    }
    home.world()
}

#[tokio::test]
async fn near_their_end_nobody_is_asked() {
    let home = Home::new().await;
    let now = jiff::Timestamp::now().as_millisecond();
    // Nobody listens there: whoever asks would say so.
    let world = world(&home, "http://127.0.0.1:1", Some(now + 5_000));
    let failure = list_keys(&world, PLACE).await.unwrap_err();
    assert!(
        matches!(failure, Failure::CredentialsExpired { .. }),
        "{failure:?}"
    );
}

#[tokio::test]
async fn what_the_service_calls_expired_is_not_sent_again() {
    let home = Home::new().await;
    let expired = local_studio::Failure::of("ListApiKeys", "InvalidSecurityToken.Expired").unwrap();
    let faults = Faults {
        failures: vec![expired],
        ..Faults::default()
    };
    let beijing = Cloud::faulty(RegionId::CnBeijing, faults).await;
    let world = world(&home, &beijing.origin, None);
    let told = list_keys(&world, PLACE).await.unwrap_err();
    assert!(
        matches!(&told, Failure::CredentialsExpired { request_id } if !request_id.is_empty()),
        "{told:?}"
    );
    assert!(app(&world).await.unwrap().accounts[0].expires_at.is_some());
    let known = list_keys(&world, PLACE).await.unwrap_err();
    assert!(
        matches!(&known, Failure::CredentialsExpired { request_id } if request_id.is_empty()),
        "{known:?}"
    );

    let renewed = EditAccountRequest {
        id: "a7f3c2".to_owned(),
        name: "Visit".to_owned(),
        credentials: Some(typed(ID, SECRET)),
        sts_endpoint: Some(beijing.origin.clone()),
        ca_file: None,
        endpoints: Vec::new(),
    };
    let edited = edit_account(&world, renewed).await.unwrap();
    assert_eq!(edited.expires_at, None);
    let names: Vec<String> = home
        .keyring
        .names()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        names,
        ["account/a7f3c2/secret"],
        "the token goes with what it belonged to"
    );
}

fn temporary(cloud: &Cloud) -> AddAccountRequest {
    AddAccountRequest {
        credentials: CredentialsRequest::Typed {
            access_key_id: TEMPORARY_ID.to_owned(),
            access_key_secret: SECRET.to_owned().into(),
            security_token: Some(TOKEN.to_owned().into()),
        },
        ..account("Visit", &[cloud])
    }
}

#[tokio::test]
async fn temporary_credentials_rest_as_two_items_and_go_as_two() {
    let home = Home::new().await;
    let beijing = Cloud::temporary(RegionId::CnBeijing).await;
    let world = home.world();
    let added = add_account(&world, temporary(&beijing)).await.unwrap();
    assert_eq!(added.kind, CredentialKindView::Sts);
    list_keys(&world, &place(&beijing, &added)).await.unwrap();
    let names: Vec<String> = home
        .keyring
        .names()
        .iter()
        .map(ToString::to_string)
        .collect();
    let item = |kind: &str| format!("account/{}/{kind}", added.id);
    assert_eq!(names, [item("secret"), item("token")]);
    assert!(holding(home.folder.path(), TOKEN).is_empty());
    remove_account(&world, &added.id).await.unwrap();
    assert!(home.keyring.names().is_empty());
}

#[tokio::test]
async fn a_token_that_is_refused_goes_as_the_secret_does() {
    let home = Home::new().await;
    // It knows another AccessKey.
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    assert!(matches!(
        refused(&home, temporary(&beijing)).await,
        Failure::AccessKeyUnknown { .. }
    ));
}
