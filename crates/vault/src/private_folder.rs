//! A folder that only its owner can enter, and names in it that survive a power cut. What is in the folder is not its
//! business.

use std::fs;
use std::io;
use std::path::Path;

/// Creates `folder` and what is missing above it, for the owner alone. An existing folder is left as it is: it may be
/// someone else's choice.
pub(crate) fn create(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(folder)
}

/// The folder that holds `file`.
pub(crate) fn of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Makes a rename in `folder` durable. Windows does this by itself and cannot open a folder as a file.
pub(crate) fn sync(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    fs::File::open(folder)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}
