//! What a fresh shell sees.
//!
//! The shell starts as a new terminal would start it, with all its start-up files. What those print cannot be told from
//! an answer, so the answer stands between two random marks. The value itself is never in an argument or a file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};

use super::fresh::{Ended, Start, run};
use super::{Shell, ShellKind};
use crate::{MachineError, OperatingSystem, Surroundings};

/// What it sees.
pub(crate) enum Report {
    Value(SecretString),
    Nothing,
    /// It ended, or became another program, before it could answer.
    NoAnswer,
    TimedOut,
}

/// Where an answer begins and ends. Each is written in two halves, so that a shell which echoes the command, in a
/// window title for instance, does not print it whole.
struct Marks {
    halves: [String; 4],
}

impl Marks {
    fn new() -> Result<Self, MachineError> {
        let mut random = [0u8; 32];
        getrandom::fill(&mut random).map_err(|_| MachineError::NoRandomness)?;
        let half =
            |number: usize| data_encoding::HEXLOWER.encode(&random[number * 8..number * 8 + 8]);
        Ok(Self {
            halves: [half(0), half(1), half(2), half(3)],
        })
    }

    fn between<'a>(&self, output: &'a [u8]) -> Option<&'a [u8]> {
        let [begin, begin_rest, end, end_rest] = &self.halves;
        let (begin, end) = (format!("{begin}{begin_rest}"), format!("{end}{end_rest}"));
        let start = position(output, begin.as_bytes())? + begin.len();
        let length = position(&output[start..], end.as_bytes())?;
        Some(&output[start..start + length])
    }
}

fn position(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack
        .windows(needle.len())
        .position(|window| window == needle)
}

impl Shell {
    /// What a new terminal with this shell has in `variable`, exported to the programs that it starts.
    pub(crate) fn report(
        &self,
        surroundings: &Surroundings,
        variable: &str,
    ) -> Result<Report, MachineError> {
        let marks = Marks::new()?;
        let sh = surroundings
            .program("sh")
            .unwrap_or_else(|| PathBuf::from("/bin/sh"));
        let printenv = surroundings
            .program("printenv")
            .unwrap_or_else(|| PathBuf::from("printenv"));
        // One command, and not the shell's own words: a start-up file may have made aliases or traps of those.
        let inner = "printf %s%s \"$1\" \"$2\"; \"$5\" \"$6\"; printf %s%s \"$3\" \"$4\"";
        let halves = marks.halves.join(" ");
        let script = format!(
            "{} -c '{inner}' sh {halves} {} {variable}",
            quoted(&sh)?,
            quoted(&printenv)?
        );
        let environment = surroundings.environment_without(Some(variable));
        let mut arguments = vec!["-i".to_owned(), "-c".to_owned(), script];
        // A terminal of macOS starts a login shell.
        if surroundings.operating_system == OperatingSystem::Macos {
            arguments.insert(0, "-l".to_owned());
        }
        self.ask(surroundings, &marks, arguments, environment)
    }

    /// What this shell's own variable is after the file which it always reads. For zsh.
    pub(crate) fn settled_variable(
        &self,
        surroundings: &Surroundings,
        variable: &str,
    ) -> Result<Option<String>, MachineError> {
        debug_assert_eq!(self.kind, ShellKind::Zsh, "print is zsh's");
        let marks = Marks::new()?;
        let [begin, begin_rest, end, end_rest] = &marks.halves;
        let script =
            format!("print -rn -- '{begin}''{begin_rest}'\"${variable}\"'\n{end}''{end_rest}'");
        let environment = surroundings.environment_without(None);
        match self.ask(
            surroundings,
            &marks,
            vec!["-c".to_owned(), script],
            environment,
        )? {
            Report::Value(value) => {
                // EXPOSE: the name of a folder, no secret.
                Ok(Some(value.expose_secret().to_owned()))
            }
            Report::Nothing => Ok(None),
            Report::NoAnswer | Report::TimedOut => Err(MachineError::ShellUnusable {
                program: self.program.clone(),
            }),
        }
    }

    fn ask(
        &self,
        surroundings: &Surroundings,
        marks: &Marks,
        arguments: Vec<String>,
        environment: BTreeMap<String, String>,
    ) -> Result<Report, MachineError> {
        let start = Start {
            program: &self.program,
            arguments,
            environment,
            folder: &surroundings.home,
            setsid: surroundings.program("setsid"),
            input: &[],
            limit: surroundings.shell_time_limit,
        };
        let output = match run(start, &|output| marks.between(output).is_some()) {
            Ended::Done { output, .. } => output,
            Ended::TimedOut => return Ok(Report::TimedOut),
            Ended::NotStarted => return Ok(Report::NoAnswer),
        };
        let Some(answer) = marks.between(&output) else {
            return Ok(Report::NoAnswer);
        };
        let value = Zeroizing::new(String::from_utf8_lossy(answer).into_owned());
        Ok(match value.strip_suffix('\n') {
            None | Some("") => Report::Nothing,
            Some(value) => Report::Value(value.into()),
        })
    }
}

/// A path that all shells read alike between single quotes.
fn quoted(path: &Path) -> Result<String, MachineError> {
    match path
        .to_str()
        .filter(|text| !text.contains(['\'', '\\', '\n']))
    {
        Some(text) => Ok(format!("'{text}'")),
        None => Err(MachineError::PathUnsupported {
            path: path.to_owned(),
        }),
    }
}
