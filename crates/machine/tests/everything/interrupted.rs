//! The program is killed in the middle of changing everything, and in the middle of undoing it.

use crate::common::kill::run_and_kill;
use crate::home::{change_all, furnished};
use crate::{ORDERS, assert_nothing_left, undo_all};

/// Every so many steps it is killed; a prime, so that no kind of step is left out.
const STRIDE: usize = 23;

#[test]
fn while_changing() {
    let mut kills = 0;
    loop {
        let world = furnished();
        let before = world.snapshot();
        let context = format!("killed at step {}", kills * STRIDE);
        if !run_and_kill(&world, "change", kills * STRIDE) {
            break;
        }
        undo_all(&world, ORDERS[kills % ORDERS.len()], &context);
        assert_nothing_left(&world, &before, &context);
        kills += 1;
    }
    assert!(kills > 8, "{kills}");
}

#[test]
fn while_undoing() {
    for (number, order) in ORDERS.into_iter().enumerate() {
        let mut kills = 0;
        loop {
            let mut world = furnished();
            let before = world.snapshot();
            let ids = order(change_all(&mut world, &())).join(" ");
            let at = (kills * ORDERS.len() + number) * STRIDE;
            let context = format!("order {number}, killed at step {at}");
            if !run_and_kill(&world, &ids, at) {
                break;
            }
            undo_all(&world, order, &context);
            assert_nothing_left(&world, &before, &context);
            kills += 1;
        }
        assert!(kills > 1, "order {number}: {kills}");
    }
}
