//! The workspaces of a place: listed, created, deleted, and what each may call and how much. A workspace is the service's;
//! nothing of it is kept here but what was last seen.

mod create;
mod delete;
mod list;
mod model_access;
mod model_limits;
mod outcome;

pub use create::create_workspace;
pub use delete::delete_workspace;
pub use list::list_workspaces;
pub(crate) use model_access::callable;
pub use model_access::{list_model_access, update_model_access};
pub use model_limits::{list_model_limits, update_model_limits};
