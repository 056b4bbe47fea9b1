//! A variable that is set for every user of the computer. It is shown and never changed: that takes an administrator.

use super::RegistryKey;
use super::entry::{self, GAP};
use crate::{DestinationId, ForeignLine, Surroundings, foreign};

/// The machine-wide value of a variable, if there is one. The user's own wins over it.
pub(crate) fn machine_wide(surroundings: &Surroundings, variable: &str) -> Option<ForeignLine> {
    let path = &surroundings.registry.machine;
    // One that cannot be read is no reason to refuse: it is not written.
    let found = RegistryKey::named(path)?.read([variable]).ok()??;
    let entry = entry::entries(&found).into_iter().next()?;
    let masked = (surroundings.mask)(&entry.value);
    let text = format!("{variable}{GAP}{masked}");
    Some(ForeignLine {
        id: foreign::line_hash(format!("{}\n{text}", path.display()).as_bytes()),
        destination: DestinationId::WindowsUser,
        path: path.clone(),
        line: 0,
        text,
        wins: false,
        can_comment_out: false,
        comment_out: false,
    })
}
