//! "My program does not see the key": what is wrong is found by looking at this computer and by one call with the key.
//!
//! `machine::doctor` brings the facts; here they are judged, the gravest first, and written into a report.

mod beside;
mod diagnose;
mod judge;
mod report;
mod save;
mod view;

pub(crate) use diagnose::Diagnosed;
pub use diagnose::diagnose;
pub use save::save_diagnosis;
