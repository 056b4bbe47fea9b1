//! A start that comes while the one before is still ending. It finds the name of the program taken. If the other process
//! still answers, that one opens a new window when it has ended in good order; if it answers no more, this process waits
//! a moment and starts again in its own place.

use std::{
    collections::BTreeMap,
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};

use crate::graphics::Relaunch;

/// Counts how often a process has waited.
pub(crate) const VARIABLE: &str = "STUDIO_KEYS_WAITED";

/// An ending takes seven seconds at most; an answer that never comes, as long as the bus allows.
const TRIES: u32 = 20;
const PAUSE: Duration = Duration::from_millis(500);

/// Whether this process is ending, and whether it was started again meanwhile.
#[derive(Debug, Default)]
pub(crate) struct Turn {
    is_ending: AtomicBool,
    is_wanted: AtomicBool,
}

impl Turn {
    /// From now on a start is no reason to raise the window.
    pub(crate) fn end(&self) {
        self.is_ending.store(true, Ordering::SeqCst);
    }

    /// The program was started again; tells whether it has a window to raise.
    pub(crate) fn started_again(&self) -> bool {
        let is_ending = self.is_ending.load(Ordering::SeqCst);
        self.is_wanted.fetch_or(is_ending, Ordering::SeqCst);
        !is_ending
    }

    /// What to put in the place of this process when it has ended: the start that came meanwhile.
    pub(crate) fn next(&self) -> Option<Relaunch> {
        self.is_wanted.load(Ordering::SeqCst).then(|| Relaunch {
            set: Vec::new(),
            remove: vec![VARIABLE.to_owned()],
        })
    }
}

/// Whether the window could not be opened because another process has the program's name and does not answer.
pub(crate) fn is_awaited(error: &tauri::Error) -> bool {
    matches!(error, tauri::Error::PluginInitialization(plugin, _) if plugin == "single-instance")
}

/// Waits, and tells how to start again; none when it has waited long enough.
pub(crate) fn wait(environment: &BTreeMap<String, String>) -> Option<Relaunch> {
    let next = after(environment)?;
    thread::sleep(PAUSE);
    Some(next)
}

fn after(environment: &BTreeMap<String, String>) -> Option<Relaunch> {
    let waited = environment
        .get(VARIABLE)
        .and_then(|count| count.parse().ok())
        .unwrap_or(0);
    (waited < TRIES).then(|| Relaunch {
        set: vec![(VARIABLE.to_owned(), (waited + 1).to_string())],
        remove: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_start_raises_the_window_or_comes_after_the_end() {
        let turn = Turn::default();
        assert!(turn.started_again());
        assert_eq!(turn.next(), None, "there was a window to raise");
        turn.end();
        assert_eq!(turn.next(), None, "nobody asked");
        assert!(!turn.started_again());
        assert!(turn.next().is_some());
    }

    #[test]
    fn it_waits_again_and_again_but_not_for_ever() {
        let mut environment = BTreeMap::new();
        let mut starts = 0;
        while let Some(next) = after(&environment) {
            environment.extend(next.set);
            starts += 1;
        }
        assert_eq!(starts, TRIES);
    }

    #[test]
    fn other_failures_are_not_waited_for() {
        let name_taken =
            tauri::Error::PluginInitialization("single-instance".to_owned(), "NoReply".to_owned());
        assert!(is_awaited(&name_taken));
        assert!(!is_awaited(&tauri::Error::PluginInitialization(
            "window-state".to_owned(),
            String::new()
        )));
        assert!(!is_awaited(&tauri::Error::WindowNotFound));
    }
}
