//! What is particular to a region and only a server has to know: where its models may run, its currency and tax, and how its
//! workspaces begin. What a client has to know too is in `model_studio::region`.

use jiff::tz::Offset;
use model_studio::region::RegionId;
use model_studio::tasks::PLATFORM_OFFSET;

/// What is particular to a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Locality {
    /// Where a workspace's models may run; the first is meant where nothing is said.
    pub(crate) service_sites: &'static [&'static str],
    /// Whether a new workspace may say where.
    pub(crate) takes_service_site: bool,
    /// Workspaces there may be, the default one included; none: any number.
    pub(crate) workspace_quota: Option<u32>,
    /// Whether a new workspace may call every model until it is told otherwise.
    pub(crate) workspaces_begin_open: bool,
    /// What is paid in.
    pub(crate) currency: Currency,
    /// The part of an amount that is tax, in percent on top of the rest.
    pub(crate) tax_percent: u8,
    /// What bills call the calls of models.
    pub(crate) article_code: &'static str,
    /// By whose midnight bills count days.
    pub(crate) days_by: Offset,
}

/// What is paid in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Currency {
    /// Renminbi.
    Cny,
    /// US dollars.
    Usd,
}

impl Currency {
    /// Its code.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Currency::Cny => "CNY",
            Currency::Usd => "USD",
        }
    }
}

impl Locality {
    /// Of this region.
    pub(crate) const fn of(region: RegionId) -> Locality {
        // As an account of the platform has it.
        let cloud = Locality {
            service_sites: region.region().service_sites,
            takes_service_site: true,
            workspace_quota: Some(10),
            workspaces_begin_open: false,
            currency: Currency::Usd,
            tax_percent: 0,
            article_code: "sfm_inference_public_intl",
            days_by: PLATFORM_OFFSET,
        };
        match region {
            RegionId::ThisComputer => Locality {
                service_sites: &["this-computer"],
                workspace_quota: None,
                // A workspace was only a name here before there were grants, and nobody else's models are at stake.
                workspaces_begin_open: true,
                currency: Currency::Cny,
                article_code: "sfm_inference_this_computer",
                // Nobody's bill is made of it.
                days_by: Offset::UTC,
                ..cloud
            },
            RegionId::CnBeijing => Locality {
                service_sites: &["asia-pacific-china"],
                takes_service_site: false,
                currency: Currency::Cny,
                tax_percent: 6,
                article_code: "sfm_inference_public_cn",
                ..cloud
            },
            RegionId::ApSoutheast1 => Locality {
                service_sites: &["international"],
                takes_service_site: false,
                ..cloud
            },
            RegionId::ApNortheast1 => Locality {
                tax_percent: 10,
                ..cloud
            },
            RegionId::EuCentral1 => Locality {
                tax_percent: 19,
                ..cloud
            },
            RegionId::CnHongkong | RegionId::UsEast1 => cloud,
        }
    }

    /// Where a workspace's models run if nothing was said.
    pub(crate) fn usual_site(&self) -> &'static str {
        self.service_sites.first().copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use model_studio::region::REGIONS;

    use super::*;

    #[test]
    fn every_region_has_a_site_and_says_whether_it_can_be_chosen() {
        for region in &REGIONS {
            let locality = Locality::of(region.id);
            assert!(!locality.usual_site().is_empty(), "{}", region.id);
            let fixed = matches!(region.id, RegionId::CnBeijing | RegionId::ApSoutheast1);
            assert_eq!(locality.takes_service_site, !fixed, "{}", region.id);
        }
    }
}
