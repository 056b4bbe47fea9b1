//! The part of a plan that is about somebody's start-up file: our block, and lines that set the same variable.

use secrecy::SecretString;

use super::{EditKind, Plan, Source, WriteAction, shown};
use crate::block::{self, Block};
use crate::destination::{Destination, source_line};
use crate::diff::{DiffKind, DiffLine, diff};
use crate::foreign::{self, COMMENT, ForeignLine, Look};
use crate::{MachineError, Surroundings, Wish, file};

/// Adds the start-up file of a place, and what else it reads.
pub(super) fn add(
    surroundings: &Surroundings,
    plan: &mut Plan,
    destination: &dyn Destination,
    wish: &Wish,
    value: &SecretString,
) -> Result<(), MachineError> {
    for also in destination.also_read() {
        // A file that cannot be read is no reason to refuse: it is not written.
        let Ok(Some(snapshot)) =
            file::resolve(&also.path).and_then(|resolved| file::read(&resolved.target))
        else {
            continue;
        };
        let look = Look {
            destination: destination.id(),
            path: &also.path,
            bytes: &snapshot.bytes,
            grammar: destination.grammar(),
            block: None,
            later: also.later,
            ours_to_edit: false,
        };
        let found = find_all(surroundings, &look, plan);
        add_foreign(plan, found, wish)?;
    }
    let (Some(path), Some(shell)) = (destination.start_up_file(), destination.shell()) else {
        return Ok(());
    };
    let source = Source::read(path)?;
    let before = source.bytes().unwrap_or_default();
    let damaged = |damage: block::Damaged| MachineError::FileBlockDamaged {
        path: path.to_owned(),
        line: damage.line,
    };
    let block = block::find(before).map_err(damaged)?;
    let commented = add_own_foreign(
        surroundings,
        plan,
        destination,
        wish,
        &source,
        block.as_ref(),
    )?;

    let reading = source_line(
        surroundings,
        destination.grammar(),
        destination.value_file(),
    )?;
    let kind = EditKind::StartUp {
        shell: shell.clone(),
        source: reading.clone(),
        value_target: file::resolve(destination.value_file())?.target,
        comment_out: commented.iter().map(|line| line.line).collect(),
    };
    let edit = source.edit(destination.id(), kind);
    let with_block = edit.with_block(before, &reading, source.before.is_none())?;
    let adds_block = with_block != before || source.before.is_none();
    if adds_block || !commented.is_empty() {
        source.check_writable()?;
        if source.before.is_some() {
            edit.check_before(surroundings, before)?;
        }
        edit.check_after(
            surroundings,
            &edit.compose(source.bytes(), plan.settings(value))?,
        )?;
    }
    let action = if adds_block {
        WriteAction::AddBlock
    } else {
        WriteAction::Keep
    };
    let lines = diff(before, &with_block, &|line| show(line, &reading));
    plan.writes
        .push(source.write(destination.id(), action, lines));
    if !commented.is_empty() {
        let lines = commented.iter().flat_map(commented_lines).collect();
        plan.writes
            .push(source.write(destination.id(), WriteAction::CommentOut, lines));
    }
    plan.edits.push(edit);
    Ok(())
}

/// Finds the lines in the start-up file itself. Returns those that the user wants commented out.
fn add_own_foreign(
    surroundings: &Surroundings,
    plan: &mut Plan,
    destination: &dyn Destination,
    wish: &Wish,
    source: &Source,
    block: Option<&Block>,
) -> Result<Vec<ForeignLine>, MachineError> {
    let look = Look {
        destination: destination.id(),
        path: &source.path,
        bytes: source.bytes().unwrap_or_default(),
        grammar: destination.grammar(),
        block,
        later: false,
        ours_to_edit: true,
    };
    let found = find_all(surroundings, &look, plan);
    let first = plan.foreign.len();
    add_foreign(plan, found, wish)?;
    Ok(plan.foreign[first..]
        .iter()
        .filter(|line| line.comment_out)
        .cloned()
        .collect())
}

/// The lines that set any of the plan's variables.
fn find_all(surroundings: &Surroundings, look: &Look<'_>, plan: &Plan) -> Vec<ForeignLine> {
    let mut found: Vec<ForeignLine> = plan
        .variables()
        .flat_map(|variable| foreign::find(surroundings, look, variable))
        .collect();
    found.sort_by_key(|line| line.line);
    found.dedup_by_key(|line| line.line);
    found
}

fn add_foreign(plan: &mut Plan, found: Vec<ForeignLine>, wish: &Wish) -> Result<(), MachineError> {
    for mut line in found {
        line.comment_out = wish.comment_out.contains(&line.id);
        if line.comment_out && !line.can_comment_out {
            return Err(MachineError::ForeignLineNotAlone {
                path: line.path,
                line: line.line,
            });
        }
        plan.foreign.push(line);
    }
    Ok(())
}

fn commented_lines(line: &ForeignLine) -> [DiffLine; 2] {
    let comment = String::from_utf8_lossy(COMMENT);
    [
        DiffLine {
            kind: DiffKind::Removed,
            number: line.line,
            text: line.text.clone(),
        },
        DiffLine {
            kind: DiffKind::Added,
            number: line.line,
            text: format!("{comment}{}", line.text),
        },
    ]
}

/// Our own lines are shown as they are; they hold no value.
fn show(line: &[u8], source: &str) -> String {
    if line == source.as_bytes() {
        source.to_owned()
    } else {
        shown::show_line(line)
    }
}
