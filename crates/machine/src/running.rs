//! What runs already and hands its environment to the programs that it starts: systemd's user manager, and launchd. A value that
//! is set or taken back is told to it too, so that the next login need not be waited for. Whether that succeeds is of no
//! weight: the file counts, and says the same at the next login.

use std::path::{Path, PathBuf};
use std::time::Duration;

use secrecy::ExposeSecret;

use crate::Surroundings;
use crate::content::Content;
use crate::follow::Place;
use crate::shell::{Ended, Start, run};
use crate::value_file::Dialect;

/// It answers at once or not at all.
const LIMIT: Duration = Duration::from_secs(5);

/// Tells what runs for this place what its file says now: this content, or nothing.
pub(crate) fn tell(surroundings: &Surroundings, place: &Place, content: Option<&Content>) {
    match place.dialect {
        Dialect::EnvironmentD => user_manager(surroundings, &place.variable, content),
        Dialect::Launchctl => launchd(surroundings, &place.variable, &place.target, content),
        // Windows tells its programs itself, when the registry is written.
        Dialect::Sh | Dialect::Fish | Dialect::Registry => {}
    }
}

/// The value is in the environment of the child and in no argument.
fn user_manager(surroundings: &Surroundings, variable: &str, content: Option<&Content>) {
    let is_running = surroundings
        .environment
        .get("XDG_RUNTIME_DIR")
        .is_some_and(|folder| Path::new(folder).join("systemd").is_dir());
    let Some(program) = surroundings.program("systemctl").filter(|_| is_running) else {
        return;
    };
    let ask = |words: &[&str], environment| {
        let words = ["--user"].iter().chain(words);
        let arguments = words.map(|word| (*word).to_owned()).collect();
        start(surroundings, program.clone(), arguments, environment);
    };
    let mut environment = surroundings.environment.clone();
    match content {
        Some(Content::Value(value)) => {
            // EXPOSE: the user wants it in the environment of programs of the desktop.
            environment.insert(variable.to_owned(), value.expose_secret().to_owned());
            ask(&["import-environment", variable], environment);
        }
        Some(Content::Asked(_)) | None => {
            ask(&["unset-environment", variable], environment.clone());
            // What it read at login is beside what it was told, and may be ours or somebody's: it reads the files again.
            ask(&["daemon-reload"], environment);
        }
    }
}

/// The script is what launchd runs at login. What somebody else told launchd of the variable before is not known, so it is
/// there again only after the next login.
fn launchd(surroundings: &Surroundings, variable: &str, script: &Path, content: Option<&Content>) {
    let Some(launchctl) = surroundings.program("launchctl") else {
        return;
    };
    let environment = surroundings.environment.clone();
    match content {
        Some(_) => {
            let sh = PathBuf::from("/bin/sh");
            let arguments = vec![script.to_string_lossy().into_owned()];
            start(surroundings, sh, arguments, environment);
        }
        None => {
            let arguments = ["unsetenv", variable].map(str::to_owned).to_vec();
            start(surroundings, launchctl, arguments, environment);
        }
    }
}

fn start(
    surroundings: &Surroundings,
    program: PathBuf,
    arguments: Vec<String>,
    environment: std::collections::BTreeMap<String, String>,
) {
    let ended = run(
        Start {
            program: &program,
            arguments,
            environment,
            folder: &surroundings.home,
            setsid: None,
            input: &[],
            limit: LIMIT,
        },
        &|_| false,
    );
    if !matches!(ended, Ended::Done { success: true, .. }) {
        tracing::info!(program = %program.display(), "what runs already was not told");
    }
}
