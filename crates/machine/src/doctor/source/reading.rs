//! Reads files, counts them, and notes those that could not be read.

use std::path::Path;

use super::Source;
use crate::destination::AlsoRead;
use crate::doctor::beside::origin;
use crate::doctor::value::Held;
use crate::doctor::{HostSetting, Scope, UnreadSettings, Unreadable, UnreadableWhy};
use crate::file::{self, Snapshot};
use crate::foreign::{self, Grammar, Look};
use crate::store::Store;
use crate::{DestinationId, MachineError, Surroundings};

/// What is looked for, and what came of it so far.
pub(in crate::doctor) struct Reading<'a> {
    pub(in crate::doctor) surroundings: &'a Surroundings,
    pub(in crate::doctor) variable: &'a str,
    /// Variables that name the host beside it.
    pub(in crate::doctor) beside: &'a [String],
    pub(in crate::doctor) sources: Vec<Source>,
    pub(in crate::doctor) hosts: Vec<HostSetting>,
    /// Settings of tools that the tools do not read.
    pub(in crate::doctor) unread: Vec<UnreadSettings>,
    pub(in crate::doctor) unreadable: Vec<Unreadable>,
    pub(in crate::doctor) files: usize,
}

impl<'a> Reading<'a> {
    pub(in crate::doctor) fn new(
        surroundings: &'a Surroundings,
        variable: &'a str,
        beside: &'a [String],
    ) -> Self {
        Self {
            surroundings,
            variable,
            beside,
            sources: Vec::new(),
            hosts: Vec::new(),
            unread: Vec::new(),
            unreadable: Vec::new(),
            files: 0,
        }
    }

    /// The file, if there is one and it can be read.
    pub(in crate::doctor) fn read(&mut self, path: &Path) -> Option<Snapshot> {
        self.looked_at(
            path,
            file::resolve(path).and_then(|found| file::read(&found.target)),
        )
    }

    /// The same where our values rest, which may be a key of the registry.
    pub(super) fn read_values(&mut self, path: &Path) -> Option<Snapshot> {
        let variables =
            std::iter::once(self.variable).chain(self.beside.iter().map(String::as_str));
        let found = Store::find(path).and_then(|store| store.read(variables));
        self.looked_at(path, found)
    }

    fn looked_at(
        &mut self,
        path: &Path,
        found: Result<Option<Snapshot>, MachineError>,
    ) -> Option<Snapshot> {
        match found {
            Ok(found) => {
                self.files += usize::from(found.is_some());
                found
            }
            // Another file of the folder may be a link to nothing, and a shell would go on too.
            Err(MachineError::LinkDangling { .. }) => None,
            Err(error) => {
                self.cannot(path, &error);
                None
            }
        }
    }

    /// Notes that something could not be looked at.
    pub(in crate::doctor) fn cannot(&mut self, path: &Path, error: &dyn std::fmt::Display) {
        self.unreadable.push(Unreadable {
            place: path.to_owned(),
            why: UnreadableWhy::System(error.to_string()),
        });
    }

    /// Adds what one file of others says, as `scope` counts it.
    pub(super) fn add_file(&mut self, scope: Scope, path: &Path, grammar: Grammar) {
        let Some(snapshot) = self.read(path) else {
            return;
        };
        let look = Look {
            // Named for the ids of lines that can be commented out, and these never can.
            destination: DestinationId::Bash,
            path,
            bytes: &snapshot.bytes,
            grammar,
            block: None,
            later: false,
            ours_to_edit: false,
        };
        self.add_look(scope, &look, |_| true);
    }

    /// The same for the files that a place reads beside its own.
    pub(super) fn add_also(&mut self, scope: Scope, also: &AlsoRead, grammar: Grammar) {
        self.add_file(scope, &also.path, grammar);
    }

    /// Adds what a look finds, on the lines that are wanted.
    pub(super) fn add_look(
        &mut self,
        scope: Scope,
        look: &Look<'_>,
        wanted: impl Fn(u32) -> bool + Copy,
    ) {
        self.add_settings(scope, look, wanted);
        self.add_hosts(scope, look, wanted);
    }

    /// The lines that set the variable.
    pub(super) fn add_settings(
        &mut self,
        scope: Scope,
        look: &Look<'_>,
        wanted: impl Fn(u32) -> bool,
    ) {
        let found = foreign::find_with_values(self.surroundings, look, self.variable);
        for (line, value) in found.into_iter().filter(|(line, _)| wanted(line.line)) {
            let held = Held::written(self.surroundings, &value);
            let mut source = Source::new(scope, look.path, Some(line.line), held);
            source.line_id = line.can_comment_out.then_some(line.id);
            self.sources.push(source);
        }
    }

    /// The lines that name the host beside it.
    pub(super) fn add_hosts(
        &mut self,
        scope: Scope,
        look: &Look<'_>,
        wanted: impl Fn(u32) -> bool,
    ) {
        for variable in self.beside {
            let found = foreign::find_with_values(self.surroundings, look, variable);
            let found = found.into_iter().filter(|(line, _)| wanted(line.line));
            for (line, value) in found {
                self.add_host(scope, look.path, Some(line.line), variable, &value);
            }
        }
    }

    /// Adds a host, if an address stands there.
    pub(super) fn add_host(
        &mut self,
        scope: Scope,
        path: &Path,
        line: Option<u32>,
        variable: &str,
        value: &str,
    ) {
        let Some(origin) = origin(value) else { return };
        self.hosts.push(HostSetting {
            variable: variable.to_owned(),
            scope,
            place: path.to_owned(),
            line,
            origin,
        });
    }
}
