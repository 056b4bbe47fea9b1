//! Start-up files as people have them: after set and undo the bytes are as before; after set the shell accepts the file.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod common;

use std::os::unix::fs::{PermissionsExt, symlink};

use common::{VARIABLE, World, accepts, shell_of, value, wish};
use machine::{DestinationId, MachineError, WriteAction};
use proptest::prelude::*;

/// A start-up file to be.
#[derive(Debug, Clone)]
struct Generated {
    pieces: Vec<&'static [u8]>,
    crlf: bool,
    final_newline: bool,
    link: bool,
    mode: u32,
    comment_out: bool,
}

const SH: [&[u8]; 20] = [
    b"# a comment with \xff\xfe bytes that are no UTF-8",
    b"export EDITOR=vi",
    b"export DASHSCOPE_API_KEY=sk-somebody-elses-0123456789",
    b"  DASHSCOPE_API_KEY='sk-quoted-0123456789' # note",
    b"if true; then\n  export DASHSCOPE_API_KEY=sk-in-an-if-0123456789\nfi",
    b"if [ -n \"$SSH_TTY\" ]; then\n  export A=1\n  export DASHSCOPE_API_KEY=sk-one-of-two-0123456789\nfi",
    b"f() {\n  export DASHSCOPE_API_KEY=sk-in-a-function-0123456789\n}",
    b"for x in 1 2; do DASHSCOPE_API_KEY=$x; done",
    b"cat >/dev/null <<EOF\nexport DASHSCOPE_API_KEY=sk-in-a-document\nfi done )\nEOF",
    b"cat >/dev/null <<-'END'\n\t# >>> something >>>\n\tEND",
    b"alias k='echo \"DASHSCOPE_API_KEY=x\"'",
    b"export LONG=one\\\ntwo",
    b"text='first line\nDASHSCOPE_API_KEY=second\n'",
    b"case $- in\n  *i*) ;;\n  *) : ;;\nesac",
    b"",
    b"\t",
    b"PS1=\"\\$ \" # \xe5\xaf\x86\xe9\x92\xa5",
    b"[ -f ~/.nothing ] && . ~/.nothing",
    b"# studio-keys: export DASHSCOPE_API_KEY=commented-by-hand",
    b"true ; export DASHSCOPE_API_KEY=sk-shares-its-line-0123456789",
];

const FISH: [&[u8]; 14] = [
    b"# a comment with \xff\xfe bytes that are no UTF-8",
    b"set -gx EDITOR vi",
    b"set -gx DASHSCOPE_API_KEY sk-somebody-elses-0123456789",
    b"if true\n  set -gx DASHSCOPE_API_KEY sk-in-an-if-0123456789\nend",
    b"function f\n  set -gx DASHSCOPE_API_KEY 'sk-it\\'s-0123456789'\nend",
    b"for x in 1 2; set -gx DASHSCOPE_API_KEY $x; end",
    b"set text 'first line\nset -gx DASHSCOPE_API_KEY second\n'",
    b"switch a\n  case a\n    true\nend",
    b"alias k 'echo x'",
    b"set -gx LONG one\\\ntwo",
    b"",
    b"\t",
    b"test -f ~/.nothing; and source ~/.nothing",
    b"# \xe5\xaf\x86\xe9\x92\xa5",
];

/// Ends that leave something open: they must be refused, not completed.
const OPEN: [&[u8]; 4] = [
    b"alias a=b \\",
    b"export A='open",
    b"cat <<EOF\nnever ends",
    b"if true; then",
];

fn generated(pieces: &'static [&'static [u8]]) -> impl Strategy<Value = Generated> {
    let mode = prop_oneof![4 => Just(0o644), 1 => Just(0o600), 1 => Just(0o755), 1 => Just(0o444)];
    let open = prop_oneof![6 => Just(None), 1 => prop::sample::select(&OPEN[..]).prop_map(Some)];
    let body = prop::collection::vec(prop::sample::select(pieces), 0..10);
    (
        body,
        open,
        prop::bool::weighted(0.2),
        any::<bool>(),
        any::<bool>(),
        mode,
        any::<bool>(),
    )
        .prop_map(
            |(mut pieces, open, crlf, final_newline, link, mode, comment_out)| {
                pieces.extend(open);
                Generated {
                    pieces,
                    crlf,
                    final_newline,
                    link,
                    mode,
                    comment_out,
                }
            },
        )
}

impl Generated {
    fn bytes(&self) -> Vec<u8> {
        let mut bytes = self.pieces.join(&b'\n');
        if self.final_newline {
            bytes.push(b'\n');
        }
        if self.crlf {
            bytes = bytes
                .split(|byte| *byte == b'\n')
                .collect::<Vec<_>>()
                .join(&b"\r\n"[..]);
        }
        bytes
    }

    fn ends_open(&self) -> bool {
        self.pieces.last().is_some_and(|last| OPEN.contains(last))
    }
}

/// The property. A refusal must have its reason, and leaves everything as it is.
fn set_and_undo(place: DestinationId, generated: &Generated) -> Result<(), TestCaseError> {
    let world = World::new();
    let (shell, name) = shell_of(place);
    let file = if generated.link {
        let file = world.write("dotfiles/real", generated.bytes());
        world.write(name, "");
        std::fs::remove_file(world.path(name)).unwrap();
        symlink(&file, world.path(name)).unwrap();
        file
    } else {
        world.write(name, generated.bytes())
    };
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(generated.mode)).unwrap();
    let before = world.snapshot();
    let was_accepted = accepts(shell, &file);

    let mut wish = wish("a", &[place]);
    let mut planned = machine::plan(&world.surroundings, &wish, &value("a"));
    if let (Ok(plan), true) = (&planned, generated.comment_out) {
        let can = plan.foreign.iter().filter(|line| line.can_comment_out);
        wish.comment_out = can.map(|line| line.id.clone()).collect();
        planned = machine::plan(&world.surroundings, &wish, &value("a"));
    }
    let plan = match planned {
        Ok(plan) => plan,
        Err(error) => {
            prop_assert_eq!(world.snapshot(), before);
            match error {
                MachineError::ReadOnly { .. } => prop_assert_eq!(generated.mode, 0o444),
                MachineError::FileHasSyntaxError { .. } => prop_assert!(!was_accepted),
                MachineError::FileEndsOpen { .. } => {
                    prop_assert!(generated.ends_open() || generated.crlf)
                }
                MachineError::ChangeBreaksFile { .. } => prop_assert!(!wish.comment_out.is_empty()),
                other => prop_assert!(false, "{other}"),
            }
            return Ok(());
        }
    };
    prop_assert!(was_accepted && generated.mode != 0o444);
    // With carriage returns it is another matter what ends where: `\` before one continues nothing.
    prop_assert!(!generated.ends_open() || generated.crlf);
    prop_assert_eq!(world.snapshot(), before.clone());
    let change = machine::apply(&world.surroundings, &plan, &value("a"), &()).unwrap();
    prop_assert!(accepts(shell, &file), "after set");
    let set = std::fs::read(&file).unwrap();
    if wish.comment_out.is_empty() {
        prop_assert!(
            set.starts_with(&generated.bytes()),
            "nothing outside the block changed"
        );
    }
    prop_assert_eq!(
        file.metadata().unwrap().permissions().mode() & 0o7777,
        generated.mode
    );
    prop_assert_eq!(world.path(name).is_symlink(), generated.link);
    let undone = world.undo(&change.id).unwrap();
    prop_assert_eq!(undone.left_alone, Vec::<std::path::PathBuf>::new());
    prop_assert_eq!(world.snapshot(), before);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bash(generated in generated(&SH)) {
        set_and_undo(DestinationId::Bash, &generated)?;
    }

    #[test]
    fn zsh(generated in generated(&SH)) {
        set_and_undo(DestinationId::Zsh, &generated)?;
    }

    #[test]
    fn fish(generated in generated(&FISH)) {
        set_and_undo(DestinationId::Fish, &generated)?;
    }
}

#[test]
fn a_file_of_one_megabyte() {
    for place in [DestinationId::Bash, DestinationId::Zsh, DestinationId::Fish] {
        let world = World::new();
        let (shell, name) = shell_of(place);
        let line = b"echo \xff '0123456789 0123456789 0123456789 0123456789' # \r\n";
        let mut bytes = line.repeat(1024 * 1024 / line.len() + 1);
        bytes.extend_from_slice(b"# no end");
        let file = world.write(name, &bytes);
        let before = world.snapshot();
        let change = world.set("a", &[place]).unwrap();
        assert!(accepts(shell, &file));
        assert!(std::fs::read(&file).unwrap().starts_with(&bytes));
        world.undo(&change.id).unwrap();
        assert!(world.snapshot() == before, "{shell}");
    }
}

#[test]
fn a_value_in_bash_with_extended_patterns() {
    let world = World::new();
    world.write(
        ".bashrc",
        "shopt -s extglob\ncase x in\n  !(a|b)) : ;;\nesac\nls !(*.o) >/dev/null\n",
    );
    let change = world.set("a", &[DestinationId::Bash]).unwrap();
    let found = machine::verify(&world.surroundings, &change.id, &value("a")).unwrap();
    assert_eq!(found[0].status, machine::VerificationStatus::Seen);
}

#[test]
fn what_the_user_wrote_after_and_into_the_block_stays() {
    let world = World::new();
    world.write(".bashrc", "alias a=b");
    let change = world.set("a", &[DestinationId::Bash]).unwrap();
    let text = world.read(".bashrc");
    let text = text.replace(
        "# <<< studio-keys <<<",
        "export MINE=1\n# <<< studio-keys <<<",
    ) + "alias later=x\n";
    world.write(".bashrc", &text);
    // Another plan finds its line in the block and leaves the rest as it is.
    let plan = world.plan("b", &[DestinationId::Bash]).unwrap();
    assert_eq!(plan.writes[1].action, WriteAction::Keep);
    let undone = world.undo(&change.id).unwrap();
    assert_eq!(undone.left_alone, [world.path(".bashrc")]);
    assert_eq!(
        world.read(".bashrc"),
        "alias a=b\nexport MINE=1\nalias later=x\n"
    );
}

#[test]
fn a_block_that_lost_its_line_gets_it_back_and_the_diff_says_so() {
    let world = World::new();
    world.write(".bashrc", "alias a=b\n");
    world.set("a", &[DestinationId::Bash]).unwrap();
    let text = world.read(".bashrc");
    let edited: String = text
        .lines()
        .map(|line| {
            if line.starts_with("if ") {
                "export MINE=1\n".into()
            } else {
                format!("{line}\n")
            }
        })
        .collect();
    world.write(".bashrc", &edited);
    let plan = world.plan("b", &[DestinationId::Bash]).unwrap();
    let block = &plan.writes[1];
    assert_eq!(block.action, WriteAction::AddBlock);
    assert!(block.lines.iter().any(|line| {
        line.text.starts_with(
            "if [ -z \"${STUDIO_KEYS_ONLY-}\" ] && [ -r \"$HOME/.config/studio-keys/env.sh\" ]",
        )
    }));
    machine::apply(&world.surroundings, &plan, &value("b"), &()).unwrap();
    assert_eq!(world.read(".bashrc"), format!("{text}export MINE=1\n"));
}

#[test]
fn our_own_file_keeps_what_somebody_wrote_into_it() {
    let world = World::new();
    world.write(".bashrc", "alias a=b\n");
    let change = world.set("a", &[DestinationId::Bash]).unwrap();
    let values = world.read(".config/studio-keys/env.sh") + "export MINE=1\n";
    world.write(".config/studio-keys/env.sh", &values);
    let undone = world.undo(&change.id).unwrap();
    assert_eq!(
        undone.left_alone,
        [world.path(".bashrc")],
        "the block still reads the user's line"
    );
    assert!(
        world
            .read(".config/studio-keys/env.sh")
            .ends_with("changes only its own lines.\nexport MINE=1\n")
    );
    assert!(world.read(".bashrc").contains("env.sh"));
}

#[test]
fn a_value_that_somebody_typed_over_ours_is_theirs() {
    let world = World::new();
    world.write(".bashrc", "alias a=b\n");
    let first = world.set("a", &[DestinationId::Bash]).unwrap();
    let file = ".config/studio-keys/env.sh";
    let typed = format!("export {VARIABLE}='typed by hand'\n");
    world.write(file, &typed);
    let undone = world.undo(&first.id).unwrap();
    assert_eq!(undone.left_alone, [world.path(".bashrc"), world.path(file)]);
    assert_eq!(world.read(file), typed);
    // Ours comes after it, and goes from there again.
    let second = world.set("b", &[DestinationId::Bash]).unwrap();
    assert!(world.read(file).starts_with(&typed));
    assert!(
        second
            .files
            .iter()
            .all(|one| !one.path.ends_with("env.sh") || one.backup.is_none())
    );
    world.undo(&second.id).unwrap();
    assert_eq!(world.read(file), typed);
}
