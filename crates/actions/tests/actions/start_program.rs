//! A terminal or a program that is started with a key: it sees the key and the host, and nothing is on disk.

#![cfg(unix)]

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use actions::wire::{BaseUrlForm, BaseUrlRequest, KeyRef, ProgramKindView, StartProgramRequest};
use actions::{Failure, World, create_key, list_programs, reveal_key, start_program};
use tempfile::TempDir;

use crate::home::{Home, key_for};

/// A computer with a terminal and an editor that write their environment down, in a folder that is not the home.
struct Computer {
    home: Home,
    programs: TempDir,
}

impl Computer {
    async fn new() -> Self {
        let programs = tempfile::tempdir().unwrap();
        for name in ["konsole", "code"] {
            let path = programs.path().join(name);
            let said = programs.path().join(format!("{name}.said"));
            let script = format!(
                "#!/bin/sh\n/usr/bin/env > '{0}.part'\necho \"arguments: $*\" >> '{0}.part'\n/bin/mv '{0}.part' '{0}'\n",
                said.display()
            );
            std::fs::write(&path, script).unwrap();
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
        }
        let home = Home::new().await;
        Self { home, programs }
    }

    fn world(&self) -> Arc<World> {
        let path = self.programs.path().display().to_string();
        self.home
            .world_with(|computer| drop(computer.environment.insert("PATH".to_owned(), path)))
    }

    async fn said_by(&self, program: &str) -> String {
        let path = self.programs.path().join(format!("{program}.said"));
        let patience = Instant::now();
        while !path.exists() && patience.elapsed() < Duration::from_secs(20) {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        std::fs::read_to_string(&path).unwrap()
    }

    fn start(&self, program: &str, key: &KeyRef) -> StartProgramRequest {
        StartProgramRequest {
            program: program.to_owned(),
            key: key.clone(),
            variable: "OPENAI_API_KEY".to_owned(),
            base_url: Some(BaseUrlRequest {
                variable: "OPENAI_BASE_URL".to_owned(),
                origin: format!("http://{}", self.home.server.address),
                form: BaseUrlForm::Openai,
            }),
        }
    }
}

/// The files below a folder that hold this text.
fn files_with(folder: &Path, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in folder.read_dir().unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_with(&path, text));
        } else if std::fs::read(&path)
            .unwrap()
            .windows(text.len())
            .any(|part| part == text.as_bytes())
        {
            found.push(path.display().to_string());
        }
    }
    found
}

#[tokio::test]
async fn it_sees_key_and_host_and_nothing_is_on_disk() {
    let computer = Computer::new().await;
    let world = computer.world();
    let key = create_key(&world, key_for("once")).await.unwrap().key.key;
    let value = reveal_key(&world, &key).await.unwrap().value;
    let files_before = names(computer.home.folder.path());

    let started = start_program(&world, computer.start("konsole", &key))
        .await
        .unwrap();
    assert_eq!(started.kind, ProgramKindView::Terminal);
    let said = computer.said_by("konsole").await;
    let lines: Vec<&str> = said.lines().collect();
    assert!(lines.contains(&format!("OPENAI_API_KEY={value}").as_str()));
    let url = format!(
        "OPENAI_BASE_URL=http://{}/compatible-mode/v1",
        computer.home.server.address
    );
    assert!(lines.contains(&url.as_str()), "{said}");
    let arguments = lines.iter().find(|line| line.starts_with("arguments: "));
    assert!(arguments.is_some_and(|line| !line.contains(&value)));

    assert!(files_with(computer.home.folder.path(), &value).is_empty());
    assert_eq!(names(computer.home.folder.path()), files_before);
    assert!(actions::list_changes(&world).await.unwrap().is_empty());
}

fn names(folder: &Path) -> Vec<std::ffi::OsString> {
    let entries = folder.read_dir().unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    names
}

#[tokio::test]
async fn terminals_come_first_and_what_may_not_see_the_key_says_so() {
    let computer = Computer::new().await;
    let programs = list_programs(&computer.world()).await.unwrap();
    let found: Vec<_> = programs
        .iter()
        .map(|one| (one.id.as_str(), one.kind, one.hands_over))
        .collect();
    assert_eq!(
        found,
        [
            ("konsole", ProgramKindView::Terminal, false),
            ("code", ProgramKindView::Editor, true)
        ]
    );
}

#[tokio::test]
async fn what_cannot_be_started_as_asked_is_refused_before_anything_is_started() {
    let computer = Computer::new().await;
    let world = computer.world();
    let key = create_key(&world, key_for("refused"))
        .await
        .unwrap()
        .key
        .key;
    let missing = computer.start("xterm", &key);
    let refused = start_program(&world, missing).await;
    assert!(matches!(refused, Err(Failure::ProgramMissing { .. })));

    let mut elsewhere = computer.start("konsole", &key);
    elsewhere.base_url.as_mut().unwrap().origin = "https://dashscope.aliyuncs.com".to_owned();
    let refused = start_program(&world, elsewhere).await;
    assert!(
        matches!(refused, Err(Failure::HostUnknown)),
        "host and key are a pair"
    );

    let mut reserved = computer.start("konsole", &key);
    reserved.variable = "PATH".to_owned();
    let refused = start_program(&world, reserved).await;
    assert!(matches!(refused, Err(Failure::VariableReserved { .. })));

    let unknown = KeyRef {
        api_key_id: "404".to_owned(),
        ..key
    };
    let refused = start_program(&world, computer.start("konsole", &unknown)).await;
    assert!(matches!(refused, Err(Failure::SecretMissing { .. })));
    assert!(!computer.programs.path().join("konsole.said").exists());
}
