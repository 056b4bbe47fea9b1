//! How many addresses.

use std::fmt;

use serde::{Serialize, Serializer};

/// A number of addresses. All of IPv6 is one more than the largest number that a computer has at hand, so it has its own
/// value. Serialised as decimal digits in a text: JavaScript's numbers end long before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AddressCount {
    /// So many.
    Exactly(u128),
    /// 2¹²⁸.
    AllOfIpv6,
}

impl AddressCount {
    /// As a number; all of IPv6 is the largest there is.
    pub fn saturating(self) -> u128 {
        match self {
            AddressCount::Exactly(number) => number,
            AddressCount::AllOfIpv6 => u128::MAX,
        }
    }

    /// None at all.
    pub fn is_zero(self) -> bool {
        self == AddressCount::Exactly(0)
    }
}

impl fmt::Display for AddressCount {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AddressCount::Exactly(number) => number.fmt(formatter),
            AddressCount::AllOfIpv6 => {
                formatter.write_str("340282366920938463463374607431768211456")
            }
        }
    }
}

impl Serialize for AddressCount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// How many addresses of each family. Their sum would mean nothing: one home has more of IPv6 than there are of IPv4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct AddressCounts {
    /// Of IPv4.
    pub v4: AddressCount,
    /// Of IPv6.
    pub v6: AddressCount,
}

impl AddressCounts {
    /// None of either.
    pub fn is_zero(self) -> bool {
        self.v4.is_zero() && self.v6.is_zero()
    }
}
