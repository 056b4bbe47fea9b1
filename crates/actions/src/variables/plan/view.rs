//! A plan as the window shows it.

use machine::{self, Plan};

use crate::changes::list;
use crate::wire::{
    DestinationId, DestinationView, DiffKind, DiffLine, ForeignView, HostView, NoKeyringReason,
    VariableMethod, VariablePlanView, WriteView,
};

pub(super) fn plan(
    id: &str,
    plan: &Plan,
    no_keyring: Option<NoKeyringReason>,
    hosts: Vec<HostView>,
) -> VariablePlanView {
    VariablePlanView {
        plan_id: id.to_owned(),
        variable: plan.variable.clone(),
        masked: plan.masked.clone(),
        method: match plan.method {
            machine::Method::Keyring { .. } => VariableMethod::Keyring,
            machine::Method::Value => VariableMethod::Value,
        },
        no_keyring,
        hosts,
        companions: plan.companions.iter().map(list::companion).collect(),
        destinations: plan.destinations.iter().map(destination).collect(),
        writes: plan.writes.iter().map(write).collect(),
        foreign: plan.foreign.iter().map(foreign).collect(),
    }
}

pub(super) fn chosen(id: DestinationId) -> machine::DestinationId {
    match id {
        DestinationId::Bash => machine::DestinationId::Bash,
        DestinationId::Zsh => machine::DestinationId::Zsh,
        DestinationId::Fish => machine::DestinationId::Fish,
        DestinationId::Desktop => machine::DestinationId::Desktop,
        DestinationId::LaunchAgent => machine::DestinationId::LaunchAgent,
        DestinationId::WindowsUser => machine::DestinationId::WindowsUser,
    }
}

fn destination(destination: &machine::PlannedDestination) -> DestinationView {
    DestinationView {
        id: list::destination_id(destination.id),
        path: destination.path.display().to_string(),
        ticked: destination.ticked,
        is_login_shell: destination.is_login_shell,
        already_set: destination.already_set,
        can_ask: destination.can_ask,
    }
}

/// What would be done to a file, for a variable or for a tool.
pub(crate) fn write(write: &machine::PlannedWrite) -> WriteView {
    WriteView {
        destination: write.destination.map(list::destination_id),
        path: write.path.display().to_string(),
        link_target: write
            .link_target
            .as_ref()
            .map(|path| path.display().to_string()),
        action: list::action(write.action),
        plaintext: write.plaintext,
        makes_private: write.makes_private,
        lines: write.lines.iter().map(line).collect(),
    }
}

fn line(line: &machine::DiffLine) -> DiffLine {
    DiffLine {
        kind: match line.kind {
            machine::DiffKind::Context => DiffKind::Context,
            machine::DiffKind::Added => DiffKind::Added,
            machine::DiffKind::Removed => DiffKind::Removed,
        },
        number: line.number,
        text: line.text.clone(),
    }
}

fn foreign(line: &machine::ForeignLine) -> ForeignView {
    ForeignView {
        id: line.id.clone(),
        path: line.path.display().to_string(),
        line: line.line,
        text: line.text.clone(),
        wins: line.wins,
        can_comment_out: line.can_comment_out,
        comment_out: line.comment_out,
    }
}
