use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AddressClassView, AddressProblemView};

/// The box of addresses as it stands, to be explained while it is typed in.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExplainAllowlistRequest {
    /// The region that the list is for.
    pub region: String,
    /// What is in the box: any number of lines, any common separator.
    pub text: String,
}

/// What the box says.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AllowlistView {
    /// What was typed, entry by entry, in order.
    pub entries: Vec<AllowlistEntryView>,
    /// The list as the service would be sent it: what can be read, ranges as blocks, each once. Good for `would_allow`.
    pub sends: Vec<String>,
    /// How many those are.
    pub used: u32,
    /// How many the service takes.
    pub limit: u32,
    /// Whether the list is as good as none.
    pub anyone: AnyoneView,
    /// How many addresses it lets in.
    pub addresses: AddressCountsView,
    /// The fewest entries that say the same, if those are fewer. Merged only if the user asks.
    pub merged: Option<Vec<String>>,
    /// What a picture of it is drawn from.
    pub coverage: CoverageView,
    /// It can be saved: not empty, not too long, and nothing left to decide or to correct.
    pub sendable: bool,
}

/// One entry of the box.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AllowlistEntryView {
    /// Its line, from 1; a line may hold several.
    pub line: u32,
    /// As it was typed; cut where it is long, masked where it is a key.
    pub text: String,
    /// What it is.
    pub state: EntryStateView,
}

/// What an entry is.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum EntryStateView {
    /// It is sent, as one entry; a range as several.
    Good {
        /// What is sent for it.
        entries: Vec<String>,
        /// How many addresses, in decimal digits: they do not fit a number.
        addresses: String,
        /// What there is to know about it.
        note: Option<EntryNoteView>,
    },
    /// It could mean the block or the address: the user has to say.
    HostBits {
        /// The block.
        block: String,
        /// How many addresses the block has.
        block_addresses: String,
        /// The address.
        address: String,
    },
    /// It is sent, and lies within another one: it could go.
    Covered {
        /// What is sent for it.
        entries: Vec<String>,
        /// How many addresses.
        addresses: String,
        /// The entry that lets in all of it.
        by: String,
    },
    /// It was there before and is sent once.
    Repeated {
        /// The entry.
        entry: String,
        /// The line where it was first.
        first_line: u32,
    },
    /// It is not sent.
    Problem {
        /// What is wrong.
        problem: AddressProblemView,
    },
}

/// What there is to know about an entry that is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(
    tag = "code",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum EntryNoteView {
    /// Everybody with IPv4 or IPv6.
    Anyone,
    /// Public sources contradict each other about IPv6 in this region: the service decides.
    Ipv6Disputed,
    /// Some of its addresses are special, and the service never sees them.
    PartlySpecial {
        /// What those are for.
        class: AddressClassView,
    },
}

/// Whether a list is as good as none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum AnyoneView {
    /// It lets nobody in.
    Nobody,
    /// It lets some in.
    Some,
    /// It lets everybody with IPv4 in.
    Ipv4,
    /// It lets everybody with IPv6 in.
    Ipv6,
    /// It lets everybody in.
    Both,
}

/// How many addresses, in decimal digits: those of IPv6 do not fit a number. Their sum would mean nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddressCountsView {
    /// Of IPv4.
    pub ipv4: String,
    /// Of IPv6.
    pub ipv6: String,
}

/// What a picture of a list is drawn from.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CoverageView {
    /// The space of IPv4.
    pub ipv4: FamilyCoverageView,
    /// The space of IPv6.
    pub ipv6: FamilyCoverageView,
}

/// One family's picture.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FamilyCoverageView {
    /// What is let in, as parts of the whole space, in order and apart.
    pub parts: Vec<PartView>,
    /// A closer look at the block that holds all the entries, where there is something to see.
    pub close_up: Option<CloseUpView>,
}

/// From `start` up to and without `end`, each from 0 to 1. It may be too small for them to differ: give it a dot.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PartView {
    /// Where it begins.
    pub start: f64,
    /// Where it ends.
    pub end: f64,
}

/// A block that holds all the entries of a family.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CloseUpView {
    /// The block.
    pub block: String,
    /// The entries as parts of the block, in the order of the addresses. They may lie in each other.
    pub parts: Vec<CloseUpPartView>,
}

/// An entry in a closer look.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CloseUpPartView {
    /// The entry.
    pub entry: String,
    /// Where it begins, from 0 to 1.
    pub start: f64,
    /// Where it ends.
    pub end: f64,
}

/// "Would this address be allowed?"
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WouldAllowRequest {
    /// The list, as `AllowlistView.sends` has it.
    pub entries: Vec<String>,
    /// The address as it is typed.
    pub address: String,
}

/// Whether it would.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WouldAllowView {
    /// It would be let in.
    pub allowed: bool,
    /// The entry that lets it in.
    pub by: Option<String>,
    /// What was typed is no address, and so nothing was decided.
    pub problem: Option<AddressProblemView>,
}
