//! What is typed about an account besides its credentials, checked before anybody is asked.

use std::sync::Arc;

use model_studio::control::STS_ENDPOINT;
use model_studio::region::RegionId;
use serde::{Deserialize, Serialize};
use vault::{Catalog, CatalogError, OwnEndpoints};

use crate::failure::Failure;
use crate::places::origin;
use crate::wire::EndpointView;
use crate::world::World;

/// An account's own addresses and authority.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Typed {
    /// Where it is asked who the account is, if not at the usual place.
    pub(crate) sts_endpoint: Option<String>,
    /// A file with a certificate authority.
    pub(crate) ca_file: Option<String>,
    endpoints: Vec<EndpointView>,
}

impl Typed {
    /// Checks what was typed. The file of a certificate authority is read anew.
    ///
    /// # Errors
    /// [`Failure::EndpointInvalid`], [`Failure::CaFileUnusable`].
    pub(crate) async fn read(
        world: &Arc<World>,
        sts_endpoint: Option<&str>,
        ca_file: Option<&str>,
        endpoints: &[EndpointView],
    ) -> Result<Typed, Failure> {
        let typed = Typed {
            sts_endpoint: origin::typed(sts_endpoint)?,
            ca_file: ca_file
                .map(str::trim)
                .filter(|file| !file.is_empty())
                .map(str::to_owned),
            endpoints: endpoints.iter().map(endpoint).collect::<Result<_, _>>()?,
        };
        if let Some(file) = &typed.ca_file {
            world.forget_clients(file);
            world.http(typed.sts(), Some(file)).await?;
        }
        Ok(typed)
    }

    /// Where it is asked who the account is.
    pub(crate) fn sts(&self) -> &str {
        self.sts_endpoint.as_deref().unwrap_or(STS_ENDPOINT)
    }

    /// Writes the addresses down: these, and no others.
    pub(crate) fn write_endpoints(
        &self,
        catalog: &Catalog,
        account_id: &str,
    ) -> Result<(), CatalogError> {
        let is_named = |own: &OwnEndpoints| {
            let mut named = self.endpoints.iter();
            named.any(|endpoint| endpoint.region == own.region)
        };
        for own in catalog.account_endpoints(account_id)? {
            if !is_named(&own) {
                catalog.clear_endpoints(account_id, &own.region)?;
            }
        }
        for endpoint in &self.endpoints {
            catalog.set_endpoints(&OwnEndpoints {
                account_id: account_id.to_owned(),
                region: endpoint.region.clone(),
                control: endpoint.control.clone(),
                data: endpoint.data.clone(),
            })?;
        }
        Ok(())
    }
}

fn endpoint(typed: &EndpointView) -> Result<EndpointView, Failure> {
    match typed.region.parse() {
        Ok(RegionId::ThisComputer) | Err(_) => Err(Failure::EndpointInvalid {
            text: typed.region.clone(),
        }),
        Ok(_cloud) => Ok(EndpointView {
            region: typed.region.clone(),
            control: origin::typed(typed.control.as_deref())?,
            data: origin::typed(typed.data.as_deref())?,
        }),
    }
}
