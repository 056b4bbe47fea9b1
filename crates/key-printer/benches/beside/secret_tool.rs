//! The measurement: on Linux alone, where `secret-tool` is.

#[path = "../../tests/session/mod.rs"]
mod session;

use std::process::{Command, Stdio};
use std::time::Instant;

use session::{PRINTER, VALUE, in_session};

const ROUNDS: usize = 200;
/// What a shell may wait at most, and beside the other at most.
const MOST_MILLIS: f64 = 50.0;
const MOST_TIMES: f64 = 1.5;

pub(crate) fn measure() {
    in_session(&[], |session| {
        session.key(7, true);
        let ours: &[&str] = &[PRINTER, "print", "this-computer/7"];
        let theirs: &[&str] = &[
            "secret-tool",
            "lookup",
            "service",
            "studio-keys",
            "username",
            "this-computer/key/7",
        ];
        for command in [ours, theirs] {
            let said = Command::new(command[0])
                .args(&command[1..])
                .output()
                .unwrap();
            assert_eq!(String::from_utf8_lossy(&said.stdout).trim_end(), VALUE);
        }
        let (mut our, mut their) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            our.push(millis(ours));
            their.push(millis(theirs));
        }
        let ([our, our_least, our_most], [their, their_least, their_most]) =
            (figures(our), figures(their));
        println!("studio-keys key print: {our:.1} ms ({our_least:.1}–{our_most:.1})");
        println!("secret-tool lookup:    {their:.1} ms ({their_least:.1}–{their_most:.1})");
        println!("ratio:                 {:.2}×", our / their);
        assert!(our < MOST_MILLIS, "a shell waits too long");
        assert!(our / their <= MOST_TIMES, "slower than the other allows");
    });
}

/// From the start of the process to its end, the key read.
fn millis(command: &[&str]) -> f64 {
    let begun = Instant::now();
    let output = Command::new(command[0])
        .args(&command[1..])
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(output.status.success());
    begun.elapsed().as_secs_f64() * 1000.0
}

/// The median, the least and the most.
fn figures(mut all: Vec<f64>) -> [f64; 3] {
    all.sort_by(f64::total_cmp);
    [all[all.len() / 2], all[0], all[all.len() - 1]]
}
