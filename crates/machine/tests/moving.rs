//! Every place that holds a key gets another one, and back: nothing of anybody else's changes, and a move that was killed
//! anywhere goes on.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod common;

use std::os::unix::fs::symlink;

use common::kill::{run_and_kill, told};
use common::{ALL, VARIABLE, World, mask, value, wish};
use machine::{DestinationId, KeyName, MachineError, Moved, Steps};
use proptest::prelude::*;
use secrecy::ExposeSecret;

const BASH: [DestinationId; 1] = [DestinationId::Bash];
const OWN: &str = ".config/studio-keys/env.sh";

fn name(key: &str) -> KeyName {
    wish(key, &ALL).key
}

fn move_with(
    world: &World,
    from: &str,
    to: &str,
    steps: &dyn Steps,
) -> Result<Moved, MachineError> {
    let masked = mask(value(to).expose_secret()); // EXPOSE: a test's own value.
    let (from, to_name) = (name(from), name(to));
    machine::move_places(
        &world.surroundings,
        &from,
        &to_name,
        &masked,
        &value(to),
        steps,
    )
}

fn move_all(world: &World, from: &str, to: &str) -> Result<Moved, MachineError> {
    move_with(world, from, to, &())
}

/// Where the values of a key are, of all files of the computer.
fn holds(world: &World, key: &str) -> usize {
    world.files_with(&format!("sk-ws-{key}-it")).len()
}

#[test]
fn every_place_gets_the_other_key_and_back_again() {
    let world = World::new();
    world.write(".bashrc", "a=1\n");
    let before = world.snapshot();
    let change = world.set("a", &ALL).unwrap();
    let with_the_old = world.snapshot();

    let moved = move_all(&world, "a", "b").unwrap();
    assert_eq!(moved.changes, std::slice::from_ref(&change.id));
    assert_eq!(moved.variables, [VARIABLE]);
    assert_eq!((holds(&world, "a"), holds(&world, "b")), (0, 3));
    let now = &machine::changes(&world.surroundings).unwrap()[0];
    assert_eq!(now.key, name("b"));
    assert_eq!(now.masked, mask(value("b").expose_secret())); // EXPOSE: a test's own value.
    assert_eq!(
        move_all(&world, "a", "b").unwrap(),
        moved,
        "a second time it says the same and does nothing"
    );

    move_all(&world, "b", "a").unwrap();
    world.assert_as(&with_the_old, "moved back");
    move_all(&world, "a", "b").unwrap();
    world.undo(&change.id).unwrap();
    world.assert_as(&before, "undone after three moves");
}

#[test]
fn fresh_shells_see_the_other_key() {
    let world = World::new();
    let change = world.set("a", &ALL).unwrap();
    move_all(&world, "a", "b").unwrap();
    let seen = machine::verify(&world.surroundings, &change.id, &value("b")).unwrap();
    let shells = seen
        .iter()
        .filter(|one| one.destination != Some(DestinationId::Desktop));
    for one in shells {
        assert_eq!(one.status, machine::VerificationStatus::Seen, "{one:?}");
    }
}

#[test]
fn what_is_under_a_later_change_moves_too() {
    let world = World::new();
    world.write(".bashrc", "a=1\n");
    let before = world.snapshot();
    let first = world.set("a", &BASH).unwrap();
    let second = world.set("c", &BASH).unwrap();
    let moved = move_all(&world, "a", "b").unwrap();
    assert_eq!(moved.changes, std::slice::from_ref(&first.id));
    assert!(moved.variables.is_empty(), "another key is in effect there");
    assert_eq!((holds(&world, "b"), holds(&world, "c")), (0, 1));

    world.undo(&second.id).unwrap();
    assert_eq!((holds(&world, "a"), holds(&world, "b")), (0, 1));
    world.undo(&first.id).unwrap();
    world.assert_as(&before, "all undone");
}

#[test]
fn what_somebody_wrote_into_our_file_stays() {
    let world = World::new();
    world.set("a", &BASH).unwrap();
    let theirs = format!("export {VARIABLE}='sk-theirs'\nexport OTHER='x'\n");
    world.write(OWN, &theirs);
    let moved = move_all(&world, "a", "b").unwrap();
    assert!(moved.variables.is_empty());
    assert_eq!(world.read(OWN), theirs);
    // Removed altogether, it is not made again.
    std::fs::remove_file(world.path(OWN)).unwrap();
    move_all(&world, "b", "a").unwrap();
    assert!(!world.path(OWN).exists());
}

#[test]
fn a_link_is_followed() {
    let world = World::new();
    world.set("a", &BASH).unwrap();
    let moved = world.path("env.sh");
    std::fs::rename(world.path(OWN), &moved).unwrap();
    symlink(&moved, world.path(OWN)).unwrap();
    assert_eq!(move_all(&world, "a", "b").unwrap().variables, [VARIABLE]);
    assert!(world.path(OWN).is_symlink());
    assert!(world.read("env.sh").contains("sk-ws-b-it"));
}

#[test]
fn one_place_that_cannot_be_written_does_not_keep_the_others_from_it() {
    let world = World::new();
    let change = world.set("a", &ALL).unwrap();
    let second_name = world.path("second-name");
    std::fs::hard_link(world.path(OWN), &second_name).unwrap();
    let refused = move_all(&world, "a", "b");
    assert!(
        matches!(&refused, Err(MachineError::HardLinked { path }) if *path == world.path(OWN)),
        "{refused:?}"
    );
    assert_eq!(holds(&world, "b"), 2, "fish and the desktop");
    std::fs::remove_file(second_name).unwrap();
    let moved = move_all(&world, "a", "b").unwrap();
    assert_eq!((moved.changes, holds(&world, "b")), (vec![change.id], 3));
}

#[test]
fn a_read_only_file_is_refused_and_can_be_moved_back() {
    use std::os::unix::fs::PermissionsExt;
    let world = World::new();
    let change = world
        .set("a", &[DestinationId::Bash, DestinationId::Fish])
        .unwrap();
    let mode = |mode| std::fs::Permissions::from_mode(mode);
    std::fs::set_permissions(world.path(OWN), mode(0o400)).unwrap();
    let refused = move_all(&world, "a", "b");
    assert!(
        matches!(refused, Err(MachineError::ReadOnly { .. })),
        "{refused:?}"
    );
    // Half of it is moved: taken back from there, the old key is everywhere again.
    move_all(&world, "b", "a").unwrap();
    assert_eq!((holds(&world, "a"), holds(&world, "b")), (2, 0));
    std::fs::set_permissions(world.path(OWN), mode(0o600)).unwrap();
    world.undo(&change.id).unwrap();
    assert_eq!(holds(&world, "a"), 0);
}

#[test]
fn a_key_that_gets_a_name_keeps_its_places() {
    let world = World::new();
    let change = world.set("a", &BASH).unwrap();
    let files = world.snapshot();
    for _twice in 0..2 {
        machine::rename_key(&world.surroundings, &name("a"), &name("7")).unwrap();
        assert_eq!(
            machine::changes(&world.surroundings).unwrap()[0].key,
            name("7")
        );
    }
    world.assert_as(&files, "no file but the journal's");
    let followed =
        machine::follow(&world.surroundings, &name("7"), "sk-…new", &value("new")).unwrap();
    assert_eq!(followed, [VARIABLE]);
    world.undo(&change.id).unwrap();
    assert!(world.files_with("sk-ws-").is_empty());
}

#[test]
fn a_renamed_key_can_still_be_moved_back_to() {
    let world = World::new();
    world.set("a", &BASH).unwrap();
    move_all(&world, "a", "b").unwrap();
    machine::rename_key(&world.surroundings, &name("b"), &name("7")).unwrap();
    let moved = move_all(&world, "7", "a").unwrap();
    assert_eq!(moved.variables, [VARIABLE]);
    assert_eq!(holds(&world, "a"), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn every_other_line_of_our_files_stays(
        above in "([A-Z]{2}=[ -&(-~]{0,12}\r?\n){0,3}",
        below in "([A-Z]{2}=[ -&(-~]{0,12}\r?\n){0,3}[a-z]{0,6}",
    ) {
        let world = World::new();
        world.set("a", &BASH).unwrap();
        let ours = world.read(OWN);
        world.write(OWN, format!("{above}{ours}{below}"));
        let with_the_old = world.snapshot();
        move_all(&world, "a", "b").unwrap();
        let expected = ours.replace("sk-ws-a-it", "sk-ws-b-it");
        prop_assert_eq!(world.read(OWN), format!("{above}{expected}{below}"));
        move_all(&world, "b", "a").unwrap();
        world.assert_as(&with_the_old, "moved there and back");
    }
}

/// Not a test of its own: the process that is killed.
#[test]
#[ignore = "started by the other tests"]
fn killed() {
    let (world, act, steps) = told();
    let (from, to) = act.split_once(' ').unwrap();
    move_with(&world, from, to, &steps).unwrap();
}

/// A computer with two changes that hold the key, and one under another.
fn in_use() -> (World, Vec<String>) {
    let world = World::new();
    world.write(".bashrc", "alias a=b");
    let under = world.set("a", &[DestinationId::Fish]).unwrap();
    let over = world.set("c", &[DestinationId::Fish]).unwrap();
    let last = world
        .set("a", &[DestinationId::Bash, DestinationId::Desktop])
        .unwrap();
    (world, vec![under.id, over.id, last.id])
}

#[test]
fn a_move_that_is_killed_anywhere_goes_on_or_is_taken_back() {
    let mut kills = 0;
    loop {
        let (world, changes) = in_use();
        let with_the_old = world.snapshot();
        let killed = run_and_kill(&world, "a b", kills);
        if kills % 2 == 0 {
            let moved = move_all(&world, "a", "b").unwrap();
            assert_eq!(
                moved.changes,
                [changes[0].clone(), changes[2].clone()],
                "{kills}"
            );
            assert_eq!((holds(&world, "a"), holds(&world, "b")), (0, 2), "{kills}");
        }
        move_all(&world, "b", "a").unwrap();
        world.assert_as(&with_the_old, &format!("killed at step {kills}"));
        for change in changes.iter().rev() {
            let undone = world.undo(change).unwrap();
            assert!(undone.left_alone.is_empty(), "{kills}");
        }
        assert_eq!(world.read(".bashrc"), "alias a=b", "{kills}");
        assert!(world.files_with("sk-ws-").is_empty(), "{kills}");
        if !killed {
            break;
        }
        kills += 1;
    }
    assert!(kills > 12, "{kills}");
}

#[test]
fn an_undo_after_a_move_that_was_killed_leaves_nothing() {
    for kill in 0..16 {
        let (world, changes) = in_use();
        run_and_kill(&world, "a b", kill);
        for change in changes.iter().rev() {
            world.undo(change).unwrap();
        }
        assert_eq!(world.read(".bashrc"), "alias a=b", "{kill}");
        assert!(world.files_with("sk-ws-").is_empty(), "{kill}");
    }
}
