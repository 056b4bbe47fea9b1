//! Puts another process in the place of this one, with another environment. The process id stays, so whatever started
//! the program goes on waiting for it.

use std::{env, io, process::Command};

use crate::graphics::Relaunch;

/// Returns only if it could not be done.
#[cfg(unix)]
pub(crate) fn replace(relaunch: &Relaunch) -> io::Error {
    use std::os::unix::process::CommandExt;
    match again(relaunch) {
        Ok(mut command) => command.exec(),
        Err(error) => error,
    }
}

/// Where a process cannot take the place of another, it is started beside it, and this one ends.
#[cfg(not(unix))]
pub(crate) fn replace(relaunch: &Relaunch) -> io::Error {
    match again(relaunch).and_then(|mut command| command.spawn()) {
        Ok(_started) => std::process::exit(0),
        Err(error) => error,
    }
}

fn again(relaunch: &Relaunch) -> io::Result<Command> {
    let mut command = Command::new(env::current_exe()?);
    command.args(env::args_os().skip(1));
    for name in &relaunch.remove {
        command.env_remove(name);
    }
    command.envs(relaunch.set.iter().map(|(name, value)| (name, value)));
    Ok(command)
}
