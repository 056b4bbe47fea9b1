//! The lines themselves, as the platform's guide gives them, quoted so that any value stays a value.

use secrecy::zeroize::Zeroizing;

use crate::wire::LineScope::{self, Permanent, Terminal};
use crate::wire::LineShell::{self, Bash, CommandPrompt, Fish, PowerShell, Zsh};
use crate::wire::PlatformView;

/// The shells of a system, each with both scopes.
pub(super) fn of_system(system: PlatformView) -> impl Iterator<Item = (LineShell, LineScope)> {
    let shells: &[LineShell] = match system {
        PlatformView::Windows => &[PowerShell, CommandPrompt],
        PlatformView::Macos => &[Zsh, Bash, Fish],
        PlatformView::Linux => &[Bash, Zsh, Fish],
    };
    shells
        .iter()
        .flat_map(|shell| [(*shell, Terminal), (*shell, Permanent)])
}

/// The lines that set `variable` to `value`.
pub(super) fn lines(
    system: PlatformView,
    shell: LineShell,
    scope: LineScope,
    variable: &str,
    value: &str,
) -> Zeroizing<String> {
    let sh = || Zeroizing::new(format!("export {variable}={}", *in_sh(value)));
    let file = match shell {
        Zsh => "~/.zshrc",
        _ if system == PlatformView::Macos => "~/.bash_profile",
        _ => "~/.bashrc",
    };
    Zeroizing::new(match (shell, scope) {
        (Bash | Zsh, Terminal) => format!("{}\n", *sh()),
        (Bash | Zsh, Permanent) => format!("echo {} >> {file}\nsource {file}\n", *in_sh(&sh())),
        (Fish, Terminal) => format!("set -gx {variable} {}\n", *in_fish(value)),
        (Fish, Permanent) => format!("set -Ux {variable} {}\n", *in_fish(value)),
        (PowerShell, Terminal) => format!("$env:{variable} = {}\n", *in_power_shell(value)),
        (PowerShell, Permanent) => format!(
            "[Environment]::SetEnvironmentVariable({}, {}, [EnvironmentVariableTarget]::User)\n",
            *in_power_shell(variable),
            *in_power_shell(value)
        ),
        (CommandPrompt, Terminal) => format!("set \"{variable}={value}\"\r\n"),
        (CommandPrompt, Permanent) => format!("setx {variable} \"{value}\"\r\n"),
    })
}

fn in_sh(text: &str) -> Zeroizing<String> {
    Zeroizing::new(format!("'{}'", text.replace('\'', r"'\''")))
}

fn in_fish(text: &str) -> Zeroizing<String> {
    let text = text.replace('\\', r"\\").replace('\'', r"\'");
    Zeroizing::new(format!("'{text}'"))
}

fn in_power_shell(text: &str) -> Zeroizing<String> {
    Zeroizing::new(format!("'{}'", text.replace('\'', "''")))
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    const EVIL: &str = "sk-'; echo \"$HOME\" `id` \\ #";

    fn of(shell: LineShell, scope: LineScope, value: &str) -> String {
        lines(PlatformView::Linux, shell, scope, "K", value).to_string()
    }

    #[test]
    fn they_are_the_guides() {
        let permanent = of(Bash, Permanent, "sk-1");
        assert_eq!(
            permanent,
            "echo 'export K='\\''sk-1'\\''' >> ~/.bashrc\nsource ~/.bashrc\n"
        );
        let on_macos = lines(PlatformView::Macos, Bash, Permanent, "K", "sk-1");
        assert!(on_macos.contains("~/.bash_profile"));
        assert_eq!(of(CommandPrompt, Terminal, "sk-1"), "set \"K=sk-1\"\r\n");
        assert_eq!(of(CommandPrompt, Permanent, "sk-1"), "setx K \"sk-1\"\r\n");
        assert_eq!(of(PowerShell, Terminal, "it's"), "$env:K = 'it''s'\n");
        assert_eq!(
            of(PowerShell, Permanent, "sk-1"),
            "[Environment]::SetEnvironmentVariable('K', 'sk-1', [EnvironmentVariableTarget]::User)\n"
        );
    }

    /// Real shells run them in a home of their own.
    #[test]
    fn a_shell_has_the_value_whatever_is_in_it() {
        for (name, shell) in [("bash", Bash), ("zsh", Zsh), ("fish", Fish)] {
            for scope in [Terminal, Permanent] {
                let home = tempfile::tempdir().unwrap();
                let script = format!("{}printf %s \"$K\"", of(shell, scope, EVIL));
                let ran = Command::new(name)
                    .args(["-c", &script])
                    .env("HOME", home.path())
                    .env("XDG_CONFIG_HOME", home.path())
                    .env("XDG_DATA_HOME", home.path())
                    .output()
                    .unwrap();
                assert_eq!(
                    String::from_utf8_lossy(&ran.stdout),
                    EVIL,
                    "{name} {scope:?}: {}",
                    String::from_utf8_lossy(&ran.stderr)
                );
            }
        }
    }
}
