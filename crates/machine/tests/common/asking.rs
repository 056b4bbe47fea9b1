//! Variables that are asked for when a shell starts, and what is set beside them, on that computer.

use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use machine::{
    Change, Companion, DestinationId, KeyName, MachineError, Method, Steps, VerificationStatus,
    Wish,
};
use secrecy::ExposeSecret;

use super::{World, value, wish};

pub const SHELLS: [DestinationId; 3] =
    [DestinationId::Bash, DestinationId::Zsh, DestinationId::Fish];
pub const URL: &str = "https://h.example/compatible-mode/v1?it's=\"$x\"";

impl World {
    /// A computer whose shells keep what they remember outside of the home.
    pub fn with_shells() -> Self {
        let mut world = Self::new();
        world.keep_shell_data_outside();
        world
    }

    pub fn keep_shell_data_outside(&mut self) {
        let data = self.root.join("data").display().to_string();
        let environment = &mut self.surroundings.environment;
        environment.insert("XDG_DATA_HOME".to_owned(), data);
    }

    /// A program in the place of the one that prints keys: it prints the values of these tests, and fails for a key `gone`.
    pub fn printer(&self) -> PathBuf {
        let folder = self.root.join("the program's \"own\" folder");
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("studio-keys-key");
        let mut script = "#!/bin/sh\n[ \"$1\" = print ] || exit 2\ncase \"$2\" in\n".to_owned();
        for key in ["a", "b"] {
            // EXPOSE: a test's own value.
            let value = value(key).expose_secret().replace('\'', "'\\''");
            script.push_str(&format!(
                "this-computer/{key}) printf '%s\\n' '{value}';;\n"
            ));
        }
        script.push_str("*) echo no such key >&2; exit 3;;\nesac\n");
        std::fs::write(&path, script).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
        path
    }

    pub fn asking(&self, key: &str, places: &[DestinationId]) -> Wish {
        Wish {
            method: Method::Keyring {
                program: self.printer(),
            },
            ..wish(key, places)
        }
    }

    /// Plans and applies a wish.
    pub fn set_as(&self, wish: &Wish, steps: &dyn Steps) -> Result<Change, MachineError> {
        let value = value(&wish.key.api_key_id);
        let plan = machine::plan(&self.surroundings, wish, &value)?;
        machine::apply(&self.surroundings, &plan, &value, steps)
    }

    /// What fresh programs say of a change.
    pub fn statuses(&self, change: &str, key: &str) -> Vec<VerificationStatus> {
        let seen = machine::verify(&self.surroundings, change, &value(key)).unwrap();
        seen.iter().map(|one| one.status).collect()
    }
}

/// A key with the host that goes with it.
pub fn pair(key: &str, places: &[DestinationId]) -> Wish {
    Wish {
        companions: vec![Companion {
            name: "OPENAI_BASE_URL".to_owned(),
            text: URL.to_owned(),
        }],
        ..wish(key, places)
    }
}

pub fn name(key: &str) -> KeyName {
    wish(key, &[]).key
}
