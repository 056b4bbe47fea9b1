//! What changes from one permission to another, in data that sentences can be made from.

use std::collections::HashSet;

use model_studio::allowlist::{Allowlist, difference};
use model_studio::control::wire::{Auth, AuthKind, ModelAccessScope};

use crate::addresses::allowlist_view::{anyone, counts};
use crate::typed;
use crate::wire::{AddressDifferenceView, LetInView, ModelDifferenceView, PermissionView};

/// Who a permission lets in; "All" lets everybody in. What cannot be read lets nobody in.
pub(crate) fn let_in(auth: &Auth) -> Allowlist {
    match auth.kind {
        AuthKind::All => ["0.0.0.0/0", "::/0"]
            .iter()
            .filter_map(|everybody| everybody.parse().ok())
            .collect(),
        AuthKind::Custom => listed(auth),
    }
}

/// The two say the same, in whatever order the service gives it.
pub(crate) fn same(one: &PermissionView, other: &PermissionView) -> bool {
    let set = |names: &[String]| names.iter().cloned().collect::<HashSet<String>>();
    match (one, other) {
        (PermissionView::All, PermissionView::All) => true,
        (
            PermissionView::Custom {
                access_ips: a,
                models: of_a,
                ..
            },
            PermissionView::Custom {
                access_ips: b,
                models: of_b,
                ..
            },
        ) => set(a) == set(b) && of_a.as_deref().map(set) == of_b.as_deref().map(set),
        _ => false,
    }
}

/// What happens to the addresses.
pub(crate) fn of_addresses(before: &Auth, after: &Auth) -> AddressDifferenceView {
    let entries = difference(&listed(before), &listed(after));
    let (was, is) = (let_in(before), let_in(after));
    let reach = difference(&was, &is);
    AddressDifferenceView {
        added: entries.added.iter().map(ToString::to_string).collect(),
        removed: entries.removed.iter().map(ToString::to_string).collect(),
        gained: counts(reach.gained),
        lost: counts(reach.lost),
        before: reached(before, &was),
        after: reached(after, &is),
    }
}

/// What happens to the models.
pub(crate) fn of_models(before: &Auth, after: &Auth) -> ModelDifferenceView {
    let (was, is) = (named(before), named(after));
    let only_in = |these: Option<&[String]>, those: Option<&[String]>| match (these, those) {
        (Some(these), Some(those)) => these
            .iter()
            .filter(|name| !those.contains(name))
            .cloned()
            .collect(),
        _ => Vec::new(),
    };
    ModelDifferenceView {
        added: only_in(is, was),
        removed: only_in(was, is),
        before: was.map(|names| typed::count(names.len())),
        after: is.map(|names| typed::count(names.len())),
    }
}

/// The entries of a list; "All" has none.
fn listed(auth: &Auth) -> Allowlist {
    if auth.kind == AuthKind::All {
        return Allowlist::default();
    }
    let readable = auth
        .access_ips
        .iter()
        .filter_map(|entry| entry.parse().ok());
    readable.collect()
}

fn reached(auth: &Auth, list: &Allowlist) -> LetInView {
    LetInView {
        anyone: anyone(list),
        entries: typed::count(listed(auth).len()),
        addresses: counts(list.count()),
    }
}

/// The models that are named; none where all may be called.
fn named(auth: &Auth) -> Option<&[String]> {
    let ModelAccessScope {
        allow_all_models,
        accessible_models,
    } = &auth.model_access_scope;
    (auth.kind == AuthKind::Custom && !allow_all_models).then_some(accessible_models)
}

#[cfg(test)]
mod tests;
