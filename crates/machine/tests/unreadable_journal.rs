//! A file of the journal that cannot be read, because it is damaged or of a newer version.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod common;

use std::os::unix::fs::PermissionsExt;

use common::World;
use machine::{DestinationId, MachineError};

const BASH: [DestinationId; 1] = [DestinationId::Bash];

#[test]
fn a_damaged_journal_is_named() {
    let world = World::new();
    let change = world.set("a", &BASH).unwrap();
    let path = world
        .surroundings
        .state
        .join("changes")
        .join(format!("{}.json", change.id));
    assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    std::fs::write(&path, "{").unwrap();
    let error = machine::changes(&world.surroundings).unwrap_err();
    assert!(matches!(error, MachineError::JournalDamaged { path: found } if found == path));
}

#[test]
fn a_change_is_taken_back_though_the_record_of_another_cannot_be_read() {
    for newer in [true, false] {
        let world = World::new();
        world.write(".bashrc", "a=1\n");
        let first = world.set("a", &BASH).unwrap();
        let second = world.set("b", &BASH).unwrap();
        let records = world.surroundings.state.join("changes");
        let path = records.join(format!("{}.json", second.id));
        let text = std::fs::read_to_string(&path).unwrap();
        let spoiled = match newer {
            true => text.replace("\"format\": 1", "\"format\": 2"),
            false => text.replace("\"stage\"", "\"stag\""),
        };
        assert_ne!(spoiled, text);
        std::fs::write(&path, spoiled).unwrap();
        let is_it = |error: &MachineError| match error {
            MachineError::JournalNewer { path: found } => newer && *found == path,
            MachineError::JournalDamaged { path: found } => !newer && *found == path,
            _ => false,
        };
        assert!(is_it(&world.plan("c", &BASH).unwrap_err()));
        assert!(is_it(&world.undo(&second.id).unwrap_err()));

        let undone = world.undo(&first.id).unwrap();
        assert_eq!(undone.change.state, machine::ChangeState::Undone);
        assert!(undone.left_alone.contains(&world.path(".bashrc")));
        let values = world.read(".config/studio-keys/env.sh");
        assert!(values.contains("sk-ws-b-it"), "the other change stands");
        assert!(world.read(".bashrc").contains("studio-keys"));

        std::fs::write(&path, text).unwrap();
        world.undo(&second.id).unwrap();
        assert_eq!(world.read(".bashrc"), "a=1\n");
        assert!(world.files_with("sk-ws-").is_empty());
    }
}
