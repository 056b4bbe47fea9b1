//! What somebody writes into our own file stays there, and of what we wrote nothing is left anywhere at the end.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod common;

use std::path::PathBuf;

use common::{ALL, World, value, wish};
use machine::{Change, DestinationId, VerificationStatus};

const BASH: [DestinationId; 1] = [DestinationId::Bash];
const FILE: &str = ".config/studio-keys/env.sh";
const OTHER: &str = "B_KEY";

/// Sets another variable than the usual one.
fn set_other(world: &World, key: &str) -> Change {
    let wish = machine::Wish {
        variable: OTHER.to_owned(),
        ..wish(key, &BASH)
    };
    let plan = machine::plan(&world.surroundings, &wish, &value(key)).unwrap();
    machine::apply(&world.surroundings, &plan, &value(key), &()).unwrap()
}

#[test]
fn a_line_of_somebodys_in_our_file_is_there_again_after_undo() {
    for theirs in ["export B_KEY=\"theirs\"\n", "export B_KEY='theirs'\n"] {
        let world = World::new();
        world.write(".bashrc", "a=1\n");
        let first = world.set("a", &BASH).unwrap();
        let with_theirs = format!("{}{theirs}", world.read(FILE));
        world.write(FILE, &with_theirs);

        let second = set_other(&world, "b");
        let found = machine::verify(&world.surroundings, &second.id, &value("b")).unwrap();
        assert_eq!(found[0].status, VerificationStatus::Seen, "ours wins");
        let third = set_other(&world, "c");
        let found = machine::verify(&world.surroundings, &third.id, &value("c")).unwrap();
        assert_eq!(found[0].status, VerificationStatus::Seen, "{theirs}");
        assert_eq!(world.read(FILE).matches(OTHER).count(), 2, "ours is one");

        world.undo(&third.id).unwrap();
        world.undo(&second.id).unwrap();
        assert_eq!(world.read(FILE), with_theirs);
        let undone = world.undo(&first.id).unwrap();
        assert_eq!(
            undone.left_alone,
            [world.path(".bashrc")],
            "it is read still"
        );
        assert!(world.read(FILE).ends_with(theirs));
        assert_eq!(world.files_with("sk-ws-"), Vec::<PathBuf>::new());
    }
}

/// A line of ours over which somebody wrote another has no effect, and goes all the same.
#[test]
fn a_line_of_ours_goes_from_behind_one_of_somebodys() {
    let theirs = format!("export {OTHER}=\"theirs\"\n");
    for newest_first in [true, false] {
        let world = World::new();
        let first = set_other(&world, "a");
        let with_theirs = format!("{}{theirs}", world.read(FILE));
        world.write(FILE, &with_theirs);
        let second = set_other(&world, "b");
        if newest_first {
            world.undo(&second.id).unwrap();
            assert_eq!(world.read(FILE), with_theirs, "theirs wins again");
            let undone = world.undo(&first.id).unwrap();
            assert!(undone.left_alone.contains(&world.path(FILE)));
        } else {
            world.undo(&first.id).unwrap();
            world.undo(&second.id).unwrap();
        }
        assert!(world.read(FILE).ends_with(&theirs));
        assert_eq!(world.files_with("sk-ws-"), Vec::<PathBuf>::new());
    }
}

/// As this program is when it was started from a terminal that was opened with a key.
#[test]
fn a_shell_that_is_asked_reads_our_files_wherever_we_were_started() {
    let mut world = World::new();
    let environment = &mut world.surroundings.environment;
    environment.insert("STUDIO_KEYS_ONLY".to_owned(), "1".to_owned());
    let change = world.set("a", &ALL[..3]).unwrap();
    let found = machine::verify(&world.surroundings, &change.id, &value("a")).unwrap();
    let statuses: Vec<_> = found.iter().map(|one| one.status).collect();
    assert_eq!(statuses, [VerificationStatus::Seen; 3]);
}
