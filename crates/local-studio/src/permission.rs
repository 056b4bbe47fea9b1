//! What a key may do: everything, or what its allowlist and its models let it. Checked here on the way in, and turned
//! into the platform's `auth` object on the way out.

use model_studio::allowlist::{Allowlist, MAX_ENTRIES};
use model_studio::control::wire::{Auth, AuthKind, ModelAccessScope};

use crate::platform_error::Refusal;

/// Longest name of a model that is taken.
const MODEL_NAME_LIMIT: usize = 128;

/// Most models that one key names.
const MODELS_LIMIT: usize = 500;

/// The permission of a key, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Permission {
    /// From anywhere, every model.
    All,
    /// From these addresses, these models.
    Custom {
        /// At least one, at most twenty; as they were sent.
        addresses: Vec<String>,
        /// Which models.
        models: ModelScope,
    },
}

/// Which models a key may use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ModelScope {
    /// Every model of the workspace.
    All,
    /// These, and no other: perhaps none.
    Only(Vec<String>),
}

impl Permission {
    /// Checks an `auth` object as it was sent. With `All`, the platform ignores the rest; so does this.
    pub(crate) fn from_wire(auth: Auth) -> Result<Permission, Refusal> {
        if auth.kind == AuthKind::All {
            return Ok(Permission::All);
        }
        let mut addresses: Vec<String> = auth
            .access_ips
            .iter()
            .map(|address| address.trim().to_owned())
            .collect();
        if addresses.is_empty() {
            addresses = vec!["0.0.0.0/0".to_owned(), "::/0".to_owned()];
        }
        if addresses.len() > MAX_ENTRIES {
            return Err(Refusal::TooManyAddresses {
                count: addresses.len(),
                limit: MAX_ENTRIES,
            });
        }
        for address in &addresses {
            Allowlist::from_entries(std::slice::from_ref(address)).map_err(|bad| {
                Refusal::BadAddress {
                    text: bad.text,
                    problem: bad.problem,
                }
            })?;
        }
        Ok(Permission::Custom {
            addresses,
            models: models(auth.model_access_scope)?,
        })
    }

    /// The `auth` object of an answer.
    pub(crate) fn to_wire(&self) -> Auth {
        let (kind, access_ips, models) = match self {
            Permission::All => (AuthKind::All, Vec::new(), &ModelScope::All),
            Permission::Custom { addresses, models } => {
                (AuthKind::Custom, addresses.clone(), models)
            }
        };
        let model_access_scope = match models {
            ModelScope::All => ModelAccessScope {
                allow_all_models: true,
                accessible_models: Vec::new(),
            },
            ModelScope::Only(names) => ModelAccessScope {
                allow_all_models: false,
                accessible_models: names.clone(),
            },
        };
        Auth {
            kind,
            access_ips,
            model_access_scope,
        }
    }
}

fn models(scope: ModelAccessScope) -> Result<ModelScope, Refusal> {
    if scope.allow_all_models {
        return Ok(ModelScope::All);
    }
    let names = scope.accessible_models;
    if names.len() > MODELS_LIMIT {
        return Err(Refusal::TooManyModels {
            count: names.len(),
            limit: MODELS_LIMIT,
        });
    }
    let bad = |name: &String| name.trim().is_empty() || name.chars().count() > MODEL_NAME_LIMIT;
    if let Some(index) = names.iter().position(bad) {
        return Err(Refusal::BadModelName { entry: index + 1 });
    }
    Ok(ModelScope::Only(names))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn custom(addresses: &[&str], allow_all_models: bool, models: &[&str]) -> Auth {
        Auth {
            kind: AuthKind::Custom,
            access_ips: addresses.iter().map(ToString::to_string).collect(),
            model_access_scope: ModelAccessScope {
                allow_all_models,
                accessible_models: models.iter().map(ToString::to_string).collect(),
            },
        }
    }

    #[test]
    fn custom_without_addresses_is_from_anywhere() {
        let Permission::Custom { addresses, models } =
            Permission::from_wire(custom(&[], true, &["ignored"])).unwrap()
        else {
            panic!("Custom stays Custom");
        };
        assert_eq!(addresses, ["0.0.0.0/0", "::/0"]);
        assert_eq!(models, ModelScope::All);
    }

    #[test]
    fn models_count_only_when_not_all_are_allowed() {
        let Permission::Custom { models, .. } =
            Permission::from_wire(custom(&["127.0.0.1"], false, &["qwen-plus"])).unwrap()
        else {
            panic!("Custom stays Custom");
        };
        assert_eq!(models, ModelScope::Only(vec!["qwen-plus".to_owned()]));
    }

    #[test]
    fn the_number_of_addresses_is_limited() {
        let twenty: Vec<String> = (0..20).map(|last| format!("10.0.0.{last}")).collect();
        let mut addresses: Vec<&str> = twenty.iter().map(String::as_str).collect();
        assert!(Permission::from_wire(custom(&addresses, true, &[])).is_ok());
        addresses.push("10.0.0.20");
        let refused = Permission::from_wire(custom(&addresses, true, &[])).unwrap_err();
        assert!(matches!(
            refused,
            Refusal::TooManyAddresses {
                count: 21,
                limit: 20
            }
        ));
    }

    #[test]
    fn what_is_no_address_is_named() {
        for bad in [
            "1.2.3",
            "1.2.3.4/33",
            "example.com",
            "",
            "10.0.0.1/8",
            "::/129",
        ] {
            let refused =
                Permission::from_wire(custom(&["127.0.0.1", bad], true, &[])).unwrap_err();
            assert!(
                matches!(refused, Refusal::BadAddress { text, .. } if text == bad),
                "{bad}"
            );
        }
    }

    #[test]
    fn goes_out_as_it_came_in() {
        let sent = custom(
            &["10.0.0.0/8", "2001:db8::1"],
            false,
            &["qwen-plus", "qwen3-max"],
        );
        assert_eq!(Permission::from_wire(sent.clone()).unwrap().to_wire(), sent);
    }
}
