//! How a name is spelled on a system that does not tell big letters from small ones in it.
//!
//! There `OpenAI_Api_Key` and `OPENAI_API_KEY` are one variable, and the journal must know it as one: a change is known again by
//! the name under which it was made.

use crate::journal::Record;
use crate::{OperatingSystem, Surroundings, Wish};

/// The wish, each name in it as standing changes spell it already.
pub(super) fn as_before(surroundings: &Surroundings, records: &[Record], wish: &Wish) -> Wish {
    let mut wish = wish.clone();
    if surroundings.operating_system == OperatingSystem::Windows {
        let companions = wish.companions.iter_mut();
        let names = companions.map(|companion| &mut companion.name);
        for name in names.chain([&mut wish.variable]) {
            if let Some(known) = spelled(records, name) {
                *name = known;
            }
        }
    }
    wish
}

fn spelled(records: &[Record], name: &str) -> Option<String> {
    let standing = records.iter().filter(|record| record.is_standing());
    standing
        .flat_map(Record::value_places)
        .map(|(_, known)| known)
        .find(|known| known.eq_ignore_ascii_case(name))
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::journal::{Deed, Stage};
    use crate::value_file::Dialect;
    use crate::{Companion, KeyName, Method};

    fn key() -> KeyName {
        KeyName {
            region: "this-computer".to_owned(),
            api_key_id: "a".to_owned(),
        }
    }

    fn record(surroundings: &Surroundings, variable: &str, stage: Stage) -> Record {
        let mut record = Record::begin(surroundings, &[], variable, &key(), "").unwrap();
        record.stage = stage;
        record.deeds = vec![Deed::Value {
            destinations: Vec::new(),
            companion: None,
            path: surroundings.registry.user.clone(),
            target: surroundings.registry.user.clone(),
            dialect: Dialect::Registry,
            hashes: Vec::new(),
            before: None,
        }];
        record
    }

    #[test]
    fn a_name_is_spelled_as_the_journal_has_it_where_case_says_nothing() {
        let (home, none) = (std::path::PathBuf::from("/h"), BTreeMap::new());
        let mut surroundings =
            Surroundings::new(home.clone(), home.clone(), home, none, None, str::to_owned);
        let wish = Wish {
            variable: "OPENAI_API_KEY".to_owned(),
            key: key(),
            masked: String::new(),
            destinations: None,
            comment_out: Vec::new(),
            method: Method::Value,
            companions: vec![Companion {
                name: "OPENAI_base_URL".to_owned(),
                text: "https://example.com".to_owned(),
            }],
        };
        let mut spelled = |system, stage| {
            surroundings.operating_system = system;
            let records = ["OpenAI_Api_Key", "OPENAI_BASE_URL"]
                .map(|variable| record(&surroundings, variable, stage));
            let wish = as_before(&surroundings, &records, &wish);
            (wish.variable, wish.companions[0].name.clone())
        };
        let names = |one: &str, two: &str| (one.to_owned(), two.to_owned());
        assert_eq!(
            spelled(OperatingSystem::Windows, Stage::Active),
            names("OpenAI_Api_Key", "OPENAI_BASE_URL")
        );
        for (system, stage) in [
            (OperatingSystem::Windows, Stage::Undone),
            (OperatingSystem::Linux, Stage::Active),
        ] {
            assert_eq!(
                spelled(system, stage),
                names("OPENAI_API_KEY", "OPENAI_base_URL")
            );
        }
    }
}
