//! A permission as it was typed, in the service's form; and the service's, as the window is shown it.

use std::collections::HashSet;

use model_studio::allowlist::{AddressProblem, Allowlist, MAX_ENTRIES, Suitability, paste};
use model_studio::control::wire::{Auth, AuthKind, ModelAccessScope};
use model_studio::region::{Region, RegionId, Support};

use super::count;
use crate::addresses::problem::unsuitable;
use crate::failure::Failure;
use crate::wire::{PermissionRequest, PermissionView};

/// The permission to create a key with; none for "All", which is the service's own.
pub(crate) fn permission(
    region: &Region,
    request: &PermissionRequest,
) -> Result<Option<Auth>, Failure> {
    let auth = auth(region, request)?;
    Ok((auth.kind == AuthKind::Custom).then_some(auth))
}

/// The permission whole, as an update sends it.
pub(crate) fn auth(region: &Region, request: &PermissionRequest) -> Result<Auth, Failure> {
    let auth = match request {
        PermissionRequest::All => Auth::default(),
        PermissionRequest::Custom { addresses, models } => Auth {
            kind: AuthKind::Custom,
            access_ips: allowlist(region, addresses)?.entries(),
            model_access_scope: scope(models.as_deref())?,
        },
        PermissionRequest::Restore { permission } => restored(permission),
    };
    if auth.kind == AuthKind::Custom && region.capabilities.custom_permission == Support::No {
        return Err(Failure::RegionCannot {
            region: region.id.as_str().to_owned(),
        });
    }
    Ok(auth)
}

/// The service's permission as the window is shown it.
pub(crate) fn shown(auth: &Auth) -> PermissionView {
    if auth.kind == AuthKind::All {
        return PermissionView::All;
    }
    PermissionView::Custom {
        any_address: Allowlist::from_entries(&auth.access_ips).is_ok_and(|list| list.is_anyone()),
        access_ips: auth.access_ips.clone(),
        models: (!auth.model_access_scope.allow_all_models)
            .then(|| auth.model_access_scope.accessible_models.clone()),
    }
}

/// What the service had is sent back as it was: it took it once, and reading it anew could change it.
fn restored(permission: &PermissionView) -> Auth {
    match permission {
        PermissionView::All => Auth::default(),
        PermissionView::Custom {
            access_ips, models, ..
        } => Auth {
            kind: AuthKind::Custom,
            access_ips: access_ips.clone(),
            model_access_scope: ModelAccessScope {
                allow_all_models: models.is_none(),
                accessible_models: models.clone().unwrap_or_default(),
            },
        },
    }
}

/// A list that can be saved: read to the end, not empty, not too long, and of use in the region.
fn allowlist(region: &Region, text: &str) -> Result<Allowlist, Failure> {
    let pasted = paste(text);
    if let Some(refused) = pasted.problems.first() {
        let (line, text) = (refused.line, refused.text.clone());
        return Err(match &refused.problem {
            AddressProblem::HostBits { block, .. } => Failure::AddressHasHostBits {
                line,
                text,
                block: block.clone(),
            },
            _ => Failure::AddressInvalid { line, text },
        });
    }
    for typed in &pasted.entries {
        for entry in typed.reading.entries() {
            if let Suitability::Refused(why) = Suitability::of(entry, region) {
                return Err(Failure::AddressUnsuitable {
                    line: typed.line,
                    text: typed.text.clone(),
                    problem: unsuitable(why),
                });
            }
        }
    }
    let list = pasted.allowlist();
    if list.is_empty() {
        return Err(Failure::AllowlistEmpty);
    }
    if list.len() > MAX_ENTRIES {
        return Err(Failure::AllowlistTooLong {
            count: count(list.len()),
            limit: count(MAX_ENTRIES),
        });
    }
    Ok(list)
}

/// The addresses of a group: any that some region can use, and no more than one list takes.
pub(crate) fn group_entries(text: &str) -> Result<Vec<String>, Failure> {
    allowlist(RegionId::ThisComputer.region(), text).map(|list| list.entries())
}

/// All models, or those that are named: each once, and at least one.
fn scope(models: Option<&[String]>) -> Result<ModelAccessScope, Failure> {
    let Some(models) = models else {
        return Ok(ModelAccessScope::default());
    };
    let mut seen = HashSet::new();
    let accessible_models: Vec<String> = models
        .iter()
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty() && seen.insert(name.clone()))
        .collect();
    if accessible_models.is_empty() {
        return Err(Failure::ModelsEmpty);
    }
    Ok(ModelAccessScope {
        allow_all_models: false,
        accessible_models,
    })
}

#[cfg(test)]
mod tests;
