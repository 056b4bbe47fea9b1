//! The headless binary as any program meets it, on every system: started, asked for a key, and the key used.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use model_studio::acs3::AccessKey;
use model_studio::control::{ControlClient, CreateApiKey};
use model_studio::data::list_models;
use model_studio::key::KeySecret;
use model_studio::{Reach, http_client};
use secrecy::SecretString;
use serde_json::Value;

struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::test]
async fn it_is_started_and_spoken_to() {
    let root = tempfile::tempdir().unwrap();
    let child = Command::new(env!("CARGO_BIN_EXE_local-studio"))
        .args(["serve", "--listen", "127.0.0.1:0", "--print-access-key"])
        .arg("--data")
        .arg(root.path().join("a folder 密钥"))
        .stdout(Stdio::piped())
        .spawn();
    let mut server = Server(child.unwrap());
    let mut line = String::new();
    let said = server.0.stdout.as_mut().unwrap();
    BufReader::new(said).read_line(&mut line).unwrap();
    let told: Value = serde_json::from_str(&line).unwrap();
    let told = |field: &str| told[field].as_str().unwrap().to_owned();

    let access_key = AccessKey {
        id: told("accessKeyId"),
        secret: SecretString::from(told("accessKeySecret")),
        security_token: None,
    };
    let http = http_client(Reach::Loopback).unwrap();
    let endpoint = told("endpoint").parse().unwrap();
    let control = ControlClient::new(http.clone(), endpoint, access_key);
    let created = control
        .create_api_key(&CreateApiKey::default())
        .await
        .unwrap();
    let base = format!("{}/compatible-mode/v1", told("endpoint"));
    let accepts = async |key: &KeySecret| list_models(&http, &base, key).await.is_ok();
    assert!(accepts(&created.value).await);
    control.delete_api_key(created.api_key_id).await.unwrap();
    assert!(!accepts(&created.value).await, "a deleted key is refused");
}
