//! What the user chose, kept beside what is known about keys.

use std::sync::Arc;

use vault::{Catalog, CatalogError};

use crate::addresses::echo_service;
use crate::failure::Failure;
use crate::wire::{LanguageChoice, PreferencesView, ThemeChoice, echo_services};
use crate::world::World;

const NAME: &str = "window";
const CLIPBOARD_SECONDS: u32 = 60;

/// Reads the preferences; what is missing or unreadable is as on the first start.
pub(crate) fn read(catalog: &Catalog) -> Result<PreferencesView, CatalogError> {
    let stored = catalog.preference(NAME)?;
    Ok(stored
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_else(first))
}

/// Keeps the preferences.
///
/// # Errors
/// [`Failure::EchoServiceInvalid`], [`Failure::EchoServicesSame`], [`Failure::CatalogUnusable`].
pub async fn save_preferences(
    world: &Arc<World>,
    preferences: PreferencesView,
) -> Result<PreferencesView, Failure> {
    echo_service::both(&preferences.echo_services)?;
    let text = serde_json::to_string(&preferences).map_err(|_unwritable| Failure::Interrupted)?;
    world
        .catalog(move |catalog| catalog.set_preference(NAME, &text))
        .await?;
    Ok(preferences)
}

fn first() -> PreferencesView {
    PreferencesView {
        language: LanguageChoice::System,
        theme: ThemeChoice::System,
        clipboard_seconds: Some(CLIPBOARD_SECONDS),
        region: "this-computer".to_owned(),
        account: None,
        echo_services: echo_services(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_earlier_version_kept_is_not_lost() {
        let folder = tempfile::tempdir().unwrap();
        let catalog = Catalog::open(&folder.path().join("catalog.sqlite")).unwrap();
        let kept =
            r#"{"language":"zh-CN","theme":"dark","clipboardSeconds":null,"region":"cn-beijing"}"#;
        catalog.set_preference(NAME, kept).unwrap();
        let expected = PreferencesView {
            language: LanguageChoice::Chinese,
            theme: ThemeChoice::Dark,
            clipboard_seconds: None,
            region: "cn-beijing".to_owned(),
            account: None,
            echo_services: echo_services(),
        };
        assert_eq!(read(&catalog).unwrap(), expected);
    }
}
