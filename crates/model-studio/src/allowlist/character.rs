//! Characters that no entry has, and texts that are no entry by their look alone.

use super::{AddressProblem, Reading};
use crate::key::{holds_key, shown};

/// A key in the wrong box, before anything else is said about it.
pub(super) fn check_key(text: &str) -> Result<(), AddressProblem> {
    if holds_key(text) {
        return Err(AddressProblem::LooksLikeKey {
            masked: shown(text),
        });
    }
    Ok(())
}

/// Everything but ASCII that is visible; and, of ASCII, what makes a text a URL or several entries.
pub(super) fn check(text: &str) -> Result<(), AddressProblem> {
    if let Some((_, rest)) = text.split_once("://") {
        return Err(AddressProblem::Url { host: host(rest) });
    }
    if text
        .chars()
        .any(|character| character.is_whitespace() || matches!(character, ',' | ';' | '、'))
    {
        return Err(AddressProblem::Several);
    }
    if let Some(character) = text.chars().find(|character| narrow(*character).is_some()) {
        let plain: String = text
            .chars()
            .map(|character| narrow(character).unwrap_or(character))
            .collect();
        let meant = Reading::parse(&plain).is_ok().then_some(plain);
        return Err(AddressProblem::FullWidth { character, meant });
    }
    let strange = text
        .chars()
        .find(|character| !character.is_ascii() || character.is_ascii_control());
    match strange {
        Some(character) if character.is_alphabetic() && text.contains('.') => {
            Err(AddressProblem::HostName { name: shown(text) })
        }
        Some(character) => Err(of(character)),
        None => Ok(()),
    }
}

/// The problem that a character is.
pub(super) fn of(character: char) -> AddressProblem {
    AddressProblem::StrangeCharacter {
        character,
        code_point: format!("U+{:04X}", u32::from(character)),
    }
}

/// The plain form of a full-width character.
fn narrow(character: char) -> Option<char> {
    match character {
        '。' | '｡' => Some('.'),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0),
        _ => None,
    }
}

/// The host of what follows `scheme://`; a user name and a password before it stay out.
fn host(rest: &str) -> Option<String> {
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    (!host.is_empty()).then(|| shown(host))
}
