//! The program without a display, in a home of its own.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::Duration,
};

use serde_json::{Value, json};
use studio_keys_shell::{Beginning, Folders, House, Launch, MAIN, Watchdog, context, program};
use tauri::{
    App, Manager, WebviewWindow, WebviewWindowBuilder, async_runtime,
    ipc::{CallbackFn, InvokeBody},
    test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder},
    webview::InvokeRequest,
};
use tempfile::TempDir;
use vault::{MemoryStore, Secrets, WorkFactor};

use crate::clipboard::OwnClipboard;

/// A home, and what outlives the program in it.
pub(crate) struct Home {
    folder: TempDir,
    pub(crate) keyring: MemoryStore,
    /// How long the keyring takes to say whether it is there.
    pub(crate) keyring_answers_after: Duration,
    pub(crate) clipboard: OwnClipboard,
}

impl Home {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("temp dir");
        fs::write(folder.path().join(".bashrc"), "# mine\n").expect("writes");
        Self {
            folder,
            keyring: MemoryStore::new(),
            keyring_answers_after: Duration::ZERO,
            clipboard: OwnClipboard::default(),
        }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn folders(&self) -> Folders {
        Folders {
            home: self.path().to_owned(),
            config_home: self.path().join(".config"),
            data: self.path().join(".local/share/studio-keys"),
            downloads: self.path().join("Downloads"),
        }
    }

    fn beginning(&self) -> Beginning {
        let (keyring, folders) = (self.keyring.clone(), self.folders());
        let (secrets_file, answers_after) = (folders.secrets_file(), self.keyring_answers_after);
        Beginning {
            folders,
            environment: BTreeMap::from([(
                "PATH".to_owned(),
                "/usr/local/bin:/usr/bin:/bin".to_owned(),
            )]),
            key_printer: None,
            login_shell: Some(PathBuf::from("/bin/bash")),
            secrets: Arc::new(move || {
                thread::sleep(answers_after);
                Secrets::start_with(keyring.clone(), secrets_file.clone(), WorkFactor::FAST)
            }),
            clipboard: Arc::new(self.clipboard.clone()),
            os_release: "ID=debian\n".to_owned(),
            version: "0.0.0".to_owned(),
        }
    }
}

/// The program, running in a home.
pub(crate) struct Door {
    house: House,
    app: App<MockRuntime>,
    main: WebviewWindow<MockRuntime>,
}

impl Door {
    pub(crate) fn open(home: &Home) -> Self {
        let house = House::new(home.beginning());
        let watchdog = Watchdog::new(Launch::default(), home.folders().graphics());
        let app = program(mock_builder(), house.clone(), watchdog)
            .build(context())
            .expect("the program builds");
        let main = app
            .get_webview_window(MAIN)
            .unwrap_or_else(|| window(&app, MAIN));
        Self { house, app, main }
    }

    /// Asks from the window.
    pub(crate) fn ask(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        ask_from(&self.main, PAGE, command, InvokeBody::Json(arguments))
    }

    /// Asks from the window, with a body that may be no JSON.
    pub(crate) fn ask_with(&self, command: &str, body: InvokeBody) -> Result<Value, Value> {
        ask_from(&self.main, PAGE, command, body)
    }

    /// Asks from a page of another origin in the window.
    pub(crate) fn ask_as(&self, origin: &str, command: &str) -> Result<Value, Value> {
        ask_from(&self.main, origin, command, InvokeBody::Json(json!({})))
    }

    /// Asks from another window.
    pub(crate) fn ask_from_window(&self, label: &str, command: &str) -> Result<Value, Value> {
        let window = self
            .app
            .get_webview_window(label)
            .unwrap_or_else(|| window(&self.app, label));
        ask_from(&window, PAGE, command, InvokeBody::Json(json!({})))
    }

    /// Asks for what is answered.
    pub(crate) fn get(&self, command: &str, arguments: Value) -> Value {
        match self.ask(command, arguments) {
            Ok(answer) => answer,
            Err(failure) => panic!("{command}: {failure}"),
        }
    }

    /// Asks for what is refused, and tells the failure's code.
    pub(crate) fn refused(&self, command: &str, arguments: Value) -> String {
        match self.ask(command, arguments) {
            Ok(answer) => panic!("{command} answered {answer}"),
            Err(failure) => failure["code"]
                .as_str()
                .unwrap_or_else(|| panic!("{command}: {failure}"))
                .to_owned(),
        }
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        async_runtime::block_on(self.house.close());
    }
}

const PAGE: &str = if cfg!(windows) {
    "http://tauri.localhost"
} else {
    "tauri://localhost"
};

fn window(app: &App<MockRuntime>, label: &str) -> WebviewWindow<MockRuntime> {
    WebviewWindowBuilder::new(app, label, tauri::WebviewUrl::default())
        .build()
        .expect("a window")
}

fn ask_from(
    window: &WebviewWindow<MockRuntime>,
    origin: &str,
    command: &str,
    body: InvokeBody,
) -> Result<Value, Value> {
    let request = InvokeRequest {
        cmd: command.to_owned(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: origin.parse().expect("an origin"),
        body,
        headers: tauri::http::HeaderMap::new(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    get_ipc_response(window, request).map(|answer| answer.deserialize().expect("answers are JSON"))
}
