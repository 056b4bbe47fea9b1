//! Whether a key was made by the account worked with. How the service writes who made a key is not documented: a number of
//! the account or of the user, or a name. What cannot be told apart for certain is said to be unknown.

use vault::{Account, Principal};

use crate::accounts::identity::{self, Kind};

/// Whether `created_by` names the account; none where that cannot be known.
pub(crate) fn is_own(account: Option<&Account>, created_by: &str) -> Option<bool> {
    let principal = account?.principal.as_ref()?;
    let created_by = created_by.trim();
    if created_by.is_empty() {
        return None;
    }
    if is_named(principal, created_by) {
        return Some(true);
    }
    match identity::kind(principal) {
        // Of a main account no name is known but its number.
        Kind::MainAccount => is_number(created_by).then_some(false),
        // In some regions every key counts as the main account's, whoever made it.
        Kind::RamUser(_) | Kind::AssumedRole(_) | Kind::Other(_)
            if created_by == principal.account_uid =>
        {
            None
        }
        Kind::RamUser(_) => Some(false),
        Kind::AssumedRole(_) | Kind::Other(_) => is_number(created_by).then_some(false),
    }
}

fn is_named(principal: &Principal, created_by: &str) -> bool {
    if created_by == principal.user_id || created_by == principal.arn {
        return true;
    }
    match identity::kind(principal) {
        Kind::MainAccount => created_by == principal.account_uid,
        // As they sign in: `name@company.onaliyun.com`.
        Kind::RamUser(name) => {
            created_by.split('@').next() == Some(name.as_str()) && !name.is_empty()
        }
        Kind::AssumedRole(_) | Kind::Other(_) => false,
    }
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use vault::{AccountSite, CredentialKind};

    fn account(identity_type: &str, user_id: &str, arn: &str) -> Account {
        Account {
            id: "a7f3c2".to_owned(),
            name: "Work".to_owned(),
            site: AccountSite::China,
            kind: CredentialKind::AccessKey,
            access_key_id: "LTAI5tExample".to_owned(),
            principal: Some(Principal {
                account_uid: "1000".to_owned(),
                user_id: user_id.to_owned(),
                arn: arn.to_owned(),
                identity_type: identity_type.to_owned(),
            }),
            sts_endpoint: None,
            ca_file: None,
            expires_at: None,
            created_at: 0,
            checked_at: None,
        }
    }

    #[test]
    fn a_main_account_knows_its_number() {
        let main = account("Account", "1000", "acs:ram::1000:root");
        for (created_by, own) in [
            ("1000", Some(true)),
            ("2000", Some(false)),
            ("deploy", None),
            ("", None),
        ] {
            assert_eq!(is_own(Some(&main), created_by), own, "{created_by}");
        }
    }

    #[test]
    fn a_ram_user_knows_its_number_and_its_name() {
        let user = account("RAMUser", "2000", "acs:ram::1000:user/deploy");
        for (created_by, own) in [
            ("2000", Some(true)),
            ("deploy", Some(true)),
            ("deploy@company.onaliyun.com", Some(true)),
            ("acs:ram::1000:user/deploy", Some(true)),
            ("1000", None),
            ("3000", Some(false)),
            ("deployer", Some(false)),
        ] {
            assert_eq!(is_own(Some(&user), created_by), own, "{created_by}");
        }
    }

    #[test]
    fn without_an_identity_nothing_is_known() {
        let unasked = Account {
            principal: None,
            ..account("Account", "1000", "")
        };
        assert_eq!(is_own(Some(&unasked), "1000"), None);
        assert_eq!(is_own(None, "1000"), None);
    }
}
