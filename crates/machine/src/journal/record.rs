//! One change, as it is kept.

use std::path::{Path, PathBuf};

use secrecy::SecretString;
use serde::{Deserialize, Serialize};

use crate::content::{Content, Settings};
use crate::tool::{self, Format, Owned, ToolUse};
use crate::value_file::Dialect;
use crate::{
    ChangedFile, Companion, DestinationId, KeyName, MachineError, Method, Surroundings,
    Verification,
};

/// The form of the file.
const FORMAT: u32 = 1;

/// What every form of the file says of itself.
#[derive(Deserialize)]
struct Form {
    format: u32,
}

/// What a file of the journal says.
pub(super) fn read(path: &Path, bytes: &[u8]) -> Result<Record, MachineError> {
    let damaged = || MachineError::JournalDamaged {
        path: path.to_owned(),
    };
    let Form { format } = serde_json::from_slice(bytes).map_err(|_| damaged())?;
    if format > FORMAT {
        return Err(MachineError::JournalNewer {
            path: path.to_owned(),
        });
    }
    let record: Record = serde_json::from_slice(bytes).map_err(|_| damaged())?;
    let is_its_own = path.file_stem().is_some_and(|stem| *stem == *record.id);
    match record.format == FORMAT && is_its_own {
        true => Ok(record),
        false => Err(damaged()),
    }
}

/// How far a change has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Stage {
    /// It, or its undoing, has begun.
    Unfinished,
    /// It is done.
    Active,
    /// It is taken back.
    Undone,
}

/// One thing that was done and can be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
pub(crate) enum Deed {
    /// A value was put into our own file.
    Value {
        destinations: Vec<DestinationId>,
        /// The companion that it was put into; none for the change's own variable.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        companion: Option<String>,
        /// The file as the user knows it.
        path: PathBuf,
        target: PathBuf,
        dialect: Dialect,
        /// Hashes of everything that was put there for this change: a reset key brings another.
        hashes: Vec<String>,
        /// The copy which has what somebody had in the variable before, if it goes back there at the end.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<PathBuf>,
    },
    /// A start-up file needs our block, whether or not it was there already.
    Block {
        destination: DestinationId,
        path: PathBuf,
        target: PathBuf,
        value_target: PathBuf,
        source: String,
    },
    /// What has our file with the values run.
    Agent {
        destination: DestinationId,
        path: PathBuf,
        target: PathBuf,
        value_target: PathBuf,
        /// Of the whole file.
        hash: String,
    },
    /// A line was commented out.
    Comment {
        destination: DestinationId,
        path: PathBuf,
        target: PathBuf,
        /// Where it was, which tells it from another line that says the same.
        line: u32,
        /// Of the line as it was.
        hash: String,
    },
    /// Paths were set in a tool's settings.
    Setting {
        path: PathBuf,
        target: PathBuf,
        format: Format,
        settings: Vec<Owned>,
        /// The file without anything of ours, where what was there before is read from; none if this program made the file.
        copy: Option<PathBuf>,
        /// Nobody else made the file, so that it goes when nothing else is in it.
        made_file: bool,
        /// The permission bits that the file had, if a key in it took some of them away.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mode: Option<u32>,
    },
}

impl Deed {
    /// The file as the user knows it.
    pub(crate) fn path(&self) -> &PathBuf {
        match self {
            Self::Value { path, .. }
            | Self::Block { path, .. }
            | Self::Agent { path, .. }
            | Self::Comment { path, .. }
            | Self::Setting { path, .. } => path,
        }
    }

    /// Whether both were done to one file, even if that has become a link in between.
    pub(crate) fn is_in_the_file_of(&self, other: &Self) -> bool {
        self.target() == other.target() || self.path() == other.path()
    }

    /// The file that it was done to, as it was then.
    pub(crate) fn target(&self) -> &PathBuf {
        match self {
            Self::Value { target, .. }
            | Self::Block { target, .. }
            | Self::Agent { target, .. }
            | Self::Comment { target, .. }
            | Self::Setting { target, .. } => target,
        }
    }
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Record {
    pub(crate) format: u32,
    pub(crate) id: String,
    at_millis: i64,
    pub(crate) variable: String,
    pub(crate) key: KeyName,
    /// The key whose places this one took over last, if it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) moved_from: Option<KeyName>,
    pub(crate) masked: String,
    /// How programs come by the value.
    #[serde(default, skip_serializing_if = "is_value")]
    pub(crate) method: Method,
    /// What was set with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) companions: Vec<Companion>,
    /// What a tool was set to; none for a variable.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) tool: Option<ToolUse>,
    pub(crate) stage: Stage,
    pub(crate) deeds: Vec<Deed>,
    /// Folders that did not exist before.
    pub(crate) made_folders: Vec<PathBuf>,
    pub(crate) files: Vec<ChangedFile>,
    pub(crate) verifications: Vec<Verification>,
}

impl Record {
    /// A change that is about to begin, later than all the others.
    pub(crate) fn begin(
        surroundings: &Surroundings,
        others: &[Self],
        variable: &str,
        key: &KeyName,
        masked: &str,
    ) -> Result<Self, MachineError> {
        let number = others.iter().map(Self::number).max().unwrap_or(0) + 1;
        let mut random = [0u8; 4];
        getrandom::fill(&mut random).map_err(|_| MachineError::NoRandomness)?;
        Ok(Self {
            format: FORMAT,
            id: format!("{number:06}-{}", data_encoding::HEXLOWER.encode(&random)),
            at_millis: (surroundings.now)().as_millisecond(),
            variable: variable.to_owned(),
            key: key.clone(),
            moved_from: None,
            masked: masked.to_owned(),
            method: Method::Value,
            companions: Vec::new(),
            tool: None,
            stage: Stage::Unfinished,
            deeds: Vec::new(),
            made_folders: Vec::new(),
            files: Vec::new(),
            verifications: Vec::new(),
        })
    }

    /// Its place in the order of changes. The clock may go back; this does not.
    pub(crate) fn number(&self) -> u64 {
        self.id
            .split('-')
            .next()
            .and_then(|number| number.parse().ok())
            .unwrap_or(0)
    }

    pub(crate) fn at(&self) -> jiff::Timestamp {
        jiff::Timestamp::from_millisecond(self.at_millis).unwrap_or(jiff::Timestamp::UNIX_EPOCH)
    }

    /// Whether something of it may still be in effect.
    pub(crate) fn is_standing(&self) -> bool {
        self.stage != Stage::Undone
    }

    /// Whether both are about the settings of one tool, in one file.
    pub(crate) fn is_of_the_tool_of(&self, other: &Self) -> bool {
        let tool = |record: &Self| record.tool.as_ref().map(|what| what.tool);
        let file = |record: &Self| record.deeds.first().map(|deed| deed.target().clone());
        tool(self).is_some() && tool(self) == tool(other) && file(self) == file(other)
    }

    /// The value files that it wrote to, each with the variable that it set there.
    pub(crate) fn value_places(&self) -> impl Iterator<Item = (&PathBuf, &str)> {
        self.deeds.iter().filter_map(|deed| match deed {
            Deed::Value {
                target, companion, ..
            } => Some((target, self.variable_of(companion.as_deref()))),
            _ => None,
        })
    }

    /// The variable of one of its value deeds.
    pub(crate) fn variable_of<'a>(&'a self, companion: Option<&'a str>) -> &'a str {
        companion.unwrap_or(&self.variable)
    }

    /// Whether it put something into `variable` in this file.
    pub(crate) fn has_set(&self, file: &Path, variable: &str) -> bool {
        self.value_places()
            .any(|(target, set)| target == file && set == variable)
    }

    /// The hashes of what it put into `variable` in this file.
    pub(crate) fn hashes_in(&self, file: &Path, variable: &str) -> &[String] {
        let found = self.deeds.iter().find_map(|deed| match deed {
            Deed::Value {
                target,
                companion,
                hashes,
                ..
            } if target == file && self.variable_of(companion.as_deref()) == variable => {
                Some(hashes.as_slice())
            }
            _ => None,
        });
        found.unwrap_or_default()
    }

    /// What it puts into one of its variables, the key's value being this.
    pub(crate) fn content(
        &self,
        dialect: Dialect,
        variable: &str,
        value: &SecretString,
    ) -> Option<Content> {
        let settings = Settings {
            variable: &self.variable,
            key: &self.key,
            method: &self.method,
            companions: &self.companions,
            value,
        };
        settings
            .contents(dialect)
            .find(|(name, _)| *name == variable)
            .map(|(_, content)| content)
    }

    /// Takes over from the key it had, with what its places are about to get.
    pub(crate) fn move_to(&mut self, key: &KeyName, masked: &str, value: &SecretString) {
        let before = std::mem::replace(&mut self.key, key.clone());
        self.moved_from = Some(before);
        masked.clone_into(&mut self.masked);
        let (method, key) = (self.method.clone(), self.key.clone());
        for deed in &mut self.deeds {
            if let Deed::Value {
                companion: None,
                dialect,
                hashes,
                ..
            } = deed
            {
                let hash = Content::of_key(*dialect, &method, &key, value).hash();
                if !hashes.contains(&hash) {
                    hashes.push(hash);
                }
            }
        }
        tool::know_contents(self, Some(value));
    }

    /// Whether it has `to`, and had `from` before that.
    pub(crate) fn was_moved(&self, from: &KeyName, to: &KeyName) -> bool {
        self.key == *to && self.moved_from.as_ref() == Some(from)
    }

    /// Takes note of what is about to be written for the key. Whether there was need to.
    pub(crate) fn add_hash(&mut self, file: &Path, variable: &str, hash: &str) -> bool {
        let own = self.variable.clone();
        for deed in &mut self.deeds {
            if let Deed::Value {
                target,
                companion,
                hashes,
                ..
            } = deed
                && target == file
                && companion.as_deref().unwrap_or(&own) == variable
                && !hashes.iter().any(|known| known == hash)
            {
                hashes.push(hash.to_owned());
                return true;
            }
        }
        false
    }
}

impl Record {
    /// The copy that has what somebody had in `variable` there before this change.
    pub(crate) fn before_in(&self, file: &Path, variable: &str) -> Option<&PathBuf> {
        self.deeds.iter().find_map(|deed| match deed {
            Deed::Value {
                target,
                companion,
                before,
                ..
            } if target == file && self.variable_of(companion.as_deref()) == variable => {
                before.as_ref()
            }
            _ => None,
        })
    }

    /// Whether one of the variables that it set gets back what this copy has.
    pub(crate) fn puts_back_from(&self, copy: &Path) -> bool {
        self.deeds
            .iter()
            .any(|deed| matches!(deed, Deed::Value { before: Some(kept), .. } if kept == copy))
    }

    /// Takes over what an earlier change, which is taken back, would have put there at the end.
    pub(crate) fn take_over_before(&mut self, file: &Path, variable: &str, copy: &Path) {
        let own = self.variable.clone();
        for deed in &mut self.deeds {
            if let Deed::Value {
                target,
                companion,
                before: before @ None,
                ..
            } = deed
                && target == file
                && companion.as_deref().unwrap_or(&own) == variable
            {
                *before = Some(copy.to_owned());
            }
        }
    }
}

fn is_value(method: &Method) -> bool {
    *method == Method::Value
}
