//! Why a program does not see a key: what is found is judged, and a report holds no secret.

use std::sync::Arc;

use actions::wire::{
    CheckedWhatView, CreatedKeyView, DestinationId, DiagnoseRequest, DiagnosisView, FindingView,
    KeyRef, ObstacleKind, PermissionRequest, PlanVariableRequest, SourceScopeView,
};
use actions::{
    Failure, World, apply_plan, create_key, diagnose, disable_key, plan_variable, reveal_key,
    save_diagnosis,
};

use machine::Surroundings;
use vault::Secrets;

use crate::home::{Home, key_for, parts};

const VARIABLE: &str = "DASHSCOPE_API_KEY";
const MARKER: &str = "sk-5ecret5ecret5ecret5ecret5ecret00";

fn question(key: &KeyRef) -> DiagnoseRequest {
    DiagnoseRequest {
        key: key.clone(),
        variable: VARIABLE.to_owned(),
        folders: Vec::new(),
    }
}

async fn created(home: &Home) -> CreatedKeyView {
    create_key(&home.world(), key_for("doctor")).await.unwrap()
}

async fn set(home: &Home, key: &KeyRef) {
    let world = home.world();
    let plan = plan_variable(&world, plan_request(key)).await.unwrap();
    apply_plan(&world, &plan.plan_id).await.unwrap();
}

fn plan_request(key: &KeyRef) -> PlanVariableRequest {
    PlanVariableRequest {
        key: key.clone(),
        variable: VARIABLE.to_owned(),
        destinations: Some(vec![DestinationId::Bash]),
        comment_out: Vec::new(),
        method: None,
        base_url: None,
    }
}

/// The world of a home whose computer is a little different.
fn world(home: &Home, change: impl FnOnce(&mut Surroundings)) -> Arc<World> {
    let secrets = Secrets::start(home.keyring.clone(), home.path("secrets.age"));
    let clipboard = Arc::clone(&home.clipboard);
    let mut parts = parts(
        home.folder.path(),
        secrets,
        &home.server,
        clipboard,
        Arc::new(()),
    );
    change(&mut parts.surroundings);
    Arc::new(World::new(parts))
}

fn kinds(view: &DiagnosisView) -> Vec<String> {
    let kinds = view.findings.iter().map(|finding| {
        let value = serde_json::to_value(finding).unwrap();
        value["kind"].as_str().unwrap().to_owned()
    });
    kinds.collect()
}

#[tokio::test]
async fn where_all_is_well_nothing_is_found_and_what_was_looked_at_is_said() {
    let home = Home::new().await;
    let key = created(&home).await.key.key;
    set(&home, &key).await;
    let view = diagnose(&home.world(), question(&key)).await.unwrap();
    assert_eq!(view.findings, []);
    let source = &view.sources[0];
    assert!(
        source.ours && source.wins && source.is_this_key,
        "{source:?}"
    );
    let looked: Vec<_> = view.in_order.iter().map(|checked| checked.what).collect();
    assert!(
        [
            CheckedWhatView::Key,
            CheckedWhatView::Shells,
            CheckedWhatView::Files
        ]
        .iter()
        .all(|what| looked.contains(what)),
        "{looked:?}"
    );
}

#[tokio::test]
async fn what_is_not_set_is_not_taken_for_temporary_and_the_other_way_round() {
    let home = Home::new().await;
    let key = created(&home).await.key.key;
    let view = diagnose(&home.world(), question(&key)).await.unwrap();
    assert_eq!(
        view.findings,
        [FindingView::NotSet {
            variable: VARIABLE.to_owned(),
            scopes: vec![SourceScopeView::Bash],
        }]
    );
    let world = world(&home, |surroundings| {
        let own = (VARIABLE.to_owned(), MARKER.to_owned());
        surroundings.environment.extend([own]);
    });
    let view = diagnose(&world, question(&key)).await.unwrap();
    assert_eq!(kinds(&view), ["temporaryOnly"]);
}

#[tokio::test]
async fn a_line_that_wins_leads_to_a_plan_that_comments_it_out() {
    let home = Home::new().await;
    let key = created(&home).await.key.key;
    set(&home, &key).await;
    let text = std::fs::read_to_string(home.path(".bashrc")).unwrap();
    std::fs::write(
        home.path(".bashrc"),
        format!("{text}export {VARIABLE}={MARKER}\n"),
    )
    .unwrap();
    let view = diagnose(&home.world(), question(&key)).await.unwrap();
    let [FindingView::AnotherWins { source }] = view.findings.as_slice() else {
        panic!("{:?}", view.findings);
    };
    let world = home.world();
    let request = PlanVariableRequest {
        comment_out: vec![source.line_id.clone().unwrap()],
        ..plan_request(&key)
    };
    let plan = plan_variable(&world, request).await.unwrap();
    apply_plan(&world, &plan.plan_id).await.unwrap();
    let view = diagnose(&world, question(&key)).await.unwrap();
    assert_eq!(view.findings, []);
}

#[tokio::test]
async fn a_key_that_the_service_refuses_comes_first() {
    let home = Home::new().await;
    let key = created(&home).await.key.key;
    disable_key(&home.world(), &key).await.unwrap();
    let view = diagnose(&home.world(), question(&key)).await.unwrap();
    assert_eq!(kinds(&view), ["keyRefused", "notSet"]);
    // Where it is set, nothing is printed for it: that is no trouble of its own.
    set(&home, &key).await;
    let view = diagnose(&home.world(), question(&key)).await.unwrap();
    assert_eq!(kinds(&view), ["keyRefused"], "{:?}", view.findings);

    let mut request = key_for("elsewhere");
    request.permission = PermissionRequest::Custom {
        addresses: "203.0.113.7".to_owned(),
        models: None,
    };
    let shut_out = create_key(&home.world(), request).await.unwrap().key.key;
    let view = diagnose(&home.world(), question(&shut_out)).await.unwrap();
    assert!(
        matches!(
            &view.findings[0],
            FindingView::KeyRefused {
                failure: Failure::AddressNotAllowed { .. }
            }
        ),
        "{:?}",
        view.findings
    );
}

#[tokio::test]
async fn a_host_of_the_cloud_beside_a_key_of_this_computer_is_wrong() {
    let home = Home::new().await;
    let key = created(&home).await.key.key;
    set(&home, &key).await;
    let host = "https://dashscope-intl.aliyuncs.com";
    let line = format!("export DASHSCOPE_HTTP_BASE_URL={host}/api/v1\n");
    let text = std::fs::read_to_string(home.path(".bashrc")).unwrap();
    std::fs::write(home.path(".bashrc"), format!("{line}{text}")).unwrap();
    let view = diagnose(&home.world(), question(&key)).await.unwrap();
    let [
        FindingView::WrongRegionHost {
            host: found,
            line,
            expected,
            ..
        },
    ] = view.findings.as_slice()
    else {
        panic!("{:?}", view.findings);
    };
    assert_eq!((found.as_str(), *line), (host, Some(1)));
    assert_eq!(*expected, format!("http://{}/api/v1", home.server.address));
}

#[tokio::test]
async fn settings_that_their_tool_does_not_read_are_named_until_it_reads_them() {
    let home = Home::new().await;
    let key = created(&home).await.key.key;
    set(&home, &key).await;
    let path = home.path(".claude/settings.json");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let text = format!("{{\n  // mine\n  \"env\": {{\"{VARIABLE}\": \"{MARKER}\"}}\n}}\n");
    std::fs::write(&path, &text).unwrap();
    let view = diagnose(&home.world(), question(&key)).await.unwrap();
    let comment = FindingView::SettingsNotRead {
        tool: "Claude Code".to_owned(),
        place: path.display().to_string(),
        line: 2,
        what: ObstacleKind::Comment,
    };
    assert_eq!(view.findings, [comment]);
    let in_order = |view: &DiagnosisView| {
        let mut looked = view.in_order.iter();
        looked.any(|checked| checked.what == CheckedWhatView::Tools)
    };
    assert!(!in_order(&view), "what is not read is not in order");

    std::fs::write(&path, text.replace("// mine", "")).unwrap();
    let view = diagnose(&home.world(), question(&key)).await.unwrap();
    assert_eq!(kinds(&view), ["otherKey"], "it counts now");
    assert!(in_order(&view));
}

#[tokio::test]
async fn a_report_holds_no_secret_wherever_one_stands() {
    let home = Home::new().await;
    let key = created(&home).await.key.key;
    let value = reveal_key(&home.world(), &key).await.unwrap().value;
    for (path, text) in [
        (".bashrc", format!("export {VARIABLE}={MARKER}\n")),
        (".profile", format!("{VARIABLE}={value}\n")),
        (
            "project/.env",
            format!(
                "{VARIABLE}={MARKER}\nDASHSCOPE_HTTP_BASE_URL=https://a:{MARKER}@dashscope.aliyuncs.com/{MARKER}\n"
            ),
        ),
        (
            ".claude/settings.json",
            format!("{{\"env\":{{\"{VARIABLE}\":\"{MARKER}\"}}}}"),
        ),
        (
            ".config/systemd/user/a.service",
            format!("[Service]\nExecStart=/usr/bin/node a {MARKER}\n"),
        ),
        (
            ".config/systemd/user/b.service",
            format!("[Service]\nEnvironment={VARIABLE}={MARKER}\nExecStart=/usr/bin/node b\n"),
        ),
        ("etc/environment", format!("{VARIABLE}={MARKER}\n")),
        (
            "etc/supervisord.conf",
            format!("[program:x]\ncommand=node x {MARKER}\nenvironment=TOKEN=\"{MARKER}\"\n"),
        ),
    ] {
        let path = home.path(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let sleeping = std::process::Command::new("sleep")
        .arg("60")
        .env(VARIABLE, MARKER)
        .spawn()
        .unwrap();
    let world = world(&home, |surroundings| {
        surroundings.system.processes = "/proc".into();
        let own = (VARIABLE.to_owned(), MARKER.to_owned());
        surroundings.environment.extend([own]);
    });
    let mut request = question(&key);
    request.folders = vec![home.path("project").display().to_string()];
    let view = diagnose(&world, request.clone()).await.unwrap();
    end(sleeping);
    let found = kinds(&view);
    for kind in [
        "anotherWins",
        "otherKey",
        "wrongRegionHost",
        "startedBefore",
        "unitWithout",
    ] {
        assert!(found.iter().any(|one| one == kind), "{kind} in {found:?}");
    }

    let saved = save_diagnosis(&world, request).await.unwrap();
    let report = std::fs::read_to_string(&saved.path).unwrap();
    let shown = serde_json::to_string(&view).unwrap();
    for text in [&report, &shown] {
        for secret in [MARKER, value.as_str(), &MARKER[10..]] {
            assert!(!text.contains(secret), "{text}");
        }
    }
    assert!(
        report.contains("sleep") && report.contains("program:x"),
        "{report}"
    );
    assert!(
        saved
            .path
            .ends_with("Downloads/studio-keys-DASHSCOPE_API_KEY.md")
    );
}

fn end(mut program: std::process::Child) {
    program.kill().unwrap();
    program.wait().unwrap();
}
