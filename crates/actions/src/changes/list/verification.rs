//! What fresh programs said, as the window shows it, and the names of places and of what is done to files.

use machine::{self, Verification};

use crate::tools::obstacle;
use crate::wire::{DestinationId, VerificationStatus, VerificationView, WriteAction};

/// What a fresh program said, as the window shows it.
pub(crate) fn verification(seen: &Verification) -> VerificationView {
    VerificationView {
        destination: seen.destination.map(destination_id),
        variable: seen.variable.clone(),
        program: seen.program.display().to_string(),
        status: match seen.status {
            machine::VerificationStatus::Seen => VerificationStatus::Seen,
            machine::VerificationStatus::Other => VerificationStatus::Other,
            machine::VerificationStatus::NotSeen => VerificationStatus::NotSeen,
            machine::VerificationStatus::Failed => VerificationStatus::Failed,
            machine::VerificationStatus::TimedOut => VerificationStatus::TimedOut,
            machine::VerificationStatus::AfterLogin => VerificationStatus::AfterLogin,
            machine::VerificationStatus::Ignored => VerificationStatus::Ignored,
        },
        found_masked: seen.found_masked.clone(),
        obstacle: seen.obstacle.map(|found| obstacle(&seen.program, found)),
        millis: seen.millis,
    }
}

/// A place, as the window names it.
pub(crate) fn destination_id(id: machine::DestinationId) -> DestinationId {
    match id {
        machine::DestinationId::Bash => DestinationId::Bash,
        machine::DestinationId::Zsh => DestinationId::Zsh,
        machine::DestinationId::Fish => DestinationId::Fish,
        machine::DestinationId::Desktop => DestinationId::Desktop,
        machine::DestinationId::LaunchAgent => DestinationId::LaunchAgent,
        machine::DestinationId::WindowsUser => DestinationId::WindowsUser,
    }
}

/// What is done to a file, as the window names it.
pub(crate) fn action(action: machine::WriteAction) -> WriteAction {
    match action {
        machine::WriteAction::Create => WriteAction::Create,
        machine::WriteAction::Update => WriteAction::Update,
        machine::WriteAction::AddBlock => WriteAction::AddBlock,
        machine::WriteAction::Keep => WriteAction::Keep,
        machine::WriteAction::CommentOut => WriteAction::CommentOut,
        machine::WriteAction::Settings => WriteAction::Settings,
    }
}
