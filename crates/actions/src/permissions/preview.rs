//! What a permission would mean for keys, before anything is saved.

use std::collections::{BTreeSet, HashMap};
use std::net::IpAddr;
use std::sync::Arc;

use model_studio::allowlist::Allowlist;
use model_studio::control::ListApiKeys;
use model_studio::control::wire::{ApiKey, Auth};

use crate::addresses::this_computer;
use crate::failure::{Failure, about_key};
use crate::keys::known_here::{KnownHere, known_here};
use crate::permissions::difference::{let_in, of_addresses, of_models, same};
use crate::wire::{
    KeyPreviewView, KeyRef, PermissionChangeView, PermissionPreviewView, PreviewPermissionRequest,
    ShutOutView, ShutOutWhoView, UsedHereView,
};
use crate::world::World;
use crate::{tools, typed};

/// Reads every key as the service has it now and says what saving would change. Saves nothing.
///
/// # Errors
/// What was typed wrongly. What is wrong with one key (it is gone, its region cannot, its service is not reached) is in
/// its preview, and the others are previewed all the same.
pub async fn preview_permission(
    world: &Arc<World>,
    request: &PreviewPermissionRequest,
) -> Result<PermissionPreviewView, Failure> {
    let mut regions = HashMap::new();
    for name in &request.keys {
        if !regions.contains_key(&name.region) {
            let wanted = wanted(request, &name.region)?;
            let asked = asked(world, request, &name.region, wanted).await;
            regions.insert(name.region.clone(), asked);
        }
    }
    let keys = request.keys.iter().map(|name| {
        let previewed = match regions.get(&name.region) {
            Some(Ok(region)) => region.preview(world, request, name),
            Some(Err(failure)) => Err(failure.clone()),
            None => Err(Failure::Interrupted),
        };
        previewed.unwrap_or_else(|failure| KeyPreviewView {
            key: name.clone(),
            description: String::new(),
            masked: String::new(),
            failure: Some(failure),
            change: None,
        })
    });
    // A set, so that each is there once; IPv4 sorts first.
    let here: BTreeSet<IpAddr> = regions
        .values()
        .flatten()
        .flat_map(|region| region.here.iter().copied())
        .collect();
    Ok(PermissionPreviewView {
        keys: keys.collect(),
        this_computer: here.iter().map(IpAddr::to_string).collect(),
    })
}

/// What is known of one region when its keys are previewed.
struct Asked {
    wanted: Auth,
    /// The keys as the service has them: one of them, where only one is previewed.
    keys: HashMap<String, ApiKey>,
    known: KnownHere,
    here: Vec<IpAddr>,
}

/// The permission in the service's form. A region that cannot is a failure of its keys, not of the request.
fn wanted(
    request: &PreviewPermissionRequest,
    region: &str,
) -> Result<Result<Auth, Failure>, Failure> {
    match typed::region(region).and_then(|region| typed::auth(region, &request.permission)) {
        Err(failure @ (Failure::RegionCannot { .. } | Failure::RegionNeedsAccount { .. })) => {
            Ok(Err(failure))
        }
        Err(typed_wrongly) => Err(typed_wrongly),
        Ok(auth) => Ok(Ok(auth)),
    }
}

/// Asks for one key by its id, and for several by a list: one request for all of them.
async fn asked(
    world: &Arc<World>,
    request: &PreviewPermissionRequest,
    name: &str,
    wanted: Result<Auth, Failure>,
) -> Result<Asked, Failure> {
    let (region, wanted) = (typed::region(name)?, wanted?);
    let connection = world.connection(name).await?;
    let keys = match request.keys.as_slice() {
        [key] => {
            let id = typed::listed_id(key)?;
            let found = connection.control.get_api_key(id).await;
            vec![found.map_err(|error| about_key(error, key))?]
        }
        _ => {
            let everything = ListApiKeys::default();
            connection.control.all_api_keys(&everything).await?
        }
    };
    Ok(Asked {
        wanted,
        keys: keys
            .into_iter()
            .map(|key| (key.api_key_id.to_string(), key))
            .collect(),
        known: known_here(world, name).await?,
        here: this_computer::addresses(world, region),
    })
}

impl Asked {
    fn preview(
        &self,
        world: &World,
        request: &PreviewPermissionRequest,
        name: &KeyRef,
    ) -> Result<KeyPreviewView, Failure> {
        let key = self
            .keys
            .get(&name.api_key_id)
            .ok_or_else(|| Failure::KeyNotFound {
                api_key_id: name.api_key_id.clone(),
            })?;
        let row = self.known.row(world, key);
        let (before, after) = (&key.auth, &self.wanted);
        let wanted = typed::shown(after);
        let opened = request.opened.as_ref();
        Ok(KeyPreviewView {
            change: Some(PermissionChangeView {
                conflict: opened.is_some_and(|opened| !same(opened, &row.permission)),
                unchanged: same(&row.permission, &wanted),
                addresses: of_addresses(before, after),
                models: of_models(before, after),
                shuts_out: shut_out(&self.here, &row.used_here, &let_in(before), &let_in(after)),
                current: row.permission,
                wanted,
            }),
            key: row.key,
            description: row.description,
            masked: row.masked,
            failure: None,
        })
    }
}

/// Who on this computer would be refused: everything on it calls from the same addresses.
fn shut_out(
    here: &[IpAddr],
    used_here: &[UsedHereView],
    before: &Allowlist,
    after: &Allowlist,
) -> Vec<ShutOutView> {
    let mut shut_out = Vec::new();
    for address in here.iter().filter(|address| !after.allows(**address)) {
        let variables = used_here.iter().map(|used| ShutOutWhoView::Variable {
            change_id: used.change_id.clone(),
            variable: match used.tool {
                Some(tool) => tools::name(tool).to_owned(),
                None => used.variable.clone(),
            },
        });
        for who in std::iter::once(ShutOutWhoView::ThisComputer).chain(variables) {
            shut_out.push(ShutOutView {
                who,
                address: address.to_string(),
                already: !before.allows(*address),
            });
        }
    }
    shut_out
}
