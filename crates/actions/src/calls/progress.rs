//! How far a call is. Whoever makes it writes here, the window reads. What has ended changes no more.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use model_studio::data::{CreatedTask, ModelAnswer};

use super::answer::{text_of, usage_of};
use crate::failure::Failure;
use crate::typed;
use crate::wire::{CallStateView, CallView, SentView};

/// Bytes that are shown of what was sent and of what came, each.
pub(super) const SHOWN: usize = 16 * 1024;

/// Stands for what is not shown.
const CUT: char = '…';

/// Bytes of an answer that are held: more than any model says in one go.
const LONGEST_ANSWER: usize = 2 * 1024 * 1024;

/// A call, as far as it is.
pub(super) struct Progress {
    started: Instant,
    known: Mutex<CallView>,
}

impl Progress {
    /// A call that begins now.
    pub(super) fn new(id: String, state: CallStateView, meant: String) -> Progress {
        Progress {
            started: Instant::now(),
            known: Mutex::new(CallView {
                id,
                state,
                meant,
                sent: None,
                received: String::new(),
                answer: String::new(),
                pieces: 0,
                usage: None,
                request_id: String::new(),
                task_id: None,
                millis: 0,
            }),
        }
    }

    /// As it is now.
    pub(super) fn view(&self) -> CallView {
        let mut known = self.lock();
        self.count_time(&mut known);
        known.clone()
    }

    pub(super) fn has_ended(&self) -> bool {
        has_ended(&self.lock())
    }

    /// The public key is asked for. What is known as sent is what an earlier one was used for, if there was one.
    pub(super) fn fetches_public_key(&self) {
        self.note(|known| known.state = CallStateView::FetchingPublicKey);
    }

    /// What is about to leave.
    pub(super) fn sends(&self, sent: SentView) {
        self.note(|known| {
            known.state = CallStateView::Waiting;
            known.sent = Some(sent);
        });
    }

    /// An answer, or the next piece of one.
    pub(super) fn hears(&self, piece: ModelAnswer) {
        self.note(|known| {
            known.pieces += 1;
            if !piece.request_id.is_empty() {
                known.request_id = piece.request_id;
            }
            if let Some(usage) = usage_of(&piece.usage) {
                known.usage = Some(usage);
            }
            append(&mut known.answer, &text_of(&piece.output), LONGEST_ANSWER);
            if !known.received.is_empty() {
                append(&mut known.received, "\n\n", SHOWN);
            }
            append(&mut known.received, &piece.received, SHOWN);
        });
    }

    /// Something of an answer has come.
    pub(super) fn has_heard(&self) -> bool {
        self.lock().pieces > 0
    }

    /// The answer is complete.
    pub(super) fn is_done(&self) {
        self.end(CallStateView::Done);
    }

    /// The service took a task on.
    pub(super) fn became_task(&self, task: CreatedTask) {
        self.note(|known| {
            known.task_id = Some(task.task_id);
            known.request_id = task.request_id;
        });
        self.end(CallStateView::Done);
    }

    /// It came to nothing. Whatever was about to leave has not, where no connection came about.
    pub(super) fn failed(&self, failure: Failure) {
        self.note(|known| {
            if known.state == CallStateView::Waiting && nothing_left(&failure) {
                known.sent = None;
            }
            if let Failure::PlatformRefused { request_id, .. } = &failure {
                known.request_id.clone_from(request_id);
            }
        });
        self.end(CallStateView::Failed { failure });
    }

    /// The user does not want it any more, or the program ends.
    pub(super) fn is_stopped(&self) {
        self.end(CallStateView::Stopped);
    }

    fn end(&self, state: CallStateView) {
        self.note(|known| {
            self.count_time(known);
            known.state = state;
        });
    }

    /// Changes what is known of a call that goes on.
    fn note(&self, change: impl FnOnce(&mut CallView)) {
        let mut known = self.lock();
        if !has_ended(&known) {
            change(&mut known);
        }
    }

    fn count_time(&self, known: &mut CallView) {
        if !has_ended(known) {
            known.millis = typed::millis(self.started);
        }
    }

    fn lock(&self) -> MutexGuard<'_, CallView> {
        // A view that lacks something is still a view.
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn has_ended(known: &CallView) -> bool {
    !matches!(
        known.state,
        CallStateView::FetchingPublicKey | CallStateView::Waiting
    )
}

fn nothing_left(failure: &Failure) -> bool {
    matches!(
        failure,
        Failure::Unreachable { .. } | Failure::NotTrusted { .. } | Failure::EndpointInvalid { .. }
    )
}

/// Appends to a text up to a length, in whole characters. A text that was cut ends with an ellipsis, and stays so.
pub(super) fn append(text: &mut String, more: &str, longest: usize) {
    let room = longest.saturating_sub(text.len());
    if more.len() <= room {
        text.push_str(more);
    } else if room > 0 || !text.ends_with(CUT) {
        text.push_str(&more[..more.floor_char_boundary(room)]);
        text.push(CUT);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn progress() -> Progress {
        Progress::new("c".to_owned(), CallStateView::Waiting, "{}".to_owned())
    }

    fn piece(text: &str, received: &str) -> ModelAnswer {
        ModelAnswer {
            request_id: "r1".to_owned(),
            output: json!({ "text": text }),
            usage: Value::Null,
            received: received.to_owned(),
        }
    }

    #[test]
    fn long_texts_are_cut_once_and_in_whole_characters() {
        for (pieces, cut) in [
            (vec!["abc", "def"], "abcdef"),
            (vec!["abc", "defg"], "abcdef…"),
            (vec!["abcdef", "g", "h"], "abcdef…"),
            (vec!["abcd你", "好", "x"], "abcd…"),
            (vec!["你好", "吗", "?"], "你好…"),
        ] {
            let mut text = String::new();
            for piece in &pieces {
                append(&mut text, piece, 6);
            }
            assert_eq!(text, cut, "{pieces:?}");
        }
    }

    #[test]
    fn what_came_is_shown_as_far_as_it_is_worth() {
        let progress = progress();
        progress.hears(piece("Hel", &"a".repeat(SHOWN - 1)));
        progress.hears(piece("lo", "bbbb"));
        let view = progress.view();
        assert_eq!((view.answer.as_str(), view.pieces), ("Hello", 2));
        assert!(view.received.len() <= SHOWN + CUT.len_utf8());
        assert!(view.received.ends_with(CUT));
    }

    #[test]
    fn what_has_ended_changes_no_more() {
        let progress = progress();
        progress.is_stopped();
        progress.hears(piece("late", "late"));
        progress.failed(Failure::TooManyRequests);
        let view = progress.view();
        assert_eq!(view.state, CallStateView::Stopped);
        assert!(view.answer.is_empty() && view.received.is_empty());
        assert_eq!(progress.view().millis, view.millis);
    }

    #[test]
    fn what_no_connection_came_about_for_was_not_sent() {
        let sent = SentView {
            line: "POST https://a.example.com/".to_owned(),
            headers: Vec::new(),
            body: "{}".to_owned(),
        };
        let host = "a.example.com".to_owned();
        for (failure, was_sent) in [
            (Failure::Unreachable { host: host.clone() }, false),
            (Failure::NotTrusted { host: host.clone() }, false),
            (Failure::TimedOut { host: host.clone() }, true),
            (Failure::ConnectionLost { host }, true),
        ] {
            let progress = progress();
            progress.sends(sent.clone());
            progress.failed(failure.clone());
            assert_eq!(progress.view().sent.is_some(), was_sent, "{failure}");
        }
    }
}
