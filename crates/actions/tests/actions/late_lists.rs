//! A list that was long on its way, or that the account may see a part of alone.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

use actions::wire::{CreateKeyRequest, EditAccountRequest};
use actions::{
    Failure, World, add_account, create_key, edit_account, list_keys, list_workspaces,
    refresh_region, seen_keys,
};
use local_studio::{Faults, Identity, Personality};
use model_studio::region::RegionId;
use vault::Secrets;

use crate::clouds::{Cloud, ID, SECRET, account, place, typed, world_with};
use crate::home::{Home, key_for, parts};

/// Keeps the first list that is answered from being written down until it may.
#[derive(Default)]
struct Gate(AtomicU8);

impl Gate {
    const HELD: u8 = 1;
    const OPEN: u8 = 2;

    /// Until a list waits.
    async fn is_held(&self) {
        while self.0.load(Ordering::SeqCst) != Gate::HELD {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    fn open(&self) {
        self.0.store(Gate::OPEN, Ordering::SeqCst);
    }
}

impl machine::Steps for Gate {
    fn reached(&self, step: &'static str) {
        let exchange = |from, to| {
            self.0
                .compare_exchange(from, to, Ordering::SeqCst, Ordering::SeqCst)
        };
        if step == "list answered" && exchange(0, Gate::HELD).is_ok() {
            // What else this thread has to do goes to others.
            tokio::task::block_in_place(|| {
                while self.0.load(Ordering::SeqCst) == Gate::HELD {
                    std::thread::sleep(Duration::from_millis(5));
                }
            });
        }
    }
}

fn world_at(home: &Home, gate: &Arc<Gate>) -> Arc<World> {
    let secrets = Secrets::start(home.keyring.clone(), home.path("secrets.age"));
    let steps: Arc<dyn actions::Steps> = Arc::clone(gate) as _;
    Arc::new(World::new(parts(
        home.folder.path(),
        secrets,
        &home.server,
        Arc::clone(&home.clipboard),
        steps,
    )))
}

async fn ram_user(denied: &[&str]) -> Cloud {
    let region = RegionId::CnBeijing;
    let user = Identity::ram_user(denied.iter().map(|action| (*action).to_owned())).unwrap();
    let personality = Personality::of(region).with_identity(user);
    Cloud::with(region, personality, Faults::default()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_answer_is_not_written_over_a_newer_one() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    let gate = Arc::new(Gate::default());
    let world = world_at(&home, &gate);
    let added = add_account(&world, account("Work", &[&beijing]))
        .await
        .unwrap();
    let there = place(&beijing, &added);
    let older = tokio::spawn({
        let (world, there) = (Arc::clone(&world), there.clone());
        async move { list_keys(&world, &there).await }
    });
    gate.is_held().await;
    let request = CreateKeyRequest {
        region: there.clone(),
        ..key_for("made meanwhile")
    };
    create_key(&world, request).await.unwrap();
    assert_eq!(list_keys(&world, &there).await.unwrap().keys.len(), 1);
    gate.open();
    let older = older.await.unwrap().unwrap();
    assert_eq!(older.keys.len(), 1, "it tells what is known by now");
    let seen = seen_keys(&world, &there).await.unwrap().unwrap();
    assert_eq!(seen.keys[0].description, "made meanwhile");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_asked_with_the_credentials_of_another_is_not_written_down() {
    let home = Home::new().await;
    let (main, user) = (Cloud::of(RegionId::CnBeijing).await, ram_user(&[]).await);
    let gate = Arc::new(Gate::default());
    let world = world_at(&home, &gate);
    let added = add_account(&world, account("Work", &[&main]))
        .await
        .unwrap();
    let there = place(&main, &added);
    let older = tokio::spawn({
        let (world, there) = (Arc::clone(&world), there.clone());
        async move { refresh_region(&world, &there).await }
    });
    gate.is_held().await;
    let edit = EditAccountRequest {
        id: added.id.clone(),
        name: "Work".to_owned(),
        credentials: Some(typed(ID, SECRET)),
        sts_endpoint: Some(user.origin.clone()),
        ca_file: None,
        endpoints: vec![user.endpoint()],
    };
    edit_account(&world, edit).await.unwrap();
    gate.open();
    let older = older.await.unwrap().unwrap();
    assert_eq!(older.failure, Some(Failure::Interrupted));
    assert!(seen_keys(&world, &there).await.unwrap().is_none());
    let answer = refresh_region(&world, &there).await.unwrap();
    assert_eq!(answer.failure, None);
    let list = seen_keys(&world, &there).await.unwrap().unwrap();
    assert_eq!(list.workspaces_failure, None);
}

#[tokio::test]
async fn keys_are_listed_without_the_right_to_list_workspaces() {
    let home = Home::new().await;
    let beijing = ram_user(&["ListWorkspaces"]).await;
    let (world, added) = world_with(&home, &[&beijing]).await;
    let there = place(&beijing, &added);
    let request = CreateKeyRequest {
        region: there.clone(),
        ..key_for("mine")
    };
    create_key(&world, request).await.unwrap();
    let list = list_keys(&world, &there).await.unwrap();
    assert_eq!((list.keys.len(), list.workspaces.len()), (1, 0));
    // What is missing has its reason, in what was last seen too.
    let seen = seen_keys(&world, &there).await.unwrap().unwrap();
    for list in [list, seen] {
        assert!(
            matches!(&list.workspaces_failure, Some(Failure::PermissionMissing { action, .. }) if action == "modelstudio:ListWorkspaces"),
            "{:?}",
            list.workspaces_failure
        );
    }
    // Where workspaces are what is asked for, the missing right is named.
    let refused = list_workspaces(&world, &there).await.unwrap_err();
    assert!(
        matches!(&refused, Failure::PermissionMissing { action, .. } if action.ends_with("ListWorkspaces")),
        "{refused:?}"
    );
}
