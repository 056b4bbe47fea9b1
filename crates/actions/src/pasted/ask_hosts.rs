//! Asking where a pasted key is accepted, after the user agreed.

use std::sync::Arc;
use std::time::Instant;

use model_studio::data::probe::{AskedHost, Cause, KnownKey, Probed, explain, probe};
use model_studio::key::KeySecret;
use tokio::task::JoinSet;

use crate::failure::{Failure, RefusalCauseView, about_use};
use crate::keys::refusal_cause;
use crate::pasted::certificates_for;
use crate::places::origin;
use crate::typed;
use crate::wire::{AskHostsRequest, AskWorkspaceRequest, HostAnswerView, PlanView};
use crate::world::{PastedKey, World};

/// A host to ask.
#[derive(Clone, PartialEq, Eq)]
struct Host {
    region: String,
    origin: String,
    plan: PlanView,
}

/// What one said.
struct Answer {
    host: Host,
    probed: Probed,
    millis: u32,
}

/// Asks each host that the user was shown once, side by side, and those of the workspaces that the user named. No other host is
/// sent the key. Call it only after the user agreed.
///
/// # Errors
/// [`Failure::PastedGone`], [`Failure::WorkspaceNotFound`] for what cannot be the name of a workspace. What a host says, and that
/// one cannot be reached, is in the answers.
pub async fn ask_hosts(
    world: &Arc<World>,
    request: &AskHostsRequest,
) -> Result<Vec<HostAnswerView>, Failure> {
    let pasted = world.pasted.get(&request.id, world.now());
    let pasted = pasted.ok_or(Failure::PastedGone)?;
    let hosts = hosts(&pasted, &request.workspaces)?;
    let mut asked = JoinSet::new();
    for (position, host) in hosts.into_iter().enumerate() {
        let ca_file = certificates_for(world, &host.origin).await?;
        let http = world.http(&host.origin, ca_file.as_deref()).await?;
        let value = pasted.value.clone();
        asked.spawn(async move {
            let started = Instant::now();
            let probed = probe(&http, &host.origin, &value).await;
            let millis = typed::millis(started);
            (
                position,
                Answer {
                    host,
                    probed,
                    millis,
                },
            )
        });
    }
    let mut answers = asked.join_all().await;
    answers.sort_by_key(|(position, _)| *position);
    let answers: Vec<Answer> = answers.into_iter().map(|(_, answer)| answer).collect();
    let accepted: Vec<Host> = answers
        .iter()
        .filter(|answer| matches!(answer.probed, Probed::Accepted { .. }))
        .map(|answer| answer.host.clone())
        .collect();
    Ok(answers
        .into_iter()
        .map(|answer| view(answer, &accepted, &pasted.value))
        .collect())
}

/// Each host once.
fn hosts(pasted: &PastedKey, workspaces: &[AskWorkspaceRequest]) -> Result<Vec<Host>, Failure> {
    let mut hosts: Vec<Host> = Vec::new();
    let mut add = |host: Host| {
        if hosts.iter().all(|known| known.origin != host.origin) {
            hosts.push(host);
        }
    };
    for candidate in &pasted.candidates {
        if let Some(origin) = &candidate.origin {
            add(Host {
                region: candidate.region.clone(),
                origin: origin.clone(),
                plan: candidate.plan,
            });
        }
    }
    for asked in workspaces {
        let unknown = || Failure::WorkspaceNotFound {
            // A key may have been pasted in its place.
            workspace_id: model_studio::key::shown(&asked.workspace_id),
        };
        // The hosts of a region's workspaces take no keys of another kind than the region's own.
        let candidate = pasted.candidates.iter().find(|candidate| {
            candidate.region == asked.region && candidate.plan == PlanView::PayAsYouGo
        });
        let region = typed::region(&candidate.ok_or_else(unknown)?.region)?;
        let host = region.workspace_host_of(asked.workspace_id.trim());
        let origin = host.as_deref().and_then(origin::of_host);
        add(Host {
            region: asked.region.clone(),
            origin: origin.ok_or_else(unknown)?,
            plan: PlanView::PayAsYouGo,
        });
    }
    Ok(hosts)
}

fn view(answer: Answer, accepted: &[Host], value: &KeySecret) -> HostAnswerView {
    let Answer {
        host,
        probed,
        millis,
    } = answer;
    let (models, failure) = match probed {
        Probed::Accepted { models } => (Some(typed::count(models.len())), None),
        Probed::Refused { kind, error } => {
            let asked = AskedHost::of(&host.origin);
            let cause = match explain(value.kind(), asked, kind, &KnownKey::default()) {
                Cause::Unknown if kind.is_about_key() => elsewhere(&host, accepted),
                cause => refusal_cause::view(cause, String::new()),
            };
            (None, Some(about_use(error, cause)))
        }
        Probed::NoAnswer(error) => (None, Some(about_use(error, RefusalCauseView::Unknown))),
    };
    HostAnswerView {
        region: host.region,
        origin: host.origin,
        plan: host.plan,
        models,
        failure,
        millis,
    }
}

/// What a refusal means that another host's answer explains.
fn elsewhere(refused: &Host, accepted: &[Host]) -> RefusalCauseView {
    match accepted {
        [] => RefusalCauseView::Unknown,
        [one, ..] if one.plan != refused.plan => RefusalCauseView::WrongPlan,
        [one, ..] if accepted.iter().all(|host| host.region != refused.region) => {
            RefusalCauseView::WrongRegion {
                region: one.region.clone(),
            }
        }
        _ => RefusalCauseView::Unknown,
    }
}
