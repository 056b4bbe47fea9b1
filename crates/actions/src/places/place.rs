//! Where keys live: This computer, or a region of one account. As text (`cn-beijing@a7f3c2`) it is in every row of the
//! catalog, in the name of every item of the keyring and in every request of the window, so that the keys of two
//! accounts never mix.

use std::fmt;
use std::str::FromStr;

use model_studio::region::{Region, RegionId};

use crate::failure::Failure;

/// A region, with the account that it is worked with.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    /// The region.
    pub region: RegionId,
    /// The account's id on this computer; none for This computer, and for a region that no account was added for.
    pub account: Option<String>,
}

/// Between the region and the account.
const SEPARATOR: char = '@';

/// The longest id of an account, in characters.
const LONGEST_ACCOUNT: usize = 12;

impl Place {
    /// This computer.
    pub const THIS_COMPUTER: Place = Place {
        region: RegionId::ThisComputer,
        account: None,
    };

    /// A region of an account.
    #[must_use]
    pub fn of(region: RegionId, account: &str) -> Place {
        Place {
            region,
            account: Some(account.to_owned()),
        }
    }

    /// The region of an account as it is without one: what was pasted there before is there still.
    #[must_use]
    pub(crate) fn bare(&self) -> Option<Place> {
        self.account.as_ref().map(|_| Place {
            region: self.region,
            account: None,
        })
    }

    /// What is known of the region.
    #[must_use]
    pub fn region(&self) -> &'static Region {
        self.region.region()
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.region.as_str())?;
        match &self.account {
            Some(account) => write!(formatter, "{SEPARATOR}{account}"),
            None => Ok(()),
        }
    }
}

impl FromStr for Place {
    type Err = Failure;

    fn from_str(text: &str) -> Result<Place, Failure> {
        let unknown = || Failure::RegionNeedsAccount {
            region: text.to_owned(),
        };
        let (region, account) = match text.split_once(SEPARATOR) {
            Some((region, account)) => (region, Some(account)),
            None => (text, None),
        };
        let region: RegionId = region.parse().map_err(|_unknown| unknown())?;
        let fits = |account: &str| {
            (1..=LONGEST_ACCOUNT).contains(&account.len())
                && account
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        if account.is_some_and(|account| !fits(account) || region == RegionId::ThisComputer) {
            return Err(unknown());
        }
        Ok(Place {
            region,
            account: account.map(str::to_owned),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_reads_as_it_is_written() {
        for text in ["this-computer", "cn-beijing", "us-east-1@a7f3c2"] {
            assert_eq!(text.parse::<Place>().unwrap().to_string(), text);
        }
        assert_eq!(
            Place::of(RegionId::CnHongkong, "a7f3c2").to_string(),
            "cn-hongkong@a7f3c2"
        );
    }

    #[test]
    fn what_is_no_place_is_refused() {
        for text in [
            "",
            "@a7f3c2",
            "cn-beijing@",
            "cn-beijing@A7",
            "cn-beijing@a/b",
            "cn-beijing@a@b",
            "this-computer@a7f3c2",
            "cn-nowhere",
            "cn-beijing@aaaaaaaaaaaaa",
        ] {
            assert!(text.parse::<Place>().is_err(), "{text}");
        }
    }
}
