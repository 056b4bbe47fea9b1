//! What is copied is cleared, unless something else was copied meanwhile.

use std::time::Duration;

use actions::wire::PreferencesView;
use actions::{
    app, clear_clipboard, copy_key, copy_key_with_host, create_key, reveal_key, save_preferences,
};

use crate::home::{Home, key_for};

#[tokio::test]
async fn a_copied_key_is_cleared_by_its_countdown() {
    let home = Home::new().await;
    let world = home.world();
    let preferences = app(&world).await.unwrap().preferences;
    assert_eq!(preferences.clipboard_seconds, Some(60));
    save_preferences(
        &world,
        PreferencesView {
            clipboard_seconds: Some(1),
            ..preferences
        },
    )
    .await
    .unwrap();
    let key = create_key(&world, key_for("copied")).await.unwrap().key.key;
    assert_eq!(
        copy_key(&world, &key).await.unwrap().clears_in_seconds,
        Some(1)
    );
    assert_eq!(
        home.clipboard.holds(),
        Some(reveal_key(&world, &key).await.unwrap().value)
    );
    tokio::time::sleep(Duration::from_millis(1500)).await;
    assert_eq!(home.clipboard.holds(), None);
}

#[tokio::test]
async fn what_the_user_copied_meanwhile_stays() {
    let home = Home::new().await;
    let world = home.world();
    let key = create_key(&world, key_for("replaced"))
        .await
        .unwrap()
        .key
        .key;
    copy_key(&world, &key).await.unwrap();
    *home.clipboard.text.lock().unwrap() = Some("a recipe".to_owned());
    assert!(!clear_clipboard(&world).await.unwrap());
    assert_eq!(home.clipboard.holds().as_deref(), Some("a recipe"));
}

#[tokio::test]
async fn the_pair_is_copied_and_cleared_as_one() {
    let home = Home::new().await;
    let world = home.world();
    let key = create_key(&world, key_for("pair")).await.unwrap().key.key;
    copy_key_with_host(&world, &key).await.unwrap();
    let text = home.clipboard.holds().unwrap();
    assert!(
        text.contains("/compatible-mode/v1"),
        "the base URL goes with the key"
    );
    assert!(clear_clipboard(&world).await.unwrap());
    assert_eq!(home.clipboard.holds(), None);
}
