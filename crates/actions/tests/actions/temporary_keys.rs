//! Temporary keys work until they end, and not a second longer: neither at the service nor here.

use std::sync::Arc;
use std::time::Duration;

use actions::wire::{
    CopySnippetRequest, CreateTemporaryKeyRequest, KeyRef, PreferencesView, SnippetLanguage,
    TemporaryKeyView,
};
use actions::{
    Failure, World, app, copy_snippet, copy_temporary_key, create_temporary_key, disable_key,
    forget_temporary_key, list_temporary_keys, reveal_temporary_key, save_preferences, settle,
    snippets,
};
use model_studio::data::list_models;
use model_studio::key::KeySecret;
use model_studio::{Reach, http_client};

use crate::clouds::{holding, world_by};
use crate::home::Home;
use crate::stepped::{Stepped, home_by, kept, origin};

async fn make(
    world: &Arc<World>,
    home: &Home,
    key: &KeyRef,
    seconds: u32,
) -> Result<TemporaryKeyView, Failure> {
    let request = CreateTemporaryKeyRequest {
        key: key.clone(),
        seconds,
        origin: origin(home),
    };
    create_temporary_key(world, request).await
}

/// Whether the service lets a value in.
async fn is_let_in(home: &Home, value: &str) -> bool {
    let http = http_client(Reach::Loopback).unwrap();
    let base = format!("{}/compatible-mode/v1", origin(home));
    let key = KeySecret::from_service(value.to_owned().into());
    list_models(&http, &base, &key).await.is_ok()
}

async fn clipboard_time(world: &Arc<World>, clipboard_seconds: Option<u32>) {
    let preferences = PreferencesView {
        clipboard_seconds,
        ..app(world).await.unwrap().preferences
    };
    save_preferences(world, preferences).await.unwrap();
}

#[tokio::test]
async fn one_second_after_its_end_it_is_refused_and_gone() {
    let clock = Arc::new(Stepped::default());
    let home = home_by(Arc::clone(&clock)).await;
    let world = world_by(&home, clock.clone());
    let key = kept(&world, "parent").await;
    let made = make(&world, &home, &key, 60).await.unwrap();
    assert_eq!(
        (made.description.as_str(), made.clock_ahead_seconds),
        ("parent", None)
    );
    assert!(
        (55_000.0..=60_000.0).contains(&made.left_millis),
        "{made:?}"
    );
    let value = reveal_temporary_key(&world, &made.id).unwrap().value;
    assert!(value.starts_with("st-") && !made.masked.contains(&value));
    assert!(is_let_in(&home, &value).await);

    clock.step(57);
    assert!(is_let_in(&home, &value).await);
    let revealed = reveal_temporary_key(&world, &made.id).unwrap();
    assert!(
        (1..=3).contains(&revealed.hides_in_seconds),
        "hidden at its end, not after the usual time"
    );

    clock.step(4);
    assert!(list_temporary_keys(&world).is_empty());
    let ended = Failure::TemporaryKeyEnded;
    assert_eq!(
        reveal_temporary_key(&world, &made.id).err(),
        Some(ended.clone())
    );
    assert_eq!(snippets(&world, &made.id).err(), Some(ended.clone()));
    let copied = copy_temporary_key(&world, &made.id).await;
    assert_eq!(copied.err(), Some(ended));
    assert!(!is_let_in(&home, &value).await);
}

#[tokio::test]
async fn clocks_an_hour_apart_are_told_and_made_up_for() {
    for hour in [3600, -3600] {
        // The service goes by the right clock, and dates its answers by it.
        let home = home_by(Arc::default()).await;
        let clock = Stepped::ahead_by(hour);
        let world = world_by(&home, clock.clone());
        let key = kept(&world, "parent").await;
        let made = make(&world, &home, &key, 60).await.unwrap();
        let ahead = i64::from(made.clock_ahead_seconds.unwrap());
        assert!((ahead - hour).abs() <= 2, "{ahead}");
        assert!(
            (50_000.0..=60_000.0).contains(&made.left_millis),
            "{made:?}"
        );
        assert_eq!(list_temporary_keys(&world).len(), 1);
        clock.step(60);
        assert!(list_temporary_keys(&world).is_empty());
    }
}

#[tokio::test]
async fn several_are_held_side_by_side_and_each_goes_by_itself() {
    let home = home_by(Arc::default()).await;
    let world = home.world();
    let key = kept(&world, "parent").await;
    let mut ids = Vec::new();
    for seconds in [1, 60, 1800] {
        ids.push(make(&world, &home, &key, seconds).await.unwrap().id);
    }
    let listed = |world| -> Vec<String> {
        let keys = list_temporary_keys(world).into_iter();
        keys.map(|key| key.id).collect()
    };
    // The last one first; the short one may have ended already.
    assert!(listed(&world).starts_with(&[ids[2].clone(), ids[1].clone()]));
    tokio::time::sleep(Duration::from_millis(1100)).await;
    assert_eq!(listed(&world), [ids[2].clone(), ids[1].clone()]);
    forget_temporary_key(&world, &ids[2]);
    assert_eq!(listed(&world), [ids[1].clone()]);
    settle(&world, Duration::ZERO).await;
    assert!(listed(&world).is_empty(), "they end with the program");
}

#[tokio::test]
async fn what_is_copied_is_cleared_when_the_key_ends_if_not_before() {
    let home = home_by(Arc::default()).await;
    let world = home.world();
    let key = kept(&world, "parent").await;
    let long = make(&world, &home, &key, 1800).await.unwrap().id;
    let copied = copy_temporary_key(&world, &long).await.unwrap();
    assert_eq!(copied.clears_in_seconds, Some(60), "the user's time");

    // Whoever never has it cleared has it cleared all the same.
    clipboard_time(&world, None).await;
    let short = make(&world, &home, &key, 2).await.unwrap().id;
    let copied = copy_temporary_key(&world, &short).await.unwrap();
    assert!(
        matches!(copied.clears_in_seconds, Some(1..=2)),
        "{copied:?}"
    );
    let value = reveal_temporary_key(&world, &short).unwrap().value;
    assert_eq!(home.clipboard.holds(), Some(value));
    tokio::time::sleep(Duration::from_millis(2300)).await;
    assert_eq!(home.clipboard.holds(), None);
}

#[tokio::test]
async fn lines_that_use_it_show_its_mask_and_are_copied_with_its_value() {
    let home = home_by(Arc::default()).await;
    let world = home.world();
    let key = kept(&world, "parent").await;
    let made = make(&world, &home, &key, 60).await.unwrap();
    let value = reveal_temporary_key(&world, &made.id).unwrap().value;
    let base = format!("{}/compatible-mode/v1", origin(&home));
    let shown = snippets(&world, &made.id).unwrap();
    let languages: Vec<SnippetLanguage> = shown.iter().map(|one| one.language).collect();
    assert_eq!(
        languages,
        [
            SnippetLanguage::Curl,
            SnippetLanguage::Python,
            SnippetLanguage::JavaScript
        ]
    );
    for snippet in shown {
        assert!(snippet.text.contains(&base) && snippet.text.contains(&made.masked));
        assert!(!snippet.text.contains(&value));
        let request = CopySnippetRequest {
            id: made.id.clone(),
            language: snippet.language,
        };
        let copied = copy_snippet(&world, &request).await.unwrap();
        assert!(copied.clears_in_seconds <= Some(60));
        assert_eq!(
            home.clipboard.holds(),
            Some(snippet.text.replace(&made.masked, &value)),
            "the same lines"
        );
    }
}

#[tokio::test]
async fn what_cannot_be_made_says_why() {
    let home = home_by(Arc::default()).await;
    let world = home.world();
    let key = kept(&world, "parent").await;
    for seconds in [0, 1801] {
        let refused = make(&world, &home, &key, seconds).await.err();
        let limit = 1800;
        assert_eq!(refused, Some(Failure::LifetimeInvalid { seconds, limit }));
    }
    let elsewhere = CreateTemporaryKeyRequest {
        key: key.clone(),
        seconds: 60,
        origin: "https://example.com".to_owned(),
    };
    let refused = create_temporary_key(&world, elsewhere).await.err();
    assert_eq!(
        refused,
        Some(Failure::HostUnknown),
        "no key goes to a host that is not its own"
    );
    disable_key(&world, &key).await.unwrap();
    let refused = make(&world, &home, &key, 60).await.unwrap_err();
    assert!(
        matches!(refused, Failure::KeyRefused { disabled: true, .. }),
        "{refused:?}"
    );
    assert!(list_temporary_keys(&world).is_empty());
}

#[tokio::test]
async fn it_is_in_no_file_and_in_no_answer_but_the_reveal() {
    let home = home_by(Arc::default()).await;
    let world = home.world();
    let key = kept(&world, "parent").await;
    let made = make(&world, &home, &key, 60).await.unwrap();
    let value = reveal_temporary_key(&world, &made.id).unwrap().value;
    let answers = [
        serde_json::to_string(&made).unwrap(),
        serde_json::to_string(&list_temporary_keys(&world)).unwrap(),
        serde_json::to_string(&snippets(&world, &made.id).unwrap()).unwrap(),
        format!("{:?}", copy_temporary_key(&world, &made.id).await.unwrap()),
    ];
    // The whole value, and a part that no masked form shows.
    for marker in [value.as_str(), &value[8..value.len() - 6]] {
        assert!(
            answers.iter().all(|answer| !answer.contains(marker)),
            "{answers:?}"
        );
        assert!(holding(home.folder.path(), marker).is_empty());
    }
}
