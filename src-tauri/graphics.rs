//! Ways to draw the window on Linux, from the usual one to the safest. Which one works depends on driver, compositor and
//! WebKit, and each of them blanks the window somewhere: so none is forced, and what worked is remembered.
//!
//! WebKit and GDK read these settings from the environment when they start. They are therefore given to the process that
//! takes the place of this one, and never set in a running one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::turn;

/// The variable that tells a process why it was started; also a way for the user to ask for a profile by its name.
pub(crate) const VARIABLE: &str = "STUDIO_KEYS_GRAPHICS";

/// One way to draw.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Profile {
    /// As the system has it.
    #[default]
    Default,
    /// Without sharing buffers between processes; NVIDIA and some Mesa versions need it.
    NoDmabuf,
    /// Without compositing, drawn by the processor.
    Software,
    /// All that, and through X11 on a Wayland desktop.
    X11,
}

impl Profile {
    /// From the usual one to the safest.
    pub(crate) const LADDER: [Self; 4] = [Self::Default, Self::NoDmabuf, Self::Software, Self::X11];

    /// The settings of this profile; each rung keeps those of the one before.
    fn settings(self) -> &'static [(&'static str, &'static str)] {
        const ALL: [(&str, &str); 4] = [
            ("WEBKIT_DISABLE_DMABUF_RENDERER", "1"),
            ("WEBKIT_DISABLE_COMPOSITING_MODE", "1"),
            ("LIBGL_ALWAYS_SOFTWARE", "1"),
            ("GDK_BACKEND", "x11"),
        ];
        let used = match self {
            Self::Default => 0,
            Self::NoDmabuf => 1,
            Self::Software => 3,
            Self::X11 => 4,
        };
        ALL.get(..used).unwrap_or_default()
    }
}

/// How a process was started: what it draws with, and what was tried before it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Launch {
    /// What it draws with.
    pub(crate) profile: Profile,
    /// What left the window blank.
    #[serde(default)]
    tried: Vec<Profile>,
    /// The settings that we added, so that the next process can start without them; the user's own stay.
    #[serde(default)]
    ours: Vec<String>,
}

/// What to do when the program starts.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Start {
    /// The environment is as the profile wants it.
    Here(Launch),
    /// Start again with another environment.
    Again(Relaunch),
}

/// A process to put in the place of this one.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Relaunch {
    /// Variables to set.
    pub(crate) set: Vec<(String, String)>,
    /// Variables to remove.
    pub(crate) remove: Vec<String>,
}

impl Launch {
    /// Decides at start, from the environment and from what worked last time.
    pub(crate) fn at_start(environment: &BTreeMap<String, String>, remembered: Profile) -> Start {
        let asked = environment.get(VARIABLE);
        if let Some(launch) = asked.and_then(|text| serde_json::from_str::<Self>(text).ok()) {
            return Start::Here(launch);
        }
        let named = asked
            .and_then(|name| serde_json::from_value(serde_json::Value::String(name.clone())).ok());
        match named.unwrap_or(remembered) {
            Profile::Default => Start::Here(Self::default()),
            profile => Start::Again(Self::default().towards(profile, environment)),
        }
    }

    /// The next profile to try after this one left the window blank; none when all were tried.
    pub(crate) fn next(&self, environment: &BTreeMap<String, String>) -> Option<Relaunch> {
        let failed = Self {
            tried: self.tried.iter().copied().chain([self.profile]).collect(),
            ..self.clone()
        };
        let next = Profile::LADDER
            .into_iter()
            .find(|profile| !failed.tried.contains(profile))?;
        Some(failed.towards(next, environment))
    }

    /// The environment without what we added to it, for programs that this one starts.
    pub(crate) fn without_ours(
        &self,
        environment: &BTreeMap<String, String>,
    ) -> BTreeMap<String, String> {
        let mut theirs = environment.clone();
        theirs.retain(|name, _| {
            name != VARIABLE && name != turn::VARIABLE && !self.ours.contains(name)
        });
        theirs
    }

    fn towards(&self, profile: Profile, environment: &BTreeMap<String, String>) -> Relaunch {
        let theirs = self.without_ours(environment);
        let added: Vec<_> = profile
            .settings()
            .iter()
            .filter(|(name, _)| !theirs.contains_key(*name))
            .collect();
        let ours: Vec<String> = added.iter().map(|(name, _)| (*name).to_owned()).collect();
        let remove = self
            .ours
            .iter()
            .filter(|name| !ours.contains(name))
            .cloned()
            .collect();
        let mut set: Vec<_> = added
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        let launch = Self {
            profile,
            tried: self.tried.clone(),
            ours,
        };
        // Cannot fail: three plain lists.
        set.push((
            VARIABLE.to_owned(),
            serde_json::to_string(&launch).unwrap_or_default(),
        ));
        Relaunch { set, remove }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    }

    /// What the next process finds.
    fn follow(
        environment: &BTreeMap<String, String>,
        relaunch: Relaunch,
    ) -> (Launch, BTreeMap<String, String>) {
        let mut next = environment.clone();
        next.retain(|name, _| !relaunch.remove.contains(name));
        next.extend(relaunch.set);
        match Launch::at_start(&next, Profile::Default) {
            Start::Here(launch) => (launch, next),
            Start::Again(_) => panic!("a relaunched process starts at once"),
        }
    }

    #[test]
    fn a_fresh_computer_starts_without_any_setting() {
        let start = Launch::at_start(&environment(&[("PATH", "/bin")]), Profile::Default);
        assert_eq!(start, Start::Here(Launch::default()));
    }

    #[test]
    fn each_profile_is_tried_once_and_then_there_is_none() {
        let mut now = environment(&[("PATH", "/bin")]);
        let mut launch = Launch::default();
        let mut seen = vec![launch.profile];
        while let Some(relaunch) = launch.next(&now) {
            (launch, now) = follow(&now, relaunch);
            seen.push(launch.profile);
        }
        assert_eq!(seen, Profile::LADDER);
        assert_eq!(now.get("GDK_BACKEND").map(String::as_str), Some("x11"));
    }

    #[test]
    fn from_a_remembered_profile_the_default_is_tried_next_without_our_settings() {
        let before = environment(&[("PATH", "/bin")]);
        let Start::Again(relaunch) = Launch::at_start(&before, Profile::Software) else {
            panic!("starts again")
        };
        let (launch, now) = follow(&before, relaunch);
        assert_eq!(launch.profile, Profile::Software);
        assert!(now.contains_key("LIBGL_ALWAYS_SOFTWARE"));
        assert_eq!(
            launch.without_ours(&now),
            before,
            "programs that we start do not get our settings"
        );

        let (launch, now) = follow(&now, launch.next(&now).expect("three are left"));
        assert_eq!(launch.profile, Profile::Default);
        assert!(!now.contains_key("LIBGL_ALWAYS_SOFTWARE"));
    }

    #[test]
    fn the_users_own_setting_is_neither_replaced_nor_removed() {
        let mut now = environment(&[
            ("GDK_BACKEND", "wayland"),
            ("WEBKIT_DISABLE_DMABUF_RENDERER", "0"),
        ]);
        let mut launch = Launch::default();
        while let Some(relaunch) = launch.next(&now) {
            (launch, now) = follow(&now, relaunch);
            assert_eq!(now.get("GDK_BACKEND").map(String::as_str), Some("wayland"));
            assert_eq!(
                now.get("WEBKIT_DISABLE_DMABUF_RENDERER")
                    .map(String::as_str),
                Some("0")
            );
        }
    }

    #[test]
    fn the_user_can_name_a_profile_and_a_wrong_name_is_as_none() {
        let named = environment(&[(VARIABLE, "software")]);
        let Start::Again(relaunch) = Launch::at_start(&named, Profile::Default) else {
            panic!("starts again")
        };
        assert_eq!(follow(&named, relaunch).0.profile, Profile::Software);

        let back = environment(&[(VARIABLE, "default")]);
        assert_eq!(
            Launch::at_start(&back, Profile::X11),
            Start::Here(Launch::default())
        );

        let wrong = environment(&[(VARIABLE, "sofware")]);
        assert_eq!(
            Launch::at_start(&wrong, Profile::Default),
            Start::Here(Launch::default())
        );
    }
}
