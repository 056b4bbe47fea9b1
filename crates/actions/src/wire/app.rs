use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AccountView, AttentionView, RegionView};

/// Everything the window needs to draw its frame.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AppView {
    /// The program's version.
    pub version: String,
    /// Which system this is; it decides words such as "Keychain".
    pub platform: PlatformView,
    /// The seven regions in the order of the switcher; This computer first, the others of the account worked with.
    pub regions: Vec<RegionView>,
    /// The accounts that were added, oldest first.
    pub accounts: Vec<AccountView>,
    /// Where secrets rest.
    pub secret_store: SecretStoreView,
    /// What the user chose.
    pub preferences: PreferencesView,
    /// The services that "Add my address" asks unless the user names others.
    pub usual_echo_services: [String; 2],
    /// Keys that may have been lost when the program was interrupted.
    pub attention: Vec<AttentionView>,
    /// The folder with what is known about keys (no secrets), the journal and backups.
    pub data_folder: String,
}

/// The operating system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PlatformView {
    /// Linux and other Unix systems with a Secret Service.
    Linux,
    /// macOS.
    Macos,
    /// Windows.
    Windows,
}

/// What the start-up probe (write, read, delete) said about the place where secrets rest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(
    tag = "state",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum SecretStoreView {
    /// The system's keyring answers.
    Available {
        /// Its name: Secret Service, Keychain, Credential Manager.
        name: String,
    },
    /// The system's keyring is there and locked.
    Locked {
        /// Its name.
        name: String,
    },
    /// There is no keyring. The user may choose an encrypted file.
    Absent {
        /// The name of what is missing.
        name: String,
        /// What to install, as the distribution's package name; empty where nothing is to be installed.
        packages: Vec<String>,
    },
    /// The encrypted file that the user chose, waiting for its passphrase.
    PassphraseNeeded {
        /// The file.
        path: String,
    },
    /// The encrypted file, open.
    PassphraseOpen {
        /// The file.
        path: String,
    },
}

/// The user's choices, kept by the program and never by the web view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PreferencesView {
    /// The language of the window.
    pub language: LanguageChoice,
    /// Light, dark, or as the system.
    pub theme: ThemeChoice,
    /// Seconds after which a copied secret is cleared from the clipboard; none for never.
    pub clipboard_seconds: Option<u32>,
    /// The place shown last.
    pub region: String,
    /// The account worked with; none, or one that is gone, for the oldest.
    #[serde(default)]
    pub account: Option<String>,
    /// The two services that are asked, on a click, under which address they see this computer: web addresses that
    /// answer with an address and nothing else, of two different operators. `https` alone, but for loopback.
    #[serde(default = "echo_services")]
    pub echo_services: [String; 2],
}

/// Two services of different operators, over both families, in plain text.
pub(crate) fn echo_services() -> [String; 2] {
    ["https://icanhazip.com/", "https://api64.ipify.org/"].map(str::to_owned)
}

/// The language of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum LanguageChoice {
    /// As the system.
    #[serde(rename = "system")]
    System,
    /// English.
    #[serde(rename = "en")]
    English,
    /// Simplified Chinese.
    #[serde(rename = "zh-CN")]
    Chinese,
}

/// The colours of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ThemeChoice {
    /// As the system.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}
