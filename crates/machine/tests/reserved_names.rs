//! The real shells are asked in which variables they take no text: setting one of those would end the reading of our file.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use std::process::Command;

use machine::{MachineError, check_variable};

/// Prints the name of each variable of a fresh shell which it does not let be set to a text.
const ZSH: &str =
    "for name in ${(k)parameters}; do (export $name=x) >/dev/null 2>&1 || print -r -- $name; done";
const BASH: &str = "for name in $(compgen -v); do (export $name=x) 2>/dev/null || echo $name; done";
const FISH: &str = "for name in (set -n); set -gx $name x 2>/dev/null; or echo $name; end";

#[test]
fn what_a_shell_keeps_for_itself_is_reserved() {
    let shells: [(&str, &[&str], &str); 3] = [
        ("zsh", &["-f", "-c"], ZSH),
        ("bash", &["--norc", "-c"], BASH),
        ("fish", &["-N", "-c"], FISH),
    ];
    for (shell, arguments, script) in shells {
        let asked = Command::new(shell)
            .args(arguments)
            .arg(script)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap())
            .output()
            .unwrap();
        let said = String::from_utf8(asked.stdout).unwrap();
        let open: Vec<&str> = said
            .lines()
            .filter(|name| check_variable(name).is_ok())
            .collect();
        assert_eq!(open, Vec::<&str>::new(), "{shell}");
        assert!(said.lines().count() >= 4, "{shell}: {said}");
        // zsh's `path` is its `PATH`, in another form.
        let tied = said.lines().any(|name| name == "path");
        assert_eq!(tied, shell == "zsh", "{shell}");
    }
    assert!(matches!(
        check_variable("path"),
        Err(MachineError::VariableReserved { .. })
    ));
}
