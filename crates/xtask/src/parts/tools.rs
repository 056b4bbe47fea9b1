//! Real tools, as their makers publish them, set up in the real window.

use crate::node;
use crate::project::Project;
use crate::stop::Stop;

use super::end_to_end;

pub(crate) fn run(project: &Project) -> Result<(), Stop> {
    end_to_end::prepare(project)?;
    let folder = project.root.join("tests/tools");
    node::install(&folder)?;
    end_to_end::script_in(project, &folder, "test").run()
}
