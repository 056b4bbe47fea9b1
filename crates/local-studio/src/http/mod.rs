//! The doors: the control plane (signed, `/modelstudio/…`) and the data plane (Bearer key; see `data`).
//! What is allowed is decided elsewhere; here requests are read and answers are put in the platform's shapes.

mod answer;
mod api_keys;
mod billing;
mod body;
mod catalogue;
mod control;
mod data;
mod guard;
mod identity;
mod limits;
mod nonces;
mod operation;
mod parameters;
mod permissions;
mod signature;
mod workspaces;

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::Response;
use model_studio::acs3::AccessKey;

pub(crate) use answer::{access_denied_detail, shaped};
pub(crate) use operation::is_action;

use crate::data_folder::DataFolder;
use crate::faults::{Faults, Meddling, meddle};
use crate::key_pair::KeptPair;
use crate::platform::Platform;
use nonces::Nonces;

/// The socket's other end. Headers that claim another address are not read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Peer(pub(crate) SocketAddr);

/// What every request may look at.
pub(crate) struct Shared {
    platform: Arc<Platform>,
    access_key: AccessKey,
    nonces: Mutex<Nonces>,
    api_host: String,
    /// Nobody else gets the folder before the last request is done with it.
    _folder: DataFolder,
    /// What encrypted calls are encrypted for.
    key_pair: KeptPair,
}

impl Shared {
    /// For a server that is reached at `address`.
    pub(crate) fn new(
        platform: Arc<Platform>,
        access_key: AccessKey,
        folder: DataFolder,
        key_pair: KeptPair,
        address: SocketAddr,
    ) -> Shared {
        Shared {
            platform,
            access_key,
            nonces: Mutex::default(),
            api_host: format!("http://{address}"),
            _folder: folder,
            key_pair,
        }
    }
}

/// Which shape an answer takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Plane {
    /// The OpenAPI of the platform.
    Control,
    /// The data plane in OpenAI's shape.
    Compatible,
    /// The data plane in the platform's own shape.
    Native,
    /// The data plane in Anthropic's shape.
    Anthropic,
}

impl Plane {
    /// The one that a request is meant for.
    pub(crate) fn of(path: &str, headers: &HeaderMap) -> Plane {
        if path.starts_with("/compatible-mode/") {
            Plane::Compatible
        } else if path.starts_with("/modelstudio/") || headers.contains_key("x-acs-action") {
            Plane::Control
        } else if path.starts_with("/apps/anthropic/") {
            Plane::Anthropic
        } else {
            Plane::Native
        }
    }
}

/// Both planes, behind the guard, and behind faults where some were asked for.
pub(crate) fn router(shared: Arc<Shared>, faults: Faults) -> Router {
    let planes = data::routes()
        .method_not_allowed_fallback(elsewhere)
        .fallback(elsewhere)
        .with_state(shared);
    let planes = if faults.is_none() {
        planes
    } else {
        planes.layer(from_fn_with_state(Arc::new(Meddling::new(faults)), meddle))
    };
    planes.layer(from_fn(guard::guard))
}

/// The control plane chooses by action, method and path together, so it has no routes of its own.
async fn elsewhere(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    match Plane::of(request.uri().path(), request.headers()) {
        Plane::Control => control::answer(shared, request).await,
        plane => answer::no_such_path(plane),
    }
}
