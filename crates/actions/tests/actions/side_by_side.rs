//! Two things at once, as after a double click or with two windows: neither may undo what the other did.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use actions::wire::{DestinationId, KeyRef, PlanVariableRequest};
use actions::{
    World, apply_plan, check_key, clear_clipboard, copy_key, create_key, plan_variable, reset_key,
    reveal_key, settle,
};
use secrecy::SecretString;
use vault::Secrets;

use crate::home::{FakeClipboard, Home, key_for, parts};

/// Keeps the first action that comes to this step waiting there, so that a second one can overtake it.
struct SlowFirst {
    step: &'static str,
    seen: Arc<AtomicBool>,
}

impl machine::Steps for SlowFirst {
    fn reached(&self, step: &'static str) {
        if step == self.step && !self.seen.swap(true, Ordering::SeqCst) {
            std::thread::sleep(Duration::from_millis(600));
        }
    }
}

/// The world, and whether somebody waits at the step.
fn world_slow_at(home: &Home, step: &'static str) -> (Arc<World>, Arc<AtomicBool>) {
    let secrets = Secrets::start(home.keyring.clone(), home.path("secrets.age"));
    let seen = Arc::new(AtomicBool::new(false));
    let steps = SlowFirst {
        step,
        seen: Arc::clone(&seen),
    };
    let parts = parts(
        home.folder.path(),
        secrets,
        &home.server,
        Arc::clone(&home.clipboard),
        Arc::new(steps),
    );
    (Arc::new(World::new(parts)), seen)
}

async fn somebody_waits(seen: &AtomicBool) {
    let patience = std::time::Instant::now();
    while !seen.load(Ordering::SeqCst) {
        assert!(patience.elapsed() < Duration::from_secs(20));
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

fn env_sh(home: &Home) -> String {
    std::fs::read_to_string(home.path(".config/studio-keys/env.sh")).unwrap()
}

async fn planned(world: &Arc<World>, key: &KeyRef) -> String {
    let request = PlanVariableRequest {
        key: key.clone(),
        variable: "DASHSCOPE_API_KEY".to_owned(),
        destinations: Some(vec![DestinationId::Bash]),
        comment_out: Vec::new(),
        method: None,
        base_url: None,
    };
    plan_variable(world, request).await.unwrap().plan_id
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_resets_the_value_that_works_is_kept() {
    let home = Home::new().await;
    let key = create_key(&home.world(), key_for("twice"))
        .await
        .unwrap()
        .key
        .key;
    let (world, waits) = world_slow_at(&home, "service answered");
    let plan = planned(&world, &key).await;
    apply_plan(&world, &plan).await.unwrap();
    let first = tokio::spawn({
        let (world, key) = (Arc::clone(&world), key.clone());
        async move { reset_key(&world, key).await }
    });
    somebody_waits(&waits).await;
    reset_key(&world, key.clone()).await.unwrap();
    first.await.unwrap().unwrap();
    assert!(check_key(&world, &key).await.is_ok());
    let value = reveal_key(&world, &key).await.unwrap().value;
    assert!(env_sh(&home).contains(&value));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_end_of_the_program_waits_for_a_value_to_reach_the_keyring() {
    let home = Home::new().await;
    let (world, waits) = world_slow_at(&home, "service answered");
    tokio::spawn({
        let world = Arc::clone(&world);
        async move { create_key(&world, key_for("at the end")).await }
    });
    somebody_waits(&waits).await;
    assert!(home.keyring.names().is_empty(), "it is under way");
    settle(&world, Duration::from_secs(20)).await;
    assert_eq!(home.keyring.names().len(), 1);
}

/// A keyring that is slow once it has read.
struct SlowGet(vault::MemoryStore);

impl vault::SecretStore for SlowGet {
    fn put(&self, name: &vault::ItemName, secret: &SecretString) -> Result<(), vault::StoreError> {
        self.0.put(name, secret)
    }
    fn get(&self, name: &vault::ItemName) -> Result<SecretString, vault::StoreError> {
        let found = self.0.get(name);
        std::thread::sleep(Duration::from_millis(400));
        found
    }
    fn delete(&self, name: &vault::ItemName) -> Result<(), vault::StoreError> {
        self.0.delete(name)
    }
}

impl vault::SystemStore for SlowGet {
    fn name(&self) -> &'static str {
        "slow"
    }
    fn probe(&self) -> vault::StoreState {
        self.0.probe()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_is_reset_while_it_is_being_set_is_set_to_the_new_value() {
    let home = Home::new().await;
    let secrets = Secrets::start(SlowGet(home.keyring.clone()), home.path("secrets.age"));
    let clipboard: Arc<FakeClipboard> = Arc::default();
    let world = Arc::new(World::new(parts(
        home.folder.path(),
        secrets,
        &home.server,
        clipboard,
        Arc::new(()),
    )));
    let key = create_key(&world, key_for("set")).await.unwrap().key.key;
    let plan = planned(&world, &key).await;
    let setting = tokio::spawn({
        let world = Arc::clone(&world);
        async move { apply_plan(&world, &plan).await }
    });
    tokio::time::sleep(Duration::from_millis(150)).await;
    reset_key(&world, key.clone()).await.unwrap();
    setting.await.unwrap().unwrap();
    let value = reveal_key(&world, &key).await.unwrap().value;
    assert!(env_sh(&home).contains(&value), "not the dead one");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_copies_the_one_on_the_clipboard_is_cleared() {
    let home = Home::new().await;
    let world = home.world();
    let first = create_key(&world, key_for("one")).await.unwrap().key.key;
    let second = create_key(&world, key_for("two")).await.unwrap().key.key;
    *home.clipboard.slow_after_put.lock().unwrap() = Some(Duration::from_millis(400));
    let copying = tokio::spawn({
        let (world, first) = (Arc::clone(&world), first.clone());
        async move { copy_key(&world, &first).await }
    });
    tokio::time::sleep(Duration::from_millis(150)).await;
    copy_key(&world, &second).await.unwrap();
    copying.await.unwrap().unwrap();
    assert!(clear_clipboard(&world).await.unwrap());
    assert_eq!(home.clipboard.holds(), None);
}
