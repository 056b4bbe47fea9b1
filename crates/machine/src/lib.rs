//! Changes this computer: sets an environment variable where programs look for it, and takes it back.
//!
//! A change goes through four verbs. [`plan()`] reads and shows what would be written; [`apply()`] writes exactly that;
//! [`verify()`] asks a fresh shell what it sees; [`undo()`] puts back what was there, and leaves alone what others wrote since.
//!
//! The value rests in files of our own (mode 0600). In a start-up file of somebody else stands one marked block, which
//! reads ours if it is there. What was done is in a journal, on disk before the first file is touched, so that an
//! interrupted change can be taken back.
//!
//! This crate knows neither keyring nor network. It is given every path, the clock and the environment in
//! [`Surroundings`], and the value of a key by whoever holds it.

mod apply;
mod block;
mod change;
mod content;
mod destination;
mod diff;
pub mod doctor;
mod error;
mod file;
mod follow;
mod foreign;
mod journal;
mod launch;
mod move_places;
mod plan;
mod registry;
mod rename_key;
mod running;
mod shell;
mod steps;
mod store;
mod surroundings;
mod tool;
mod undo;
mod value_file;
mod verify;
mod wish;

pub use apply::apply;
pub use change::{Change, ChangeState, ChangedFile, Verification, VerificationStatus, changes};
pub use destination::DestinationId;
pub use diff::{DiffKind, DiffLine};
pub use error::{FileKind, MachineError};
pub use follow::follow;
pub use foreign::ForeignLine;
pub use launch::{LaunchKind, Launchable, launch, launchables};
pub use move_places::{Moved, move_places};
pub use plan::{Plan, PlannedDestination, PlannedWrite, WriteAction, places, plan};
pub use registry::RegistryKeys;
pub use rename_key::rename_key;
pub use steps::Steps;
pub use surroundings::OperatingSystem;
pub use surroundings::Surroundings;
pub use tool::{
    GuidedTool, Obstacle, ObstacleKind, Protocol, Rival, Tool, ToolId, ToolPlan, ToolUse, ToolWay,
    ToolWish, UsedTool, apply_tool, find_guided, plan_tool, tools,
};
pub use undo::{Earlier, Undone, undo};
pub use verify::{observe, verify};
pub use wish::{Companion, KeyName, Method, Wish, check_variable};
