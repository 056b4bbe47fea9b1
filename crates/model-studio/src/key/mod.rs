//! API keys as text: what kinds there are, how a pasted one is read, how one is masked, and the type that holds one.
//! Nothing here knows where a key is kept or whether it works.

mod kind;
mod mask;
mod parse;
mod secret;
mod shown;

pub use kind::KeyKind;
pub use mask::{looks_masked, mask};
pub use parse::{KeyRefusal, MAX_LENGTH};
pub use secret::KeySecret;
pub use shown::{holds_key, shown};
