//! Settings in files of fish.

use secrecy::zeroize::Zeroizing;

use super::tokens::{Command, commands};
use super::{Grammar, Setting};

/// Words after which a command begins on the same line.
const OPENERS: [&str; 10] = [
    "and", "or", "not", "!", "begin", "if", "else", "while", "builtin", "command",
];

pub(super) fn settings(bytes: &[u8], variable: &str) -> Vec<Setting> {
    let all = commands(bytes, Grammar::Fish);
    let mut found = Vec::new();
    for command in &all.commands {
        let Some(mut setting) = setting(command, variable) else {
            continue;
        };
        setting.alone = setting.alone && all.is_alone(command);
        found.push(setting);
    }
    found
}

fn setting(command: &Command, variable: &str) -> Option<Setting> {
    let opened = command
        .iter()
        .take_while(|word| OPENERS.contains(&word.text.as_str()))
        .count();
    let (name, arguments) = command[opened..].split_first()?;
    let flags = arguments
        .iter()
        .take_while(|word| word.text.starts_with('-'))
        .count();
    let (flags, rest) = arguments.split_at(flags);
    let setting = |command: String, between, value: &str, alone: bool| Setting {
        line: name.line,
        command,
        between,
        value: Zeroizing::new(value.to_owned()),
        alone: alone && opened == 0,
    };
    match name.text.as_str() {
        "set" => {
            let (first, values) = rest.split_first()?;
            if *first.text != variable || !sets(flags.iter().map(|flag| flag.text.as_str())) {
                return None;
            }
            let flags: String = flags
                .iter()
                .map(|flag| format!("{} ", flag.text.as_str()))
                .collect();
            let value = values.first().map_or("", |value| value.text.as_str());
            Some(setting(format!("set {flags}"), " ", value, true))
        }
        "export" => {
            let word = rest
                .iter()
                .find(|word| word.text.split('=').next() == Some(variable))?;
            let (_, value) = word.text.split_once('=')?;
            Some(setting("export ".to_owned(), "=", value, rest.len() == 1))
        }
        "setenv" => {
            let (first, values) = rest.split_first()?;
            let value = values.first().map_or("", |value| value.text.as_str());
            (*first.text == variable).then(|| setting("setenv ".to_owned(), " ", value, true))
        }
        _ => None,
    }
}

/// Whether `set` with these flags sets something that lasts: not a question, not an erasure, not a local.
fn sets<'a>(flags: impl Iterator<Item = &'a str>) -> bool {
    let (mut local, mut exported) = (false, false);
    for flag in flags {
        let has = |letter: char, long: &str| {
            flag == long || (!flag.starts_with("--") && flag[1..].contains(letter))
        };
        if has('e', "--erase") || has('q', "--query") || has('n', "--names") || has('S', "--show") {
            return false;
        }
        local |= has('l', "--local") || has('f', "--function");
        exported |= has('x', "--export");
    }
    !local || exported
}
