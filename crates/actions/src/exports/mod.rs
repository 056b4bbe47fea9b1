//! A key in the forms of other programs: a Postman environment, a `.env` file, a curl command; to a file or to the clipboard.

mod text;

use std::sync::Arc;

use secrecy::{ExposeSecret, SecretString};

use crate::clipboard;
use crate::downloads;
use crate::failure::Failure;
use crate::preferences;
use crate::wire::{CopiedView, DownloadedView, ExportForm, ExportKeyRequest};
use crate::world::{World, blocking};

/// Writes the export to the folder for downloads; never over a file that is there.
///
/// # Errors
/// [`Failure::SecretMissing`] and what the keyring says where the form has the key in it, [`Failure::HostUnknown`],
/// [`Failure::DiskFull`] or [`Failure::FileNotWritten`].
pub async fn export_key(
    world: &Arc<World>,
    request: &ExportKeyRequest,
) -> Result<DownloadedView, Failure> {
    let text = text(world, request).await?;
    let folder = world.downloads.clone();
    let name = format!("studio-keys-{}", request.key.api_key_id);
    let extension = match request.form {
        ExportForm::Postman | ExportForm::PostmanWithKey => "postman_environment.json",
        ExportForm::DotEnv => "env",
        ExportForm::Curl => "sh",
    };
    // EXPOSE: the file is what the user asked for; the window says whether it is plain text.
    let write =
        move || downloads::write(&folder, &name, extension, text.expose_secret().as_bytes());
    let path = blocking(write).await??;
    Ok(DownloadedView {
        path: path.display().to_string(),
    })
}

/// Puts the export on the clipboard, with a key in it for a while.
///
/// # Errors
/// As [`export_key()`], and [`Failure::ClipboardUnavailable`].
pub async fn copy_export(
    world: &Arc<World>,
    request: &ExportKeyRequest,
) -> Result<CopiedView, Failure> {
    let text = text(world, request).await?;
    let clears_in_seconds = world.catalog(preferences::read).await?.clipboard_seconds;
    clipboard::put(world, text, clears_in_seconds).await?;
    Ok(CopiedView { clears_in_seconds })
}

async fn text(world: &Arc<World>, request: &ExportKeyRequest) -> Result<SecretString, Failure> {
    let hosts = world.hosts_of(&request.key).await?;
    let host = hosts.into_iter().find(|host| host.origin == request.origin);
    let urls = host.ok_or(Failure::HostUnknown)?.base_urls;
    match request.form {
        ExportForm::Postman => Ok(text::postman(&request.key, &urls, None).into()),
        ExportForm::Curl if urls.openai.is_empty() => Err(Failure::HostUnknown),
        ExportForm::Curl => Ok(text::curl(&urls.openai).into()),
        ExportForm::PostmanWithKey | ExportForm::DotEnv => {
            let value = world.value(&request.key).await?;
            // EXPOSE: the user asked for a form with the key in it.
            let value = value.expose_secret();
            Ok(match request.form {
                ExportForm::DotEnv => text::dot_env(&urls, value),
                _ => text::postman(&request.key, &urls, Some(value)),
            }
            .into())
        }
    }
}
