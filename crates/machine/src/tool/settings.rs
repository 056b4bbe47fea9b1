use std::path::PathBuf;

use super::document::{Content, Format, Reads, Step};
use super::{ToolUse, ToolWay};
use crate::{KeyName, Surroundings};

/// What there is to know about a tool that is written.
pub(crate) trait WrittenTool {
    /// What its program is called.
    fn program_name(&self) -> &'static str;
    /// Where else than in the `PATH` its installers put it.
    fn usual_programs(&self, surroundings: &Surroundings) -> Vec<PathBuf>;
    /// The file of its settings.
    fn settings_file(&self, surroundings: &Surroundings) -> PathBuf;
    /// The language of that file.
    fn format(&self) -> Format;
    /// What of that language it reads itself.
    fn reads(&self) -> Reads;
    /// How it can come by a key, the best first.
    fn ways(&self) -> &'static [ToolWay];
    /// The variable that it reads, for [`ToolWay::Environment`].
    fn variable(&self) -> Option<&'static str>;
    /// Our paths, and what stands in them.
    fn settings(&self, what: &ToolUse, key: &KeyName) -> Vec<Setting>;
    /// Variables of its environment that win over what is set for it this way.
    fn rival_variables(&self, way: ToolWay) -> Vec<&'static str>;
    /// Files of its settings that are read too, and paths in them that win over ours. Those of the file itself are named with it.
    fn rival_files(&self, surroundings: &Surroundings, way: ToolWay) -> Vec<RivalFile>;
}

/// One of our paths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Setting {
    pub(crate) path: Vec<Step>,
    pub(crate) content: Content,
    /// It is put in only where nothing is, because the tool needs something there, and whatever it makes of it is right.
    pub(crate) is_default: bool,
}

impl Setting {
    pub(crate) fn new(path: &[&str], content: Content) -> Self {
        Self {
            path: Step::keys(path),
            content,
            is_default: false,
        }
    }

    pub(crate) fn text(path: &[&str], text: &str) -> Self {
        Self::new(path, Content::text(text))
    }

    pub(crate) fn default(path: &[&str], content: Content) -> Self {
        Self {
            is_default: true,
            ..Self::new(path, content)
        }
    }
}

/// A file in which something may win over ours.
pub(crate) struct RivalFile {
    pub(crate) path: PathBuf,
    pub(crate) format: Format,
    pub(crate) settings: Vec<Vec<Step>>,
}

/// The folder that a variable of the environment names, or the usual one.
pub(crate) fn folder_of(surroundings: &Surroundings, variable: &str, usual: &str) -> PathBuf {
    surroundings
        .environment
        .get(variable)
        .map(PathBuf::from)
        .filter(|folder| folder.is_absolute())
        .unwrap_or_else(|| surroundings.home.join(usual))
}

/// Our name in the settings of tools that know providers by one.
pub(crate) const PROVIDER: &str = "studio-keys";

/// What is shown of us in lists of providers.
pub(crate) const PROVIDER_NAME: &str = "Model Studio (Studio Keys)";
