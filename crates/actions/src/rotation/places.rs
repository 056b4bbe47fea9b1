//! What uses the key of a rotation on this computer: gives it the other key, and asks fresh programs what they see.

use std::sync::Arc;

use machine::{Change, ChangeState, KeyName, Moved, Verification, VerificationStatus};
use model_studio::key::mask;
use secrecy::{ExposeSecret, SecretString};
use vault::{PrintReason, RotationStep};

use super::Work;
use crate::failure::Failure;
use crate::keys::row::is_of;
use crate::wire::KeyRef;
use crate::world::{World, blocking};

/// Gives the new key to everything that has the old one.
pub(crate) async fn move_over(world: &Arc<World>, work: &mut Work) -> Result<(), Failure> {
    let new = work.new_key().ok_or(Failure::RotationUnknown)?;
    let old = work.old();
    let moved = move_places(world, &old, &new).await?;
    work.notes.changes = moved.changes;
    work.notes.variables = moved.variables;
    world.steps.reached("places moved");
    // Looked at again from here on, if it was before.
    let step = work.kept.step.max(RotationStep::Moved);
    work.reach(world, step).await
}

/// Gives the old key back to everything that has the new one.
pub(crate) async fn move_back(world: &Arc<World>, work: &mut Work) -> Result<(), Failure> {
    let Some(new) = work.new_key() else {
        return Ok(());
    };
    let old = work.old();
    let moved = move_places(world, &new, &old).await?;
    work.notes.changes = moved.changes;
    work.notes.variables = Vec::new();
    world.steps.reached("places moved back");
    work.write(world).await
}

/// Asks fresh programs whether they see the new key.
pub(crate) async fn see_new(world: &Arc<World>, work: &mut Work) -> Result<(), Failure> {
    let new = work.new_key().ok_or(Failure::RotationUnknown)?;
    let not = work.notes.old_masked.clone();
    see(world, &work.notes.changes, &new, &not).await?;
    world.steps.reached("places verified");
    work.reach(world, RotationStep::MovedVerified).await
}

/// Asks fresh programs whether they see the old key again.
pub(crate) async fn see_old(world: &Arc<World>, work: &Work) -> Result<(), Failure> {
    let not = work.notes.new_masked.clone().unwrap_or_default();
    see(world, &work.notes.changes, &work.old(), &not).await
}

/// Whether something on this computer is set to a key.
pub(super) async fn is_used(world: &Arc<World>, key: &KeyRef) -> Result<bool, Failure> {
    Ok(changes(world)
        .await?
        .iter()
        .any(|change| change.state != ChangeState::Undone && is_of(change, key)))
}

/// Where nothing on this computer was ever set, there is nothing to move, and no value is needed for it.
async fn move_places(world: &Arc<World>, from: &KeyRef, to: &KeyRef) -> Result<Moved, Failure> {
    let is_left = is_used(world, from).await?;
    if !is_left && !is_used(world, to).await? {
        return Ok(Moved::default());
    }
    let one_at_a_time = Arc::clone(&world.files).lock_owned().await;
    let value = match world.value(to).await {
        Err(Failure::SecretMissing { .. }) if !is_left => return Ok(Moved::default()),
        value => value?,
    };
    let asked_for = |change: &Change| change.asks_keyring && is_of(change, from);
    if changes(world).await?.iter().any(asked_for) {
        // Before a file asks for it.
        world.allow_printing(to, PrintReason::Variable).await?;
    }
    // EXPOSE: for its masked form.
    let masked = mask(value.expose_secret());
    let surroundings = Arc::clone(&world.surroundings);
    let steps = Arc::clone(&world.steps);
    let (from, to) = (name(from), name(to));
    let moved = blocking(move || {
        let _until_done = one_at_a_time;
        machine::move_places(&surroundings, &from, &to, &masked, &value, &*steps)
    })
    .await??;
    world.withdraw_printing().await;
    Ok(moved)
}

/// Asks a fresh program of each place. One that cannot be asked stops it, and so does one that sees `not`. What somebody
/// put in the key's place is no matter of ours.
async fn see(world: &Arc<World>, ids: &[String], key: &KeyRef, not: &str) -> Result<(), Failure> {
    let in_effect: Vec<Change> = changes(world)
        .await?
        .into_iter()
        .filter(|change| change.state == ChangeState::Active && ids.contains(&change.id))
        .collect();
    if in_effect.is_empty() {
        return Ok(());
    }
    let value = world.value(key).await?;
    for change in in_effect {
        let seen = ask(world, change.id, value.clone()).await?;
        for one in &seen {
            judge(one, &change.variable, not)?;
        }
    }
    Ok(())
}

async fn ask(
    world: &Arc<World>,
    change: String,
    value: SecretString,
) -> Result<Vec<Verification>, Failure> {
    let surroundings = Arc::clone(&world.surroundings);
    Ok(blocking(move || machine::verify(&surroundings, &change, &value)).await??)
}

fn judge(seen: &Verification, variable: &str, not: &str) -> Result<(), Failure> {
    let program = || seen.program.display().to_string();
    match seen.status {
        VerificationStatus::Failed | VerificationStatus::TimedOut => {
            Err(Failure::ShellUnusable { program: program() })
        }
        VerificationStatus::Other if seen.found_masked.as_deref() == Some(not) => {
            Err(Failure::OldKeyStillSeen {
                program: program(),
                variable: variable.to_owned(),
            })
        }
        VerificationStatus::Seen
        | VerificationStatus::Other
        | VerificationStatus::NotSeen
        | VerificationStatus::AfterLogin
        // It sees the old key as little as the new one.
        | VerificationStatus::Ignored => Ok(()),
    }
}

async fn changes(world: &Arc<World>) -> Result<Vec<Change>, Failure> {
    let surroundings = Arc::clone(&world.surroundings);
    Ok(blocking(move || machine::changes(&surroundings)).await??)
}

fn name(key: &KeyRef) -> KeyName {
    KeyName {
        region: key.region.clone(),
        api_key_id: key.api_key_id.clone(),
    }
}
