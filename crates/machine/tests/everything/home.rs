//! A home in which every place is used: by shells, by the desktop, by the Dock, by six tools.

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::time::SystemTime;

use machine::{Companion, DestinationId, OperatingSystem, Steps, ToolId, ToolWay, Wish};

use crate::common::asking::{SHELLS, pair};
use crate::common::manager::UserManager;
use crate::common::tools::tool_wish;
use crate::common::{ALL, World, value, wish};

const AGENT: [DestinationId; 1] = [DestinationId::LaunchAgent];

/// Files that no change has any business with.
const THEIRS: [&str; 3] = [
    ".config/environment.d/10-theirs.conf",
    "Library/LaunchAgents/com.example.theirs.plist",
    ".profile",
];

/// A home with nothing in it.
pub(crate) fn bare() -> World {
    let mut world = World::new();
    world.complete();
    world
}

/// A home as homes are: settings of every tool, start-up files behind links, without a last line's end, with a line of somebody's
/// in them that sets the variable already.
pub(crate) fn furnished() -> World {
    let mut world = World::with_settings();
    world.complete();
    world.write(
        "dotfiles/bashrc",
        "# mine\nexport DASHSCOPE_API_KEY=sk-theirs-0123456789abcdef\nalias a=b",
    );
    std::os::unix::fs::symlink("dotfiles/bashrc", world.path(".bashrc")).unwrap();
    let zshrc = world.write(".zshrc", "setopt nounset\nbindkey -e\n");
    std::fs::set_permissions(zshrc, std::fs::Permissions::from_mode(0o600)).unwrap();
    world.write(".config/fish/config.fish", "set -g fish_greeting\n\n");
    for name in THEIRS {
        world.write(name, "THEIRS=1\n");
    }
    world
}

impl World {
    /// What the computer has beside the home: a program that prints keys, and a launchd that remembers what it is told.
    pub(crate) fn complete(&mut self) {
        self.keep_shell_data_outside();
        self.surroundings.key_printer = Some(self.printer());
        let (bin, knows) = (self.root.join("bin"), self.root.join("launchd"));
        for folder in [&bin, &knows] {
            std::fs::create_dir_all(folder).unwrap();
        }
        let launchctl = bin.join("launchctl");
        let script = format!(
            "#!/bin/sh\ncase $1 in\nsetenv) printf %s \"$3\" > '{0}'/\"$2\";;\nunsetenv) rm -f '{0}'/\"$2\";;\nesac\n",
            knows.display()
        );
        std::fs::write(&launchctl, script).unwrap();
        std::fs::set_permissions(&launchctl, std::fs::Permissions::from_mode(0o755)).unwrap();
        let path = self.surroundings.environment.get_mut("PATH").unwrap();
        *path = format!("{}:{path}", bin.display());
    }

    /// The session has this user manager.
    pub(crate) fn use_manager(&mut self, manager: &UserManager) {
        let runtime = manager.runtime.display().to_string();
        let environment = &mut self.surroundings.environment;
        environment.insert("XDG_RUNTIME_DIR".to_owned(), runtime);
    }

    /// When the files were written that no change has any business with.
    pub(crate) fn untouched(&self) -> BTreeMap<PathBuf, SystemTime> {
        let all = THEIRS.map(|name| self.path(name)).into_iter();
        all.filter_map(|path| Some((path.clone(), path.metadata().ok()?.modified().ok()?)))
            .collect()
    }
}

/// Sets variables and tools in every place there is, some of them twice. The changes, in their order.
pub(crate) fn change_all(world: &mut World, steps: &dyn Steps) -> Vec<String> {
    let anthropic = Wish {
        variable: "ANTHROPIC_AUTH_TOKEN".to_owned(),
        companions: vec![Companion {
            name: "ANTHROPIC_BASE_URL".to_owned(),
            text: "https://h.example/apps/anthropic".to_owned(),
        }],
        ..world.asking("a", &SHELLS)
    };
    let openai = Wish {
        variable: "OPENAI_API_KEY".to_owned(),
        ..pair("b", &ALL)
    };
    let mut ids = Vec::new();
    let mut set = |world: &World, wish: &Wish| {
        let change = world.set_as(wish, steps).unwrap();
        ids.push(change.id);
    };
    set(world, &world.asking("a", &ALL));
    set(world, &openai);
    set(world, &anthropic);
    // In the place of the first, with somebody's line commented out.
    let mut instead = wish("b", &ALL);
    let plan = machine::plan(&world.surroundings, &instead, &value("b")).unwrap();
    instead.comment_out = plan.foreign.iter().map(|line| line.id.clone()).collect();
    set(world, &instead);

    world.surroundings.operating_system = OperatingSystem::Macos;
    let in_the_dock = Wish {
        companions: openai.companions.clone(),
        ..world.asking("a", &AGENT)
    };
    set(world, &in_the_dock);
    set(world, &wish("b", &AGENT));
    world.surroundings.operating_system = OperatingSystem::Linux;

    for (key, tool, way) in [
        ("a", ToolId::ClaudeCode, ToolWay::Helper),
        ("a", ToolId::QwenCode, ToolWay::Value),
        ("a", ToolId::Codex, ToolWay::Helper),
        ("a", ToolId::OpenCode, ToolWay::Value),
        ("a", ToolId::OpenClaw, ToolWay::Helper),
        ("a", ToolId::ClineCli, ToolWay::Value),
        ("b", ToolId::ClaudeCode, ToolWay::Value),
        ("b", ToolId::Codex, ToolWay::Value),
    ] {
        let wish = tool_wish(key, tool, Some(way));
        let plan = machine::plan_tool(&world.surroundings, &wish, &value(key)).unwrap();
        let change = machine::apply_tool(&world.surroundings, &plan, &value(key), steps).unwrap();
        ids.push(change.id);
    }
    ids
}
