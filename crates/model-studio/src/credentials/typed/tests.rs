use proptest::prelude::*;

use super::*;

const ID: &str = "LTAI5tAbCdEfGhIjKlMnOpQr";
const SECRET: &str = "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0";
const STS_ID: &str = "STS.NUabcdefGHIJKLMN";
const STS_SECRET: &str = "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0aB3dE6gH9jK2mN";
const TOKEN: &str = "CAISabc+def/ghi==";

fn typed(id: &str, secret: &str, token: Option<&str>) -> Result<AccessKey, CredentialProblem> {
    let token = token.map(SecretString::from);
    access_key_of(id, &SecretString::from(secret), token.as_ref())
}

fn problem(id: &str, secret: &str, token: Option<&str>) -> CredentialProblem {
    typed(id, secret, token).unwrap_err()
}

#[test]
fn good_ones_are_taken_without_what_a_paste_carries_around() {
    let pair = typed(
        &format!(" {ID}\n"),
        &format!("\u{feff}{SECRET}\r\n"),
        Some(" "),
    )
    .unwrap();
    assert_eq!(
        (pair.id.as_str(), pair.secret.expose_secret()), // EXPOSE: to compare what was read.
        (ID, SECRET)
    );
    assert!(pair.security_token.is_none());
    let triple = typed(STS_ID, STS_SECRET, Some(TOKEN)).unwrap();
    let token = triple.security_token.unwrap();
    assert_eq!(token.expose_secret(), TOKEN); // EXPOSE: to compare what was read.
    assert!(typed("LTAIOldOldOldOld", SECRET, None).is_ok());
}

#[test]
fn each_problem_is_told() {
    use CredentialPart::{Id, Secret, Token};
    use CredentialProblem as Problem;
    for (id, secret, token, expected) in [
        ("", SECRET, None, Problem::Missing { part: Id }),
        (ID, "  ", None, Problem::Missing { part: Secret }),
        (SECRET, ID, None, Problem::Swapped),
        (STS_SECRET, STS_ID, Some(TOKEN), Problem::Swapped),
        (
            "LTAI5tAb****MnOpQr",
            SECRET,
            None,
            Problem::Masked { part: Id },
        ),
        (
            ID,
            "aB3***************************",
            None,
            Problem::Masked { part: Secret },
        ),
        (ID, "aB3dE6gH9jK2…", None, Problem::Masked { part: Secret }),
        (
            ID,
            "aB3dE6gH9jK2mN5\npQ8sT1vW4yZ7bC0",
            None,
            Problem::LineBreakInside { part: Secret },
        ),
        (
            "LTAI5tAbCdEf GhIjKlMnOpQr",
            SECRET,
            None,
            Problem::WhitespaceInside { part: Id },
        ),
        (
            STS_ID,
            STS_SECRET,
            Some("CAIS abc"),
            Problem::WhitespaceInside { part: Token },
        ),
        (
            "\"LTAI5tAbCdEfGhIjKlMnOpQr\"",
            SECRET,
            None,
            Problem::ForeignCharacters { part: Id },
        ),
        (
            ID,
            "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bＣ0",
            None,
            Problem::ForeignCharacters { part: Secret },
        ),
        (
            "sk-0123456789abcdef0123456789abcdef",
            SECRET,
            None,
            Problem::ModelKey { part: Id },
        ),
        (
            ID,
            "sk-0123456789abcdef0123456789abcdef",
            None,
            Problem::ModelKey { part: Secret },
        ),
        (
            "AKIAIOSFODNN7EXAMPLE",
            SECRET,
            None,
            Problem::IdOfUnknownShape,
        ),
        ("LTAI5t", SECRET, None, Problem::IdOfUnknownShape),
        (
            ID,
            "aB3dE6gH9jK2mN5pQ8",
            None,
            Problem::SecretOfUnknownLength { length: 18 },
        ),
        (ID, ID, None, Problem::SecretOfUnknownLength { length: 24 }),
        (STS_ID, STS_SECRET, None, Problem::TokenNeeded),
        (ID, SECRET, Some(TOKEN), Problem::TokenNotNeeded),
    ] {
        assert_eq!(problem(id, secret, token), expected, "{id} {secret}");
    }
}

#[test]
fn no_problem_repeats_what_was_typed() {
    for secret in ["markerOne markerTwo", "marker*", "marker", "sk-marker"] {
        let problem = problem(ID, secret, None);
        assert!(!format!("{problem} {problem:?}").contains("marker"));
    }
}

proptest! {
    #[test]
    fn nothing_typed_breaks_it(id in "\\PC{0,40}", secret in "\\PC{0,60}", token in prop::option::of("\\PC{0,40}")) {
        if let Ok(access_key) = typed(&id, &secret, token.as_deref()) {
            prop_assert!(access_key.id.is_ascii());
        }
    }

    #[test]
    fn every_well_formed_pair_is_taken(id in "LTAI[A-Za-z0-9]{12,20}", secret in "[a-z0-9]{30}") {
        prop_assert!(typed(&id, &secret, None).is_ok());
    }
}
