//! A key's permission as a form body, the way the platform's SDKs write it: `auth.accessIps.1=…&auth.type=Custom`.

use std::collections::BTreeMap;

use form_urlencoded::Serializer;

use super::{FormError, flag_of, flag_text};
use crate::control::wire::{Auth, AuthKind, ModelAccessScope};

const TYPE: &str = "auth.type";
const ACCESS_IPS: &str = "auth.accessIps";
const ALLOW_ALL_MODELS: &str = "auth.modelAccessScope.allowAllModels";
const ACCESSIBLE_MODELS: &str = "auth.modelAccessScope.accessibleModels";

/// Writes a permission, whole: the platform gives no promise for a part of one.
pub fn encode_auth(auth: &Auth) -> String {
    let limited = auth.kind == AuthKind::Custom;
    let scope = &auth.model_access_scope;
    let all_models = !limited || scope.allow_all_models;
    let mut form = Serializer::new(String::new());
    if limited {
        append_list(&mut form, ACCESS_IPS, &auth.access_ips);
    }
    if !all_models {
        append_list(&mut form, ACCESSIBLE_MODELS, &scope.accessible_models);
    }
    form.append_pair(ALLOW_ALL_MODELS, flag_text(all_models));
    form.append_pair(TYPE, auth.kind.as_str());
    form.finish()
}

fn append_list(form: &mut Serializer<'_, String>, name: &str, values: &[String]) {
    for (index, value) in values.iter().enumerate() {
        form.append_pair(&format!("{name}.{}", index + 1), value);
    }
}

/// Reads a permission from the pairs of a form; none where no field of it is there.
pub fn decode_auth(pairs: &[(String, String)]) -> Result<Option<Auth>, FormError> {
    let (mut kind, mut all_models) = (None, None);
    let (mut addresses, mut models) = (BTreeMap::new(), BTreeMap::new());
    let fields: Vec<_> = pairs
        .iter()
        .filter(|(name, _)| name == "auth" || name.starts_with("auth."))
        .collect();
    for (name, value) in &fields {
        let wrong = || FormError {
            field: name.clone(),
        };
        let repeated = match name.as_str() {
            TYPE => kind.replace(kind_of(value).ok_or_else(wrong)?).is_some(),
            ALLOW_ALL_MODELS => all_models
                .replace(flag_of(value).ok_or_else(wrong)?)
                .is_some(),
            // An SDK writes an empty list as its bare name.
            ACCESS_IPS | ACCESSIBLE_MODELS if value.is_empty() => false,
            _ => match (
                place_in(name, ACCESS_IPS),
                place_in(name, ACCESSIBLE_MODELS),
            ) {
                (Some(place), _) => addresses.insert(place, value.clone()).is_some(),
                (_, Some(place)) => models.insert(place, value.clone()).is_some(),
                (None, None) => return Err(wrong()),
            },
        };
        if repeated {
            return Err(wrong());
        }
    }
    if fields.is_empty() {
        return Ok(None);
    }
    let kind = kind.ok_or_else(|| FormError {
        field: TYPE.to_owned(),
    })?;
    if kind == AuthKind::All {
        return Ok(Some(Auth::default()));
    }
    let accessible_models: Vec<String> = models.into_values().collect();
    Ok(Some(Auth {
        kind,
        access_ips: addresses.into_values().collect(),
        model_access_scope: ModelAccessScope {
            allow_all_models: all_models.unwrap_or(accessible_models.is_empty()),
            accessible_models,
        },
    }))
}

fn kind_of(text: &str) -> Option<AuthKind> {
    [AuthKind::All, AuthKind::Custom]
        .into_iter()
        .find(|kind| kind.as_str() == text)
}

/// The place in a list that a name such as `auth.accessIps.2` stands for, from 1.
fn place_in(name: &str, list: &str) -> Option<u32> {
    let place: u32 = name.strip_prefix(list)?.strip_prefix('.')?.parse().ok()?;
    (place >= 1).then_some(place)
}
