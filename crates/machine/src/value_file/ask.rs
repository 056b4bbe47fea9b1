//! The line that asks for a key when a shell starts, in place of one that holds it.
//!
//! It says nothing and leaves the variable alone if the program that prints keys is gone or gives none, and it ends well
//! whatever happens: a start-up file goes on behind it, under `set -e` and `set -u` too.

use super::{Dialect, quote};
use crate::block::text_of;
use crate::content::Ask;

impl Dialect {
    /// Whether its files run lines. Where they do not, the value itself is written.
    pub(crate) fn can_ask(self) -> bool {
        match self {
            Self::Sh | Self::Fish | Self::Launchctl => true,
            Self::EnvironmentD | Self::Registry => false,
        }
    }

    /// The line, without its end. A dialect that cannot ask has none; nothing is written then.
    pub(super) fn asking_line(self, variable: &str, ask: &Ask) -> String {
        let [before, between, after] = self.frame(variable);
        let (program, key) = match self {
            Self::Fish => (quote::fish(&ask.program), quote::fish(&ask.key)),
            Self::Sh | Self::EnvironmentD | Self::Launchctl | Self::Registry => {
                (quote::sh(&ask.program), quote::sh(&ask.key))
            }
        };
        match self {
            // fish says that a program is missing whatever its output goes to.
            Self::Fish => format!("{before}{0}{between}{0}{PRINT}{1}{after}", *program, *key),
            _ => format!("{before}{}{PRINT}{}{after}", *program, *key),
        }
    }

    /// What a line of [`Self::asking_line`] asks for. None for any other line.
    pub(super) fn asked(self, variable: &str, line: &[u8]) -> Option<Ask> {
        if !self.can_ask() {
            return None;
        }
        let line = std::str::from_utf8(text_of(line)).ok()?;
        let [before, between, after] = self.frame(variable);
        let inner = line.strip_prefix(&before)?.strip_suffix(&after)?;
        let (program, key) = inner.rsplit_once(PRINT)?;
        let program = match self {
            Self::Fish => program.split_once(&between)?.0,
            _ => program,
        };
        let ask = Ask {
            program: self.unquoted(program)?,
            key: self.unquoted(key)?,
        };
        // Only what we would write ourselves counts as read.
        (self.asking_line(variable, &ask) == line).then_some(ask)
    }

    /// Whether a line asks for any variable in our writing.
    pub(crate) fn asks(self, line: &[u8]) -> bool {
        std::str::from_utf8(text_of(line))
            .ok()
            .and_then(|line| self.asking_variable(line))
            .is_some_and(|variable| self.asked(variable, line).is_some())
    }

    /// The variable that such a line sets.
    pub(super) fn asking_variable(self, line: &str) -> Option<&str> {
        let (_, rest) = line.rsplit_once(match self {
            Self::Sh => "; then export ",
            Self::Fish => "; and set -gx ",
            Self::Launchctl => "; then launchctl setenv ",
            Self::EnvironmentD | Self::Registry => return None,
        })?;
        rest.split(['=', ' ']).next()
    }

    /// What stands before, between and after the quoted parts.
    fn frame(self, variable: &str) -> [String; 3] {
        match self {
            Self::Sh | Self::EnvironmentD | Self::Registry => [
                "if studio_keys=\"$(".to_owned(),
                String::new(),
                format!(
                    " 2>/dev/null)\"; then export {variable}=\"$studio_keys\"; fi; unset studio_keys"
                ),
            ],
            Self::Launchctl => [
                "if studio_keys=\"$(".to_owned(),
                String::new(),
                format!(
                    " 2>/dev/null)\"; then launchctl setenv {variable} \"$studio_keys\"; fi; unset studio_keys"
                ),
            ],
            Self::Fish => [
                "if test -x ".to_owned(),
                "; set -l studio_keys (".to_owned(),
                format!(" 2>/dev/null); and set -gx {variable} $studio_keys; end"),
            ],
        }
    }

    fn unquoted(self, text: &str) -> Option<String> {
        let inner = text.strip_prefix('\'')?.strip_suffix('\'')?;
        Some(match self {
            Self::Fish => quote::unescape(inner),
            _ => inner.replace("'\\''", "'"),
        })
    }
}

/// Between the program and the key.
const PRINT: &str = " print ";

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Found, find, has_more, is_bare, set, unset};
    use super::*;
    use crate::content::Content;

    fn asking() -> impl Strategy<Value = Dialect> {
        prop_oneof![
            Just(Dialect::Sh),
            Just(Dialect::Fish),
            Just(Dialect::Launchctl)
        ]
    }

    proptest! {
        #[test]
        fn every_line_is_read_as_it_was_written(program in "/[ -~ä密]{1,40}", key in "[a-z@/-]{1,20}", dialect in asking()) {
            let content = Content::Asked(Ask { program, key });
            let file = set(None, dialect, "K", &content);
            let found = find(&file, dialect, "K").ours();
            prop_assert_eq!(found.map(|found| found.hash()), Some(content.hash()));
            prop_assert!(matches!(find(&file, dialect, "KEY"), Found::Nothing));
            let is_known = |variable: &str, hash: &str| variable == "K" && hash == content.hash();
            prop_assert!(!has_more(&file, dialect, &is_known));
            prop_assert!(has_more(&file, dialect, &|_, _| false));
            prop_assert!(is_bare(&unset(&file, dialect, "K", &[content.hash()])));
        }

        #[test]
        fn the_two_ways_take_each_others_place(value in "[ -~]{1,20}", program in "/[ -~]{1,20}", dialect in asking()) {
            let value = Content::Value(value.as_str().into());
            let asked = Content::Asked(Ask { program, key: "here/1".to_owned() });
            let file = set(Some(&set(None, dialect, "K", &value)), dialect, "K", &asked);
            prop_assert_eq!(&*file, &*set(None, dialect, "K", &asked));
            let file = set(Some(&file), dialect, "K", &value);
            prop_assert_eq!(&*file, &*set(None, dialect, "K", &value));
        }
    }

    #[test]
    fn what_somebody_made_of_the_line_is_not_ours() {
        let ask = Ask {
            program: "/opt/studio keys/studio-keys-key".to_owned(),
            key: "this-computer/7".to_owned(),
        };
        let line = Dialect::Sh.asking_line("K", &ask);
        assert_eq!(
            line,
            "if studio_keys=\"$('/opt/studio keys/studio-keys-key' print 'this-computer/7' 2>/dev/null)\"; then export \
             K=\"$studio_keys\"; fi; unset studio_keys"
        );
        assert_eq!(Dialect::Sh.asked("K", line.as_bytes()), Some(ask));
        let theirs = line.replace("2>/dev/null", "");
        assert_eq!(Dialect::Sh.asked("K", theirs.as_bytes()), None);
    }
}
