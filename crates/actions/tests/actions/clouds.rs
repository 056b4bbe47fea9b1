//! Regions of the cloud, each a real server on loopback that behaves as its region does, and an account whose addresses
//! lead there.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use actions::wire::{
    AccountView, AddAccountRequest, CredentialsRequest, EndpointView, RegionView, SiteView,
};
use actions::{World, WorldParts, add_account, app};
use local_studio::{Faults, LocalStudio, Personality, Settings};
use model_studio::acs3::AccessKey;
use model_studio::clock::{Clock, SystemClock};
use model_studio::region::RegionId;
use tempfile::TempDir;
use vault::Secrets;

use crate::home::{Home, parts};

/// What every account here signs with. The secret is looked for in places where it must not be.
pub(crate) const ID: &str = "LTAI5tMarkerOfTheTests00";
pub(crate) const SECRET: &str = "MARKERsecretOfTheAccount123456";

/// What temporary credentials sign with, besides the same secret.
pub(crate) const TEMPORARY_ID: &str = "STS.NUgYrLnoC37mZZCNnAbez";
pub(crate) const TOKEN: &str = "CAISmarkerOfTheTokenAAAA";

/// A region, served.
pub(crate) struct Cloud {
    pub(crate) region: RegionId,
    pub(crate) origin: String,
    _folder: TempDir,
}

impl Cloud {
    /// A region as its main account finds it, and nothing wrong.
    pub(crate) async fn of(region: RegionId) -> Cloud {
        Cloud::with(region, Personality::of(region), Faults::default()).await
    }

    /// A region with something wrong.
    pub(crate) async fn faulty(region: RegionId, faults: Faults) -> Cloud {
        Cloud::with(region, Personality::of(region), faults).await
    }

    /// A region as temporary credentials find it.
    pub(crate) async fn temporary(region: RegionId) -> Cloud {
        Cloud::known_as(
            TEMPORARY_ID,
            region,
            Personality::of(region),
            Faults::default(),
        )
        .await
    }

    pub(crate) async fn with(region: RegionId, personality: Personality, faults: Faults) -> Cloud {
        Cloud::known_as(ID, region, personality, faults).await
    }

    async fn known_as(
        id: &str,
        region: RegionId,
        personality: Personality,
        faults: Faults,
    ) -> Cloud {
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings {
            data: folder.path().join("studio"),
            access_key: AccessKey {
                id: id.to_owned(),
                secret: SECRET.to_owned().into(),
                security_token: None,
            },
            clock: Arc::new(SystemClock),
        };
        let studio = LocalStudio::open_as(settings, personality)
            .unwrap()
            .with_faults(faults);
        let listener = local_studio::bind(Some(0)).await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(studio.serve(listener, std::future::pending()));
        Cloud {
            region,
            origin,
            _folder: folder,
        }
    }

    /// The addresses of its region for an account.
    pub(crate) fn endpoint(&self) -> EndpointView {
        EndpointView {
            region: self.region.as_str().to_owned(),
            control: Some(self.origin.clone()),
            data: None,
        }
    }
}

/// An account to add whose identity is asked at the first of these regions.
pub(crate) fn account(name: &str, clouds: &[&Cloud]) -> AddAccountRequest {
    AddAccountRequest {
        name: name.to_owned(),
        site: SiteView::China,
        credentials: typed(ID, SECRET),
        sts_endpoint: Some(clouds[0].origin.clone()),
        ca_file: None,
        endpoints: clouds.iter().map(|cloud| cloud.endpoint()).collect(),
    }
}

/// An AccessKey as it is typed.
pub(crate) fn typed(id: &str, secret: &str) -> CredentialsRequest {
    CredentialsRequest::Typed {
        access_key_id: id.to_owned(),
        access_key_secret: secret.to_owned().into(),
        security_token: None,
    }
}

/// A world with an account.
pub(crate) async fn world_with(home: &Home, clouds: &[&Cloud]) -> (Arc<World>, AccountView) {
    let world = home.world();
    let added = add_account(&world, account("Work", clouds)).await.unwrap();
    (world, added)
}

/// The place of a region of an account.
pub(crate) fn place(cloud: &Cloud, account: &AccountView) -> String {
    format!("{}@{}", cloud.region, account.id)
}

/// A region as the frame shows it.
pub(crate) async fn region(world: &Arc<World>, region: RegionId) -> RegionView {
    let regions = app(world).await.unwrap().regions;
    regions
        .into_iter()
        .find(|view| view.region == region.as_str())
        .unwrap()
}

/// A world by another clock.
pub(crate) fn world_by(home: &Home, clock: Arc<dyn Clock>) -> Arc<World> {
    let secrets = Secrets::start(home.keyring.clone(), home.path("secrets.age"));
    let clipboard = Arc::clone(&home.clipboard);
    let parts = parts(
        home.folder.path(),
        secrets,
        &home.server,
        clipboard,
        Arc::new(()),
    );
    Arc::new(World::new(WorldParts { clock, ..parts }))
}

/// The files below a folder that hold a text.
pub(crate) fn holding(folder: &Path, text: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(holding(&path, text));
        } else if std::fs::read(&path).is_ok_and(|bytes| {
            bytes
                .windows(text.len())
                .any(|window| window == text.as_bytes())
        }) {
            found.push(path);
        }
    }
    found
}
