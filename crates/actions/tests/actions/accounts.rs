//! An account is added only with an AccessKey that the service accepts; its secret rests in the keyring and nowhere else,
//! and goes when the account does.

use std::sync::Arc;
use std::time::Duration;

use actions::failure::CredentialProblemView;
use actions::wire::{AddAccountRequest, IdentityKindView, RegionStateView};
use actions::{Failure, add_account, app, check_account, list_keys};
use jiff::Timestamp;
use local_studio::{Faults, Identity, Personality};
use model_studio::clock::Clock;
use model_studio::region::RegionId;
use vault::StoreState;

use crate::clouds::{
    Cloud, ID, SECRET, account, holding, place, region, typed, world_by, world_with,
};
use crate::home::Home;

/// Adds in vain, and sees that nothing is left.
pub(crate) async fn refused(home: &Home, request: AddAccountRequest) -> Failure {
    let world = home.world();
    let failure = add_account(&world, request).await.unwrap_err();
    assert!(app(&world).await.unwrap().accounts.is_empty());
    let names = home.keyring.names();
    assert!(
        names
            .iter()
            .all(|name| !name.as_str().starts_with("account/")),
        "{names:?}"
    );
    failure
}

#[tokio::test]
async fn an_account_is_added_and_says_who_it_is() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    let (world, added) = world_with(&home, &[&beijing]).await;
    assert_eq!(
        (added.name.as_str(), added.access_key_id.as_str()),
        ("Work", ID)
    );
    let identity = added.identity.clone().unwrap();
    assert_eq!(identity.kind, IdentityKindView::MainAccount);

    let shown = region(&world, RegionId::CnBeijing).await;
    assert_eq!(shown.id, place(&beijing, &added));
    assert_eq!(shown.state, RegionStateView::Ready);
    assert_eq!(
        shown.control_endpoint.as_deref(),
        Some(beijing.origin.as_str())
    );
    assert!(shown.own_endpoint);
    let tokyo = region(&world, RegionId::ApNortheast1).await;
    assert_eq!(
        tokyo.control_endpoint.as_deref(),
        Some("https://modelstudio.ap-northeast-1.aliyuncs.com")
    );
    assert!(!tokyo.own_endpoint);

    let secret = format!("account/{}/secret", added.id);
    assert!(
        home.keyring
            .names()
            .iter()
            .any(|name| name.as_str() == secret)
    );
    assert_eq!(
        holding(home.folder.path(), SECRET),
        Vec::<std::path::PathBuf>::new()
    );
    let checked = check_account(&world, &added.id).await.unwrap();
    assert_eq!(checked.account.identity, Some(identity));
}

#[tokio::test]
async fn without_an_account_the_regions_say_so() {
    let home = Home::new().await;
    let shown = region(&home.world(), RegionId::EuCentral1).await;
    assert_eq!((shown.id.as_str(), shown.account), ("eu-central-1", None));
    assert_eq!(shown.state, RegionStateView::NeedsAccount);
    assert_eq!(shown.service_sites, ["global", "european-union"]);
}

#[tokio::test]
async fn what_cannot_be_an_access_key_is_not_sent() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    for (id, secret, problem) in [
        ("", SECRET, CredentialProblemView::IdEmpty),
        (ID, "", CredentialProblemView::SecretEmpty),
        (SECRET, ID, CredentialProblemView::Swapped),
        ("LTAI5t****", SECRET, CredentialProblemView::Masked),
        (ID, "short", CredentialProblemView::SecretShape),
        (
            "STS.NUgYrLnoC37mZZCNnAbez",
            SECRET,
            CredentialProblemView::TokenMissing,
        ),
        (
            "sk-0123456789abcdef0123456789abcdef",
            SECRET,
            CredentialProblemView::ApiKey,
        ),
    ] {
        let request = AddAccountRequest {
            credentials: typed(id, secret),
            ..account("Work", &[&beijing])
        };
        assert_eq!(
            refused(&home, request).await,
            Failure::CredentialsInvalid { problem }
        );
    }
}

#[tokio::test]
async fn what_the_service_refuses_leaves_nothing() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    let wrong_secret = AddAccountRequest {
        credentials: typed(ID, "anotherSecretOf30Characters000"),
        ..account("Work", &[&beijing])
    };
    assert!(matches!(
        refused(&home, wrong_secret).await,
        Failure::AccessKeySecretWrong { .. }
    ));
    let unknown = AddAccountRequest {
        credentials: typed("LTAI5tNobodyKnowsThisOne0", SECRET),
        ..account("Work", &[&beijing])
    };
    assert!(matches!(
        refused(&home, unknown).await,
        Failure::AccessKeyUnknown { .. }
    ));
    for (code, is_told) in [
        (
            "InvalidAccessKeyId.Inactive",
            is_inactive as fn(&Failure) -> bool,
        ),
        ("InvalidTimeStamp.Expired", is_clock),
        ("InvalidSecurityToken.Expired", is_expired),
    ] {
        let faults = Faults {
            failures: vec![local_studio::Failure::of("GetCallerIdentity", code).unwrap()],
            ..Faults::default()
        };
        let cloud = Cloud::faulty(RegionId::CnBeijing, faults).await;
        let failure = refused(&home, account("Work", &[&cloud])).await;
        assert!(is_told(&failure), "{code}: {failure:?}");
    }
}

fn is_inactive(failure: &Failure) -> bool {
    matches!(failure, Failure::AccessKeyInactive { .. })
}

fn is_clock(failure: &Failure) -> bool {
    matches!(failure, Failure::ClockWrong { .. })
}

fn is_expired(failure: &Failure) -> bool {
    matches!(failure, Failure::CredentialsExpired { .. })
}

#[tokio::test]
async fn what_cannot_be_reached_leaves_nothing() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    let away = AddAccountRequest {
        sts_endpoint: Some("http://127.0.0.1:1".to_owned()),
        ..account("Work", &[&beijing])
    };
    assert!(matches!(
        refused(&home, away).await,
        Failure::Unreachable { .. }
    ));
    let portal = Faults {
        html: true,
        ..Faults::default()
    };
    let portal = Cloud::faulty(RegionId::CnBeijing, portal).await;
    assert!(matches!(
        refused(&home, account("Work", &[&portal])).await,
        Failure::SignInPage { .. }
    ));
    for (field, request) in [
        (
            "sts",
            AddAccountRequest {
                sts_endpoint: Some("http://sts.example.com".to_owned()),
                ..account("Work", &[&beijing])
            },
        ),
        (
            "ca",
            AddAccountRequest {
                ca_file: Some(home.path(".bashrc").display().to_string()),
                ..account("Work", &[&beijing])
            },
        ),
        (
            "ca",
            AddAccountRequest {
                ca_file: Some("/nowhere.pem".to_owned()),
                ..account("Work", &[&beijing])
            },
        ),
    ] {
        let failure = refused(&home, request).await;
        assert!(
            matches!(
                (field, &failure),
                ("sts", Failure::EndpointInvalid { .. }) | ("ca", Failure::CaFileUnusable { .. })
            ),
            "{failure:?}"
        );
    }
}

/// A clock that goes wrong by so much.
struct Off(Duration);

impl Clock for Off {
    fn now(&self) -> Timestamp {
        Timestamp::now() - self.0
    }
}

#[tokio::test]
async fn a_clock_twenty_minutes_off_is_named() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    let world = world_by(&home, Arc::new(Off(Duration::from_secs(20 * 60))));
    let failure = add_account(&world, account("Work", &[&beijing]))
        .await
        .unwrap_err();
    assert!(is_clock(&failure), "{failure:?}");
}

#[tokio::test]
async fn a_locked_keyring_stops_it_before_anybody_is_asked() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    home.keyring.set_state(StoreState::Locked);
    let world = home.world();
    let failure = add_account(&world, account("Work", &[&beijing]))
        .await
        .unwrap_err();
    assert_eq!(failure, Failure::SecretStoreLocked);
    assert!(app(&world).await.unwrap().accounts.is_empty());
}

#[tokio::test]
async fn a_ram_user_is_told_which_right_it_lacks() {
    let home = Home::new().await;
    let user = Identity::ram_user(["ListApiKeys".to_owned()]).unwrap();
    let personality = Personality::of(RegionId::CnBeijing).with_identity(user);
    let beijing = Cloud::with(RegionId::CnBeijing, personality, Faults::default()).await;
    let (world, added) = world_with(&home, &[&beijing]).await;
    let identity = added.identity.clone().unwrap();
    assert!(
        matches!(&identity.kind, IdentityKindView::RamUser { name } if !name.is_empty()),
        "{identity:?}"
    );
    let failure = list_keys(&world, &place(&beijing, &added))
        .await
        .unwrap_err();
    assert!(
        matches!(&failure, Failure::PermissionMissing { action, .. } if action == "modelstudio:ListApiKeys"),
        "{failure:?}"
    );
}

#[tokio::test]
async fn an_account_without_a_name_gets_one() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    let world = home.world();
    let first = add_account(&world, account(" ", &[&beijing]))
        .await
        .unwrap();
    let second = add_account(&world, account("", &[&beijing])).await.unwrap();
    assert_eq!(second.name, format!("{} 2", first.name));
    assert_ne!(first.id, second.id);
    let taken = add_account(&world, account(&first.name, &[&beijing])).await;
    assert!(matches!(taken, Err(Failure::AccountNameTaken { .. })));
}
