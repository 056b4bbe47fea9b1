//! The profiles of the `aliyun` command line, as its `~/.aliyun/config.json` has them. Read to be offered, never written. A
//! profile is usable if it holds an AccessKey itself; one that makes the command line fetch or derive an AccessKey is named
//! with the reason, since only that program knows how.

use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

use crate::acs3::AccessKey;

/// The file cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CliConfigError {
    /// It is not JSON.
    #[error("line {line} is not JSON")]
    NotJson {
        /// The line, from 1.
        line: usize,
    },
    /// It is JSON of another shape.
    #[error("line {line} is not what the aliyun command line writes")]
    UnknownShape {
        /// The line, from 1.
        line: usize,
    },
}

/// A profile.
#[derive(Debug, Clone)]
pub struct CliProfile {
    /// Its name.
    pub name: String,
    /// The one that the command line uses unless told otherwise.
    pub is_current: bool,
    /// Its way to an AccessKey, in the command line's word: `AK`, `StsToken`, `RamRoleArn`, …
    pub mode: String,
    /// The region that it asks unless told otherwise.
    pub region: Option<String>,
    /// Its AccessKey, or why it has none to take.
    pub access_key: Result<AccessKey, ProfileUnusable>,
}

/// Why a profile's AccessKey cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProfileUnusable {
    /// It takes on a role with another AccessKey.
    #[error("the profile takes on a role")]
    TakesOnRole,
    /// The cloud server that it runs on hands out its AccessKey.
    #[error("the profile works on a cloud server only")]
    OnCloudServerOnly,
    /// A program hands out its AccessKey.
    #[error("the profile runs a program")]
    RunsProgram,
    /// An address hands out its AccessKey.
    #[error("the profile fetches its AccessKey")]
    Fetches,
    /// A sign-in in the browser hands out its AccessKey.
    #[error("the profile signs in")]
    SignsIn,
    /// It signs with a key pair or a token of another kind, or not at all.
    #[error("the profile has no AccessKey")]
    NoAccessKey,
    /// It was begun and not finished, or lost a part.
    #[error("the profile has no {field}")]
    Incomplete {
        /// The field of the file that is missing.
        field: &'static str,
    },
    /// A way that is not known here.
    #[error("the profile works in a way that is not known")]
    UnknownMode,
}

#[derive(Deserialize)]
struct Config {
    #[serde(default)]
    current: Option<String>,
    #[serde(default)]
    profiles: Option<Vec<Profile>>,
}

#[derive(Deserialize)]
struct Profile {
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    mode: Option<String>,
    #[serde(default)]
    access_key_id: Option<String>,
    #[serde(default)]
    access_key_secret: Option<SecretString>,
    #[serde(default)]
    sts_token: Option<SecretString>,
    #[serde(default)]
    region_id: Option<String>,
}

/// The profiles of a file, in its order.
pub fn cli_profiles(text: &str) -> Result<Vec<CliProfile>, CliConfigError> {
    let text = text.trim_start_matches('\u{feff}');
    // The parser's own words are dropped: they may quote a value.
    let config: Config = serde_json::from_str(text).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => CliConfigError::UnknownShape { line: error.line() },
        _ => CliConfigError::NotJson { line: error.line() },
    })?;
    // A list would pass for an object whose fields are all missing.
    if !text.trim_start().starts_with('{') {
        return Err(CliConfigError::UnknownShape { line: 1 });
    }
    let current = config.current.unwrap_or_default();
    let profiles = config.profiles.unwrap_or_default();
    Ok(profiles
        .into_iter()
        .map(|profile| read(profile, &current))
        .collect())
}

fn read(profile: Profile, current: &str) -> CliProfile {
    let name = profile.name.unwrap_or_default();
    let mode = profile.mode.unwrap_or_default();
    let access_key = match mode.to_ascii_lowercase().as_str() {
        "ak" => pair(profile.access_key_id, profile.access_key_secret),
        "ststoken" => pair(profile.access_key_id, profile.access_key_secret).and_then(|pair| {
            let token = profile.sts_token.filter(is_filled);
            let security_token = token.ok_or(ProfileUnusable::Incomplete { field: "sts_token" })?;
            Ok(AccessKey {
                security_token: Some(security_token),
                ..pair
            })
        }),
        "ramrolearn" | "ramrolearnwithrolename" | "chainableramrolearn" => {
            Err(ProfileUnusable::TakesOnRole)
        }
        "ecsramrole" => Err(ProfileUnusable::OnCloudServerOnly),
        "external" => Err(ProfileUnusable::RunsProgram),
        "credentialsuri" | "oidc" => Err(ProfileUnusable::Fetches),
        "cloudsso" | "oauth" => Err(ProfileUnusable::SignsIn),
        "rsakeypair" | "bearertoken" | "anonymous" => Err(ProfileUnusable::NoAccessKey),
        "" => Err(ProfileUnusable::Incomplete { field: "mode" }),
        _ => Err(ProfileUnusable::UnknownMode),
    };
    CliProfile {
        is_current: !name.is_empty() && name == current,
        name,
        mode,
        region: profile.region_id.filter(|region| !region.is_empty()),
        access_key,
    }
}

fn pair(id: Option<String>, secret: Option<SecretString>) -> Result<AccessKey, ProfileUnusable> {
    Ok(AccessKey {
        id: id
            .filter(|id| !id.is_empty())
            .ok_or(ProfileUnusable::Incomplete {
                field: "access_key_id",
            })?,
        secret: secret
            .filter(is_filled)
            .ok_or(ProfileUnusable::Incomplete {
                field: "access_key_secret",
            })?,
        security_token: None,
    })
}

fn is_filled(secret: &SecretString) -> bool {
    // EXPOSE: only whether there is anything.
    !secret.expose_secret().is_empty()
}

#[cfg(test)]
#[path = "cli_config/tests.rs"]
mod tests;
