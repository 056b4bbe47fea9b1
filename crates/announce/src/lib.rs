//! Tells the programs of a Windows session that the user's environment changed.
//!
//! A window that is told reads the environment anew; Explorer is the one that matters, since it starts the others. Programs
//! that run keep what they have. On other systems there is nobody to tell, and nothing of this is compiled.
//!
//! It is a crate of its own because the call is unsafe, which every other crate forbids. The ways around it are worse: `setx`
//! cuts values off, and a PowerShell started for one message takes a second and is what virus scanners look for.

#[cfg(windows)]
mod windows;

#[cfg(windows)]
pub use windows::environment_changed;
