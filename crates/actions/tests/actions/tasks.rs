//! Tasks: seen by every key of the account, cancelled only while they wait, and their results kept when the service has
//! deleted them.

use std::sync::Arc;
use std::time::{Duration, Instant};

use actions::wire::{
    CallMode, CallStateView, KeptResultRef, KeyRef, ListTasksRequest, StartCallRequest,
    TaskListView, TaskRef, TaskStatusView, TasksRequest,
};
use actions::{
    Failure, World, call, cancel_task, get_task, get_tasks, keep_task_result, kept_results,
    list_tasks, remove_kept_result, start_call,
};
use serde_json::Value;

use crate::clouds::world_by;
use crate::home::{HERE, Home};
use crate::stepped::{Stepped, home_by, kept, origin};

const DAY: i64 = 24 * 60 * 60;

/// A home by a clock that moves, and a key in it.
struct Scene {
    clock: Arc<Stepped>,
    home: Home,
    world: Arc<World>,
    key: KeyRef,
}

impl Scene {
    async fn new() -> Scene {
        let clock = Arc::new(Stepped::default());
        let home = home_by(Arc::clone(&clock)).await;
        let world = world_by(&home, clock.clone());
        let key = kept(&world, "worker").await;
        Scene {
            clock,
            home,
            world,
            key,
        }
    }

    /// A task: it waits for two seconds and runs for three.
    async fn task(&self, model: &str) -> TaskRef {
        let request = StartCallRequest {
            key: self.key.clone(),
            origin: origin(&self.home),
            model: model.to_owned(),
            text: "a poem".to_owned(),
            encrypt: false,
            mode: CallMode::Task,
        };
        let id = start_call(&self.world, request).await.unwrap().id;
        loop {
            let view = call(&self.world, &id).unwrap();
            if view.state == CallStateView::Done {
                return self.named(&view.task_id.unwrap());
            }
            assert_eq!(view.state, CallStateView::Waiting);
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    fn named(&self, task_id: &str) -> TaskRef {
        TaskRef {
            key: self.key.clone(),
            task_id: task_id.to_owned(),
        }
    }

    async fn list(&self, status: Option<TaskStatusView>, model: Option<&str>) -> TaskListView {
        let request = ListTasksRequest {
            key: self.key.clone(),
            status,
            model: model.map(str::to_owned),
            api_key_id: None,
            page: 1,
        };
        list_tasks(&self.world, &request).await.unwrap()
    }
}

#[tokio::test]
async fn a_task_is_cancelled_in_time_and_not_too_late() {
    let scene = Scene::new().await;
    let (in_time, too_late) = (scene.task("qwen-plus").await, scene.task("qwen-plus").await);
    let cancelled = cancel_task(&scene.world, &in_time).await.unwrap();
    assert_eq!(cancelled.row.status, TaskStatusView::Canceled);
    scene.clock.step(3);
    let now = get_task(&scene.world, &too_late).await.unwrap();
    assert_eq!(now.row.status, TaskStatusView::Running);
    let refused = cancel_task(&scene.world, &too_late).await.err();
    assert_eq!(refused, Some(Failure::TaskNotPending));
    let nobody = scene.named("86ecf553-d340-4e21-af6e-a0c6a421c010");
    let refused = cancel_task(&scene.world, &nobody).await.err();
    assert_eq!(refused, Some(Failure::TaskUnknown));
}

#[tokio::test]
async fn rows_say_whose_a_task_is_and_when_it_goes() {
    let scene = Scene::new().await;
    let task = scene.task("qwen-plus").await;
    let other = scene.task("qwen-max").await;
    scene.clock.step(6);
    let all = scene.list(None, None).await;
    assert_eq!((all.total, all.page, all.pages), (2, 1, 1));
    assert_eq!(all.tasks[0].task_id, other.task_id, "newest first");
    let row = &all.tasks[1];
    assert_eq!(
        (row.key_description.as_str(), &row.api_key_id, row.kept),
        ("worker", &scene.key.api_key_id, false)
    );
    assert_eq!(
        (row.status, row.status_text.as_str()),
        (TaskStatusView::Succeeded, "SUCCEEDED")
    );
    let day = 24.0 * 60.0 * 60.0 * 1000.0;
    assert_eq!(row.deleted_at, row.ended_at.map(|at| at + day));
    let lasted = row.ended_at.unwrap() - row.created_at.unwrap();
    assert!((lasted - 5000.0).abs() < 1.0, "{lasted}");

    let found = scene
        .list(Some(TaskStatusView::Succeeded), Some(" qwen-max "))
        .await;
    assert_eq!(found.tasks.len(), 1);
    assert_eq!(found.tasks[0].task_id, other.task_id);
    assert_eq!(
        scene.list(Some(TaskStatusView::Failed), None).await.total,
        0
    );

    // Another key of the account sees the same.
    let another = kept(&scene.world, "another").await;
    let by_another = TaskRef {
        key: another,
        ..task
    };
    let seen = get_task(&scene.world, &by_another).await.unwrap();
    let result: Value = serde_json::from_str(&seen.result.unwrap()).unwrap();
    let said = &result["results"][0]["choices"][0]["message"]["content"];
    assert_eq!(said, "Echo of This computer: a poem");
    assert!(result.get("task_status").is_none() && seen.error_code.is_none());
}

#[tokio::test]
async fn a_result_that_is_kept_outlives_the_task() {
    let scene = Scene::new().await;
    let task = scene.task("qwen-plus").await;
    scene.clock.step(6);
    let result = keep_task_result(&scene.world, &task).await.unwrap();
    assert_eq!(
        (result.model.as_str(), result.status),
        ("qwen-plus", TaskStatusView::Succeeded)
    );
    assert!(scene.list(None, None).await.tasks[0].kept);
    assert!(get_task(&scene.world, &task).await.unwrap().row.kept);

    scene.clock.step(DAY);
    let gone = get_task(&scene.world, &task).await.unwrap();
    assert_eq!(gone.row.status, TaskStatusView::Unknown);
    assert!(gone.row.kept && gone.result.is_none());
    let refused = keep_task_result(&scene.world, &task).await.err();
    assert_eq!(
        refused,
        Some(Failure::TaskUnknown),
        "what is kept is not written over"
    );
    let kept = kept_results(&scene.world, HERE).await.unwrap();
    assert_eq!(kept.len(), 1);
    let whole: Value = serde_json::from_str(&kept[0].result).unwrap();
    assert_eq!(whole["output"]["task_id"], task.task_id.as_str());
    assert!(whole["output"]["results"].is_array() && whole["usage"].is_object());

    let named = KeptResultRef {
        region: HERE.to_owned(),
        task_id: task.task_id,
    };
    remove_kept_result(&scene.world, &named).await.unwrap();
    remove_kept_result(&scene.world, &named).await.unwrap();
    assert!(kept_results(&scene.world, HERE).await.unwrap().is_empty());
}

#[tokio::test]
async fn many_are_read_at_once_and_never_too_fast() {
    let scene = Scene::new().await;
    let task = scene.task("qwen-plus").await;
    let unknown = (0..44).map(|number| format!("86ecf553-d340-4e21-af6e-{number:012}"));
    let ids: Vec<String> = std::iter::once(task.task_id.clone())
        .chain(unknown)
        .collect();
    let request = |ids: &[String]| TasksRequest {
        key: scene.key.clone(),
        task_ids: ids.to_vec(),
    };
    let started = Instant::now();
    // From two places of the window at once.
    let (one, two) = (request(&ids[..30]), request(&ids[30..]));
    let (one, two) = tokio::join!(get_tasks(&scene.world, &one), get_tasks(&scene.world, &two));
    let (one, two) = (one.unwrap(), two.unwrap());
    assert!(
        started.elapsed() > Duration::from_secs(2),
        "20 a second for 45"
    );
    let read: Vec<&String> = one
        .iter()
        .chain(&two)
        .map(|task| &task.row.task_id)
        .collect();
    assert_eq!(read, ids.iter().collect::<Vec<_>>(), "none was refused");
    assert_eq!(one[0].row.status, TaskStatusView::Pending);
    assert_eq!(one[1].row.status, TaskStatusView::Unknown);
}

#[tokio::test]
async fn a_key_that_is_pasted_for_an_id_is_not_sent() {
    let scene = Scene::new().await;
    let pasted = scene.named("sk-ws-markermarkermarkermarkermarkermarker0123");
    for refused in [
        get_task(&scene.world, &pasted).await.err(),
        cancel_task(&scene.world, &pasted).await.err(),
        keep_task_result(&scene.world, &pasted).await.err(),
    ] {
        assert_eq!(refused, Some(Failure::TaskUnknown));
    }
    let request = TasksRequest {
        key: scene.key.clone(),
        task_ids: vec![pasted.task_id.clone()],
    };
    let refused = get_tasks(&scene.world, &request).await.err();
    assert_eq!(refused, Some(Failure::TaskUnknown));
}
