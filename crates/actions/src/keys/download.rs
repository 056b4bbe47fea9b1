//! Writing a key to a file because the user asked: plain text, readable by the user alone.

use std::sync::Arc;

use secrecy::{ExposeSecret, SecretString};

use crate::csv;
use crate::downloads;
use crate::failure::Failure;
use crate::keys::copy::in_use;
use crate::keys::list;
use crate::typed;
use crate::wire::{DownloadedView, KeyRef, KeyView};
use crate::world::{World, blocking};

/// Writes `studio-keys-<id>.csv` to the downloads folder; never over a file that is there.
///
/// # Errors
/// [`Failure::SecretMissing`], what the keyring says, [`Failure::DiskFull`] or [`Failure::FileNotWritten`].
pub async fn download_key(world: &Arc<World>, key: &KeyRef) -> Result<DownloadedView, Failure> {
    // The file is for programs and people who know regions and nothing of the accounts here.
    let region = typed::region(&key.region)?.id.as_str();
    let host = in_use(world, key).await?;
    let value = world.value(key).await?;
    let row = list::one(world, key).await?;
    let folder = world.downloads.clone();
    let name = format!("studio-keys-{}", row.key.api_key_id);
    let text = text(&row, region, &host, &value);
    // EXPOSE: the file is what the user asked for; the window says that it is plain text.
    let write = move || downloads::write(&folder, &name, "csv", text.expose_secret().as_bytes());
    let path = blocking(write).await??;
    Ok(DownloadedView {
        path: path.display().to_string(),
    })
}

fn text(row: &KeyView, region: &str, host: &str, value: &SecretString) -> SecretString {
    // EXPOSE: as above.
    let fields = [
        &row.description,
        region,
        &row.workspace_id,
        host,
        value.expose_secret(),
    ];
    SecretString::from(format!(
        "description,region,workspace,base_url,api_key\r\n{}",
        csv::line(fields)
    ))
}
