//! The table of regions. "Disputed" marks what public sources contradict each other about.

use super::Support::{Disputed, No, Yes};
use super::{Capabilities, Region, RegionId, Site};

/// The seven regions in the order of the switcher.
pub const REGIONS: [Region; 7] = [
    Region {
        id: RegionId::ThisComputer,
        name_en: "This computer",
        name_zh: "这台电脑",
        site: Site::ThisComputer,
        shared_host: None,
        workspace_host: None,
        control_host: None,
        console_url: None,
        service_sites: &[],
        capabilities: Capabilities {
            control_plane: Yes,
            custom_permission: Yes,
            ipv6: Yes,
            disable: Yes,
            reset: Yes,
            temporary_keys: Yes,
            payload_encryption: Yes,
            private_link: No,
            shared_host: true,
            workspace_host: No,
            quota: Some(50),
            owner_account: false,
        },
    },
    Region {
        id: RegionId::CnBeijing,
        name_en: "China (Beijing)",
        name_zh: "华北2（北京）",
        site: Site::China,
        shared_host: Some("dashscope.aliyuncs.com"),
        workspace_host: Some("{WorkspaceId}.cn-beijing.maas.aliyuncs.com"),
        control_host: Some("modelstudio.cn-beijing.aliyuncs.com"),
        console_url: Some("https://bailian.console.aliyun.com/cn-beijing/settings/api-key"),
        service_sites: &[],
        capabilities: Capabilities {
            control_plane: Yes,
            custom_permission: Yes,
            ipv6: Yes,
            disable: Yes,
            reset: Yes,
            temporary_keys: Yes,
            payload_encryption: Yes,
            private_link: Yes,
            shared_host: true,
            workspace_host: Yes,
            quota: Some(50),
            owner_account: false,
        },
    },
    Region {
        id: RegionId::ApSoutheast1,
        name_en: "Singapore",
        name_zh: "新加坡",
        site: Site::International,
        shared_host: Some("dashscope-intl.aliyuncs.com"),
        workspace_host: Some("{WorkspaceId}.ap-southeast-1.maas.aliyuncs.com"),
        control_host: Some("modelstudio.ap-southeast-1.aliyuncs.com"),
        console_url: Some("https://modelstudio.console.alibabacloud.com/ap-southeast-1"),
        service_sites: &[],
        capabilities: Capabilities {
            control_plane: Yes,
            custom_permission: Disputed,
            ipv6: Disputed,
            disable: Yes,
            reset: Yes,
            temporary_keys: Yes,
            payload_encryption: Disputed,
            private_link: Disputed,
            shared_host: true,
            workspace_host: Yes,
            quota: Some(50),
            owner_account: false,
        },
    },
    Region {
        id: RegionId::ApNortheast1,
        name_en: "Japan (Tokyo)",
        name_zh: "日本（东京）",
        site: Site::International,
        shared_host: None,
        workspace_host: Some("{WorkspaceId}.ap-northeast-1.maas.aliyuncs.com"),
        // No source names it; it follows the rule that the SDK builds hosts by.
        control_host: Some("modelstudio.ap-northeast-1.aliyuncs.com"),
        console_url: Some("https://modelstudio.console.alibabacloud.com/ap-northeast-1"),
        service_sites: &["global", "japan"],
        capabilities: Capabilities {
            control_plane: Disputed,
            custom_permission: Disputed,
            ipv6: Disputed,
            disable: Yes,
            reset: Yes,
            temporary_keys: Disputed,
            payload_encryption: Disputed,
            private_link: No,
            shared_host: false,
            workspace_host: Yes,
            quota: Some(50),
            owner_account: false,
        },
    },
    Region {
        id: RegionId::CnHongkong,
        name_en: "China (Hong Kong)",
        name_zh: "中国香港",
        site: Site::International,
        shared_host: Some("cn-hongkong.dashscope.aliyuncs.com"),
        workspace_host: Some("{WorkspaceId}.cn-hongkong.maas.aliyuncs.com"),
        control_host: Some("modelstudio.cn-hongkong.aliyuncs.com"),
        console_url: Some("https://bailian.console.aliyun.com/cn-hongkong/settings/api-key"),
        service_sites: &["global", "cn-hongkong"],
        capabilities: Capabilities {
            control_plane: Yes,
            custom_permission: Disputed,
            ipv6: Disputed,
            disable: Yes,
            reset: Yes,
            temporary_keys: Yes,
            payload_encryption: Disputed,
            private_link: Disputed,
            shared_host: true,
            workspace_host: Yes,
            quota: None,
            owner_account: false,
        },
    },
    Region {
        id: RegionId::EuCentral1,
        name_en: "Germany (Frankfurt)",
        name_zh: "德国（法兰克福）",
        site: Site::International,
        shared_host: None,
        workspace_host: Some("{WorkspaceId}.eu-central-1.maas.aliyuncs.com"),
        control_host: Some("modelstudio.eu-central-1.aliyuncs.com"),
        console_url: Some("https://modelstudio.console.alibabacloud.com/eu-central-1"),
        service_sites: &["global", "european-union"],
        capabilities: Capabilities {
            control_plane: Yes,
            custom_permission: Disputed,
            ipv6: Disputed,
            disable: Yes,
            reset: Yes,
            temporary_keys: Disputed,
            payload_encryption: Disputed,
            private_link: No,
            shared_host: false,
            workspace_host: Yes,
            quota: Some(50),
            owner_account: false,
        },
    },
    Region {
        id: RegionId::UsEast1,
        name_en: "US (Virginia)",
        name_zh: "美国（弗吉尼亚）",
        site: Site::International,
        shared_host: Some("dashscope-us.aliyuncs.com"),
        workspace_host: Some("{WorkspaceId}.us-east-1.maas.aliyuncs.com"),
        control_host: Some("modelstudio.us-east-1.aliyuncs.com"),
        console_url: Some("https://modelstudio.console.alibabacloud.com/us-east-1"),
        service_sites: &["global", "united-states"],
        capabilities: Capabilities {
            control_plane: Disputed,
            // The newest page says so; an older one names an IPv4 list there.
            custom_permission: No,
            ipv6: No,
            disable: No,
            reset: No,
            temporary_keys: Yes,
            payload_encryption: Disputed,
            private_link: No,
            shared_host: true,
            workspace_host: Disputed,
            quota: Some(20),
            owner_account: true,
        },
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_agree_with_capabilities() {
        for region in &REGIONS {
            if region.id == RegionId::ThisComputer {
                assert_eq!(region.site, Site::ThisComputer);
                continue;
            }
            assert_eq!(
                region.shared_host.is_some(),
                region.capabilities.shared_host,
                "{}",
                region.id
            );
            assert_eq!(
                region.workspace_host.is_some(),
                region.capabilities.workspace_host != No,
                "{}",
                region.id
            );
            for host in [
                region.workspace_host,
                region.control_host,
                region.console_url,
            ]
            .into_iter()
            .flatten()
            {
                assert!(host.contains(region.id.as_str()), "{host}");
            }
        }
    }
}
