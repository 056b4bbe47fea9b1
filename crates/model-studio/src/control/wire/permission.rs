//! Which models a workspace may call, train and deploy.

use serde::{Deserialize, Serialize};

use super::lenient;

/// A model as ListModelPermissions shows it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ModelPermission {
    /// What requests call it.
    #[serde(deserialize_with = "lenient::text")]
    pub model: String,
    /// What people call it.
    #[serde(default, deserialize_with = "lenient::text")]
    pub name: String,
    /// What the workspace may do with it.
    #[serde(default, deserialize_with = "lenient::object")]
    pub permissions: Permissions,
}

/// What a workspace may do with a model. What is not said is not granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Permissions {
    /// Make a model of its own out of it and run that.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub deploy: bool,
    /// Train it.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub fine_tune: bool,
    /// Call it.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub inference: bool,
}

/// What UpdateModelPermissions is to change about one model; what is none stays.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ModelGrant {
    /// What requests call it.
    pub model: String,
    /// Deploy it.
    pub deploy: Option<bool>,
    /// Train it.
    pub fine_tune: Option<bool>,
    /// Call it.
    pub inference: Option<bool>,
}

/// The switch that opens every model to a workspace at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AllModels {
    /// Turned on: every model, present and future.
    Open,
    /// Turned off.
    Close,
    /// Left as it is; models are granted one by one.
    Keep,
}

/// Which models ListModelPermissions lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuthorizationScope {
    /// Those that are granted for the action that is asked about.
    Authorized,
    /// All that could be.
    Authorizable,
}

/// The action that ListModelPermissions is asked about. The platform names one alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ModelAction {
    /// Calling a model.
    Inference,
}

impl AllModels {
    /// The platform's word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            AllModels::Open => "OPEN",
            AllModels::Close => "CLOSE",
            AllModels::Keep => "KEEP",
        }
    }

    /// What the platform's word means; none for a word that is not one.
    pub fn from_word(word: &str) -> Option<AllModels> {
        [AllModels::Open, AllModels::Close, AllModels::Keep]
            .into_iter()
            .find(|switch| switch.as_str() == word)
    }
}

impl AuthorizationScope {
    /// The platform's word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            AuthorizationScope::Authorized => "AUTHORIZED",
            AuthorizationScope::Authorizable => "AUTHORIZABLE",
        }
    }
}

impl ModelAction {
    /// The platform's word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            ModelAction::Inference => "INFERENCE",
        }
    }
}
