//! Starting a call.

use std::sync::Arc;

use model_studio::data::{Delivery, ModelCall};
use serde_json::json;

use super::held::Held;
use super::progress::Progress;
use super::work::Work;
use crate::failure::Failure;
use crate::keys::caller::Caller;
use crate::typed;
use crate::wire::{CallMode, CallStateView, CallView, StartCallRequest};
use crate::world::{World, fresh_name};

/// Starts a call of a model and gives it back as it is at its beginning.
///
/// # Errors
/// [`Failure::NothingToSend`]; [`Failure::RegionCannot`] where the region cannot encrypt, and for a task that is to be
/// encrypted, which no region can; [`Failure::HostUnknown`] for a host that is none of the key's; [`Failure::SecretMissing`].
pub async fn start_call(
    world: &Arc<World>,
    request: StartCallRequest,
) -> Result<CallView, Failure> {
    let call = model_call(&request)?;
    let StartCallRequest {
        key,
        origin,
        encrypt,
        mode,
        ..
    } = request;
    if encrypt {
        typed::region_can(&key.region, |capabilities| capabilities.payload_encryption)?;
        if mode == CallMode::Task {
            return Err(Failure::RegionCannot { region: key.region });
        }
    }
    let caller = Caller::at(world, key, &origin).await?;

    let id = fresh_name();
    let state = if encrypt {
        CallStateView::FetchingPublicKey
    } else {
        CallStateView::Waiting
    };
    let meant = serde_json::to_string_pretty(&call).map_err(|_unwritable| Failure::Interrupted)?;
    let progress = Arc::new(Progress::new(id.clone(), state, meant));
    let work = Work {
        call,
        delivery: delivery(mode),
        encrypt,
        caller,
        progress: Arc::clone(&progress),
        world: Arc::downgrade(world),
    };
    let held = Held {
        id,
        progress: Arc::clone(&progress),
        work: tokio::spawn(work.make()).abort_handle(),
    };
    world.calls.hold(held);
    Ok(progress.view())
}

/// What the model is asked, in the platform's own protocol.
fn model_call(request: &StartCallRequest) -> Result<ModelCall, Failure> {
    let model = request.model.trim();
    if model.is_empty() || request.text.trim().is_empty() {
        return Err(Failure::NothingToSend);
    }
    let parameters = match request.mode {
        CallMode::Streamed => json!({ "result_format": "message", "incremental_output": true }),
        CallMode::Whole | CallMode::Task => json!({ "result_format": "message" }),
    };
    Ok(ModelCall {
        model: model.to_owned(),
        input: json!({ "messages": [{ "role": "user", "content": request.text }] }),
        parameters: Some(parameters),
    })
}

fn delivery(mode: CallMode) -> Delivery {
    match mode {
        CallMode::Whole => Delivery::Whole,
        CallMode::Streamed => Delivery::Streamed,
        CallMode::Task => Delivery::Task,
    }
}
