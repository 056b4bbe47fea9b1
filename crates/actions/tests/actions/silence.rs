//! The log, at its loudest, tells neither a temporary key nor a kept one, nor what is said to a model and by it.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use actions::wire::{
    CallMode, CallStateView, CopySnippetRequest, CreateTemporaryKeyRequest, KeyRef,
    SnippetLanguage, StartCallRequest, TaskRef,
};
use actions::{
    World, call, cancel_task, copy_snippet, copy_temporary_key, create_temporary_key,
    keep_task_result, reveal_key, reveal_temporary_key, start_call,
};

use crate::home::Home;
use crate::stepped::{kept, origin};

/// All that is logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

const TEXT: &str = "markerOfWhatIsSaid";

async fn said(world: &Arc<World>, request: StartCallRequest) -> Option<String> {
    let id = start_call(world, request).await.unwrap().id;
    loop {
        let view = call(world, &id).unwrap();
        match view.state {
            CallStateView::FetchingPublicKey | CallStateView::Waiting => {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
            _ => return view.task_id,
        }
    }
}

async fn story(home: &Home, world: &Arc<World>, key: &KeyRef) -> String {
    let request = CreateTemporaryKeyRequest {
        key: key.clone(),
        seconds: 60,
        origin: origin(home),
    };
    let made = create_temporary_key(world, request).await.unwrap();
    copy_temporary_key(world, &made.id).await.unwrap();
    let lines = CopySnippetRequest {
        id: made.id.clone(),
        language: SnippetLanguage::Curl,
    };
    copy_snippet(world, &lines).await.unwrap();
    for (model, encrypt, mode) in [
        ("qwen-plus", true, CallMode::Streamed),
        ("qwen-plus", false, CallMode::Whole),
        ("no-such-model", true, CallMode::Whole),
        ("qwen-plus", false, CallMode::Task),
    ] {
        let request = StartCallRequest {
            key: key.clone(),
            origin: origin(home),
            model: model.to_owned(),
            text: TEXT.to_owned(),
            encrypt,
            mode,
        };
        if let Some(task_id) = said(world, request).await {
            let key = key.clone();
            let task = TaskRef { key, task_id };
            keep_task_result(world, &task).await.unwrap();
            cancel_task(world, &task).await.unwrap();
        }
    }
    reveal_temporary_key(world, &made.id).unwrap().value
}

#[tokio::test]
async fn the_log_tells_no_key_and_nothing_that_is_said() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    // All of it, the server's part too, is on this thread.
    let _guard = tracing_subscriber::util::SubscriberInitExt::set_default(subscriber);

    let home = Home::new().await;
    let world = home.world();
    let key = kept(&world, "parent").await;
    let parent = reveal_key(&world, &key).await.unwrap().value;
    let temporary = story(&home, &world, &key).await;

    let logged = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(logged.contains("temporary key made"), "it is listened to");
    for secret in [parent.as_str(), temporary.as_str()] {
        for marker in [secret, &secret[10..secret.len() - 6]] {
            assert!(!logged.contains(marker));
        }
    }
    assert!(!logged.contains(TEXT));
}
