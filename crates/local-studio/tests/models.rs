//! The catalogue of models on the control plane, through the client.

#![allow(clippy::unwrap_used, clippy::panic)] // In a test a panic is the verdict.

mod support;

use model_studio::control::{ControlError, ListModels};
use support::{Running, start};

async fn names(running: &Running, request: ListModels) -> Vec<String> {
    let models = running.client().all_models(&request).await.unwrap();
    models.into_iter().map(|model| model.model).collect()
}

#[tokio::test]
async fn a_model_says_what_it_takes_and_costs() {
    let running = start().await;
    let request = ListModels {
        model: Some("qwen3-vl-plus".to_owned()),
        ..ListModels::default()
    };
    let page = running.client().list_models(&request).await.unwrap();
    assert_eq!((page.total_count, page.next_token), (1, None));
    let [model] = &page.items[..] else {
        panic!("{:?}", page.items)
    };
    assert_eq!(
        (model.name.as_str(), model.provider.as_str()),
        ("Qwen3-VL-Plus", "qwen")
    );
    assert_eq!(model.model_info.context_window, Some(262_144));
    assert_eq!(model.model_info.max_reasoning_tokens, None);
    assert_eq!(
        model.inference_metadata.request_modality,
        ["Text", "Image", "Video"]
    );
    assert!(!model.description.is_empty() && model.published_time > 0);
    let prices: Vec<(&str, &str)> = model
        .prices
        .iter()
        .flat_map(|range| &range.prices)
        .map(|price| (price.price_name.as_str(), price.price.as_str()))
        .collect();
    assert_eq!(prices, [("input_token", "1.00"), ("output_token", "10.00")]);
}

#[tokio::test]
async fn pages_follow_each_other_under_one_filter() {
    let running = start().await;
    let all = names(&running, ListModels::default()).await;
    assert!(all.is_sorted() && all.len() > 6, "{all:?}");
    let in_pages = ListModels {
        max_results: Some(3),
        ..ListModels::default()
    };
    let first = running.client().list_models(&in_pages).await.unwrap();
    assert_eq!((first.items.len(), first.max_results), (3, 3));
    assert_eq!(first.total_count, i64::try_from(all.len()).unwrap());
    assert_eq!(names(&running, in_pages).await, all);
    let by_name = ListModels {
        name: Some("qwen3".to_owned()),
        max_results: Some(1),
        ..ListModels::default()
    };
    let third = ["qwen3-coder-plus", "qwen3-max", "qwen3-vl-plus"];
    assert_eq!(names(&running, by_name).await, third);
    let none = ListModels {
        model: Some("QWEN-PLUS".to_owned()),
        ..ListModels::default()
    };
    assert!(names(&running, none).await.is_empty(), "the id is exact");
}

#[tokio::test]
async fn a_token_or_a_filter_that_cannot_be_honoured_is_refused() {
    let running = start().await;
    for (max_results, next_token) in [(None, Some("x")), (Some(0), None), (Some(101), None)] {
        let request = ListModels {
            max_results,
            next_token: next_token.map(str::to_owned),
            ..ListModels::default()
        };
        let refused = running.client().list_models(&request).await;
        assert!(
            matches!(&refused, Err(ControlError::Platform(error)) if error.code.starts_with("InvalidParameter.")),
            "{refused:?}"
        );
    }
    let ask = |query: &str, nonce: &str| {
        running.signed_for(
            "ListModels",
            "GET",
            "/modelstudio/models",
            query,
            b"",
            nonce,
        )
    };
    for (query, code) in [
        ("capabilities=TG", "InvalidParameter.capabilities"),
        ("contextWindow=large", "InvalidParameter.contextWindow"),
    ] {
        let refused = ask(query, query).send(running.address).await;
        assert_eq!((refused.0, refused.1["Code"].as_str()), (400, Some(code)));
    }
    let vision = ask("capabilities=%5B%22VU%22%5D", "one")
        .send(running.address)
        .await;
    assert_eq!(vision.1["models"][0]["model"], "qwen3-vl-plus");
    assert_eq!(vision.1["totalCount"], 1);
    assert_eq!(ask("language=zh", "two").send(running.address).await.0, 200);
}
