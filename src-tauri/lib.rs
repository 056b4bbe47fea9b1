//! The shell of Studio Keys: the window and what surrounds it. It knows Tauri and decides nothing; what the user does is
//! in the crate `actions`.
//!
//! [`run`] is the program. The other public items are its parts, so that tests put the same handlers and permissions on
//! a runtime without a display.

mod access_key;
mod browser;
mod clipboard;
mod commands;
mod dialog;
mod folders;
mod graphics;
mod house;
mod key_program;
mod local;
mod log_file;
mod logging;
mod login_shell;
mod relaunch;
mod start;
mod turn;
mod watchdog;
mod window;

use std::{
    collections::BTreeMap, env, ffi::OsString, fs, path::PathBuf, process::ExitCode, sync::Arc,
};

use tauri::{App, AppHandle, Builder, Context, Manager, RunEvent, Runtime, async_runtime};
use vault::{Keyring, Secrets};

pub use clipboard::SystemClipboard;
pub use folders::{Folders, FoldersError};
pub use graphics::{Launch, Profile};
pub use house::House;
pub use start::Beginning;
pub use watchdog::Watchdog;
pub use window::MAIN;

use graphics::Start;
use turn::Turn;

/// Runs the program until its window is closed; started as `studio-keys key …`, it prints a key instead.
#[must_use]
pub fn run() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().collect();
    if let Some(arguments) = key_program::asked(&arguments) {
        return key_program::become_it(arguments);
    }
    let environment: BTreeMap<String, String> = env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .collect();
    let folders = match Folders::of_this_user() {
        Ok(folders) => folders,
        Err(error) => {
            // A folder that others write to is no place for a log.
            logging::start(None);
            tracing::error!(%error, "Studio Keys cannot start");
            return ExitCode::FAILURE;
        }
    };
    let log = logging::start(Some(&folders.logs()));
    let launch = match Launch::at_start(&environment, watchdog::remembered(&folders.graphics())) {
        Start::Here(launch) => launch,
        Start::Again(relaunch) => {
            let error = relaunch::replace(&relaunch);
            tracing::error!(%error, "the program could not be started with another graphics profile");
            Launch::default()
        }
    };
    match window_of(folders, environment.clone(), launch, log) {
        Ok(app) => {
            app.run(on_event);
            ExitCode::SUCCESS
        }
        Err(error) => {
            if turn::is_awaited(&error)
                && let Some(again) = turn::wait(&environment)
            {
                tracing::info!("the program is still ending from its last start");
                let error = relaunch::replace(&again);
                tracing::error!(%error, "the program could not be started again");
            }
            tracing::error!(%error, "Studio Keys cannot open its window");
            ExitCode::FAILURE
        }
    }
}

/// The handlers and what they work with, on any runtime.
#[must_use]
pub fn program<R: Runtime>(builder: Builder<R>, house: House, watchdog: Watchdog) -> Builder<R> {
    commands::on(builder)
        .plugin(tauri_plugin_clipboard_manager::init())
        .manage(house)
        .manage(watchdog)
}

/// `tauri.conf.json`, the permissions and the pages, built in.
#[must_use]
pub fn context<R: Runtime>() -> Context<R> {
    tauri::generate_context!()
}

fn window_of(
    folders: Folders,
    environment: BTreeMap<String, String>,
    launch: Launch,
    log: Option<PathBuf>,
) -> tauri::Result<App> {
    let watchdog = Watchdog::new(launch.clone(), folders.graphics());
    let house = House::new(beginning(folders, launch.without_ours(&environment)));
    // First of all plugins: a second process ends in it.
    let builder = Builder::default()
        .plugin(tauri_plugin_single_instance::init(
            |app, _arguments, _folder| {
                if app.state::<Turn>().started_again() {
                    window::raise(app);
                }
            },
        ))
        .plugin(
            tauri_plugin_window_state::Builder::new()
                .with_state_flags(window::REMEMBERED)
                .build(),
        );
    program(builder.manage(Turn::default()), house.clone(), watchdog)
        .on_page_load(window::loaded)
        .setup(move |app| {
            window::tint(app.handle());
            // Begun now, so that it is open when the page asks; what it answers is asked for again there.
            async_runtime::spawn(async move { house.world().await.is_ok() });
            async_runtime::spawn(end_when_told(app.handle().clone()));
            if !tauri::is_dev() {
                app.state::<Watchdog>()
                    .watch(app.handle(), environment, log);
            }
            Ok(())
        })
        .build(context())
}

fn beginning(folders: Folders, environment: BTreeMap<String, String>) -> Beginning {
    // Only where the login did not say it; empty on systems without that file.
    let passwd = fs::read_to_string("/etc/passwd").unwrap_or_default();
    let login_shell = login_shell::of(&environment, &folders.home.to_string_lossy(), &passwd);
    let secrets_file = folders.secrets_file();
    let own = env::current_exe().unwrap_or_default();
    let key_printer = key_program::beside(&own, &environment);
    Beginning {
        folders,
        environment,
        login_shell,
        key_printer,
        secrets: Arc::new(move || {
            Secrets::start(Keyring::new(Keyring::SERVICE), secrets_file.clone())
        }),
        clipboard: Arc::new(SystemClipboard::default()),
        os_release: fs::read_to_string("/etc/os-release").unwrap_or_default(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    }
}

/// Ends the program in good order when the session or a terminal asks it to.
#[cfg(unix)]
async fn end_when_told(app: AppHandle) {
    use tokio::signal::unix::{SignalKind, signal};
    match (
        signal(SignalKind::terminate()),
        signal(SignalKind::interrupt()),
    ) {
        (Ok(mut terminate), Ok(mut interrupt)) => {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
            app.exit(0);
        }
        (Err(error), _) | (_, Err(error)) => {
            tracing::warn!(%error, "signals end the program at once")
        }
    }
}

/// The system closes the window, which ends the program.
#[cfg(not(unix))]
async fn end_when_told(_app: AppHandle) {}

fn on_event(app: &AppHandle, event: RunEvent) {
    if let RunEvent::Exit = event {
        let turn = app.state::<Turn>();
        turn.end();
        async_runtime::block_on(app.state::<House>().close());
        if let Some(again) = turn.next() {
            let error = relaunch::replace(&again);
            tracing::error!(%error, "the program could not be started again");
        }
    }
}
