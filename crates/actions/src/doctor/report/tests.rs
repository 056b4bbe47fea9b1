use super::*;
use crate::failure::{Failure, RefusalCauseView};
use crate::wire::{
    CheckedPlaceView, CheckedWhatView, FindingView, KeyRef, NotLookedAtView, ObstacleKind,
    ServiceManagerView, SourceScopeView,
};

fn source(line: Option<u32>) -> SourceView {
    SourceView {
        place: "/home/ann/a|b\n.sh".to_owned(),
        line,
        masked: Some("sk-012…cdef".to_owned()),
        scope: SourceScopeView::Bash,
        ours: false,
        wins: true,
        is_this_key: false,
        line_id: None,
    }
}

fn everything() -> DiagnosisView {
    DiagnosisView {
        findings: vec![
            FindingView::KeyRefused {
                failure: Failure::KeyRefused {
                    platform_code: "InvalidApiKey".to_owned(),
                    disabled: false,
                    cause: RefusalCauseView::Unknown,
                },
            },
            FindingView::AnotherWins {
                source: source(Some(3)),
            },
            FindingView::OtherKey {
                source: source(None),
            },
            FindingView::TemporaryOnly {
                variable: "KEY".to_owned(),
            },
            FindingView::NotSet {
                variable: "KEY".to_owned(),
                scopes: vec![SourceScopeView::Zsh, SourceScopeView::Desktop],
            },
            FindingView::StartedBefore {
                program: "code".to_owned(),
                pid: 7,
                holds_masked: None,
                is_terminal: true,
            },
            FindingView::UnitWithout {
                unit: "bot.service".to_owned(),
                path: "/etc/bot".to_owned(),
                manager: ServiceManagerView::SystemdUser,
                line: Some("EnvironmentFile=/x".to_owned()),
            },
            FindingView::SettingsNotRead {
                tool: "Qwen Code".to_owned(),
                place: "/home/ann/.qwen/settings.json".to_owned(),
                line: 4,
                what: ObstacleKind::TrailingComma,
            },
            FindingView::NotLookedAt {
                place: "/bin/zsh".to_owned(),
                why: NotLookedAtView::TimedOut,
            },
        ],
        sources: vec![source(Some(3))],
        in_order: vec![CheckedPlaceView {
            what: CheckedWhatView::Files,
            count: 12,
        }],
        at: 1_700_000_000_000.0,
    }
}

fn written(is_chinese: bool) -> String {
    written_on(PlatformView::Linux, is_chinese)
}

fn written_on(system: PlatformView, is_chinese: bool) -> String {
    let key = KeyRef {
        region: "this-computer".to_owned(),
        api_key_id: "7".to_owned(),
    };
    text(&Report {
        request: &DiagnoseRequest {
            key,
            variable: "KEY".to_owned(),
            folders: Vec::new(),
        },
        diagnosis: &everything(),
        system,
        version: "1.2.3",
        is_chinese,
    })
}

#[test]
fn each_finding_is_a_sentence_and_a_table_stays_one() {
    let report = written(false);
    assert!(report.contains("2023-11-14 22:13:20 UTC"), "{report}");
    assert!(
        report.contains("9. /bin/zsh could not be looked at: no answer in time"),
        "{report}"
    );
    assert!(
        report.contains("8. Qwen Code cannot read /home/ann/.qwen/settings.json: line 4 has a comma before a closing bracket. Take it out."),
        "{report}"
    );
    assert!(
        report.contains("| bash | /home/ann/a\\|b .sh:3 | sk-012…cdef | wins, another value |"),
        "{report}"
    );
}

#[test]
fn what_windows_does_not_show_is_said_there() {
    let said = "Running programs were not looked into";
    assert!(written_on(PlatformView::Windows, false).contains(said));
    assert!(!written(false).contains(said));
}

#[test]
fn it_is_written_in_chinese_too() {
    let report = written(true);
    assert!(report.contains("# 程序为什么读不到 KEY"), "{report}");
    assert!(
        report.contains("5. 以下范围没有设置 KEY：zsh、桌面程序。"),
        "{report}"
    );
    assert!(
        report.contains("8. Qwen Code 无法读取 /home/ann/.qwen/settings.json：第 4 行有右括号前多余的逗号，请将其删除。"),
        "{report}"
    );
    assert!(report.contains("- 12 个可设置变量的文件"), "{report}");
}
