//! The control plane: creating, listing and changing API keys and workspaces, as the operations of ModelStudio 2026-02-10.
//! `wire` is what both ends read and write; `client` is this end. It does not decide what a failure means to the user.

pub mod form;
pub mod wire;
