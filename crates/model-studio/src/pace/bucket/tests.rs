use std::sync::Arc;

use proptest::prelude::*;
use tokio::time::{advance, timeout};

use super::*;

pub(super) const SECOND: Duration = Duration::from_secs(1);

/// No second, wherever it begins, holds more than it may.
pub(super) fn never_over(turns: &[Instant]) -> bool {
    turns
        .windows(IN_A_SECOND + 1)
        .all(|window| window[IN_A_SECOND] - window[0] >= SECOND)
}

#[tokio::test(start_paused = true)]
async fn twenty_at_once_and_the_next_a_second_later() {
    let bucket = Bucket::default();
    let start = Instant::now();
    for _ in 0..IN_A_SECOND {
        bucket.turn().await;
    }
    assert_eq!(start.elapsed(), Duration::ZERO);
    bucket.turn().await;
    assert!(start.elapsed() >= SECOND);
}

#[tokio::test(start_paused = true)]
async fn fifty_callers_are_never_over_and_nearly_all_is_used() {
    let bucket = Arc::new(Bucket::default());
    let callers: Vec<_> = (0..50)
        .map(|_| {
            let bucket = Arc::clone(&bucket);
            tokio::spawn(async move {
                let mut turns = Vec::new();
                for _ in 0..20 {
                    bucket.turn().await;
                    turns.push(Instant::now());
                }
                turns
            })
        })
        .collect();
    let mut turns = Vec::new();
    for caller in callers {
        turns.extend(caller.await.unwrap());
    }
    turns.sort();
    assert_eq!(turns.len(), 1000);
    assert!(never_over(&turns));
    let took = *turns.last().unwrap() - turns[0];
    // All but the first 20, which are free.
    let used = 980.0 / (took.as_secs_f64() * 20.0);
    assert!(used >= 0.95, "{used}");
}

#[tokio::test(start_paused = true)]
async fn first_come_first_served() {
    let bucket = Arc::new(Bucket::default());
    let (sender, mut receiver) = tokio::sync::mpsc::unbounded_channel();
    for number in 0..60 {
        let (bucket, sender) = (Arc::clone(&bucket), sender.clone());
        tokio::spawn(async move {
            bucket.turn().await;
            sender.send(number).unwrap();
        });
        tokio::task::yield_now().await;
    }
    drop(sender);
    let mut served = Vec::new();
    while let Some(number) = receiver.recv().await {
        served.push(number);
    }
    assert_eq!(served, (0..60).collect::<Vec<_>>());
}

#[tokio::test(start_paused = true)]
async fn who_gives_up_takes_no_turn_and_holds_up_nobody() {
    let bucket = Arc::new(Bucket::default());
    for _ in 0..IN_A_SECOND {
        bucket.turn().await;
    }
    let start = Instant::now();
    // One gives up while its turn is awaited, one while it stands behind the first.
    let short = Duration::from_millis(300);
    let (first, second) =
        tokio::join!(timeout(short, bucket.turn()), timeout(short, bucket.turn()));
    assert!(first.is_err() && second.is_err());
    for _ in 0..IN_A_SECOND {
        bucket.turn().await;
    }
    assert_eq!(start.elapsed(), WINDOW);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_second_holds_more_whenever_callers_come(pauses in proptest::collection::vec(0u64..400, 1..200)) {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .unwrap();
        let turns = runtime.block_on(async {
            let bucket = Bucket::default();
            let mut turns = Vec::new();
            for pause in pauses {
                // Half of them come at once.
                advance(Duration::from_millis(pause.saturating_sub(200))).await;
                bucket.turn().await;
                turns.push(Instant::now());
            }
            turns
        });
        prop_assert!(never_over(&turns));
    }
}
