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
    use std::collections::BTreeSet;

    use super::ItemName;

    #[test]
    fn names_are_addresses_by_place_and_id() {
        assert_eq!(
            ItemName::key("this-computer", "1042").as_str(),
            "this-computer/key/1042"
        );
        assert_eq!(
            ItemName::key("cn-beijing@a7f3c2", "77").as_str(),
            "cn-beijing@a7f3c2/key/77"
        );
        assert_eq!(
            ItemName::access_key("cn-beijing").to_string(),
            "cn-beijing/access-key"
        );
        assert_eq!(
            ItemName::account_secret("a7f3c2").as_str(),
            "account/a7f3c2/secret"
        );
        assert_eq!(
            ItemName::account_token("a7f3c2").as_str(),
            "account/a7f3c2/token"
        );
    }

    #[test]
    fn no_two_secrets_share_a_name() {
        let mut names = vec![ItemName::probe()];
        for place in [
            "this-computer",
            "cn-beijing",
            "cn-beijing@a7f3c2",
            "cn-beijing@b81d04",
            "account@a7f3c2",
        ] {
            names.push(ItemName::access_key(place));
            names.extend(["1", "11", "-1"].map(|id| ItemName::key(place, id)));
        }
        for id in ["a7f3c2", "b81d04"] {
            names.push(ItemName::account_secret(id));
            names.push(ItemName::account_token(id));
        }
        let distinct: BTreeSet<&ItemName> = names.iter().collect();
        assert_eq!(distinct.len(), names.len());
    }

    /// The Credential Manager takes 513 characters for a user's name, which the item's name is, and compares without
    /// regard to case; a keychain and a Secret Service take any text.
    #[test]
    fn the_longest_name_suits_every_keyring() {
        let longest = ItemName::key("ap-southeast-1@abcdefghijkl", &i64::MIN.to_string());
        assert!(longest.as_str().len() < 100);
        assert!(
            longest
                .as_str()
                .chars()
                .all(|character| character.is_ascii_lowercase()
                    || character.is_ascii_digit()
                    || "-/@".contains(character))
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
