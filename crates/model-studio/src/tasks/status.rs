//! How far a task is.

use serde::{Deserialize, Deserializer};

/// The state of a task.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum TaskStatus {
    /// It waits, and can be cancelled.
    Pending,
    /// It runs.
    Running,
    /// Its result is there.
    Succeeded,
    /// It failed.
    Failed,
    /// It was cancelled.
    Canceled,
    /// The service does not know it, or not any more.
    Unknown,
    /// A state that is new.
    Other(String),
}

impl TaskStatus {
    /// The service's own word.
    pub fn as_str(&self) -> &str {
        match self {
            TaskStatus::Pending => "PENDING",
            TaskStatus::Running => "RUNNING",
            TaskStatus::Succeeded => "SUCCEEDED",
            TaskStatus::Failed => "FAILED",
            TaskStatus::Canceled => "CANCELED",
            TaskStatus::Unknown => "UNKNOWN",
            TaskStatus::Other(word) => word,
        }
    }

    /// The state that the service calls so.
    pub fn of(word: &str) -> TaskStatus {
        match word {
            "PENDING" => TaskStatus::Pending,
            "RUNNING" => TaskStatus::Running,
            "SUCCEEDED" => TaskStatus::Succeeded,
            "FAILED" => TaskStatus::Failed,
            "CANCELED" => TaskStatus::Canceled,
            "UNKNOWN" => TaskStatus::Unknown,
            other => TaskStatus::Other(other.to_owned()),
        }
    }

    /// Whether nothing more will become of it. A state that is new may still change.
    pub fn is_final(&self) -> bool {
        matches!(
            self,
            TaskStatus::Succeeded | TaskStatus::Failed | TaskStatus::Canceled | TaskStatus::Unknown
        )
    }
}

impl<'de> Deserialize<'de> for TaskStatus {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(TaskStatus::of(&String::deserialize(deserializer)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_itself_again() {
        for word in [
            "PENDING",
            "RUNNING",
            "SUCCEEDED",
            "FAILED",
            "CANCELED",
            "UNKNOWN",
            "SUSPENDED",
        ] {
            assert_eq!(TaskStatus::of(word).as_str(), word);
        }
        assert!(!TaskStatus::of("SUSPENDED").is_final());
    }
}
