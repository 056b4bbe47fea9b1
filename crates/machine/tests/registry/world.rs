//! A computer with registry keys of its own below `HKEY_CURRENT_USER\Software\StudioKeysTest`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use machine::{
    Change, Earlier, KeyName, MachineError, Method, Plan, RegistryKeys, Steps, Surroundings,
    Undone, Wish,
};
use secrecy::SecretString;
use windows_registry::{CURRENT_USER, Key, Type};

pub(crate) const VARIABLE: &str = "DASHSCOPE_API_KEY";

static MADE: AtomicUsize = AtomicUsize::new(0);

/// The values of a key of the registry, with their types.
pub(crate) type Values = BTreeMap<String, (u32, Vec<u8>)>;

pub(crate) struct World {
    pub(crate) surroundings: Surroundings,
    pub(crate) root: PathBuf,
    pub(crate) below: String,
    /// The user's real variables, which no test may touch. Only whoever made the computer looks.
    real: Option<Values>,
}

impl World {
    /// With variables of others, one of each kind.
    pub(crate) fn new() -> Self {
        let number = MADE.fetch_add(1, Ordering::SeqCst);
        let below = format!(r"Software\StudioKeysTest\{}-{number}", std::process::id());
        let root = tempfile::tempdir().unwrap().keep();
        let mut world = Self::at(&root, &below);
        world.real = Some(values("Environment"));
        let key = world.key();
        key.set_expand_string("PATH", r"%USERPROFILE%\bin;C:\tools")
            .unwrap();
        key.set_string("TEMP", r"C:\Temp").unwrap();
        key.set_bytes("BINARY", Type::Bytes, &[0, 159, 146])
            .unwrap();
        key.set_u32("NUMBER", 7).unwrap();
        world
    }

    /// The computer that another process made.
    pub(crate) fn at(root: &Path, below: &str) -> Self {
        let mut surroundings = Surroundings::new(
            root.join("home"),
            root.join("config"),
            root.join("state"),
            BTreeMap::new(),
            None,
            mask,
        );
        surroundings.registry = RegistryKeys {
            user: format!(r"HKEY_CURRENT_USER\{below}\Environment").into(),
            machine: format!(r"HKEY_CURRENT_USER\{below}\Machine").into(),
        };
        Self {
            surroundings,
            root: root.to_owned(),
            below: below.to_owned(),
            real: None,
        }
    }

    /// The key with the user's variables.
    pub(crate) fn key(&self) -> Key {
        let path = format!(r"{}\Environment", self.below);
        CURRENT_USER.create(path).unwrap()
    }

    /// That with those of the whole computer.
    pub(crate) fn machine_key(&self) -> Key {
        CURRENT_USER
            .create(format!(r"{}\Machine", self.below))
            .unwrap()
    }

    pub(crate) fn values(&self) -> Values {
        values(&format!(r"{}\Environment", self.below))
    }

    /// What the variable is now, with its type.
    pub(crate) fn now(&self) -> Option<(Type, String)> {
        let key = self.key();
        let kind = key.get_type(VARIABLE).ok()?;
        Some((kind, key.get_string(VARIABLE).unwrap()))
    }

    pub(crate) fn plan(&self, key: &str) -> Result<Plan, MachineError> {
        machine::plan(&self.surroundings, &wish(key), &value(key))
    }

    pub(crate) fn set(&self, key: &str) -> Change {
        let plan = self.plan(key).unwrap();
        machine::apply(&self.surroundings, &plan, &value(key), &()).unwrap()
    }

    pub(crate) fn undo(&self, change: &str) -> Undone {
        self.undo_with(change, &())
    }

    pub(crate) fn undo_with(&self, change: &str, steps: &dyn Steps) -> Undone {
        let earlier = |key: &KeyName| Earlier::Value(value(&key.api_key_id));
        machine::undo(&self.surroundings, change, &earlier, steps).unwrap()
    }

    /// Everything that the journal says, as text.
    pub(crate) fn journal(&self) -> String {
        let folder = self.surroundings.state.join("changes");
        let files = folder
            .read_dir()
            .unwrap()
            .map(|entry| entry.unwrap().path());
        files
            .filter(|path| path.extension().is_some_and(|end| end == "json"))
            .map(|path| std::fs::read_to_string(path).unwrap())
            .collect()
    }
}

impl Drop for World {
    fn drop(&mut self) {
        let Some(real) = &self.real else { return };
        let _ = CURRENT_USER.remove_tree(&self.below);
        let _ = std::fs::remove_dir_all(&self.root);
        if !std::thread::panicking() {
            assert_eq!(*real, values("Environment"), "the user's real variables");
        }
    }
}

fn values(path: &str) -> Values {
    let Ok(key) = CURRENT_USER.open(path) else {
        return Values::new();
    };
    let values = key.values().unwrap();
    values
        .map(|(name, value)| (name, (value.ty().into(), value.to_vec())))
        .collect()
}

pub(crate) fn name(key: &str) -> KeyName {
    KeyName {
        region: "this-computer".to_owned(),
        api_key_id: key.to_owned(),
    }
}

pub(crate) fn value(key: &str) -> SecretString {
    format!("sk-value-of-{key}").into()
}

pub(crate) fn wish(key: &str) -> Wish {
    Wish {
        variable: VARIABLE.to_owned(),
        key: name(key),
        masked: format!("sk-…{key}"),
        destinations: None,
        comment_out: Vec::new(),
        method: Method::Value,
        companions: Vec::new(),
    }
}

pub(crate) fn mask(value: &str) -> String {
    let last: String = value.chars().rev().take(4).collect();
    format!("sk-…{}", last.chars().rev().collect::<String>())
}
