//! Temporary keys: made from a kept key, with every right of it, for seconds to half an hour. They rest in the memory of the
//! program alone and go when they end, several side by side. The service cannot end one early, and neither can this program:
//! it can only forget one.

mod clocks;
mod copy;
mod create;
mod forget;
mod held;
mod list;
mod reveal;
mod snippet;
mod snippets;

pub use copy::{copy_snippet, copy_temporary_key};
pub use create::create_temporary_key;
pub use forget::forget_temporary_key;
pub(crate) use held::TemporaryKeys;
pub use list::list_temporary_keys;
pub use reveal::reveal_temporary_key;
pub use snippets::snippets;
