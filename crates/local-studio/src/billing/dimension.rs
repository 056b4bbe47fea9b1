//! What a charge is, seen from each dimension, and what people call that.

use model_studio::control::wire::{BillingDimension, NO_VALUE, OTHERS};

use super::book::{Book, Charge};

/// The language of names.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Locale {
    /// English.
    #[default]
    EnUs,
    /// Chinese.
    ZhCn,
}

impl Locale {
    /// The language of this code.
    pub(crate) fn of(code: &str) -> Option<Locale> {
        match code {
            "en-US" => Some(Locale::EnUs),
            "zh-CN" => Some(Locale::ZhCn),
            _ => None,
        }
    }

    fn choose(self, english: &'static str, chinese: &'static str) -> &'static str {
        match self {
            Locale::EnUs => english,
            Locale::ZhCn => chinese,
        }
    }
}

impl Book {
    /// What the charge is in this dimension; none where it has nothing there.
    pub(super) fn value<'a>(
        &'a self,
        charge: &'a Charge,
        dimension: BillingDimension,
    ) -> Option<&'a str> {
        match dimension {
            BillingDimension::MaasType => Some("inference"),
            BillingDimension::BaseModel => Some(&charge.model),
            BillingDimension::ApiKeyId => Some(&charge.api_key_id),
            BillingDimension::WorkspaceId => Some(&charge.workspace_id),
            BillingDimension::FeeType => Some("billing"),
            BillingDimension::ChargeType => Some("postpaid"),
            BillingDimension::BusinessRegion => Some(self.region.as_str()),
            // A workspace that is gone has taken it along.
            BillingDimension::ServiceSite => self
                .workspaces
                .get(&charge.workspace_id)
                .map(|place| place.service_site.as_str()),
            BillingDimension::ArticleCode => Some(self.article_code),
        }
    }

    /// What people call a value.
    pub(super) fn name(&self, dimension: BillingDimension, key: &str, locale: Locale) -> String {
        let name = match (dimension, key) {
            (_, NO_VALUE) => "-",
            (_, OTHERS) => locale.choose("Others", "其他"),
            (BillingDimension::MaasType, "inference") => {
                locale.choose("Model inference", "模型调用")
            }
            (BillingDimension::FeeType, "billing") => locale.choose("Bills", "账单费用"),
            (BillingDimension::ChargeType, "postpaid") => locale.choose("Pay-as-you-go", "后付费"),
            (BillingDimension::BusinessRegion, _) => {
                let region = self.region.region();
                locale.choose(region.name_en, region.name_zh)
            }
            (BillingDimension::WorkspaceId, id) => {
                self.workspaces.get(id).map_or(id, |place| &place.name)
            }
            (BillingDimension::ApiKeyId, id) => {
                let description = self.keys.get(id).filter(|text| !text.is_empty());
                description.map_or(id, String::as_str)
            }
            (_, key) => key,
        };
        name.to_owned()
    }
}
