//! Tools: listed, set up, followed, moved, taken back; and what those are told that are set up in their own window.

use std::sync::Arc;

use actions::wire::{
    ChangeState, GuideFieldView, KeyRef, ObstacleKind, ObstacleView, PlanToolRequest,
    ToolGuideRequest, ToolHandlingView, ToolId, ToolView, ToolWay, VerificationStatus,
};
use actions::{
    Failure, World, apply_plan, copy_import_link, create_key, list_changes, list_keys, list_tools,
    plan_tool, reset_key, reveal_key, tool_guide, undo_change, verify_change,
};
use vault::{Catalog, Secrets};

use crate::home::{HERE, Home, key_for, parts};

const PRINTER: &str = "/opt/studio-keys-key";

/// A world with a program that prints keys.
fn world(home: &Home) -> Arc<World> {
    let secrets = Secrets::start(home.keyring.clone(), home.path("secrets.age"));
    let clipboard = Arc::clone(&home.clipboard);
    let mut parts = parts(
        home.folder.path(),
        secrets,
        &home.server,
        clipboard,
        Arc::new(()),
    );
    parts.surroundings.key_printer = Some(PRINTER.into());
    Arc::new(World::new(parts))
}

async fn key(world: &Arc<World>, description: &str) -> KeyRef {
    create_key(world, key_for(description))
        .await
        .unwrap()
        .key
        .key
}

fn request(home: &Home, tool: ToolId, key: &KeyRef, way: Option<ToolWay>) -> PlanToolRequest {
    PlanToolRequest {
        tool,
        key: key.clone(),
        origin: format!("http://{}", home.server.address),
        model: None,
        way,
    }
}

async fn tool(world: &Arc<World>, id: ToolId) -> ToolView {
    let all = list_tools(world).await.unwrap();
    all.into_iter().find(|tool| tool.id == id).unwrap()
}

fn printable(home: &Home) -> Vec<i64> {
    let catalog = Catalog::open(&home.path("data/catalog.sqlite")).unwrap();
    let keys = catalog.printable_keys().unwrap();
    keys.into_iter().map(|key| key.api_key_id).collect()
}

#[tokio::test]
async fn a_tool_is_set_up_with_a_helper_and_taken_back() {
    let home = Home::new().await;
    let world = world(&home);
    let key = key(&world, "tools").await;
    let id: i64 = key.api_key_id.parse().unwrap();

    let plan = plan_tool(&world, request(&home, ToolId::ClaudeCode, &key, None))
        .await
        .unwrap();
    assert_eq!(plan.way, ToolWay::Helper, "the best way is taken");
    assert_eq!(
        plan.base_url,
        format!("http://{}/apps/anthropic", home.server.address)
    );
    assert!(plan.writes[0].destination.is_none() && !plan.writes[0].plaintext);
    assert!(!home.path(".claude").exists(), "a preview writes nothing");
    assert!(printable(&home).is_empty());

    let change = apply_plan(&world, &plan.plan_id).await.unwrap();
    assert_eq!(
        (change.tool, change.variable.as_str()),
        (Some(ToolId::ClaudeCode), "")
    );
    assert_eq!(printable(&home), [id], "the helper may print it");
    let verified = verify_change(&world, &change.id).await.unwrap();
    assert_eq!(verified.verifications[0].status, VerificationStatus::Seen);
    let used = tool(&world, ToolId::ClaudeCode).await.used.unwrap();
    assert_eq!(
        (used.change_id, used.key, used.way),
        (change.id.clone(), key.clone(), ToolWay::Helper)
    );
    let here = list_keys(&world, HERE)
        .await
        .unwrap()
        .keys
        .remove(0)
        .used_here;
    assert_eq!(
        (here[0].tool, here[0].variable.as_str()),
        (Some(ToolId::ClaudeCode), "")
    );

    let undone = undo_change(&world, &change.id).await.unwrap();
    assert_eq!(undone.change.state, ChangeState::Undone);
    assert!(undone.left_alone.is_empty() && undone.verifications.is_empty());
    assert!(!home.path(".claude").exists(), "the folder was made for it");
    assert!(printable(&home).is_empty(), "nothing asks for it any more");
    assert!(tool(&world, ToolId::ClaudeCode).await.used.is_none());
}

#[tokio::test]
async fn what_a_tool_does_not_read_is_named_with_its_line_until_it_is_gone() {
    let home = Home::new().await;
    let world = world(&home);
    let key = key(&world, "tools").await;
    let path = home.path(".qwen/settings.json");
    std::fs::create_dir(path.parent().unwrap()).unwrap();
    std::fs::write(&path, "{\n  // read\n  \"a\": [1,],\n  \"b\": 2\n}\n").unwrap();
    let wish = request(&home, ToolId::QwenCode, &key, Some(ToolWay::Value));
    let plan = plan_tool(&world, wish).await.unwrap();
    let comma = Some(ObstacleView {
        kind: ObstacleKind::TrailingComma,
        place: format!("{}:3", path.display()),
    });
    assert_eq!(plan.obstacle, comma);

    let change = apply_plan(&world, &plan.plan_id).await.unwrap();
    let verified = verify_change(&world, &change.id).await.unwrap();
    let seen = &verified.verifications[0];
    assert_eq!(seen.status, VerificationStatus::Ignored);
    assert_eq!(seen.obstacle, comma);
    let used = tool(&world, ToolId::QwenCode).await.used.unwrap();
    assert_eq!((used.obstacle, used.changed_since), (comma, false));

    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("1,]", "1]")).unwrap();
    let verified = verify_change(&world, &change.id).await.unwrap();
    let seen = &verified.verifications[0];
    assert_eq!(seen.status, VerificationStatus::Seen);
    assert_eq!(seen.obstacle, None);
    let used = tool(&world, ToolId::QwenCode).await.used.unwrap();
    assert_eq!((used.obstacle, used.changed_since), (None, false));
}

#[tokio::test]
async fn a_reset_is_followed_into_settings_that_hold_the_value() {
    let home = Home::new().await;
    let world = world(&home);
    let key = key(&world, "follow").await;
    for (tool, way) in [
        (ToolId::Codex, ToolWay::Value),
        (ToolId::ClaudeCode, ToolWay::Helper),
    ] {
        let plan = plan_tool(&world, request(&home, tool, &key, Some(way)))
            .await
            .unwrap();
        apply_plan(&world, &plan.plan_id).await.unwrap();
    }
    let reset = reset_key(&world, key.clone()).await.unwrap();
    assert_eq!(reset.followed, ["Codex CLI"]);
    let value = reveal_key(&world, &key).await.unwrap().value;
    let text = std::fs::read_to_string(home.path(".codex/config.toml")).unwrap();
    assert!(text.contains(&format!("experimental_bearer_token = \"{value}\"")));
    for change in list_changes(&world).await.unwrap() {
        let verified = verify_change(&world, &change.id).await.unwrap();
        assert_eq!(verified.verifications[0].status, VerificationStatus::Seen);
    }
}

#[tokio::test]
async fn a_model_stays_and_a_way_that_cannot_be_had_is_refused() {
    let home = Home::new().await;
    let world = world(&home);
    let key = key(&world, "model").await;
    let mut wish = request(&home, ToolId::QwenCode, &key, None);
    wish.model = Some("qwen-plus".to_owned());
    let plan = plan_tool(&world, wish).await.unwrap();
    assert_eq!(
        (plan.model.as_str(), plan.way),
        ("qwen-plus", ToolWay::Environment)
    );
    apply_plan(&world, &plan.plan_id).await.unwrap();
    let again = plan_tool(
        &world,
        request(&home, ToolId::QwenCode, &key, Some(ToolWay::Value)),
    );
    assert_eq!(again.await.unwrap().model, "qwen-plus");

    let no_helper = request(&home, ToolId::QwenCode, &key, Some(ToolWay::Helper));
    let refused = plan_tool(&world, no_helper).await;
    assert!(matches!(refused, Err(Failure::ToolWayUnavailable { .. })));
    let guided = plan_tool(&world, request(&home, ToolId::Cursor, &key, None)).await;
    assert!(matches!(guided, Err(Failure::ToolNotWritten { .. })));
    let mut elsewhere = request(&home, ToolId::QwenCode, &key, None);
    elsewhere.origin = "https://dashscope.aliyuncs.com".to_owned();
    let refused = plan_tool(&world, elsewhere).await;
    assert!(
        matches!(refused, Err(Failure::HostUnknown)),
        "host and key are a pair"
    );
    let without = home.world();
    let best = plan_tool(&without, request(&home, ToolId::ClaudeCode, &key, None))
        .await
        .unwrap();
    assert_eq!(
        best.way,
        ToolWay::Environment,
        "no program that prints keys is here"
    );
}

#[tokio::test]
async fn settings_that_cannot_be_read_are_said_with_their_line() {
    let home = Home::new().await;
    let world = world(&home);
    let key = key(&world, "broken").await;
    std::fs::create_dir(home.path(".qwen")).unwrap();
    std::fs::write(home.path(".qwen/settings.json"), "{\n  broken\n}").unwrap();
    let problem = tool(&world, ToolId::QwenCode).await.problem;
    let is_line =
        |failure: &Failure| matches!(failure, Failure::FileHasSyntaxError { line: Some(2), .. });
    assert!(problem.as_ref().is_some_and(is_line), "{problem:?}");
    let refused = plan_tool(&world, request(&home, ToolId::QwenCode, &key, None))
        .await
        .unwrap_err();
    assert!(is_line(&refused), "{refused:?}");
}

#[tokio::test]
async fn a_guide_names_the_fields_and_a_link_carries_the_key() {
    let home = Home::new().await;
    let world = world(&home);
    let key = key(&world, "guide").await;
    let value = reveal_key(&world, &key).await.unwrap().value;
    let origin = format!("http://{}", home.server.address);
    let all = list_tools(&world).await.unwrap();
    for tool in all
        .iter()
        .filter(|tool| tool.handling == ToolHandlingView::Guided)
    {
        let request = ToolGuideRequest {
            tool: tool.id,
            key: key.clone(),
            origin: origin.clone(),
            model: None,
        };
        let guide = tool_guide(&world, &request).await.unwrap();
        let keys = guide
            .fields
            .iter()
            .filter(|field| matches!(field, GuideFieldView::Key { .. }));
        assert_eq!(keys.count(), 1, "{:?}", tool.id);
        let has_host = guide.fields.iter().any(|field| {
            matches!(field, GuideFieldView::Text { value, .. } if value.starts_with(&origin))
        });
        assert!(has_host, "{:?}", tool.id);
        let copied = copy_import_link(&world, &request).await;
        assert_eq!(copied.is_ok(), guide.import_link, "{:?}", tool.id);
        if guide.import_link {
            assert!(
                copied.unwrap().clears_in_seconds.is_some(),
                "it leaves as a key does"
            );
            let link = home.clipboard.holds().unwrap();
            assert!(
                !link.contains(&value) && link.contains("://"),
                "{:?}",
                tool.id
            );
        }
    }
    let written = ToolGuideRequest {
        tool: ToolId::Codex,
        key,
        origin,
        model: None,
    };
    assert!(matches!(
        tool_guide(&world, &written).await,
        Err(Failure::ToolNotGuided { .. })
    ));
}
