//! The IP allowlist of a key: reading it from what people type and paste, saying what is wrong with it, and answering what
//! it means. Who is let in and by which entry, how many addresses, what changed, what a picture of it looks like.
//!
//! It is not an editor, it keeps no state and it has no words for people: every answer is a value whose variants and fields
//! a sentence can be made from. Nothing is guessed and nothing is merged unasked.
//!
//! An address of IPv6 that maps one of IPv4 (`::ffff:1.2.3.4`) is that IPv4 address throughout.

mod address;
mod character;
mod class;
mod compiled;
mod count;
mod cover;
mod coverage;
mod decision;
mod difference;
mod entry;
mod list;
mod overlap;
mod paste;
mod prefix;
mod problem;
mod range;
mod reading;
mod span;
mod suitability;

pub use class::AddressClass;
pub use compiled::CompiledAllowlist;
pub use count::{AddressCount, AddressCounts};
pub use cover::{Cover, smallest_cover};
pub use coverage::{Coverage, FamilyCoverage, Part, Window, WindowPart};
pub use decision::Decision;
pub use difference::{Difference, difference};
pub use entry::Entry;
pub use list::{Allowlist, Anyone, MAX_ENTRIES, TooManyEntries};
pub use overlap::Overlap;
pub use paste::{PASTE_LIMIT, Pasted, PastedEntry, Repeated, paste};
pub use problem::{AddressProblem, LineProblem};
pub use reading::Reading;
pub use suitability::{Note, Suitability, Unsuitable};

#[cfg(test)]
mod tests;
