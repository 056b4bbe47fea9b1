//! What the user, or the disk, did between a change and what is to follow it.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod common;

use std::os::unix::fs::symlink;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use common::{ALL, World, value};
use machine::{ChangeState, DestinationId, MachineError, Steps};

const BASH: [DestinationId; 1] = [DestinationId::Bash];
const SHELLS: [DestinationId; 3] = [DestinationId::Bash, DestinationId::Zsh, DestinationId::Fish];

/// As a manager of dotfiles does: the file moves, and a link stands where it was.
fn move_behind_a_link(world: &World, name: &str) {
    std::fs::create_dir_all(world.path("dotfiles")).unwrap();
    let moved = world.path("dotfiles").join(name.trim_start_matches('.'));
    std::fs::rename(world.path(name), &moved).unwrap();
    symlink(&moved, world.path(name)).unwrap();
}

#[test]
fn a_start_up_file_that_became_a_link_is_taken_back_behind_it() {
    let world = World::new();
    world.write(".bashrc", "a=1\n");
    let first = world.set("a", &BASH).unwrap();
    move_behind_a_link(&world, ".bashrc");
    let second = world.set("b", &BASH).unwrap();

    world.undo(&first.id).unwrap();
    assert!(
        world.read(".bashrc").contains(">>> studio-keys"),
        "the second change reads its value there"
    );
    let undone = world.undo(&second.id).unwrap();
    assert!(undone.left_alone.is_empty(), "{:?}", undone.left_alone);
    assert!(world.path(".bashrc").is_symlink());
    assert_eq!(world.read("dotfiles/bashrc"), "a=1\n");
}

#[test]
fn a_file_that_was_made_and_became_a_link_is_emptied_and_not_removed() {
    let world = World::new();
    let change = world.set("a", &[DestinationId::Zsh]).unwrap();
    move_behind_a_link(&world, ".zshrc");
    world.undo(&change.id).unwrap();
    assert!(world.path(".zshrc").is_symlink());
    assert_eq!(world.read(".zshrc"), "", "the link leads somewhere still");
}

#[test]
fn our_own_file_may_become_a_link_too() {
    let world = World::new();
    world.write(".bashrc", "a=1\n");
    let change = world.set("a", &BASH).unwrap();
    let own = world.path(".config/studio-keys/env.sh");
    let moved = world.path("env.sh");
    std::fs::rename(&own, &moved).unwrap();
    symlink(&moved, &own).unwrap();
    machine::follow(&world.surroundings, &change.key, "sk-…new", &value("new")).unwrap();
    assert!(world.read("env.sh").contains("sk-ws-new-it"));
    assert!(own.is_symlink());
    world.undo(&change.id).unwrap();
    assert!(world.files_with("sk-ws-").is_empty());
}

#[test]
fn one_file_that_cannot_follow_a_reset_does_not_keep_the_others_from_it() {
    let world = World::new();
    let change = world.set("a", &ALL).unwrap();
    let own = world.path(".config/studio-keys/env.sh");
    std::fs::hard_link(&own, world.path("second-name")).unwrap();
    let refused = machine::follow(&world.surroundings, &change.key, "sk-…new", &value("new"));
    assert!(
        matches!(refused, Err(MachineError::HardLinked { path }) if path == own),
        "it says which"
    );
    for follows in [
        ".config/studio-keys/env.fish",
        ".config/environment.d/60-studio-keys.conf",
    ] {
        assert!(world.read(follows).contains("sk-ws-new-it"), "{follows}");
    }
}

/// Spoils the journal's last record, as a full disk would, when everything else is written.
struct SpoilsTheLastWrite<'a> {
    journal: &'a Path,
    renamed: AtomicUsize,
    at: usize,
}

impl Steps for SpoilsTheLastWrite<'_> {
    fn reached(&self, step: &'static str) {
        if step == "a file beside was written"
            && self.renamed.fetch_add(1, Ordering::SeqCst) == self.at
        {
            for entry in self.journal.read_dir().unwrap() {
                let path = entry.unwrap().path();
                if path
                    .extension()
                    .is_some_and(|extension| extension == "json")
                {
                    let text = std::fs::read(&path).unwrap();
                    std::fs::write(&path, [&text[..], b" "].concat()).unwrap();
                }
            }
        }
    }
}

#[test]
fn a_change_that_the_journal_does_not_take_is_put_back() {
    let world = World::new();
    world.write(".bashrc", "a=1\n");
    let before = world.snapshot();
    let plan = world.plan("a", &BASH).unwrap();
    let journal = world.surroundings.state.join("changes");
    // The record, our file and the start-up file come first.
    let steps = SpoilsTheLastWrite {
        journal: &journal,
        renamed: AtomicUsize::new(0),
        at: 3,
    };
    machine::apply(&world.surroundings, &plan, &value("a"), &steps).unwrap_err();
    world.assert_as(&before, "nothing or all");
    assert_eq!(world.states(), []);
}

#[test]
fn an_undo_that_cannot_ask_for_the_earlier_value_changes_nothing() {
    let world = World::new();
    world.write(".bashrc", "a=1\n");
    let first = world.set("a", &SHELLS).unwrap();
    let second = world.set("b", &SHELLS).unwrap();
    let with_both = world.snapshot();
    let locked = |_: &machine::KeyName| machine::Earlier::Unavailable;
    let refused = machine::undo(&world.surroundings, &second.id, &locked, &());
    assert!(
        matches!(&refused, Err(MachineError::EarlierUnavailable { key }) if *key == first.key),
        "{refused:?}"
    );
    world.assert_as(&with_both, "refused");
    assert_eq!(world.states(), [ChangeState::Active, ChangeState::Replaced]);
    // The earlier one needs no value, and once it is gone the later one needs none either.
    machine::undo(&world.surroundings, &first.id, &locked, &()).unwrap();
    machine::undo(&world.surroundings, &second.id, &locked, &()).unwrap();
    assert_eq!(world.read(".bashrc"), "a=1\n");
}

/// Shells are asked while a change holds the journal, and they take their time.
#[test]
fn what_was_seen_is_written_down_after_a_change_that_takes_long() {
    let world = World::new();
    let change = world.set("a", &BASH).unwrap();
    let lock = world.surroundings.state.join("changes/lock");
    let held = std::fs::File::options().write(true).open(lock).unwrap();
    held.lock().unwrap();
    let busy = machine::follow(&world.surroundings, &change.key, "sk-…new", &value("new"));
    assert!(matches!(busy, Err(MachineError::Busy)), "{busy:?}");
    let long = std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_secs(4));
        drop(held);
    });
    let found = machine::verify(&world.surroundings, &change.id, &value("a")).unwrap();
    long.join().unwrap();
    let kept = &machine::changes(&world.surroundings).unwrap()[0];
    assert_eq!(kept.verifications, found);
}
