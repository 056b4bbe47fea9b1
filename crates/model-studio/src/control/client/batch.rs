//! Changes to many models, in the portions that the service takes. That some portions fail is a result: what was done stays
//! done, and the caller shows which was which.

use crate::control::{ControlError, Refusal};

/// How many models one request may name.
pub const LARGEST_BATCH: usize = 20;

/// One request of several, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// The models it named; none where it only turned a switch.
    pub models: Vec<String>,
    /// What became of it.
    pub outcome: BatchOutcome,
}

/// What became of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BatchOutcome {
    /// The service did it.
    Done,
    /// The service did not, or did not say so.
    Failed(ControlError),
    /// Not sent, since an earlier one failed in a way that would have met this one too.
    NotSent,
}

impl Batch {
    /// Whether the service did it.
    pub fn is_done(&self) -> bool {
        self.outcome == BatchOutcome::Done
    }
}

/// Sends each portion once, in order, and stops at a failure that the next would meet too.
pub(super) async fn send_each<T, F>(
    portions: Vec<(Vec<String>, T)>,
    mut send: impl FnMut(T) -> F,
) -> Vec<Batch>
where
    F: Future<Output = Result<(), ControlError>>,
{
    let mut batches = Vec::with_capacity(portions.len());
    let mut stopped = false;
    for (models, portion) in portions {
        let outcome = if stopped {
            BatchOutcome::NotSent
        } else {
            match send(portion).await {
                Ok(()) => BatchOutcome::Done,
                Err(error) => {
                    stopped = !concerns_one_batch(&error);
                    BatchOutcome::Failed(error)
                }
            }
        };
        batches.push(Batch { models, outcome });
    }
    batches
}

/// The failure lies in what was sent and not in who sent it, where to, or when.
fn concerns_one_batch(error: &ControlError) -> bool {
    let ControlError::Platform(error) = error else {
        return false;
    };
    matches!(
        error.refusal(),
        Refusal::NotFound | Refusal::QuotaReached | Refusal::Invalid | Refusal::Other
    )
}
