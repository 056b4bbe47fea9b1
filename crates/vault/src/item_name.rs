//! The name under which one secret rests. It is an address, not a secret: place and id, never a value. Names are made
//! and compared, and never taken apart.

use std::fmt;

/// The name of one secret: `this-computer/key/1042`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemName(String);

impl ItemName {
    /// The value of an API key, found by the place's text (`this-computer`, `cn-beijing@a7f3c2`) and the key's id.
    pub fn key(place: &str, api_key_id: &str) -> ItemName {
        ItemName(format!("{place}/key/{api_key_id}"))
    }

    /// The secret of an account's AccessKey, found by the account's id.
    pub fn account_secret(id: &str) -> ItemName {
        ItemName(format!("account/{id}/secret"))
    }

    /// The token that goes with an account's temporary AccessKey.
    pub fn account_token(id: &str) -> ItemName {
        ItemName(format!("account/{id}/token"))
    }

    /// The AccessKey with which a region's control plane is asked.
    pub fn access_key(region: &str) -> ItemName {
        ItemName(format!("{region}/access-key"))
    }

    /// The item that a probe writes, reads and deletes. The name is fixed, so that one left behind by a crash is
    /// overwritten by the next probe.
    pub(crate) fn probe() -> ItemName {
        ItemName("probe".to_owned())
    }

    /// The name as the stores use it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What a keyring's own window shows for it.
    pub(crate) fn label(&self) -> String {
        format!("Studio Keys – {}", self.0)
    }
}

impl fmt::Display for ItemName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::ItemName;

    #[test]
    fn names_are_addresses_by_region_and_id() {
        assert_eq!(
            ItemName::key("this-computer", "1042").as_str(),
            "this-computer/key/1042"
        );
        assert_eq!(
            ItemName::access_key("cn-beijing").to_string(),
            "cn-beijing/access-key"
        );
    }

    #[test]
    fn a_label_names_the_program() {
        assert_eq!(
            ItemName::key("this-computer", "1042").label(),
            "Studio Keys – this-computer/key/1042"
        );
    }
}
