//! Where a key is accepted, and why not elsewhere. Asking costs nothing (it lists models), each host is asked once, and a good
//! answer says that the key is accepted there: not that a model will answer it.
//!
//! It sends the key to the hosts that it is told and to no other: whose consent that needs is the caller's business.

mod asked_host;
mod explain;
mod refusal_kind;

pub use asked_host::AskedHost;
pub use explain::{Cause, KnownKey, Listing, explain};
pub use refusal_kind::RefusalKind;

use tokio::task::JoinSet;

use super::{DataError, ModelName, list_models};
use crate::key::KeySecret;
use crate::region::base_urls;

/// What one host said to a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Probed {
    /// It accepts the key, and lists these models.
    Accepted {
        /// The models.
        models: Vec<ModelName>,
    },
    /// It refuses.
    Refused {
        /// What the refusal is about.
        kind: RefusalKind,
        /// The refusal.
        error: DataError,
    },
    /// It gave no answer, or none that is the service's.
    NoAnswer(DataError),
}

/// What one of several hosts said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostAnswer {
    /// The origin that was asked.
    pub origin: String,
    /// What came of it.
    pub probed: Probed,
}

/// Asks one host whether it accepts a key: `GET {origin}/compatible-mode/v1/models`, or the path that its plan has instead.
pub async fn probe(http: &reqwest::Client, origin: &str, key: &KeySecret) -> Probed {
    let openai_base = match AskedHost::of(origin) {
        AskedHost::Plan(host) => host.base_urls().openai,
        _ => base_urls(origin).openai,
    };
    match list_models(http, &openai_base, key).await {
        Ok(models) => Probed::Accepted { models },
        Err(error) => match RefusalKind::of(&error) {
            Some(kind) => Probed::Refused { kind, error },
            None => Probed::NoAnswer(error),
        },
    }
}

/// Asks several hosts side by side, each once however often it is named, and answers in the order in which they were named.
/// Dropping the future ends what is under way.
pub async fn probe_hosts(
    http: &reqwest::Client,
    origins: &[String],
    key: &KeySecret,
) -> Vec<HostAnswer> {
    let mut distinct: Vec<&str> = Vec::new();
    for origin in origins {
        let origin = origin.trim_end_matches('/');
        if !distinct.contains(&origin) {
            distinct.push(origin);
        }
    }
    let mut asked = JoinSet::new();
    for (place, origin) in distinct.into_iter().map(str::to_owned).enumerate() {
        let (http, key) = (http.clone(), key.clone());
        asked.spawn(async move {
            let probed = probe(&http, &origin, &key).await;
            (place, HostAnswer { origin, probed })
        });
    }
    let mut answers = Vec::new();
    while let Some(joined) = asked.join_next().await {
        // A task that was ended has no answer; it is ended only together with this future.
        answers.extend(joined.ok());
    }
    answers.sort_by_key(|(place, _)| *place);
    answers.into_iter().map(|(_, answer)| answer).collect()
}
