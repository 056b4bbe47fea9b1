//! What is refused, why, and that nothing on disk changed.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod common;

use std::os::unix::fs::{PermissionsExt, symlink};

use common::{ALL, World, value, wish};
use machine::{DestinationId, FileKind, MachineError};

const BASH: [DestinationId; 1] = [DestinationId::Bash];

/// The refusal of a plan; the files are as before, and there is no journal.
fn refused(world: &World) -> MachineError {
    let before = world.snapshot();
    let error = world.plan("a", &BASH).unwrap_err();
    world.assert_as(&before, "a refusal");
    assert!(!world.surroundings.state.exists());
    assert!(!format!("{error} {error:?}").contains("sk-"), "{error:?}");
    error
}

#[test]
fn a_syntax_error_is_named_by_its_line_and_never_quoted() {
    let world = World::new();
    let file = world.write(".bashrc", "a=1\nexport OTHER=sk-others-secret fi )\n");
    let MachineError::FileHasSyntaxError { path, line, said } = refused(&world) else {
        panic!()
    };
    assert_eq!((path, line), (file, Some(2)));
    assert_eq!(said, "syntax error near unexpected token");
    let file = world.write(".config/fish/config.fish", "set a 1\nif true\n");
    let error = world.plan("a", &[DestinationId::Fish]).unwrap_err();
    let MachineError::FileHasSyntaxError { path, line, said } = error else {
        panic!("{error}")
    };
    assert_eq!((path, line), (file, Some(2)));
    assert!(said.starts_with("Missing end"), "{said}");
    world.write(".zshrc", "a=1\nb='\n");
    let error = world.plan("a", &[DestinationId::Zsh]).unwrap_err();
    assert!(
        matches!(
            error,
            MachineError::FileHasSyntaxError { line: Some(_), .. }
        ),
        "{error:?}"
    );
}

#[test]
fn a_file_that_ends_inside_something() {
    for (text, line) in [
        ("a=1\nb=2 \\\n", 2),
        ("cat <<EOF\nnever ends\n", 2),
        ("a=1 \\", 1),
    ] {
        let world = World::new();
        world.write(".bashrc", text);
        assert!(
            matches!(refused(&world), MachineError::FileEndsOpen { line: found, .. } if found == line),
            "{text:?}"
        );
    }
}

#[test]
fn a_damaged_block_is_named_by_its_line() {
    let world = World::new();
    world.write(".bashrc", "a=1\n# >>> studio-keys >>>\nb=2\n");
    assert!(matches!(
        refused(&world),
        MachineError::FileBlockDamaged { line: 2, .. }
    ));
}

#[test]
fn a_block_damaged_later_is_left_alone_by_undo() {
    let world = World::new();
    world.write(".bashrc", "a=1\n");
    let change = world.set("a", &BASH).unwrap();
    let damaged = world.read(".bashrc").replace("# <<< studio-keys <<<\n", "");
    world.write(".bashrc", &damaged);
    let undone = world.undo(&change.id).unwrap();
    assert_eq!(undone.left_alone, [world.path(".bashrc")]);
    assert_eq!(world.read(".bashrc"), damaged);
    assert!(!world.path(".config/studio-keys/env.sh").exists());
}

#[test]
fn what_is_no_plain_file() {
    let world = World::new();
    std::fs::create_dir(world.path(".bashrc")).unwrap();
    assert!(matches!(
        refused(&world),
        MachineError::NotAFile {
            kind: FileKind::Folder,
            ..
        }
    ));
    std::fs::remove_dir(world.path(".bashrc")).unwrap();
    symlink("/dev/null", world.path(".bashrc")).unwrap();
    assert!(matches!(
        refused(&world),
        MachineError::NotAFile {
            kind: FileKind::Device,
            ..
        }
    ));
    std::fs::remove_file(world.path(".bashrc")).unwrap();
    symlink("nowhere", world.path(".bashrc")).unwrap();
    assert!(matches!(refused(&world), MachineError::LinkDangling { .. }));
    std::fs::remove_file(world.path(".bashrc")).unwrap();
    world.write(".bashrc", "");
    std::fs::hard_link(world.path(".bashrc"), world.path("second")).unwrap();
    assert!(matches!(refused(&world), MachineError::HardLinked { .. }));
}

#[test]
fn a_read_only_file_behind_a_link() {
    let world = World::new();
    let store = world.write("store/bashrc", "a=1\n");
    std::fs::set_permissions(&store, std::fs::Permissions::from_mode(0o444)).unwrap();
    symlink("store/bashrc", world.path(".bashrc")).unwrap();
    assert!(matches!(refused(&world), MachineError::ReadOnly { path } if path == store));
}

#[test]
fn a_read_only_file_system_is_told_from_a_missing_right() {
    let mut world = World::new();
    // The kernel's own: nothing can be made there, whoever asks.
    world.surroundings.config_home = "/sys/kernel".into();
    world.surroundings.own_config = "/sys/kernel/studio-keys".into();
    let error = machine::plan(
        &world.surroundings,
        &wish("a", &[DestinationId::Desktop]),
        &value("a"),
    );
    let error = match error {
        Err(error) => error,
        Ok(plan) => machine::apply(&world.surroundings, &plan, &value("a"), &()).unwrap_err(),
    };
    assert!(
        matches!(
            error,
            MachineError::PermissionDenied { .. } | MachineError::ReadOnlyFileSystem { .. }
        ),
        "{error:?}"
    );
}

#[test]
fn a_file_that_changed_since_the_preview() {
    let world = World::new();
    world.write(".bashrc", "a=1\n");
    let plan = world.plan("a", &ALL).unwrap();
    world.write(".bashrc", "a=2\n");
    let before = world.snapshot();
    let error = machine::apply(&world.surroundings, &plan, &value("a"), &()).unwrap_err();
    assert!(matches!(error, MachineError::FileChanged { path } if path == world.path(".bashrc")));
    world.assert_as(&before, "a changed file");
    assert!(world.states().is_empty());
    // A link that leads elsewhere now is a change too.
    let plan = world.plan("a", &BASH).unwrap();
    world.write("other", "a=2\n");
    std::fs::remove_file(world.path(".bashrc")).unwrap();
    symlink("other", world.path(".bashrc")).unwrap();
    let error = machine::apply(&world.surroundings, &plan, &value("a"), &()).unwrap_err();
    assert!(matches!(error, MachineError::FileChanged { .. }));
}

/// Somebody else makes the last file a folder in the middle of the change: the files written before are put back.
struct Obstruct<'a>(&'a World);

impl machine::Steps for Obstruct<'_> {
    fn reached(&self, step: &'static str) {
        if step == "the journal was written" {
            std::fs::create_dir_all(self.0.path(".config/environment.d/60-studio-keys.conf"))
                .unwrap();
        }
    }
}

#[test]
fn a_failure_in_the_middle_puts_everything_back() {
    let world = World::new();
    world.write(".bashrc", "a=1\n");
    world.write(".zshrc", "a=1");
    world.write(".config/environment.d/10-mine.conf", "A=1\n");
    let before = world.snapshot();
    let plan = world.plan("a", &ALL).unwrap();
    let error =
        machine::apply(&world.surroundings, &plan, &value("a"), &Obstruct(&world)).unwrap_err();
    assert!(matches!(error, MachineError::NotAFile { .. }), "{error:?}");
    std::fs::remove_dir(world.path(".config/environment.d/60-studio-keys.conf")).unwrap();
    world.assert_as(&before, "rolled back");
    assert!(
        world.states().is_empty(),
        "nothing of it is left, so there is nothing to undo"
    );
}

#[test]
fn wishes_that_cannot_be() {
    let world = World::new();
    let mut bad = wish("a", &BASH);
    bad.variable = "A-B".to_owned();
    let plan = |wish: &machine::Wish| machine::plan(&world.surroundings, wish, &value("a"));
    assert!(matches!(plan(&bad), Err(MachineError::VariableName { .. })));
    bad.variable = "LD_PRELOAD".to_owned();
    assert!(matches!(
        plan(&bad),
        Err(MachineError::VariableReserved { .. })
    ));
    let bad = machine::Wish {
        comment_out: vec!["gone".to_owned()],
        ..wish("a", &BASH)
    };
    assert!(matches!(
        plan(&bad),
        Err(MachineError::ForeignLineUnknown { .. })
    ));
    let line_break = secrecy::SecretString::from("sk-a\nb");
    let error = machine::plan(&world.surroundings, &wish("a", &BASH), &line_break);
    assert!(matches!(error, Err(MachineError::ValueUnsuitable)));
    // Nothing ticked can be looked at, and not applied.
    let empty = world.plan("a", &[]).unwrap();
    assert_eq!(empty.destinations.len(), 4);
    let error = machine::apply(&world.surroundings, &empty, &value("a"), &()).unwrap_err();
    assert!(matches!(error, MachineError::NoDestination));
    assert!(matches!(
        world.undo("none"),
        Err(MachineError::ChangeUnknown { .. })
    ));
}

#[test]
fn a_shell_that_is_not_installed() {
    let mut world = World::new();
    let only = world.root.join("bin");
    std::fs::create_dir(&only).unwrap();
    symlink("/bin/sh", only.join("bash")).unwrap();
    world
        .surroundings
        .environment
        .insert("PATH".to_owned(), only.to_str().unwrap().to_owned());
    world.write(".zshrc", "a=1\n");
    let error = world.plan("a", &[DestinationId::Zsh]).unwrap_err();
    assert!(matches!(
        error,
        MachineError::DestinationMissing { program: "zsh", .. }
    ));
    let places = machine::places(&world.surroundings, common::VARIABLE);
    let ids: Vec<_> = places
        .iter()
        .map(|place| (place.id, place.recommended))
        .collect();
    assert_eq!(
        ids,
        [(DestinationId::Bash, true), (DestinationId::Desktop, false)]
    );
}
