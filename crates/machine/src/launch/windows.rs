//! A program that stands on its own. The same name as in `unix`, where a terminal is a program with a window; here a shell gets
//! its window from the system.

use std::os::windows::process::CommandExt;
use std::process::{Command, Stdio};

use super::LaunchKind;

/// CREATE_NEW_CONSOLE.
const A_WINDOW: u32 = 0x10;
/// CREATE_NO_WINDOW: an editor is often started by a batch file, which has no need of one.
const NO_WINDOW: u32 = 0x0800_0000;

/// Has it started so.
pub(super) fn stand_alone(command: &mut Command, kind: LaunchKind) {
    match kind {
        // It reads from its window and writes there.
        LaunchKind::Terminal => command.creation_flags(A_WINDOW),
        LaunchKind::Editor => command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .creation_flags(NO_WINDOW),
    };
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::Path;
    use std::time::{Duration, Instant};

    use secrecy::SecretString;

    use crate::{LaunchKind, Surroundings, launch, launchables};

    /// What a batch file in the place of a program wrote down, in a while.
    fn said(path: &Path) -> String {
        let begun = Instant::now();
        loop {
            match std::fs::read_to_string(path) {
                Ok(said) if said.ends_with('\n') => return said.trim_end().to_owned(),
                _ if begun.elapsed() > Duration::from_secs(30) => panic!("it said nothing"),
                _ => std::thread::sleep(Duration::from_millis(20)),
            }
        }
    }

    #[test]
    fn a_shell_and_an_editor_see_the_variables() {
        let folder = tempfile::tempdir().unwrap();
        let home = folder.path().to_owned();
        for program in ["powershell", "code"] {
            let file = home.join(format!("{program}.cmd"));
            let line = format!(
                "@echo %DASHSCOPE_API_KEY% %STUDIO_KEYS_ONLY% %*>\"%~dp0{program}.said\"\r\n"
            );
            std::fs::write(file, line).unwrap();
        }
        let mut environment: BTreeMap<String, String> = std::env::vars()
            .filter(|(name, _)| !name.eq_ignore_ascii_case("PATH"))
            .collect();
        environment.insert("Path".to_owned(), home.display().to_string());
        let (config, state) = (home.join("config"), home.join("state"));
        let here = Surroundings::new(home.clone(), config, state, environment, None, |_| {
            String::new()
        });
        let found: Vec<_> = launchables(&here)
            .into_iter()
            .map(|one| (one.id, one.kind, one.program))
            .collect();
        assert_eq!(
            found,
            [
                (
                    "powershell",
                    LaunchKind::Terminal,
                    home.join("powershell.cmd")
                ),
                ("code", LaunchKind::Editor, home.join("code.cmd")),
            ]
        );
        let value = SecretString::from("sk-only-for-this-one-0123456789");
        let variables = [("DASHSCOPE_API_KEY".to_owned(), value)];
        for (program, arguments) in [("powershell", ""), ("code", "--new-window")] {
            launch(&here, program, &variables).unwrap();
            let expected = format!("sk-only-for-this-one-0123456789 1 {arguments}");
            assert_eq!(said(&home.join(format!("{program}.said"))), expected.trim());
        }
    }
}
