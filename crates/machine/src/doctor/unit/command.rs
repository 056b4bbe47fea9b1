//! Whether what a unit starts looks as if it could use a key.

use std::path::Path;

use crate::doctor::program::{is_language, is_tool};

/// Where people keep what they wrote themselves.
const OWN_FOLDERS: [&str; 5] = ["/home/", "/root/", "/srv/", "/var/www/", "/Users/"];
const SHELLS: [&str; 5] = ["sh", "bash", "dash", "zsh", "fish"];

/// A tool, a language, or something in a home or project folder; through `env` and a shell too.
pub(super) fn could_use_a_key(command: &str, home: &Path) -> bool {
    let words: Vec<String> = words(command);
    judge(&words, home, 0)
}

fn judge(words: &[String], home: &Path, depth: u8) -> bool {
    let mut rest = words
        .iter()
        .map(|word| word.as_str())
        .skip_while(|word| is_assignment(word) || matches!(*word, "exec" | "nohup" | "nice"));
    let Some(first) = rest.next() else {
        return false;
    };
    let name = first.rsplit('/').next().unwrap_or(first);
    let rest: Vec<String> = rest.map(ToOwned::to_owned).collect();
    if is_language(name) || is_tool(name) || is_own(first, home) {
        return true;
    }
    if depth > 3 {
        return false;
    }
    if name == "env" {
        let skipped = rest.iter().take_while(|word| word.starts_with('-')).count();
        return judge(&rest[skipped..], home, depth + 1);
    }
    if SHELLS.contains(&name) {
        return rest.iter().any(|word| {
            is_own(word, home) || (word.contains(' ') && any_part(word, home, depth + 1))
        });
    }
    false
}

/// A line for a shell: any of its commands.
fn any_part(line: &str, home: &Path, depth: u8) -> bool {
    line.split(['&', '|', ';'])
        .any(|part| judge(&words(part), home, depth))
}

fn is_own(path: &str, home: &Path) -> bool {
    Path::new(path).starts_with(home)
        || path.starts_with("%h/")
        || path.starts_with("~/")
        || OWN_FOLDERS.iter().any(|folder| path.starts_with(folder))
}

fn is_assignment(word: &str) -> bool {
    word.split_once('=').is_some_and(|(name, _)| {
        !name.is_empty()
            && name
                .chars()
                .all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
    })
}

/// The words of a command, quotes undone.
pub(super) fn words(command: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word: Option<String> = None;
    let mut quote: Option<char> = None;
    let mut letters = command.chars();
    while let Some(letter) = letters.next() {
        match (quote, letter) {
            (Some(mark), _) if letter == mark => quote = None,
            (None, '"' | '\'') => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            (Some('"') | None, '\\') => {
                word.get_or_insert_default()
                    .extend(letters.next().or(Some('\\')));
            }
            (None, letter) if letter.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(letter),
        }
    }
    words.extend(word);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_judged_by_what_they_run() {
        let could = |command: &str| could_use_a_key(command, Path::new("/h/ann"));
        for yes in [
            "/usr/bin/python3 -m app",
            "/opt/app/venv/bin/uvicorn app:main",
            "/usr/bin/env -S node server.js",
            "/h/ann/bin/bot",
            "%h/bin/bot --fast",
            "/srv/api/run",
            "/bin/sh -c 'cd /srv && exec python3 app.py'",
            "/bin/bash /home/bob/run.sh",
            "PORT=1 \"node\" x",
            "/usr/local/bin/qwen",
        ] {
            assert!(could(yes), "{yes}");
        }
        for no in [
            "",
            "/usr/bin/rsync -a /home/ann /backup",
            "/usr/sbin/nginx -g 'daemon off;'",
            "/usr/bin/snap run lxd.daemon",
            "/bin/sh -c 'logger done'",
            "/usr/local/bin/node_exporter",
        ] {
            assert!(!could(no), "{no}");
        }
    }
}
