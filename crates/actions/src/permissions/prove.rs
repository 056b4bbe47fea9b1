//! The proof that a permission does what it says: one call with the key from this computer.

use std::sync::Arc;
use std::time::{Duration, Instant};

use model_studio::control::wire::Auth;
use model_studio::region::{Region, Site};

use crate::addresses::this_computer;
use crate::failure::Failure;
use crate::keys::check::check_key;
use crate::permissions::difference::let_in;
use crate::typed;
use crate::wire::{KeyRef, ProofView};
use crate::world::World;

/// The cloud may take a moment until a new permission holds everywhere.
const WAITS: [Duration; 3] = [
    Duration::from_millis(400),
    Duration::from_millis(800),
    Duration::from_millis(1600),
];

/// Calls, and compares with what the list means for this computer where its address is known. In the cloud an answer that
/// is not as meant is asked for again; This computer keeps its word at once.
pub(crate) async fn prove(
    world: &Arc<World>,
    region: &Region,
    key: &KeyRef,
    wanted: &Auth,
) -> ProofView {
    let waits = match region.site {
        Site::ThisComputer => &[][..],
        Site::China | Site::International => &WAITS,
    };
    let mut proof = call(world, region, key, wanted).await;
    for wait in waits {
        if !is_not_as_meant(&proof) {
            break;
        }
        tokio::time::sleep(*wait).await;
        proof = call(world, region, key, wanted).await;
    }
    proof
}

fn is_not_as_meant(proof: &ProofView) -> bool {
    matches!(
        proof,
        ProofView::Allowed {
            as_meant: Some(false),
            ..
        } | ProofView::Refused {
            as_meant: Some(false),
            ..
        }
    )
}

async fn call(world: &Arc<World>, region: &Region, key: &KeyRef, wanted: &Auth) -> ProofView {
    let here = this_computer::addresses(world, region);
    let list = let_in(wanted);
    // With several addresses known, the call may have gone out from any of them.
    let meant = |allowed: bool| {
        let could = here.iter().any(|address| list.allows(*address) == allowed);
        (!here.is_empty()).then_some(could)
    };
    let started = Instant::now();
    match check_key(world, key).await {
        Ok(checked) => ProofView::Allowed {
            millis: checked.millis,
            models: checked.models,
            as_meant: meant(true),
        },
        Err(Failure::AddressNotAllowed { platform_code }) => ProofView::Refused {
            platform_code,
            millis: typed::millis(started),
            as_meant: meant(false),
        },
        Err(failure) => ProofView::NotProvable { failure },
    }
}
