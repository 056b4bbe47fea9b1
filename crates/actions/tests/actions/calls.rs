//! Calls that are encrypted reach the model and nobody else; those that cannot be encrypted are not made.

use std::sync::Arc;
use std::time::Duration;

use actions::failure::PublicKeyProblemView;
use actions::wire::{CallMode, CallStateView, CallView, KeyRef, StartCallRequest};
use actions::{Failure, World, call, settle, start_call, stop_call};
use model_studio::clock::SystemClock;
use serde_json::{Value, json};

use crate::between::{Between, Meddling};
use crate::clouds::holding;
use crate::home::Home;
use crate::stepped::{kept, origin, world_at};

/// What is said, and what the echo makes of it.
const TEXT: &str = "markerQuestion 你是谁?";
const ANSWER: &str = "Echo of This computer: markerQuestion 你是谁?";

fn asking(key: &KeyRef, origin: &str, encrypt: bool, mode: CallMode) -> StartCallRequest {
    StartCallRequest {
        key: key.clone(),
        origin: origin.to_owned(),
        model: "qwen-plus".to_owned(),
        text: TEXT.to_owned(),
        encrypt,
        mode,
    }
}

/// Waits until a call has ended.
async fn ended(world: &Arc<World>, id: &str) -> CallView {
    let watching = async {
        loop {
            let view = call(world, id).unwrap();
            match view.state {
                CallStateView::FetchingPublicKey | CallStateView::Waiting => {
                    tokio::time::sleep(Duration::from_millis(10)).await;
                }
                _ => return view,
            }
        }
    };
    let patience = Duration::from_secs(10);
    tokio::time::timeout(patience, watching).await.unwrap()
}

/// A home, something before its data plane, and a kept key.
struct Scene {
    home: Home,
    between: Between,
    world: Arc<World>,
    key: KeyRef,
}

impl Scene {
    async fn with(meddling: Meddling) -> Scene {
        let home = Home::new().await;
        let between = Between::before(&origin(&home), meddling).await;
        let world = world_at(&home, Arc::new(SystemClock), between.origin.clone());
        let key = kept(&world, "caller").await;
        Scene {
            home,
            between,
            world,
            key,
        }
    }

    async fn called(&self, encrypt: bool, mode: CallMode) -> CallView {
        let request = asking(&self.key, &self.between.origin, encrypt, mode);
        let started = start_call(&self.world, request).await.unwrap();
        ended(&self.world, &started.id).await
    }
}

#[tokio::test]
async fn what_is_encrypted_is_read_by_the_model_alone() {
    let scene = Scene::with(Meddling::None).await;
    for mode in [CallMode::Whole, CallMode::Streamed] {
        let view = scene.called(true, mode).await;
        assert_eq!(view.state, CallStateView::Done, "{mode:?}");
        assert_eq!(view.answer, ANSWER);
        assert!(view.meant.contains(TEXT));
        let sent = view.sent.unwrap();
        assert!(!sent.body.contains("marker") && sent.body.contains("qwen-plus"));
        assert_eq!(
            Some(&sent.body),
            scene.between.calls().last(),
            "what is shown is what was sent"
        );
        assert!(!view.received.contains("marker") && !view.received.is_empty());
        assert_eq!(
            mode == CallMode::Streamed,
            view.pieces > 1,
            "{}",
            view.pieces
        );
        let usage = view.usage.unwrap();
        assert!(usage.input_tokens > 0 && usage.output_tokens > 0);
        assert!(!view.request_id.is_empty());
        let header = |name: &str| {
            let found = sent.headers.iter().find(|header| header.name == name);
            found.map(|header| header.value.clone())
        };
        assert!(
            header("x-dashscope-encryptionkey")
                .unwrap()
                .contains("encrypt_key")
        );
        let masked = header("authorization").unwrap();
        assert!(
            masked.starts_with("Bearer sk-ws-") && masked.contains('…'),
            "{masked}"
        );
    }
    assert_eq!(
        scene.between.public_keys(),
        1,
        "it is remembered for a minute"
    );
}

#[tokio::test]
async fn a_plain_call_is_shown_as_everybody_can_read_it() {
    let scene = Scene::with(Meddling::None).await;
    for mode in [CallMode::Whole, CallMode::Streamed] {
        let view = scene.called(false, mode).await;
        assert_eq!(view.answer, ANSWER);
        let sent = view.sent.unwrap();
        assert!(sent.body.contains(TEXT));
        let meant: Value = serde_json::from_str(&view.meant).unwrap();
        assert_eq!(meant, serde_json::from_str::<Value>(&sent.body).unwrap());
        assert_eq!(
            sent.line,
            format!(
                "POST {}/api/v1/services/aigc/text-generation/generation",
                scene.between.origin
            )
        );
    }
    assert_eq!(scene.between.public_keys(), 0);
}

#[tokio::test]
async fn a_call_becomes_a_task_and_is_never_encrypted_then() {
    let scene = Scene::with(Meddling::None).await;
    let view = scene.called(false, CallMode::Task).await;
    assert_eq!(view.state, CallStateView::Done);
    assert!(view.task_id.is_some() && view.answer.is_empty());
    let encrypted = asking(&scene.key, &scene.between.origin, true, CallMode::Task);
    let refused = start_call(&scene.world, encrypted).await.unwrap_err();
    assert!(
        matches!(refused, Failure::RegionCannot { .. }),
        "{refused:?}"
    );
    assert_eq!(scene.between.calls().len(), 1);
}

#[tokio::test]
async fn without_a_good_public_key_nothing_is_sent() {
    let vectors: Value = serde_json::from_str(include_str!(
        "../../../model-studio/tests/data/encryption-vectors.json"
    ))
    .unwrap();
    let good = vectors["public_key"].as_str().unwrap();
    let given = |key: &str| json!({ "public_key_id": "1", "public_key": key });
    for (answer, problem) in [
        (Value::Null, PublicKeyProblemView::Withheld),
        (json!({}), PublicKeyProblemView::Withheld),
        (
            given(&good[..good.len() / 8 * 4]),
            PublicKeyProblemView::NotRsa,
        ),
        (
            given(vectors["small_public_key"].as_str().unwrap()),
            PublicKeyProblemView::TooSmall,
        ),
        (given("no base64!"), PublicKeyProblemView::NotBase64),
        (
            given(vectors["curve_public_key"].as_str().unwrap()),
            PublicKeyProblemView::NotRsa,
        ),
    ] {
        let scene = Scene::with(Meddling::PublicKey(answer.clone())).await;
        let view = scene.called(true, CallMode::Whole).await;
        let host = scene.between.origin["http://".len()..].to_owned();
        let failure = Failure::PublicKeyUnusable { host, problem };
        assert_eq!(view.state, CallStateView::Failed { failure }, "{answer}");
        assert!(view.sent.is_none() && view.answer.is_empty());
        assert!(scene.between.calls().is_empty(), "{answer}");
    }
}

#[tokio::test]
async fn an_answer_that_was_changed_on_its_way_is_none() {
    let scene = Scene::with(Meddling::Tampered).await;
    for mode in [CallMode::Whole, CallMode::Streamed] {
        let view = scene.called(true, mode).await;
        let failure = Failure::AnswerNotAuthentic;
        assert_eq!(view.state, CallStateView::Failed { failure }, "{mode:?}");
        assert!(view.answer.is_empty());
        assert!(view.sent.is_some());
    }
}

#[tokio::test]
async fn a_public_key_that_the_service_has_no_more_is_fetched_anew_once() {
    for mode in [CallMode::Whole, CallMode::Streamed] {
        let scene = Scene::with(Meddling::RefusedOnce).await;
        let view = scene.called(true, mode).await;
        assert_eq!(view.state, CallStateView::Done, "{mode:?}");
        assert_eq!(view.answer, ANSWER);
        assert_eq!(scene.between.public_keys(), 2);
        let calls = scene.between.calls();
        assert_eq!(calls.len(), 2);
        assert_ne!(calls[0], calls[1], "a key is for one call");
    }
}

#[tokio::test]
async fn a_call_whose_answer_has_begun_is_not_made_anew() {
    let scene = Scene::with(Meddling::RefusedLate).await;
    let view = scene.called(true, CallMode::Streamed).await;
    let refused = matches!(&view.state, CallStateView::Failed { failure: Failure::PlatformRefused { platform_code, .. } }
        if platform_code == "BadRequest.IllegalInput");
    assert!(refused, "{:?}", view.state);
    assert_eq!(view.pieces, 1);
    assert_eq!(
        (scene.between.calls().len(), scene.between.public_keys()),
        (1, 1)
    );
}

#[tokio::test]
async fn a_call_that_is_stopped_is_given_up_and_so_is_one_at_the_end() {
    for by_user in [true, false] {
        let scene = Scene::with(Meddling::Silent).await;
        let request = asking(&scene.key, &scene.between.origin, false, CallMode::Whole);
        let id = start_call(&scene.world, request).await.unwrap().id;
        while scene.between.calls().is_empty() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        assert_eq!(
            call(&scene.world, &id).unwrap().state,
            CallStateView::Waiting
        );
        if by_user {
            let stopped = stop_call(&scene.world, &id).unwrap();
            assert_eq!(stopped.state, CallStateView::Stopped);
            assert_eq!(
                stop_call(&scene.world, &id).unwrap().state,
                CallStateView::Stopped
            );
        } else {
            settle(&scene.world, Duration::ZERO).await;
            assert_eq!(call(&scene.world, &id).err(), Some(Failure::CallUnknown));
        }
        let let_go = async {
            while !scene.between.was_let_go() {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(5), let_go)
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn what_cannot_be_called_says_why() {
    let scene = Scene::with(Meddling::None).await;
    let good = asking(&scene.key, &scene.between.origin, false, CallMode::Whole);
    let without = |model: &str, text: &str| StartCallRequest {
        model: model.to_owned(),
        text: text.to_owned(),
        ..good.clone()
    };
    for request in [without(" ", "hi"), without("qwen-plus", "\n")] {
        let refused = start_call(&scene.world, request).await.err();
        assert_eq!(refused, Some(Failure::NothingToSend));
    }
    let elsewhere = asking(&scene.key, "https://example.com", true, CallMode::Whole);
    let refused = start_call(&scene.world, elsewhere).await.err();
    assert_eq!(refused, Some(Failure::HostUnknown));
    let started = start_call(&scene.world, without("no-such-model", "hi")).await;
    let view = ended(&scene.world, &started.unwrap().id).await;
    let CallStateView::Failed { failure } = view.state else {
        panic!("{view:?}")
    };
    assert!(
        matches!(&failure, Failure::PlatformRefused { platform_code, .. } if platform_code == "ModelNotFound"),
        "{failure:?}"
    );
    assert!(!view.request_id.is_empty(), "to quote to support");
    assert_eq!(call(&scene.world, "none").err(), Some(Failure::CallUnknown));
}

#[tokio::test]
async fn what_is_said_rests_nowhere() {
    let scene = Scene::with(Meddling::None).await;
    scene.called(true, CallMode::Streamed).await;
    scene.called(false, CallMode::Whole).await;
    assert!(holding(&scene.home.path("data"), "markerQuestion").is_empty());
}
