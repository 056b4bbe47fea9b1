//! What the server pretends to be: a region with what that region can do, an account or a RAM user of it, and its limits.
//!
//! All of it is data that the rules look at; nothing elsewhere asks for a region by name. Left alone, the server is This
//! computer. The headless binary takes flags for the rest, so that a client can be tried against every region without one.

mod identity;
mod locality;

use model_studio::region::{RegionId, Support};

pub(crate) use identity::{ACCOUNT_ID, USER_NAME};
pub use identity::{Identity, NoSuchAction};
pub(crate) use locality::{Currency, Locality};

/// Keys in a region whose number public sources do not give: the number of all the others.
const USUAL_QUOTA: u32 = 50;

/// A region, who asks there, and how much it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Personality {
    region: RegionId,
    identity: Identity,
    key_quota: u32,
    max_results: Option<u32>,
    api_host: Option<String>,
}

impl Default for Personality {
    fn default() -> Personality {
        Personality::of(RegionId::ThisComputer)
    }
}

impl Personality {
    /// The region as its main account finds it.
    pub fn of(region: RegionId) -> Personality {
        let capabilities = &region.region().capabilities;
        Personality {
            region,
            identity: Identity::MainAccount,
            key_quota: capabilities.quota.unwrap_or(USUAL_QUOTA),
            max_results: None,
            api_host: None,
        }
    }

    /// With another number of keys.
    #[must_use]
    pub fn with_key_quota(self, key_quota: u32) -> Personality {
        Personality { key_quota, ..self }
    }

    /// With another one who asks.
    #[must_use]
    pub fn with_identity(self, identity: Identity) -> Personality {
        Personality { identity, ..self }
    }

    /// With pages of at most so many rows; at least one.
    #[must_use]
    pub fn with_max_results(self, max_results: u32) -> Personality {
        Personality {
            max_results: Some(max_results.max(1)),
            ..self
        }
    }

    /// With workspaces that name this as their host, `{WorkspaceId}` standing for their id. Without it they name the server
    /// itself, which is where their keys are good.
    #[must_use]
    pub fn with_api_host(self, api_host: String) -> Personality {
        Personality {
            api_host: Some(api_host),
            ..self
        }
    }

    /// The region's id.
    pub(crate) fn region(&self) -> RegionId {
        self.region
    }

    /// Who asks.
    pub(crate) fn identity(&self) -> &Identity {
        &self.identity
    }

    /// What a key says its creator is.
    pub(crate) fn owner(&self) -> &'static str {
        match (&self.identity, self.region) {
            // The user of this computer needs no number.
            (Identity::MainAccount, RegionId::ThisComputer) => "owner",
            (identity, _) => identity.id(),
        }
    }

    /// Whose keys are seen; none: everybody's.
    pub(crate) fn sees_only(&self) -> Option<&'static str> {
        match self.identity {
            Identity::MainAccount => None,
            Identity::RamUser { .. } => Some(self.owner()),
        }
    }

    /// How many keys there may be: of each owner, or of all together.
    pub(crate) fn key_quota(&self) -> u32 {
        self.key_quota
    }

    /// Whether the quota is each owner's own.
    pub(crate) fn quota_of_owner(&self) -> bool {
        self.region.region().capabilities.owner_account
    }

    /// Most rows on a page of a list that usually has at most so many.
    pub(crate) fn max_results(&self, usual: u32) -> u32 {
        self.max_results.map_or(usual, |most| most.min(usual))
    }

    /// The host that a workspace names, if it is not the server itself.
    pub(crate) fn api_host(&self, workspace_id: &str) -> Option<String> {
        let pattern = self.api_host.as_deref()?;
        Some(pattern.replace("{WorkspaceId}", workspace_id))
    }

    /// Whether a key may have the permission Custom.
    pub(crate) fn takes_custom(&self) -> bool {
        self.region.region().capabilities.custom_permission != Support::No
    }

    /// Whether keys can be disabled and enabled.
    pub(crate) fn takes_disable(&self) -> bool {
        self.region.region().capabilities.disable != Support::No
    }

    /// Whether keys can be reset.
    pub(crate) fn takes_reset(&self) -> bool {
        self.region.region().capabilities.reset != Support::No
    }

    /// What else is particular to the region.
    pub(crate) fn locality(&self) -> Locality {
        Locality::of(self.region)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn left_alone_it_is_this_computer() {
        let personality = Personality::default();
        assert_eq!(personality.region(), RegionId::ThisComputer);
        assert_eq!(
            (personality.key_quota(), personality.max_results(100)),
            (50, 100)
        );
        assert_eq!(
            (personality.owner(), personality.sees_only()),
            ("owner", None)
        );
        assert!(
            personality.takes_custom() && personality.takes_disable() && personality.takes_reset()
        );
        assert_eq!(personality.api_host("ws-1"), None);
    }

    #[test]
    fn virginia_differs_and_hong_kong_has_the_usual_quota() {
        let virginia = Personality::of(RegionId::UsEast1);
        assert!(!virginia.takes_custom() && !virginia.takes_disable() && !virginia.takes_reset());
        assert!(virginia.quota_of_owner() && virginia.key_quota() == 20);
        let hong_kong = Personality::of(RegionId::CnHongkong);
        assert!(hong_kong.takes_custom() && hong_kong.takes_reset());
        assert!(!hong_kong.quota_of_owner() && hong_kong.key_quota() == USUAL_QUOTA);
    }

    #[test]
    fn a_ram_user_owns_and_sees_its_own() {
        let user = Identity::ram_user(["ListApiKeys".to_owned()]).unwrap();
        let personality = Personality::of(RegionId::CnBeijing).with_identity(user);
        assert_eq!(personality.sees_only(), Some(personality.owner()));
        assert_ne!(
            personality.owner(),
            Personality::of(RegionId::CnBeijing).owner()
        );
    }

    #[test]
    fn a_host_takes_the_workspace_into_its_name() {
        let host = "{WorkspaceId}.cn-beijing.maas.aliyuncs.com".to_owned();
        let personality = Personality::default()
            .with_api_host(host)
            .with_max_results(0);
        let expected = "ws-1.cn-beijing.maas.aliyuncs.com";
        assert_eq!(personality.api_host("ws-1").as_deref(), Some(expected));
        assert_eq!(
            personality.max_results(100),
            1,
            "a page of nothing would never end"
        );
    }
}
