//! The command line of the headless binary.

mod usage;

use std::ffi::OsString;
use std::net::SocketAddr;
use std::num::NonZeroU64;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use local_studio::{
    Failure, FailureShape, Faults, Identity, NoSuchAction, NoSuchFailure, Personality, Throttle,
};
use model_studio::region::{RegionId, RegionUnknown};

pub(crate) use usage::USAGE;

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Serve until the end is asked for.
    Serve(Box<Serve>),
    /// Put a new pair in place of the one that encrypted calls are encrypted for.
    RotateKey {
        /// The folder that keeps it.
        data: PathBuf,
    },
}

/// What to serve.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Serve {
    pub(crate) listen: SocketAddr,
    pub(crate) data: PathBuf,
    pub(crate) print_access_key: bool,
    pub(crate) personality: Personality,
    pub(crate) faults: Faults,
}

/// What is wrong with the command line.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ArgumentError {
    #[error("the commands are serve and rotate-key")]
    NoCommand,
    #[error("{0} needs a value")]
    NoValue(&'static str),
    #[error("--data DIR is needed")]
    NoData,
    #[error("--listen takes an address and a port, such as 127.0.0.1:0")]
    NoAddress,
    #[error("--listen takes a loopback address only: this server is for this computer")]
    NotLoopback,
    #[error("--region: {0}")]
    Region(#[from] RegionUnknown),
    #[error("{0} takes a whole number")]
    NoNumber(&'static str),
    #[error("--identity takes main or ram")]
    NoIdentity,
    #[error("--deny is for --identity ram: nothing is denied to the main account")]
    MainDenied,
    #[error("--deny: {0}")]
    Deny(#[from] NoSuchAction),
    #[error("--fail: {0}")]
    Fail(#[from] NoSuchFailure),
    #[error("--fail-shape takes gateway, xml or envelope")]
    NoShape,
    #[error("--retry-after-ms goes with --throttle-every")]
    NoThrottle,
    #[error("{0} is not known")]
    Unknown(String),
}

/// What was read so far.
struct Reading {
    listen: SocketAddr,
    data: Option<PathBuf>,
    print_access_key: bool,
    region: RegionId,
    quota: Option<u32>,
    max_page: Option<u32>,
    api_host: Option<String>,
    main_account: Option<bool>,
    denied: Vec<String>,
    throttle_every: Option<NonZeroU64>,
    retry_after: Option<Duration>,
    faults: Faults,
}

/// Reads the arguments after the program's name.
pub(crate) fn read(
    arguments: impl IntoIterator<Item = OsString>,
) -> Result<Command, ArgumentError> {
    let mut arguments = arguments.into_iter();
    let command = arguments.next();
    match command.as_ref().and_then(|command| command.to_str()) {
        Some("serve") => serve(arguments).map(|serve| Command::Serve(Box::new(serve))),
        Some("rotate-key") => rotate_key(arguments),
        _ => Err(ArgumentError::NoCommand),
    }
}

fn rotate_key(mut arguments: impl Iterator<Item = OsString>) -> Result<Command, ArgumentError> {
    let mut data = None;
    while let Some(argument) = arguments.next() {
        if argument != "--data" {
            let argument = argument.to_string_lossy().into_owned();
            return Err(ArgumentError::Unknown(argument));
        }
        let folder = arguments.next().ok_or(ArgumentError::NoValue("--data"))?;
        data = Some(PathBuf::from(folder));
    }
    data.map(|data| Command::RotateKey { data })
        .ok_or(ArgumentError::NoData)
}

fn serve(mut arguments: impl Iterator<Item = OsString>) -> Result<Serve, ArgumentError> {
    let mut reading = Reading {
        listen: SocketAddr::from(([127, 0, 0, 1], 0)),
        data: None,
        print_access_key: false,
        region: RegionId::ThisComputer,
        quota: None,
        max_page: None,
        api_host: None,
        main_account: None,
        denied: Vec::new(),
        throttle_every: None,
        retry_after: None,
        faults: Faults::default(),
    };
    while let Some(argument) = arguments.next() {
        reading.take(&argument, &mut arguments)?;
    }
    reading.finish()
}

impl Reading {
    fn take(
        &mut self,
        argument: &OsString,
        rest: &mut impl Iterator<Item = OsString>,
    ) -> Result<(), ArgumentError> {
        let name = argument.to_str().unwrap_or_default();
        match name {
            "--data" => {
                let folder = rest.next().ok_or(ArgumentError::NoValue("--data"))?;
                self.data = Some(PathBuf::from(folder));
            }
            "--listen" => {
                let address = text("--listen", rest)?.parse();
                self.listen = address.map_err(|_| ArgumentError::NoAddress)?;
                if !self.listen.ip().is_loopback() {
                    return Err(ArgumentError::NotLoopback);
                }
            }
            "--print-access-key" => self.print_access_key = true,
            "--region" => self.region = text("--region", rest)?.parse()?,
            "--quota" => self.quota = Some(number("--quota", rest)?),
            "--max-page" => self.max_page = Some(number("--max-page", rest)?),
            "--api-host" => self.api_host = Some(text("--api-host", rest)?),
            "--identity" => {
                self.main_account = Some(match text("--identity", rest)?.as_str() {
                    "main" => true,
                    "ram" => false,
                    _ => return Err(ArgumentError::NoIdentity),
                });
            }
            "--deny" => self.denied.push(text("--deny", rest)?),
            "--delay-ms" => {
                self.faults.delay = Duration::from_millis(number("--delay-ms", rest)?);
            }
            "--throttle-every" => self.throttle_every = Some(number("--throttle-every", rest)?),
            "--retry-after-ms" => {
                let milliseconds = number("--retry-after-ms", rest)?;
                self.retry_after = Some(Duration::from_millis(milliseconds));
            }
            "--fail" => {
                let text = text("--fail", rest)?;
                let failure = match text.split_once('=') {
                    Some((action, code)) => Failure::of(action, code)?,
                    None => Failure::of_all(&text)?,
                };
                self.faults.failures.push(failure);
            }
            "--fail-shape" => {
                self.faults.shape = match text("--fail-shape", rest)?.as_str() {
                    "gateway" => FailureShape::Gateway,
                    "xml" => FailureShape::Xml,
                    "envelope" => FailureShape::Envelope,
                    _ => return Err(ArgumentError::NoShape),
                };
            }
            "--new-fields" => self.faults.new_fields = true,
            "--html" => self.faults.html = true,
            _ => {
                let unknown = argument.to_string_lossy().into_owned();
                return Err(ArgumentError::Unknown(unknown));
            }
        }
        Ok(())
    }

    fn finish(self) -> Result<Serve, ArgumentError> {
        let mut personality = Personality::of(self.region).with_identity(self.identity()?);
        if let Some(quota) = self.quota {
            personality = personality.with_key_quota(quota);
        }
        if let Some(rows) = self.max_page {
            personality = personality.with_max_results(rows);
        }
        if let Some(api_host) = self.api_host {
            personality = personality.with_api_host(api_host);
        }
        if self.retry_after.is_some() && self.throttle_every.is_none() {
            return Err(ArgumentError::NoThrottle);
        }
        let throttle = self.throttle_every.map(|every| Throttle {
            every,
            retry_after: self.retry_after.unwrap_or_default(),
        });
        Ok(Serve {
            listen: self.listen,
            data: self.data.ok_or(ArgumentError::NoData)?,
            print_access_key: self.print_access_key,
            personality,
            faults: Faults {
                throttle,
                ..self.faults
            },
        })
    }

    /// Who is denied something is a RAM user, also where that is not said.
    fn identity(&self) -> Result<Identity, ArgumentError> {
        let main_account = self.main_account.unwrap_or(self.denied.is_empty());
        if !main_account {
            return Ok(Identity::ram_user(self.denied.iter().cloned())?);
        }
        if self.denied.is_empty() {
            Ok(Identity::MainAccount)
        } else {
            Err(ArgumentError::MainDenied)
        }
    }
}

fn text(
    name: &'static str,
    rest: &mut impl Iterator<Item = OsString>,
) -> Result<String, ArgumentError> {
    let value = rest.next().ok_or(ArgumentError::NoValue(name))?;
    Ok(value.to_string_lossy().into_owned())
}

fn number<T: FromStr>(
    name: &'static str,
    rest: &mut impl Iterator<Item = OsString>,
) -> Result<T, ArgumentError> {
    let value = text(name, rest)?.parse();
    value.map_err(|_| ArgumentError::NoNumber(name))
}

#[cfg(test)]
mod tests;
