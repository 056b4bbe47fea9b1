//! Variables that are asked for when a shell starts: in real shells, undone byte for byte.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod common;

use common::asking::{SHELLS, name};
use common::{ALL, VARIABLE, World, value};
use machine::{DestinationId, VerificationStatus, Wish};
use secrecy::ExposeSecret;

#[test]
fn fresh_shells_have_the_key_and_no_file_has_it() {
    let world = World::with_shells();
    world.write(".bashrc", "set -u\n");
    world.write(".zshrc", "setopt err_return nounset\n");
    let before = world.snapshot();
    let change = world.set_as(&world.asking("a", &SHELLS), &()).unwrap();
    assert!(change.asks_keyring);
    assert_eq!(
        world.statuses(&change.id, "a"),
        [VerificationStatus::Seen; 3]
    );
    // EXPOSE: a test's own value, looked for in every file.
    let found = world.files_with(value("a").expose_secret());
    assert!(found.is_empty(), "{found:?}");
    world.undo(&change.id).unwrap();
    world.assert_as(&before, "after the undo");
}

#[test]
fn a_place_that_cannot_ask_gets_the_value_only_if_it_was_ticked() {
    let world = World::with_shells();
    std::fs::create_dir_all(world.path(".config/environment.d")).unwrap();
    let wish = Wish {
        destinations: None,
        ..world.asking("a", &[])
    };
    let plan = machine::plan(&world.surroundings, &wish, &value("a")).unwrap();
    let desktop = plan
        .destinations
        .iter()
        .find(|one| one.id == DestinationId::Desktop);
    assert!(desktop.is_some_and(|one| !one.ticked && one.recommended && !one.can_ask));
    assert!(plan.writes.iter().all(|write| !write.plaintext));

    let plan = machine::plan(&world.surroundings, &world.asking("a", &ALL), &value("a")).unwrap();
    let plain: Vec<_> = plan.writes.iter().filter(|write| write.plaintext).collect();
    assert_eq!(plain.len(), 1);
    assert_eq!(plain[0].destination, Some(DestinationId::Desktop));
}

#[test]
fn a_program_that_is_gone_or_refuses_breaks_no_shell() {
    let world = World::with_shells();
    let change = world.set_as(&world.asking("gone", &SHELLS), &()).unwrap();
    let quiet = || {
        for (shell, arguments) in [("bash", ["--norc", "-euc"]), ("zsh", ["-f", "-euc"])] {
            let file = world.path(".config/studio-keys/env.sh");
            let script = format!(
                ". '{}'; echo \"well: ${{{VARIABLE}-nothing}}\"",
                file.display()
            );
            let ran = std::process::Command::new(shell)
                .args(arguments)
                .arg(script)
                .env_remove(VARIABLE)
                .output()
                .unwrap();
            assert_eq!(String::from_utf8_lossy(&ran.stdout), "well: nothing\n");
            assert_eq!(String::from_utf8_lossy(&ran.stderr), "", "{shell}");
        }
        let ran = std::process::Command::new("fish")
            .args(["--no-config", "-c"])
            .arg(format!(
                "source '{}'; set -q {VARIABLE}; or echo well",
                world.path(".config/studio-keys/env.fish").display()
            ))
            .env("HOME", &world.surroundings.home)
            .env_remove(VARIABLE)
            .output()
            .unwrap();
        assert_eq!(String::from_utf8_lossy(&ran.stdout), "well\n");
        assert_eq!(String::from_utf8_lossy(&ran.stderr), "");
    };
    quiet();
    assert_eq!(
        world.statuses(&change.id, "gone"),
        [VerificationStatus::NotSeen; 3]
    );
    std::fs::remove_dir_all(world.root.join("the program's \"own\" folder")).unwrap();
    quiet();
}

#[test]
fn a_reset_needs_no_file_and_a_move_names_the_other_key() {
    let world = World::with_shells();
    let change = world.set_as(&world.asking("a", &SHELLS), &()).unwrap();
    let before = world.snapshot();
    let followed = machine::follow(&world.surroundings, &name("a"), "masked", &value("b")).unwrap();
    assert_eq!(followed, [VARIABLE]);
    world.assert_as(&before, "after a reset");

    let moved = |from: &str, to: &str| {
        machine::move_places(
            &world.surroundings,
            &name(from),
            &name(to),
            "m",
            &value(to),
            &(),
        )
        .unwrap()
    };
    assert_eq!(moved("a", "b").changes, std::slice::from_ref(&change.id));
    assert!(
        world
            .read(".config/studio-keys/env.sh")
            .contains("'this-computer/b'")
    );
    assert_eq!(
        world.statuses(&change.id, "b"),
        [VerificationStatus::Seen; 3]
    );
    moved("b", "a");
    world.assert_as(&before, "after the move back");

    machine::rename_key(&world.surroundings, &name("a"), &name("b")).unwrap();
    machine::rename_key(&world.surroundings, &name("a"), &name("b")).unwrap();
    assert!(
        world
            .read(".config/studio-keys/env.fish")
            .contains("'this-computer/b'")
    );
    world.undo(&change.id).unwrap();
    assert!(!world.path(".config/studio-keys").exists());
}

#[test]
fn what_came_before_comes_back_the_way_it_was() {
    let world = World::with_shells();
    let value_first = world.set("a", &SHELLS).unwrap();
    let with_value = world.snapshot();
    let asked = world.set_as(&world.asking("b", &SHELLS), &()).unwrap();
    let with_question = world.snapshot();
    let last = world.set("a", &SHELLS).unwrap();
    world.undo(&last.id).unwrap();
    world.assert_as(&with_question, "the question is back");
    world.undo(&asked.id).unwrap();
    world.assert_as(&with_value, "the value is back");
    world.undo(&value_first.id).unwrap();
}
