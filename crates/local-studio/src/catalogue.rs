//! The models that This computer knows by name. It computes nothing itself and charges nothing: the catalogue tells what a
//! permission may name, in the shape in which the platform lists its own.

use model_studio::control::wire::{InferenceMetadata, Model, ModelInfo, Price, PriceRange};

/// When the catalogue was drawn up, in seconds since 1970: OpenAI's shape wants a date for each model.
pub(crate) const DRAWN_UP: i64 = 1_767_225_600;

/// What is known of a model: the limits that the platform's documents give, in tokens.
#[derive(Debug)]
pub(crate) struct Known {
    /// What requests call it.
    pub(crate) model: &'static str,
    name: &'static str,
    description: &'static str,
    kind: Kind,
    context_window: i64,
    max_input_tokens: i64,
    max_output_tokens: Option<i64>,
}

/// What a model does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Vision,
    Embedding,
}

/// The models, by name.
pub(crate) static MODELS: [Known; 8] = [
    Known {
        model: "qwen-flash",
        name: "Qwen-Flash",
        description: "Fast and inexpensive, for simple tasks.",
        kind: Kind::Text,
        context_window: 1_000_000,
        max_input_tokens: 997_952,
        max_output_tokens: Some(32_768),
    },
    Known {
        model: "qwen-max",
        name: "Qwen-Max",
        description: "For complex tasks of several steps.",
        kind: Kind::Text,
        context_window: 32_768,
        max_input_tokens: 30_720,
        max_output_tokens: Some(8_192),
    },
    Known {
        model: "qwen-plus",
        name: "Qwen-Plus",
        description: "Balances quality, speed and cost.",
        kind: Kind::Text,
        context_window: 1_000_000,
        max_input_tokens: 997_952,
        max_output_tokens: Some(32_768),
    },
    Known {
        model: "qwen-turbo",
        name: "Qwen-Turbo",
        description: "The predecessor of Qwen-Flash.",
        kind: Kind::Text,
        context_window: 1_000_000,
        max_input_tokens: 1_000_000,
        max_output_tokens: Some(16_384),
    },
    Known {
        model: "qwen3-coder-plus",
        name: "Qwen3-Coder-Plus",
        description: "Writes code and uses tools.",
        kind: Kind::Text,
        context_window: 1_000_000,
        max_input_tokens: 997_952,
        max_output_tokens: Some(65_536),
    },
    Known {
        model: "qwen3-max",
        name: "Qwen3-Max",
        description: "The strongest of the third generation.",
        kind: Kind::Text,
        context_window: 262_144,
        max_input_tokens: 258_048,
        max_output_tokens: Some(65_536),
    },
    Known {
        model: "qwen3-vl-plus",
        name: "Qwen3-VL-Plus",
        description: "Understands images and video.",
        kind: Kind::Vision,
        context_window: 262_144,
        max_input_tokens: 260_096,
        max_output_tokens: Some(32_768),
    },
    Known {
        model: "text-embedding-v4",
        name: "Text-Embedding-V4",
        description: "Turns text into vectors.",
        kind: Kind::Embedding,
        context_window: 8_192,
        max_input_tokens: 8_192,
        max_output_tokens: None,
    },
];

/// The model that requests call by this.
pub(crate) fn find(model: &str) -> Option<&'static Known> {
    MODELS.iter().find(|known| known.model == model)
}

/// Which models of the catalogue.
#[derive(Debug, Default)]
pub(crate) struct ModelFilter {
    /// This one alone.
    pub(crate) model: Option<String>,
    /// Those whose name has this in it, in either case.
    pub(crate) name: Option<String>,
}

impl ModelFilter {
    fn passes(&self, known: &Known) -> bool {
        let by_model = self.model.as_ref().is_none_or(|model| model == known.model);
        let by_name = self.name.as_ref().is_none_or(|name| {
            let wanted = name.to_lowercase();
            known.name.to_lowercase().contains(&wanted)
        });
        by_model && by_name
    }
}

/// The models that pass, each with its place in the catalogue.
pub(crate) fn filtered(filter: &ModelFilter) -> Vec<(i64, &'static Known)> {
    let numbered = (1..).zip(&MODELS);
    numbered.filter(|(_, known)| filter.passes(known)).collect()
}

impl Known {
    /// The model as the control plane lists it.
    pub(crate) fn to_wire(&self) -> Model {
        let texts = |texts: &[&str]| texts.iter().map(ToString::to_string).collect();
        let (capabilities, request, response): (_, &[&str], &[&str]) = match self.kind {
            Kind::Text => ("TG", &["Text"], &["Text"]),
            Kind::Vision => ("VU", &["Text", "Image", "Video"], &["Text"]),
            Kind::Embedding => ("TR", &["Text"], &["Vector"]),
        };
        let mut counted = vec!["input_token"];
        counted.extend((self.kind != Kind::Embedding).then_some("output_token"));
        let price = |name: &str| Price {
            price: "0".to_owned(),
            price_name: name.to_owned(),
            price_unit: "Per 1M tokens".to_owned(),
            time_band: String::new(),
        };
        Model {
            model: self.model.to_owned(),
            name: self.name.to_owned(),
            description: self.description.to_owned(),
            provider: "qwen".to_owned(),
            capabilities: texts(&[capabilities]),
            features: Vec::new(),
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
                prices: counted.into_iter().map(price).collect(),
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
    }

    #[test]
    fn limits_fit_into_the_context() {
        for known in &MODELS {
            let info = known.to_wire().model_info;
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
