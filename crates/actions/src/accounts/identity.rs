//! Who an account is, in words that the window has: read from what the Security Token Service said.

use model_studio::control::wire::{CallerIdentity, IdentityKind};
use vault::Principal;

use crate::wire::{IdentityKindView, IdentityView};

/// What an identity is.
pub(crate) enum Kind {
    /// The main account.
    MainAccount,
    /// A RAM user, with its name.
    RamUser(String),
    /// A role, with the names of the role and of the session.
    AssumedRole(String),
    /// What this program does not know, with the service's word for it.
    Other(String),
}

/// What an identity is, by the service's word and by its resource name.
pub(crate) fn kind(principal: &Principal) -> Kind {
    let asked = CallerIdentity {
        identity_type: principal.identity_type.clone(),
        ..CallerIdentity::default()
    };
    // `acs:ram::1000:user/deploy`, `acs:ram::1000:assumed-role/reader/laptop`.
    let name = principal
        .arn
        .split_once('/')
        .map_or(String::new(), |(_, name)| name.to_owned());
    match asked.kind() {
        IdentityKind::Account => Kind::MainAccount,
        IdentityKind::RamUser => Kind::RamUser(name),
        IdentityKind::AssumedRole => Kind::AssumedRole(name),
        IdentityKind::Unrecognised => Kind::Other(principal.identity_type.clone()),
    }
}

/// What the catalog keeps of the service's answer.
pub(crate) fn principal(caller: CallerIdentity) -> Principal {
    let user_id = if caller.user_id.is_empty() {
        caller.principal_id
    } else {
        caller.user_id
    };
    Principal {
        account_uid: caller.account_id,
        user_id,
        arn: caller.arn,
        identity_type: caller.identity_type,
    }
}

/// As the window shows it.
pub(crate) fn view(principal: &Principal) -> IdentityView {
    IdentityView {
        account_uid: principal.account_uid.clone(),
        user_id: principal.user_id.clone(),
        arn: principal.arn.clone(),
        kind: match kind(principal) {
            Kind::MainAccount => IdentityKindView::MainAccount,
            Kind::RamUser(name) => IdentityKindView::RamUser { name },
            Kind::AssumedRole(name) => IdentityKindView::AssumedRole { name },
            Kind::Other(name) => IdentityKindView::Other { name },
        },
    }
}
