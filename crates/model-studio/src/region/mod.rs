//! Regions and what tells them apart. The difference between regions is data: nothing elsewhere asks for a region by name
//! to decide what it can do.

mod base_urls;
mod capabilities;
mod id;
mod plan_hosts;
mod table;

pub use base_urls::{BaseUrls, base_urls};
pub use capabilities::{Capabilities, Support};
pub use id::{RegionId, RegionUnknown};
pub use plan_hosts::{PLAN_HOSTS, Plan, PlanHost};
pub use table::REGIONS;

use crate::key::KeyKind;

/// The side of the platform that a region's accounts and console belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Site {
    /// No cloud: the server on this computer.
    ThisComputer,
    /// aliyun.com.
    China,
    /// alibabacloud.com.
    International,
}

/// A region: its names, its hosts and what it can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// The platform's id of the region.
    pub id: RegionId,
    /// Its name in English.
    pub name_en: &'static str,
    /// Its name in Chinese.
    pub name_zh: &'static str,
    /// Where its accounts live.
    pub site: Site,
    /// The host that accepts a key of any workspace; This computer's is known only once it listens.
    pub shared_host: Option<&'static str>,
    /// The pattern of a workspace's own host, with `{WorkspaceId}` in it.
    pub workspace_host: Option<&'static str>,
    /// The host of the control plane; This computer's is known only once it listens.
    pub control_host: Option<&'static str>,
    /// The key page of the platform's console.
    pub console_url: Option<&'static str>,
    /// Where a new workspace may say that its models run; empty where it may not say.
    pub service_sites: &'static [&'static str],
    /// What the region can do.
    pub capabilities: Capabilities,
}

impl Region {
    /// The host of one workspace; none where the region has no such hosts or the id could not be part of a host name. A key that
    /// stands in the place of an id is none: names of hosts are asked for in the clear.
    pub fn workspace_host_of(&self, workspace_id: &str) -> Option<String> {
        let is_key = KeyKind::of(workspace_id) != KeyKind::Unrecognised;
        let fits = !is_key
            && (1..=63).contains(&workspace_id.len())
            && workspace_id.starts_with(|first: char| first.is_ascii_alphanumeric())
            && workspace_id
                .chars()
                .all(|character| character.is_ascii_alphanumeric() || "-_".contains(character));
        let pattern = self.workspace_host.filter(|_| fits)?;
        Some(pattern.replace("{WorkspaceId}", workspace_id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workspace_host_is_built_from_the_pattern() {
        let host = RegionId::EuCentral1.region().workspace_host_of("ws-7f");
        assert_eq!(
            host.as_deref(),
            Some("ws-7f.eu-central-1.maas.aliyuncs.com")
        );
    }

    #[test]
    fn a_workspace_id_cannot_lead_to_another_host() {
        let region = RegionId::CnBeijing.region();
        for id in [
            "",
            "evil.example/",
            "a.b",
            "-a",
            "ws 1",
            "空间",
            &"a".repeat(64),
            "sk-0123456789abcdef0123456789abcdef",
            "st-0123456789abcdef",
        ] {
            assert_eq!(region.workspace_host_of(id), None, "{id}");
        }
        assert_eq!(
            RegionId::ThisComputer.region().workspace_host_of("ws-1"),
            None
        );
    }
}
