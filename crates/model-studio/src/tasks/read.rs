//! Reading tasks by their ids: `GET {origin}/api/v1/tasks/{task_id}`. An id that the service does not know is no failure: its
//! status says so.

use std::sync::Arc;

use reqwest::Method;
use tokio::task::JoinSet;

use super::in_turn::in_turn;
use super::{Task, TaskId, Tasks};
use crate::data::{Asking, DataError};
use crate::pace::AccountPace;

impl Tasks {
    /// Reads one task.
    pub async fn read(&self, id: &TaskId) -> Result<Task, DataError> {
        read(&self.asking, &self.pace, id).await
    }

    /// Reads many side by side, as fast as the pace allows, each id once; answers in the order of the ids. One that fails spoils
    /// no other. Dropping the future ends what is under way.
    pub async fn read_many(&self, ids: &[TaskId]) -> Vec<(TaskId, Result<Task, DataError>)> {
        let mut distinct: Vec<&TaskId> = Vec::new();
        for id in ids {
            if !distinct.contains(&id) {
                distinct.push(id);
            }
        }
        let mut asked = JoinSet::new();
        for (place, id) in distinct.into_iter().cloned().enumerate() {
            let (asking, pace) = (Arc::clone(&self.asking), Arc::clone(&self.pace));
            asked.spawn(async move {
                let read = read(&asking, &pace, &id).await;
                (place, (id, read))
            });
        }
        let mut answers = Vec::new();
        while let Some(joined) = asked.join_next().await {
            // A task that was ended has no answer; it is ended only together with this future.
            answers.extend(joined.ok());
        }
        answers.sort_by_key(|(place, _)| *place);
        answers.into_iter().map(|(_, answer)| answer).collect()
    }
}

async fn read(asking: &Asking, pace: &AccountPace, id: &TaskId) -> Result<Task, DataError> {
    let request = asking.request(Method::GET, &["api", "v1", "tasks", id.as_str()])?;
    let answer = in_turn(&pace.query, asking, request).await?;
    Ok(Task::of(id, answer))
}
