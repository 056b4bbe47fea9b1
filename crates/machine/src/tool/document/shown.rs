//! A settings file as it may be seen: the texts and comments of others left out, so that nothing of theirs that could be a
//! secret is shown.

use std::ops::Range;

use secrecy::zeroize::Zeroizing;

use super::{Flaw, Format, Splice, Step, json, splice, text_of, toml};

/// A text in a settings file.
pub(crate) struct Word {
    pub(crate) text: Zeroizing<String>,
    /// The key under which it stands; empty in a list.
    pub(crate) name: String,
    /// It stands at one of our paths.
    pub(crate) is_own: bool,
}

/// A text or a comment, and where it is.
pub(super) enum Piece {
    Text(Range<usize>, Zeroizing<String>),
    Comment(Range<usize>),
}

impl Format {
    /// The file with `show`'s words for each text that it has words for, and with every other text and comment left out.
    pub(crate) fn shown(
        self,
        bytes: &[u8],
        own: &[&[Step]],
        show: &dyn Fn(&Word) -> Option<String>,
    ) -> Result<String, Flaw> {
        let (text, _) = text_of(bytes)?;
        if text.is_empty() {
            return Ok(String::new());
        }
        let (pieces, own) = match self {
            Self::Json | Self::Json5 => (json::pieces(self, text)?, json::ranges(self, text, own)?),
            Self::Toml => (toml::pieces(text)?, toml::ranges(text, own)?),
        };
        let is_own = |range: &Range<usize>| {
            own.iter()
                .any(|own| own.start <= range.start && range.end <= own.end)
        };
        let mut splices = Vec::new();
        for piece in pieces {
            match piece {
                Piece::Text(range, words) => {
                    let word = Word {
                        is_own: is_own(&range),
                        name: name_before(&text[..range.start]).to_owned(),
                        text: words,
                    };
                    let words = show(&word).unwrap_or_else(|| "…".to_owned());
                    let quoted = format!("\"{words}\"");
                    splices.push(Splice::new(
                        range.clone(),
                        &with_lines(&quoted, &text[range]),
                    ));
                }
                Piece::Comment(range) => {
                    let comment = &text[range.clone()];
                    let left = match comment.starts_with('#') {
                        true => "# …",
                        false if comment.starts_with("//") => "// …",
                        false => "/* … */",
                    };
                    splices.push(Splice::new(range.clone(), &with_lines(left, comment)));
                }
            }
        }
        let shown = splice::apply(text.as_bytes(), 0, splices);
        Ok(String::from_utf8_lossy(&shown).into_owned())
    }

    /// Whether a text in the file has these words in it; neither its keys nor its comments are asked.
    pub(crate) fn has_words(self, bytes: &[u8], words: &str) -> Result<bool, Flaw> {
        let (text, _) = text_of(bytes)?;
        let pieces = match self {
            Self::Json | Self::Json5 => json::pieces(self, text)?,
            Self::Toml => toml::pieces(text)?,
        };
        let has_words = |piece: &Piece| match piece {
            Piece::Text(_, text) => text.contains(words),
            Piece::Comment(_) => false,
        };
        Ok(pieces.iter().any(has_words))
    }
}

/// The key of the value that begins where this text ends: `"name": ` or `name = `.
fn name_before(text: &str) -> &str {
    let Some(text) = text.trim_end().strip_suffix([':', '=']) else {
        return "";
    };
    let text = text.trim_end();
    if let Some(quoted) = text.strip_suffix(['"', '\'']) {
        let opens = quoted.rfind(['"', '\'']).map_or(0, |at| at + 1);
        return &quoted[opens..];
    }
    let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '$');
    let start = text.trim_end_matches(is_part).len();
    &text[start..]
}

/// As many line ends as before, so that the numbers of lines stay right.
pub(super) fn with_lines(text: &str, before: &str) -> String {
    format!("{text}{}", "\n".repeat(before.matches('\n').count()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_texts_alone() {
        for (text, has_them) in [
            ("{\"a\": [{\"envKey\": \"KEY\"},]}", true),
            ("{\"a\": \"echo $\\u004bEY\"}", true),
            ("{\"KEY\": \"a\" /* \"KEY\" */}", false),
            ("{\"a\": 1}", false),
            ("", false),
        ] {
            let found = Format::Json.has_words(text.as_bytes(), "KEY");
            assert_eq!(found, Ok(has_them), "{text}");
        }
        let toml = b"KEY = 1 # KEY\na = \"KEY\"\n";
        assert_eq!(Format::Toml.has_words(toml, "KEY"), Ok(true));
        assert!(Format::Json.has_words(b"{", "KEY").is_err());
    }

    #[test]
    fn the_key_of_a_value_is_found_however_it_is_written() {
        for (text, name) in [
            ("{ \"apiKey\": ", "apiKey"),
            ("{ apiKey:", "apiKey"),
            ("{ 'apiKey' :\n  ", "apiKey"),
            ("[a.b]\nbearer-token = ", "bearer-token"),
            ("a.\"b\".api_key=", "api_key"),
            ("{ \"list\": [\"one\", ", ""),
            ("", ""),
        ] {
            assert_eq!(name_before(text), name, "{text}");
        }
    }
}
