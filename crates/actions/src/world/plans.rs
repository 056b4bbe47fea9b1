use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use machine::{Plan, ToolPlan};

use crate::wire::KeyRef;

/// Previews that can still be applied; the oldest is forgotten.
#[derive(Default)]
pub(crate) struct Plans {
    known: Mutex<VecDeque<Arc<KnownPlan>>>,
}

/// A preview.
pub(crate) struct KnownPlan {
    pub(crate) id: String,
    pub(crate) key: KeyRef,
    pub(crate) plan: PlanOf,
}

/// Of what.
pub(crate) enum PlanOf {
    /// A variable.
    Variable(Plan),
    /// The settings of a tool.
    Tool(ToolPlan),
}

const REMEMBERED: usize = 8;

impl Plans {
    pub(crate) fn remember(&self, plan: KnownPlan) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() == REMEMBERED {
            known.pop_front();
        }
        known.push_back(Arc::new(plan));
    }

    /// Takes a preview out: it is applied once.
    pub(crate) fn take(&self, id: &str) -> Option<Arc<KnownPlan>> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let at = known.iter().position(|plan| plan.id == id)?;
        known.remove(at)
    }
}
