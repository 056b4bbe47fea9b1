//! A rotation as the window shows it.

use vault::RotationStep;

use super::Work;
use crate::keys::row::milliseconds;
use crate::wire::{RotationStepView, RotationView};

/// At this time, in milliseconds since 1970.
pub(crate) fn view(work: &Work, now: i64) -> RotationView {
    let (kept, notes) = (&work.kept, &work.notes);
    let failure = kept.failure_json.as_deref();
    RotationView {
        id: kept.id.clone(),
        old_key: work.old(),
        description: notes.description.clone(),
        old_masked: notes.old_masked.clone(),
        new_key: work.new_key(),
        new_masked: notes
            .new_masked
            .clone()
            .filter(|_| kept.new_key_id.is_some()),
        step: match kept.step {
            // A key that was lost on its way was deleted: the next step makes another.
            RotationStep::Created if kept.new_key_id.is_none() => RotationStepView::Begun,
            RotationStep::Begun => RotationStepView::Begun,
            RotationStep::Created => RotationStepView::Created,
            RotationStep::Kept => RotationStepView::Kept,
            RotationStep::Verified => RotationStepView::Verified,
            RotationStep::Moved => RotationStepView::Moved,
            RotationStep::MovedVerified => RotationStepView::MovedVerified,
            RotationStep::OldDisabled => RotationStepView::OldDisabled,
            RotationStep::Finished => RotationStepView::Finished,
            RotationStep::Undone => RotationStepView::Undone,
        },
        moved: notes.variables.clone(),
        failure: failure.and_then(|text| {
            serde_json::from_str(text)
                .inspect_err(|error| tracing::warn!(%error, "a failure cannot be read"))
                .ok()
        }),
        started_at: milliseconds(kept.started_at),
        remind_at: kept.remind_at.map(milliseconds),
        reminder_due: kept.remind_at.is_some_and(|at| at <= now),
        can_undo: !kept.step.is_end(),
        undoing: notes.undoing && !kept.step.is_end(),
    }
}
