//! Tools that are set up in their own window. All that is to know of them here is whether they are on this computer.

use std::path::{Path, PathBuf};

use crate::{Surroundings, file};

/// A tool that is set up in its own window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GuidedTool {
    /// Chatbox.
    Chatbox,
    /// Cherry Studio.
    CherryStudio,
    /// Cursor.
    Cursor,
    /// Cline in Visual Studio Code or an editor made of it.
    ClineExtension,
}

/// Where a tool is; none if it was not found.
#[must_use]
pub fn find_guided(surroundings: &Surroundings, tool: GuidedTool) -> Option<PathBuf> {
    let (names, application): (&[&str], &str) = match tool {
        GuidedTool::Chatbox => (&["chatbox", "xyz.chatboxapp.app"], "Chatbox"),
        GuidedTool::CherryStudio => (&["cherry-studio", "cherrystudio"], "Cherry Studio"),
        GuidedTool::Cursor => (&["cursor"], "Cursor"),
        GuidedTool::ClineExtension => return extension(surroundings, "saoudrizwan.claude-dev-"),
    };
    let in_path = names.iter().find_map(|name| surroundings.program(name));
    in_path.or_else(|| installed(surroundings, application))
}

/// Where installers put an application with a window.
fn installed(surroundings: &Surroundings, application: &str) -> Option<PathBuf> {
    let mut places = Vec::new();
    if cfg!(target_os = "macos") {
        let bundle = format!("Applications/{application}.app");
        places = vec![
            Path::new("/").join(&bundle),
            surroundings.home.join(&bundle),
        ];
    }
    if let Some(local) = surroundings.environment.get("LOCALAPPDATA") {
        let folder = Path::new(local).join("Programs").join(application);
        places.push(folder.join(format!("{application}.exe")));
    }
    places
        .into_iter()
        .find(|path| path.is_dir() || file::is_program(path))
}

/// The folder of an editor's extension.
fn extension(surroundings: &Surroundings, begins: &str) -> Option<PathBuf> {
    [".vscode", ".vscode-server", ".cursor", ".windsurf"]
        .into_iter()
        .filter_map(|editor| {
            surroundings
                .home
                .join(editor)
                .join("extensions")
                .read_dir()
                .ok()
        })
        .flat_map(|entries| entries.flatten())
        .find(|entry| entry.file_name().to_string_lossy().starts_with(begins))
        .map(|entry| entry.path())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn an_extension_is_found_in_whichever_editor_has_it() {
        let home = tempfile::tempdir().unwrap();
        let home = home.path().to_owned();
        let surroundings = Surroundings::new(
            home.clone(),
            home.join(".config"),
            home.join("state"),
            BTreeMap::new(),
            None,
            str::to_owned,
        );
        let find = || find_guided(&surroundings, GuidedTool::ClineExtension);
        assert_eq!(find(), None);
        std::fs::create_dir_all(home.join(".vscode/extensions/other-1")).unwrap();
        let folder = home.join(".cursor/extensions/saoudrizwan.claude-dev-3.40.0");
        std::fs::create_dir_all(&folder).unwrap();
        assert_eq!(find(), Some(folder));
        assert_eq!(find_guided(&surroundings, GuidedTool::Cursor), None);
    }
}
