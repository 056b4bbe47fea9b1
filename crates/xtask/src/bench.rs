//! `cargo xtask bench`.
use crate::project::Project;
use crate::stop::Stop;
pub(crate) fn bench(_project: &Project) -> Result<(), Stop> {
    Err(Stop::GoalMissed { goals: vec![] })
}
