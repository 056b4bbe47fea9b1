//! Keys that exist already: told by their shape, asked for where the user agreed and nowhere else, kept, and matched to their
//! entries.

use std::collections::HashMap;
use std::sync::Arc;

use actions::failure::{PastedProblemView, RefusalCauseView};
use actions::wire::{
    AskHostsRequest, AskWorkspaceRequest, CreateKeyRequest, KeepPastedRequest, KeptView,
    PastedKeyView, PastedKindView, PlanView,
};
use actions::{
    Failure, World, WorldParts, add_account, ask_hosts, check_key, create_key, forget_pasted,
    keep_pasted, list_keys, recognize_key, reveal_key,
};
use model_studio::region::RegionId;
use vault::Secrets;

use crate::clouds::{Cloud, account, place};
use crate::home::{HERE, Home, key_for, parts};

/// A world in which servers on loopback stand for the shared hosts of regions, and nothing else can be reached.
pub(crate) fn world_among(home: &Home, clouds: &[&Cloud]) -> Arc<World> {
    let secrets = Secrets::start(home.keyring.clone(), home.path("secrets.age"));
    let clipboard = Arc::clone(&home.clipboard);
    let nowhere = "http://127.0.0.1:1".to_owned();
    let mut shared_hosts: HashMap<RegionId, String> = [
        RegionId::CnBeijing,
        RegionId::ApSoutheast1,
        RegionId::CnHongkong,
        RegionId::UsEast1,
    ]
    .map(|region| (region, nowhere.clone()))
    .into();
    shared_hosts.extend(
        clouds
            .iter()
            .map(|cloud| (cloud.region, cloud.origin.clone())),
    );
    let parts = parts(
        home.folder.path(),
        secrets,
        &home.server,
        clipboard,
        Arc::new(()),
    );
    Arc::new(World::new(WorldParts {
        shared_hosts,
        ..parts
    }))
}

/// A key that somebody made elsewhere in a region: its value and its id.
pub(crate) async fn made_elsewhere(cloud: &Cloud, description: &str) -> (String, String) {
    let home = Home::new().await;
    let world = home.world();
    let added = add_account(&world, account("Elsewhere", &[cloud]))
        .await
        .unwrap();
    let request = CreateKeyRequest {
        region: place(cloud, &added),
        ..key_for(description)
    };
    let key = create_key(&world, request).await.unwrap().key.key;
    let value = reveal_key(&world, &key).await.unwrap().value;
    (value, key.api_key_id)
}

pub(crate) async fn recognized(world: &Arc<World>, value: &str) -> PastedKeyView {
    recognize_key(world, value.into()).await.unwrap()
}

fn asking(pasted: &PastedKeyView) -> AskHostsRequest {
    AskHostsRequest {
        id: pasted.id.clone(),
        workspaces: Vec::new(),
    }
}

pub(crate) fn keeping(
    pasted: &PastedKeyView,
    region: &str,
    origin: Option<&str>,
) -> KeepPastedRequest {
    KeepPastedRequest {
        id: pasted.id.clone(),
        region: region.to_owned(),
        origin: origin.map(str::to_owned),
        description: "from a colleague".to_owned(),
        api_key_id: None,
        plan: PlanView::PayAsYouGo,
    }
}

#[tokio::test]
async fn the_region_is_found_by_asking_each_host_once() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    let singapore = Cloud::of(RegionId::ApSoutheast1).await;
    let (value, _) = made_elsewhere(&singapore, "mine").await;
    let world = world_among(&home, &[&beijing, &singapore]);
    let pasted = recognized(&world, &format!("  {value}\n")).await;
    assert_eq!(pasted.masked, model_studio::key::mask(&value));
    let answers = ask_hosts(&world, &asking(&pasted)).await.unwrap();
    let of = |region: RegionId| {
        answers
            .iter()
            .find(|answer| answer.region == region.as_str())
            .unwrap()
    };
    assert!(
        of(RegionId::ApSoutheast1)
            .models
            .is_some_and(|models| models > 0)
    );
    assert!(
        matches!(
            &of(RegionId::CnBeijing).failure,
            Some(Failure::KeyRefused {
                cause: RefusalCauseView::WrongRegion { region },
                ..
            }) if region == "ap-southeast-1"
        ),
        "{:?}",
        of(RegionId::CnBeijing).failure
    );
    assert!(matches!(
        of(RegionId::CnHongkong).failure,
        Some(Failure::Unreachable { .. })
    ));
    let origins: std::collections::HashSet<_> =
        answers.iter().map(|answer| &answer.origin).collect();
    assert_eq!(origins.len(), answers.len(), "each host once");
    assert!(!format!("{pasted:?}{answers:?}").contains(&value));
}

#[tokio::test]
async fn every_region_is_a_candidate_and_two_ask_for_a_workspace() {
    let home = Home::new().await;
    let beijing = Cloud::of(RegionId::CnBeijing).await;
    let world = world_among(&home, &[&beijing]);
    let pasted = recognized(&world, "sk-0123456789abcdef0123456789abcdef").await;
    assert_eq!(pasted.kind, PastedKindView::Old);
    assert_eq!(pasted.candidates.len(), 6);
    let needs_a_workspace: Vec<&str> = pasted
        .candidates
        .iter()
        .filter(|candidate| candidate.origin.is_none())
        .map(|candidate| candidate.region.as_str())
        .collect();
    assert_eq!(needs_a_workspace, ["ap-northeast-1", "eu-central-1"]);

    let refused = keep_pasted(&world, &keeping(&pasted, HERE, None)).await;
    assert!(
        matches!(refused, Err(Failure::HostUnknown)),
        "no key of This computer"
    );
    let new = "sk-ws-H.ABCDEFG.ab12.MEUCIQDxyz0123456789_-abcdefghijk";
    let pasted = recognized(&world, new).await;
    assert_eq!(pasted.kind, PastedKindView::New);
    assert_eq!(pasted.candidates.len(), 5, "Virginia has none of them");
}

#[tokio::test]
async fn a_workspace_is_asked_only_where_its_host_can_be_named() {
    let home = Home::new().await;
    let world = world_among(&home, &[]);
    let pasted = recognized(&world, "sk-0123456789abcdef0123456789abcdef").await;
    for (region, workspace_id) in [
        ("ap-northeast-1", "evil.example/"),
        ("ap-northeast-1", ""),
        ("cn-nowhere", "ws-1"),
        // The key in the box of the workspace: a host's name is asked for in the clear.
        ("ap-northeast-1", "sk-0123456789abcdef0123456789abcdef"),
    ] {
        let request = AskHostsRequest {
            workspaces: vec![AskWorkspaceRequest {
                region: region.to_owned(),
                workspace_id: workspace_id.to_owned(),
            }],
            ..asking(&pasted)
        };
        let refused = ask_hosts(&world, &request).await.unwrap_err();
        assert!(
            matches!(&refused, Failure::WorkspaceNotFound { workspace_id } if !workspace_id.contains("456789abcdef")),
            "{refused:?}"
        );
    }
}

#[tokio::test]
async fn a_plans_key_goes_with_its_plans_hosts_alone() {
    let home = Home::new().await;
    let world = world_among(&home, &[]);
    let pasted = recognized(&world, "sk-sp-0123456789abcdef0123456789abcdef").await;
    assert_eq!(pasted.kind, PastedKindView::Plan);
    assert!(!pasted.candidates.is_empty());
    for candidate in &pasted.candidates {
        assert!(matches!(candidate.plan, PlanView::Coding | PlanView::Token));
        let origin = candidate.origin.as_deref().unwrap();
        assert!(
            origin.contains("coding") || origin.contains("token-plan"),
            "{origin}"
        );
    }
    let general = keeping(
        &pasted,
        "cn-beijing",
        Some("https://dashscope.aliyuncs.com"),
    );
    let refused = keep_pasted(&world, &general).await;
    assert!(matches!(refused, Err(Failure::HostUnknown)), "{refused:?}");
    let host = pasted.candidates[0].origin.as_deref();
    let request = KeepPastedRequest {
        plan: PlanView::Coding,
        ..keeping(&pasted, "cn-beijing", host)
    };
    let kept = keep_pasted(&world, &request).await.unwrap();
    assert_eq!(kept.plan, PlanView::Coding);
    assert_eq!(kept.hosts[0].origin, host.unwrap());
    assert_eq!(kept.kept, KeptView::Kept);
}

#[tokio::test]
async fn what_is_no_key_is_said_and_never_repeated() {
    let home = Home::new().await;
    let world = home.world();
    for (text, expected) in [
        ("sk-012****cdef", PastedProblemView::Masked),
        ("PROXY_MANAGED", PastedProblemView::Placeholder),
        ("LTAI5tExampleExample0000", PastedProblemView::AccessKey),
        ("st-0123456789abcdef", PastedProblemView::Temporary),
    ] {
        let refused = recognize_key(&world, text.into()).await.unwrap_err();
        assert_eq!(refused, Failure::PastedInvalid { problem: expected });
        assert!(!format!("{refused}{refused:?}").contains(text));
    }
}

#[tokio::test]
async fn a_key_of_this_computer_is_told_and_matched() {
    let home = Home::new().await;
    let elsewhere = Home::at(&home.server).world();
    let key = create_key(&elsewhere, key_for("here"))
        .await
        .unwrap()
        .key
        .key;
    let value = reveal_key(&elsewhere, &key).await.unwrap().value;
    let world = home.world();
    list_keys(&world, HERE).await.unwrap();
    let pasted = recognized(&world, &value).await;
    assert_eq!(pasted.kind, PastedKindView::ThisComputer);
    assert_eq!(pasted.matches.len(), 1);
    assert_eq!(pasted.matches[0].api_key_id, key.api_key_id);
    let answers = ask_hosts(&world, &asking(&pasted)).await.unwrap();
    assert_eq!(answers.len(), 1);
    assert!(answers[0].models.is_some());
    let kept = keep_pasted(&world, &keeping(&pasted, HERE, None))
        .await
        .unwrap();
    assert_eq!((kept.key, kept.description.as_str()), (key.clone(), "here"));
    assert_eq!(reveal_key(&world, &key).await.unwrap().value, value);
    check_key(&world, &key).await.unwrap();
    let again = keep_pasted(&world, &keeping(&pasted, HERE, None)).await;
    assert!(
        matches!(again, Err(Failure::PastedGone)),
        "it is held no longer"
    );
}

#[tokio::test]
async fn a_forgotten_key_is_gone() {
    let home = Home::new().await;
    let world = world_among(&home, &[]);
    let pasted = recognized(&world, "sk-0123456789abcdef0123456789abcdef").await;
    forget_pasted(&world, &pasted.id).await.unwrap();
    let asked = ask_hosts(&world, &asking(&pasted)).await;
    assert!(matches!(asked, Err(Failure::PastedGone)));
    assert!(home.keyring.names().is_empty());
}
