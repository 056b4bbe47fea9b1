//! Counting what is used. A call is counted in memory, so that no answer waits for the disk; `settle` writes what has come
//! together, once a second while the server runs, at its end, and before anything is read. A task counts when it has
//! succeeded, and is forgotten a day later.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use jiff::tz::Offset;

use super::{Platform, tasks};
use crate::platform_error::Refusal;
use crate::store::{UsageRow, tasks as task_rows, usage as rows};

/// One served call of a model.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Use<'a> {
    /// When it was served.
    pub(crate) at: Timestamp,
    /// The key; of a temporary key its parent.
    pub(crate) api_key_id: i64,
    /// The workspace of that key.
    pub(crate) workspace_id: &'a str,
    /// The model as the call named it.
    pub(crate) model: &'a str,
    /// Tokens that went in.
    pub(crate) input_tokens: u64,
    /// Tokens that came out.
    pub(crate) output_tokens: u64,
}

/// What a row of the table is found by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Place {
    day: String,
    api_key_id: i64,
    workspace_id: String,
    model: String,
}

#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    calls: i64,
    input_tokens: i64,
    output_tokens: i64,
}

/// What was counted and is not written yet.
#[derive(Debug, Default)]
pub(super) struct Tally(HashMap<Place, Counts>);

/// What was counted, and whose turn it is to write it.
#[derive(Debug, Default)]
pub(super) struct Counting {
    tally: Mutex<Tally>,
    /// Held while what was taken out of the tally is being written, so that who reads next finds it written.
    settling: Mutex<()>,
}

impl Counting {
    /// Held for a moment only, never while something is written.
    fn tally(&self) -> MutexGuard<'_, Tally> {
        self.tally.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Tally {
    fn count(&mut self, used: &Use<'_>, days_by: Offset) {
        let place = Place {
            day: day_of(used.at, days_by),
            api_key_id: used.api_key_id,
            workspace_id: used.workspace_id.to_owned(),
            model: used.model.to_owned(),
        };
        let counts = self.0.entry(place).or_default();
        counts.calls += 1;
        counts.input_tokens += i64::try_from(used.input_tokens).unwrap_or(i64::MAX);
        counts.output_tokens += i64::try_from(used.output_tokens).unwrap_or(i64::MAX);
    }

    /// Takes back what could not be written.
    fn merge(&mut self, other: Tally) {
        for (place, more) in other.0 {
            let counts = self.0.entry(place).or_default();
            counts.calls += more.calls;
            counts.input_tokens += more.input_tokens;
            counts.output_tokens += more.output_tokens;
        }
    }

    fn rows(&self) -> impl Iterator<Item = UsageRow> + '_ {
        self.0.iter().map(|(place, counts)| UsageRow {
            day: place.day.clone(),
            api_key_id: place.api_key_id,
            workspace_id: place.workspace_id.clone(),
            model: place.model.clone(),
            calls: counts.calls,
            input_tokens: counts.input_tokens,
            output_tokens: counts.output_tokens,
        })
    }
}

/// The day there, as YYYY-MM-DD.
fn day_of(at: Timestamp, days_by: Offset) -> String {
    days_by.to_datetime(at).date().to_string()
}

impl Platform {
    /// Counts a served call. Costs no look at the disk.
    pub(crate) fn count_use(&self, used: &Use<'_>) {
        let days_by = self.personality().locality().days_by;
        self.counting.tally().count(used, days_by);
    }

    /// Writes what was counted, and what tasks have used that ended meanwhile. What cannot be written stays for the next time.
    pub(crate) fn settle(&self) -> Result<(), Refusal> {
        let _turn = self
            .counting
            .settling
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let tally = std::mem::take(&mut *self.counting.tally());
        let now = self.now_ms();
        let days_by = self.personality().locality().days_by;
        let written = self.note(|transaction| {
            let mut ended = Tally::default();
            for task in task_rows::take_uncounted(transaction, now)? {
                ended.count(&tasks::used(&task), days_by);
            }
            task_rows::delete_old(transaction, now)?;
            for row in tally.rows().chain(ended.rows()) {
                rows::add(transaction, &row)?;
            }
            Ok(())
        });
        if written.is_err() {
            self.counting.tally().merge(tally);
        }
        written
    }

    /// What was used from the first day to the last, both included and both as YYYY-MM-DD where bills count them; the oldest first.
    pub(crate) fn usage_between(
        &self,
        first_day: &str,
        last_day: &str,
    ) -> Result<Vec<UsageRow>, Refusal> {
        self.settle()?;
        self.read(|transaction| Ok(rows::between(transaction, first_day, last_day)?))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use model_studio::clock::SystemClock;

    use super::*;
    use crate::store::Store;

    fn open(folder: &tempfile::TempDir) -> Platform {
        Platform::open(&Store::file(folder.path()), Arc::new(SystemClock)).unwrap()
    }

    fn used(at: &str, api_key_id: i64, model: &'static str) -> Use<'static> {
        Use {
            at: at.parse().unwrap(),
            api_key_id,
            workspace_id: "ws-1",
            model,
            input_tokens: 10,
            output_tokens: 3,
        }
    }

    #[test]
    fn counts_come_together_by_day_key_and_model() {
        let folder = tempfile::tempdir().unwrap();
        let platform = open(&folder);
        for call in [
            used("2026-11-30T23:59:59Z", 1001, "qwen-plus"),
            used("2026-12-01T00:00:00Z", 1001, "qwen-plus"),
            used("2026-12-01T12:00:00Z", 1001, "qwen-plus"),
            used("2026-12-01T12:00:00Z", 1002, "qwen-plus"),
        ] {
            platform.count_use(&call);
        }
        let december = platform.usage_between("2026-12-01", "2026-12-31").unwrap();
        let seen: Vec<_> = december
            .iter()
            .map(|row| {
                (
                    row.api_key_id,
                    row.calls,
                    row.input_tokens,
                    row.output_tokens,
                )
            })
            .collect();
        assert_eq!(seen, [(1001, 2, 20, 6), (1002, 1, 10, 3)]);
        // Written once: what is counted later is added.
        platform.count_use(&used("2026-12-01T13:00:00Z", 1002, "qwen-plus"));
        let again = platform.usage_between("2026-11-30", "2026-12-01").unwrap();
        assert_eq!(again.iter().map(|row| row.calls).sum::<i64>(), 5);
    }

    #[test]
    fn a_call_is_counted_while_something_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let platform = open(&folder);
        let call = used("2026-12-01T00:00:00Z", 1001, "qwen-plus");
        platform.count_use(&call);
        std::thread::scope(|scope| {
            // Whoever writes waits for the disk as long as this is held.
            let store = platform.store.lock().unwrap();
            let settling = scope.spawn(|| platform.settle());
            while !platform.counting.tally().0.is_empty() {
                std::thread::yield_now();
            }
            platform.count_use(&call);
            drop(store);
            settling.join().unwrap().unwrap();
        });
        let rows = platform.usage_between("2026-12-01", "2026-12-01").unwrap();
        assert_eq!(rows[0].calls, 2);
    }

    #[test]
    fn what_cannot_be_written_is_kept_for_the_next_time() {
        let folder = tempfile::tempdir().unwrap();
        let platform = open(&folder);
        platform.count_use(&used("2026-12-01T00:00:00Z", 1001, "qwen-plus"));
        let blocked = |blocked: bool| {
            let mut store = platform.store.lock().unwrap();
            if blocked {
                store.let_nothing_be_written();
            } else {
                *store = Store::open(&Store::file(folder.path())).unwrap();
            }
        };
        blocked(true);
        assert!(platform.settle().is_err());
        blocked(false);
        let rows = platform.usage_between("2026-12-01", "2026-12-01").unwrap();
        let counts = (rows[0].calls, rows[0].input_tokens, rows[0].output_tokens);
        assert_eq!((rows.len(), counts), (1, (1, 10, 3)));
    }
}
