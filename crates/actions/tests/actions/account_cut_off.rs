//! A change of an account that is cut off at any step: what it signs with is a pair all the same, and no secret is left over.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use actions::wire::{AccountView, EditAccountRequest, KeepPastedRequest, PlanView};
use actions::{
    Failure, World, add_account, app, check_account, create_key, edit_account, keep_pasted,
    list_keys, recognize_key, remove_account,
};
use model_studio::region::RegionId;
use tokio::sync::Notify;

use crate::clouds::{Cloud, SECRET, TEMPORARY_ID, TOKEN, account, place};
use crate::home::{Home, key_for};

/// Ends the task of an action at a step, as a crash would.
struct PanicAt(&'static str);

impl machine::Steps for PanicAt {
    fn reached(&self, step: &'static str) {
        assert!(step != self.0, "ended here");
    }
}

/// Tells that a step is reached, and takes its time there.
struct Tells {
    step: &'static str,
    reached: Notify,
    told: AtomicBool,
}

impl Tells {
    fn of(step: &'static str) -> Arc<Tells> {
        Arc::new(Tells {
            step,
            reached: Notify::new(),
            told: AtomicBool::new(false),
        })
    }
}

impl machine::Steps for Tells {
    fn reached(&self, step: &'static str) {
        if step == self.step && !self.told.swap(true, Ordering::SeqCst) {
            self.reached.notify_one();
        }
    }
}

fn world(home: &Home, steps: Arc<dyn actions::Steps>) -> Arc<World> {
    let secrets = vault::Secrets::start(home.keyring.clone(), home.path("secrets.age"));
    Arc::new(World::new(crate::home::parts(
        home.folder.path(),
        secrets,
        &home.server,
        Arc::clone(&home.clipboard),
        steps,
    )))
}

/// To temporary credentials, which another server of the region knows.
fn edit(added: &AccountView, cloud: &Cloud) -> EditAccountRequest {
    EditAccountRequest {
        id: added.id.clone(),
        name: "Renamed".to_owned(),
        credentials: Some(actions::wire::CredentialsRequest::Typed {
            access_key_id: TEMPORARY_ID.to_owned(),
            access_key_secret: SECRET.to_owned().into(),
            security_token: Some(TOKEN.to_owned().into()),
        }),
        sts_endpoint: Some(cloud.origin.clone()),
        ca_file: None,
        endpoints: vec![cloud.endpoint()],
    }
}

#[tokio::test]
async fn new_credentials_are_whole_wherever_they_were_cut_off() {
    for (step, is_renamed) in [
        ("account's change noted", true),
        ("account's new secret kept", true),
        ("account's change written", true),
        ("account's new secret on trial", false),
    ] {
        let home = Home::new().await;
        let before = Cloud::of(RegionId::CnBeijing).await;
        let after = Cloud::temporary(RegionId::CnBeijing).await;
        let added = add_account(&home.world(), account("Work", &[&before]))
            .await
            .unwrap();
        let crashing = world(&home, Arc::new(PanicAt(step)));
        let cut_off = edit_account(&crashing, edit(&added, &after)).await;
        assert_eq!(cut_off.unwrap_err(), Failure::Interrupted, "{step}");
        drop(crashing);

        let there = place(&before, &added);
        list_keys(&home.world(), &there).await.unwrap();
        let world = home.world();
        let name = app(&world).await.unwrap().accounts[0].name.clone();
        assert_eq!(name == "Renamed", is_renamed, "{step}: {name}");
        let checked = check_account(&world, &added.id).await.unwrap().account;
        assert_eq!(checked.access_key_id == TEMPORARY_ID, is_renamed, "{step}");
        // Nothing is left of the trial after the next change.
        let done = edit_account(&world, edit(&added, &after)).await.unwrap();
        assert_eq!(done.name, "Renamed");
        let mut names: Vec<String> = home
            .keyring
            .names()
            .iter()
            .map(ToString::to_string)
            .collect();
        names.sort();
        let own = |item: &str| format!("account/{}/{item}", added.id);
        assert_eq!(names, [own("secret"), own("token")], "{step}");
    }
}

#[tokio::test]
async fn without_the_new_secret_the_account_stays_as_it_was() {
    let home = Home::new().await;
    let before = Cloud::of(RegionId::CnBeijing).await;
    let after = Cloud::temporary(RegionId::CnBeijing).await;
    let added = add_account(&home.world(), account("Work", &[&before]))
        .await
        .unwrap();
    let crashing = world(&home, Arc::new(PanicAt("account's change noted")));
    edit_account(&crashing, edit(&added, &after))
        .await
        .unwrap_err();
    drop(crashing);
    for name in home.keyring.names() {
        if !name.as_str().contains(&added.id) {
            vault::SecretStore::delete(&home.keyring, &name).unwrap();
        }
    }
    let world = home.world();
    list_keys(&world, &place(&before, &added)).await.unwrap();
    assert_eq!(app(&world).await.unwrap().accounts[0].name, "Work");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_window_that_closes_leaves_no_account_without_its_secret() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    let tells = Tells::of("account's secret removed");
    let world = world(&home, Arc::clone(&tells) as _);
    let added = add_account(&world, account("Work", &[&beijing]))
        .await
        .unwrap();
    tokio::select! {
        biased;
        () = tells.reached.notified() => {}
        removed = remove_account(&world, &added.id) => panic!("nothing was cut off: {removed:?}"),
    }
    eventually(async || app(&world).await.unwrap().accounts.is_empty()).await;
    assert!(home.keyring.names().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_window_that_closes_leaves_no_pasted_value_without_a_row() {
    let home = Home::new().await;
    let elsewhere = Home::at(&home.server).world();
    let made = create_key(&elsewhere, key_for("mine"))
        .await
        .unwrap()
        .key
        .key;
    let value = actions::reveal_key(&elsewhere, &made).await.unwrap().value;
    let tells = Tells::of("pasted value kept");
    let world = world(&home, Arc::clone(&tells) as _);
    let pasted = recognize_key(&world, value.into()).await.unwrap();
    let request = KeepPastedRequest {
        id: pasted.id,
        region: crate::home::HERE.to_owned(),
        origin: None,
        description: String::new(),
        api_key_id: None,
        plan: PlanView::PayAsYouGo,
    };
    tokio::select! {
        biased;
        () = tells.reached.notified() => {}
        kept = keep_pasted(&world, &request) => panic!("nothing was cut off: {kept:?}"),
    }
    let is_kept = async || {
        let list = list_keys(&world, crate::home::HERE).await.unwrap();
        list.keys[0].kept == actions::wire::KeptView::Kept
    };
    eventually(is_kept).await;
}

async fn eventually(is_so: impl AsyncFn() -> bool) {
    let waiting = async {
        while !is_so().await {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    let patience = Duration::from_secs(10);
    tokio::time::timeout(patience, waiting).await.unwrap();
}
