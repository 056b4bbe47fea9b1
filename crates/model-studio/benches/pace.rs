//! The turns that 50 waiting callers get in real time: the most that any second holds, and how much of what is allowed is used.
//! It measures for half a minute and prints; a second that holds too many ends it with a failure.
//! `cargo bench -p model-studio --bench pace`

#![allow(clippy::unwrap_used, clippy::print_stdout)] // It prints what it measured.

use std::sync::Arc;
use std::time::{Duration, Instant};

use model_studio::pace::{IN_A_SECOND, Pace};

const CALLERS: usize = 50;

const MEASURED_FOR: Duration = Duration::from_secs(30);

#[tokio::main]
async fn main() {
    let pace = Pace::default().of("an account");
    let start = Instant::now();
    let callers: Vec<_> = (0..CALLERS)
        .map(|_| {
            let pace = Arc::clone(&pace);
            tokio::spawn(async move {
                let mut turns = Vec::new();
                while start.elapsed() < MEASURED_FOR {
                    pace.query.turn().await;
                    turns.push(Instant::now());
                    // Where a caller would send and wait.
                    tokio::task::yield_now().await;
                }
                turns
            })
        })
        .collect();
    let mut each = Vec::new();
    for caller in callers {
        each.push(caller.await.unwrap());
    }
    let mut turns: Vec<Instant> = each.iter().flatten().copied().collect();
    turns.sort();

    let second = Duration::from_secs(1);
    let within = |first: &Instant| {
        turns
            .iter()
            .filter(|turn| (*first..*first + second).contains(turn))
            .count()
    };
    let most = turns.iter().map(within).max().unwrap();
    // The first 20 are free; each later one has to be earned by a twentieth of a second.
    let earned = turns.len() - IN_A_SECOND;
    let allowed = (*turns.last().unwrap() - turns[0]).as_secs_f64() * 20.0;
    let shares = each.iter().map(Vec::len);
    println!(
        "{CALLERS} callers: at most {most} in any second, {:.1} % of what is allowed used, {} to {} turns each",
        earned as f64 / allowed * 100.0,
        shares.clone().min().unwrap(),
        shares.max().unwrap(),
    );
    assert!(most <= IN_A_SECOND);
}
