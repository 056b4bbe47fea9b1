//! The id of a task: what may be put into a path.

use std::fmt;

/// Longest id that is taken.
const LONGEST: usize = 200;

/// The id of a task.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TaskId(String);

/// The text cannot be an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not the id of a task")]
pub struct TaskIdRefused;

impl TaskId {
    /// Reads an id, as the service gave it out or a person pasted it.
    pub fn parse(text: &str) -> Result<TaskId, TaskIdRefused> {
        let id = text.trim();
        // The dots would lead to another path.
        let fits = (1..=LONGEST).contains(&id.len())
            && id.chars().all(|character| character.is_ascii_graphic())
            && !matches!(id, "." | "..");
        fits.then(|| TaskId(id.to_owned())).ok_or(TaskIdRefused)
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TaskId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leads_elsewhere_is_no_id() {
        let id = TaskId::parse(" 86ecf553-d340-4e21-af6e-a0c6a421c010\n").unwrap();
        assert_eq!(id.as_str(), "86ecf553-d340-4e21-af6e-a0c6a421c010");
        for text in ["", " ", ".", "..", "a b", "任务", &"a".repeat(201)] {
            assert_eq!(TaskId::parse(text), Err(TaskIdRefused), "{text}");
        }
    }
}
