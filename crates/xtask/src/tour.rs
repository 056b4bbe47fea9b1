//! `cargo xtask tour`: the main job, done in the real window on a virtual display, with a picture of every step.
//!
//! It is the end-to-end test of the main job itself, with every assertion, only the pictures go elsewhere: what they show
//! was seen to work.

use crate::node;
use crate::packages::{self, Need};
use crate::parts::{end_to_end, ui};
use crate::project::Project;
use crate::stop::Stop;

pub(crate) fn tour(project: &Project) -> Result<(), Stop> {
    packages::install(Need::Drive, &project.root)?;
    node::install(&project.ui())?;
    ui::build(project)?;
    end_to_end::prepare(project)?;
    end_to_end::script(project, "tour").run()?;

    let folder = project.target.join("tour");
    let entries = std::fs::read_dir(&folder).map_err(|reason| Stop::File {
        path: folder.clone(),
        reason,
    })?;
    let mut pictures: Vec<String> = entries
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".png"))
        .collect();
    pictures.sort();
    println!(
        "\nThe tour is in {}:\n  {}",
        folder.display(),
        pictures.join("\n  ")
    );
    Ok(())
}
