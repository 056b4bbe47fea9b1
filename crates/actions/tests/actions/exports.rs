//! Keys in the forms of other programs: to a file in the downloads, or to the clipboard; with the key only where it was asked
//! for.

use std::sync::Arc;

use actions::wire::{ExportForm, ExportKeyRequest, KeyRef};
use actions::{Failure, World, copy_export, create_key, export_key, reveal_key};

use crate::home::{Home, key_for};

const FORMS: [(ExportForm, &str, bool); 4] = [
    (ExportForm::Postman, ".postman_environment.json", false),
    (
        ExportForm::PostmanWithKey,
        ".postman_environment.json",
        true,
    ),
    (ExportForm::DotEnv, ".env", true),
    (ExportForm::Curl, ".sh", false),
];

async fn key(world: &Arc<World>) -> (KeyRef, String) {
    let key = create_key(world, key_for("exported"))
        .await
        .unwrap()
        .key
        .key;
    let value = reveal_key(world, &key).await.unwrap().value;
    (key, value)
}

fn request(home: &Home, key: &KeyRef, form: ExportForm) -> ExportKeyRequest {
    ExportKeyRequest {
        key: key.clone(),
        origin: format!("http://{}", home.server.address),
        form,
    }
}

#[tokio::test]
async fn each_form_is_a_file_of_its_own_for_its_owner_alone() {
    let home = Home::new().await;
    let world = home.world();
    let (key, value) = key(&world).await;
    let mut paths = Vec::new();
    for (form, ending, has_key) in FORMS {
        let saved = export_key(&world, &request(&home, &key, form))
            .await
            .unwrap();
        assert!(saved.path.ends_with(ending), "{}", saved.path);
        let text = std::fs::read_to_string(&saved.path).unwrap();
        assert_eq!(text.contains(&value), has_key, "{form:?}");
        assert!(text.contains(&home.server.address.to_string()), "{form:?}");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(&saved.path).unwrap().permissions().mode();
            assert_eq!(mode & 0o077, 0, "{form:?}");
        }
        paths.push(saved.path);
    }
    paths.dedup();
    assert_eq!(paths.len(), 4, "none was written over: {paths:?}");
}

#[tokio::test]
async fn what_is_copied_is_what_would_be_saved() {
    let home = Home::new().await;
    let world = home.world();
    let (key, _) = key(&world).await;
    for (form, ..) in FORMS {
        let wish = request(&home, &key, form);
        let copied = copy_export(&world, &wish).await.unwrap();
        assert!(copied.clears_in_seconds.is_some(), "{form:?}");
        let saved = export_key(&world, &wish).await.unwrap();
        let text = std::fs::read_to_string(saved.path).unwrap();
        assert_eq!(home.clipboard.holds().unwrap(), text, "{form:?}");
    }
}

#[tokio::test]
async fn a_host_that_is_not_the_keys_and_a_value_that_is_not_here_are_refused() {
    let home = Home::new().await;
    let world = home.world();
    let (key, _) = key(&world).await;
    let mut elsewhere = request(&home, &key, ExportForm::Curl);
    elsewhere.origin = "https://dashscope.aliyuncs.com".to_owned();
    let refused = export_key(&world, &elsewhere).await;
    assert!(matches!(refused, Err(Failure::HostUnknown)));

    // On another computer of the same account its value was never seen.
    let other = Home::at(&home.server);
    let world = other.world();
    actions::list_keys(&world, &key.region).await.unwrap();
    for (form, _, has_key) in FORMS {
        let exported = export_key(&world, &request(&home, &key, form)).await;
        match exported {
            Err(Failure::SecretMissing { .. }) => assert!(has_key, "{form:?}"),
            exported => assert!(!has_key && exported.is_ok(), "{form:?}: {exported:?}"),
        }
    }
}
