use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// IPv4 or IPv6.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum FamilyView {
    /// `203.0.113.7`.
    Ipv4,
    /// `2001:db8::7`.
    Ipv6,
}

/// What an address is for that does not belong to anybody on the internet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum AddressClassView {
    /// Inside homes and companies: `10.0.0.0/8`, `192.168.0.0/16`.
    Private,
    /// The computer itself: `127.0.0.1`, `::1`.
    Loopback,
    /// One cable or one radio cell: `169.254.0.0/16`, `fe80::/10`.
    LinkLocal,
    /// Between a provider and its customers, many of whom share one public address: `100.64.0.0/10`.
    CarrierNat,
    /// For examples in texts: `192.0.2.0/24`, `2001:db8::/32`.
    Documentation,
    /// To many at once: `224.0.0.0/4`.
    Multicast,
    /// No address yet: `0.0.0.0`, `::`.
    Unspecified,
    /// For tests, for protocols, for later.
    Reserved,
}

/// What is wrong with an entry, one variant a sentence. Texts in it are cut, and what looks like a key is masked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    tag = "code",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum AddressProblemView {
    /// Nothing there.
    Empty,
    /// Longer than any address, block or range.
    TooLong {
        /// Characters there are.
        length: u32,
        /// Characters that are looked at.
        limit: u32,
    },
    /// A key or another secret, in the wrong box.
    LooksLikeKey {
        /// Enough of it to know it by.
        masked: String,
    },
    /// Two or more entries where one was expected.
    Several,
    /// A web address.
    Url {
        /// The host in it, where there is one.
        host: Option<String>,
    },
    /// A host name, which may move to another address at any time.
    HostName {
        /// The name.
        name: String,
    },
    /// An address with a port.
    Port {
        /// The address without it.
        address: String,
    },
    /// An IPv6 address in brackets.
    Brackets {
        /// The address without them.
        address: String,
    },
    /// A full-width character, as a Chinese or Japanese keyboard types it.
    FullWidth {
        /// The first one.
        character: String,
        /// The text in plain characters, where that can be read.
        meant: Option<String>,
    },
    /// A character that no entry has.
    StrangeCharacter {
        /// The first one.
        character: String,
        /// Its number, `U+1F600`, for those that cannot be seen.
        code_point: String,
    },
    /// `1.2.3`.
    TooFewParts {
        /// Parts there are.
        parts: u32,
    },
    /// `1.2.3.4.5`.
    TooManyParts {
        /// Parts there are.
        parts: u32,
    },
    /// `1..2.3`.
    EmptyPart {
        /// From 1.
        position: u32,
    },
    /// `1.2.3.256`.
    PartTooLarge {
        /// From 1.
        position: u32,
        /// The part.
        part: String,
    },
    /// `010.1.1.1`: some programs read it as decimal, others as octal.
    LeadingZero {
        /// From 1.
        position: u32,
        /// The part.
        part: String,
        /// The address if the zeros mean nothing.
        decimal: Option<String>,
        /// The address if they mean octal.
        octal: Option<String>,
    },
    /// `1.2.3.*`.
    Wildcard {
        /// The block that it means.
        block: Option<String>,
    },
    /// An IPv6 address with `::` twice.
    TwoGaps,
    /// An IPv6 address with too few or too many groups.
    Groups {
        /// Groups there are, of 8.
        groups: u32,
    },
    /// A group of an IPv6 address that is none.
    Group {
        /// The group.
        group: String,
    },
    /// `fe80::1%eth0`: a zone has a meaning on one computer only.
    Zone {
        /// The address without it.
        address: String,
        /// The zone.
        zone: String,
    },
    /// `1.2.3.4/33`.
    PrefixTooLong {
        /// The prefix, as it was written.
        prefix: String,
        /// 32 or 128.
        limit: u32,
    },
    /// `1.2.3.4/`, `1.2.3.4/x`.
    PrefixUnreadable {
        /// What is there.
        prefix: String,
    },
    /// `1.2.3.4/255.255.255.0`.
    Netmask {
        /// The mask.
        mask: String,
        /// The prefix that it means.
        prefix: u32,
        /// The block in the form that is taken.
        block: String,
    },
    /// `1.2.3.4/255.0.255.0`.
    NotANetmask {
        /// The mask.
        mask: String,
    },
    /// `203.0.113.7/24`, which could mean the block or the address.
    HostBits {
        /// The address alone.
        address: String,
        /// The block it lies in.
        block: String,
    },
    /// A range whose end comes before its beginning.
    RangeBackwards {
        /// Where it begins.
        first: String,
        /// Where it ends.
        last: String,
    },
    /// A range from IPv4 to IPv6.
    RangeAcrossFamilies {
        /// Where it begins.
        first: String,
        /// Where it ends.
        last: String,
    },
    /// `1.2.3.4-`, `-1.2.3.4`.
    RangeOpen,
    /// `1.2.3.4-20`.
    RangeShort {
        /// The range that it means, where that is clear.
        meant: Option<String>,
    },
    /// `10.0.0.0/8-11.0.0.0/8`.
    RangeOfBlocks,
    /// A range where only an address or a block is taken.
    RangeNotTaken {
        /// Where it begins.
        first: String,
        /// Where it ends.
        last: String,
    },
    /// More entries than are read at once.
    TooManyEntries {
        /// Entries that are read.
        limit: u32,
    },
    /// Neither an address nor a block, and nothing better can be said.
    NotAnAddress,
    /// A block or a range where one address is asked about.
    NotOneAddress,
    /// The service is on the internet and never sees such an address.
    NotOfTheInternet {
        /// What it is for.
        class: AddressClassView,
        /// The block set aside for that.
        block: String,
    },
    /// The region takes no IPv6.
    Ipv6NotTaken,
}
