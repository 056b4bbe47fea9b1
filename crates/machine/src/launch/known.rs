//! The programs that can be started with variables. Another one is a row here.
//!
//! macOS's own Terminal and iTerm are not among them: launchd starts them, with its environment, and a window that is open opens
//! the next one. A value would have to be typed into the window, where it is seen and kept in the shell's history, or stand in
//! a file. So people open one themselves and paste the line.

use super::LaunchKind::{self, Editor, Terminal};

/// A program that may be on this computer.
pub(super) struct Known {
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) kind: LaunchKind,
    /// Names in the `PATH`, or paths; the first that is there is started.
    pub(super) programs: &'static [&'static str],
    /// With these the program is one of its own, where it would else hand over to one that runs.
    pub(super) arguments: &'static [&'static str],
    /// It may hand over all the same.
    pub(super) hands_over: bool,
}

const fn program(
    id: &'static str,
    name: &'static str,
    kind: LaunchKind,
    programs: &'static [&'static str],
) -> Known {
    Known {
        id,
        name,
        kind,
        programs,
        arguments: &[],
        hands_over: matches!(kind, Editor),
    }
}

const fn with(known: Known, arguments: &'static [&'static str]) -> Known {
    Known { arguments, ..known }
}

/// Those of all systems: what is not here is not found. A name stands before what the system prefers if it needs arguments, so
/// that the preference for it is found to be the same.
pub(super) const ALL: &[Known] = &[
    with(
        program("konsole", "Konsole", Terminal, &["konsole"]),
        &["--separate"],
    ),
    with(
        program(
            "xfce4-terminal",
            "Xfce Terminal",
            Terminal,
            &["xfce4-terminal"],
        ),
        &["--disable-server"],
    ),
    program(
        "x-terminal-emulator",
        "Terminal",
        Terminal,
        &["x-terminal-emulator"],
    ),
    // Hands the environment of who calls it to the terminal that it opens.
    program(
        "gnome-terminal",
        "GNOME Terminal",
        Terminal,
        &["gnome-terminal"],
    ),
    program(
        "kitty",
        "kitty",
        Terminal,
        &["kitty", "/Applications/kitty.app/Contents/MacOS/kitty"],
    ),
    program(
        "alacritty",
        "Alacritty",
        Terminal,
        &[
            "alacritty",
            "/Applications/Alacritty.app/Contents/MacOS/alacritty",
        ],
    ),
    program(
        "wezterm",
        "WezTerm",
        Terminal,
        &[
            "wezterm-gui",
            "/Applications/WezTerm.app/Contents/MacOS/wezterm-gui",
        ],
    ),
    program("xterm", "xterm", Terminal, &["xterm"]),
    // Windows Terminal is not among them: it gives what it opens the variables of the registry. It shows these two where it is
    // the user's choice. On Linux they can be there too, where that is a part of Windows.
    #[cfg(windows)]
    program(
        "powershell",
        "PowerShell",
        Terminal,
        &["pwsh", "powershell"],
    ),
    #[cfg(windows)]
    program("command-prompt", "Command Prompt", Terminal, &["cmd"]),
    with(
        program(
            "code",
            "Visual Studio Code",
            Editor,
            &[
                "code",
                "/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code",
            ],
        ),
        &["--new-window"],
    ),
    with(
        program(
            "cursor",
            "Cursor",
            Editor,
            &[
                "cursor",
                "/Applications/Cursor.app/Contents/Resources/app/bin/cursor",
            ],
        ),
        &["--new-window"],
    ),
    with(
        program(
            "codium",
            "VSCodium",
            Editor,
            &[
                "codium",
                "/Applications/VSCodium.app/Contents/Resources/app/bin/codium",
            ],
        ),
        &["--new-window"],
    ),
    program(
        "zed",
        "Zed",
        Editor,
        &["zed", "zeditor", "/Applications/Zed.app/Contents/MacOS/cli"],
    ),
    program(
        "pycharm",
        "PyCharm",
        Editor,
        &[
            "pycharm",
            "pycharm-community",
            "/Applications/PyCharm.app/Contents/MacOS/pycharm",
        ],
    ),
    program(
        "idea",
        "IntelliJ IDEA",
        Editor,
        &[
            "idea",
            "/Applications/IntelliJ IDEA.app/Contents/MacOS/idea",
        ],
    ),
];
