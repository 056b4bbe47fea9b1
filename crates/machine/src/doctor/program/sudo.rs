//! Programs under `sudo`, which starts them with an environment of its own making.
//!
//! What it really handed on cannot be seen from outside, nor whether its settings make an exception. So it is told only of
//! what could use a key and was started without being told to keep anything.

use secrecy::zeroize::Zeroizing;

use super::Process;
use super::kind::{is_language, is_tool};

/// A program that runs under `sudo`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SudoProgram {
    /// What `sudo` started, without a folder.
    pub name: String,
}

/// Those among the programs that were started by this user.
pub(in crate::doctor) fn under_sudo(all: &[Process]) -> Vec<SudoProgram> {
    let mut found: Vec<SudoProgram> = Vec::new();
    for process in all {
        let Some(name) = &process.under_sudo else {
            continue;
        };
        let by_this_user = all.iter().any(|other| other.pid == process.parent);
        if by_this_user && found.iter().all(|other| other.name != *name) {
            found.push(SudoProgram { name: name.clone() });
        }
    }
    found
}

/// What `sudo` was told to start, if this is it, it was not told to keep the environment, and what it starts could use a key.
#[cfg_attr(
    all(windows, not(test)),
    expect(dead_code, reason = "no program is looked into")
)]
pub(super) fn command(name: &str, arguments: &[Zeroizing<String>]) -> Option<String> {
    if name != "sudo" {
        return None;
    }
    let is_sudo = |argument: &Zeroizing<String>| argument.rsplit('/').next() == Some("sudo");
    let begin = arguments.iter().position(is_sudo)? + 1;
    let mut rest = arguments.get(begin..)?.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--preserve-env" | "--shell" | "--login" => return None,
            text if text.starts_with("--preserve-env=") => return None,
            "-u" | "-g" | "-h" | "-p" | "-C" | "-D" | "-R" | "-T" | "-r" | "-t" | "-U" => {
                rest.next();
            }
            "--" => {}
            text if text.starts_with("--") => {}
            text if text.starts_with('-') => {
                if text.contains(['E', 'i', 's', 'e', 'l', 'v', 'k', 'K']) {
                    return None;
                }
            }
            // `sudo NAME=value program` hands that one on.
            text if text.contains('=') => return None,
            program => {
                let program = program.rsplit('/').next().unwrap_or(program);
                return (is_language(program) || is_tool(program)).then(|| program.to_owned());
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_loses_the_variable_is_told() {
        let of = |line: &str| {
            let arguments: Vec<_> = line
                .split(' ')
                .map(|argument| Zeroizing::new(argument.to_owned()))
                .collect();
            command("sudo", &arguments)
        };
        assert_eq!(of("sudo python3 app.py").as_deref(), Some("python3"));
        assert_eq!(
            of("/usr/bin/sudo -n -u www /opt/node -e x").as_deref(),
            Some("node")
        );
        for kept in [
            "sudo",
            "sudo -E python3",
            "sudo -nE python3",
            "sudo --preserve-env=KEY python3",
            "sudo KEY=a python3",
            "sudo -i",
            "sudo apt-get update",
            "python3 sudoku.py",
        ] {
            assert_eq!(of(kept), None, "{kept}");
        }
        assert_eq!(command("bash", &[Zeroizing::new("sudo".to_owned())]), None);
    }
}
