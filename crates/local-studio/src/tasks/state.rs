//! The states of a task, in the platform's words. UNKNOWN is none of them: it is said of tasks that are not there.

/// Where a task is on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// It waits, and can still be cancelled.
    Pending,
    /// It runs.
    Running,
    /// It is done, and has a result.
    Succeeded,
    /// It is done, and has none.
    Failed,
    /// It was cancelled before it ran.
    Canceled,
}

impl State {
    /// All of them.
    const ALL: [State; 5] = [
        State::Pending,
        State::Running,
        State::Succeeded,
        State::Failed,
        State::Canceled,
    ];

    /// The platform's word.
    pub(crate) fn word(self) -> &'static str {
        match self {
            State::Pending => "PENDING",
            State::Running => "RUNNING",
            State::Succeeded => "SUCCEEDED",
            State::Failed => "FAILED",
            State::Canceled => "CANCELED",
        }
    }

    /// The state of that word.
    pub(crate) fn of(word: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_read_again() {
        for state in State::ALL {
            assert_eq!(State::of(state.word()), Some(state));
        }
        assert_eq!(State::of("UNKNOWN"), None);
        assert_eq!(State::of("pending"), None);
    }
}
