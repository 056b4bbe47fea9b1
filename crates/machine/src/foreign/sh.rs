//! Settings in files of bash and zsh.

use secrecy::zeroize::Zeroizing;

use super::tokens::{Command, Word, commands};
use super::{Grammar, Setting};

/// Words after which a command begins on the same line.
const OPENERS: [&str; 11] = [
    "then", "do", "else", "if", "elif", "while", "until", "!", "{", "time", "}",
];

pub(super) fn settings(bytes: &[u8], variable: &str) -> Vec<Setting> {
    let all = commands(bytes, Grammar::Sh);
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

/// `alone` says here that the command sets nothing else.
fn setting(command: &Command, variable: &str) -> Option<Setting> {
    let opened = command
        .iter()
        .take_while(|word| OPENERS.contains(&word.text.as_str()))
        .count();
    let words = &command[opened..];
    let assignments = words
        .iter()
        .take_while(|word| is_assignment(&word.text))
        .count();
    let rest = &words[assignments..];
    let Some(first) = rest.first() else {
        // Nothing but assignments: they stay. The last one of a name counts.
        let word = words
            .iter()
            .rev()
            .find(|word| value_of(word, variable).is_some())?;
        return Some(made(
            word,
            variable,
            String::new(),
            opened == 0 && words.len() == 1,
        ));
    };
    // `NAME=value program` sets it for that program alone.
    let skipped = usize::from(matches!(first.text.as_str(), "builtin" | "command"));
    let (name, arguments) = rest.get(skipped..)?.split_first()?;
    match name.text.as_str() {
        "export" | "typeset" | "declare" | "readonly" => {}
        "setenv" => {
            let [set, value, ..] = arguments else {
                return None;
            };
            let value = Zeroizing::new(value.text.to_string());
            return (*set.text == variable).then(|| Setting {
                line: set.line,
                command: "setenv ".to_owned(),
                between: " ",
                value,
                alone: opened + assignments + skipped == 0 && arguments.len() == 2,
            });
        }
        _ => return None,
    }
    let (flags, names): (Vec<&Word>, Vec<&Word>) = arguments
        .iter()
        .partition(|word| word.text.starts_with(['-', '+']));
    let word = names
        .iter()
        .rev()
        .find(|word| value_of(word, variable).is_some())?;
    let mut before = format!("{} ", name.text.as_str());
    for flag in flags {
        before.push_str(&flag.text);
        before.push(' ');
    }
    Some(made(
        word,
        variable,
        before,
        opened + assignments == 0 && names.len() == 1,
    ))
}

fn made(word: &Word, variable: &str, command: String, alone: bool) -> Setting {
    let value = Zeroizing::new(value_of(word, variable).unwrap_or_default().to_owned());
    Setting {
        line: word.line,
        command,
        between: "=",
        value,
        alone,
    }
}

fn value_of<'a>(word: &'a Word, variable: &str) -> Option<&'a str> {
    word.text.strip_prefix(variable)?.strip_prefix('=')
}

fn is_assignment(word: &str) -> bool {
    word.split_once('=').is_some_and(|(name, _)| {
        let name = name.strip_suffix('+').unwrap_or(name);
        name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
            && name
                .chars()
                .all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
    })
}
