//! What UpdateModelPermissions sends: `accessAllEntities=KEEP&models.1.inference=true&models.1.model=…&workspaceId=…`.

use std::collections::BTreeMap;

use form_urlencoded::Serializer;

use super::{FormError, flag_of, flag_text, single};
use crate::control::wire::{AllModels, ModelGrant};

const ALL_MODELS: &str = "accessAllEntities";
const MODELS: &str = "models";
const WORKSPACE_ID: &str = "workspaceId";

/// The body of UpdateModelPermissions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PermissionsForm {
    /// The switch for every model; none where it is not said.
    pub all_models: Option<AllModels>,
    /// The models that change.
    pub models: Vec<ModelGrant>,
    /// The workspace.
    pub workspace_id: String,
}

/// Writes the body.
pub fn encode_permissions(form: &PermissionsForm) -> String {
    let mut written = Serializer::new(String::new());
    if let Some(switch) = form.all_models {
        written.append_pair(ALL_MODELS, switch.as_str());
    }
    for (index, grant) in form.models.iter().enumerate() {
        let name = |field: &str| format!("{MODELS}.{}.{field}", index + 1);
        for (field, flag) in [
            ("deploy", grant.deploy),
            ("fineTune", grant.fine_tune),
            ("inference", grant.inference),
        ] {
            if let Some(flag) = flag {
                written.append_pair(&name(field), flag_text(flag));
            }
        }
        written.append_pair(&name("model"), &grant.model);
    }
    written.append_pair(WORKSPACE_ID, &form.workspace_id);
    written.finish()
}

/// Reads the body from the pairs of a form.
pub fn decode_permissions(pairs: &[(String, String)]) -> Result<PermissionsForm, FormError> {
    let all_models = match single(pairs, ALL_MODELS)? {
        None | Some("") => None,
        Some(word) => Some(AllModels::from_word(word).ok_or_else(|| FormError::of(ALL_MODELS))?),
    };
    let mut models: BTreeMap<u32, ModelGrant> = BTreeMap::new();
    for (name, value) in pairs {
        let Some(rest) = name.strip_prefix(MODELS) else {
            continue;
        };
        // An SDK writes an empty list as its bare name.
        if rest.is_empty() && value.is_empty() {
            continue;
        }
        let wrong = || FormError::of(name);
        let (place, field) = rest
            .strip_prefix('.')
            .and_then(|rest| rest.split_once('.'))
            .ok_or_else(wrong)?;
        let place: u32 = place
            .parse()
            .ok()
            .filter(|place| *place >= 1)
            .ok_or_else(wrong)?;
        let grant = models.entry(place).or_default();
        let flag = match field {
            "model" if !grant.model.is_empty() || value.is_empty() => return Err(wrong()),
            "model" => {
                grant.model.clone_from(value);
                continue;
            }
            "deploy" => &mut grant.deploy,
            "fineTune" => &mut grant.fine_tune,
            "inference" => &mut grant.inference,
            _ => return Err(wrong()),
        };
        if flag.replace(flag_of(value).ok_or_else(wrong)?).is_some() {
            return Err(wrong());
        }
    }
    if let Some((place, _)) = models.iter().find(|(_, grant)| grant.model.is_empty()) {
        return Err(FormError::of(&format!("{MODELS}.{place}.model")));
    }
    let workspace_id = single(pairs, WORKSPACE_ID)?.unwrap_or_default().to_owned();
    Ok(PermissionsForm {
        all_models,
        models: models.into_values().collect(),
        workspace_id,
    })
}
