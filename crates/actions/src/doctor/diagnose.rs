//! Looks, and judges what was found.

use std::path::PathBuf;
use std::sync::{Arc, PoisonError};

use machine::doctor::Question;

use super::{beside, judge, view};
use crate::failure::Failure;
use crate::keys::check::check_key;
use crate::keys::row::milliseconds;
use crate::wire::{DiagnoseRequest, DiagnosisView};
use crate::world::{World, blocking};

/// The last diagnosis, so that a report says what was shown.
pub(crate) struct Diagnosed {
    pub(super) request: DiagnoseRequest,
    pub(super) view: DiagnosisView,
}

/// Looks for what keeps programs from seeing a key in a variable. Changes nothing; the key is tried by the call that costs
/// nothing.
///
/// # Errors
/// [`Failure::SecretMissing`], what the keyring says, a name that is none of a variable, and what is wrong with the journal.
/// Everything else that cannot be looked at is a finding.
pub async fn diagnose(
    world: &Arc<World>,
    request: DiagnoseRequest,
) -> Result<DiagnosisView, Failure> {
    let value = world.value(&request.key).await?;
    let question = Question {
        variable: request.variable.clone(),
        value,
        beside: beside::names(&request.variable),
        folders: request.folders.iter().map(PathBuf::from).collect(),
    };
    let surroundings = Arc::clone(&world.surroundings);
    let look = blocking(move || machine::doctor::look(&surroundings, &question));
    let (facts, checked) = tokio::join!(look, check_key(world, &request.key));
    let facts = facts??;
    let refused = checked.err();
    let wrong_hosts = match world.hosts_of(&request.key).await {
        Ok(hosts) => beside::wrong(&request.key, &hosts, &facts.hosts),
        // Without a host to compare with there is none that is wrong.
        Err(_unknown) => Vec::new(),
    };
    let in_order = view::in_order(&facts, refused.is_none());
    let diagnosis = DiagnosisView {
        findings: judge::findings(&request.variable, &facts, wrong_hosts, refused),
        sources: facts.sources.iter().map(view::source).collect(),
        in_order,
        at: milliseconds(world.clock.now().as_millisecond()),
    };
    *world
        .diagnosed
        .lock()
        .unwrap_or_else(PoisonError::into_inner) = Some(Diagnosed {
        request,
        view: diagnosis.clone(),
    });
    Ok(diagnosis)
}
