//! Turns while the service wants to be left alone.

use std::sync::Arc;

use proptest::prelude::*;
use tokio::time::{advance, sleep, timeout};

use super::tests::{SECOND, never_over};
use super::*;
use crate::back_off::LONGEST_ASKED;

fn millis(number: u64) -> Duration {
    Duration::from_millis(number)
}

#[tokio::test(start_paused = true)]
async fn nobody_gets_a_turn_before_the_time_that_the_service_named() {
    let bucket = Arc::new(Bucket::default());
    let refused = bucket.turn().await;
    let start = Instant::now();
    bucket.refused(refused, Some(millis(2500)));
    let callers: Vec<_> = (0..50)
        .map(|_| {
            let bucket = Arc::clone(&bucket);
            tokio::spawn(async move {
                bucket.turn().await;
                Instant::now()
            })
        })
        .collect();
    let mut turns = Vec::new();
    for caller in callers {
        turns.push(caller.await.unwrap());
    }
    turns.sort();
    assert_eq!(turns[0] - start, millis(2500), "one pause for all of them");
    assert_eq!(turns[IN_A_SECOND - 1] - start, millis(2500));
    assert!(never_over(&turns));
}

#[tokio::test(start_paused = true)]
async fn who_waits_already_waits_for_the_pause_too() {
    let bucket = Arc::new(Bucket::default());
    let mut last = bucket.turn().await;
    for _ in 1..IN_A_SECOND {
        last = bucket.turn().await;
    }
    let start = Instant::now();
    let waiting = tokio::spawn({
        let bucket = Arc::clone(&bucket);
        async move {
            bucket.turn().await;
        }
    });
    sleep(millis(500)).await;
    bucket.refused(last, Some(millis(1000)));
    // While that one is slept through, it grows longer.
    sleep(millis(900)).await;
    bucket.refused(last, Some(millis(1000)));
    waiting.await.unwrap();
    assert_eq!(start.elapsed(), millis(2400));
}

#[tokio::test(start_paused = true)]
async fn a_pause_is_bounded_and_never_made_shorter() {
    let bucket = Bucket::default();
    for asked in [LONGEST_ASKED + millis(1), Duration::MAX] {
        let turn = bucket.turn().await;
        let start = Instant::now();
        bucket.refused(turn, Some(asked));
        bucket.refused(turn, Some(millis(1)));
        bucket.refused(turn, None);
        bucket.turn().await;
        assert_eq!(start.elapsed(), LONGEST_ASKED);
    }
}

#[tokio::test(start_paused = true)]
async fn where_the_service_names_no_time_pauses_grow_until_a_call_is_taken() {
    let bucket = Bucket::default();
    let mut turn = bucket.turn().await;
    for pause in [200, 400, 800, 1600, 2000, 2000] {
        let start = Instant::now();
        bucket.refused(turn, None);
        turn = bucket.turn().await;
        assert_eq!(start.elapsed(), millis(pause));
    }
    bucket.was_taken(turn);
    let start = Instant::now();
    bucket.refused(turn, None);
    bucket.turn().await;
    assert_eq!(start.elapsed(), millis(200));
}

#[tokio::test(start_paused = true)]
async fn calls_that_were_under_way_together_are_one_pause() {
    let bucket = Bucket::default();
    let mut turns = Vec::new();
    for _ in 0..10 {
        turns.push(bucket.turn().await);
    }
    let (last, refused) = turns.split_last().unwrap();
    for turn in refused {
        advance(millis(10)).await;
        bucket.refused(*turn, None);
    }
    let start = Instant::now();
    // It was under way before: that it was taken does not mean that the next ones are.
    bucket.was_taken(*last);
    let turn = bucket.turn().await;
    assert_eq!(start.elapsed(), millis(200), "from the last refusal on");
    bucket.refused(turn, None);
    bucket.turn().await;
    assert_eq!(start.elapsed(), millis(600), "the second in a row");
}

#[tokio::test(start_paused = true)]
async fn who_gives_up_in_a_pause_leaves_nothing_behind() {
    let bucket = Bucket::default();
    let turn = bucket.turn().await;
    let start = Instant::now();
    bucket.refused(turn, Some(SECOND * 2));
    let (first, second) = tokio::join!(
        timeout(millis(300), bucket.turn()),
        timeout(millis(300), bucket.turn())
    );
    assert!(first.is_err() && second.is_err());
    for _ in 0..IN_A_SECOND {
        bucket.turn().await;
    }
    assert_eq!(start.elapsed(), SECOND * 2);
}

#[tokio::test(start_paused = true)]
async fn after_a_pause_nearly_all_is_used_again() {
    let bucket = Bucket::default();
    let turn = bucket.turn().await;
    bucket.refused(turn, Some(SECOND * 3));
    let start = Instant::now() + SECOND * 3;
    for _ in 0..1000 {
        let turn = bucket.turn().await;
        bucket.was_taken(turn);
    }
    // All but the first 20, which are free.
    let used = 980.0 / (start.elapsed().as_secs_f64() * 20.0);
    assert!(used >= 0.95, "{used}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_turn_is_in_a_pause_and_no_second_holds_more(
        calls in proptest::collection::vec((0u64..400, proptest::option::weighted(0.1, 1u64..20_000)), 1..200)
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .unwrap();
        let (turns, pauses) = runtime.block_on(async {
            let bucket = Bucket::default();
            let (mut turns, mut pauses) = (Vec::new(), Vec::new());
            for (wait, asked) in calls {
                // Half of them come at once.
                advance(millis(wait.saturating_sub(200))).await;
                let turn = bucket.turn().await;
                turns.push(Instant::now());
                if let Some(asked) = asked {
                    let now = Instant::now();
                    bucket.refused(turn, Some(millis(asked)));
                    pauses.push(now..now + millis(asked).min(LONGEST_ASKED));
                } else {
                    bucket.was_taken(turn);
                }
            }
            (turns, pauses)
        });
        prop_assert!(never_over(&turns));
        for pause in &pauses {
            let after = turns.iter().filter(|turn| **turn > pause.start);
            prop_assert!(after.clone().all(|turn| *turn >= pause.end));
        }
    }
}
