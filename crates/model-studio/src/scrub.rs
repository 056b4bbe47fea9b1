//! Taking a secret out of somebody else's words. Services repeat what they were sent: a gateway whose signature check
//! fails quotes the headers, a data plane may quote the key. Nothing of that is to reach a failure's text.

use secrecy::{ExposeSecret, SecretString};

/// The text with every occurrence of the secret replaced.
pub(crate) fn scrub(text: String, secret: &SecretString, replacement: &str) -> String {
    // EXPOSE: it is looked for, to be removed.
    let secret = secret.expose_secret();
    if secret.is_empty() {
        text
    } else {
        text.replace(secret, replacement)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_occurrence_goes_and_an_empty_secret_is_none() {
        let text = || "a secret, the secret".to_owned();
        assert_eq!(
            scrub(text(), &SecretString::from("secret"), "…"),
            "a …, the …"
        );
        assert_eq!(
            scrub(text(), &SecretString::from(""), "…"),
            "a secret, the secret"
        );
    }
}
