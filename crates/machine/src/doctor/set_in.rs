//! Where a variable gets its value by files alone: no shell is started, and no program is looked into. Good enough to say that
//! something wins, and quick enough for a preview.

use secrecy::SecretString;

use super::source::{Reading, Source, machine_wide, of_place};
use crate::destination::destinations;
use crate::journal::Record;
use crate::{Surroundings, value_file};

/// Of each scope the source that is read last, if it gives a value at all; a file that several shells read is told once.
pub(crate) fn set_in(
    surroundings: &Surroundings,
    records: &[Record],
    variable: &str,
) -> Vec<Source> {
    let mut reading = Reading::new(surroundings, variable, &[]);
    machine_wide(&mut reading);
    for place in destinations(surroundings) {
        of_place(&mut reading, place.as_ref(), records);
    }
    let mut last: Vec<Source> = Vec::new();
    for source in reading.sources {
        last.retain(|other| other.scope != source.scope);
        last.push(source);
    }
    let nothing = value_file::hash(&SecretString::from(""));
    let mut told: Vec<Source> = Vec::new();
    for source in last {
        let is_told = |other: &Source| other.place == source.place && other.line == source.line;
        if !source.held.has_hash(&nothing) && !told.iter().any(is_told) {
            told.push(source);
        }
    }
    told
}
