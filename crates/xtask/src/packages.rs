//! The system's packages: which are missing, by name, and their installation.
//!
//! On Debian and its relatives they are installed with `apt-get`; without the right to, the exact command is printed and
//! everything stops. Elsewhere it is said what is needed, and the work goes on: the next tool tells what it misses.

use std::io::IsTerminal;
use std::path::Path;

use crate::program::Program;
use crate::stop::Stop;

/// To compile the program: a C compiler and linker, and what WebKitGTK's crates link.
const TO_BUILD: &[&str] = &[
    "build-essential",
    "ca-certificates",
    "libwebkit2gtk-4.1-dev",
    "pkg-config",
];

/// To open a window where there is no screen, and to drive it.
const TO_DRIVE: &[&str] = &[
    "dbus",              // a session bus of its own for each test
    "fonts-dejavu-core", // a Latin face
    "fonts-noto-cjk",    // a Chinese face, or screenshots show boxes
    "gnome-keyring",     // a real Secret Service
    "libsecret-tools",   // looks into it from outside
    "openbox",           // gives windows the keyboard focus
    "webkit2gtk-driver", // WebDriver for the window
    "xclip",             // reads the clipboard from outside
    "xdotool",           // tells which windows there are
    "xvfb",              // the virtual display
];

/// To test all of it: the shells whose files are changed, a user manager that is told, and Python for the platform's SDK.
const TO_TEST: &[&str] = &["bash", "fish", "zsh", "systemd", "python3", "python3-venv"];

/// To build for Windows, and to run that in a session without a screen.
const TO_CROSS: &[&str] = &["gcc-mingw-w64-x86-64-win32", "wine64", "xauth", "xvfb"];

/// What the work at hand needs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Need {
    Nothing,
    Build,
    Drive,
    Test,
    Cross,
}

impl Need {
    /// The packages, as Debian names them.
    fn packages(self) -> Vec<&'static str> {
        let sets: &[&[&str]] = match self {
            Need::Nothing => &[],
            Need::Build => &[TO_BUILD],
            // The tour shows what the shells say.
            Need::Drive | Need::Test => &[TO_BUILD, TO_DRIVE, TO_TEST],
            Need::Cross => &[TO_BUILD, TO_DRIVE, TO_TEST, TO_CROSS],
        };
        sets.concat()
    }
}

/// Sees to it that they are there.
pub(crate) fn install(need: Need, root: &Path) -> Result<(), Stop> {
    if need == Need::Nothing {
        return Ok(());
    }
    let packages = need.packages();
    if !cfg!(target_os = "linux") {
        println!("{}", other_system(std::env::consts::OS));
        return Ok(());
    }
    let Some(listed) = installed(&packages, root) else {
        println!(
            "This is no Debian or Ubuntu. What is needed is called there: {}",
            packages.join(" ")
        );
        return Ok(());
    };
    let missing = missing(&packages, &listed);
    if missing.is_empty() {
        return Ok(());
    }
    println!("Missing system packages: {}", missing.join(" "));
    let Some(rights) = rights(root) else {
        return Err(Stop::PackagesMissing {
            command: by_hand(&missing),
        });
    };
    let apt = |words: &[&str]| {
        let mut line = rights.to_vec();
        line.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        line.extend(words);
        Program::new(line[0], root).words(&line[1..]).run()
    };
    // A fresh machine has no lists of packages yet.
    apt(&["update", "-q"])
        .and_then(|()| {
            let mut words = vec!["install", "-y", "-q", "--no-install-recommends"];
            words.extend(&missing);
            apt(&words)
        })
        .map_err(|stop| {
            eprintln!("{stop}");
            Stop::PackagesMissing {
                command: by_hand(&missing),
            }
        })?;
    let listed = installed(&packages, root).unwrap_or_default();
    let missing = self::missing(&packages, &listed);
    if missing.is_empty() {
        return Ok(());
    }
    Err(Stop::PackagesStillMissing {
        packages: missing.into_iter().map(str::to_owned).collect(),
    })
}

/// What dpkg knows of them, a line each; none where there is no dpkg.
fn installed(packages: &[&str], root: &Path) -> Option<String> {
    Program::new("dpkg-query", root)
        .words(["--version"])
        .ask()?;
    // It answers one name at a time: asked for many, it fails when one of them is unknown to it.
    let format = "--showformat=${Package} ${db:Status-Status}\n";
    let lines = packages.iter().filter_map(|name| {
        Program::new("dpkg-query", root)
            .words(["--show", format, name])
            .ask()
    });
    Some(lines.collect())
}

/// Those without a line that says `installed`. A removed package still has a line.
fn missing<'names>(packages: &[&'names str], listed: &str) -> Vec<&'names str> {
    let is_there = |name: &str| {
        listed
            .lines()
            .any(|line| line.split_once(' ') == Some((name, "installed")))
    };
    packages
        .iter()
        .copied()
        .filter(|name| !is_there(name))
        .collect()
}

/// The words before `apt-get` with which this user may install; none where it may not.
fn rights(root: &Path) -> Option<&'static [&'static str]> {
    let user = Program::new("id", root).words(["-u"]).ask()?;
    if user.trim() == "0" {
        return Some(&[]);
    }
    if Program::new("sudo", root)
        .words(["-n", "true"])
        .ask()
        .is_some()
    {
        return Some(&["sudo", "-n"]);
    }
    // A person at a terminal can be asked for the password; sudo does that itself.
    let can_ask = std::io::stdin().is_terminal()
        && Program::new("sudo", root)
            .words(["--version"])
            .ask()
            .is_some();
    can_ask.then_some(&["sudo"])
}

fn by_hand(missing: &[&str]) -> String {
    format!(
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends {}",
        missing.join(" ")
    )
}

fn other_system(system: &str) -> &'static str {
    match system {
        "macos" => {
            "macOS: the Xcode command line tools are needed (`xcode-select --install`); the web view is part of the system."
        }
        "windows" => {
            "Windows: the Visual Studio build tools for C++ are needed; WebView2 is part of Windows 11, \
             and for Windows 10 it is at https://developer.microsoft.com/microsoft-edge/webview2"
        }
        _ => {
            "A C compiler and a web view that Tauri knows are needed: https://tauri.app/start/prerequisites"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_counts_only_when_it_is_installed_now() {
        let listed = "zsh installed\nfish config-files\nxvfb not-installed\n";
        assert_eq!(
            missing(&["zsh", "fish", "xvfb", "dbus"], listed),
            ["fish", "xvfb", "dbus"]
        );
    }

    #[test]
    fn the_name_is_compared_as_a_whole() {
        assert_eq!(missing(&["dbus"], "dbus-x11 installed\n"), ["dbus"]);
    }

    #[test]
    fn the_command_to_type_names_every_missing_package() {
        assert!(by_hand(&["zsh", "fish"]).ends_with("--no-install-recommends zsh fish"));
    }
}
