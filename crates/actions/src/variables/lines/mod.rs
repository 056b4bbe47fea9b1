//! The lines that set a variable by hand, for those who want to type them: shown with the key masked, copied with it.

mod text;

use std::sync::Arc;

use model_studio::key::mask;
use secrecy::{ExposeSecret, SecretString};

use crate::clipboard;
use crate::failure::Failure;
use crate::preferences;
use crate::wire::{CopiedView, CopyVariableLinesRequest, VariableLinesRequest, VariableLinesView};
use crate::world::World;

/// The lines of every shell of this system, the key masked.
///
/// # Errors
/// [`Failure::SecretMissing`], what the keyring says, and a name that no variable can have.
pub async fn variable_lines(
    world: &Arc<World>,
    request: &VariableLinesRequest,
) -> Result<Vec<VariableLinesView>, Failure> {
    machine::check_variable(&request.variable)?;
    let value = world.value(&request.key).await?;
    // EXPOSE: for its masked form.
    let masked = mask(value.expose_secret());
    let lines = text::of_system(world.system).map(|(shell, scope)| VariableLinesView {
        shell,
        scope,
        text: text::lines(world.system, shell, scope, &request.variable, &masked).to_string(),
    });
    Ok(lines.collect())
}

/// Puts lines on the clipboard for a while, with the key in them.
///
/// # Errors
/// As [`variable_lines()`], and [`Failure::ClipboardUnavailable`].
pub async fn copy_variable_lines(
    world: &Arc<World>,
    request: &CopyVariableLinesRequest,
) -> Result<CopiedView, Failure> {
    machine::check_variable(&request.variable)?;
    let value = world.value(&request.key).await?;
    let (shell, scope) = (request.shell, request.scope);
    // EXPOSE: the lines go to the clipboard, as the user asked.
    let text = value.expose_secret();
    let lines = text::lines(world.system, shell, scope, &request.variable, text);
    let clears_in_seconds = world.catalog(preferences::read).await?.clipboard_seconds;
    clipboard::put(world, SecretString::from(lines.as_str()), clears_in_seconds).await?;
    Ok(CopiedView { clears_in_seconds })
}
