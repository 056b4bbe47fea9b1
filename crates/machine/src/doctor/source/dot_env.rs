//! A `.env` file: `NAME=value`, one a line, as dotenv libraries read it.

use secrecy::zeroize::Zeroizing;

use crate::block::{lines, text_of};

/// What the file sets `variable` to: lines, from 1, and values. The last one counts.
pub(in crate::doctor) fn settings(bytes: &[u8], variable: &str) -> Vec<(u32, Zeroizing<String>)> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let found = (1u32..).zip(lines(bytes)).filter_map(|(number, span)| {
        let line = String::from_utf8_lossy(text_of(&bytes[span])).into_owned();
        let line = Zeroizing::new(line);
        let rest = line.trim_start();
        let rest = rest.strip_prefix("export ").unwrap_or(rest).trim_start();
        let value = rest
            .strip_prefix(variable)?
            .trim_start()
            .strip_prefix('=')?;
        Some((number, Zeroizing::new(unquoted(value.trim()).to_owned())))
    });
    found.collect()
}

/// Between quotes everything counts; without them a comment ends it.
fn unquoted(value: &str) -> &str {
    for mark in ['"', '\'', '`'] {
        if let Some((inside, _)) = value
            .strip_prefix(mark)
            .and_then(|rest| rest.split_once(mark))
        {
            return inside;
        }
    }
    value
        .find(" #")
        .map_or(value, |comment| value[..comment].trim_end())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(text: &str) -> Vec<(u32, String)> {
        settings(text.as_bytes(), "KEY")
            .into_iter()
            .map(|(line, value)| (line, value.to_string()))
            .collect()
    }

    #[test]
    fn the_ways_in_which_people_write_it() {
        let text = "# KEY=no\nKEYS=no\n export KEY = \"a # b\" # c\r\nKEY=d # e\nKEY='f'\nMY_KEY=no\nKEY=\n";
        assert_eq!(
            found(text),
            [(3, "a # b"), (4, "d"), (5, "f"), (7, "")].map(|(line, text)| (line, text.to_owned()))
        );
        assert_eq!(found("\u{feff}KEY=x"), [(1, "x".to_owned())]);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_harm(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            settings(&bytes, "KEY");
        }

        #[test]
        fn a_key_is_found_in_any_quotes(value in "sk-[a-zA-Z0-9._-]{8,40}", quote in "[\"']?", before in "[ -~]{0,20}") {
            let text = format!("#{before}\nKEY={quote}{value}{quote}\n");
            prop_assert_eq!(found(&text), vec![(2, value)]);
        }
    }
}
