//! The preview: what would be written to set a variable, before anything is.

use std::sync::Arc;

use machine::{Companion, KeyName, Method, Wish};
use model_studio::key::mask;
use secrecy::ExposeSecret;
use vault::SecretsState;

pub(crate) mod view;

use crate::failure::Failure;
use crate::wire::{
    BaseUrlForm, BaseUrlRequest, KeyRef, NoKeyringReason, PlanVariableRequest, VariableMethod,
    VariablePlanView,
};
use crate::world::{KnownPlan, PlanOf, World, blocking, fresh_name};

/// Reads the start-up files and says what would be written. Writes nothing.
///
/// # Errors
/// [`Failure::SecretMissing`], what the keyring says, [`Failure::KeyringWayMissing`], [`Failure::HostUnknown`] for a base URL that
/// is none of the key's, or what is wrong with a file.
pub async fn plan_variable(
    world: &Arc<World>,
    request: PlanVariableRequest,
) -> Result<VariablePlanView, Failure> {
    let value = world.value(&request.key).await?;
    // EXPOSE: for its masked form.
    let masked = mask(value.expose_secret());
    let no_keyring = no_keyring(world, &request).await?;
    let wish = Wish {
        variable: request.variable,
        key: KeyName {
            region: request.key.region.clone(),
            api_key_id: request.key.api_key_id.clone(),
        },
        masked,
        destinations: request
            .destinations
            .map(|chosen| chosen.into_iter().map(view::chosen).collect()),
        comment_out: request.comment_out,
        method: method(world, request.method, no_keyring)?,
        companions: match request.base_url {
            Some(base_url) => vec![companion(world, &request.key, base_url).await?],
            None => Vec::new(),
        },
    };
    // Without them there is no base URL to choose, and all else goes on.
    let hosts = world.hosts_of(&request.key).await.unwrap_or_default();
    let surroundings = Arc::clone(&world.surroundings);
    let plan = blocking(move || machine::plan(&surroundings, &wish, &value)).await??;
    let id = fresh_name();
    let view = view::plan(&id, &plan, no_keyring, hosts);
    let known = KnownPlan {
        id,
        key: request.key,
        plan: PlanOf::Variable(plan),
    };
    world.plans.remember(known);
    Ok(view)
}

/// Why the keyring cannot be asked for this key when a shell starts.
async fn no_keyring(
    world: &Arc<World>,
    request: &PlanVariableRequest,
) -> Result<Option<NoKeyringReason>, Failure> {
    if world.secrets.state() != SecretsState::Available
        || world.in_memory.get(&request.key).is_some()
    {
        return Ok(Some(NoKeyringReason::NotInKeyring));
    }
    if world.surroundings.key_printer.is_none() {
        return Ok(Some(NoKeyringReason::ProgramMissing));
    }
    let (surroundings, variable) = (Arc::clone(&world.surroundings), request.variable.clone());
    let places = blocking(move || machine::places(&surroundings, &variable)).await?;
    let has_shell = places
        .iter()
        .any(|place| place.can_ask && (place.recommended || request.destinations.is_some()));
    Ok((!has_shell).then_some(NoKeyringReason::NoShell))
}

fn method(
    world: &World,
    wanted: Option<VariableMethod>,
    no_keyring: Option<NoKeyringReason>,
) -> Result<Method, Failure> {
    let printer = world
        .surroundings
        .key_printer
        .clone()
        .filter(|_| no_keyring.is_none());
    match (wanted, printer) {
        (Some(VariableMethod::Value), _) | (None, None) => Ok(Method::Value),
        (Some(VariableMethod::Keyring) | None, Some(program)) => Ok(Method::Keyring { program }),
        (Some(VariableMethod::Keyring), None) => Err(Failure::KeyringWayMissing),
    }
}

/// Host and key are a pair: the address is one of the key's own.
pub(crate) async fn companion(
    world: &Arc<World>,
    key: &KeyRef,
    request: BaseUrlRequest,
) -> Result<Companion, Failure> {
    let hosts = world.hosts_of(key).await?;
    let host = hosts.into_iter().find(|host| host.origin == request.origin);
    let urls = host.ok_or(Failure::HostUnknown)?.base_urls;
    let text = match request.form {
        BaseUrlForm::Openai => urls.openai,
        BaseUrlForm::Anthropic => urls.anthropic,
        BaseUrlForm::Native => urls.native,
    };
    // The host of a plan may lack one.
    if text.is_empty() {
        return Err(Failure::HostUnknown);
    }
    Ok(Companion {
        name: request.variable,
        text,
    })
}
