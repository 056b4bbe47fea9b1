//! A region of the cloud, whose place a server on loopback takes: what is known of this computer's address there.

use std::sync::Arc;

use actions::wire::{
    CreateKeyRequest, KeyRef, PermissionView, PreferencesView, PreviewPermissionRequest, ProofView,
    ShutOutWhoView,
};
use actions::{
    Failure, World, app, create_key, my_addresses, preview_permission, save_preferences,
    update_permission,
};
use vault::{
    Account, AccountSite, Catalog, CredentialKind, ItemName, OwnEndpoints, SecretStore, Secrets,
};

use crate::addresses::{ok, service};
use crate::home::{Home, custom, key_for, parts, update};

const CLOUD: &str = "cn-beijing@a7f3c2";

/// An account whose control plane and data plane are the server on loopback.
fn add_account(home: &Home, catalog: &Catalog) {
    let (access_key_id, secret) = home.server.access_key();
    catalog
        .insert_account(&Account {
            id: "a7f3c2".to_owned(),
            name: "Work".to_owned(),
            site: AccountSite::China,
            kind: CredentialKind::AccessKey,
            access_key_id,
            principal: None,
            sts_endpoint: None,
            ca_file: None,
            expires_at: None,
            created_at: 1,
            checked_at: None,
        })
        .unwrap();
    let origin = Some(format!("http://{}", home.server.address));
    catalog
        .set_endpoints(&OwnEndpoints {
            account_id: "a7f3c2".to_owned(),
            region: "cn-beijing".to_owned(),
            control: origin.clone(),
            data: origin,
        })
        .unwrap();
    home.keyring
        .put(&ItemName::account_secret("a7f3c2"), &secret.into())
        .unwrap();
}

/// A world, and a key in the cloud.
async fn in_the_cloud(home: &Home) -> (Arc<World>, KeyRef) {
    let secrets = Secrets::start(home.keyring.clone(), home.path("secrets.age"));
    let parts = parts(
        home.folder.path(),
        secrets,
        &home.server,
        Arc::clone(&home.clipboard),
        Arc::new(()),
    );
    add_account(home, &parts.catalog);
    let world = Arc::new(World::new(parts));
    let request = CreateKeyRequest {
        region: CLOUD.to_owned(),
        ..key_for("cloud")
    };
    let key = create_key(&world, request).await.unwrap().key.key;
    (world, key)
}

fn limited_to(key: &KeyRef, addresses: &str) -> PreviewPermissionRequest {
    PreviewPermissionRequest {
        keys: vec![key.clone()],
        opened: Some(PermissionView::All),
        permission: custom(addresses),
    }
}

#[tokio::test]
async fn before_the_address_is_known_nobody_is_said_to_be_shut_out() {
    let home = Home::new().await;
    let (world, key) = in_the_cloud(&home).await;
    let preview = preview_permission(&world, &limited_to(&key, "9.9.9.9"))
        .await
        .unwrap();
    assert!(preview.this_computer.is_empty());
    assert!(
        preview.keys[0]
            .change
            .as_ref()
            .unwrap()
            .shuts_out
            .is_empty()
    );
    let saved = update_permission(&world, update(&key, PermissionView::All, custom("9.9.9.9")))
        .await
        .unwrap();
    assert!(
        matches!(saved.proof, ProofView::Refused { as_meant: None, .. }),
        "{:?}",
        saved.proof
    );
}

#[tokio::test]
async fn what_the_services_named_is_what_may_be_shut_out() {
    let home = Home::new().await;
    let (world, key) = in_the_cloud(&home).await;
    let port = service("127.0.0.1:0", ok("8.8.8.8")).await;
    let services = ["a", "b"].map(|path| format!("http://127.0.0.1:{port}/{path}"));
    let preferences = PreferencesView {
        echo_services: services,
        ..app(&world).await.unwrap().preferences
    };
    save_preferences(&world, preferences).await.unwrap();
    my_addresses(&world, CLOUD).await.unwrap();

    let preview = preview_permission(&world, &limited_to(&key, "9.9.9.9"))
        .await
        .unwrap();
    assert_eq!(preview.this_computer, ["8.8.8.8"]);
    let shut_out = &preview.keys[0].change.as_ref().unwrap().shuts_out;
    assert_eq!(shut_out.len(), 1);
    assert_eq!(shut_out[0].who, ShutOutWhoView::ThisComputer);
    assert_eq!(shut_out[0].address, "8.8.8.8");

    let out = update_permission(&world, update(&key, PermissionView::All, custom("9.9.9.9")))
        .await
        .unwrap();
    assert!(
        matches!(
            out.proof,
            ProofView::Refused {
                as_meant: Some(true),
                ..
            }
        ),
        "{:?}",
        out.proof
    );
    // The list lets in what the services named, and the service sees loopback, as behind a VPN: refused all the same.
    let odd = update_permission(&world, update(&key, out.key.permission, custom("8.8.8.8")))
        .await
        .unwrap();
    assert!(
        matches!(
            odd.proof,
            ProofView::Refused {
                as_meant: Some(false),
                ..
            }
        ),
        "{:?}",
        odd.proof
    );
}

#[tokio::test]
async fn a_private_address_is_refused_with_its_line() {
    let home = Home::new().await;
    let (world, key) = in_the_cloud(&home).await;
    let refused = update_permission(
        &world,
        update(&key, PermissionView::All, custom("8.8.8.8\n192.168.1.7")),
    )
    .await
    .unwrap_err();
    assert!(
        matches!(refused, Failure::AddressUnsuitable { line: 2, .. }),
        "{refused:?}"
    );
}
