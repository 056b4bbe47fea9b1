//! A region of the cloud: the platform's server on loopback, behaving as the region does.

use std::sync::Arc;

use local_studio::{LocalStudio, Personality, Settings};
use model_studio::{acs3::AccessKey, clock::SystemClock, region::RegionId};
use tauri::async_runtime;
use tempfile::TempDir;

/// The AccessKey of the account. Its secret is what is looked for.
pub(crate) const ID: &str = "LTAI5tMarkerOfTheTests00";
pub(crate) const SECRET: &str = "MARKERsecretOfTheAccount123456";

/// A region, served.
pub(crate) struct Cloud {
    pub(crate) origin: String,
    _folder: TempDir,
}

impl Cloud {
    pub(crate) fn of(region: RegionId) -> Self {
        let folder = tempfile::tempdir().expect("temp dir");
        let settings = Settings {
            data: folder.path().join("studio"),
            access_key: AccessKey {
                id: ID.to_owned(),
                secret: SECRET.to_owned().into(),
                security_token: None,
            },
            clock: Arc::new(SystemClock),
        };
        let origin = async_runtime::block_on(async {
            let studio =
                LocalStudio::open_as(settings, Personality::of(region)).expect("the server opens");
            let listener = local_studio::bind(Some(0)).await.expect("a port");
            let origin = format!("http://{}", listener.local_addr().expect("an address"));
            async_runtime::spawn(studio.serve(listener, std::future::pending()));
            origin
        });
        Self {
            origin,
            _folder: folder,
        }
    }
}
