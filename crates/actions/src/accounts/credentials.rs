//! What an account is to sign with: as it was typed, or as it lies on this computer already. Read and checked here; nobody
//! is asked and nothing is kept.

use std::sync::Arc;

use model_studio::acs3::AccessKey;
use model_studio::credentials::{CredentialPart, CredentialProblem, access_key_of};

use crate::accounts::find_credentials;
use crate::failure::{CredentialProblemView, Failure};
use crate::wire::CredentialsRequest;
use crate::world::World;

/// The AccessKey of a request.
///
/// # Errors
/// [`Failure::CredentialsInvalid`]; [`Failure::CredentialsGone`] and [`Failure::CredentialsFileUnusable`] for what was
/// found.
pub(crate) async fn read(
    world: &Arc<World>,
    request: &CredentialsRequest,
) -> Result<AccessKey, Failure> {
    match request {
        CredentialsRequest::Typed {
            access_key_id,
            access_key_secret,
            security_token,
        } => checked(access_key_of(
            access_key_id,
            access_key_secret,
            security_token.as_ref(),
        )),
        CredentialsRequest::Found { id } => {
            let found = find_credentials::found(world, id).await?;
            let token = found.security_token.as_ref();
            checked(access_key_of(&found.id, &found.secret, token))
        }
    }
}

fn checked(read: Result<AccessKey, CredentialProblem>) -> Result<AccessKey, Failure> {
    read.map_err(|problem| Failure::CredentialsInvalid {
        problem: view(problem),
    })
}

fn view(problem: CredentialProblem) -> CredentialProblemView {
    use CredentialPart::{Id, Secret, Token};
    match problem {
        CredentialProblem::Missing { part: Id } => CredentialProblemView::IdEmpty,
        CredentialProblem::Missing { part: Secret } => CredentialProblemView::SecretEmpty,
        CredentialProblem::Missing { part: Token } | CredentialProblem::TokenNeeded => {
            CredentialProblemView::TokenMissing
        }
        CredentialProblem::Masked { .. } => CredentialProblemView::Masked,
        CredentialProblem::LineBreakInside { .. } | CredentialProblem::WhitespaceInside { .. } => {
            CredentialProblemView::WhiteSpace
        }
        CredentialProblem::ModelKey { .. } => CredentialProblemView::ApiKey,
        CredentialProblem::Swapped => CredentialProblemView::Swapped,
        CredentialProblem::IdOfUnknownShape | CredentialProblem::ForeignCharacters { part: Id } => {
            CredentialProblemView::IdShape
        }
        CredentialProblem::SecretOfUnknownLength { .. }
        | CredentialProblem::ForeignCharacters {
            part: Secret | Token,
        } => CredentialProblemView::SecretShape,
        CredentialProblem::TokenNotNeeded => CredentialProblemView::TokenNotNeeded,
    }
}
