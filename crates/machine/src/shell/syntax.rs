//! Whether a shell can read a start-up file: its own `-n`, which runs nothing.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use super::fresh::{Ended, Start, run};
use super::{Shell, ShellKind};
use crate::{MachineError, Surroundings};

/// How long a shell may take to read the largest file.
const LIMIT: Duration = Duration::from_secs(30);

/// What to read.
#[derive(Clone, Copy)]
pub(crate) enum Script<'a> {
    /// A file as it is on disk: the shell then names the line.
    File(&'a Path),
    /// What would be written.
    Bytes(&'a [u8]),
}

/// What a shell has against a file, without a word of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Complaint {
    pub(crate) line: Option<u32>,
    pub(crate) said: String,
}

impl Shell {
    /// Reads a script without running it. None if there is nothing to say against it.
    pub(crate) fn complaint(
        &self,
        surroundings: &Surroundings,
        script: Script<'_>,
    ) -> Result<Option<Complaint>, MachineError> {
        let complaint = self.read(surroundings, script, &[])?;
        if complaint.is_some() && self.kind == ShellKind::Bash {
            // Many a .bashrc sets this option in its first lines, which only reading does not see.
            return Ok(self
                .read(surroundings, script, &["-O", "extglob"])?
                .and(complaint));
        }
        Ok(complaint)
    }

    /// Whether a file that the shell accepts ends inside something that would swallow what is added, such as a
    /// here-document: then even an error at the end goes unnoticed.
    pub(crate) fn swallows_the_end(
        &self,
        surroundings: &Surroundings,
        bytes: &[u8],
    ) -> Result<bool, MachineError> {
        let error: &[u8] = if self.kind == ShellKind::Fish {
            b"\nend\n"
        } else {
            b"\n)\n"
        };
        let probe = secrecy::zeroize::Zeroizing::new([bytes, error].concat());
        Ok(self
            .complaint(surroundings, Script::Bytes(&probe))?
            .is_none())
    }

    fn read(
        &self,
        surroundings: &Surroundings,
        script: Script<'_>,
        more: &[&str],
    ) -> Result<Option<Complaint>, MachineError> {
        let usual: &[&str] = match self.kind {
            ShellKind::Bash => &["--norc", "--noprofile", "-n"],
            ShellKind::Zsh => &["-f", "-n"],
            ShellKind::Fish => &["-n"],
        };
        let mut arguments: Vec<String> = usual
            .iter()
            .chain(more)
            .map(|text| (*text).to_owned())
            .collect();
        let input = match script {
            Script::File(path) => {
                arguments.push(path.to_string_lossy().into_owned());
                &[]
            }
            // Never empty: that would be no input at all.
            Script::Bytes([]) => &b"\n"[..],
            Script::Bytes(bytes) => bytes,
        };
        let mut environment = BTreeMap::new();
        if let Some(path) = surroundings.environment.get("PATH") {
            environment.insert("PATH".to_owned(), path.clone());
        }
        // Its words are taken apart below.
        environment.insert("LC_ALL".to_owned(), "C".to_owned());
        environment.insert(
            "HOME".to_owned(),
            surroundings.home.to_string_lossy().into_owned(),
        );
        let setsid = surroundings.program("setsid");
        let start = Start {
            program: &self.program,
            arguments,
            environment,
            folder: Path::new("/"),
            setsid,
            input,
            limit: LIMIT,
        };
        match run(start, &|_| false) {
            Ended::Done { success: true, .. } => Ok(None),
            Ended::Done { errors, .. } => Ok(Some(Complaint::from_words(&errors, script))),
            Ended::TimedOut | Ended::NotStarted => Err(MachineError::ShellUnusable {
                program: self.program.clone(),
            }),
        }
    }
}

impl Complaint {
    /// Takes the shell's first line apart. What it quotes is from the file and may be a key, so it is left out.
    fn from_words(words: &[u8], script: Script<'_>) -> Self {
        let words = String::from_utf8_lossy(words);
        let mut words = words
            .lines()
            .find(|line| !line.trim().is_empty())
            .unwrap_or_default()
            .trim();
        if let Script::File(path) = script {
            let path = path.to_string_lossy();
            // fish writes the home folder as ~, so its path is not the one it was given.
            let fish = words.split_once(" (line ").map(|(_, rest)| rest);
            words = fish
                .or_else(|| words.split_once(path.as_ref()).map(|(_, rest)| rest))
                .unwrap_or_default();
        } else {
            words = words.split_once(':').map_or(words, |(_, rest)| rest);
        }
        let words = words.trim_start_matches([':', ' ', '(']);
        let numbered = words.strip_prefix("line ").unwrap_or(words);
        let digits = numbered.bytes().take_while(u8::is_ascii_digit).count();
        let (line, rest) = match numbered[..digits].parse() {
            Ok(line) => (Some(line), &numbered[digits..]),
            Err(_) => (None, words),
        };
        let said = rest.trim_start_matches([':', ' ', ')']);
        // zsh puts what it found behind a colon, without quotes.
        let said = match said.strip_prefix("parse error: ") {
            Some(more) => more.split(':').next().unwrap_or_default(),
            None => said,
        };
        let said = said
            .split(['`', '\'', '"', '\u{2018}', '\u{201c}'])
            .next()
            .unwrap_or_default();
        Self {
            line,
            said: said.trim_end().chars().take(120).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaint(words: &str, path: Option<&str>) -> (Option<u32>, String) {
        let script = path.map_or(Script::Bytes(b""), |path| Script::File(Path::new(path)));
        let complaint = Complaint::from_words(words.as_bytes(), script);
        (complaint.line, complaint.said)
    }

    #[test]
    fn what_shells_say_loses_what_they_quote() {
        let near = "syntax error near unexpected token".to_owned();
        let words = "/h/.bashrc: line 12: syntax error near unexpected token `sk-secret'\n/h/.bashrc: line 12: `x'";
        assert_eq!(
            complaint(words, Some("/h/.bashrc")),
            (Some(12), near.clone())
        );
        assert_eq!(
            complaint(
                "bash: line 2: syntax error near unexpected token `fi'",
                None
            ),
            (Some(2), near)
        );
        assert_eq!(
            complaint("/h/.zshrc:7: parse error near `sk'", Some("/h/.zshrc")),
            (Some(7), "parse error near".into())
        );
        assert_eq!(
            complaint("zsh: unmatched '", None),
            (None, "unmatched".into())
        );
        let expected = "condition expected".to_owned();
        assert_eq!(
            complaint(
                "/h/.zshrc:7: parse error: condition expected: sk-secret: more",
                Some("/h/.zshrc")
            ),
            (Some(7), expected.clone())
        );
        assert_eq!(
            complaint("zsh: parse error: condition expected: sk-secret", None),
            (None, expected)
        );
        assert_eq!(
            complaint("bash: line 2: syntax error: unexpected end of file", None),
            (Some(2), "syntax error: unexpected end of file".into())
        );
        let words = "~/config.fish (line 3): Missing end to balance this if statement\nif true\n^^";
        let missing = "Missing end to balance this if statement".to_owned();
        assert_eq!(complaint(words, Some("/h/config.fish")), (Some(3), missing));
        let words = "fish: Unsupported use of '='. In fish, please use 'set A sk-secret'.";
        assert_eq!(complaint(words, None), (None, "Unsupported use of".into()));
    }
}
