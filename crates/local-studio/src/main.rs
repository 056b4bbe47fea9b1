//! The headless binary: This computer without a window. One JSON line on standard output says where it is; the log goes to
//! standard error; SIGTERM ends it once what runs is finished. It also rotates the pair of encrypted calls.

mod arguments;

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use local_studio::{LocalStudio, Settings, kept_access_key, rotate_encryption_key};
use model_studio::clock::SystemClock;
use secrecy::ExposeSecret;
use serde::Serialize;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

use arguments::{ArgumentError, Command, Serve, USAGE};

/// The exit status for a command line that is not understood, as shells have it.
const BAD_USAGE: u8 = 2;

/// Why it ended.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("{0}\n\n{USAGE}")]
    Arguments(#[from] ArgumentError),
    #[error(transparent)]
    AccessKey(#[from] local_studio::AccessKeyFileError),
    #[error(transparent)]
    KeyPair(#[from] local_studio::KeyPairError),
    #[error(transparent)]
    Open(#[from] local_studio::OpenError),
    #[error(transparent)]
    Serve(#[from] local_studio::ServeError),
    #[error("{address} cannot be listened on: {source}")]
    Listen {
        address: std::net::SocketAddr,
        source: io::Error,
    },
    #[error("the line on standard output could not be written: {0}")]
    Output(#[source] io::Error),
    #[error("the system refused a runtime or a signal handler: {0}")]
    System(#[source] io::Error),
}

/// The line on standard output.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Line<'a> {
    endpoint: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    access_key_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    access_key_secret: Option<&'a str>,
    workspace_id: String,
}

/// The line on standard output of a rotation.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rotated {
    public_key_id: String,
}

fn main() -> ExitCode {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(false)
        .with_writer(io::stderr)
        .init();
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // Nothing is left to do if even this cannot be written.
            let _ = writeln!(io::stderr(), "local-studio: {failure}");
            if matches!(failure, Failure::Arguments(_)) {
                ExitCode::from(BAD_USAGE)
            } else {
                ExitCode::FAILURE
            }
        }
    }
}

fn run() -> Result<(), Failure> {
    let wanted = match arguments::read(std::env::args_os().skip(1))? {
        Command::Serve(wanted) => *wanted,
        Command::RotateKey { data } => return rotate_key(&data),
    };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(Failure::System)?;
    runtime.block_on(serve(wanted))
}

fn rotate_key(data: &Path) -> Result<(), Failure> {
    let public_key_id = rotate_encryption_key(data)?;
    tell(&Rotated { public_key_id }).map_err(Failure::Output)
}

async fn serve(wanted: Serve) -> Result<(), Failure> {
    let end = end_signal().map_err(Failure::System)?;
    let access_key = kept_access_key(&wanted.data)?;
    let settings = Settings {
        data: wanted.data,
        access_key: access_key.clone(),
        clock: Arc::new(SystemClock),
    };
    let studio = LocalStudio::open_as(settings, wanted.personality)?.with_faults(wanted.faults);
    let address = wanted.listen;
    let refused = |source| Failure::Listen { address, source };
    let listener = TcpListener::bind(address).await.map_err(refused)?;
    let line = Line {
        endpoint: format!("http://{}", listener.local_addr().map_err(refused)?),
        access_key_id: wanted.print_access_key.then_some(access_key.id.as_str()),
        // EXPOSE: --print-access-key asks for the pair on standard output.
        access_key_secret: wanted
            .print_access_key
            .then(|| access_key.secret.expose_secret()),
        workspace_id: studio.default_workspace_id(),
    };
    tell(&line).map_err(Failure::Output)?;
    studio.serve(listener, end).await?;
    Ok(())
}

fn tell(line: &impl Serialize) -> io::Result<()> {
    let mut output = io::stdout().lock();
    serde_json::to_writer(&mut output, line)?;
    output.write_all(b"\n")?;
    output.flush()
}

#[cfg(unix)]
fn end_signal() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut terminate, mut interrupt) = (
        signal(SignalKind::terminate())?,
        signal(SignalKind::interrupt())?,
    );
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("ending");
    })
}

#[cfg(not(unix))]
fn end_signal() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        if let Err(error) = tokio::signal::ctrl_c().await {
            tracing::warn!(%error, "no signal can be waited for");
            std::future::pending::<()>().await;
        }
        tracing::info!("ending");
    })
}
