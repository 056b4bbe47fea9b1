//! Money, exactly: whole billionths of a thousandth. A price has four decimals for a million tokens and a tax two of a
//! percentage, so nothing is ever rounded but shares.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign};

/// Parts of one unit of money.
const UNIT: i128 = 1_000_000_000_000;

/// Digits behind the point.
const DIGITS: usize = 12;

/// An amount of money, in a currency that is known from elsewhere.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Amount(i128);

impl Amount {
    /// What so many tokens cost, at a price in ten-thousandths for a million.
    pub(crate) fn of_tokens(tokens: i64, price: u32) -> Amount {
        // A ten-thousandth of a millionth is a hundred of our parts.
        Amount(i128::from(tokens) * i128::from(price) * 100)
    }

    /// So many percent of it.
    pub(crate) fn percent(self, percent: u8) -> Amount {
        // Tokens are charged in hundreds of parts: this divides without a rest.
        Amount(self.0 * i128::from(percent) / 100)
    }

    /// Whether it is nothing.
    pub(crate) fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Its share of a whole, to four decimals, as the platform writes it: `0.6667`.
    pub(crate) fn share_of(self, whole: Amount) -> String {
        if whole.is_zero() {
            return "0".to_owned();
        }
        let rounded = (self.0 * 20_000 / whole.0 + 1) / 2;
        trimmed(format!("{}.{:04}", rounded / 10_000, rounded % 10_000), 0)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, part) = (self.0.unsigned_abs(), UNIT.unsigned_abs());
        let text = format!("{}.{:0DIGITS$}", whole / part, whole % part);
        write!(formatter, "{sign}{}", trimmed(text, 2))
    }
}

/// Without zeros at the end, but with so many decimals at least.
fn trimmed(mut text: String, least: usize) -> String {
    let point = text.find('.').unwrap_or(text.len());
    while text.ends_with('0') && text.len() - point - 1 > least {
        text.pop();
    }
    if text.ends_with('.') {
        text.pop();
    }
    text
}

impl Add for Amount {
    type Output = Amount;

    fn add(self, other: Amount) -> Amount {
        Amount(self.0 + other.0)
    }
}

impl AddAssign for Amount {
    fn add_assign(&mut self, other: Amount) {
        self.0 += other.0;
    }
}

impl Sum for Amount {
    fn sum<I: Iterator<Item = Amount>>(amounts: I) -> Amount {
        amounts.fold(Amount::default(), Add::add)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn amounts_are_written_as_decimals() {
        for (tokens, price, text) in [
            (0, 8_000, "0.00"),
            (1_000_000, 8_000, "0.80"),
            (1, 1, "0.0000000001"),
            (1_234_567, 24_000, "2.9629608"),
            (250_000_000_000, 160_000, "4000000.00"),
        ] {
            assert_eq!(Amount::of_tokens(tokens, price).to_string(), text);
        }
        assert_eq!(
            Amount::of_tokens(1, 1).percent(6).to_string(),
            "0.000000000006"
        );
    }

    #[test]
    fn shares_are_rounded_to_four_decimals() {
        let amount = |parts| Amount::of_tokens(parts, 1);
        for (part, whole, text) in [
            (2, 3, "0.6667"),
            (1, 3, "0.3333"),
            (1, 1, "1"),
            (0, 7, "0"),
            (1, 2, "0.5"),
            (1, 100_000, "0"),
        ] {
            assert_eq!(amount(part).share_of(amount(whole)), text);
        }
        assert_eq!(amount(0).share_of(amount(0)), "0");
    }

    proptest! {
        #[test]
        fn a_tax_is_exact(tokens in 0..1_000_000_000_000_i64, price in 0..1_000_000_u32, percent in 0..100_u8) {
            let pretax = Amount::of_tokens(tokens, price);
            let tax = pretax.percent(percent);
            prop_assert_eq!(tax.0 * 100, pretax.0 * i128::from(percent));
        }
    }
}
