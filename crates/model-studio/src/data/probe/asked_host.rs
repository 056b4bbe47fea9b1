//! What a host is, told by its name.

use url::{Host, Url};

use crate::reach::Reach;
use crate::region::{PlanHost, REGIONS, RegionId};

/// Which of the platform's hosts was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskedHost {
    /// The host of a region that takes the keys of all its workspaces.
    Shared(RegionId),
    /// The host of one workspace.
    Workspace(RegionId),
    /// A host of a plan.
    Plan(&'static PlanHost),
    /// This computer.
    ThisComputer,
    /// None that is known: an endpoint of the user's own.
    Own,
}

impl AskedHost {
    /// The host of an origin.
    pub fn of(origin: &str) -> AskedHost {
        let Ok(url) = Url::parse(origin) else {
            return AskedHost::Own;
        };
        if Reach::of(&url) == Reach::Loopback {
            return AskedHost::ThisComputer;
        }
        let Some(Host::Domain(name)) = url.host() else {
            return AskedHost::Own;
        };
        if let Some(plan_host) = PlanHost::find(name) {
            return AskedHost::Plan(plan_host);
        }
        for region in &REGIONS {
            if region.shared_host == Some(name) {
                return AskedHost::Shared(region.id);
            }
            let ending = region
                .workspace_host
                .and_then(|pattern| pattern.strip_prefix("{WorkspaceId}"));
            let workspace = ending.and_then(|ending| name.strip_suffix(ending));
            if workspace.is_some_and(|id| !id.is_empty() && !id.contains('.')) {
                return AskedHost::Workspace(region.id);
            }
        }
        AskedHost::Own
    }

    /// The region whose keys it takes, where its name says so.
    pub fn region(&self) -> Option<RegionId> {
        match self {
            AskedHost::Shared(region) | AskedHost::Workspace(region) => Some(*region),
            AskedHost::Plan(host) => Some(host.region),
            AskedHost::ThisComputer => Some(RegionId::ThisComputer),
            AskedHost::Own => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::region::Plan;

    #[test]
    fn a_host_is_told_by_its_name() {
        for (origin, host) in [
            (
                "https://dashscope-intl.aliyuncs.com",
                AskedHost::Shared(RegionId::ApSoutheast1),
            ),
            (
                "https://cn-hongkong.dashscope.aliyuncs.com/",
                AskedHost::Shared(RegionId::CnHongkong),
            ),
            (
                "https://ws-1.ap-northeast-1.maas.aliyuncs.com",
                AskedHost::Workspace(RegionId::ApNortheast1),
            ),
            ("http://127.0.0.1:4000", AskedHost::ThisComputer),
            ("http://[::1]:4000", AskedHost::ThisComputer),
            ("https://gateway.example.com", AskedHost::Own),
            ("https://a.b.cn-beijing.maas.aliyuncs.com", AskedHost::Own),
            ("https://dashscope.aliyuncs.com.example.com", AskedHost::Own),
            ("https://203.0.113.7", AskedHost::Own),
            ("no address", AskedHost::Own),
        ] {
            assert_eq!(AskedHost::of(origin), host, "{origin}");
        }
        // It has the form of a workspace's host and is none.
        let plan = AskedHost::of("https://token-plan.cn-beijing.maas.aliyuncs.com");
        assert!(matches!(plan, AskedHost::Plan(host) if host.plan == Plan::Token));
        assert_eq!(plan.region(), Some(RegionId::CnBeijing));
    }
}
