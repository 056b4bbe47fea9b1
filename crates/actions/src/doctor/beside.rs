//! The host beside a key: which variables name it, and whether it is one that takes the key.

use machine::doctor::HostSetting;
use model_studio::data::probe::AskedHost;
use model_studio::region::RegionId;

use crate::typed;
use crate::wire::{BaseUrlsView, FindingView, HostView, KeyRef};

/// The variables that name the host for programs which take the key from `variable`.
pub(super) fn names(variable: &str) -> Vec<String> {
    let known: &[&str] = match variable {
        "DASHSCOPE_API_KEY" => &["DASHSCOPE_HTTP_BASE_URL"],
        "OPENAI_API_KEY" => &["OPENAI_BASE_URL", "OPENAI_API_BASE"],
        "ANTHROPIC_API_KEY" | "ANTHROPIC_AUTH_TOKEN" => &["ANTHROPIC_BASE_URL"],
        _ => &[],
    };
    if !known.is_empty() {
        return known.iter().map(|name| (*name).to_owned()).collect();
    }
    // Names of people's own are made in the same manner.
    ["_API_KEY", "_AUTH_TOKEN", "_TOKEN", "_KEY"]
        .iter()
        .find_map(|ending| variable.strip_suffix(ending))
        .filter(|stem| !stem.is_empty())
        .map(|stem| vec![format!("{stem}_BASE_URL")])
        .unwrap_or_default()
}

/// The settings whose host is known to refuse the key. A host that is none of the platform's is a gateway of somebody's own,
/// and nothing is known of it.
pub(super) fn wrong(
    key: &KeyRef,
    hosts: &[HostView],
    settings: &[HostSetting],
) -> Vec<FindingView> {
    let Ok(region) = typed::region(&key.region) else {
        return Vec::new();
    };
    let Some(in_use) = hosts.first() else {
        return Vec::new();
    };
    let wrong = settings.iter().filter_map(|setting| {
        let fits = hosts.iter().any(|host| {
            AskedHost::of(&host.origin) == AskedHost::of(&setting.origin)
                && same_host(host, setting)
        });
        let mismatch = mismatch(region.id, hosts, &setting.origin).filter(|_| !fits)?;
        let expected = url_for(&setting.variable, &in_use.base_urls).to_owned();
        let (name, host) = (setting.variable.clone(), setting.origin.clone());
        let (place, line) = (setting.place.display().to_string(), setting.line);
        Some(match mismatch {
            Mismatch::Region => FindingView::WrongRegionHost {
                setting: name,
                place,
                line,
                host,
                expected,
            },
            Mismatch::Plan => FindingView::WrongPlanHost {
                setting: name,
                place,
                line,
                host,
                expected,
            },
        })
    });
    wrong.collect()
}

fn same_host(host: &HostView, setting: &HostSetting) -> bool {
    host.origin.eq_ignore_ascii_case(&setting.origin)
}

enum Mismatch {
    Region,
    Plan,
}

fn mismatch(region: RegionId, hosts: &[HostView], origin: &str) -> Option<Mismatch> {
    let plans: Vec<_> = hosts
        .iter()
        .filter_map(|host| match AskedHost::of(&host.origin) {
            AskedHost::Plan(host) => Some(host.plan),
            _ => None,
        })
        .collect();
    match AskedHost::of(origin) {
        AskedHost::Own => None,
        AskedHost::Plan(host) if plans.contains(&host.plan) => {
            (host.region != region).then_some(Mismatch::Region)
        }
        AskedHost::Plan(_) => Some(Mismatch::Plan),
        AskedHost::Shared(_) | AskedHost::Workspace(_) if !plans.is_empty() => Some(Mismatch::Plan),
        other => (other.region() != Some(region)).then_some(Mismatch::Region),
    }
}

/// The address in the form that this variable takes.
fn url_for<'a>(variable: &str, urls: &'a BaseUrlsView) -> &'a str {
    let fits = if variable.starts_with("ANTHROPIC") {
        &urls.anthropic
    } else if variable.starts_with("DASHSCOPE") {
        &urls.native
    } else {
        &urls.openai
    };
    // The hosts of some plans have but one form.
    if fits.is_empty() { &urls.openai } else { fits }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use machine::doctor::Scope;

    use super::*;
    use crate::places::hosts::base_urls;
    use crate::wire::HostKindView;

    fn judged(
        region: &str,
        origin: &str,
        variable: &str,
        set: &str,
    ) -> Option<(&'static str, String)> {
        let key = KeyRef {
            region: region.to_owned(),
            api_key_id: "1".to_owned(),
        };
        let hosts = [HostView {
            kind: HostKindView::Shared,
            base_urls: base_urls(origin),
            origin: origin.to_owned(),
        }];
        let setting = HostSetting {
            variable: variable.to_owned(),
            scope: Scope::Bash,
            place: PathBuf::from("/h/.bashrc"),
            line: Some(3),
            origin: set.to_owned(),
        };
        match wrong(&key, &hosts, &[setting]).pop()? {
            FindingView::WrongRegionHost { expected, .. } => Some(("region", expected)),
            FindingView::WrongPlanHost { expected, .. } => Some(("plan", expected)),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_host_that_refuses_the_key_is_told_with_the_one_that_fits() {
        let beijing = "https://dashscope.aliyuncs.com";
        let singapore = "https://dashscope-intl.aliyuncs.com";
        let coding = "https://coding.dashscope.aliyuncs.com";
        let (open, anthropic) = ("OPENAI_BASE_URL", "ANTHROPIC_BASE_URL");
        for (region, host, variable, set, expected) in [
            (
                "cn-beijing@a",
                beijing,
                open,
                singapore,
                Some((
                    "region",
                    "https://dashscope.aliyuncs.com/compatible-mode/v1",
                )),
            ),
            (
                "cn-beijing@a",
                beijing,
                "DASHSCOPE_HTTP_BASE_URL",
                coding,
                Some(("plan", "https://dashscope.aliyuncs.com/api/v1")),
            ),
            (
                "cn-beijing@a",
                coding,
                anthropic,
                beijing,
                Some((
                    "plan",
                    "https://coding.dashscope.aliyuncs.com/apps/anthropic",
                )),
            ),
            (
                "cn-beijing@a",
                coding,
                open,
                "https://coding-intl.dashscope.aliyuncs.com",
                Some(("region", "https://coding.dashscope.aliyuncs.com/v1")),
            ),
            (
                "this-computer",
                "http://127.0.0.1:4170",
                open,
                beijing,
                Some(("region", "http://127.0.0.1:4170/compatible-mode/v1")),
            ),
            ("cn-beijing@a", beijing, open, beijing, None),
            (
                "cn-beijing@a",
                beijing,
                open,
                "https://gateway.example.com",
                None,
            ),
            (
                "cn-beijing@a",
                beijing,
                open,
                "https://ws-1.cn-beijing.maas.aliyuncs.com",
                None,
            ),
        ] {
            let told = judged(region, host, variable, set);
            let expected = expected.map(|(kind, url)| (kind, url.to_owned()));
            assert_eq!(told, expected, "{region} {host} {variable} {set}");
        }
    }

    #[test]
    fn the_variables_beside_a_key() {
        assert_eq!(
            names("OPENAI_API_KEY"),
            ["OPENAI_BASE_URL", "OPENAI_API_BASE"]
        );
        assert_eq!(names("BAILIAN_API_KEY"), ["BAILIAN_BASE_URL"]);
        assert!(names("_KEY").is_empty() && names("X").is_empty());
    }
}
