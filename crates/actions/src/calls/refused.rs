//! Why an encrypted call was not made, or its answer not read, where it was not the service that refused it.

use model_studio::data::DataError;
use model_studio::encryption::{EncryptionError, PublicKeyError};

use crate::failure::{Failure, PublicKeyProblemView};

/// Why a call came to nothing.
pub(super) enum Cause {
    /// The service did not answer, or refused.
    Service(DataError),
    /// Anything else.
    Known(Failure),
}

/// Tells the two apart.
pub(super) fn cause(error: EncryptionError, origin: &str) -> Cause {
    match error {
        EncryptionError::Data(error)
        | EncryptionError::PublicKey(PublicKeyError::NotFetched(error)) => Cause::Service(error),
        EncryptionError::PublicKey(error) => Cause::Known(Failure::PublicKeyUnusable {
            host: host_of(origin).to_owned(),
            problem: problem(&error),
        }),
        EncryptionError::NotAuthentic => Cause::Known(Failure::AnswerNotAuthentic),
        EncryptionError::NotEncrypted => {
            tracing::error!("the system gave no random bytes");
            Cause::Known(Failure::Interrupted)
        }
    }
}

fn problem(error: &PublicKeyError) -> PublicKeyProblemView {
    match error {
        PublicKeyError::NotFetched(_) | PublicKeyError::Withheld => PublicKeyProblemView::Withheld,
        PublicKeyError::NotBase64 => PublicKeyProblemView::NotBase64,
        PublicKeyError::Truncated | PublicKeyError::NotRsa | PublicKeyError::IdMalformed => {
            PublicKeyProblemView::NotRsa
        }
        PublicKeyError::TooSmall { .. } => PublicKeyProblemView::TooSmall,
    }
}

fn host_of(origin: &str) -> &str {
    origin.split_once("://").map_or(origin, |(_, host)| host)
}
