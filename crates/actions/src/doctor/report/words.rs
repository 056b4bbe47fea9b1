//! The sentences of a report, in both languages. The window has its own: a card there has a button, and here a sentence
//! says what to do.

use super::place;
use crate::failure::Failure;
use crate::wire::{
    CheckedPlaceView, CheckedWhatView, FindingView, KeyRef, NotLookedAtView, ObstacleKind,
    SourceScopeView, SourceView,
};

pub(super) struct Words {
    pub(super) is_chinese: bool,
}

impl Words {
    fn one<'a>(&self, english: &'a str, chinese: &'a str) -> &'a str {
        if self.is_chinese { chinese } else { english }
    }

    fn or(&self, english: String, chinese: String) -> String {
        if self.is_chinese { chinese } else { english }
    }

    pub(super) fn title(&self, variable: &str) -> String {
        self.or(
            format!("Why a program does not see {variable}"),
            format!("程序为什么读不到 {variable}"),
        )
    }

    pub(super) fn key(&self, key: &KeyRef) -> String {
        let KeyRef { region, api_key_id } = key;
        self.or(
            format!("API key {api_key_id} ({region})"),
            format!("API Key {api_key_id}（{region}）"),
        )
    }

    pub(super) fn looked_at(&self, moment: &str) -> String {
        self.or(
            format!("Looked at on {moment}"),
            format!("检查时间：{moment}"),
        )
    }

    pub(super) fn findings(&self) -> &str {
        self.one("What is wrong", "发现的问题")
    }

    pub(super) fn nothing_found(&self) -> &str {
        self.one("Nothing.", "没有发现问题。")
    }

    pub(super) fn sources(&self) -> &str {
        self.one("Which value wins where", "各处生效的值")
    }

    pub(super) fn no_source(&self) -> &str {
        self.one("No file sets the variable.", "没有文件设置该变量。")
    }

    pub(super) fn source_columns(&self) -> &str {
        self.one("| For | Place | Value | |", "| 生效范围 | 位置 | 值 | |")
    }

    pub(super) fn in_order(&self) -> &str {
        self.one("Found in order", "检查无误")
    }

    pub(super) fn no_programs(&self) -> &str {
        self.one(
            "Running programs were not looked into: that is not done on Windows.",
            "没有查看正在运行的程序：在 Windows 上不查看它们。",
        )
    }

    pub(super) fn masked_note(&self) -> &str {
        self.one(
            "Every value in this report is masked.",
            "本报告中的所有值均已打码。",
        )
    }

    pub(super) fn scope(&self, scope: SourceScopeView) -> &str {
        match scope {
            SourceScopeView::Bash => "bash",
            SourceScopeView::Zsh => "zsh",
            SourceScopeView::Fish => "fish",
            SourceScopeView::Desktop => self.one("desktop", "桌面程序"),
            SourceScopeView::Project => self.one("project folder", "项目文件夹"),
            SourceScopeView::Tool => self.one("tool", "工具设置"),
            SourceScopeView::Unit => self.one("service", "服务"),
            SourceScopeView::WindowsUser => self.one("Windows user", "Windows 用户"),
            SourceScopeView::Machine => self.one("whole computer", "整台电脑"),
        }
    }

    pub(super) fn standing(&self, source: &SourceView) -> String {
        let mut all = Vec::new();
        if source.wins {
            all.push(self.one("wins", "生效"));
        }
        all.push(if source.is_this_key {
            self.one("this key", "此 Key")
        } else if source.masked.is_some() {
            self.one("another value", "其他值")
        } else {
            self.one("worked out when read", "读取时计算")
        });
        if source.ours {
            all.push(self.one("set by Studio Keys", "由 Studio Keys 设置"));
        }
        all.join(self.one(", ", "，"))
    }

    pub(super) fn checked(&self, checked: &CheckedPlaceView) -> String {
        let count = checked.count;
        match checked.what {
            CheckedWhatView::Shells => self.or(
                format!("{count} new shells find the key"),
                format!("{count} 个新开的 shell 能读到该 Key"),
            ),
            CheckedWhatView::Programs => self.or(
                format!("{count} running programs"),
                format!("{count} 个正在运行的程序"),
            ),
            CheckedWhatView::Units => {
                self.or(format!("{count} services"), format!("{count} 个服务"))
            }
            CheckedWhatView::Files => self.or(
                format!("{count} files that can set variables"),
                format!("{count} 个可设置变量的文件"),
            ),
            CheckedWhatView::Tools => self.or(
                format!("{count} settings of tools"),
                format!("{count} 个工具设置文件"),
            ),
            CheckedWhatView::Key => self.one("the key works", "该 Key 可以使用").to_owned(),
        }
    }

    pub(super) fn finding(&self, finding: &FindingView) -> String {
        match finding {
            FindingView::TemporaryOnly { variable } => self.or(
                format!(
                    "{variable} is set in a running program only; no file sets it for new ones."
                ),
                format!("{variable} 只存在于正在运行的程序中，没有文件为新程序设置它。"),
            ),
            FindingView::NotSet { variable, scopes } => self.not_set(variable, scopes),
            FindingView::StartedBefore {
                program,
                pid,
                holds_masked,
                ..
            } => self.started_before(program, *pid, holds_masked.as_deref()),
            FindingView::UnitWithout {
                unit,
                path,
                line: None,
                ..
            } => self.or(
                format!(
                    "{unit} ({path}) does not have the variable. It has to be set for programs of the desktop first."
                ),
                format!("{unit}（{path}）没有该变量。请先为桌面程序设置它。"),
            ),
            FindingView::UnitWithout {
                unit,
                path,
                line: Some(line),
                ..
            } => self.or(
                format!("{unit} ({path}) does not have the variable. Line to add: `{line}`"),
                format!("{unit}（{path}）没有该变量。需添加的行：`{line}`"),
            ),
            FindingView::SudoDropsIt { line } => self.or(
                format!("sudo does not hand the variable on. Use: `{line}`"),
                format!("sudo 不会传递该变量。请改用：`{line}`"),
            ),
            FindingView::AnotherWins { source } => self.or(
                format!("{} wins with another value.", place(source)),
                format!("{} 中的其他值优先生效。", place(source)),
            ),
            FindingView::OtherKey { source } => self.or(
                format!("{} holds another key.", place(source)),
                format!("{} 中是另一个 Key。", place(source)),
            ),
            FindingView::WrongRegionHost {
                setting,
                host,
                expected,
                place,
                ..
            } => self.or(
                format!("{setting} in {place} is {host}, of another region. It fits: {expected}"),
                format!("{place} 中的 {setting} 为 {host}，属于其他地域。应为：{expected}"),
            ),
            FindingView::WrongPlanHost {
                setting,
                host,
                expected,
                place,
                ..
            } => self.or(
                format!("{setting} in {place} is {host}, of another plan. It fits: {expected}"),
                format!("{place} 中的 {setting} 为 {host}，属于其他套餐。应为：{expected}"),
            ),
            FindingView::KeyRefused { failure } => self.refused(failure),
            FindingView::SettingsNotRead {
                tool,
                place,
                line,
                what,
            } => {
                let what = self.obstacle(*what);
                self.or(
                    format!("{tool} cannot read {place}: line {line} has {what}. Take it out."),
                    format!("{tool} 无法读取 {place}：第 {line} 行有{what}，请将其删除。"),
                )
            }
            FindingView::NotLookedAt { place, why } => {
                let why = match why {
                    NotLookedAtView::System { said } => said.as_str(),
                    NotLookedAtView::NoAnswer => self.one("no answer", "没有应答"),
                    NotLookedAtView::TimedOut => self.one("no answer in time", "应答超时"),
                };
                self.or(
                    format!("{place} could not be looked at: {why}"),
                    format!("无法检查 {place}：{why}"),
                )
            }
        }
    }

    fn obstacle(&self, what: ObstacleKind) -> &str {
        match what {
            ObstacleKind::ByteOrderMark => self.one("a byte order mark", "字节顺序标记（BOM）"),
            ObstacleKind::Comment => self.one("a comment", "注释"),
            ObstacleKind::TrailingComma => {
                self.one("a comma before a closing bracket", "右括号前多余的逗号")
            }
            ObstacleKind::NotJson => self.one("something that is no JSON", "不符合 JSON 的内容"),
        }
    }

    fn not_set(&self, variable: &str, scopes: &[SourceScopeView]) -> String {
        let names: Vec<&str> = scopes.iter().map(|scope| self.scope(*scope)).collect();
        let names = names.join(self.one(", ", "、"));
        if names.is_empty() {
            return self.or(
                format!("{variable} is not set on this computer."),
                format!("这台电脑上没有设置 {variable}。"),
            );
        }
        self.or(
            format!("{variable} is not set for: {names}."),
            format!("以下范围没有设置 {variable}：{names}。"),
        )
    }

    fn started_before(&self, program: &str, pid: u32, holds: Option<&str>) -> String {
        match holds {
            Some(masked) => self.or(
                format!("{program} ({pid}) was started with another value, {masked}. Restart it."),
                format!("{program}（{pid}）启动时带的是另一个值 {masked}，请重启它。"),
            ),
            None => self.or(
                format!("{program} ({pid}) was started before the variable was set. Restart it."),
                format!("{program}（{pid}）在设置变量之前就已启动，请重启它。"),
            ),
        }
    }

    fn refused(&self, failure: &Failure) -> String {
        self.or(
            format!("The key was tried: {failure}."),
            format!("用该 Key 试调用：{failure}。"),
        )
    }
}
