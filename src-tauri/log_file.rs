//! A log file that does not grow without end: at a size it is renamed to `.1.log`, `.1.log` to `.2.log`, and so on; the
//! oldest goes.

use std::{
    fs::{self, DirBuilder, File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use tracing_subscriber::fmt::MakeWriter;

/// The log of this program in a folder.
#[derive(Debug)]
pub(crate) struct LogFile {
    folder: PathBuf,
    limit: u64,
    kept: u32,
    open: Mutex<Open>,
}

#[derive(Debug)]
struct Open {
    file: File,
    size: u64,
}

impl LogFile {
    /// Appends to the log in `folder`; a file holds up to about `limit` bytes, and `kept` older ones are kept.
    pub(crate) fn open(folder: &Path, limit: u64, kept: u32) -> io::Result<Self> {
        // It may be the first to create the data folder, which is nobody else's business.
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.recursive(true).create(folder)?;
        let open = Open::at(&file_in(folder, 0))?;
        Ok(Self {
            folder: folder.to_owned(),
            limit,
            kept,
            open: Mutex::new(open),
        })
    }

    /// The file that is written now.
    pub(crate) fn path(&self) -> PathBuf {
        file_in(&self.folder, 0)
    }

    fn rotate(&self, open: &mut Open) -> io::Result<()> {
        for number in (0..self.kept).rev() {
            match fs::rename(
                file_in(&self.folder, number),
                file_in(&self.folder, number + 1),
            ) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        *open = Open::at(&self.path())?;
        Ok(())
    }
}

impl Open {
    fn at(path: &Path) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        options.create(true).append(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(path)?;
        let size = file.metadata()?.len();
        Ok(Self { file, size })
    }
}

/// `studio-keys.log`, then `studio-keys.1.log`, …
fn file_in(folder: &Path, number: u32) -> PathBuf {
    match number {
        0 => folder.join("studio-keys.log"),
        older => folder.join(format!("studio-keys.{older}.log")),
    }
}

/// One line on its way to the file. A line is never torn by a rotation.
pub(crate) struct Line<'a> {
    log: &'a LogFile,
    open: MutexGuard<'a, Open>,
}

impl Write for Line<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let more = bytes.len() as u64;
        if self.open.size > 0 && self.open.size + more > self.log.limit {
            self.log.rotate(&mut self.open)?;
        }
        let written = self.open.file.write(bytes)?;
        self.open.size += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.open.file.flush()
    }
}

impl<'a> MakeWriter<'a> for LogFile {
    type Writer = Line<'a>;

    fn make_writer(&'a self) -> Line<'a> {
        Line {
            log: self,
            open: self.open.lock().unwrap_or_else(PoisonError::into_inner),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(log: &LogFile, text: &str) {
        log.make_writer()
            .write_all(text.as_bytes())
            .expect("writes");
    }

    fn read(folder: &Path, number: u32) -> Option<String> {
        fs::read_to_string(file_in(folder, number)).ok()
    }

    #[test]
    fn full_files_move_on_and_the_oldest_goes() {
        let folder = tempfile::tempdir().expect("temp dir");
        let log = LogFile::open(folder.path(), 10, 2).expect("opens");
        for line in ["first 10.\n", "second 10\n", "third 10.\n", "fourth 10\n"] {
            write(&log, line);
        }
        assert_eq!(read(folder.path(), 0).as_deref(), Some("fourth 10\n"));
        assert_eq!(read(folder.path(), 1).as_deref(), Some("third 10.\n"));
        assert_eq!(read(folder.path(), 2).as_deref(), Some("second 10\n"));
        assert_eq!(read(folder.path(), 3), None, "two older files are kept");
    }

    #[test]
    fn a_second_start_appends_and_counts_what_is_there() {
        let folder = tempfile::tempdir().expect("temp dir");
        write(
            &LogFile::open(folder.path(), 10, 1).expect("opens"),
            "12345\n",
        );
        let again = LogFile::open(folder.path(), 10, 1).expect("opens");
        write(&again, "678\n");
        assert_eq!(read(folder.path(), 0).as_deref(), Some("12345\n678\n"));
        write(&again, "9\n");
        assert_eq!(read(folder.path(), 0).as_deref(), Some("9\n"));
    }

    #[test]
    fn a_line_longer_than_the_limit_is_written_whole() {
        let folder = tempfile::tempdir().expect("temp dir");
        let log = LogFile::open(folder.path(), 4, 1).expect("opens");
        write(&log, "much longer\n");
        assert_eq!(read(folder.path(), 0).as_deref(), Some("much longer\n"));
    }

    #[cfg(unix)]
    #[test]
    fn only_the_user_may_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let home = tempfile::tempdir().expect("temp dir");
        let logs = home.path().join("data/logs");
        let log = LogFile::open(&logs, 10, 1).expect("opens");
        let mode = |path: &Path| fs::metadata(path).expect("metadata").permissions().mode() & 0o777;
        assert_eq!(mode(&log.path()), 0o600);
        assert_eq!(
            (mode(&logs), mode(&home.path().join("data"))),
            (0o700, 0o700)
        );
    }
}
