//! Asynchronous tasks, and the results that are kept of them.

use actions::{
    Failure,
    wire::{
        KeptResultRef, KeptResultView, ListTasksRequest, TaskListView, TaskRef, TaskView,
        TasksRequest,
    },
};
use tauri::State;

use crate::house::House;

#[tauri::command]
pub(super) async fn list_tasks(
    house: State<'_, House>,
    request: ListTasksRequest,
) -> Result<TaskListView, Failure> {
    actions::list_tasks(&house.world().await?, &request).await
}

#[tauri::command]
pub(super) async fn get_task(house: State<'_, House>, task: TaskRef) -> Result<TaskView, Failure> {
    actions::get_task(&house.world().await?, &task).await
}

#[tauri::command]
pub(super) async fn get_tasks(
    house: State<'_, House>,
    request: TasksRequest,
) -> Result<Vec<TaskView>, Failure> {
    actions::get_tasks(&house.world().await?, &request).await
}

#[tauri::command]
pub(super) async fn cancel_task(
    house: State<'_, House>,
    task: TaskRef,
) -> Result<TaskView, Failure> {
    actions::cancel_task(&house.world().await?, &task).await
}

#[tauri::command]
pub(super) async fn keep_task_result(
    house: State<'_, House>,
    task: TaskRef,
) -> Result<KeptResultView, Failure> {
    actions::keep_task_result(&house.world().await?, &task).await
}

#[tauri::command]
pub(super) async fn kept_results(
    house: State<'_, House>,
    region: String,
) -> Result<Vec<KeptResultView>, Failure> {
    actions::kept_results(&house.world().await?, &region).await
}

#[tauri::command]
pub(super) async fn remove_kept_result(
    house: State<'_, House>,
    result: KeptResultRef,
) -> Result<(), Failure> {
    actions::remove_kept_result(&house.world().await?, &result).await
}
