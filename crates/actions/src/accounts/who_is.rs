//! Asking the service who an AccessKey belongs to. It needs no right, so it tells a wrong AccessKey from one that may do
//! nothing.

use std::sync::Arc;

use model_studio::acs3::AccessKey;
use model_studio::control::IdentityClient;
use vault::Principal;

use crate::accounts::identity;
use crate::failure::Failure;
use crate::world::World;

/// Who it belongs to, as the service at `sts` says.
///
/// # Errors
/// What the service refused, or that it cannot be reached.
pub(crate) async fn who_is(
    world: &Arc<World>,
    access_key: AccessKey,
    sts: &str,
    ca_file: Option<&str>,
) -> Result<Principal, Failure> {
    let endpoint = sts.parse().map_err(|_no_url| Failure::EndpointInvalid {
        text: sts.to_owned(),
    })?;
    let http = world.http(sts, ca_file).await?;
    let client =
        IdentityClient::new(http, endpoint, access_key).with_clock(Arc::clone(&world.clock));
    Ok(identity::principal(client.get_caller_identity().await?))
}
