//! The platform's times: text without a zone (`2023-12-20 21:36:31.896`), milliseconds since 1970, or absent.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{self, Offset};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// The zone of the platform's texts: China's, as its console shows them. Public sources do not say it.
pub const PLATFORM_OFFSET: Offset = tz::offset(8);

/// Numbers from here on are milliseconds; below they are seconds.
const FIRST_MILLISECOND: i64 = 100_000_000_000;

/// Reads a time in any of its forms; what cannot be read is absent.
pub(super) fn lenient<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Timestamp>, D::Error> {
    Ok(match Option::<Value>::deserialize(deserializer)? {
        Some(Value::Number(number)) => number.as_i64().and_then(from_number),
        Some(Value::String(text)) => from_text(text.trim()),
        _ => None,
    })
}

fn from_number(number: i64) -> Option<Timestamp> {
    match number {
        ..=0 => None,
        1..FIRST_MILLISECOND => Timestamp::from_second(number).ok(),
        _ => Timestamp::from_millisecond(number).ok(),
    }
}

fn from_text(text: &str) -> Option<Timestamp> {
    if let Ok(number) = text.parse() {
        return from_number(number);
    }
    // With a zone it says itself what it means.
    if let Ok(timestamp) = text.parse() {
        return Some(timestamp);
    }
    let civil: DateTime = text.parse().ok()?;
    PLATFORM_OFFSET.to_timestamp(civil).ok()
}

/// A time as filters want it: `YYYYMMDDhhmmss`.
pub(super) fn compact(timestamp: Timestamp) -> String {
    PLATFORM_OFFSET
        .to_datetime(timestamp)
        .strftime("%Y%m%d%H%M%S")
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct Holder {
        #[serde(default, deserialize_with = "lenient")]
        at: Option<Timestamp>,
    }

    fn read(json: &str) -> Option<String> {
        let holder: Holder = serde_json::from_str(json).unwrap();
        holder.at.map(|at| at.to_string())
    }

    #[test]
    fn all_forms_are_one_time() {
        for json in [
            r#"{"at":"2023-12-20 21:36:31.896"}"#,
            r#"{"at":"2023-12-20T13:36:31.896Z"}"#,
            r#"{"at":1703079391896}"#,
            r#"{"at":"1703079391896"}"#,
        ] {
            assert_eq!(
                read(json).as_deref(),
                Some("2023-12-20T13:36:31.896Z"),
                "{json}"
            );
        }
        assert_eq!(
            read(r#"{"at":1703079391}"#).as_deref(),
            Some("2023-12-20T13:36:31Z")
        );
    }

    #[test]
    fn what_is_no_time_is_absent() {
        for json in [
            "{}",
            r#"{"at":null}"#,
            r#"{"at":""}"#,
            r#"{"at":0}"#,
            r#"{"at":-5}"#,
            r#"{"at":"soon"}"#,
            r#"{"at":{}}"#,
            r#"{"at":9223372036854775807}"#,
        ] {
            assert_eq!(read(json), None, "{json}");
        }
    }

    #[test]
    fn a_filter_has_its_own_form() {
        let at: Timestamp = "2023-12-20T13:36:31Z".parse().unwrap();
        assert_eq!(compact(at), "20231220213631");
    }
}
