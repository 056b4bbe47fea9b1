//! What can be wrong with an entry: one variant a cause, with what a sentence about it needs.

use std::net::IpAddr;

use serde::Serialize;

/// What is wrong with an entry. Texts in fields are cut, and what looks like a key is masked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(
    tag = "code",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum AddressProblem {
    /// Nothing there.
    #[error("empty")]
    Empty,
    /// Longer than any address, block or range.
    #[error("{length} characters, and no entry has more than {limit}")]
    TooLong {
        /// Characters there are.
        length: usize,
        /// Characters that are looked at.
        limit: usize,
    },
    /// A key or another secret, in the wrong box.
    #[error("this looks like a key: {masked}")]
    LooksLikeKey {
        /// Enough of it to know it by.
        masked: String,
    },
    /// Two or more entries where one was expected.
    #[error("several entries in one")]
    Several,
    /// A web address.
    #[error("a web address")]
    Url {
        /// The host in it, where there is one.
        host: Option<String>,
    },
    /// A host name, which may move to another address at any time.
    #[error("{name} is a host name")]
    HostName {
        /// The name.
        name: String,
    },
    /// An address with a port.
    #[error("{address} with a port")]
    Port {
        /// The address without it.
        address: IpAddr,
    },
    /// An IPv6 address in brackets, as web addresses have it.
    #[error("{address} in brackets")]
    Brackets {
        /// The address without them.
        address: IpAddr,
    },
    /// A full-width character, as a Chinese or Japanese keyboard types it.
    #[error("the full-width character {character}")]
    FullWidth {
        /// The first one.
        character: char,
        /// The text in plain characters, where that can be read.
        meant: Option<String>,
    },
    /// A character that no entry has.
    #[error("the character {code_point}")]
    StrangeCharacter {
        /// The first one.
        character: char,
        /// Its number, `U+1F600`, for those that cannot be seen.
        code_point: String,
    },
    /// `1.2.3`.
    #[error("{parts} of 4 parts")]
    TooFewParts {
        /// Parts there are.
        parts: usize,
    },
    /// `1.2.3.4.5`.
    #[error("{parts} parts instead of 4")]
    TooManyParts {
        /// Parts there are.
        parts: usize,
    },
    /// `1..2.3`.
    #[error("part {position} is empty")]
    EmptyPart {
        /// From 1.
        position: usize,
    },
    /// `1.2.3.256`.
    #[error("part {position} is {part}, and 255 is the largest")]
    PartTooLarge {
        /// From 1.
        position: usize,
        /// The part.
        part: String,
    },
    /// `010.1.1.1`: some programs read the part as decimal, others as octal, and they mean different computers.
    #[error("{part} begins with 0 and is read in two ways")]
    LeadingZero {
        /// From 1.
        position: usize,
        /// The part.
        part: String,
        /// The address if the zeros mean nothing.
        decimal: Option<IpAddr>,
        /// The address if they mean octal.
        octal: Option<IpAddr>,
    },
    /// `1.2.3.*`.
    #[error("a wildcard")]
    Wildcard {
        /// The block that it means.
        block: Option<String>,
    },
    /// An IPv6 address with `::` twice.
    #[error(":: twice")]
    TwoGaps,
    /// An IPv6 address with too few or too many groups.
    #[error("{groups} of 8 groups")]
    Groups {
        /// Groups there are.
        groups: usize,
    },
    /// A group of an IPv6 address that is none.
    #[error("{group} is no group of an IPv6 address")]
    Group {
        /// The group.
        group: String,
    },
    /// `fe80::1%eth0`: a zone has a meaning on one computer only.
    #[error("{address} with the zone {zone}")]
    Zone {
        /// The address without it.
        address: String,
        /// The zone.
        zone: String,
    },
    /// `1.2.3.4/33`.
    #[error("/{prefix}, and /{limit} is the longest")]
    PrefixTooLong {
        /// The prefix, as it was written.
        prefix: String,
        /// 32 or 128.
        limit: u8,
    },
    /// `1.2.3.4/`, `1.2.3.4/x`.
    #[error("no prefix after the slash")]
    PrefixUnreadable {
        /// What is there.
        prefix: String,
    },
    /// `1.2.3.4/255.255.255.0`.
    #[error("the netmask {mask}, which is /{prefix}")]
    Netmask {
        /// The mask.
        mask: IpAddr,
        /// The prefix that it means.
        prefix: u8,
        /// The block in the form that is taken.
        block: String,
    },
    /// `1.2.3.4/255.0.255.0`.
    #[error("{mask} is no netmask")]
    NotANetmask {
        /// The mask.
        mask: IpAddr,
    },
    /// A block such as `203.0.113.7/24`, which could mean the block or the address.
    #[error("host bits set: the block {block} or the address {address}")]
    HostBits {
        /// The address alone.
        address: String,
        /// The block it lies in.
        block: String,
    },
    /// A range whose end comes before its beginning.
    #[error("from {first} back to {last}")]
    RangeBackwards {
        /// Where it begins.
        first: IpAddr,
        /// Where it ends.
        last: IpAddr,
    },
    /// A range from IPv4 to IPv6.
    #[error("from {first} to {last}, of two families")]
    RangeAcrossFamilies {
        /// Where it begins.
        first: IpAddr,
        /// Where it ends.
        last: IpAddr,
    },
    /// `1.2.3.4-`, `-1.2.3.4`.
    #[error("a range with one end")]
    RangeOpen,
    /// `1.2.3.4-20`.
    #[error("a range whose end is not written out")]
    RangeShort {
        /// The range that it means, where that is clear.
        meant: Option<String>,
    },
    /// `10.0.0.0/8-11.0.0.0/8`.
    #[error("a range of blocks")]
    RangeOfBlocks,
    /// A range where only an address or a block is taken.
    #[error("the range from {first} to {last}, where ranges are not taken")]
    RangeNotTaken {
        /// Where it begins.
        first: IpAddr,
        /// Where it ends.
        last: IpAddr,
    },
    /// More entries than are read at once.
    #[error("more than {limit} entries")]
    TooManyEntries {
        /// Entries that are read.
        limit: usize,
    },
    /// Neither an address nor a block, and nothing better can be said.
    #[error("not an address")]
    NotAnAddress,
}

/// An entry that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("line {line}: {text}: {problem}")]
pub struct LineProblem {
    /// From 1, blank lines counted.
    pub line: u32,
    /// The entry, cut where it is long; masked where it is a key pasted into the wrong box.
    pub text: String,
    /// What is wrong.
    pub problem: AddressProblem,
}
