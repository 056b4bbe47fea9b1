//! The headless binary: its line, its restarts, its end, and what it writes.

#![allow(clippy::unwrap_used, clippy::panic)] // In a test a panic is the verdict.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use model_studio::acs3::AccessKey;
use model_studio::control::{ControlClient, CreateApiKey, ListApiKeys};
use model_studio::data::list_models;
use model_studio::key::KeySecret;
use model_studio::{Reach, http_client};
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;

struct Server {
    child: Child,
    line: Value,
    log: PathBuf,
}

fn command(folder: &Path, log: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_local-studio"));
    let log = fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(log)
        .unwrap();
    command
        .args([
            "serve",
            "--listen",
            "127.0.0.1:0",
            "--print-access-key",
            "--data",
        ])
        .arg(folder);
    command
        .env("RUST_LOG", "trace")
        .stdout(Stdio::piped())
        .stderr(log);
    command
}

fn start(root: &Path) -> Server {
    let log = root.join("log");
    let mut child = command(&root.join("data"), &log).spawn().unwrap();
    let mut text = String::new();
    BufReader::new(child.stdout.as_mut().unwrap())
        .read_line(&mut text)
        .unwrap();
    let line = serde_json::from_str(&text)
        .unwrap_or_else(|_| panic!("{}", fs::read_to_string(&log).unwrap()));
    Server { child, line, log }
}

impl Server {
    fn told(&self, field: &str) -> String {
        self.line[field].as_str().unwrap().to_owned()
    }

    fn client(&self) -> ControlClient {
        let access_key = AccessKey {
            id: self.told("accessKeyId"),
            secret: SecretString::from(self.told("accessKeySecret")),
            security_token: None,
        };
        let endpoint = self.told("endpoint").parse().unwrap();
        ControlClient::new(http_client(Reach::Loopback).unwrap(), endpoint, access_key)
    }

    async fn accepts(&self, key: &KeySecret) -> bool {
        let base = format!("{}/compatible-mode/v1", self.told("endpoint"));
        list_models(&http_client(Reach::Loopback).unwrap(), &base, key)
            .await
            .is_ok()
    }

    /// Sends the signal, waits, and gives the exit status and the log.
    fn end(mut self, signal: &str) -> (Option<i32>, String) {
        let id = self.child.id().to_string();
        assert!(
            Command::new("kill")
                .args([signal, &id])
                .status()
                .unwrap()
                .success()
        );
        let begun = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            if begun.elapsed() > Duration::from_secs(10) {
                self.child.kill().unwrap();
                panic!("it did not end");
            }
            std::thread::sleep(Duration::from_millis(20));
        };
        let mut rest = String::new();
        self.child
            .stdout
            .as_mut()
            .unwrap()
            .read_to_string(&mut rest)
            .unwrap();
        assert_eq!(rest, "", "one line is all that standard output gets");
        (status.code(), fs::read_to_string(&self.log).unwrap())
    }
}

fn plain(value: &KeySecret) -> String {
    value.secret().expose_secret().to_owned() // EXPOSE: a test looks for it where it must not be.
}

fn files(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect()
}

fn holds(path: &Path, text: &str) -> bool {
    fs::read(path)
        .unwrap()
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}

#[cfg(unix)]
#[tokio::test]
async fn restarts_keep_everything_and_nothing_holds_a_value() {
    let root = tempfile::tempdir().unwrap();
    let first = start(root.path());
    let client = first.client();
    let created = client
        .create_api_key(&CreateApiKey::default())
        .await
        .unwrap();
    let lost = client
        .create_api_key(&CreateApiKey::default())
        .await
        .unwrap();
    let reset = client.reset_api_key(created.api_key_id).await.unwrap();
    client.delete_api_key(lost.api_key_id).await.unwrap();
    assert!(first.accepts(&reset.value).await && !first.accepts(&created.value).await);
    let told = first.line.clone();
    // While it runs, the database's log of changes is there too.
    let values = [
        plain(&created.value),
        plain(&reset.value),
        plain(&lost.value),
    ];
    let clean = |log: &Path| {
        for path in files(&root.path().join("data"))
            .iter()
            .chain([&log.to_owned()])
        {
            for value in &values {
                assert!(!holds(path, value), "{}", path.display());
            }
            let own = path.ends_with("access-key.json");
            assert_eq!(
                holds(path, told["accessKeySecret"].as_str().unwrap()),
                own,
                "{}",
                path.display()
            );
        }
    };
    clean(&first.log);
    let (status, log) = first.end("-TERM");
    assert_eq!(status, Some(0), "{log}");
    assert!(
        log.contains(&format!("api_key_id={}", created.api_key_id)),
        "the log names keys by id"
    );

    // A second life that is cut off, and a third.
    let second = start(root.path());
    assert!(second.accepts(&reset.value).await);
    let late = second
        .client()
        .create_api_key(&CreateApiKey::default())
        .await
        .unwrap();
    let (status, _) = second.end("-KILL");
    assert_eq!(status, None);
    let third = start(root.path());
    for field in ["accessKeyId", "accessKeySecret", "workspaceId"] {
        assert_eq!(third.told(field), told[field].as_str().unwrap(), "{field}");
    }
    assert!(third.accepts(&late.value).await && third.accepts(&reset.value).await);
    assert_eq!(
        third
            .client()
            .all_api_keys(&ListApiKeys::default())
            .await
            .unwrap()
            .len(),
        2
    );
    clean(&third.log);
    assert_eq!(third.end("-INT").0, Some(0));
}

#[cfg(unix)]
#[test]
fn what_cannot_be_served_is_said_in_a_sentence() {
    let root = tempfile::tempdir().unwrap();
    let server = start(root.path());
    let refusal = |folder: &Path, log: &Path| {
        let status = command(folder, log).status().unwrap();
        assert_eq!(status.code(), Some(1));
        fs::read_to_string(log).unwrap()
    };
    let said = refusal(&root.path().join("data"), &root.path().join("second"));
    assert!(
        said.contains("is in use by another running server"),
        "{said}"
    );
    server.end("-TERM");

    let said = refusal(&root.path().join("log"), &root.path().join("third"));
    assert!(
        said.contains("log/access-key.json cannot be read"),
        "{said}"
    );

    fs::write(
        root.path().join("data").join("local-studio.sqlite3"),
        "x".repeat(200),
    )
    .unwrap();
    let said = refusal(&root.path().join("data"), &root.path().join("fourth"));
    assert!(
        said.contains("not a database of Studio Keys, or it is damaged"),
        "{said}"
    );
}

#[test]
fn a_wrong_command_line_shows_the_usage() {
    let output = Command::new(env!("CARGO_BIN_EXE_local-studio"))
        .args(["serve", "--listen", "0.0.0.0:80"])
        .output();
    let output = output.unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said.contains("loopback address only") && said.contains("usage:"),
        "{said}"
    );
    assert!(output.stdout.is_empty());
}
