//! What UpdateModelLimits sends: `workspaceId=…&workspaceLimits=[{"model":…}]`. Unlike a permission, its list is JSON in
//! one field.

use form_urlencoded::Serializer;

use super::{FormError, single};
use crate::control::wire::LimitChange;

const WORKSPACE_ID: &str = "workspaceId";
const LIMITS: &str = "workspaceLimits";

/// The body of UpdateModelLimits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LimitsForm {
    /// The workspace.
    pub workspace_id: String,
    /// The models whose limits change.
    pub limits: Vec<LimitChange>,
}

/// Writes the body.
pub fn encode_limits(form: &LimitsForm) -> String {
    // Texts and numbers alone: writing them as JSON does not fail.
    let limits = serde_json::to_string(&form.limits).unwrap_or_default();
    Serializer::new(String::new())
        .append_pair(WORKSPACE_ID, &form.workspace_id)
        .append_pair(LIMITS, &limits)
        .finish()
}

/// Reads the body from the pairs of a form.
pub fn decode_limits(pairs: &[(String, String)]) -> Result<LimitsForm, FormError> {
    let limits = match single(pairs, LIMITS)? {
        None | Some("") => Vec::new(),
        Some(text) => serde_json::from_str(text).map_err(|_| FormError::of(LIMITS))?,
    };
    let workspace_id = single(pairs, WORKSPACE_ID)?.unwrap_or_default().to_owned();
    Ok(LimitsForm {
        workspace_id,
        limits,
    })
}
