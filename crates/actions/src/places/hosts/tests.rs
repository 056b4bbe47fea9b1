use model_studio::region::RegionId;
use vault::KeyOrigin;

use super::*;

fn record(host: Option<&str>, plan: Option<&str>) -> KeyRecord {
    KeyRecord {
        region: "cn-beijing@a7f3c2".to_owned(),
        api_key_id: 1,
        description: String::new(),
        masked: "sk-ws-abc…0123".to_owned(),
        workspace_id: "ws-1".to_owned(),
        workspace_name: String::new(),
        created_by: String::new(),
        gmt_create: 0,
        kept_at: None,
        host: host.map(str::to_owned),
        plan: plan.map(str::to_owned),
        origin: KeyOrigin::Pasted,
    }
}

fn origins(hosts: &[HostView]) -> Vec<(HostKindView, &str)> {
    hosts
        .iter()
        .map(|host| (host.kind, host.origin.as_str()))
        .collect()
}

const WORKSPACE: WorkspaceHost<'static> = WorkspaceHost {
    id: "ws-1",
    api_host: "",
};

#[test]
fn the_nearest_host_comes_first() {
    let place = Place::of(RegionId::CnBeijing, "a7f3c2");
    let all = hosts(&place, Some("https://gateway.example.com"), WORKSPACE, None);
    assert_eq!(
        origins(&all),
        [
            (HostKindView::Own, "https://gateway.example.com"),
            (
                HostKindView::Workspace,
                "https://ws-1.cn-beijing.maas.aliyuncs.com"
            ),
            (HostKindView::Shared, "https://dashscope.aliyuncs.com"),
        ]
    );
    assert_eq!(
        all[0].base_urls.openai,
        "https://gateway.example.com/compatible-mode/v1"
    );
}

#[test]
fn the_host_that_the_service_names_counts_more_than_the_pattern() {
    let place = Place::of(RegionId::ApNortheast1, "a7f3c2");
    let named = WorkspaceHost {
        id: "ws-1",
        api_host: "ws-1.tokyo.example.com",
    };
    assert_eq!(
        origins(&hosts(&place, None, named, None)),
        [(HostKindView::Workspace, "https://ws-1.tokyo.example.com")]
    );
    assert!(hosts(&place, None, WorkspaceHost::default(), None).is_empty());
}

#[test]
fn the_chosen_host_is_in_use() {
    let place = Place::of(RegionId::CnBeijing, "a7f3c2");
    let chosen = record(Some("https://dashscope.aliyuncs.com"), None);
    assert_eq!(
        origins(&hosts(&place, None, WORKSPACE, Some(&chosen))),
        [
            (HostKindView::Shared, "https://dashscope.aliyuncs.com"),
            (
                HostKindView::Workspace,
                "https://ws-1.cn-beijing.maas.aliyuncs.com"
            ),
        ]
    );
    let elsewhere = record(Some("https://ws-9.cn-beijing.maas.aliyuncs.com"), None);
    let all = hosts(&place, None, WORKSPACE, Some(&elsewhere));
    assert_eq!(all.len(), 3);
    assert_eq!(all[0].kind, HostKindView::Workspace);
}

#[test]
fn a_key_of_a_plan_has_its_plans_host_alone() {
    let place = Place::of(RegionId::CnBeijing, "a7f3c2");
    let coding = record(
        Some("https://coding.dashscope.aliyuncs.com"),
        Some("coding"),
    );
    assert_eq!(
        origins(&hosts(&place, None, WORKSPACE, Some(&coding))),
        [(HostKindView::Plan, "https://coding.dashscope.aliyuncs.com")]
    );
    assert_eq!(
        coding_urls(&place, &coding),
        "https://coding.dashscope.aliyuncs.com/v1"
    );
    let token = record(None, Some("token"));
    assert_eq!(
        origins(&hosts(&place, None, WORKSPACE, Some(&token))),
        [(
            HostKindView::Plan,
            "https://token-plan.cn-beijing.maas.aliyuncs.com"
        )]
    );
    let frankfurt = Place::of(RegionId::EuCentral1, "a7f3c2");
    assert!(hosts(&frankfurt, None, WORKSPACE, Some(&token)).is_empty());
}

fn coding_urls(place: &Place, record: &KeyRecord) -> String {
    hosts(place, None, WORKSPACE, Some(record))[0]
        .base_urls
        .openai
        .clone()
}

#[test]
fn this_computer_has_one_host() {
    let own = Some("http://127.0.0.1:4170");
    assert_eq!(
        origins(&hosts(&Place::THIS_COMPUTER, own, WORKSPACE, None)),
        [(HostKindView::ThisComputer, "http://127.0.0.1:4170")]
    );
    assert!(hosts(&Place::THIS_COMPUTER, None, WORKSPACE, None).is_empty());
}
