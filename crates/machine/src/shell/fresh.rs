//! Starts a program with nothing but what it is given, and ends it with everything that it started.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use secrecy::zeroize::Zeroizing;

use super::session;

/// More than this no start-up file prints on purpose.
const MOST_OUTPUT: usize = 4 * 1024 * 1024;
/// How long what a program printed last may be on its way after it ended.
const LAST_WORDS: Duration = Duration::from_millis(300);

/// What to start.
pub(crate) struct Start<'a> {
    pub(crate) program: &'a Path,
    pub(crate) arguments: Vec<String>,
    pub(crate) environment: BTreeMap<String, String>,
    pub(crate) folder: &'a Path,
    /// The program that starts another in a session of its own.
    pub(crate) setsid: Option<PathBuf>,
    pub(crate) input: &'a [u8],
    pub(crate) limit: Duration,
}

/// How it ended.
pub(crate) enum Ended {
    /// By itself, or because what was printed was enough.
    Done {
        output: Zeroizing<Vec<u8>>,
        errors: Vec<u8>,
        success: bool,
    },
    TimedOut,
    NotStarted,
}

enum Heard {
    Output(Zeroizing<Vec<u8>>),
    Errors(Vec<u8>),
}

/// Starts it, and listens until it ends, prints enough, or takes too long.
pub(crate) fn run(start: Start<'_>, enough: &dyn Fn(&[u8]) -> bool) -> Ended {
    let deadline = Instant::now() + start.limit;
    let mut child = match spawn(&start) {
        Ok(child) => child,
        Err(error) => {
            tracing::warn!(%error, program = %start.program.display(), "not started");
            return Ended::NotStarted;
        }
    };
    let heard = listen(&mut child, start.input);
    let mut output = Zeroizing::new(Vec::with_capacity(64 * 1024));
    let mut errors = Vec::new();
    let mut ended: Option<(bool, Instant)> = None;
    let result = loop {
        match heard.recv_timeout(Duration::from_millis(10)) {
            Ok(Heard::Output(bytes)) => output.extend_from_slice(&bytes),
            Ok(Heard::Errors(bytes)) => errors.extend_from_slice(&bytes),
            Err(RecvTimeoutError::Disconnected) if ended.is_some() => {
                break ended.map(|(success, _)| success);
            }
            Err(RecvTimeoutError::Disconnected) => std::thread::sleep(Duration::from_millis(5)),
            Err(RecvTimeoutError::Timeout) => {}
        }
        if enough(&output) || output.len() + errors.len() > MOST_OUTPUT {
            break Some(true);
        }
        if ended.is_none() {
            ended = child
                .try_wait()
                .ok()
                .flatten()
                .map(|status| (status.success(), Instant::now()));
        }
        // Something that it left running may hold the pipe open for ever.
        if let Some((success, at)) = ended.filter(|(_, at)| at.elapsed() > LAST_WORDS) {
            tracing::debug!(elapsed = ?at.elapsed(), "ended with its output still open");
            break Some(success);
        }
        if Instant::now() > deadline {
            break None;
        }
    };
    session::end(&mut child);
    match result {
        Some(success) => Ended::Done {
            output,
            errors,
            success,
        },
        None => Ended::TimedOut,
    }
}

fn spawn(start: &Start<'_>) -> std::io::Result<Child> {
    let mut command = session::command(start.program, start.setsid.as_deref());
    let input = if start.input.is_empty() {
        Stdio::null()
    } else {
        Stdio::piped()
    };
    command
        .args(&start.arguments)
        .env_clear()
        .envs(&start.environment)
        .current_dir(start.folder)
        .stdin(input)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
}

/// Feeds it and hears it, each in a thread of its own so that no pipe can fill up.
fn listen(child: &mut Child, input: &[u8]) -> mpsc::Receiver<Heard> {
    let (sender, receiver) = mpsc::channel();
    if let Some(mut stdin) = child.stdin.take() {
        let input = Zeroizing::new(input.to_vec());
        std::thread::spawn(move || {
            // A shell that stops reading has found its error; that is its answer.
            let _ = stdin.write_all(&input);
        });
    }
    if let Some(stdout) = child.stdout.take() {
        forward(stdout, sender.clone(), Heard::Output);
    }
    if let Some(stderr) = child.stderr.take() {
        forward(stderr, sender, |bytes| Heard::Errors(bytes.to_vec()));
    }
    receiver
}

fn forward(
    mut from: impl Read + Send + 'static,
    to: Sender<Heard>,
    kind: fn(Zeroizing<Vec<u8>>) -> Heard,
) {
    std::thread::spawn(move || {
        let mut room = Zeroizing::new(vec![0u8; 16 * 1024]);
        while let Ok(length) = from.read(&mut room) {
            if length == 0
                || to
                    .send(kind(Zeroizing::new(room[..length].to_vec())))
                    .is_err()
            {
                return;
            }
        }
    });
}
