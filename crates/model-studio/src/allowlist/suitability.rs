//! Whether a region can do anything with an entry. A service on the internet never sees a caller's private address, so an
//! entry of such addresses would look like protection and let nobody in.

use ipnet::IpNet;
use serde::Serialize;

use super::class::SPECIAL;
use super::{AddressClass, CompiledAllowlist, Entry};
use crate::region::{Region, Site, Support};

/// Whether an entry makes sense in a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "why", rename_all = "camelCase")]
pub enum Suitability {
    /// It does.
    Fits,
    /// It does, and there is something to know.
    Noted(Note),
    /// It does not.
    Refused(Unsuitable),
}

/// What there is to know about an entry that is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "camelCase")]
pub enum Note {
    /// Public sources contradict each other about IPv6 in this region: the service decides.
    Ipv6Disputed,
    /// Some of its addresses are special, and the service never sees them.
    PartlySpecial {
        /// What those are for.
        class: AddressClass,
    },
}

/// Why an entry is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "camelCase")]
pub enum Unsuitable {
    /// Every address in it is special: a service on the internet never sees one.
    #[error("{block} is not of the internet")]
    Special {
        /// What it is for.
        class: AddressClass,
        /// The special block.
        block: Entry,
    },
    /// The region has no IPv6 in its allowlists.
    #[error("no IPv6 here")]
    Ipv6NotTaken,
}

impl Suitability {
    /// Whether the entry makes sense in the region. On This computer everything does.
    pub fn of(entry: &Entry, region: &Region) -> Suitability {
        if region.site == Site::ThisComputer {
            return Suitability::Fits;
        }
        if entry.is_v6() && region.capabilities.ipv6 == Support::No {
            return Suitability::Refused(Unsuitable::Ipv6NotTaken);
        }
        let special = special(entry);
        match special {
            Some((class, block, true)) => {
                Suitability::Refused(Unsuitable::Special { class, block })
            }
            _ if entry.is_v6() && region.capabilities.ipv6 == Support::Disputed => {
                Suitability::Noted(Note::Ipv6Disputed)
            }
            // "Anyone" has its own words.
            Some((class, _, false)) if entry.block().prefix_len() > 0 => {
                Suitability::Noted(Note::PartlySpecial { class })
            }
            _ => Suitability::Fits,
        }
    }
}

/// The special block that meets the entry, and whether nothing of the entry is left without such blocks.
fn special(entry: &Entry) -> Option<(AddressClass, Entry, bool)> {
    let meets = |block: &IpNet| block.contains(&entry.block()) || entry.block().contains(block);
    let (block, class) = SPECIAL.iter().find(|(block, _)| meets(block))?;
    let blocks: Vec<Entry> = SPECIAL
        .iter()
        .map(|(block, _)| Entry::of_block(*block))
        .collect();
    let left = CompiledAllowlist::new([entry]).without(&CompiledAllowlist::new(&blocks));
    Some((*class, Entry::of_block(*block), left.is_empty()))
}
