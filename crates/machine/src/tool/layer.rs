//! What one change put into a settings file: put in, recognised, and taken out again.

use secrecy::SecretString;
use secrecy::zeroize::Zeroizing;
use serde::{Deserialize, Serialize};

use super::document::{Before, Flaw, Format, Step};
use super::settings::Setting;

/// A path that a change set, as the journal keeps it: never what stands there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Owned {
    pub(crate) path: Vec<Step>,
    /// Digests of everything that was put there for this change: a reset key brings another.
    pub(crate) digests: Vec<String>,
    pub(crate) before: Before,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) is_default: bool,
}

impl Owned {
    /// Whether what stands there now was put there for the change.
    pub(crate) fn is_own(&self, format: Format, bytes: &[u8]) -> Result<bool, Flaw> {
        let found = format.get(bytes, &self.path)?;
        Ok(found.is_some_and(|found| self.digests.contains(&found.digest.hex())))
    }
}

/// The file with the settings in it, and what was there before them.
pub(super) fn put_in(
    format: Format,
    bytes: &[u8],
    settings: &[Setting],
    key: &SecretString,
) -> Result<(Zeroizing<Vec<u8>>, Vec<Owned>), Flaw> {
    let mut now = Zeroizing::new(bytes.to_vec());
    let mut owned = Vec::new();
    for setting in settings {
        if setting.is_default && format.get(&now, &setting.path)?.is_some() {
            continue;
        }
        let (after, before) = format.set(&now, &setting.path, &setting.content, key)?;
        owned.push(Owned {
            path: setting.path.clone(),
            digests: vec![setting.content.digest(key).hex()],
            before,
            is_default: setting.is_default,
        });
        now = after;
    }
    Ok((now, owned))
}

/// What was taken out of a file.
pub(crate) struct TakenOut {
    pub(crate) bytes: Zeroizing<Vec<u8>>,
    /// Why something was left of which nobody can say whether it is what was put in.
    pub(crate) flaw: Option<Flaw>,
    /// Something was left because it is no longer what was put in, or because what was there before is gone.
    pub(crate) is_partial: bool,
}

/// The file as it would be without the settings. `copy` is the file from before them.
pub(super) fn take_out(
    format: Format,
    bytes: &[u8],
    owned: &[Owned],
    copy: Option<&[u8]>,
) -> Result<TakenOut, Flaw> {
    let mut now = Zeroizing::new(bytes.to_vec());
    let (mut flaw, mut is_partial) = (None, false);
    for one in owned.iter().rev() {
        let old = match copy {
            Some(copy) => format.get(copy, &one.path)?,
            None => None,
        };
        let found = match format.get(&now, &one.path) {
            Ok(Some(found)) => found,
            Ok(None) => continue,
            Err(found) => {
                is_partial |= !one.is_default;
                flaw.get_or_insert(found);
                continue;
            }
        };
        if !one.digests.contains(&found.digest.hex()) {
            let is_back = old.is_some_and(|old| old.digest == found.digest);
            is_partial |= !one.is_default && !is_back;
            continue;
        }
        match (&one.before, old) {
            (Before::Nothing { made, space }, _) => {
                now = format.unset(&now, &one.path, *made, space)?;
            }
            (Before::Something, Some(old)) => {
                now = format.put_raw(&now, &one.path, &old.raw)?;
            }
            (Before::Something, None) => is_partial = true,
        }
    }
    Ok(TakenOut {
        bytes: now,
        flaw,
        is_partial,
    })
}

/// Whether everything that a change put in is there.
pub(super) fn is_whole(format: Format, bytes: &[u8], owned: &[Owned]) -> Result<bool, Flaw> {
    for one in owned.iter().filter(|one| !one.is_default) {
        if !one.is_own(format, bytes)? {
            return Ok(false);
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests;
