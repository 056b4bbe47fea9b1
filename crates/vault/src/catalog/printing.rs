//! Whether a key may be printed, asked by a program that only reads. It opens the file for itself, creates and migrates nothing,
//! and leaves out the check of the whole file: it runs whenever a shell starts.

use std::path::Path;

use rusqlite::Connection;

use super::{Catalog, CatalogError, CatalogProblem, schema};

/// Whether a key may be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Printing {
    /// It may.
    Allowed,
    /// It was disabled at the service.
    Disabled,
    /// The keyring does not hold its last value, or was not seen to.
    NotKept,
    /// Nothing on this computer was set up to be given it.
    NotAllowed,
    /// No such key is known here.
    Unknown,
}

impl Catalog {
    /// Whether the key of `place` may be printed, by the catalogue at `path`. Without a catalogue no key is known.
    pub fn printing(path: &Path, place: &str, api_key_id: i64) -> Result<Printing, CatalogError> {
        match std::fs::metadata(path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Ok(Printing::Unknown);
            }
            _ => {}
        }
        let failed = |problem: CatalogProblem| CatalogError::unusable(path, problem);
        let connection =
            schema::open_to_read(path).map_err(|error| failed(CatalogProblem::from(error)))?;
        match schema::version(&connection).map_err(failed)? {
            version if version > schema::STEPS.len() as i64 => Err(CatalogError::TooNew {
                path: path.to_owned(),
            }),
            // Nothing could be allowed yet.
            version if version < schema::SINCE_PRINTABLE_KEYS => Ok(Printing::NotAllowed),
            _ => ask(&connection, place, api_key_id).map_err(|error| failed(error.into())),
        }
    }
}

fn ask(connection: &Connection, place: &str, api_key_id: i64) -> rusqlite::Result<Printing> {
    let (known, allowed, disabled, kept): (bool, bool, bool, bool) = connection.query_row(
        "SELECT count(*) > 0,
                EXISTS (SELECT 1 FROM printable_keys WHERE place = ?1 AND api_key_id = ?2),
                EXISTS (SELECT 1 FROM disabled_keys WHERE place = ?1 AND api_key_id = ?2),
                count(kept_at) > 0
         FROM keys WHERE region = ?1 AND api_key_id = ?2",
        (place, api_key_id),
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
    )?;
    Ok(match (known, allowed, disabled, kept) {
        (false, ..) => Printing::Unknown,
        (_, false, ..) => Printing::NotAllowed,
        (_, _, true, _) => Printing::Disabled,
        (.., false) => Printing::NotKept,
        _ => Printing::Allowed,
    })
}

#[cfg(test)]
mod tests {
    use super::Printing::{Allowed, Disabled, NotAllowed, NotKept, Unknown};
    use super::*;
    use crate::catalog::tests::{opened, record};
    use crate::{KeyRecord, PrintReason};

    #[test]
    fn only_what_was_allowed_is_printed() {
        let (_folder, catalog) = opened();
        let ask = |place: &str, id| Catalog::printing(catalog.path(), place, id).unwrap();
        catalog.remember_key(&record("this-computer", 7)).unwrap();
        assert_eq!(ask("this-computer", 8), Unknown);
        assert_eq!(ask("this-computer", 7), NotAllowed);
        catalog
            .allow_printing("this-computer", 7, PrintReason::Tool)
            .unwrap();
        assert_eq!(ask("this-computer", 7), Allowed, "while the program runs");
        assert_eq!(ask("cn-beijing", 7), Unknown);
        catalog
            .note_disabled("this-computer", &[(7, true)])
            .unwrap();
        assert_eq!(ask("this-computer", 7), Disabled);
    }

    #[test]
    fn a_value_that_the_keyring_refused_is_not_printed() {
        let (_folder, catalog) = opened();
        let refused = KeyRecord {
            kept_at: None,
            ..record("this-computer", 7)
        };
        catalog.remember_key(&refused).unwrap();
        catalog
            .allow_printing("this-computer", 7, PrintReason::Variable)
            .unwrap();
        let printing = Catalog::printing(catalog.path(), "this-computer", 7).unwrap();
        assert_eq!(printing, NotKept);
    }

    /// The catalogue of each version since then is asked, not only of the newest.
    #[test]
    fn keys_are_printed_from_the_first_version_that_could_allow_it() {
        let first = usize::try_from(schema::SINCE_PRINTABLE_KEYS).unwrap();
        for steps in first - 1..=schema::STEPS.len() {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("catalog.sqlite");
            let connection = schema::open(&path, &schema::STEPS[..steps]).unwrap();
            let asked = ask(&connection, "here", 1);
            assert_eq!(asked.is_ok(), steps >= first, "version {steps}: {asked:?}");
            drop(connection);
            let expected = if steps < first { NotAllowed } else { Unknown };
            assert_eq!(Catalog::printing(&path, "here", 1).unwrap(), expected);
        }
    }

    #[test]
    fn nothing_is_created_or_migrated() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("catalog.sqlite");
        assert_eq!(Catalog::printing(&path, "here", 1).unwrap(), Unknown);
        assert!(!path.exists());
        drop(schema::open(&path, &schema::STEPS[..2]).unwrap());
        assert_eq!(Catalog::printing(&path, "here", 1).unwrap(), NotAllowed);
        let connection = Connection::open(&path).unwrap();
        assert_eq!(schema::version(&connection).unwrap(), 2);
        connection.pragma_update(None, "user_version", 99).unwrap();
        drop(connection);
        let newer = Catalog::printing(&path, "here", 1);
        assert!(matches!(newer, Err(CatalogError::TooNew { .. })));
        std::fs::write(&path, "no database, but long enough to be looked at as one").unwrap();
        let foreign = Catalog::printing(&path, "here", 1);
        assert!(matches!(foreign, Err(CatalogError::Unusable { .. })));
    }
}
