//! The report, as a file that can be shown to others: every secret in it is masked already.

use std::sync::{Arc, PoisonError};

use super::diagnose::diagnose;
use super::report;
use crate::downloads;
use crate::failure::Failure;
use crate::preferences;
use crate::wire::{DiagnoseRequest, DiagnosisView, DownloadedView, LanguageChoice};
use crate::world::{World, blocking};

/// Writes what [`diagnose`] said last to the downloads folder, as Markdown; never over a file that is there. If something
/// else was asked last, it looks again.
///
/// # Errors
/// As [`diagnose`]; [`Failure::DiskFull`] and [`Failure::FileNotWritten`].
pub async fn save_diagnosis(
    world: &Arc<World>,
    request: DiagnoseRequest,
) -> Result<DownloadedView, Failure> {
    let diagnosis = match shown(world, &request) {
        Some(diagnosis) => diagnosis,
        None => diagnose(world, request.clone()).await?,
    };
    let language = world.catalog(preferences::read).await?.language;
    let is_chinese = match language {
        LanguageChoice::Chinese => true,
        LanguageChoice::English => false,
        LanguageChoice::System => ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| world.surroundings.environment.get(*name))
            .is_some_and(|locale| locale.starts_with("zh")),
    };
    let text = report::text(&report::Report {
        request: &request,
        diagnosis: &diagnosis,
        system: world.system,
        version: &world.version,
        is_chinese,
    });
    let folder = world.downloads.clone();
    let name = format!("studio-keys-{}", request.variable);
    let write = move || downloads::write(&folder, &name, "md", text.as_bytes());
    let path = blocking(write).await??;
    Ok(DownloadedView {
        path: path.display().to_string(),
    })
}

fn shown(world: &World, request: &DiagnoseRequest) -> Option<DiagnosisView> {
    let last = world
        .diagnosed
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    last.as_ref()
        .filter(|last| last.request == *request)
        .map(|last| last.view.clone())
}
