//! The folders of this user, asked of the system once and handed down; nothing below reads the environment.

use std::path::PathBuf;

use vault::{CATALOG_FILE, OWN_FOLDER, PASSPHRASE_FILE};

/// Where things are on this computer.
#[derive(Debug, Clone)]
pub struct Folders {
    /// The user's home.
    pub home: PathBuf,
    /// Where programs keep their settings: `~/.config` on Linux.
    pub config_home: PathBuf,
    /// Our own: what is known about keys (no secrets), the journal of changes, backups and logs.
    pub data: PathBuf,
    /// Where a key is saved when the user asks for a file.
    pub downloads: PathBuf,
}

/// The system did not say where something is.
#[derive(Debug, thiserror::Error)]
pub enum FoldersError {
    /// There is no home folder.
    #[error("this computer does not say where your home folder is")]
    NoHome,
}

impl Folders {
    /// As the system has them: on Linux `HOME` and the `XDG_…_HOME` variables.
    pub fn of_this_user() -> Result<Self, FoldersError> {
        let home = dirs::home_dir().ok_or(FoldersError::NoHome)?;
        Ok(Self {
            config_home: dirs::config_dir().unwrap_or_else(|| home.join(".config")),
            data: dirs::data_local_dir()
                .unwrap_or_else(|| home.join(".local/share"))
                .join(OWN_FOLDER),
            downloads: dirs::download_dir().unwrap_or_else(|| home.join("Downloads")),
            home,
        })
    }

    /// What is known about keys.
    pub fn catalog(&self) -> PathBuf {
        self.data.join(CATALOG_FILE)
    }

    /// The state of This computer.
    pub fn local_studio(&self) -> PathBuf {
        self.data.join("this-computer")
    }

    /// The encrypted file, if the user chose it over a keyring.
    pub fn secrets_file(&self) -> PathBuf {
        self.data.join(PASSPHRASE_FILE)
    }

    /// The log.
    pub fn logs(&self) -> PathBuf {
        self.data.join("logs")
    }

    /// The graphics profile with which the window was last seen painted.
    pub fn graphics(&self) -> PathBuf {
        self.data.join("graphics.json")
    }
}
