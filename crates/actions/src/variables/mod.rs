//! Environment variables that hold a key: planned, as lines to type, and for one program alone.

mod lines;
pub(crate) mod plan;
mod printing;
mod start_program;

pub use lines::{copy_variable_lines, variable_lines};
pub use plan::plan_variable;
pub use start_program::{list_programs, start_program};
