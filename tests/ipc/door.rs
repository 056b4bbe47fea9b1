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

/// The name of the program that prints keys.
const PRINTER: &str = "studio-keys-key";

/// A home, and what outlives the program in it.
pub(crate) struct Home {
    folder: TempDir,
    pub(crate) keyring: MemoryStore,
    /// How long the keyring takes to say whether it is there.
    pub(crate) keyring_answers_after: Duration,
    pub(crate) clipboard: OwnClipboard,
    /// A program that prints keys, in a folder outside the home; none if it is not installed.
    printer: Option<TempDir>,
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
            printer: None,
        }
    }

    /// The same with a program beside it that prints keys.
    pub(crate) fn with_a_printer(mut self) -> Self {
        let folder = tempfile::tempdir().expect("temp dir");
        script(
            &folder.path().join(PRINTER),
            "#!/bin/sh\nexec cat \"${0%/*}/value\"\n",
        );
        self.printer = Some(folder);
        self
    }

    /// What that program prints from now on.
    pub(crate) fn prints(&self, value: &str) {
        let folder = self.printer.as_ref().expect("a printer");
        fs::write(folder.path().join("value"), format!("{value}\n")).expect("writes");
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

    /// Where copies of files are that were changed.
    pub(crate) fn backups(&self) -> PathBuf {
        self.folders().data.join("backups")
    }

    fn beginning(&self) -> Beginning {
        let (keyring, folders) = (self.keyring.clone(), self.folders());
        let (secrets_file, answers_after) = (folders.secrets_file(), self.keyring_answers_after);
        Beginning {
            folders,
            environment: BTreeMap::from([(
                "PATH".to_owned(),
                format!(
                    "{}:/usr/local/bin:/usr/bin:/bin",
                    self.path().join("bin").display()
                ),
            )]),
            key_printer: self
                .printer
                .as_ref()
                .map(|folder| folder.path().join(PRINTER)),
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

/// Writes a program.
pub(crate) fn script(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("creates");
    fs::write(path, text).expect("writes");
    #[cfg(unix)]
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o755))
        .expect("may be run");
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
