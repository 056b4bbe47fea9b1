//! Which hours a list of tasks looks at: at most a day, the last one if nothing is said. Times come as YYYYMMDDhhmmss, in
//! the platform's own time.

use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};
use model_studio::tasks::PLATFORM_OFFSET;

use super::super::DataRefusal;

const LONGEST: SignedDuration = SignedDuration::from_hours(24);

/// The first and the last moment. A second that is named counts to its end.
pub(super) fn of(
    start: Option<&str>,
    end: Option<&str>,
    now: Timestamp,
) -> Result<(Timestamp, Timestamp), DataRefusal> {
    let start = start.map(|text| read("start_time", text)).transpose()?;
    let end = end.map(|text| read("end_time", text)).transpose()?;
    let (from, until) = match (start, end) {
        (None, None) => (moved(now, -LONGEST), now),
        (Some(from), None) => (from, moved(from, LONGEST)),
        (None, Some(until)) => (moved(until, -LONGEST), until),
        (Some(from), Some(until)) => (from, until),
    };
    if until < from || until.duration_since(from) > LONGEST {
        return Err(DataRefusal::Invalid {
            name: "end_time",
            expected: "not before start_time, and at most 24 hours after it",
        });
    }
    Ok((from, moved(until, SignedDuration::from_millis(999))))
}

fn read(name: &'static str, text: &str) -> Result<Timestamp, DataRefusal> {
    let time = (text.len() == 14)
        .then(|| DateTime::strptime("%Y%m%d%H%M%S", text).ok())
        .flatten()
        .and_then(|time| PLATFORM_OFFSET.to_timestamp(time).ok());
    time.ok_or(DataRefusal::Invalid {
        name,
        expected: "a time as YYYYMMDDhhmmss",
    })
}

/// At the end of all time it stays there.
fn moved(time: Timestamp, by: SignedDuration) -> Timestamp {
    time.saturating_add(by).unwrap_or(time)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(start: Option<&str>, end: Option<&str>) -> Option<(String, String)> {
        let now = "2026-12-01T16:00:00Z".parse().unwrap();
        let (from, until) = of(start, end, now).ok()?;
        Some((from.to_string(), until.to_string()))
    }

    #[test]
    fn a_day_at_most() {
        let day = |from: &str, until: &str| Some((from.to_owned(), until.to_owned()));
        assert_eq!(
            window(None, None),
            day("2026-11-30T16:00:00Z", "2026-12-01T16:00:00.999Z")
        );
        assert_eq!(
            window(Some("20261202000000"), Some("20261202000001")),
            day("2026-12-01T16:00:00Z", "2026-12-01T16:00:01.999Z")
        );
        assert_eq!(
            window(Some("20261202000000"), None),
            day("2026-12-01T16:00:00Z", "2026-12-02T16:00:00.999Z")
        );
        assert_eq!(
            window(None, Some("20261202000000")),
            day("2026-11-30T16:00:00Z", "2026-12-01T16:00:00.999Z")
        );
        assert!(window(Some("20261201000000"), Some("20261202000000")).is_some());
        for (start, end) in [
            ("20261201000000", "20261202000001"),
            ("20261202000000", "20261201000000"),
            ("2026-12-01", "20261202000000"),
            ("20261301000000", "20261202000000"),
            ("20261201000000", "99999999999999"),
            ("2026120100000", "20261202000000"),
        ] {
            assert_eq!(window(Some(start), Some(end)), None, "{start} {end}");
        }
    }
}
