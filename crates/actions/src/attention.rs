//! Naming what may have been lost: a key that exists at the service and is not in the keyring, for which the window
//! offers Reset or Delete.

use std::sync::{Arc, PoisonError};
use std::time::Duration;

use model_studio::control::wire::ApiKey;
use tokio::time::{Instant, timeout_at};
use vault::{Catalog, CatalogError, Intent, IntentKind};

use crate::failure::Failure;
use crate::keys::keep;
use crate::keys::row::milliseconds;
use crate::keys::truth::{self, Truth};
use crate::rotation;
use crate::wire::{AttentionKind, AttentionView};
use crate::world::World;

/// How long the service may take to say what became of an intent, while the window waits for its frame.
const PATIENCE: Duration = Duration::from_secs(3);

/// Looks into every intent that was left open, closes those that turned out well, and names the others.
pub(crate) async fn recover(world: &Arc<World>) -> Result<Vec<AttentionView>, Failure> {
    let mut views = Vec::new();
    let of_rotations = rotation::attempts(world).await?;
    let until = Instant::now() + PATIENCE;
    for intent in world.catalog(Catalog::open_intents).await? {
        let busy = world
            .under_way
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .contains(&intent.id);
        // A rotation sees to its own.
        if busy || of_rotations.contains(&intent.id) || world.in_memory.waits_for(&intent.id) {
            continue;
        }
        let found = timeout_at(until, truth::of(world, &intent)).await;
        match found.unwrap_or(Ok(Truth::NotKnown))? {
            Truth::Settled => keep::finish(world, intent.id).await,
            Truth::TooEarly => {}
            Truth::Lost(key) => views.push(lost(intent, &key)),
            Truth::NotKnown => views.push(unknown(intent)),
        }
    }
    Ok(views)
}

/// Forgets an intent: the user has seen it.
///
/// # Errors
/// [`Failure::CatalogUnusable`].
pub async fn dismiss_attention(world: &Arc<World>, id: &str) -> Result<(), Failure> {
    let id = id.to_owned();
    world
        .catalog(move |catalog| match catalog.finish_intent(&id) {
            // Settled meanwhile.
            Err(CatalogError::IntentUnknown { .. }) => Ok(()),
            other => other,
        })
        .await
}

fn lost(intent: Intent, key: &ApiKey) -> AttentionView {
    let kind = match intent.kind {
        IntentKind::Create => AttentionKind::CreatedNotKept,
        IntentKind::Reset => AttentionKind::ResetNotKept,
    };
    view(intent, kind, Some(key))
}

fn unknown(intent: Intent) -> AttentionView {
    view(intent, AttentionKind::Unknown, None)
}

fn view(intent: Intent, kind: AttentionKind, key: Option<&ApiKey>) -> AttentionView {
    AttentionView {
        id: intent.id,
        kind,
        region: intent.region,
        api_key_id: key.map(|key| key.api_key_id.to_string()),
        masked: key.map(|key| key.api_key_value.clone()),
        description: intent.description,
        started_at: milliseconds(intent.started_at),
    }
}
