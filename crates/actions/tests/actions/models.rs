//! The models that a scope can name.

use actions::wire::ListModelsRequest;
use actions::{Failure, list_models};

use crate::home::{HERE, Home};

fn of(region: &str) -> ListModelsRequest {
    ListModelsRequest {
        region: region.to_owned(),
        workspace_id: None,
    }
}

#[tokio::test]
async fn the_models_of_this_computer_are_those_a_key_is_told_of() {
    let home = Home::new().await;
    let world = home.world();
    let models = list_models(&world, &of(HERE)).await.unwrap();
    let key = actions::create_key(&world, crate::home::key_for("models"))
        .await
        .unwrap()
        .key
        .key;
    let told = actions::check_key(&world, &key).await.unwrap().models;
    assert_eq!(models.len(), usize::try_from(told).unwrap());
    assert!(models.iter().any(|model| model.id == "qwen-plus"));
    assert!(models.iter().all(|model| !model.name.is_empty()));
    assert!(models.iter().all(|model| model.callable == Some(true)));
}

#[tokio::test]
async fn a_region_without_an_account_says_so() {
    let home = Home::new().await;
    let refused = list_models(&home.world(), &of("cn-beijing")).await;
    assert!(matches!(refused, Err(Failure::RegionNeedsAccount { .. })));
}
