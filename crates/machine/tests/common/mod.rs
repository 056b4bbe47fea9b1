//! A computer in a temporary folder: a home, a state folder, real shells, and nothing else.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "each test file uses its own part"
)]

#[cfg(unix)]
pub mod asking;
pub mod kill;
#[cfg(unix)]
#[cfg(target_os = "linux")]
pub mod manager;
#[cfg(unix)]
#[path = "unix.rs"]
pub mod system;
#[cfg(windows)]
#[path = "windows.rs"]
pub mod system;
pub mod tools;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use machine::{
    Change, ChangeState, DestinationId, KeyName, MachineError, Method, Plan, Surroundings, Undone,
    Wish,
};
use secrecy::{ExposeSecret, SecretString};

pub const VARIABLE: &str = "DASHSCOPE_API_KEY";
/// Every place in which it can be set.
pub const ALL: [DestinationId; system::ALL.len()] = system::ALL;

/// The computer.
pub struct World {
    pub root: PathBuf,
    pub surroundings: Surroundings,
    /// Of whoever made it: what goes with it.
    own: Option<(tempfile::TempDir, system::BesideFiles)>,
}

/// A file, folder or link as it is on disk.
#[derive(Clone, PartialEq, Eq)]
pub enum Entry {
    Folder,
    Link(PathBuf),
    File { bytes: Vec<u8>, mode: u32 },
}

impl std::fmt::Debug for Entry {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Folder => write!(to, "a folder"),
            Self::Link(target) => write!(to, "a link to {}", target.display()),
            Self::File { bytes, mode } => {
                write!(to, "{mode:o} {:?}", String::from_utf8_lossy(bytes))
            }
        }
    }
}

impl World {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = system::root_of(folder.path());
        std::fs::create_dir(root.join("home")).unwrap();
        let mut world = Self::at(&root);
        let beside = system::make_beside_files(&world.surroundings);
        world.own = Some((folder, beside));
        world
    }

    /// The computer that another process made.
    pub fn at(root: &Path) -> Self {
        let home = root.join("home");
        let path = std::env::var("PATH").unwrap();
        let environment = [
            ("PATH", path.as_str()),
            ("LANG", "C.UTF-8"),
            ("TERM", "dumb"),
        ];
        let environment = environment
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into();
        let mut surroundings = Surroundings::new(
            home.clone(),
            home.join(".config"),
            root.join("state"),
            environment,
            Some("/bin/bash".into()),
            mask,
        );
        surroundings.shell_time_limit = Duration::from_secs(20);
        system::prepare(root, &mut surroundings);
        Self {
            root: root.to_owned(),
            surroundings,
            own: None,
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.surroundings.home.join(name)
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }

    pub fn read(&self, name: &str) -> String {
        String::from_utf8(std::fs::read(self.path(name)).unwrap()).unwrap()
    }

    pub fn plan(&self, key: &str, places: &[DestinationId]) -> Result<Plan, MachineError> {
        machine::plan(&self.surroundings, &wish(key, places), &value(key))
    }

    /// Plans and applies.
    pub fn set(&self, key: &str, places: &[DestinationId]) -> Result<Change, MachineError> {
        let plan = self.plan(key, places)?;
        machine::apply(&self.surroundings, &plan, &value(key), &())
    }

    /// Takes a change back, every key being known.
    pub fn undo(&self, id: &str) -> Result<Undone, MachineError> {
        machine::undo(
            &self.surroundings,
            id,
            &|name| machine::Earlier::Value(value(&name.api_key_id)),
            &(),
        )
    }

    pub fn states(&self) -> Vec<ChangeState> {
        machine::changes(&self.surroundings)
            .unwrap()
            .iter()
            .map(|change| change.state)
            .collect()
    }

    /// Everything below the home folder is as it was then.
    pub fn assert_as(&self, then: &BTreeMap<PathBuf, Entry>, context: &str) {
        let now = self.snapshot();
        for (path, entry) in &now {
            assert_eq!(
                Some(entry),
                then.get(path),
                "{context}: {} now and then",
                path.display()
            );
        }
        for path in then.keys() {
            assert!(
                now.contains_key(path),
                "{context}: {} is gone",
                path.display()
            );
        }
    }

    /// Everything below the home folder, and what there is beside files.
    pub fn snapshot(&self) -> BTreeMap<PathBuf, Entry> {
        let mut found = system::beside_files(&self.surroundings);
        walk(&self.surroundings.home, &mut |path| {
            let metadata = path.symlink_metadata().unwrap();
            let entry = if metadata.is_symlink() {
                Entry::Link(path.read_link().unwrap())
            } else if metadata.is_dir() {
                Entry::Folder
            } else {
                Entry::File {
                    bytes: std::fs::read(path).unwrap(),
                    mode: system::mode(&metadata),
                }
            };
            found.insert(
                path.strip_prefix(&self.surroundings.home)
                    .unwrap()
                    .to_owned(),
                entry,
            );
        });
        found
    }

    /// Every file of the whole computer in which these bytes are.
    pub fn files_with(&self, text: &str) -> Vec<PathBuf> {
        let mut found = Vec::new();
        walk(&self.root, &mut |path| {
            let bytes = if path.is_file() {
                std::fs::read(path).unwrap()
            } else {
                Vec::new()
            };
            if bytes
                .windows(text.len())
                .any(|window| window == text.as_bytes())
            {
                found.push(path.strip_prefix(&self.root).unwrap().to_owned());
            }
        });
        found.sort();
        found
    }
}

pub fn walk(folder: &Path, visit: &mut dyn FnMut(&Path)) {
    for entry in folder.read_dir().unwrap() {
        let path = entry.unwrap().path();
        visit(&path);
        if path.is_dir() && !path.is_symlink() {
            walk(&path, visit);
        }
    }
}

pub fn wish(key: &str, places: &[DestinationId]) -> Wish {
    Wish {
        variable: VARIABLE.to_owned(),
        key: KeyName {
            region: "this-computer".to_owned(),
            api_key_id: key.to_owned(),
        },
        masked: mask(value(key).expose_secret()), // EXPOSE: a test's own value.
        destinations: Some(places.to_vec()),
        comment_out: Vec::new(),
        method: Method::Value,
        companions: Vec::new(),
    }
}

/// The value of a key. It has in it what a shell could trip over.
pub fn value(key: &str) -> SecretString {
    SecretString::from(format!(
        "sk-ws-{key}-it's \"$HOME\" \\n `x` #0123456789abcdef"
    ))
}

pub fn mask(value: &str) -> String {
    let last: String = value.chars().rev().take(4).collect();
    format!("sk-…{}", last.chars().rev().collect::<String>())
}

/// Whether the shell itself accepts the file.
pub fn accepts(shell: &str, path: &Path) -> bool {
    let arguments: &[&str] = if shell == "zsh" {
        &["-f", "-n"]
    } else {
        &["-n"]
    };
    Command::new(shell)
        .args(arguments)
        .arg(path)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap()
        .success()
}

/// The shell of a place and the start-up file that is changed for it.
pub fn shell_of(place: DestinationId) -> (&'static str, &'static str) {
    match place {
        DestinationId::Bash => ("bash", ".bashrc"),
        DestinationId::Zsh => ("zsh", ".zshrc"),
        DestinationId::Fish => ("fish", ".config/fish/config.fish"),
        DestinationId::Desktop | DestinationId::LaunchAgent | DestinationId::WindowsUser => {
            panic!("no shell")
        }
    }
}
