//! What regions may differ in. The values are in `table`.

/// Whether public sources say that a region supports something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Support {
    /// They do.
    Yes,
    /// They say it does not.
    No,
    /// They contradict each other or are silent: the service is asked and its answer believed.
    Disputed,
}

/// What a region can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capabilities {
    /// Its control plane answers under the host that the platform's rule gives.
    pub control_plane: Support,
    /// A key may have an IP allowlist and a model scope.
    pub custom_permission: Support,
    /// The allowlist takes IPv6.
    pub ipv6: Support,
    /// Keys can be disabled and enabled.
    pub disable: Support,
    /// Keys can be reset.
    pub reset: Support,
    /// Short-lived tokens can be derived from a key.
    pub temporary_keys: Support,
    /// Request and answer can be encrypted with the platform's public key.
    pub payload_encryption: Support,
    /// Private connections from a VPC.
    pub private_link: Support,
    /// There is one host for the keys of all workspaces.
    pub shared_host: bool,
    /// Each workspace has a host of its own.
    pub workspace_host: Support,
    /// Keys there may be, for each account (for each owner, where keys have one); none where it is not stated.
    pub quota: Option<u32>,
    /// A key is created for an owner account.
    pub owner_account: bool,
}
