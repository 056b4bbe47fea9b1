//! Which keys the program that prints keys may print: exactly those that something on this computer asks for, and none that is
//! disabled. What it is told here is read the way that program reads it.

use std::path::Path;
use std::sync::Arc;

use actions::wire::{
    DeleteKeyRequest, DestinationId, KeyRef, NoKeyringReason, PlanVariableRequest, VariableMethod,
};
use actions::{
    Failure, World, apply_plan, create_key, delete_key, disable_key, enable_key, list_keys,
    plan_variable, reset_key, undo_change,
};
use vault::{Catalog, Printing};

use crate::home::{HERE, Home, key_for};

const PRINTER: &str = "/opt/studio-keys/studio-keys-key";

fn world(home: &Home) -> Arc<World> {
    home.world_with(|computer| computer.key_printer = Some(PRINTER.into()))
}

async fn key(world: &Arc<World>, description: &str) -> KeyRef {
    let created = create_key(world, key_for(description)).await.unwrap();
    created.key.key
}

fn wish(key: &KeyRef, method: Option<VariableMethod>) -> PlanVariableRequest {
    PlanVariableRequest {
        key: key.clone(),
        variable: "DASHSCOPE_API_KEY".to_owned(),
        destinations: Some(vec![DestinationId::Bash]),
        comment_out: Vec::new(),
        method,
        base_url: None,
    }
}

/// Sets the key the usual way and gives the change.
async fn set(world: &Arc<World>, key: &KeyRef) -> String {
    let plan = plan_variable(world, wish(key, None)).await.unwrap();
    assert_eq!(
        (plan.method, plan.no_keyring),
        (VariableMethod::Keyring, None)
    );
    apply_plan(world, &plan.plan_id).await.unwrap().id
}

/// What the program that prints keys finds.
fn printing(home: &Path, key: &KeyRef) -> Printing {
    let catalog = home.join("data/catalog.sqlite");
    let id = key.api_key_id.parse().unwrap();
    Catalog::printing(&catalog, &key.region, id).unwrap()
}

#[tokio::test]
async fn what_asks_for_a_key_lets_it_be_printed_and_no_longer() {
    let home = Home::new().await;
    let (world, folder) = (world(&home), home.folder.path());
    let [first, second] = [key(&world, "first").await, key(&world, "second").await];
    let unknown = KeyRef {
        region: HERE.to_owned(),
        api_key_id: "404".to_owned(),
    };
    assert_eq!(printing(folder, &unknown), Printing::Unknown);
    assert_eq!(printing(folder, &first), Printing::NotAllowed);

    let plan = plan_variable(&world, wish(&first, None)).await.unwrap();
    assert!(plan.writes.iter().all(|write| !write.plaintext));
    assert_eq!(
        printing(folder, &first),
        Printing::NotAllowed,
        "a preview allows nothing"
    );
    let change = apply_plan(&world, &plan.plan_id).await.unwrap();
    assert!(change.asks_keyring);
    assert_eq!(printing(folder, &first), Printing::Allowed);
    assert_eq!(printing(folder, &second), Printing::NotAllowed);
    let file = std::fs::read_to_string(home.path(".config/studio-keys/env.sh")).unwrap();
    let asks = format!("'{PRINTER}' print '{HERE}/{}'", first.api_key_id);
    assert!(file.contains(&asks), "{file}");

    undo_change(&world, &change.id).await.unwrap();
    assert_eq!(printing(folder, &first), Printing::NotAllowed);
}

#[tokio::test]
async fn a_disabled_key_is_never_printed_wherever_it_was_disabled() {
    let home = Home::new().await;
    let (world, folder) = (world(&home), home.folder.path());
    let key = key(&world, "switched").await;
    set(&world, &key).await;
    disable_key(&world, &key).await.unwrap();
    assert_eq!(printing(folder, &key), Printing::Disabled);
    enable_key(&world, &key).await.unwrap();
    assert_eq!(printing(folder, &key), Printing::Allowed);

    // Another computer of the same account does it, and this one sees it in the list.
    let other = Home::at(&home.server);
    disable_key(&other.world(), &key).await.unwrap();
    list_keys(&world, HERE).await.unwrap();
    assert_eq!(printing(folder, &key), Printing::Disabled);
    // To be set again does not enable it.
    set(&world, &key).await;
    assert_eq!(printing(folder, &key), Printing::Disabled);
    enable_key(&other.world(), &key).await.unwrap();
    list_keys(&world, HERE).await.unwrap();
    assert_eq!(printing(folder, &key), Printing::Allowed);
}

#[tokio::test]
async fn a_key_that_was_disabled_first_is_not_printed_when_it_is_set() {
    let home = Home::new().await;
    let (world, folder) = (world(&home), home.folder.path());
    let key = key(&world, "disabled first").await;
    disable_key(&world, &key).await.unwrap();
    let change = set(&world, &key).await;
    assert_eq!(printing(folder, &key), Printing::Disabled);
    // Nor when all that asked for it is gone, and something asks again.
    undo_change(&world, &change).await.unwrap();
    assert_eq!(printing(folder, &key), Printing::NotAllowed);
    set(&world, &key).await;
    assert_eq!(printing(folder, &key), Printing::Disabled);
    enable_key(&world, &key).await.unwrap();
    assert_eq!(printing(folder, &key), Printing::Allowed);
}

#[tokio::test]
async fn what_could_not_be_written_allows_nothing() {
    let home = Home::new().await;
    let (world, folder) = (world(&home), home.folder.path());
    let key = key(&world, "refused").await;
    let plan = plan_variable(&world, wish(&key, None)).await.unwrap();
    std::fs::write(home.path(".bashrc"), "# changed meanwhile\n").unwrap();
    let refused = apply_plan(&world, &plan.plan_id).await;
    assert!(matches!(refused, Err(Failure::FileChanged { .. })));
    assert_eq!(printing(folder, &key), Printing::NotAllowed);
}

#[tokio::test]
async fn a_key_that_is_set_by_its_value_is_not_printed() {
    let home = Home::new().await;
    let (world, folder) = (world(&home), home.folder.path());
    let key = key(&world, "by value").await;
    set(&world, &key).await;
    let by_value = wish(&key, Some(VariableMethod::Value));
    let plan = plan_variable(&world, by_value).await.unwrap();
    assert!(plan.writes.iter().any(|write| write.plaintext));
    let change = apply_plan(&world, &plan.plan_id).await.unwrap();
    assert!(!change.asks_keyring);
    // The way of before comes back with an undo, so the key stays printable until that change is taken back too.
    assert_eq!(printing(folder, &key), Printing::Allowed);
    undo_change(&world, &change.id).await.unwrap();
    let asking = actions::list_changes(&world).await.unwrap().remove(1);
    undo_change(&world, &asking.id).await.unwrap();
    assert_eq!(printing(folder, &key), Printing::NotAllowed);
}

#[tokio::test]
async fn a_reset_key_is_printed_on_and_a_deleted_one_is_unknown() {
    let home = Home::new().await;
    let (world, folder) = (world(&home), home.folder.path());
    let key = key(&world, "followed").await;
    set(&world, &key).await;
    let reset = reset_key(&world, key.clone()).await.unwrap();
    assert_eq!(reset.followed, ["DASHSCOPE_API_KEY"]);
    assert_eq!(printing(folder, &key), Printing::Allowed);
    let request = DeleteKeyRequest {
        key: key.clone(),
        undo_changes: true,
    };
    delete_key(&world, request).await.unwrap();
    assert_eq!(printing(folder, &key), Printing::Unknown);
}

#[tokio::test]
async fn where_no_program_prints_keys_the_way_is_off_and_refused() {
    let home = Home::new().await;
    let world = home.world();
    let key = key(&world, "without").await;
    let plan = plan_variable(&world, wish(&key, None)).await.unwrap();
    assert_eq!(plan.method, VariableMethod::Value);
    assert_eq!(plan.no_keyring, Some(NoKeyringReason::ProgramMissing));
    let refused = plan_variable(&world, wish(&key, Some(VariableMethod::Keyring))).await;
    assert!(matches!(refused, Err(Failure::KeyringWayMissing)));
}
