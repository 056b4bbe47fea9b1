//! What fresh shells say, and lines of others that they obey instead.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod common;

use std::time::{Duration, Instant};

use common::{VARIABLE, World, mask, value, wish};
use machine::{DestinationId, VerificationStatus, WriteAction};
use secrecy::ExposeSecret;

const BASH: [DestinationId; 1] = [DestinationId::Bash];
const SHELLS: [DestinationId; 3] = [DestinationId::Bash, DestinationId::Zsh, DestinationId::Fish];

fn status(world: &World, change: &str) -> VerificationStatus {
    machine::verify(&world.surroundings, change, &value("a")).unwrap()[0].status
}

#[test]
fn chatter_does_not_drown_the_answer() {
    let world = World::new();
    let chatter =
        "echo hello; printf 'no end'; echo 'an error' >&2; read -r line; seq 1 2000; sleep 30 &\n";
    world.write(
        ".bashrc",
        format!("{chatter}trap 'printf \"\\033]0;%s\\007\" \"$BASH_COMMAND\"' DEBUG\n"),
    );
    world.write(
        ".zshrc",
        format!("preexec() {{ print -r -- \"$1\" }}\n{chatter}"),
    );
    world.write(
        ".config/fish/config.fish",
        "echo hello; seq 1 2000; read line; printf 'no end'\n",
    );
    let change = world.set("a", &SHELLS).unwrap();
    let begun = Instant::now();
    let found = machine::verify(&world.surroundings, &change.id, &value("a")).unwrap();
    assert!(
        found
            .iter()
            .all(|one| one.status == VerificationStatus::Seen),
        "{found:?}"
    );
    assert!(begun.elapsed() < Duration::from_secs(15));
}

#[test]
fn the_variable_of_this_process_is_not_taken_for_the_shells() {
    let mut world = World::new();
    world
        .surroundings
        .environment
        .insert(VARIABLE.to_owned(), "from outside".to_owned());
    let found = machine::observe(&world.surroundings, VARIABLE, &SHELLS, None).unwrap();
    assert!(
        found
            .iter()
            .all(|one| one.status == VerificationStatus::NotSeen),
        "{found:?}"
    );
}

#[test]
fn a_shell_that_becomes_another_has_not_answered() {
    let world = World::new();
    world.write(".bashrc", "");
    let change = world.set("a", &BASH).unwrap();
    let text = world.read(".bashrc");
    world.write(".bashrc", format!("exec cat\n{text}"));
    assert_eq!(status(&world, &change.id), VerificationStatus::Failed);
    world.write(".bashrc", format!("{text}exit 3\n"));
    assert_eq!(status(&world, &change.id), VerificationStatus::Failed);
    world.write(".bashrc", format!("return\n{text}"));
    assert_eq!(status(&world, &change.id), VerificationStatus::NotSeen);
}

#[test]
fn a_shell_that_hangs_is_ended_with_all_it_started() {
    let mut world = World::new();
    // No other process has these seconds in its command.
    let seconds = format!("30.{}", std::process::id());
    world.write(".bashrc", format!("sleep {seconds} & sleep {seconds}\n"));
    world.write(".config/fish/config.fish", format!("sleep {seconds}\n"));
    let change = world
        .set("a", &[DestinationId::Bash, DestinationId::Fish])
        .unwrap();
    world.surroundings.shell_time_limit = Duration::from_secs(1);
    let begun = Instant::now();
    let found = machine::verify(&world.surroundings, &change.id, &value("a")).unwrap();
    assert!(
        found
            .iter()
            .all(|one| one.status == VerificationStatus::TimedOut),
        "{found:?}"
    );
    assert!(begun.elapsed() < Duration::from_secs(5));
    let is_running = || {
        std::path::Path::new("/proc")
            .read_dir()
            .unwrap()
            .flatten()
            .any(|entry| {
                let command =
                    std::fs::read_to_string(entry.path().join("cmdline")).unwrap_or_default();
                command.contains(&seconds)
            })
    };
    let patience = Instant::now();
    while is_running() {
        assert!(
            patience.elapsed() < Duration::from_secs(3),
            "something is left running"
        );
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_line_of_others_that_wins_is_shown_and_can_be_commented_out() {
    let world = World::new();
    world.write(".bashrc", "alias a=b\n");
    world.write(
        ".profile",
        format!("export {VARIABLE}=sk-from-the-profile-0123\n"),
    );
    let first = world.set("a", &BASH).unwrap();
    let text = world.read(".bashrc") + &format!("export {VARIABLE}=sk-somebody-elses-9876\n");
    world.write(".bashrc", &text);
    let before = world.snapshot();

    let found = machine::verify(&world.surroundings, &first.id, &value("a")).unwrap();
    assert_eq!(found[0].status, VerificationStatus::Other);
    assert_eq!(found[0].found_masked, Some(mask("sk-somebody-elses-9876")));

    let mut wish = wish("b", &BASH);
    let plan = machine::plan(&world.surroundings, &wish, &value("b")).unwrap();
    let shown: Vec<_> = plan
        .foreign
        .iter()
        .map(|line| (line.line, line.wins, line.can_comment_out))
        .collect();
    assert_eq!(
        shown,
        [(1, false, false), (5, true, true)],
        "the profile is only looked at"
    );
    assert_eq!(
        plan.foreign[1].text,
        format!("export {VARIABLE}={}", mask("sk-somebody-elses-9876"))
    );
    assert!(
        !format!("{plan:?}").contains("sk-somebody"),
        "no value of others in a plan"
    );
    assert!(
        !format!("{plan:?}").contains(value("b").expose_secret()), // EXPOSE: to look for it where it must not be.
        "and none of ours"
    );

    wish.comment_out = vec![plan.foreign[1].id.clone()];
    let plan = machine::plan(&world.surroundings, &wish, &value("b")).unwrap();
    assert!(
        plan.writes
            .iter()
            .any(|write| write.action == WriteAction::CommentOut)
    );
    let second = machine::apply(&world.surroundings, &plan, &value("b"), &()).unwrap();
    let found = machine::verify(&world.surroundings, &second.id, &value("b")).unwrap();
    assert_eq!(found[0].status, VerificationStatus::Seen);
    let backup = second
        .files
        .iter()
        .find_map(|file| file.backup.clone())
        .unwrap();
    assert_eq!(std::fs::read_to_string(backup).unwrap(), text);

    world.undo(&second.id).unwrap();
    world.assert_as(&before, "the line is back");
}

#[test]
fn the_only_line_of_a_then_is_not_commented_out() {
    let world = World::new();
    world.write(
        ".bashrc",
        format!("if true; then\n  export {VARIABLE}=sk-x\nfi\n"),
    );
    let mut wish = wish("a", &BASH);
    let plan = machine::plan(&world.surroundings, &wish, &value("a")).unwrap();
    wish.comment_out = vec![plan.foreign[0].id.clone()];
    let error = machine::plan(&world.surroundings, &wish, &value("a")).unwrap_err();
    assert!(
        matches!(error, machine::MachineError::ChangeBreaksFile { .. }),
        "{error:?}"
    );
}

#[test]
fn a_commented_line_that_somebody_changed_is_left_alone() {
    let world = World::new();
    world.write(".bashrc", format!("export {VARIABLE}=sk-x\n"));
    let mut wish = wish("a", &BASH);
    wish.comment_out = vec![
        machine::plan(&world.surroundings, &wish, &value("a"))
            .unwrap()
            .foreign[0]
            .id
            .clone(),
    ];
    let plan = machine::plan(&world.surroundings, &wish, &value("a")).unwrap();
    let change = machine::apply(&world.surroundings, &plan, &value("a"), &()).unwrap();
    world.write(".bashrc", world.read(".bashrc").replace("=sk-x", "=sk-y"));
    let undone = world.undo(&change.id).unwrap();
    assert_eq!(undone.left_alone, [world.path(".bashrc")]);
    assert_eq!(
        world.read(".bashrc"),
        format!("# studio-keys: export {VARIABLE}=sk-y\n")
    );
}

#[test]
fn zsh_where_its_folder_is_another() {
    // Given from outside, and set in .zshenv without being exported.
    let mut given = World::new();
    let folder = given.path("zsh").to_str().unwrap().to_owned();
    given.write("zsh/.zshrc", "alias a=b\n");
    given
        .surroundings
        .environment
        .insert("ZDOTDIR".to_owned(), folder);
    let told = World::new();
    told.write(".zshenv", "echo chatter\nZDOTDIR=~/zsh\n");
    told.write("zsh/.zshrc", "alias a=b\n");
    for world in [given, told] {
        let change = world.set("a", &[DestinationId::Zsh]).unwrap();
        assert!(world.read("zsh/.zshrc").contains("studio-keys"));
        assert!(!world.path(".zshrc").exists());
        assert_eq!(status(&world, &change.id), VerificationStatus::Seen);
    }
}

#[test]
fn a_later_file_of_the_desktop_wins() {
    let world = World::new();
    let change = world.set("a", &[DestinationId::Desktop]).unwrap();
    assert_eq!(status(&world, &change.id), VerificationStatus::AfterLogin);
    world.write(
        ".config/environment.d/90-other.conf",
        format!("{VARIABLE}=sk-somebody-elses\n"),
    );
    assert_eq!(status(&world, &change.id), VerificationStatus::Other);
    let plan = world.plan("b", &[DestinationId::Desktop]).unwrap();
    assert!(plan.foreign[0].wins && !plan.foreign[0].can_comment_out);
}

#[test]
fn what_is_recommended() {
    let mut world = World::new();
    let ticked = |world: &World| {
        let wish = machine::Wish {
            destinations: None,
            ..wish("a", &[])
        };
        let plan = machine::plan(&world.surroundings, &wish, &value("a")).unwrap();
        let ticked = plan.destinations.iter().filter(|place| place.ticked);
        ticked
            .map(|place| (place.id, place.is_login_shell, place.already_set))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        ticked(&world),
        [(DestinationId::Bash, true, false)],
        "the login shell, though it has no file yet"
    );
    world.write(".config/fish/config.fish", "");
    world
        .surroundings
        .environment
        .insert("XDG_CURRENT_DESKTOP".to_owned(), "GNOME".to_owned());
    world.set("a", &BASH).unwrap();
    let expected = [
        (DestinationId::Bash, true, true),
        (DestinationId::Fish, false, false),
        (DestinationId::Desktop, false, false),
    ];
    assert_eq!(ticked(&world), expected);
}
