//! The smallest RAM policy with which the program works: the rights that its operations need and no more.
//!
//! The platform's documents confirm four actions: `modelstudio:CreateApiKey`, `modelstudio:DeleteApiKey`,
//! `modelstudio:ListApiKeys` and `modelstudio:ListWorkspaces`. Every other name here follows the same pattern, product and
//! operation, and is not confirmed; a refusal names the right that is missing, and that name counts. Rights on single keys or
//! workspaces do not exist: the resource is always `*`. GetCallerIdentity needs no right.

use serde_json::json;

/// What a policy lets the program do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PolicyScope {
    /// See keys, workspaces, models, limits and costs.
    ReadOnly,
    /// Change keys, workspaces, models and limits, too.
    Full,
}

/// Operations that the platform's documents name as RAM actions.
const CONFIRMED: [&str; 4] = [
    "CreateApiKey",
    "DeleteApiKey",
    "ListApiKeys",
    "ListWorkspaces",
];

/// Operations that only ask.
const READING: [&str; 8] = [
    "GetApiKey",
    "GetBillingOverview",
    "GetBillingTrend",
    "ListApiKeys",
    "ListModelLimits",
    "ListModelPermissions",
    "ListModels",
    "ListWorkspaces",
];

/// Operations that change something.
const CHANGING: [&str; 10] = [
    "CreateApiKey",
    "CreateWorkspace",
    "DeleteApiKey",
    "DeleteWorkspace",
    "DisableApiKey",
    "EnableApiKey",
    "ResetApiKey",
    "UpdateApiKey",
    "UpdateModelLimits",
    "UpdateModelPermissions",
];

/// The RAM action of an operation: `modelstudio:CreateApiKey` of `CreateApiKey`. By analogy for all but the four of
/// [`is_confirmed`].
pub fn ram_action(operation: &str) -> String {
    format!("modelstudio:{operation}")
}

/// Whether the platform's documents name an operation's action. They do of four: `CreateApiKey`, `DeleteApiKey`,
/// `ListApiKeys` and `ListWorkspaces`; the others follow their pattern.
pub fn is_confirmed(operation: &str) -> bool {
    CONFIRMED.contains(&operation)
}

/// The operations that a scope takes, in the order of their names.
pub fn operations(scope: PolicyScope) -> Vec<&'static str> {
    let mut operations = READING.to_vec();
    if scope == PolicyScope::Full {
        operations.extend(CHANGING);
    }
    operations.sort_unstable();
    operations
}

/// The policy as the text that the RAM console takes.
pub fn policy(scope: PolicyScope) -> String {
    let actions: Vec<String> = operations(scope).into_iter().map(ram_action).collect();
    let policy = json!({
        "Version": "1",
        "Statement": [{"Effect": "Allow", "Action": actions, "Resource": "*"}],
    });
    format!("{policy:#}")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;

    fn actions(scope: PolicyScope) -> Vec<String> {
        let policy: Value = serde_json::from_str(&policy(scope)).unwrap();
        assert_eq!(policy["Version"], "1");
        assert_eq!(policy["Statement"][0]["Resource"], "*");
        assert_eq!(policy["Statement"][0]["Effect"], "Allow");
        serde_json::from_value(policy["Statement"][0]["Action"].clone()).unwrap()
    }

    #[test]
    fn the_full_policy_has_each_of_the_eighteen_operations_once() {
        let full = actions(PolicyScope::Full);
        assert_eq!(full.len(), 18);
        assert_eq!(full.iter().collect::<BTreeSet<_>>().len(), 18);
        assert!(full.iter().all(|action| !action.contains('*')));
        assert!(full.contains(&"modelstudio:ResetApiKey".to_owned()));
        assert!(
            CONFIRMED
                .iter()
                .all(|name| full.contains(&ram_action(name)))
        );
    }

    #[test]
    fn the_reading_policy_changes_nothing() {
        let reading = actions(PolicyScope::ReadOnly);
        assert_eq!(reading.len(), 8);
        for action in reading {
            let operation = action.strip_prefix("modelstudio:").unwrap();
            assert!(
                operation.starts_with("List") || operation.starts_with("Get"),
                "{operation}"
            );
        }
    }

    #[test]
    fn what_is_confirmed_is_told_from_what_is_likely() {
        assert!(is_confirmed("ListApiKeys"));
        assert!(!is_confirmed("ResetApiKey"));
    }
}
