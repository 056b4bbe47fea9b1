//! Setting a key and taking it back, in every order, with real shells.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod common;

use common::{ALL, VARIABLE, World, mask, value, wish};
use machine::{ChangeState, DestinationId, VerificationStatus, WriteAction};
use secrecy::ExposeSecret;

const SHELLS: [DestinationId; 3] = [DestinationId::Bash, DestinationId::Zsh, DestinationId::Fish];

fn world() -> World {
    let world = World::new();
    world.write(".bashrc", "alias ll='ls -l'\n");
    world.write(".zshrc", "alias ll='ls -l'");
    world.write(".config/fish/config.fish", "set -g fish_greeting\n");
    world
}

fn statuses(world: &World, change: &str, key: &str) -> Vec<VerificationStatus> {
    let found = machine::verify(&world.surroundings, change, &value(key)).unwrap();
    found.iter().map(|one| one.status).collect()
}

#[test]
fn every_fresh_program_sees_the_key_and_nothing_after_undo() {
    use VerificationStatus::{AfterLogin, NotSeen, Seen};
    let world = world();
    let before = world.snapshot();
    let change = world.set("a", &ALL).unwrap();
    assert_eq!(change.state, ChangeState::Active);
    assert_eq!(
        statuses(&world, &change.id, "a"),
        [Seen, Seen, Seen, AfterLogin]
    );
    let kept = &machine::changes(&world.surroundings).unwrap()[0];
    assert_eq!(kept.verifications.len(), 4);
    assert_eq!(
        kept.verifications[0].found_masked,
        Some(mask(value("a").expose_secret())) // EXPOSE: a test's own value.
    );

    // The secret is in the three files that the plan called plaintext, and nowhere else.
    let secret = "sk-ws-a-it";
    assert_eq!(
        world.files_with(secret),
        [
            "home/.config/environment.d/60-studio-keys.conf",
            "home/.config/studio-keys/env.fish",
            "home/.config/studio-keys/env.sh"
        ]
        .map(std::path::PathBuf::from)
    );

    let undone = world.undo(&change.id).unwrap();
    assert_eq!(
        (undone.change.state, undone.left_alone.len()),
        (ChangeState::Undone, 0)
    );
    let now = machine::observe(&world.surroundings, VARIABLE, &ALL, None).unwrap();
    assert!(now.iter().all(|one| one.status == NotSeen), "{now:?}");
    // Shells make files of their own when they start; without those, all is as it was.
    let mut after = world.snapshot();
    after.retain(|path, _| before.contains_key(path));
    assert_eq!(after, before);
    assert_eq!(world.files_with(secret), Vec::<std::path::PathBuf>::new());
}

#[test]
fn files_that_did_not_exist_go_again() {
    let world = World::new();
    let before = world.snapshot();
    let change = world.set("a", &ALL).unwrap();
    assert!(world.path(".zshrc").exists() && world.path(".config/fish/config.fish").exists());
    world.undo(&change.id).unwrap();
    assert_eq!(world.snapshot(), before);
}

#[test]
fn the_second_key_gives_way_to_the_first() {
    let world = world();
    let before = world.snapshot();
    let first = world.set("a", &SHELLS).unwrap();
    let with_first = world.snapshot();
    let second = world.set("b", &SHELLS).unwrap();
    assert_eq!(world.states(), [ChangeState::Active, ChangeState::Replaced]);
    assert_eq!(
        statuses(&world, &first.id, "a"),
        [VerificationStatus::Other; 3]
    );
    world.undo(&second.id).unwrap();
    assert_eq!(world.states(), [ChangeState::Undone, ChangeState::Active]);
    assert_eq!(
        statuses(&world, &first.id, "a"),
        [VerificationStatus::Seen; 3]
    );
    let mut after = world.snapshot();
    after.retain(|path, _| with_first.contains_key(path));
    assert_eq!(after, with_first);
    world.undo(&first.id).unwrap();
    let mut after = world.snapshot();
    after.retain(|path, _| before.contains_key(path));
    assert_eq!(after, before);
}

#[test]
fn any_order_of_undo_ends_where_it_began() {
    for order in [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
    ] {
        let world = world();
        let before = world.snapshot();
        let ids = [
            world
                .set("a", &[DestinationId::Bash, DestinationId::Fish])
                .unwrap()
                .id,
            world
                .set(
                    "b",
                    &[
                        DestinationId::Bash,
                        DestinationId::Zsh,
                        DestinationId::Desktop,
                    ],
                )
                .unwrap()
                .id,
            world.set("a", &SHELLS).unwrap().id,
        ];
        for index in order {
            let undone = world.undo(&ids[index]).unwrap();
            assert!(undone.left_alone.is_empty(), "{order:?}");
        }
        assert_eq!(world.snapshot(), before, "{order:?}");
        assert!(world.undo(&ids[0]).is_err());
    }
}

#[test]
fn another_variable_stays() {
    let world = world();
    let before = world.snapshot();
    let first = world.set("a", &SHELLS).unwrap();
    let mut other = wish("b", &SHELLS);
    other.variable = "OTHER_API_KEY".to_owned();
    let plan = machine::plan(&world.surroundings, &other, &value("b")).unwrap();
    assert!(
        plan.writes
            .iter()
            .any(|write| write.action == WriteAction::Keep),
        "the block is there"
    );
    let second = machine::apply(&world.surroundings, &plan, &value("b"), &()).unwrap();
    world.undo(&first.id).unwrap();
    assert_eq!(
        statuses(&world, &second.id, "b"),
        [VerificationStatus::Seen; 3]
    );
    world.undo(&second.id).unwrap();
    let mut after = world.snapshot();
    after.retain(|path, _| before.contains_key(path));
    assert_eq!(after, before);
}

#[test]
fn a_change_whose_key_is_gone_goes_along() {
    let world = world();
    let before = world.snapshot();
    let first = world.set("a", &SHELLS).unwrap();
    let second = world.set("b", &SHELLS).unwrap();
    let undone = machine::undo(
        &world.surroundings,
        &second.id,
        &|_| machine::Earlier::Gone,
        &(),
    )
    .unwrap();
    assert_eq!(
        undone
            .also
            .iter()
            .map(|change| &change.id)
            .collect::<Vec<_>>(),
        [&first.id]
    );
    assert_eq!(world.states(), [ChangeState::Undone; 2]);
    assert_eq!(world.snapshot(), before);
}

#[test]
fn a_reset_key_is_followed_and_can_still_be_undone() {
    let world = world();
    let before = world.snapshot();
    let change = world.set("a", &ALL).unwrap();
    let variables =
        machine::follow(&world.surroundings, &change.key, "sk-…new", &value("new")).unwrap();
    assert_eq!(variables, [VARIABLE]);
    assert!(world.files_with("sk-ws-a-it").is_empty());
    assert!(
        world
            .read(".config/studio-keys/env.sh")
            .contains("sk-ws-new-it")
    );
    assert_eq!(
        machine::changes(&world.surroundings).unwrap()[0].masked,
        "sk-…new"
    );
    world.undo(&change.id).unwrap();
    assert_eq!(world.snapshot(), before);
}

#[test]
fn a_reset_of_the_earlier_key_is_not_lost() {
    let world = world();
    let before = world.snapshot();
    let first = world.set("a", &SHELLS).unwrap();
    let second = world.set("b", &SHELLS).unwrap();
    let followed =
        machine::follow(&world.surroundings, &first.key, "sk-…new", &value("new")).unwrap();
    assert!(followed.is_empty(), "another key is in effect");
    machine::undo(
        &world.surroundings,
        &second.id,
        &|_| machine::Earlier::Value(value("new")),
        &(),
    )
    .unwrap();
    assert!(
        world
            .read(".config/studio-keys/env.fish")
            .contains("sk-ws-new-it")
    );
    world.undo(&first.id).unwrap();
    assert_eq!(world.snapshot(), before);
}

#[test]
fn nothing_outside_the_given_folders_is_made() {
    let real = std::env::home_dir().unwrap().join(".config/studio-keys");
    let was_there = real.exists();
    let world = world();
    let change = world.set("a", &ALL).unwrap();
    world.undo(&change.id).unwrap();
    let mut names: Vec<_> = world
        .root
        .read_dir()
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    names.sort();
    assert_eq!(names, ["home", "state"]);
    assert_eq!(real.exists(), was_there);
}
