//! The models that This computer knows by name, in the shape in which the platform lists its own: what a permission may name,
//! and what a call may ask for. It computes one of them itself, the echo, which answers for all. Prices are the platform's, so
//! that a bill shows what the same calls cost there; nobody is charged here.

mod filter;
mod table;

use model_studio::control::wire::{InferenceMetadata, Limit, Model, ModelInfo, Price, PriceRange};

pub(crate) use filter::ModelFilter;
pub(crate) use table::MODELS;

use crate::amount::Amount;
use crate::personality::Currency;

/// Who made them all.
const PROVIDER: &str = "qwen";

/// When the catalogue was drawn up, in seconds since 1970: OpenAI's shape wants a date for each model.
pub(crate) const DRAWN_UP: i64 = 1_767_225_600;

/// What is known of a model: the limits that the platform's documents give, in tokens.
#[derive(Debug)]
pub(crate) struct Known {
    /// What requests call it.
    pub(crate) model: &'static str,
    /// What people call it.
    pub(crate) name: &'static str,
    description: &'static str,
    kind: Kind,
    context_window: i64,
    max_input_tokens: i64,
    max_output_tokens: Option<i64>,
    yuan: Fee,
    dollars: Fee,
}

/// What a million tokens cost, in ten-thousandths.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fee {
    input: u32,
    output: u32,
}

impl Fee {
    const fn of(input: u32, output: u32) -> Fee {
        Fee { input, output }
    }

    /// What these tokens cost, exactly.
    pub(crate) fn charge(self, input_tokens: i64, output_tokens: i64) -> Amount {
        Amount::of_tokens(input_tokens, self.input) + Amount::of_tokens(output_tokens, self.output)
    }
}

/// What a model does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Vision,
    Embedding,
}

/// The model that requests call by this.
pub(crate) fn find(model: &str) -> Option<&'static Known> {
    MODELS.iter().find(|known| known.model == model)
}

/// The models that pass, each with its place in the catalogue.
pub(crate) fn filtered(filter: &ModelFilter) -> Vec<(i64, &'static Known)> {
    let numbered = (1..).zip(&MODELS);
    numbered.filter(|(_, known)| filter.passes(known)).collect()
}

impl Known {
    /// What it costs.
    pub(crate) fn fee(&self, currency: Currency) -> Fee {
        match currency {
            Currency::Cny => self.yuan,
            Currency::Usd => self.dollars,
        }
    }

    /// How much of it an account may ask for.
    pub(crate) fn account_limit(&self) -> Limit {
        let (requests, tokens) = match self.kind {
            Kind::Text => (1_200, 5_000_000),
            Kind::Vision => (600, 1_000_000),
            Kind::Embedding => (1_800, 1_200_000),
        };
        Limit {
            request_limit: Some(requests),
            request_limit_period: Some(60),
            usage_limit: Some(tokens),
            usage_limit_period: Some(60),
            usage_limit_field: "total_tokens".to_owned(),
            ..Limit::default()
        }
    }

    /// The platform's code for what it does.
    fn capability(&self) -> &'static str {
        match self.kind {
            Kind::Text => "TG",
            Kind::Vision => "VU",
            Kind::Embedding => "TR",
        }
    }

    /// The platform's codes for what it offers besides.
    fn features(&self) -> &'static [&'static str] {
        match self.kind {
            Kind::Text => &["function-calling", "structured-outputs"],
            Kind::Vision => &["function-calling"],
            Kind::Embedding => &[],
        }
    }

    /// The model as the control plane lists it, its prices in this currency.
    pub(crate) fn to_wire(&self, currency: Currency) -> Model {
        let texts = |texts: &[&str]| texts.iter().map(ToString::to_string).collect();
        let (request, response): (&[&str], &[&str]) = match self.kind {
            Kind::Text => (&["Text"], &["Text"]),
            Kind::Vision => (&["Text", "Image", "Video"], &["Text"]),
            Kind::Embedding => (&["Text"], &["Vector"]),
        };
        let price = |name: &str, amount: Amount| Price {
            price: amount.to_string(),
            price_name: name.to_owned(),
            price_unit: format!("{} per 1M tokens", currency.as_str()),
            time_band: String::new(),
        };
        let fee = self.fee(currency);
        let mut prices = vec![price("input_token", fee.charge(1_000_000, 0))];
        if self.kind != Kind::Embedding {
            prices.push(price("output_token", fee.charge(0, 1_000_000)));
        }
        Model {
            model: self.model.to_owned(),
            name: self.name.to_owned(),
            description: self.description.to_owned(),
            provider: PROVIDER.to_owned(),
            capabilities: texts(&[self.capability()]),
            features: texts(self.features()),
            inference_metadata: InferenceMetadata {
                request_modality: texts(request),
                response_modality: texts(response),
            },
            model_info: ModelInfo {
                context_window: Some(self.context_window),
                max_input_tokens: Some(self.max_input_tokens),
                max_output_tokens: self.max_output_tokens,
                ..ModelInfo::default()
            },
            prices: vec![PriceRange {
                range_name: String::new(),
                prices,
            }],
            published_time: DRAWN_UP * 1_000,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(filter: &ModelFilter) -> Vec<&'static str> {
        filtered(filter)
            .iter()
            .map(|(_, known)| known.model)
            .collect()
    }

    #[test]
    fn filters_narrow_each_other() {
        let all = names(&ModelFilter::default());
        assert_eq!(all.len(), MODELS.len());
        assert!(all.is_sorted(), "pages follow the order of the catalogue");
        let by_name = |name: &str| ModelFilter {
            name: Some(name.to_owned()),
            ..ModelFilter::default()
        };
        assert_eq!(names(&by_name("QWEN3-c")), ["qwen3-coder-plus"]);
        let both = ModelFilter {
            model: Some("qwen-plus".to_owned()),
            ..by_name("coder")
        };
        assert!(names(&both).is_empty());
        let vision = ModelFilter {
            capabilities: vec!["VU".to_owned(), "none".to_owned()],
            providers: vec!["qwen".to_owned()],
            ..ModelFilter::default()
        };
        assert_eq!(names(&vision), ["qwen3-vl-plus"]);
        let large = ModelFilter {
            context_window: Some(262_145),
            features: vec!["function-calling".to_owned()],
            ..ModelFilter::default()
        };
        assert_eq!(names(&large).len(), 5);
        let foreign = ModelFilter {
            providers: vec!["elsewhere".to_owned()],
            ..ModelFilter::default()
        };
        assert!(names(&foreign).is_empty());
    }

    #[test]
    fn limits_fit_into_the_context() {
        for known in &MODELS {
            let info = known.to_wire(Currency::Cny).model_info;
            assert!(
                info.max_input_tokens <= info.context_window,
                "{}",
                known.model
            );
            assert!(
                info.max_output_tokens < info.context_window,
                "{}",
                known.model
            );
        }
    }
}
