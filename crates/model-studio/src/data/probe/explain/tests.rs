use super::*;
use crate::region::{PLAN_HOSTS, PlanHost};

const BEIJING: AskedHost = AskedHost::Shared(RegionId::CnBeijing);

fn invalid(known: KnownKey) -> Cause {
    explain(KeyKind::Workspace, BEIJING, RefusalKind::InvalidKey, &known)
}

fn plan_host(plan: Plan) -> &'static PlanHost {
    PLAN_HOSTS.iter().find(|host| host.plan == plan).unwrap()
}

#[test]
fn the_list_says_what_the_refusal_does_not() {
    let known = |listing| KnownKey {
        region: Some(RegionId::CnBeijing),
        listing,
        ..KnownKey::default()
    };
    assert_eq!(invalid(known(Listing::Disabled)), Cause::Disabled);
    assert_eq!(invalid(known(Listing::Missing)), Cause::Deleted);
    assert_eq!(invalid(known(Listing::Replaced)), Cause::Replaced);
    assert_eq!(invalid(known(Listing::Enabled)), Cause::NotYetKnown);
    assert_eq!(invalid(known(Listing::NotAsked)), Cause::Unknown);
}

#[test]
fn another_region_comes_before_what_its_list_says() {
    let known = KnownKey {
        region: Some(RegionId::CnHongkong),
        listing: Listing::Enabled,
        ..KnownKey::default()
    };
    let region = RegionId::CnHongkong;
    assert_eq!(invalid(known), Cause::WrongRegion { region });
    // An endpoint of one's own may lead anywhere.
    let own = explain(
        KeyKind::Workspace,
        AskedHost::Own,
        RefusalKind::InvalidKey,
        &known,
    );
    assert_eq!(own, Cause::NotYetKnown);
}

#[test]
fn a_plans_key_goes_with_its_plans_hosts_only() {
    let coding = AskedHost::Plan(plan_host(Plan::Coding));
    let token = AskedHost::Plan(plan_host(Plan::Token));
    let nothing = KnownKey::default();
    let of = |plan| KnownKey {
        plan: Some(plan),
        ..nothing
    };
    let why = |kind, asked, known: &KnownKey| explain(kind, asked, RefusalKind::InvalidKey, known);
    assert_eq!(why(KeyKind::Plan, BEIJING, &nothing), Cause::WrongPlan);
    assert_eq!(why(KeyKind::Workspace, token, &nothing), Cause::WrongPlan);
    assert_eq!(why(KeyKind::PayAsYouGo, coding, &nothing), Cause::WrongPlan);
    assert_eq!(
        why(KeyKind::Plan, coding, &of(Plan::Token)),
        Cause::WrongPlan
    );
    assert_eq!(
        why(KeyKind::Plan, coding, &of(Plan::Coding)),
        Cause::Unknown
    );
    assert_eq!(why(KeyKind::Plan, coding, &nothing), Cause::Unknown);
    assert_eq!(why(KeyKind::Temporary, token, &nothing), Cause::Unknown);
    // The service says so itself.
    let said = explain(
        KeyKind::Plan,
        coding,
        RefusalKind::PlanKeyElsewhere,
        &nothing,
    );
    assert_eq!(said, Cause::WrongPlan);
}

#[test]
fn no_value_is_no_invalid_value() {
    let known = KnownKey {
        loaded: Some(false),
        listing: Listing::Disabled,
        ..KnownKey::default()
    };
    assert_eq!(invalid(known), Cause::NotLoaded);
}

#[test]
fn an_address_outside_the_list_is_told_whatever_the_code() {
    let known = KnownKey {
        address_allowed: Some(false),
        listing: Listing::Enabled,
        ..KnownKey::default()
    };
    for refusal in [RefusalKind::AccessDenied, RefusalKind::InvalidKey] {
        let cause = explain(KeyKind::Workspace, BEIJING, refusal, &known);
        assert_eq!(cause, Cause::AddressNotAllowed);
    }
    let allowed = KnownKey {
        address_allowed: Some(true),
        ..known
    };
    let cause = explain(
        KeyKind::Workspace,
        BEIJING,
        RefusalKind::AccessDenied,
        &allowed,
    );
    assert_eq!(cause, Cause::Unknown);
}

#[test]
fn a_key_at_the_host_of_another_workspace_is_not_taken_for_a_new_one() {
    for (workspace_fits, cause) in [
        (Some(false), Cause::WrongWorkspace),
        (Some(true), Cause::NotYetKnown),
        (None, Cause::NotYetKnown),
    ] {
        let known = KnownKey {
            workspace_fits,
            listing: Listing::Enabled,
            ..KnownKey::default()
        };
        assert_eq!(invalid(known), cause);
        let disabled = KnownKey {
            listing: Listing::Disabled,
            ..known
        };
        assert_eq!(invalid(disabled), Cause::Disabled);
    }
}

#[test]
fn workspaces_and_what_is_not_the_key() {
    let nothing = KnownKey::default();
    for refusal in [
        RefusalKind::EndpointDenied,
        RefusalKind::WorkspaceDenied,
        RefusalKind::NotAMember,
    ] {
        let cause = explain(KeyKind::Workspace, BEIJING, refusal, &nothing);
        assert_eq!(cause, Cause::WrongWorkspace);
    }
    for refusal in [
        RefusalKind::Arrears,
        RefusalKind::NotActivated,
        RefusalKind::Throttled,
        RefusalKind::ModelDenied,
        RefusalKind::ServiceFailed,
    ] {
        let cause = explain(KeyKind::Workspace, BEIJING, refusal, &nothing);
        assert_eq!(cause, Cause::NotTheKey, "{refusal:?}");
    }
}
