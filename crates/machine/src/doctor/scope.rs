use crate::DestinationId;

/// For whom a value counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Terminals with bash.
    Bash,
    /// Terminals with zsh.
    Zsh,
    /// Terminals with fish.
    Fish,
    /// Programs started from the desktop.
    Desktop,
    /// The user's variables in the registry of Windows.
    WindowsUser,
    /// Every user of this computer.
    Machine,
    /// A project folder that the user named.
    Project,
    /// A tool's own settings.
    Tool,
    /// What one unit of a service manager starts.
    Unit,
}

impl Scope {
    pub(super) fn of(destination: DestinationId) -> Self {
        match destination {
            DestinationId::Bash => Self::Bash,
            DestinationId::Zsh => Self::Zsh,
            DestinationId::Fish => Self::Fish,
            DestinationId::Desktop | DestinationId::LaunchAgent => Self::Desktop,
            DestinationId::WindowsUser => Self::WindowsUser,
        }
    }

    /// Each source counts by itself: nothing in this scope is read after another.
    pub(super) fn is_many(self) -> bool {
        matches!(self, Self::Project | Self::Tool | Self::Unit)
    }
}
