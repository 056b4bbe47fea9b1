//! The hosts of the plans: a plan's keys work there and nowhere else, and other keys do not work there.

use super::{BaseUrls, RegionId};

/// A subscription that has keys and hosts of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Plan {
    /// Coding Plan.
    Coding,
    /// Token Plan, personal and team.
    Token,
}

/// A host of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanHost {
    /// The plan.
    pub plan: Plan,
    /// Where its site's accounts live.
    pub region: RegionId,
    /// The host.
    pub host: &'static str,
}

/// All of them. That the international host of Coding Plan exists is second-hand knowledge: the service is asked.
pub const PLAN_HOSTS: [PlanHost; 4] = [
    PlanHost {
        plan: Plan::Coding,
        region: RegionId::CnBeijing,
        host: "coding.dashscope.aliyuncs.com",
    },
    PlanHost {
        plan: Plan::Coding,
        region: RegionId::ApSoutheast1,
        host: "coding-intl.dashscope.aliyuncs.com",
    },
    PlanHost {
        plan: Plan::Token,
        region: RegionId::CnBeijing,
        host: "token-plan.cn-beijing.maas.aliyuncs.com",
    },
    PlanHost {
        plan: Plan::Token,
        region: RegionId::ApSoutheast1,
        host: "token-plan.ap-southeast-1.maas.aliyuncs.com",
    },
];

impl PlanHost {
    /// The plan's host of that name.
    pub fn find(host: &str) -> Option<&'static PlanHost> {
        PLAN_HOSTS
            .iter()
            .find(|plan_host| plan_host.host.eq_ignore_ascii_case(host))
    }

    /// The addresses that programs are given.
    pub fn base_urls(&self) -> BaseUrls {
        let mut urls = super::base_urls(self.host);
        if self.plan == Plan::Coding {
            // It has neither the longer path nor the native interface.
            urls.openai = format!("https://{}/v1", self.host);
            urls.native.clear();
        }
        urls
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plans_host_is_found_and_knows_its_paths() {
        let coding = PlanHost::find("CODING.dashscope.aliyuncs.com").unwrap();
        assert_eq!(coding.plan, Plan::Coding);
        let urls = coding.base_urls();
        assert_eq!(urls.openai, "https://coding.dashscope.aliyuncs.com/v1");
        assert_eq!(
            urls.anthropic,
            "https://coding.dashscope.aliyuncs.com/apps/anthropic"
        );
        assert_eq!(urls.native, "");

        let token = PlanHost::find("token-plan.ap-southeast-1.maas.aliyuncs.com").unwrap();
        assert_eq!(
            (token.plan, token.region),
            (Plan::Token, RegionId::ApSoutheast1)
        );
        assert!(token.base_urls().openai.ends_with("/compatible-mode/v1"));
        assert!(token.base_urls().native.ends_with("/api/v1"));
    }

    #[test]
    fn no_other_host_is_a_plans() {
        for region in &super::super::REGIONS {
            assert_eq!(region.shared_host.and_then(PlanHost::find), None);
        }
        assert_eq!(
            PlanHost::find("x.token-plan.cn-beijing.maas.aliyuncs.com"),
            None
        );
    }
}
