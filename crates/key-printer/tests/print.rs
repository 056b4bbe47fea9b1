//! The program against a real Secret Service: what it prints, and why not.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on has failed"
)]

mod session;

use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use session::{PLACE, PRINTER, VALUE, ask, in_session, is_in_a_file};

/// It printed nothing, and said why in one sentence.
fn assert_refused(output: &Output, code: i32, says: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{said}");
    assert!(output.stdout.is_empty());
    assert!(said.contains(says) && said.lines().count() == 1, "{said}");
    assert!(!said.contains(VALUE));
}

#[test]
fn a_key_that_is_allowed_is_printed_and_nothing_else() {
    in_session(
        &[
            "--exact",
            "a_key_that_is_allowed_is_printed_and_nothing_else",
        ],
        |session| {
            session.key(7, true);
            let printed = session.print("this-computer/7");
            assert_eq!(printed.status.code(), Some(0));
            assert_eq!(printed.stdout, format!("{VALUE}\n").as_bytes());
            assert!(printed.stderr.is_empty());
            assert!(!is_in_a_file(&session.data(), VALUE));
        },
    );
}

#[test]
fn each_refusal_has_its_code_and_its_sentence() {
    in_session(
        &["--exact", "each_refusal_has_its_code_and_its_sentence"],
        |session| {
            let key = "this-computer/7";
            assert_refused(&session.print(key), 3, "there is no key this-computer/7");
            session.key(7, false);
            assert_refused(&session.print(key), 4, "may not be printed");
            session.key(7, true);
            session
                .catalog()
                .note_disabled(PLACE, &[(7, true)])
                .unwrap();
            assert_refused(&session.print(key), 5, "is disabled");
            session
                .catalog()
                .note_disabled(PLACE, &[(7, false)])
                .unwrap();
            assert_eq!(session.print(key).status.code(), Some(0));

            let file = session.data().join(vault::PASSPHRASE_FILE);
            std::fs::write(&file, "age-encryption.org/v1").unwrap();
            assert_refused(&session.print(key), 9, "under a passphrase");
            std::fs::remove_file(file).unwrap();

            let without = Command::new(PRINTER)
                .args(["print", key])
                .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
                .output()
                .unwrap();
            assert_refused(&without, 7, "no keyring");

            session.lock();
            let begun = Instant::now();
            assert_refused(&session.print(key), 6, "locked");
            assert!(
                begun.elapsed() < Duration::from_secs(2),
                "it asked for a prompt"
            );
        },
    );
}

#[test]
fn what_the_keyring_lost_or_a_newer_program_wrote_is_said() {
    in_session(
        &[
            "--exact",
            "what_the_keyring_lost_or_a_newer_program_wrote_is_said",
        ],
        |session| {
            session.key(7, true);
            use vault::SecretStore;
            let keyring = vault::Keyring::new(vault::Keyring::SERVICE);
            keyring.delete(&vault::ItemName::key(PLACE, "7")).unwrap();
            let key = "this-computer/7";
            assert_refused(&session.print(key), 8, "does not hold");

            let path = session.data().join(vault::CATALOG_FILE);
            let bytes = std::fs::read(&path).unwrap();
            // The schema's version is a number of four bytes in the head of the file.
            let mut newer = bytes.clone();
            newer[60..64].copy_from_slice(&99_u32.to_be_bytes());
            std::fs::write(&path, newer).unwrap();
            assert_refused(&session.print(key), 10, "newer version");
            std::fs::write(
                &path,
                "no database at all, but long enough to be read as the head of one",
            )
            .unwrap();
            assert_refused(&session.print(key), 11, "catalog.sqlite");
        },
    );
}

#[test]
fn it_must_be_told_which_key() {
    for arguments in [&[][..], &["print"], &["print", "7"], &["--help"]] {
        assert_refused(&ask(arguments), 2, "say which key");
    }
}

#[test]
fn a_reader_that_left_is_no_reason_to_panic() {
    in_session(
        &["--exact", "a_reader_that_left_is_no_reason_to_panic"],
        |session| {
            session.key(7, true);
            let mut child = Command::new(PRINTER)
                .args(["print", "this-computer/7"])
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap();
            drop(child.stdout.take());
            let output = child.wait_with_output().unwrap();
            assert_refused(&output, 14, "nothing reads");
        },
    );
}
