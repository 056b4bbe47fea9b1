//! `cargo xtask test`: the parts that were asked for, in the house's order, until one fails.

use std::time::Instant;

use crate::packages;
use crate::parts;
use crate::project::Project;
use crate::stop::Stop;
use crate::summary::Summary;

pub(crate) fn test(project: &Project, words: &[String]) -> Result<(), Stop> {
    let chosen = parts::choose(words)?;
    let need = chosen
        .iter()
        .map(|part| part.need)
        .max()
        .unwrap_or(packages::Need::Nothing);
    packages::install(need, &project.root)?;

    let names: Vec<&'static str> = chosen.iter().map(|part| part.name).collect();
    let mut summary = Summary::default();
    for part in &chosen {
        println!("\n=== {}: {}", part.name, part.says);
        let start = Instant::now();
        let done = (part.run)(project);
        summary.add(part.name, start.elapsed(), done.is_ok());
        if let Err(cause) = done {
            println!("\n{}", summary.table(&names));
            return Err(Stop::PartFailed {
                part: part.name,
                cause: Box::new(cause),
            });
        }
    }
    println!(
        "\n{}\nxtask: {} of {} parts passed",
        summary.table(&names),
        names.len(),
        names.len()
    );
    Ok(())
}
