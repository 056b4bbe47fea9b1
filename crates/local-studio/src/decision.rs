//! May this key do this, from here, with this model, now? One pure function over a snapshot and the time, apart from HTTP
//! and SQLite. A temporary key is its parent for as long as it lasts. Why it said no goes to the local log; the caller
//! learns only what the platform would say.

use std::net::IpAddr;

use jiff::Timestamp;
use model_studio::key::shown;

use crate::key_value;
use crate::snapshot::{KeyRight, Snapshot};
use crate::token;

/// What a request asks for. Every path of the data plane says so, and none is answered without a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted<'request> {
    /// What there is: the answer is cut to what the key may use.
    Overview,
    /// Something of this model.
    Model(&'request str),
    /// A temporary key, which only a permanent one may make.
    Token,
}

/// Why a request is refused. Names keys by id, never by value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Denial {
    /// No key was presented.
    #[error("no key was presented")]
    NoKey,
    /// The checksum is wrong: mistyped, cut off, or another service's.
    #[error("the key presented is mistyped or not from this computer")]
    Mistyped,
    /// A key of this shape, but none that is known: deleted, reset, or made elsewhere.
    #[error("the key presented is not known: deleted, reset, or from another computer")]
    Unknown,
    /// A temporary key, and its time is over.
    #[error("the temporary key of key {api_key_id} ended at {expires_at}")]
    Expired {
        /// Its parent.
        api_key_id: i64,
        /// Seconds since 1970.
        expires_at: i64,
    },
    /// A temporary key was to make another.
    #[error("a temporary key of key {api_key_id} may not make another")]
    Temporary {
        /// Its parent.
        api_key_id: i64,
    },
    /// The key is disabled.
    #[error("key {api_key_id} is disabled")]
    Disabled {
        /// The key.
        api_key_id: i64,
    },
    /// The key's allowlist does not hold the caller's address.
    #[error("key {api_key_id} may not be used from {peer}")]
    AddressNotAllowed {
        /// The key.
        api_key_id: i64,
        /// The socket's address.
        peer: IpAddr,
    },
    /// The key's models do not include this one.
    #[error("key {api_key_id} may not use the model {model:?}")]
    ModelNotAllowed {
        /// The key.
        api_key_id: i64,
        /// The model, as the caller named it: fit for a log.
        model: String,
    },
}

/// Decides, and hands over the rights that the answer is to be cut to.
pub(crate) fn decide<'snapshot>(
    snapshot: &'snapshot Snapshot,
    presented: Option<&str>,
    peer: IpAddr,
    wanted: Wanted<'_>,
    now: Timestamp,
) -> Result<&'snapshot KeyRight, Denial> {
    let value = presented.ok_or(Denial::NoKey)?;
    let digest = key_value::digest(value);
    let token = snapshot.token(&digest);
    let permanent = token.map_or(&digest, |token| &token.parent);
    let Some(key) = snapshot.key(permanent) else {
        let known_shape = key_value::looks_valid(value) || token::looks_valid(value);
        return Err(if known_shape {
            Denial::Unknown
        } else {
            Denial::Mistyped
        });
    };
    let api_key_id = key.api_key_id;
    if let Some(token) = token {
        let expires_at = token.expires_at;
        if now.as_second() >= expires_at {
            return Err(Denial::Expired {
                api_key_id,
                expires_at,
            });
        }
        if wanted == Wanted::Token {
            return Err(Denial::Temporary { api_key_id });
        }
    }
    if key.disabled {
        return Err(Denial::Disabled { api_key_id });
    }
    if key
        .allowlist
        .as_ref()
        .is_some_and(|allowlist| !allowlist.allows(peer))
    {
        return Err(Denial::AddressNotAllowed { api_key_id, peer });
    }
    match wanted {
        Wanted::Model(model) if !key.includes(model) => Err(Denial::ModelNotAllowed {
            api_key_id,
            model: shown(model),
        }),
        Wanted::Model(_) | Wanted::Overview | Wanted::Token => Ok(key),
    }
}

#[cfg(test)]
mod tests;
