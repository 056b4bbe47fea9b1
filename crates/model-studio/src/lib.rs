//! The language of Alibaba Cloud Model Studio (Bailian, DashScope): its regions, its API keys and their allowlists, the
//! signature of its control plane (ACS3-HMAC-SHA256), and a client for its control and data planes.
//!
//! This crate is *not* a store and *not* a program: it keeps nothing, decides nothing for the user, and has no words for
//! people. It serves both ends of the wire: the client that speaks to the platform, and the server that is the platform on
//! this computer, so that both read one definition.
//!
//! The one rule: it knows no Tauri, no keyring, no file system and no SQLite. What it needs of the world (an HTTP client, a
//! clock, nonces) is passed in.

pub mod acs3;
pub mod allowlist;
mod back_off;
pub mod clock;
pub mod control;
pub mod credentials;
pub mod data;
pub mod encryption;
mod http;
pub mod key;
pub mod pace;
mod reach;
pub mod region;
mod scrub;
pub mod tasks;

pub use reach::{HttpClientError, Reach, http_client, http_client_trusting, is_secure};
