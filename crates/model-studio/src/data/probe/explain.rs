//! Why a key was refused, from what is known of it. The service says "invalid" for most of it: what it does not say is taken from
//! the key's kind, the host that was asked and the service's own list, and where these are silent the answer is that nobody knows.

use super::{AskedHost, RefusalKind};
use crate::key::KeyKind;
use crate::region::{Plan, RegionId};

/// What the service's list says of a key.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Listing {
    /// It was not asked, or could not be.
    #[default]
    NotAsked,
    /// It is there and enabled.
    Enabled,
    /// It is there and disabled.
    Disabled,
    /// It is there with another value: it was reset elsewhere.
    Replaced,
    /// It is not there.
    Missing,
}

/// What is known of a key that was refused.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct KnownKey {
    /// The region that it belongs to.
    pub region: Option<RegionId>,
    /// The plan that it belongs to.
    pub plan: Option<Plan>,
    /// What the service's list says.
    pub listing: Listing,
    /// Whether its allowlist takes the address that the request came from.
    pub address_allowed: Option<bool>,
    /// Whether the host that was asked is that of its workspace, or of none.
    pub workspace_fits: Option<bool>,
    /// Whether the program that was refused had a value at all: a variable may not be loaded, or be empty.
    pub loaded: Option<bool>,
}

/// Why a key was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// There was no value: the variable is empty or not loaded.
    NotLoaded,
    /// It belongs to a plan and was asked elsewhere, or the reverse.
    WrongPlan,
    /// It belongs to another region.
    WrongRegion {
        /// The region that it belongs to.
        region: RegionId,
    },
    /// It is disabled.
    Disabled,
    /// It is deleted.
    Deleted,
    /// It was reset: this is its old value.
    Replaced,
    /// Its allowlist does not take the address that the request came from.
    AddressNotAllowed,
    /// It belongs to another workspace than the host, or its owner is no member.
    WrongWorkspace,
    /// The list says that all is well: it may be so new that not every host knows it.
    NotYetKnown,
    /// It is not the key: the refusal says itself what it is about.
    NotTheKey,
    /// Nobody knows.
    Unknown,
}

/// Why a key of this kind was refused by this host with this refusal.
pub fn explain(kind: KeyKind, asked: AskedHost, refusal: RefusalKind, known: &KnownKey) -> Cause {
    if known.loaded == Some(false) {
        return Cause::NotLoaded;
    }
    if !refusal.is_about_key() {
        return Cause::NotTheKey;
    }
    if refusal == RefusalKind::PlanKeyElsewhere || !plan_fits(kind, asked, known.plan) {
        return Cause::WrongPlan;
    }
    if let (Some(region), Some(asked_region)) = (known.region, asked.region())
        && region != asked_region
    {
        return Cause::WrongRegion { region };
    }
    match known.listing {
        Listing::Disabled => return Cause::Disabled,
        Listing::Replaced => return Cause::Replaced,
        Listing::Missing => return Cause::Deleted,
        Listing::Enabled | Listing::NotAsked => {}
    }
    match refusal {
        RefusalKind::NotAMember
        | RefusalKind::WorkspaceDenied
        | RefusalKind::EndpointDenied
        | RefusalKind::WorkspaceUnknown => Cause::WrongWorkspace,
        // The code says no more than that the host does not know the key.
        RefusalKind::InvalidKey if known.workspace_fits == Some(false) => Cause::WrongWorkspace,
        // Which code an address outside the list is refused with is not documented.
        _ if known.address_allowed == Some(false) => Cause::AddressNotAllowed,
        RefusalKind::InvalidKey if known.listing == Listing::Enabled => Cause::NotYetKnown,
        _ => Cause::Unknown,
    }
}

/// Whether a key's plan and a host's go together, as far as both are known.
fn plan_fits(kind: KeyKind, asked: AskedHost, plan: Option<Plan>) -> bool {
    let of_a_plan = match kind {
        KeyKind::Plan => true,
        KeyKind::PayAsYouGo | KeyKind::Workspace => false,
        // A temporary key is of its parent's plan, which its form does not tell.
        KeyKind::Temporary | KeyKind::Unrecognised => return true,
    };
    match asked {
        AskedHost::Plan(host) => of_a_plan && plan.is_none_or(|plan| plan == host.plan),
        AskedHost::Shared(_) | AskedHost::Workspace(_) => !of_a_plan,
        AskedHost::ThisComputer | AskedHost::Own => true,
    }
}

#[cfg(test)]
#[path = "explain/tests.rs"]
mod tests;
