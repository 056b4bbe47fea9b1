//! A secret cannot cross to the window by mistake: a command can take a `SecretString` and cannot answer one, and a view
//! with one in it does not compile.
//!
//! Each program in `tests/compile_fail` is compiled twice: with text as its `Answer`, which must work, so that the second
//! time, with a secret, fails for that reason alone. The compiler's words are not compared: they change with its version.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test says so by failing"
)]

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    time::SystemTime,
};

/// The libraries that this test was linked with lie beside it.
fn libraries() -> PathBuf {
    let here = env::current_exe().expect("this program");
    here.parent().expect("in a folder").to_owned()
}

/// The library of this name that was built last.
fn library(name: &str) -> PathBuf {
    let prefix = format!("lib{name}-");
    let built = |path: &Path| {
        path.metadata()
            .and_then(|data| data.modified())
            .unwrap_or(SystemTime::UNIX_EPOCH)
    };
    let entries = fs::read_dir(libraries()).expect("a folder of libraries");
    let named = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            let file = path.file_name().unwrap_or_default().to_string_lossy();
            file.starts_with(&prefix) && file.ends_with(".rlib")
        });
    named
        .max_by_key(|path| built(path))
        .unwrap_or_else(|| panic!("{name} was not built"))
}

/// Compiles a program with this type as its `Answer`, up to but without machine code.
fn compile(program: &str, answer: &str) -> Output {
    let folder = tempfile::tempdir().expect("temp dir");
    let written = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/compile_fail")
        .join(program);
    let text = fs::read_to_string(written).expect("a program");
    let source = folder.path().join("program.rs");
    fs::write(&source, format!("{text}\ntype Answer = {answer};\n")).expect("writes");

    let mut compiler = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    compiler
        .args(["--edition=2024", "--crate-type=bin", "--emit=metadata"])
        .arg("--out-dir")
        .arg(folder.path());
    compiler
        .arg("-L")
        .arg(format!("dependency={}", libraries().display()));
    for name in ["secrecy", "serde", "tauri"] {
        compiler
            .arg("--extern")
            .arg(format!("{name}={}", library(name).display()));
    }
    compiler.arg(source).output().expect("the compiler runs")
}

fn fails_with_a_secret_alone(program: &str) {
    let with_text = compile(program, "String");
    assert!(
        with_text.status.success(),
        "{program} with text:\n{}",
        String::from_utf8_lossy(&with_text.stderr)
    );
    let with_secret = compile(program, "secrecy::SecretString");
    let said = String::from_utf8_lossy(&with_secret.stderr);
    assert!(
        !with_secret.status.success(),
        "{program} compiles with a secret"
    );
    assert!(said.contains("error"), "{program}:\n{said}");
}

#[test]
fn a_command_cannot_answer_a_secret() {
    fails_with_a_secret_alone("command_answers.rs");
}

#[test]
fn a_view_cannot_hold_a_secret() {
    fails_with_a_secret_alone("view_holds.rs");
}
