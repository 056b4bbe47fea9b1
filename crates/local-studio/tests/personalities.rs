//! A server for each region and for each of who may ask, as this project's own client sees it.

#![allow(clippy::unwrap_used, clippy::panic)] // In a test a panic is the verdict.

mod support;

use local_studio::{Faults, Identity, Personality};
use model_studio::control::wire::{Auth, AuthKind, IdentityKind};
use model_studio::control::{
    ControlError, CreateApiKey, CreateWorkspace, ListApiKeys, ListModels, UpdateApiKey,
};
use model_studio::region::{REGIONS, RegionId};
use support::{Running, start_as, start_in};

async fn in_region(region: RegionId) -> Running {
    start_as(Personality::of(region), Faults::default()).await
}

fn code<T: std::fmt::Debug>(outcome: Result<T, ControlError>) -> String {
    match outcome.unwrap_err() {
        ControlError::Platform(error) => error.code,
        other => panic!("the platform refuses with a code: {other}"),
    }
}

fn workspace(service_site: Option<&str>) -> CreateWorkspace {
    CreateWorkspace {
        name: "研发".to_owned(),
        service_site: service_site.map(str::to_owned),
    }
}

fn custom() -> CreateApiKey {
    CreateApiKey {
        auth: Some(Auth {
            kind: AuthKind::Custom,
            ..Auth::default()
        }),
        ..CreateApiKey::default()
    }
}

#[tokio::test]
async fn every_region_names_itself_and_runs_models_where_it_may() {
    for region in &REGIONS {
        let running = in_region(region.id).await;
        let client = running.client();
        let default = client.all_workspaces().await.unwrap().remove(0);
        assert_eq!(default.region, region.id.as_str());
        assert_eq!(default.api_host, format!("http://{}", running.address));
        let other = client.create_workspace(&workspace(Some("mars"))).await;
        assert_eq!(code(other), "InvalidParameter.serviceSite", "{}", region.id);
        let named = client
            .create_workspace(&workspace(Some(&default.service_site)))
            .await;
        let fixed = matches!(region.id, RegionId::CnBeijing | RegionId::ApSoutheast1);
        assert_eq!(named.is_err(), fixed, "{}", region.id);
        running.stop().await;
    }
}

#[tokio::test]
async fn a_workspace_runs_where_it_was_told_to() {
    let running = in_region(RegionId::EuCentral1).await;
    let client = running.client();
    let wanted = workspace(Some("european-union"));
    let made = client.create_workspace(&wanted).await.unwrap();
    assert_eq!(made.service_site, "european-union");
    let listed = client.all_workspaces().await.unwrap();
    let sites: Vec<&str> = listed.iter().map(|one| one.service_site.as_str()).collect();
    assert_eq!(sites, ["global", "european-union"]);
    for _ in 0..8 {
        client.create_workspace(&workspace(None)).await.unwrap();
    }
    let eleventh = client.create_workspace(&workspace(None)).await;
    assert_eq!(code(eleventh), "QuotaExceeded.Workspace");
    running.stop().await;
}

#[tokio::test]
async fn virginia_limits_owners_and_takes_no_custom_no_switch_no_reset() {
    let running = in_region(RegionId::UsEast1).await;
    let client = running.client();
    assert_eq!(
        code(client.create_api_key(&custom()).await),
        "UnsupportedOperation"
    );
    let made = client
        .create_api_key(&CreateApiKey::default())
        .await
        .unwrap();
    let id = made.api_key_id;
    let change = UpdateApiKey {
        auth: custom().auth,
        description: None,
    };
    assert_eq!(
        code(client.update_api_key(id, &change).await),
        "UnsupportedOperation"
    );
    assert_eq!(
        code(client.disable_api_key(id).await),
        "UnsupportedOperation"
    );
    assert_eq!(
        code(client.enable_api_key(id).await),
        "UnsupportedOperation"
    );
    assert_eq!(code(client.reset_api_key(id).await), "UnsupportedOperation");
    let mut owned = 1;
    let refused = loop {
        match client.create_api_key(&CreateApiKey::default()).await {
            Ok(_) => owned += 1,
            refused => break refused,
        }
    };
    assert_eq!(
        (owned, code(refused).as_str()),
        (20, "QuotaExceeded.ApiKey")
    );

    // Another owner has a quota of its own.
    let folder = running.stop().await;
    let user = Identity::ram_user([]).unwrap();
    let personality = Personality::of(RegionId::UsEast1).with_identity(user);
    let running = start_in(folder, personality, Faults::default()).await;
    let mine = running
        .client()
        .create_api_key(&CreateApiKey::default())
        .await
        .unwrap();
    let owner = running
        .client()
        .get_api_key(mine.api_key_id)
        .await
        .unwrap()
        .created_by;
    assert_ne!(owner, made.created_by);
    running.stop().await;
}

#[tokio::test]
async fn a_ram_user_sees_and_touches_its_own_keys_alone() {
    let main = in_region(RegionId::CnBeijing).await;
    let of_main = main
        .client()
        .create_api_key(&CreateApiKey::default())
        .await
        .unwrap();
    let folder = main.stop().await;
    let user = Identity::ram_user(["CreateWorkspace".to_owned()]).unwrap();
    let personality = Personality::of(RegionId::CnBeijing).with_identity(user);
    let running = start_in(folder, personality, Faults::default()).await;
    let client = running.client();
    let own = client
        .create_api_key(&CreateApiKey::default())
        .await
        .unwrap();
    let listed = client.list_api_keys(&ListApiKeys::default()).await.unwrap();
    let ids: Vec<i64> = listed.items.iter().map(|key| key.api_key_id).collect();
    assert_eq!((ids, listed.total_count), (vec![own.api_key_id], 1));
    let id = of_main.api_key_id;
    assert_eq!(code(client.get_api_key(id).await), "ApiKeyNotFound");
    assert_eq!(code(client.reset_api_key(id).await), "ApiKeyNotFound");
    assert_eq!(code(client.disable_api_key(id).await), "ApiKeyNotFound");
    assert_eq!(code(client.delete_api_key(id).await), "ApiKeyNotFound");
    client.delete_api_key(own.api_key_id).await.unwrap();

    let refused = client.create_workspace(&workspace(None)).await.unwrap_err();
    let ControlError::Platform(error) = refused else {
        panic!("{refused}")
    };
    assert_eq!(
        (error.code.as_str(), error.http_status),
        ("NoPermission", 403)
    );
    let missing = error.missing_action();
    assert_eq!(missing.as_deref(), Some("modelstudio:CreateWorkspace"));
    running.stop().await;
}

#[tokio::test]
async fn the_token_service_tells_who_asks() {
    let main = in_region(RegionId::CnHongkong).await;
    let caller = main.identity().get_caller_identity().await.unwrap();
    assert_eq!(caller.kind(), IdentityKind::Account);
    assert!(caller.arn.ends_with(":root") && caller.user_id == caller.account_id);
    main.stop().await;
    let personality = Personality::default().with_identity(Identity::ram_user([]).unwrap());
    let user = start_as(personality, Faults::default()).await;
    let caller = user.identity().get_caller_identity().await.unwrap();
    assert_eq!(caller.kind(), IdentityKind::RamUser);
    assert!(caller.arn.contains(":user/") && caller.user_id != caller.account_id);
    assert!(!caller.request_id.is_empty());
    user.stop().await;
}

#[tokio::test]
async fn quota_pages_and_hosts_are_what_they_are_told_to_be() {
    let personality = Personality::of(RegionId::ApSoutheast1)
        .with_key_quota(2)
        .with_max_results(3)
        .with_api_host("{WorkspaceId}.ap-southeast-1.maas.aliyuncs.com".to_owned());
    let running = start_as(personality, Faults::default()).await;
    let client = running.client();
    client
        .create_api_key(&CreateApiKey::default())
        .await
        .unwrap();
    client.create_api_key(&custom()).await.unwrap();
    let third = client.create_api_key(&CreateApiKey::default()).await;
    assert_eq!(code(third), "QuotaExceeded.ApiKey");
    let large = ListModels {
        max_results: Some(4),
        ..ListModels::default()
    };
    assert_eq!(
        code(client.list_models(&large).await),
        "InvalidParameter.maxResults"
    );
    let first = client.list_models(&ListModels::default()).await.unwrap();
    assert_eq!((first.items.len(), first.max_results), (3, 3));
    let default = client.all_workspaces().await.unwrap().remove(0);
    let host = format!("{}.ap-southeast-1.maas.aliyuncs.com", running.workspace_id);
    assert_eq!(default.api_host, host);
    running.stop().await;
}

#[tokio::test]
async fn prices_are_in_the_currency_of_the_region() {
    let mut prices = Vec::new();
    for region in [RegionId::CnBeijing, RegionId::ApSoutheast1] {
        let running = in_region(region).await;
        let models = running
            .client()
            .all_models(&ListModels::default())
            .await
            .unwrap();
        prices.push(models[0].prices[0].prices[0].price.clone());
        running.stop().await;
    }
    assert_eq!(prices, ["0.15", "0.05"]);
}
