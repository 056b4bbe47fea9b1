//! Another program, started from here: said aloud, run to its end, and a failure of it is a failure of ours.

use std::ffi::{OsStr, OsString};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::project::Project;
use crate::stop::Stop;

/// What to start. Its output goes where ours goes, so that a test runner's own closing lines stay visible.
pub(crate) struct Program {
    program: OsString,
    words: Vec<OsString>,
    folder: PathBuf,
    environment: Vec<(&'static str, OsString)>,
}

impl Program {
    pub(crate) fn new(program: impl AsRef<OsStr>, folder: &Path) -> Program {
        Program {
            program: program.as_ref().to_owned(),
            words: Vec::new(),
            folder: folder.to_path_buf(),
            environment: Vec::new(),
        }
    }

    /// The cargo that started us, in the root.
    pub(crate) fn cargo(project: &Project) -> Program {
        Program::new(&project.cargo, &project.root)
    }

    pub(crate) fn words<Word: AsRef<OsStr>>(
        mut self,
        words: impl IntoIterator<Item = Word>,
    ) -> Program {
        self.words
            .extend(words.into_iter().map(|word| word.as_ref().to_owned()));
        self
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl AsRef<OsStr>) -> Program {
        self.environment.push((name, value.as_ref().to_owned()));
        self
    }

    /// The command as one would type it.
    pub(crate) fn shown(&self) -> String {
        let program = Path::new(&self.program)
            .file_stem()
            .unwrap_or(&self.program)
            .to_string_lossy();
        let words = self.words.iter().map(|word| word.to_string_lossy());
        std::iter::once(program)
            .chain(words)
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Runs it to its end.
    pub(crate) fn run(&self) -> Result<(), Stop> {
        println!("\n$ {}", self.shown());
        let status = self
            .command()
            .status()
            .map_err(|reason| self.not_started(reason))?;
        if status.success() {
            return Ok(());
        }
        Err(Stop::ProgramFailed {
            command: self.shown(),
            code: status.code(),
        })
    }

    /// Runs it quietly; what it wrote on its standard output, or nothing where it failed or is not there.
    pub(crate) fn ask(&self) -> Option<String> {
        let answer = self
            .command()
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .output()
            .ok()?;
        answer
            .status
            .success()
            .then(|| String::from_utf8_lossy(&answer.stdout).into_owned())
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.words).current_dir(&self.folder);
        for (name, value) in &self.environment {
            command.env(name, value);
        }
        command
    }

    fn not_started(&self, reason: std::io::Error) -> Stop {
        let program = self.program.to_string_lossy().into_owned();
        match reason.kind() {
            ErrorKind::NotFound => Stop::ProgramMissing { program },
            _ => Stop::File {
                path: program.into(),
                reason,
            },
        }
    }
}
