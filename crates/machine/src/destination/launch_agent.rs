//! Programs started from the Dock of macOS: a LaunchAgent, which runs our script at login, and the script, which tells launchd
//! the variables. They read no start-up file of a shell.
//!
//! The agent's property list names the script and holds no value, so that none is in an argument of what launchd starts. The
//! script is for its owner alone; launchctl takes a value as its argument and in no other way, for the moment that it runs.

use std::path::{Path, PathBuf};

use super::{Destination, DestinationId};
use crate::Surroundings;
use crate::foreign::Grammar;
use crate::value_file::Dialect;

/// The agent's name among all of the user's agents.
const LABEL: &str = "com.studiokeys.environment";

pub(super) struct LaunchAgent {
    agent: PathBuf,
    script: PathBuf,
}

impl LaunchAgent {
    pub(super) fn new(surroundings: &Surroundings) -> Self {
        Self {
            agent: surroundings
                .home
                .join("Library/LaunchAgents")
                .join(format!("{LABEL}.plist")),
            script: surroundings.own_config.join("launch-environment.sh"),
        }
    }
}

impl Destination for LaunchAgent {
    fn id(&self) -> DestinationId {
        DestinationId::LaunchAgent
    }

    fn program_name(&self) -> &'static str {
        "launchctl"
    }

    fn is_available(&self) -> bool {
        true
    }

    fn is_recommended(&self) -> bool {
        true
    }

    fn value_file(&self) -> &Path {
        &self.script
    }

    fn dialect(&self) -> Dialect {
        Dialect::Launchctl
    }

    fn agent(&self) -> Option<(&Path, String)> {
        Some((&self.agent, property_list(&self.script)))
    }

    fn grammar(&self) -> Grammar {
        Grammar::Sh
    }

    fn shown_path(&self) -> &Path {
        &self.agent
    }
}

/// What launchd is told: at login, run the script once.
fn property_list(script: &Path) -> String {
    let script = escaped(&script.to_string_lossy());
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n\
         <plist version=\"1.0\">\n\
         <dict>\n\
         \t<key>Label</key>\n\
         \t<string>{LABEL}</string>\n\
         \t<key>ProgramArguments</key>\n\
         \t<array>\n\
         \t\t<string>/bin/sh</string>\n\
         \t\t<string>{script}</string>\n\
         \t</array>\n\
         \t<key>RunAtLoad</key>\n\
         \t<true/>\n\
         </dict>\n\
         </plist>\n"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parser_reads_the_list_whatever_the_path_is() {
        for script in [
            "/Users/a/Library/Application Support/studio-keys/launch-environment.sh",
            "/Users/a & b <c>/\"d\"'/密钥.sh",
        ] {
            let text = property_list(Path::new(script));
            let list = plist::Value::from_reader_xml(text.as_bytes()).unwrap();
            let list = list.as_dictionary().unwrap();
            assert_eq!(list["Label"].as_string(), Some(LABEL));
            assert_eq!(list["RunAtLoad"].as_boolean(), Some(true));
            let words: Vec<_> = list["ProgramArguments"]
                .as_array()
                .unwrap()
                .iter()
                .map(|word| word.as_string().unwrap())
                .collect();
            assert_eq!(words, ["/bin/sh", script]);
        }
    }
}
