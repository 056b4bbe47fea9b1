//! Writing a key to a file because the user asked: plain text, readable by the user alone.

use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use secrecy::{ExposeSecret, SecretString};

use crate::copy_key::in_use;
use crate::failure::Failure;
use crate::list_keys;
use crate::wire::{DownloadedView, KeyRef, KeyView};
use crate::world::{World, blocking};

/// Writes `studio-keys-<id>.csv` to the downloads folder; never over a file that is there.
///
/// # Errors
/// [`Failure::SecretMissing`], what the keyring says, [`Failure::DiskFull`] or [`Failure::FileNotWritten`].
pub async fn download_key(world: &Arc<World>, key: &KeyRef) -> Result<DownloadedView, Failure> {
    let host = in_use(world, key).await?;
    let value = world.value(key).await?;
    let row = list_keys::one(world, key).await?;
    let folder = world.downloads.clone();
    let path = blocking(move || write(&folder, &row, &host, &value)).await??;
    Ok(DownloadedView {
        path: path.display().to_string(),
    })
}

fn write(
    folder: &Path,
    row: &KeyView,
    host: &str,
    value: &SecretString,
) -> Result<PathBuf, Failure> {
    std::fs::create_dir_all(folder).map_err(|error| failure(folder, &error))?;
    let (path, mut file) = create(folder, &row.key.api_key_id)?;
    // EXPOSE: the file is what the user asked for; the window says that it is plain text.
    let fields = [
        &row.description,
        &row.key.region,
        &row.workspace_id,
        host,
        value.expose_secret(),
    ]
    .map(field);
    let text = SecretString::from(format!(
        "description,region,workspace,base_url,api_key\r\n{}\r\n",
        fields.join(",")
    ));
    // EXPOSE: as above.
    let written = file
        .write_all(text.expose_secret().as_bytes())
        .and_then(|()| file.sync_all());
    written.map_err(|error| {
        let _half_a_file = std::fs::remove_file(&path);
        failure(&path, &error)
    })?;
    Ok(path)
}

/// A new file that only the user can read, with a number in its name if the name is taken.
fn create(folder: &Path, id: &str) -> Result<(PathBuf, File), Failure> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    for number in 1_u32.. {
        let name = if number == 1 {
            format!("studio-keys-{id}.csv")
        } else {
            format!("studio-keys-{id}-{number}.csv")
        };
        let path = folder.join(name);
        match options.open(&path) {
            Ok(file) => return Ok((path, file)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(failure(&path, &error)),
        }
    }
    Err(Failure::FileNotWritten {
        path: folder.display().to_string(),
        reason: String::new(),
    })
}

/// Quoted (RFC 4180), and never the start of a formula in a spreadsheet.
fn field(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        "'"
    } else {
        ""
    };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

fn failure(path: &Path, error: &io::Error) -> Failure {
    let path = path.display().to_string();
    match error.kind() {
        ErrorKind::StorageFull => Failure::DiskFull { path },
        _ => Failure::FileNotWritten {
            path,
            reason: error.to_string(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::field;

    #[test]
    fn a_field_is_quoted_and_no_formula() {
        assert_eq!(field("a \"b\", c"), "\"a \"\"b\"\", c\"");
        assert_eq!(field("=1+1"), "\"'=1+1\"");
        assert_eq!(field("钥匙"), "\"钥匙\"");
    }
}
