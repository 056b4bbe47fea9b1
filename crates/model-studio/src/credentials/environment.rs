//! An AccessKey in environment variables, by the names that the platform's SDKs and command line read. The environment is
//! passed in.

use secrecy::SecretString;

use crate::acs3::AccessKey;

/// The beginnings of the names. The first is documented; the command line also reads the other two, after it.
const FAMILIES: [&str; 3] = ["ALIBABA_CLOUD", "ALIBABACLOUD", "ALICLOUD"];

/// An AccessKey that variables hold.
#[derive(Debug, Clone)]
pub struct FromEnvironment {
    /// The AccessKey.
    pub access_key: AccessKey,
    /// The region, where a variable names one.
    pub region: Option<String>,
    /// The variable that holds the AccessKey's id, to say where this was found.
    pub variable: String,
}

/// Variables hold a part of an AccessKey, and another part is missing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{missing} is not set")]
pub struct EnvironmentIncomplete {
    /// The variable that is missing.
    pub missing: String,
}

/// The AccessKey in an environment; none where no variable holds a part of one.
///
/// All parts are taken from one family of names: a secret of another would belong to another AccessKey.
pub fn from_environment(
    variable: impl Fn(&str) -> Option<String>,
) -> Result<Option<FromEnvironment>, EnvironmentIncomplete> {
    let filled = |name: &str| {
        let value = variable(name)?;
        let trimmed = value.trim();
        (!trimmed.is_empty()).then(|| trimmed.to_owned())
    };
    for family in FAMILIES {
        let (id_name, secret_name, token_name, region_name) = (
            format!("{family}_ACCESS_KEY_ID"),
            format!("{family}_ACCESS_KEY_SECRET"),
            format!("{family}_SECURITY_TOKEN"),
            format!("{family}_REGION_ID"),
        );
        let missing = |name: &str| EnvironmentIncomplete {
            missing: name.to_owned(),
        };
        let (id, secret) = match (filled(&id_name), filled(&secret_name)) {
            (None, None) => continue,
            (Some(_), None) => return Err(missing(&secret_name)),
            (None, Some(_)) => return Err(missing(&id_name)),
            (Some(id), Some(secret)) => (id, SecretString::from(secret)),
        };
        let security_token = filled(&token_name).map(SecretString::from);
        if security_token.is_none() && id.starts_with("STS.") {
            return Err(missing(&token_name));
        }
        return Ok(Some(FromEnvironment {
            access_key: AccessKey {
                id,
                secret,
                security_token,
            },
            region: filled(&region_name),
            variable: id_name,
        }));
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::*;

    fn found(variables: &[(&str, &str)]) -> Result<Option<FromEnvironment>, EnvironmentIncomplete> {
        from_environment(|name| {
            let (_, value) = variables.iter().find(|(other, _)| *other == name)?;
            Some((*value).to_owned())
        })
    }

    fn missing(name: &str) -> EnvironmentIncomplete {
        EnvironmentIncomplete {
            missing: name.to_owned(),
        }
    }

    #[test]
    fn a_pair_and_a_triple_are_found() {
        let pair = found(&[
            ("ALIBABA_CLOUD_ACCESS_KEY_ID", "LTAI5t "),
            ("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "secret\n"),
            ("ALIBABA_CLOUD_REGION_ID", "cn-beijing"),
        ])
        .unwrap()
        .unwrap();
        assert_eq!(pair.access_key.id, "LTAI5t");
        assert_eq!(pair.access_key.secret.expose_secret(), "secret"); // EXPOSE: to compare what was read.
        assert!(pair.access_key.security_token.is_none());
        assert_eq!(pair.region.as_deref(), Some("cn-beijing"));
        assert_eq!(pair.variable, "ALIBABA_CLOUD_ACCESS_KEY_ID");

        let triple = found(&[
            ("ALIBABACLOUD_ACCESS_KEY_ID", "STS.x"),
            ("ALIBABACLOUD_ACCESS_KEY_SECRET", "secret"),
            ("ALIBABACLOUD_SECURITY_TOKEN", "CAIS"),
        ])
        .unwrap()
        .unwrap();
        assert!(triple.access_key.security_token.is_some());
        assert_eq!(triple.variable, "ALIBABACLOUD_ACCESS_KEY_ID");
    }

    #[test]
    fn nothing_is_no_failure() {
        assert!(found(&[]).unwrap().is_none());
        assert!(
            found(&[("ALIBABA_CLOUD_ACCESS_KEY_ID", "  ")])
                .unwrap()
                .is_none()
        );
    }

    #[test]
    fn the_missing_part_is_named() {
        for (variables, name) in [
            (
                vec![("ALIBABA_CLOUD_ACCESS_KEY_ID", "a")],
                "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
            ),
            (
                vec![("ALICLOUD_ACCESS_KEY_SECRET", "s")],
                "ALICLOUD_ACCESS_KEY_ID",
            ),
            (
                vec![
                    ("ALIBABA_CLOUD_ACCESS_KEY_ID", "STS.a"),
                    ("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "s"),
                    ("ALICLOUD_SECURITY_TOKEN", "of another"),
                ],
                "ALIBABA_CLOUD_SECURITY_TOKEN",
            ),
        ] {
            assert_eq!(found(&variables).unwrap_err(), missing(name));
        }
    }

    #[test]
    fn the_documented_names_come_first_and_families_do_not_mix() {
        let both = found(&[
            ("ALIBABACLOUD_ACCESS_KEY_ID", "second"),
            ("ALIBABACLOUD_ACCESS_KEY_SECRET", "second"),
            ("ALIBABA_CLOUD_ACCESS_KEY_ID", "first"),
            ("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "first"),
            ("ALIBABACLOUD_SECURITY_TOKEN", "second"),
        ])
        .unwrap()
        .unwrap();
        assert_eq!(both.access_key.id, "first");
        assert!(both.access_key.security_token.is_none());
    }
}
