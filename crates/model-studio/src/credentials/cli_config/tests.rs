use proptest::prelude::*;
use serde_json::json;

use super::*;

const CONFIG: &str = r#"{
	"current": "work",
	"profiles": [
		{"name": "default", "mode": "AK", "access_key_id": "LTAI5tDefault", "access_key_secret": "secretDefault",
		 "region_id": "cn-hangzhou", "output_format": "json", "language": "zh", "retry_timeout": 0},
		{"name": "work", "mode": "StsToken", "access_key_id": "STS.Work", "access_key_secret": "secretWork",
		 "sts_token": "CAISWork", "region_id": "ap-southeast-1", "surprise": {"a": [1]}}
	],
	"meta_path": ""
}"#;

fn only(profile: serde_json::Value) -> CliProfile {
    let text = json!({"current": "p", "profiles": [profile]}).to_string();
    cli_profiles(&text).unwrap().remove(0)
}

#[test]
fn profiles_with_an_access_key_are_taken() {
    let profiles = cli_profiles(CONFIG).unwrap();
    let names: Vec<_> = profiles
        .iter()
        .map(|profile| {
            (
                profile.name.as_str(),
                profile.is_current,
                profile.region.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        names,
        [
            ("default", false, Some("cn-hangzhou")),
            ("work", true, Some("ap-southeast-1")),
        ]
    );
    let default = profiles[0].access_key.as_ref().unwrap();
    assert_eq!(
        (default.id.as_str(), default.secret.expose_secret()), // EXPOSE: to compare what was read.
        ("LTAI5tDefault", "secretDefault")
    );
    assert!(default.security_token.is_none());
    let work = profiles[1].access_key.as_ref().unwrap();
    assert_eq!(
        (work.id.as_str(), work.secret.expose_secret()), // EXPOSE: to compare what was read.
        ("STS.Work", "secretWork")
    );
    let token = work.security_token.as_ref().unwrap();
    assert_eq!(token.expose_secret(), "CAISWork"); // EXPOSE: to compare what was read.
}

#[test]
fn every_other_mode_has_its_reason() {
    for (mode, reason) in [
        ("RamRoleArn", ProfileUnusable::TakesOnRole),
        ("RamRoleArnWithRoleName", ProfileUnusable::TakesOnRole),
        ("ChainableRamRoleArn", ProfileUnusable::TakesOnRole),
        ("EcsRamRole", ProfileUnusable::OnCloudServerOnly),
        ("External", ProfileUnusable::RunsProgram),
        ("CredentialsURI", ProfileUnusable::Fetches),
        ("OIDC", ProfileUnusable::Fetches),
        ("CloudSSO", ProfileUnusable::SignsIn),
        ("OAuth", ProfileUnusable::SignsIn),
        ("RsaKeyPair", ProfileUnusable::NoAccessKey),
        ("BearerToken", ProfileUnusable::NoAccessKey),
        ("Anonymous", ProfileUnusable::NoAccessKey),
        ("Telepathy", ProfileUnusable::UnknownMode),
        ("", ProfileUnusable::Incomplete { field: "mode" }),
    ] {
        // Some of them keep an AccessKey beside, which is not the one that signs.
        let profile = only(
            json!({"name": "p", "mode": mode, "access_key_id": "LTAI5t", "access_key_secret": "s"}),
        );
        assert_eq!(profile.access_key.unwrap_err(), reason, "{mode}");
        assert_eq!(profile.mode, mode);
    }
}

#[test]
fn the_command_line_takes_modes_in_any_case_and_so_do_we() {
    let profile =
        only(json!({"name": "p", "mode": "ak", "access_key_id": "a", "access_key_secret": "s"}));
    assert!(profile.access_key.is_ok());
}

#[test]
fn what_is_missing_is_named() {
    for (profile, field) in [
        (json!({"mode": "AK"}), "access_key_id"),
        (
            json!({"mode": "AK", "access_key_id": "", "access_key_secret": "s"}),
            "access_key_id",
        ),
        (
            json!({"mode": "AK", "access_key_id": "a"}),
            "access_key_secret",
        ),
        (
            json!({"mode": "AK", "access_key_id": "a", "access_key_secret": null}),
            "access_key_secret",
        ),
        (
            json!({"mode": "StsToken", "access_key_id": "a", "access_key_secret": "s"}),
            "sts_token",
        ),
        (
            json!({"mode": "StsToken", "access_key_id": "a", "access_key_secret": "s", "sts_token": ""}),
            "sts_token",
        ),
        (json!({}), "mode"),
    ] {
        let unusable = only(profile.clone()).access_key.unwrap_err();
        assert_eq!(unusable, ProfileUnusable::Incomplete { field }, "{profile}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_told_with_its_line_and_never_quoted() {
    for (text, error) in [
        ("", CliConfigError::NotJson { line: 1 }),
        (
            "{\n\"profiles\": [\n{,",
            CliConfigError::NotJson { line: 3 },
        ),
        (
            "{\n\"profiles\": [{\n\"access_key_secret\": [\"markerSecret\"]}]}",
            CliConfigError::UnknownShape { line: 3 },
        ),
        (
            "{\"profiles\":\n\"markerSecret\"}",
            CliConfigError::UnknownShape { line: 2 },
        ),
        ("[]", CliConfigError::UnknownShape { line: 1 }),
    ] {
        let found = cli_profiles(text).unwrap_err();
        assert_eq!(found, error, "{text}");
        assert!(!format!("{found} {found:?}").contains("marker"));
    }
}

#[test]
fn a_file_without_profiles_has_none() {
    for text in ["{}", r#"{"profiles":null}"#, "\u{feff}{\"current\":null}"] {
        assert!(cli_profiles(text).unwrap().is_empty(), "{text}");
    }
}

#[test]
fn secrets_do_not_show() {
    let shown = format!("{:?}", cli_profiles(CONFIG).unwrap());
    for secret in ["secretDefault", "secretWork", "CAISWork"] {
        assert!(!shown.contains(secret), "{shown}");
    }
}

proptest! {
    #[test]
    fn no_text_breaks_it(text in "\\PC{0,200}") {
        let _ = cli_profiles(&text);
    }

    #[test]
    fn no_cut_breaks_it(length in 0..CONFIG.len()) {
        prop_assert!(cli_profiles(&CONFIG[..length]).is_err());
    }
}
