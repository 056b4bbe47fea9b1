//! Taking back all that was changed, whatever stands in the way of a part of it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use actions::wire::{
    BaseUrlForm, BaseUrlRequest, ChangeState, DestinationId, KeyRef, PlanToolRequest,
    PlanVariableRequest, ToolId, ToolWay, VariableMethod, VerificationStatus,
};
use actions::{
    Failure, World, apply_plan, create_key, list_changes, plan_tool, plan_variable,
    undo_everything, verify_change,
};
use vault::{Catalog, StoreState};

use crate::home::{Home, key_for};

const PLACES: [DestinationId; 3] = [DestinationId::Bash, DestinationId::Zsh, DestinationId::Fish];

fn world(home: &Home) -> Arc<World> {
    home.world_with(|computer| {
        computer.key_printer = Some("/opt/studio-keys-key".into());
        // What fish remembers is its own.
        let data = home.path("data/fish").display().to_string();
        computer
            .environment
            .insert("XDG_DATA_HOME".to_owned(), data);
    })
}

async fn set(world: &Arc<World>, home: &Home, key: &KeyRef, method: VariableMethod) -> String {
    let request = PlanVariableRequest {
        key: key.clone(),
        variable: "OPENAI_API_KEY".to_owned(),
        destinations: Some(PLACES.to_vec()),
        comment_out: Vec::new(),
        method: Some(method),
        base_url: Some(BaseUrlRequest {
            variable: "OPENAI_BASE_URL".to_owned(),
            origin: format!("http://{}", home.server.address),
            form: BaseUrlForm::Openai,
        }),
    };
    let plan = plan_variable(world, request).await.unwrap();
    apply_plan(world, &plan.plan_id).await.unwrap().id
}

async fn set_tool(world: &Arc<World>, home: &Home, key: &KeyRef, tool: ToolId, way: ToolWay) {
    let request = PlanToolRequest {
        tool,
        key: key.clone(),
        origin: format!("http://{}", home.server.address),
        model: None,
        way: Some(way),
    };
    let plan = plan_tool(world, request).await.unwrap();
    apply_plan(world, &plan.plan_id).await.unwrap();
}

/// Every file of the home but what is the program's own.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in folder.read_dir().unwrap() {
        let path = entry.unwrap().path();
        let is_own = ["data", "local-studio"]
            .iter()
            .any(|own| path.file_name().is_some_and(|name| name == *own));
        if path.is_dir() && !is_own {
            found.insert(path.clone(), Vec::new());
            found.extend(files(&path));
        } else if path.is_file() {
            found.insert(path.clone(), std::fs::read(&path).unwrap());
        }
    }
    found
}

/// A home in which two keys, one after the other, were set as a variable and into two tools.
async fn changed(home: &Home, world: &Arc<World>) -> String {
    let first = create_key(world, key_for("first")).await.unwrap().key.key;
    let second = create_key(world, key_for("second")).await.unwrap().key.key;
    set(world, home, &first, VariableMethod::Value).await;
    set_tool(world, home, &first, ToolId::Codex, ToolWay::Value).await;
    let last = set(world, home, &second, VariableMethod::Keyring).await;
    set_tool(world, home, &second, ToolId::ClaudeCode, ToolWay::Helper).await;
    set_tool(world, home, &second, ToolId::Codex, ToolWay::Helper).await;
    last
}

#[tokio::test]
async fn every_file_is_as_before_and_the_keyring_is_not_needed() {
    let home = Home::new().await;
    // Its folder is fish's own: whoever starts fish makes it.
    std::fs::create_dir_all(home.path(".config/fish")).unwrap();
    let world = world(&home);
    let before = files(home.folder.path());
    let last = changed(&home, &world).await;
    // The printer of this test is none, so that the shells see nothing; but they were asked.
    verify_change(&world, &last).await.unwrap();

    home.keyring.set_state(StoreState::Locked);
    let undone = undo_everything(&world).await.unwrap();
    assert_eq!(undone.outcomes.len(), 5);
    for outcome in &undone.outcomes {
        assert_eq!(outcome.change.state, ChangeState::Undone);
        assert_eq!((&outcome.failure, outcome.left_alone.len()), (&None, 0));
    }
    let ids = undone.outcomes.iter().map(|one| &one.change.id);
    assert!(ids.is_sorted(), "the oldest first");
    assert_eq!(undone.verifications.len(), 3, "each shell once");
    for seen in &undone.verifications {
        assert_eq!(seen.status, VerificationStatus::NotSeen, "{seen:?}");
    }
    assert_eq!(files(home.folder.path()), before);
    let catalog = Catalog::open(&home.path("data/catalog.sqlite")).unwrap();
    assert!(catalog.printable_keys().unwrap().is_empty());

    let again = undo_everything(&world).await.unwrap();
    assert!(again.outcomes.is_empty() && again.verifications.is_empty());
}

#[tokio::test]
async fn what_cannot_be_undone_is_said_and_stops_nothing_else() {
    let home = Home::new().await;
    let world = world(&home);
    changed(&home, &world).await;
    // Somebody has made nonsense of the file while it is being edited.
    let path = home.path(".config/fish/config.fish");
    let ours = std::fs::read(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    std::fs::create_dir(&path).unwrap();

    let undone = undo_everything(&world).await.unwrap();
    let failed: Vec<_> = undone
        .outcomes
        .iter()
        .filter(|one| one.failure.is_some())
        .collect();
    assert_eq!(failed.len(), 2, "both of the variable: {failed:?}");
    for one in &failed {
        assert!(
            matches!(one.failure, Some(Failure::FileNotOrdinary { .. })),
            "{one:?}"
        );
        assert_ne!(one.change.state, ChangeState::Undone);
    }
    assert!(!home.path(".codex").exists() && !home.path(".claude").exists());

    // Once that is mended, the rest goes too.
    std::fs::remove_dir(&path).unwrap();
    std::fs::write(&path, ours).unwrap();
    let rest = undo_everything(&world).await.unwrap();
    assert_eq!(rest.outcomes.len(), 2);
    assert!(
        rest.outcomes.iter().all(|one| one.failure.is_none()),
        "{rest:?}"
    );
    assert!(!home.path(".config/studio-keys").exists());
    let states = list_changes(&world).await.unwrap();
    assert!(states.iter().all(|one| one.state == ChangeState::Undone));
}

#[tokio::test]
async fn what_the_user_made_of_it_stays_and_is_named() {
    let home = Home::new().await;
    let world = world(&home);
    changed(&home, &world).await;
    let settings = home.path(".claude/settings.json");
    let theirs = std::fs::read_to_string(&settings)
        .unwrap()
        .replace("/opt/studio-keys-key", "/opt/my-own");
    std::fs::write(&settings, &theirs).unwrap();
    let undone = undo_everything(&world).await.unwrap();
    let left: Vec<_> = undone
        .outcomes
        .iter()
        .flat_map(|one| one.left_alone.clone())
        .collect();
    assert_eq!(left, [settings.display().to_string()]);
    assert!(
        std::fs::read_to_string(&settings)
            .unwrap()
            .contains("/opt/my-own")
    );
}
