//! What counts for every user of this computer. Read at login, so it is inherited by whatever sets nothing itself.

use std::path::PathBuf;

use super::{Reading, registry};
use crate::doctor::Scope;
use crate::foreign::Grammar;

/// Adds the files of the whole computer, first read first.
pub(in crate::doctor) fn machine_wide(reading: &mut Reading<'_>) {
    let key = reading.surroundings.registry.machine.clone();
    registry::add(reading, Scope::Machine, &key);
    let settings = reading.surroundings.system.settings.clone();
    let mut files: Vec<(PathBuf, Grammar)> = Vec::new();
    let sorted = |folder: &str, extension: &str| {
        let entries = settings.join(folder).read_dir().into_iter().flatten();
        let mut found: Vec<PathBuf> = entries
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|found| found == extension))
            .collect();
        found.sort();
        found
    };
    files.push((settings.join("environment"), Grammar::EnvironmentD));
    let all = sorted("environment.d", "conf");
    files.extend(all.into_iter().map(|path| (path, Grammar::EnvironmentD)));
    files.push((settings.join("profile"), Grammar::Sh));
    let all = sorted("profile.d", "sh");
    files.extend(all.into_iter().map(|path| (path, Grammar::Sh)));
    for name in [
        "bash.bashrc",
        "bashrc",
        "zshenv",
        "zprofile",
        "zshrc",
        "zsh/zshenv",
        "zsh/zprofile",
        "zsh/zshrc",
    ] {
        files.push((settings.join(name), Grammar::Sh));
    }
    let all = sorted("fish/conf.d", "fish");
    files.extend(all.into_iter().map(|path| (path, Grammar::Fish)));
    files.push((settings.join("fish/config.fish"), Grammar::Fish));
    for (path, grammar) in files {
        reading.add_file(Scope::Machine, &path, grammar);
    }
}
