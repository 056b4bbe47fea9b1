//! fish's universal variables: what `set -Ux` leaves in `fish_variables`. A start-up file is read after them.

use secrecy::zeroize::Zeroizing;

use super::{Reading, Source};
use crate::block::{lines, text_of};
use crate::doctor::Scope;
use crate::doctor::value::Held;

pub(super) fn add(reading: &mut Reading<'_>) {
    let path = reading
        .surroundings
        .config_home
        .join("fish")
        .join("fish_variables");
    let Some(snapshot) = reading.read(&path) else {
        return;
    };
    for (line, span) in (1u32..).zip(lines(&snapshot.bytes)) {
        let text = text_of(&snapshot.bytes[span]);
        if let Some(value) = exported(text, reading.variable) {
            let held = Held::plain(reading.surroundings, &value);
            reading
                .sources
                .push(Source::new(Scope::Fish, &path, Some(line), held));
        }
        for variable in reading.beside {
            if let Some(value) = exported(text, variable) {
                reading.add_host(Scope::Fish, &path, Some(line), variable, &value);
            }
        }
    }
}

/// The value in a line such as `SETUVAR --export NAME:value`, its escapes undone.
fn exported(line: &[u8], variable: &str) -> Option<Zeroizing<String>> {
    let line = std::str::from_utf8(line).ok()?;
    let value = line
        .strip_prefix("SETUVAR --export ")?
        .strip_prefix(variable)?
        .strip_prefix(':')?;
    let mut bytes = Zeroizing::new(Vec::with_capacity(value.len()));
    let mut rest = value.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let escaped = after
            .strip_prefix(b"x")
            .filter(|_| *first == b'\\')
            .and_then(|digits| std::str::from_utf8(digits.get(..2)?).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(escaped.unwrap_or(*first));
        rest = if escaped.is_some() {
            &after[3..]
        } else {
            after
        };
    }
    String::from_utf8(bytes.to_vec()).ok().map(Zeroizing::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_exported_is_a_source() {
        let of = |line: &str| exported(line.as_bytes(), "KEY").map(|value| value.to_string());
        assert_eq!(
            of(r"SETUVAR --export KEY:sk\x2d\xc3\xa4_1").as_deref(),
            Some("sk-ä_1")
        );
        assert_eq!(of(r"SETUVAR --export KEY:a\x2").as_deref(), Some(r"a\x2"));
        for none in [
            "SETUVAR KEY:sk",
            "SETUVAR --export KEYS:sk",
            "# SETUVAR --export KEY:sk",
        ] {
            assert_eq!(of(none), None, "{none}");
        }
    }
}
