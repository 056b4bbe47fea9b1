//! What became of a change that went to the service in several requests.

use model_studio::control::{Batch, BatchOutcome};

use crate::failure::Failure;
use crate::wire::{BatchFailureView, BatchOutcomeView};

/// What was done, and what was not by the request that carried it. What was not sent failed for the reason of the one
/// before it.
pub(super) fn outcome(batches: Vec<Batch>) -> BatchOutcomeView {
    let mut outcome = BatchOutcomeView {
        done: Vec::new(),
        failed: Vec::new(),
    };
    for Batch {
        models,
        outcome: became,
    } in batches
    {
        match became {
            BatchOutcome::Done => outcome.done.extend(models),
            BatchOutcome::Failed(error) => outcome.failed.push(BatchFailureView {
                models,
                failure: error.into(),
            }),
            BatchOutcome::NotSent => match outcome.failed.last_mut() {
                Some(last) => last.models.extend(models),
                None => outcome.failed.push(BatchFailureView {
                    models,
                    failure: Failure::Interrupted,
                }),
            },
        }
    }
    outcome
}

#[cfg(test)]
mod tests {
    use model_studio::control::ControlError;

    use super::*;

    fn batch(model: &str, outcome: BatchOutcome) -> Batch {
        Batch {
            models: vec![model.to_owned()],
            outcome,
        }
    }

    #[test]
    fn what_was_not_sent_failed_for_the_reason_before_it() {
        let gone = ControlError::Unreachable {
            host: "h".to_owned(),
        };
        let told = outcome(vec![
            batch("a", BatchOutcome::Done),
            batch("b", BatchOutcome::Failed(gone)),
            batch("c", BatchOutcome::NotSent),
        ]);
        assert_eq!(told.done, ["a"]);
        assert_eq!(told.failed.len(), 1);
        assert_eq!(told.failed[0].models, ["b", "c"]);
        assert!(matches!(
            told.failed[0].failure,
            Failure::Unreachable { .. }
        ));
    }
}
