//! Starting a terminal or another program with a key that only it and what it starts will see.

use std::sync::Arc;

use machine::{LaunchKind, Launchable};
use secrecy::SecretString;

use crate::failure::Failure;
use crate::variables::plan::companion;
use crate::wire::{ProgramKindView, ProgramView, StartProgramRequest};
use crate::world::{World, blocking};

/// The programs on this computer that can be started with a key, terminals first.
///
/// # Errors
/// None but that the program ends.
pub async fn list_programs(world: &Arc<World>) -> Result<Vec<ProgramView>, Failure> {
    let surroundings = Arc::clone(&world.surroundings);
    let found = blocking(move || machine::launchables(&surroundings)).await?;
    Ok(found.iter().map(view).collect())
}

/// Starts a program with a key, and with the base URL that goes with it. Nothing is written.
///
/// # Errors
/// [`Failure::ProgramMissing`], [`Failure::SecretMissing`], what the keyring says, or [`Failure::HostUnknown`].
pub async fn start_program(
    world: &Arc<World>,
    request: StartProgramRequest,
) -> Result<ProgramView, Failure> {
    let value = world.value(&request.key).await?;
    let mut variables = vec![(request.variable, value)];
    if let Some(base_url) = request.base_url {
        let beside = companion(world, &request.key, base_url).await?;
        variables.push((beside.name, SecretString::from(beside.text)));
    }
    let surroundings = Arc::clone(&world.surroundings);
    let started = blocking(move || machine::launch(&surroundings, &request.program, &variables));
    Ok(view(&started.await??))
}

fn view(found: &Launchable) -> ProgramView {
    ProgramView {
        id: found.id.to_owned(),
        name: found.name.to_owned(),
        kind: match found.kind {
            LaunchKind::Terminal => ProgramKindView::Terminal,
            LaunchKind::Editor => ProgramKindView::Editor,
        },
        path: found.program.display().to_string(),
        hands_over: found.hands_over,
    }
}
