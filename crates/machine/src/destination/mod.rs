//! The places where programs of this system look for variables.
//!
//! Each place is a module that answers the questions of [`Destination`]. [`destinations`] lists those of the system that
//! the program was built for: another system's places become modules of their own here, and nothing else changes.

mod bash;
mod desktop;
mod fish;
mod launch_agent;
mod shell;
mod windows_user;
mod zsh;

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::foreign::Grammar;
use crate::launch::ONLY;
use crate::shell::Shell;
use crate::value_file::Dialect;
use crate::{ForeignLine, MachineError, OperatingSystem, Surroundings};

/// A place where programs look for variables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DestinationId {
    /// bash's start-up file.
    Bash,
    /// zsh's start-up file.
    Zsh,
    /// fish's start-up file.
    Fish,
    /// `~/.config/environment.d`, for programs started from the desktop.
    Desktop,
    /// A LaunchAgent of macOS, for programs started from the Dock.
    LaunchAgent,
    /// The user's variables in the registry of Windows, for terminals and the desktop alike.
    WindowsUser,
}

/// A file of others that the place reads too. It is looked at, never written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AlsoRead {
    pub(crate) path: PathBuf,
    /// It is read after our value and could put another in its place.
    pub(crate) later: bool,
}

impl AlsoRead {
    /// A file that is read before our value is.
    fn earlier(path: PathBuf) -> Self {
        Self { path, later: false }
    }
}

/// What there is to know about a place.
pub(crate) trait Destination {
    /// Which it is.
    fn id(&self) -> DestinationId;
    /// The program that it needs.
    fn program_name(&self) -> &'static str;
    /// Whether it exists on this computer.
    fn is_available(&self) -> bool;
    /// Whether it should be ticked when the user has not said anything.
    fn is_recommended(&self) -> bool;
    /// Whether it is the login shell.
    fn is_login_shell(&self) -> bool {
        false
    }
    /// Our file with the value.
    fn value_file(&self) -> &Path;
    /// How that file is written.
    fn dialect(&self) -> Dialect;
    /// The start-up file that gets our block. None if the value file is found by itself.
    fn start_up_file(&self) -> Option<&Path> {
        None
    }
    /// A file of ours that has the value file run, with what stands in it.
    fn agent(&self) -> Option<(&Path, String)> {
        None
    }
    /// Other files that are read for it.
    fn also_read(&self) -> Vec<AlsoRead> {
        Vec::new()
    }
    /// How those files and the start-up file are read.
    fn grammar(&self) -> Grammar;
    /// The shell that checks the start-up file and tells what it sees.
    fn shell(&self) -> Option<&Shell> {
        None
    }

    /// A value for every user of the computer which counts where the place has none.
    fn machine_wide(&self, _surroundings: &Surroundings, _variable: &str) -> Option<ForeignLine> {
        None
    }

    /// The file or folder to show for it.
    fn shown_path(&self) -> &Path {
        self.start_up_file().unwrap_or_else(|| self.value_file())
    }
}

/// Every place of this system, available or not, in the order in which they are shown. Windows has one for everything, only
/// Linux reads `environment.d`, and only macOS has LaunchAgents.
pub(crate) fn destinations(surroundings: &Surroundings) -> Vec<Box<dyn Destination>> {
    let for_the_desktop: Box<dyn Destination> = match surroundings.operating_system {
        OperatingSystem::Windows => {
            return vec![Box::new(windows_user::WindowsUser::new(surroundings))];
        }
        OperatingSystem::Macos => Box::new(launch_agent::LaunchAgent::new(surroundings)),
        OperatingSystem::Linux => Box::new(desktop::Desktop::new(surroundings)),
    };
    vec![
        Box::new(bash::bash(surroundings)),
        Box::new(zsh::zsh(surroundings)),
        Box::new(fish::fish(surroundings)),
        for_the_desktop,
    ]
}

/// The line of a block that reads our file if it can be read, except in a terminal that was opened with values of its own.
pub(crate) fn source_line(
    surroundings: &Surroundings,
    grammar: Grammar,
    value_file: &Path,
) -> Result<String, MachineError> {
    let path = shell_path(surroundings, grammar, value_file)?;
    Ok(match grammar {
        Grammar::Fish => format!("if not set -q {ONLY}; and test -r {path}; source {path}; end"),
        Grammar::Sh | Grammar::EnvironmentD => {
            format!("if [ -z \"${{{ONLY}-}}\" ] && [ -r {path} ]; then . {path}; fi")
        }
    })
}

/// A path as a shell reads it: below `$HOME` where it can be, so that a start-up file shared between computers works.
fn shell_path(
    surroundings: &Surroundings,
    grammar: Grammar,
    path: &Path,
) -> Result<String, MachineError> {
    let text = path
        .to_str()
        .filter(|text| !text.contains(char::is_control));
    let text = text.ok_or_else(|| MachineError::PathUnsupported {
        path: path.to_owned(),
    })?;
    let is_plain = |text: &str| {
        text.chars()
            .all(|letter| letter.is_ascii_alphanumeric() || "/._-+@, ".contains(letter))
    };
    let below_home = path
        .strip_prefix(&surroundings.home)
        .ok()
        .and_then(Path::to_str);
    Ok(match below_home.filter(|rest| is_plain(rest)) {
        Some(rest) => format!("\"$HOME/{rest}\""),
        None if grammar == Grammar::Fish => {
            format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
        }
        None => format!("'{}'", text.replace('\'', "'\\''")),
    })
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn a_path_is_written_below_home_or_quoted() {
        let path = |own: &str, grammar| {
            let home = PathBuf::from("/home/a");
            let surroundings =
                Surroundings::new(home, own.into(), "/s".into(), BTreeMap::new(), None, |_| {
                    String::new()
                });
            source_line(&surroundings, grammar, &Path::new(own).join("env.sh")).unwrap()
        };
        assert_eq!(
            path("/home/a/.config", Grammar::Sh),
            "if [ -z \"${STUDIO_KEYS_ONLY-}\" ] && [ -r \"$HOME/.config/env.sh\" ]; then . \"$HOME/.config/env.sh\"; fi"
        );
        assert_eq!(
            path("/x y/it's", Grammar::Sh),
            "if [ -z \"${STUDIO_KEYS_ONLY-}\" ] && [ -r '/x y/it'\\''s/env.sh' ]; then . '/x y/it'\\''s/env.sh'; fi"
        );
        assert_eq!(
            path("/it's", Grammar::Fish),
            "if not set -q STUDIO_KEYS_ONLY; and test -r '/it\\'s/env.sh'; source '/it\\'s/env.sh'; end"
        );
        assert_eq!(
            path("/home/a/$x", Grammar::Sh),
            "if [ -z \"${STUDIO_KEYS_ONLY-}\" ] && [ -r '/home/a/$x/env.sh' ]; then . '/home/a/$x/env.sh'; fi"
        );
    }
}
