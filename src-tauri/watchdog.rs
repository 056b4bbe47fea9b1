//! Answers the blank window of Linux: if the page has not said that it is painted in time, the program starts again, once
//! a profile, with the next of [`Profile::LADDER`]. The profile that worked is remembered in a small file. When all of
//! them failed, a native dialog and the log say so; the window stays, because a slow computer may still get there.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    thread,
    time::Duration,
};

use serde::{Deserialize, Serialize};
use tauri::{AppHandle, Runtime};

use crate::{
    dialog,
    graphics::{Launch, Profile, Relaunch},
    relaunch,
};

/// How long a page may take from one sign to the next. A cold start on a slow disk takes about two seconds in all.
const PATIENCE: Duration = Duration::from_secs(5);

/// Waits for the first paint.
#[derive(Debug)]
pub struct Watchdog {
    launch: Launch,
    memory: PathBuf,
    waiting: Mutex<Option<Sender<Sign>>>,
}

/// What the page shows of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// It has begun or finished to load: slow, but not stuck.
    Loading,
    /// It is painted.
    Painted,
}

/// What the small file holds.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Remembered {
    profile: Profile,
}

/// The profile that worked last time; unreadable is as on the first start.
pub(crate) fn remembered(file: &Path) -> Profile {
    let stored = fs::read(file)
        .ok()
        .and_then(|bytes| serde_json::from_slice::<Remembered>(&bytes).ok());
    stored.unwrap_or_default().profile
}

impl Watchdog {
    /// For a process started like this, remembering in `memory`.
    #[must_use]
    pub fn new(launch: Launch, memory: PathBuf) -> Self {
        Self {
            launch,
            memory,
            waiting: Mutex::default(),
        }
    }

    /// Starts waiting. `environment` is what this process was started with.
    pub(crate) fn watch<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        environment: BTreeMap<String, String>,
        log: Option<PathBuf>,
    ) {
        let (sender, signs) = mpsc::channel();
        *self.waiting.lock().unwrap_or_else(PoisonError::into_inner) = Some(sender);
        let (app, launch) = (app.clone(), self.launch.clone());
        thread::spawn(move || {
            if !stayed_blank(&signs, PATIENCE) {
                return;
            }
            tracing::warn!(profile = ?launch.profile, seconds = PATIENCE.as_secs(), "the page was not painted");
            match launch.next(&environment) {
                Some(next) if cfg!(target_os = "linux") => start_again(&app, &next),
                _ => give_up(&app, log.as_deref()),
            }
        });
    }

    /// The page has begun or finished to load.
    pub(crate) fn loading(&self) {
        self.tell(Sign::Loading);
    }

    /// The page is painted: this profile works.
    pub fn painted(&self) {
        self.tell(Sign::Painted);
        if let Err(error) = self.remember() {
            tracing::warn!(file = %self.memory.display(), %error, "the graphics profile is not remembered");
        }
    }

    fn tell(&self, sign: Sign) {
        if let Some(waiting) = &*self.waiting.lock().unwrap_or_else(PoisonError::into_inner) {
            // The thread has ended when a sign comes after its time.
            let _ = waiting.send(sign);
        }
    }

    fn remember(&self) -> io::Result<()> {
        if remembered(&self.memory) == self.launch.profile {
            return Ok(());
        }
        let text = serde_json::to_vec(&Remembered {
            profile: self.launch.profile,
        })?;
        fs::write(&self.memory, text)
    }
}

/// Waits until the page is painted, or until no sign of it comes in time.
fn stayed_blank(signs: &Receiver<Sign>, patience: Duration) -> bool {
    loop {
        match signs.recv_timeout(patience) {
            Ok(Sign::Loading) => {}
            Ok(Sign::Painted) | Err(RecvTimeoutError::Disconnected) => return false,
            Err(RecvTimeoutError::Timeout) => return true,
        }
    }
}

fn start_again<R: Runtime>(app: &AppHandle<R>, next: &Relaunch) {
    // Else the new process would find this one running, raise it and end.
    tauri_plugin_single_instance::destroy(app);
    let error = relaunch::replace(next);
    tracing::error!(%error, "the program could not be started again");
}

fn give_up<R: Runtime>(app: &AppHandle<R>, log: Option<&Path>) {
    let place = log.map_or_else(
        || "there is no log file".to_owned(),
        |log| format!("log: {}", log.display()),
    );
    tracing::error!(place, "the window stayed blank with every graphics profile");
    dialog::blank_window(app, place);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graphics::Start;

    fn launched_with(profile: Profile) -> Launch {
        let Start::Again(relaunch) = Launch::at_start(&BTreeMap::new(), profile) else {
            return Launch::default();
        };
        match Launch::at_start(&relaunch.set.into_iter().collect(), Profile::Default) {
            Start::Here(launch) => launch,
            Start::Again(_) => panic!("starts at once"),
        }
    }

    #[test]
    fn a_painted_page_ends_the_wait_and_a_silent_one_is_blank() {
        let (sender, signs) = mpsc::channel();
        sender.send(Sign::Loading).expect("sends");
        assert!(
            stayed_blank(&signs, Duration::from_millis(20)),
            "loaded and never painted"
        );
        sender.send(Sign::Loading).expect("sends");
        sender.send(Sign::Painted).expect("sends");
        assert!(!stayed_blank(&signs, Duration::from_secs(60)));
        drop(sender);
        assert!(
            !stayed_blank(&signs, Duration::from_secs(60)),
            "the program ends"
        );
    }

    #[test]
    fn the_default_leaves_no_file() {
        let folder = tempfile::tempdir().expect("temp dir");
        let file = folder.path().join("graphics.json");
        Watchdog::new(Launch::default(), file.clone()).painted();
        assert!(!file.exists());
        assert_eq!(remembered(&file), Profile::Default);
    }

    #[test]
    fn what_worked_is_remembered_and_forgotten_when_the_default_works_again() {
        let folder = tempfile::tempdir().expect("temp dir");
        let file = folder.path().join("graphics.json");
        Watchdog::new(launched_with(Profile::Software), file.clone()).painted();
        assert_eq!(remembered(&file), Profile::Software);
        Watchdog::new(Launch::default(), file.clone()).painted();
        assert_eq!(remembered(&file), Profile::Default);
    }

    #[test]
    fn a_damaged_file_is_as_none() {
        let folder = tempfile::tempdir().expect("temp dir");
        let file = folder.path().join("graphics.json");
        fs::write(&file, b"{\"profile\":\"vulkan\"").expect("writes");
        assert_eq!(remembered(&file), Profile::Default);
    }
}
