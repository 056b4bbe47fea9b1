//! What `ps xeww -o pid=,ppid=,tty=,etime=,command=` prints: one program a line, its environment after its arguments. This
//! is how macOS shows it; nothing but one variable is kept of a line, hashed.
//!
//! Spaces part everything, so neither an argument nor a value with a space in it can be told from its neighbours. A key
//! has none, and of the arguments only the names of programs are taken.

use jiff::{SignedDuration, Timestamp};
use secrecy::zeroize::Zeroizing;

use super::{Process, Seen, kind, sudo};
use crate::Surroundings;
use crate::doctor::value::Held;

/// The arguments that `ps` is given.
pub(super) const ARGUMENTS: [&str; 3] = ["xeww", "-o", "pid=,ppid=,tty=,etime=,command="];

/// The programs in what it printed.
pub(super) fn programs(
    surroundings: &Surroundings,
    printed: &str,
    variable: &str,
    now: Timestamp,
) -> Vec<Process> {
    printed
        .lines()
        .filter_map(|line| program(surroundings, line, variable, now))
        .collect()
}

fn program(
    surroundings: &Surroundings,
    line: &str,
    variable: &str,
    now: Timestamp,
) -> Option<Process> {
    let (pid, rest) = word(line)?;
    let (parent, rest) = word(rest)?;
    let (terminal, rest) = word(rest)?;
    let (elapsed, rest) = word(rest)?;
    let command = rest.trim_start();
    let words: Vec<&str> = command.split(' ').collect();
    let environment_at = words
        .iter()
        .position(|word| is_assignment(word))
        .unwrap_or(words.len());
    let arguments: Vec<Zeroizing<String>> = arguments(&words[..environment_at]);
    let names = kind::names(
        arguments.first()?,
        arguments.get(1).map(|second| second.as_str()),
    );
    let value = words[environment_at..]
        .iter()
        .find_map(|word| word.strip_prefix(variable)?.strip_prefix('='))
        .filter(|value| !value.is_empty());
    let environment = match value {
        Some(value) => Seen::Value(Held::plain(surroundings, value)),
        // Without a single variable the system did not let this user look.
        None if environment_at == words.len() => Seen::Hidden,
        None => Seen::Nothing,
    };
    Some(Process {
        pid: pid.parse().ok()?,
        parent: parent.parse().ok()?,
        has_terminal: !terminal.starts_with('?'),
        started: now.checked_sub(duration(elapsed)?).ok(),
        environment,
        under_sudo: sudo::command(names.first()?, &arguments),
        names,
    })
}

fn word(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    text.split_once(' ')
}

/// `PATH=/usr/bin`, and not an option such as `--port=80`.
fn is_assignment(word: &str) -> bool {
    word.split_once('=').is_some_and(|(name, _)| {
        name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
            && name
                .chars()
                .all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
    })
}

/// The arguments, the first of which may be a path with spaces: `/Applications/Visual Studio Code.app/Contents/MacOS/Code`.
fn arguments(words: &[&str]) -> Vec<Zeroizing<String>> {
    let inside_bundle = words
        .iter()
        .position(|word| word.contains(".app/Contents/"))
        .filter(|_| words.first().is_some_and(|first| first.starts_with('/')));
    let first = inside_bundle.map_or(1, |at| at + 1).min(words.len());
    let (own, rest) = words.split_at(first);
    let own = own.join(" ");
    // Electron's programs are all called alike; the bundle has the name.
    let own = match own.split_once(".app/Contents/") {
        Some((bundle, "MacOS/Electron")) => bundle.rsplit('/').next().unwrap_or(bundle).to_owned(),
        _ => own,
    };
    let own = if own == "Visual Studio Code" {
        "Code".to_owned()
    } else {
        own
    };
    std::iter::once(own)
        .filter(|own| !own.is_empty())
        .chain(rest.iter().map(|word| (*word).to_owned()))
        .map(Zeroizing::new)
        .collect()
}

/// `[[days-]hours:]minutes:seconds`
fn duration(elapsed: &str) -> Option<SignedDuration> {
    let (days, clock) = match elapsed.split_once('-') {
        Some((days, clock)) => (days.parse::<i64>().ok()?, clock),
        None => (0, elapsed),
    };
    let mut seconds: i64 = 0;
    for part in clock.split(':') {
        seconds = seconds.checked_mul(60)?.checked_add(part.parse().ok()?)?;
    }
    Some(SignedDuration::from_secs(
        days.checked_mul(86_400)?.checked_add(seconds)?,
    ))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::doctor::ProgramKind;

    const PRINTED: &str = "\
  501     1 ??       2-03:04:05 /Applications/Visual Studio Code.app/Contents/MacOS/Electron --no-sandbox PATH=/usr/bin:/bin HOME=/Users/ann
  777   501 ttys001       01:02 -zsh TERM=xterm-256color DASHSCOPE_API_KEY=sk-0123456789abcdef0123456789abcdef SHELL=/bin/zsh
  778   777 ttys001       00:09 node /usr/local/bin/claude --port=80 HOME=/Users/ann DASHSCOPE_API_KEY=
  900     1 ??    1-00:00:00 /usr/sbin/cfprefsd agent
broken
";

    fn surroundings() -> Surroundings {
        Surroundings::new(
            "/h".into(),
            "/h/.config".into(),
            "/s".into(),
            BTreeMap::new(),
            None,
            |value| format!("{}…", &value[..5]),
        )
    }

    fn of(printed: &str) -> Vec<Process> {
        let now = Timestamp::from_second(1_000_000).unwrap();
        programs(&surroundings(), printed, "DASHSCOPE_API_KEY", now)
    }

    #[test]
    fn programs_are_read_with_one_variable_of_each() {
        let all = of(PRINTED);
        let names: Vec<_> = all
            .iter()
            .map(|process| (process.pid, process.shown_name(), process.has_terminal))
            .collect();
        assert_eq!(
            names,
            [
                (501, "Visual Studio Code".to_owned(), false),
                (777, "zsh".to_owned(), true),
                (778, "Claude Code".to_owned(), true),
                (900, "cfprefsd".to_owned(), false),
            ]
        );
        assert_eq!(all[0].kind(), ProgramKind::Editor);
        let began = Timestamp::from_second(1_000_000 - 2 * 86_400 - 3 * 3600 - 4 * 60 - 5).unwrap();
        assert_eq!(all[0].started, Some(began));
        assert_eq!(all[0].environment, Seen::Nothing);
        assert!(
            matches!(&all[1].environment, Seen::Value(held) if held.masked() == Some("sk-01…"))
        );
        assert_eq!((all[2].parent, &all[2].environment), (777, &Seen::Nothing));
        assert_eq!(all[3].environment, Seen::Hidden);
    }

    /// Linux has the same program, with the same words.
    #[test]
    fn what_the_real_program_prints_is_understood() {
        let mut child = std::process::Command::new("sleep")
            .arg("30")
            .env_clear()
            .envs([
                ("PATH", "/usr/bin:/bin"),
                ("DASHSCOPE_API_KEY", "sk-real-one"),
            ])
            .spawn()
            .unwrap();
        let printed = std::process::Command::new("ps")
            .args(ARGUMENTS)
            .output()
            .unwrap();
        let printed = String::from_utf8_lossy(&printed.stdout).into_owned();
        let found = of(&printed);
        child.kill().unwrap();
        child.wait().unwrap();
        let process = found
            .iter()
            .find(|process| process.pid == child.id())
            .unwrap();
        assert_eq!(
            (process.names[0].as_str(), process.parent),
            ("sleep", std::process::id())
        );
        assert!(
            matches!(&process.environment, Seen::Value(held) if held.masked() == Some("sk-re…"))
        );
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_harm(text in "[ -~\n]{0,200}") {
            of(&text);
        }
    }
}
