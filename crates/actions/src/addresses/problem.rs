//! What the engine finds wrong with an entry, as the window is told it.

use model_studio::allowlist::{AddressClass, AddressProblem, Unsuitable};

use crate::typed::count;
use crate::wire::{AddressClassView, AddressProblemView as View};

/// Why a region can do nothing with an entry.
pub(crate) fn unsuitable(why: Unsuitable) -> View {
    match why {
        Unsuitable::Special { class: of, block } => View::NotOfTheInternet {
            class: class(of),
            block: block.to_string(),
        },
        Unsuitable::Ipv6NotTaken => View::Ipv6NotTaken,
    }
}

/// What a special address is for.
pub(crate) fn class(class: AddressClass) -> AddressClassView {
    match class {
        AddressClass::Private => AddressClassView::Private,
        AddressClass::Loopback => AddressClassView::Loopback,
        AddressClass::LinkLocal => AddressClassView::LinkLocal,
        AddressClass::CarrierNat => AddressClassView::CarrierNat,
        AddressClass::Documentation => AddressClassView::Documentation,
        AddressClass::Multicast => AddressClassView::Multicast,
        AddressClass::Unspecified => AddressClassView::Unspecified,
        AddressClass::Reserved => AddressClassView::Reserved,
    }
}

/// What is wrong with an entry.
pub(crate) fn problem(problem: AddressProblem) -> View {
    match problem {
        AddressProblem::Empty => View::Empty,
        AddressProblem::TooLong { length, limit } => View::TooLong {
            length: count(length),
            limit: count(limit),
        },
        AddressProblem::LooksLikeKey { masked } => View::LooksLikeKey { masked },
        AddressProblem::Several => View::Several,
        AddressProblem::Url { host } => View::Url { host },
        AddressProblem::HostName { name } => View::HostName { name },
        AddressProblem::Port { address } => View::Port {
            address: address.to_string(),
        },
        AddressProblem::Brackets { address } => View::Brackets {
            address: address.to_string(),
        },
        AddressProblem::FullWidth { character, meant } => View::FullWidth {
            character: character.to_string(),
            meant,
        },
        AddressProblem::StrangeCharacter {
            character,
            code_point,
        } => View::StrangeCharacter {
            character: character.to_string(),
            code_point,
        },
        AddressProblem::TooFewParts { parts } => View::TooFewParts {
            parts: count(parts),
        },
        AddressProblem::TooManyParts { parts } => View::TooManyParts {
            parts: count(parts),
        },
        AddressProblem::EmptyPart { position } => View::EmptyPart {
            position: count(position),
        },
        AddressProblem::PartTooLarge { position, part } => View::PartTooLarge {
            position: count(position),
            part,
        },
        AddressProblem::LeadingZero {
            position,
            part,
            decimal,
            octal,
        } => View::LeadingZero {
            position: count(position),
            part,
            decimal: decimal.map(|address| address.to_string()),
            octal: octal.map(|address| address.to_string()),
        },
        AddressProblem::Wildcard { block } => View::Wildcard { block },
        AddressProblem::TwoGaps => View::TwoGaps,
        AddressProblem::Groups { groups } => View::Groups {
            groups: count(groups),
        },
        AddressProblem::Group { group } => View::Group { group },
        AddressProblem::Zone { address, zone } => View::Zone { address, zone },
        AddressProblem::PrefixTooLong { prefix, limit } => View::PrefixTooLong {
            prefix,
            limit: limit.into(),
        },
        AddressProblem::PrefixUnreadable { prefix } => View::PrefixUnreadable { prefix },
        AddressProblem::Netmask {
            mask,
            prefix,
            block,
        } => View::Netmask {
            mask: mask.to_string(),
            prefix: prefix.into(),
            block,
        },
        AddressProblem::NotANetmask { mask } => View::NotANetmask {
            mask: mask.to_string(),
        },
        AddressProblem::HostBits { address, block } => View::HostBits { address, block },
        AddressProblem::RangeBackwards { first, last } => View::RangeBackwards {
            first: first.to_string(),
            last: last.to_string(),
        },
        AddressProblem::RangeAcrossFamilies { first, last } => View::RangeAcrossFamilies {
            first: first.to_string(),
            last: last.to_string(),
        },
        AddressProblem::RangeOpen => View::RangeOpen,
        AddressProblem::RangeShort { meant } => View::RangeShort { meant },
        AddressProblem::RangeOfBlocks => View::RangeOfBlocks,
        AddressProblem::RangeNotTaken { first, last } => View::RangeNotTaken {
            first: first.to_string(),
            last: last.to_string(),
        },
        AddressProblem::TooManyEntries { limit } => View::TooManyEntries {
            limit: count(limit),
        },
        AddressProblem::NotAnAddress => View::NotAnAddress,
    }
}
