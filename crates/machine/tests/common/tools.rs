//! Tools on that computer.

use machine::{
    Change, Earlier, MachineError, ToolId, ToolPlan, ToolUse, ToolWay, ToolWish, Undone,
};
use secrecy::ExposeSecret;

pub use super::system::PRINTER;
use super::{World, mask, system, value, wish};

/// Settings as people have them: comments, tabs, line ends of Windows, keys of theirs.
pub const SETTINGS: [(ToolId, &str, &str); 6] = [
    (
        ToolId::ClaudeCode,
        ".claude/settings.json",
        "{\n\t// mine\n\t\"env\": {\"ANTHROPIC_API_KEY\": \"sk-ant-theirs-0123456789\", \"ANTHROPIC_BASE_URL\": \"https://theirs\"},\n\t\
         \"permissions\": {\"allow\": [\"Bash(ls)\",]}, /* last */\n}",
    ),
    (
        ToolId::QwenCode,
        ".qwen/settings.json",
        "\u{feff}{\r\n  \"modelProviders\": { \"openai\": [ { \"id\": \"theirs\" } ] },\r\n  \"$version\": 3\r\n}\r\n",
    ),
    (
        ToolId::Codex,
        ".codex/config.toml",
        "# mine\r\nmodel = \"theirs\" # theirs\r\n\r\n[model_providers.theirs]\r\nexperimental_bearer_token = \"sk-theirs-0123456789\"",
    ),
    (
        ToolId::OpenCode,
        ".config/opencode/opencode.jsonc",
        "{ \"$schema\": \"https://opencode.ai/config.json\", \"provider\": {}, \"model\": \"theirs/x\" }",
    ),
    (
        ToolId::OpenClaw,
        ".openclaw/openclaw.json",
        "// mine\n{\n  agents: { defaults: { model: { primary: 'theirs/x' } } },\n  models: {},\n}\n",
    ),
    (
        ToolId::ClineCli,
        ".cline/data/settings/providers.json",
        "{\"version\":1,\"lastUsedProvider\":\"theirs\",\"modes\":{},\"providers\":{\"theirs\":{\"settings\":{\"apiKey\":\"sk-theirs-0123456789\"}}}}",
    ),
];

impl World {
    /// A computer with a program that prints keys.
    pub fn with_printer() -> Self {
        let mut world = Self::new();
        world.surroundings.key_printer = Some(PRINTER.into());
        world
    }

    /// The same with settings of every tool, one of them behind a link, one for everybody to read.
    pub fn with_settings() -> Self {
        let world = Self::with_printer();
        for (_, name, text) in SETTINGS {
            world.write(name, text);
        }
        system::set_mode(&world.path(".codex/config.toml"), 0o640);
        std::fs::create_dir(world.path("dotfiles")).unwrap();
        let settings = world.path(".claude/settings.json");
        let elsewhere = world.path("dotfiles/claude.json");
        system::put_behind_a_link(&settings, &elsewhere, "../dotfiles/claude.json");
        world
    }

    pub fn plan_tool(
        &self,
        key: &str,
        tool: ToolId,
        way: Option<ToolWay>,
    ) -> Result<ToolPlan, MachineError> {
        machine::plan_tool(&self.surroundings, &tool_wish(key, tool, way), &value(key))
    }

    /// Plans and applies.
    pub fn set_tool(&self, key: &str, tool: ToolId, way: ToolWay) -> Result<Change, MachineError> {
        let plan = self.plan_tool(key, tool, Some(way))?;
        machine::apply_tool(&self.surroundings, &plan, &value(key), &())
    }

    /// Takes a change back, no key being known.
    pub fn undo_without_keys(&self, id: &str) -> Result<Undone, MachineError> {
        machine::undo(&self.surroundings, id, &|_| Earlier::Unavailable, &())
    }

    /// What a tool is used for, and whether its settings changed since.
    pub fn tool(&self, id: ToolId) -> Option<(ToolUse, bool)> {
        let all = machine::tools(&self.surroundings).unwrap();
        let tool = all.into_iter().find(|tool| tool.id == id).unwrap();
        tool.used.map(|used| (used.what, used.changed_since))
    }

    /// The ways that each tool can take here.
    pub fn ways(&self) -> Vec<(ToolId, ToolWay)> {
        let all = machine::tools(&self.surroundings).unwrap();
        all.into_iter()
            .flat_map(|tool| tool.ways.into_iter().map(move |way| (tool.id, way)))
            .collect()
    }
}

pub fn tool_wish(key: &str, tool: ToolId, way: Option<ToolWay>) -> ToolWish {
    ToolWish {
        tool,
        way,
        key: wish(key, &[]).key,
        masked: mask(value(key).expose_secret()), // EXPOSE: a test's own value.
        base_url: format!("https://host-{key}.example/v1"),
        model: "qwen3-coder-plus".to_owned(),
    }
}
