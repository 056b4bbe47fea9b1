//! The command line of the headless binary.

use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::PathBuf;

/// How it is called.
pub(crate) const USAGE: &str = "\
usage: local-studio serve --data DIR [--listen 127.0.0.1:PORT] [--print-access-key]

  --data DIR           keeps its data there; made if it is missing
  --listen ADDRESS     a loopback address; port 0 takes any that is free (default 127.0.0.1:0)
  --print-access-key   prints the AccessKey, with its secret, in the line on standard output";

/// What to serve.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Serve {
    pub(crate) listen: SocketAddr,
    pub(crate) data: PathBuf,
    pub(crate) print_access_key: bool,
}

/// What is wrong with the command line.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ArgumentError {
    #[error("the only command is serve")]
    NoCommand,
    #[error("{0} needs a value")]
    NoValue(&'static str),
    #[error("--data DIR is needed")]
    NoData,
    #[error("--listen takes an address and a port, such as 127.0.0.1:0")]
    NoAddress,
    #[error("--listen takes a loopback address only: this server is for this computer")]
    NotLoopback,
    #[error("{0} is not known")]
    Unknown(String),
}

/// Reads the arguments after the program's name.
pub(crate) fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Serve, ArgumentError> {
    let mut arguments = arguments.into_iter();
    if arguments.next().is_none_or(|command| command != "serve") {
        return Err(ArgumentError::NoCommand);
    }
    let mut listen = SocketAddr::from(([127, 0, 0, 1], 0));
    let (mut data, mut print_access_key) = (None, false);
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("--data") => {
                data = Some(PathBuf::from(
                    arguments.next().ok_or(ArgumentError::NoValue("--data"))?,
                ));
            }
            Some("--listen") => {
                let text = arguments.next().ok_or(ArgumentError::NoValue("--listen"))?;
                listen = text
                    .to_str()
                    .and_then(|text| text.parse().ok())
                    .ok_or(ArgumentError::NoAddress)?;
                if !listen.ip().is_loopback() {
                    return Err(ArgumentError::NotLoopback);
                }
            }
            Some("--print-access-key") => print_access_key = true,
            _ => {
                return Err(ArgumentError::Unknown(
                    argument.to_string_lossy().into_owned(),
                ));
            }
        }
    }
    Ok(Serve {
        listen,
        data: data.ok_or(ArgumentError::NoData)?,
        print_access_key,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Result<Serve, ArgumentError> {
        read(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn all_of_it() {
        let serve = of("serve --listen 127.0.0.1:8080 --data there --print-access-key").unwrap();
        assert_eq!(serve.listen, SocketAddr::from(([127, 0, 0, 1], 8080)));
        assert_eq!(
            (serve.data, serve.print_access_key),
            (PathBuf::from("there"), true)
        );
        assert_eq!(of("serve --data there").unwrap().listen.port(), 0);
    }

    #[test]
    fn each_mistake_has_its_sentence() {
        assert_eq!(of(""), Err(ArgumentError::NoCommand));
        assert_eq!(of("server --data x"), Err(ArgumentError::NoCommand));
        assert_eq!(of("serve"), Err(ArgumentError::NoData));
        assert_eq!(of("serve --data"), Err(ArgumentError::NoValue("--data")));
        assert_eq!(
            of("serve --data x --listen 8080"),
            Err(ArgumentError::NoAddress)
        );
        assert_eq!(
            of("serve --data x --listen 0.0.0.0:0"),
            Err(ArgumentError::NotLoopback)
        );
        assert_eq!(
            of("serve --data x --quiet"),
            Err(ArgumentError::Unknown("--quiet".to_owned()))
        );
    }
}
