//! Who asks, and keeps what is answered.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use secrecy::ExposeSecret;
use serde_json::{Value, json};
use vault::SecretStore;

use super::marker::Marker;
use crate::door::{Door, Home};

/// What was heard, in every home.
#[derive(Default)]
pub(super) struct Heard {
    /// Every answer and every failure but what a reveal reveals.
    pub(super) answers: Vec<(String, String)>,
    /// What none of them may hold.
    pub(super) markers: Vec<Marker>,
}

impl Heard {
    pub(super) fn commands(&self) -> BTreeSet<String> {
        self.answers
            .iter()
            .map(|(command, _)| command.clone())
            .collect()
    }
}

/// Asks in one home.
pub(super) struct Listener<'home> {
    pub(super) door: Door,
    pub(super) home: &'home Home,
    pub(super) heard: &'home mut Heard,
}

impl<'home> Listener<'home> {
    pub(super) fn at(home: &'home Home, heard: &'home mut Heard) -> Self {
        Self {
            door: Door::open(home),
            home,
            heard,
        }
    }

    /// Asks, and gives the answer or the failure.
    pub(super) fn hears(&mut self, command: &str, arguments: Value) -> Value {
        self.asks(command, arguments)
            .unwrap_or_else(|failure| failure)
    }

    /// Asks for what is answered.
    pub(super) fn gets(&mut self, command: &str, arguments: Value) -> Value {
        match self.asks(command, arguments) {
            Ok(answer) => answer,
            Err(failure) => panic!("{command}: {failure}"),
        }
    }

    /// Asks for what is refused, with this code.
    pub(super) fn refused(&mut self, command: &str, arguments: Value, code: &str) {
        match self.asks(command, arguments) {
            Ok(answer) => panic!("{command} answered {answer}"),
            Err(failure) => assert_eq!(failure["code"], code, "{command}: {failure}"),
        }
    }

    /// Asks until an answer is as it is waited for.
    pub(super) fn waits(
        &mut self,
        command: &str,
        arguments: &Value,
        is_so: impl Fn(&Value) -> bool,
    ) -> Value {
        let until = Instant::now() + Duration::from_secs(30);
        loop {
            let answer = self.gets(command, arguments.clone());
            if is_so(&answer) {
                return answer;
            }
            assert!(Instant::now() < until, "{command}: {answer}");
            thread::sleep(Duration::from_millis(100));
        }
    }

    /// A value, by one of the two commands that tell one. From here on nothing else may.
    pub(super) fn reveals(&mut self, command: &str, arguments: Value) -> String {
        let mut answer = self.door.get(command, arguments);
        let value = answer["value"].take();
        self.heard
            .answers
            .push((command.to_owned(), answer.to_string()));
        let value = value.as_str().expect("a value").to_owned();
        self.must_not_tell(&value);
        value
    }

    pub(super) fn must_not_tell(&mut self, secret: &str) {
        self.heard.markers.push(Marker::of(secret));
    }

    /// Whatever rests in the keyring, This computer's own AccessKey too.
    pub(super) fn must_not_tell_the_keyring(&mut self) {
        let names = self.home.keyring.names();
        assert!(!names.is_empty(), "something rests there");
        for name in names {
            let item = self.home.keyring.get(&name).expect("it is there");
            // EXPOSE: looked for where it must not be. An AccessKey stands behind its id.
            let item = item.expose_secret();
            self.must_not_tell(item.rsplit(' ').next().unwrap_or(item));
        }
    }

    /// A secret of another service, which the user has in a file.
    pub(super) fn must_not_tell_of(&mut self, other: &str) {
        self.heard.markers.push(Marker::of_another(other));
    }

    /// Makes a key of This computer, and tells its value.
    pub(super) fn key(&mut self, description: &str) -> (Value, String) {
        let created = self.gets("create_key", json!({ "request": creation(description) }));
        let key = json!({ "region": "this-computer", "apiKeyId": created["key"]["apiKeyId"] });
        let value = self.reveals("reveal_key", json!({ "key": key }));
        (key, value)
    }

    /// Where This computer serves.
    pub(super) fn origin(&self) -> String {
        let app = self.door.get("app", json!({}));
        let base = app["regions"][0]["baseUrls"]["openai"].as_str();
        let base = base.expect("an address");
        base.strip_suffix("/compatible-mode/v1")
            .expect("its usual path")
            .to_owned()
    }

    /// Writes a file into the home.
    pub(super) fn writes(&self, name: &str, text: &str) {
        let path = self.home.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("creates");
        fs::write(path, text).expect("writes");
    }

    /// The files of the home that hold a secret.
    pub(super) fn files_with(&self, secret: &str) -> Vec<PathBuf> {
        Marker::of(secret).files(self.home.path())
    }

    /// Sees that a secret is in files below one folder, and in no other.
    pub(super) fn rests_below(&self, secret: &str, folder: &Path) {
        let files = self.files_with(secret);
        assert!(!files.is_empty(), "the search finds what was written");
        assert!(
            files.iter().all(|file| file.starts_with(folder)),
            "{files:?}"
        );
    }

    fn asks(&mut self, command: &str, arguments: Value) -> Result<Value, Value> {
        let answer = self.door.ask(command, arguments);
        self.heard
            .answers
            .push((command.to_owned(), format!("{answer:?}")));
        answer
    }
}

/// A key of This computer.
pub(super) fn creation(description: &str) -> Value {
    json!({ "attempt": description, "region": "this-computer", "workspaceId": null, "description": description,
            "permission": { "type": "all" } })
}
