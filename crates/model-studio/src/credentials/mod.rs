//! Credentials of a cloud account before they are used: found in what other programs keep, checked as they are typed, and
//! the rights that they need. It reads texts and variables that are passed in, touches no file and asks no service.

mod cli_config;
mod environment;
mod policy;
mod typed;

pub use cli_config::{CliConfigError, CliProfile, ProfileUnusable, cli_profiles};
pub use environment::{EnvironmentIncomplete, FromEnvironment, from_environment};
pub use policy::{PolicyScope, is_confirmed, operations, policy, ram_action};
pub use typed::{CredentialPart, CredentialProblem, access_key_of};
