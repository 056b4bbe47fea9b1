//! Environment variables that hold a key: planned, written, as lines to type, and for one program alone.

mod lines;
pub(crate) mod plan;
mod printing;
mod start_program;
mod write;

pub use lines::{copy_variable_lines, variable_lines};
pub use plan::plan_variable;
pub use start_program::{list_programs, start_program};
pub use write::{apply_plan, apply_variable, verify_change};
