//! `cargo xtask VERB`: everything that is done to this project from outside — started, tested, measured — with its set-up.
//!
//! It is a program for the command line and for continuous integration, not a part of Studio Keys. It depends on next to
//! nothing, so that it is compiled in seconds on a machine where nothing has been built yet.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program for the command line speaks on it"
)]

mod bench;
mod bundle;
mod node;
mod packages;
mod parts;
mod program;
mod project;
mod run;
mod stop;
mod summary;
mod test;
mod toolchain;
mod tour;

use std::process::ExitCode;

use project::Project;
use stop::Stop;

const USAGE: &str = "\
cargo xtask run            install what is missing, build the pages, start the program
cargo xtask test [PART…]   install what is missing, then test everything, or only these parts
cargo xtask tour           do the main job in a window on a virtual display; one picture a step in target/tour/
cargo xtask wire           write ui/src/wire.ts from the Rust types
cargo xtask bundle [WORD…] make the packages of this system; the words go to `cargo tauri build`
cargo xtask bench          measure a release build beside an empty window; writes BENCHMARKS.md";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (verb, rest) = match words.split_first() {
        Some((verb, rest)) => (verb.as_str(), rest),
        None => ("help", &[][..]),
    };
    let project = Project::find();
    let done = match verb {
        "run" => run::run(&project),
        "test" => test::test(&project, rest),
        "tour" => tour::tour(&project),
        "wire" => parts::rust::write_wire(&project),
        "bench" => bench::bench(&project),
        "bundle" => bundle::bundle(&project, rest),
        "help" | "--help" | "-h" => {
            println!(
                "{USAGE}\n\nparts of the test, in their order: {}",
                parts::names()
            );
            Ok(())
        }
        _ => Err(Stop::UnknownVerb {
            verb: verb.to_owned(),
        }),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            eprintln!("\nxtask: {stop}");
            ExitCode::FAILURE
        }
    }
}
