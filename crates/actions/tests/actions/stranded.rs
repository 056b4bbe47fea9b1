//! A value that is kept here while the service's list has its key no more: shown as what it is, and removed.

use std::sync::Arc;

use actions::wire::{DeleteKeyRequest, KeptView, KeyList, KeyRef};
use actions::{Failure, delete_key, list_keys, remove_kept, reveal_key, seen_keys};

use crate::clouds::world_by;
use crate::home::{HERE, Home};
use crate::stepped::{Stepped, home_by, kept};

fn stranded(list: &KeyList) -> Vec<&KeyRef> {
    let gone = list
        .unlisted
        .iter()
        .filter(|row| row.kept == KeptView::Stranded);
    gone.map(|row| &row.key).collect()
}

#[tokio::test]
async fn a_key_that_was_deleted_elsewhere_leaves_a_value_that_can_be_removed() {
    let clock = Arc::new(Stepped::default());
    let home = home_by(Arc::clone(&clock)).await;
    let world = world_by(&home, clock.clone());
    let (gone, stays) = (kept(&world, "gone").await, kept(&world, "stays").await);
    let elsewhere = Home::at(&home.server);
    let request = DeleteKeyRequest {
        key: gone.clone(),
        undo_changes: false,
    };
    delete_key(&elsewhere.world(), request).await.unwrap();
    let list = list_keys(&world, HERE).await.unwrap();
    assert_eq!(list.keys.len(), 1);
    assert!(
        list.unlisted.is_empty(),
        "a list may not have at once what was made just now"
    );

    clock.step(120);
    let list = list_keys(&world, HERE).await.unwrap();
    assert_eq!(stranded(&list), [&gone]);
    assert_eq!(list.unlisted[0].description, "gone");
    assert_eq!(list.keys[0].key, stays);
    // The next start knows it too, without asking.
    let world = world_by(&home, clock);
    let seen = seen_keys(&world, HERE).await.unwrap().unwrap();
    assert_eq!(stranded(&seen), [&gone]);

    remove_kept(&world, &gone).await.unwrap();
    let list = list_keys(&world, HERE).await.unwrap();
    assert!(list.unlisted.is_empty(), "{:?}", list.unlisted);
    let revealed = reveal_key(&world, &gone).await.err();
    assert!(
        matches!(revealed, Some(Failure::SecretMissing { .. })),
        "{revealed:?}"
    );
    assert_eq!(list.keys[0].kept, KeptView::Kept);
}
