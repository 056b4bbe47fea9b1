//! What is particular to Windows about files. The same names as in `unix`: there a file has a mode and an owner, here it
//! is read-only or not, and has an access list. What is written here has the list that its folder hands down, which in the user's
//! profile is the user's, the system's and the administrators'. A list that somebody gave the file itself is not kept, nor looked
//! for: that takes unsafe calls, of which there are none here.

use std::fs::{DirBuilder, File, FileType, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use crate::FileKind;

/// How long a path may be for every program: MAX_PATH, with the zero at its end.
const LONGEST: usize = 260;

/// Whether it was read-only when it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Attributes {
    read_only: bool,
    /// How many names the file has.
    pub(crate) names: u64,
}

impl Attributes {
    /// Those of an open file.
    pub(crate) fn of(file: &File, metadata: &Metadata) -> io::Result<Self> {
        Ok(Self {
            read_only: metadata.permissions().readonly(),
            names: winapi_util::file::information(file)?.number_of_links(),
        })
    }

    /// Whether its owner may write it.
    pub(crate) fn owner_may_write(self) -> bool {
        !self.read_only
    }

    /// None: an access list is no bits.
    pub(crate) fn mode(self) -> Option<u32> {
        None
    }

    /// There are no bits to be others.
    pub(crate) fn with_mode(self, _mode: u32) -> Self {
        self
    }

    /// A new file has its rights from its folder already. If the one that it replaces had a list of its own, that is lost.
    pub(crate) fn give_to(self, _file: &File, _original: &Path) -> io::Result<()> {
        Ok(())
    }
}

/// Nothing: who may read a new file is what its folder hands down.
pub(super) fn set_mode(_file: &File, _mode: u32) -> io::Result<()> {
    Ok(())
}

/// Makes a folder with the rights that the one above hands down.
pub(super) fn make_folder(folder: &Path, _mode: u32) -> io::Result<()> {
    DirBuilder::new().create(folder)
}

/// Opens a file.
pub(super) fn open(path: &Path) -> io::Result<File> {
    File::open(path)
}

/// What stands there, if it is neither a file nor a link.
pub(super) fn other_kind(kind: FileType) -> Option<FileKind> {
    if kind.is_file() || kind.is_symlink() {
        None
    } else if kind.is_dir() {
        Some(FileKind::Folder)
    } else {
        Some(FileKind::Device)
    }
}

/// The system tells only when it is written.
pub(super) fn may_write(_path: &Path) -> io::Result<()> {
    Ok(())
}

/// The program at a path, which may leave its ending out. What stands beside it without one is for the shells of others.
pub(crate) fn program(path: &Path) -> Option<PathBuf> {
    let endings = [".exe", ".cmd", ".bat", ""];
    endings
        .map(|ending| {
            let mut whole = path.as_os_str().to_owned();
            whole.push(ending);
            PathBuf::from(whole)
        })
        .into_iter()
        .find(|path| is_program(path))
}

/// Whether it is a file that can be started.
pub(crate) fn is_program(path: &Path) -> bool {
    path.is_file()
}

/// The path without links, in the form that people know and every program takes. The system's own, with `\\?\` before it, is
/// kept where only that one reaches the file.
pub(super) fn canonical(path: &Path) -> io::Result<PathBuf> {
    let whole = path.canonicalize()?;
    Ok(known_form(&whole).unwrap_or(whole))
}

/// The path without the prefix, if it is one of a drive and short enough.
fn known_form(path: &Path) -> Option<PathBuf> {
    let rest = path.to_str()?.strip_prefix(r"\\?\")?;
    let is_known = rest.as_bytes().get(1) == Some(&b':') && rest.len() < LONGEST;
    is_known.then(|| PathBuf::from(rest))
}

/// ERROR_CANT_RESOLVE_FILENAME.
pub(super) fn is_link_loop(error: &io::Error) -> bool {
    error.raw_os_error() == Some(1921)
}

/// A folder cannot be flushed here; the file system journals its entries.
pub(super) fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_found_by_its_name_and_the_one_for_windows_comes_first() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        assert_eq!(program(&at("code")), None);
        std::fs::write(at("code"), "#!/bin/sh").unwrap();
        assert_eq!(program(&at("code")), Some(at("code")));
        std::fs::write(at("code.cmd"), "").unwrap();
        assert_eq!(program(&at("code")), Some(at("code.cmd")));
        assert_eq!(program(&at("code.cmd")), Some(at("code.cmd")));
        std::fs::create_dir(at("code.exe")).unwrap();
        assert_eq!(program(&at("code")), Some(at("code.cmd")));
    }

    #[test]
    fn a_path_has_no_prefix_unless_it_is_needed() {
        let folder = tempfile::tempdir().unwrap();
        let shown = canonical(folder.path()).unwrap();
        assert!(!shown.to_str().unwrap().starts_with(r"\\?\"), "{shown:?}");
        let form = |path: &str| known_form(Path::new(path));
        assert_eq!(form(r"\\?\C:\Users\a"), Some(r"C:\Users\a".into()));
        let deep = format!(r"\\?\C:\{}", "d".repeat(LONGEST));
        for kept in [r"\\?\UNC\server\share", r"C:\Users\a", deep.as_str()] {
            assert_eq!(form(kept), None, "{kept}");
        }
    }

    #[test]
    fn names_of_one_file_are_counted() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("one");
        std::fs::write(&path, "").unwrap();
        let names = || {
            let file = open(&path).unwrap();
            Attributes::of(&file, &file.metadata().unwrap())
                .unwrap()
                .names
        };
        assert_eq!(names(), 1);
        std::fs::hard_link(&path, folder.path().join("two")).unwrap();
        assert_eq!(names(), 2);
    }
}
