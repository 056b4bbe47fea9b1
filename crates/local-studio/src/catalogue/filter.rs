//! Which models of the catalogue.

use super::{Known, PROVIDER};

/// Which models of the catalogue. Conditions narrow each other.
#[derive(Debug, Default)]
pub(crate) struct ModelFilter {
    /// This one alone.
    pub(crate) model: Option<String>,
    /// Those whose name has this in it, in either case.
    pub(crate) name: Option<String>,
    /// Those that can do one of these; empty: any.
    pub(crate) capabilities: Vec<String>,
    /// Those that offer all of these.
    pub(crate) features: Vec<String>,
    /// Those of one of these makers; empty: any.
    pub(crate) providers: Vec<String>,
    /// Those that take at least so many tokens.
    pub(crate) context_window: Option<i64>,
}

impl ModelFilter {
    /// Whether a model is one of them.
    pub(super) fn passes(&self, known: &Known) -> bool {
        let by_model = self.model.as_ref().is_none_or(|model| model == known.model);
        let by_name = self.name.as_ref().is_none_or(|name| {
            let wanted = name.to_lowercase();
            known.name.to_lowercase().contains(&wanted)
        });
        let among = |wanted: &[String], word: &str| {
            wanted.is_empty() || wanted.iter().any(|wanted| wanted == word)
        };
        let features = known.features();
        by_model
            && by_name
            && among(&self.capabilities, known.capability())
            && among(&self.providers, PROVIDER)
            && self
                .features
                .iter()
                .all(|wanted| features.contains(&wanted.as_str()))
            && self
                .context_window
                .is_none_or(|least| known.context_window >= least)
    }
}
