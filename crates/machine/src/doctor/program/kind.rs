//! What a program is, told by its name.

/// What a program is, as far as it matters to who waits for a variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProgramKind {
    /// An interactive shell.
    Shell,
    /// A window or a multiplexer in which shells run.
    Terminal,
    /// An editor, with terminals and tools of its own.
    Editor,
    /// A tool that takes such keys.
    Tool,
    /// A language's interpreter, or a server of one.
    Language,
    /// Any other.
    Other,
}

const SHELLS: [&str; 6] = ["bash", "zsh", "fish", "sh", "dash", "ksh"];
const TERMINALS: [&str; 24] = [
    "Terminal",
    "WezTerm",
    "alacritty",
    "foot",
    "ghostty",
    "gnome-terminal-",
    "gnome-terminal-server",
    "guake",
    "iTerm2",
    "kitty",
    "konsole",
    "kgx",
    "ptyxis",
    "screen",
    "terminator",
    "tilix",
    "tmux",
    "tmux: server",
    "urxvt",
    "wezterm-gui",
    "xfce4-terminal",
    "xterm",
    "yakuake",
    "zellij",
];
/// Names, and how their makers write them.
const EDITORS: [(&str, &str); 26] = [
    ("Code", "Visual Studio Code"),
    ("Cursor", "Cursor"),
    ("Windsurf", "Windsurf"),
    ("clion", "CLion"),
    ("code", "Visual Studio Code"),
    ("code-insiders", "Visual Studio Code Insiders"),
    ("code-oss", "Code - OSS"),
    ("codium", "VSCodium"),
    ("cursor", "Cursor"),
    ("emacs", "Emacs"),
    ("goland", "GoLand"),
    ("idea", "IntelliJ IDEA"),
    ("kiro", "Kiro"),
    ("nvim", "Neovim"),
    ("phpstorm", "PhpStorm"),
    ("pycharm", "PyCharm"),
    ("qoder", "Qoder"),
    ("rubymine", "RubyMine"),
    ("rustrover", "RustRover"),
    ("sublime_text", "Sublime Text"),
    ("trae", "Trae"),
    ("vim", "Vim"),
    ("webstorm", "WebStorm"),
    ("windsurf", "Windsurf"),
    ("zed", "Zed"),
    ("zed-editor", "Zed"),
];
const TOOLS: [(&str, &str); 10] = [
    ("aider", "aider"),
    ("chatbox", "Chatbox"),
    ("cherry-studio", "Cherry Studio"),
    ("claude", "Claude Code"),
    ("cline", "Cline"),
    ("codex", "Codex CLI"),
    ("openclaw", "OpenClaw"),
    ("opencode", "OpenCode"),
    ("qwen", "Qwen Code"),
    ("xinference", "Xinference"),
];
const LANGUAGES: [&str; 24] = [
    "bun",
    "celery",
    "deno",
    "dotnet",
    "flask",
    "go",
    "gradio",
    "gunicorn",
    "ipython",
    "java",
    "jupyter",
    "jupyter-lab",
    "jupyter-notebook",
    "n8n",
    "node",
    "npm",
    "npx",
    "php",
    "poetry",
    "ruby",
    "streamlit",
    "uv",
    "uvicorn",
    "uwsgi",
];

/// Whether a program of this name runs what somebody wrote.
pub(in crate::doctor) fn is_language(name: &str) -> bool {
    let is_numbered = |stem: &str| {
        name.strip_prefix(stem).is_some_and(|rest| {
            rest.chars()
                .all(|letter| letter.is_ascii_digit() || letter == '.')
        })
    };
    LANGUAGES.contains(&name) || is_numbered("python") || is_numbered("pypy") || is_numbered("php")
}

/// Whether a program of this name is a tool that takes such keys.
pub(in crate::doctor) fn is_tool(name: &str) -> bool {
    TOOLS.iter().any(|(tool, _)| *tool == name)
}

/// What is kept of a program's arguments: its own name, and that of what it runs. One of the others may be a secret.
#[cfg_attr(windows, expect(dead_code, reason = "no program is looked into"))]
pub(super) fn names(own: &str, second: Option<&str>) -> Vec<String> {
    let last_part = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
    let runs = second.and_then(|second| match second {
        // A shell that is given a command.
        "-c" | "-lc" | "-ic" | "-lic" | "-ilc" | "-ec" => Some("-c".to_owned()),
        option if option.starts_with('-') => None,
        path if path.contains(['/', '.']) => {
            Some(last_part(path)).filter(|name| !name.starts_with("sk-") && !name.contains('='))
        }
        _ => None,
    });
    std::iter::once(last_part(own)).chain(runs).collect()
}

/// What a program with these names is: its own, then that of what it runs.
pub(super) fn of(names: &[String]) -> ProgramKind {
    let any = |is: &dyn Fn(&str) -> bool| names.iter().any(|name| is(name));
    let first = |is: &dyn Fn(&str) -> bool| names.first().is_some_and(|name| is(name));
    if any(&is_tool) {
        ProgramKind::Tool
    } else if first(&|name| EDITORS.iter().any(|(editor, _)| *editor == name)) {
        ProgramKind::Editor
    } else if first(&|name| TERMINALS.contains(&name)) {
        ProgramKind::Terminal
    } else if first(&is_language) {
        ProgramKind::Language
    } else if names.len() == 1 && first(&|name| SHELLS.contains(&name.trim_start_matches('-'))) {
        // With something to run it is that program's means, and nobody sits before it.
        ProgramKind::Shell
    } else {
        ProgramKind::Other
    }
}

/// The name to show.
pub(super) fn shown(names: &[String]) -> String {
    let known = names.iter().find_map(|name| {
        let found = TOOLS
            .iter()
            .chain(&EDITORS)
            .find(|(known, _)| known == name);
        found.map(|(_, title)| (*title).to_owned())
    });
    known.unwrap_or_else(|| match names {
        [] => String::new(),
        [name, script, ..] if is_language(name) => format!("{name} {script}"),
        [name, ..] => name.trim_start_matches('-').to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_are_told_by_name() {
        let of = |names: &[&str]| {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            (of(&names), shown(&names))
        };
        for (names, kind, name) in [
            (&["-zsh"][..], ProgramKind::Shell, "zsh"),
            (&["tmux: server"], ProgramKind::Terminal, "tmux: server"),
            (&["code"], ProgramKind::Editor, "Visual Studio Code"),
            (&["node", "claude"], ProgramKind::Tool, "Claude Code"),
            (
                &["python3.12", "app.py"],
                ProgramKind::Language,
                "python3.12 app.py",
            ),
            (&["pythonista"], ProgramKind::Other, "pythonista"),
            (&["bash", "run.sh"], ProgramKind::Other, "bash"),
            (&["sh", "-c"], ProgramKind::Other, "sh"),
            (&[], ProgramKind::Other, ""),
        ] {
            assert_eq!(of(names), (kind, name.to_owned()), "{names:?}");
        }
    }
}
