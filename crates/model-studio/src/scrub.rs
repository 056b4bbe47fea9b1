//! Somebody else's words made fit for a failure's text. Services repeat what they were sent: a gateway whose signature check
//! fails quotes the headers, a data plane may quote the key. Nothing of that is to reach it, and nothing endless either.

use secrecy::{ExposeSecret, SecretString};

/// Longest text that is kept, in characters.
const LONGEST_TEXT: usize = 600;

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

/// The text, cut if it is too long. Secrets are taken out before: half of one would not be found any more.
pub(crate) fn shortened(text: String) -> String {
    match text.char_indices().nth(LONGEST_TEXT) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endless_text_is_cut_between_characters() {
        let longest = "长".repeat(LONGEST_TEXT);
        assert_eq!(shortened(longest.clone()), longest);
        assert_eq!(shortened("长".repeat(5000)), format!("{longest}…"));
    }

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
