//! What npm checks and builds in `ui/`.

use crate::node;
use crate::project::Project;
use crate::stop::Stop;

pub(crate) fn install(project: &Project) -> Result<(), Stop> {
    node::install(&project.ui())
}

pub(crate) fn types(project: &Project) -> Result<(), Stop> {
    script(project, "check")
}

pub(crate) fn lint(project: &Project) -> Result<(), Stop> {
    script(project, "lint")
}

pub(crate) fn test(project: &Project) -> Result<(), Stop> {
    script(project, "test")
}

pub(crate) fn build(project: &Project) -> Result<(), Stop> {
    script(project, "build")?;
    let page = project.ui().join("dist/index.html");
    if page.is_file() {
        return Ok(());
    }
    Err(Stop::FileMissing {
        path: page,
        made_by: "npm run build",
    })
}

fn script(project: &Project, name: &str) -> Result<(), Stop> {
    node::npm(&project.ui()).words(["run", name]).run()
}
