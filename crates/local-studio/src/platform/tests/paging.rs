//! Pages hold every key once, whatever happens meanwhile.

use std::collections::BTreeSet;
use std::sync::atomic::Ordering;

use proptest::prelude::*;

use super::{Bench, bench, plain};
use crate::page::{Direction, MAX_RESULTS, Sort};
use crate::platform::{KeyList, Platform};

fn all_pages(platform: &Platform, sort: Sort, direction: Direction, size: u32) -> Vec<i64> {
    let mut list = KeyList {
        sort,
        direction,
        max_results: size,
        ..KeyList::default()
    };
    let mut ids = Vec::new();
    loop {
        let page = platform.list_keys(&list).unwrap();
        assert!(page.rows.len() <= size as usize);
        ids.extend(page.rows.iter().map(|row| row.api_key_id));
        list.next_token = page.next_token;
        if list.next_token.is_none() {
            return ids;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever the order, the size of pages and the times of creation (many equal), the pages hold every key once.
    #[test]
    fn pages_hold_every_key_once_in_order(
        steps in proptest::collection::vec(0_i64..3, 0..30),
        deleted in proptest::collection::btree_set(0_usize..30, 0..10),
        size in 1_u32..=12,
    ) {
        let Bench { platform, clock, folder: _folder } = bench();
        let mut kept = Vec::new();
        for (index, step) in steps.iter().enumerate() {
            clock.0.fetch_add(*step, Ordering::SeqCst);
            let row = platform.create_key(plain("")).unwrap().row;
            if deleted.contains(&index) {
                platform.delete_key(row.api_key_id).unwrap();
            } else {
                kept.push(row.api_key_id);
            }
        }
        for sort in [Sort::ApiKeyId, Sort::GmtCreate] {
            prop_assert_eq!(&all_pages(&platform, sort, Direction::Ascending, size), &kept);
            let mut descending = all_pages(&platform, sort, Direction::Descending, size);
            descending.reverse();
            prop_assert_eq!(&descending, &kept);
        }
        prop_assert_eq!(all_pages(&platform, Sort::GmtCreate, Direction::Ascending, MAX_RESULTS), kept);
    }

    /// Keys that are made and deleted between two pages neither hide nor repeat those that were there all along.
    #[test]
    fn changes_between_pages_shift_nothing(size in 1_u32..5, victim in 0_usize..12, descending: bool) {
        let Bench { platform, .. } = bench();
        let ids: Vec<i64> = (0..12).map(|_| platform.create_key(plain("")).unwrap().row.api_key_id).collect();
        let direction = if descending { Direction::Descending } else { Direction::Ascending };
        let mut list = KeyList { direction, max_results: size, ..KeyList::default() };
        let page = platform.list_keys(&list).unwrap();
        let mut seen: Vec<i64> = page.rows.iter().map(|row| row.api_key_id).collect();
        platform.delete_key(ids[victim]).unwrap();
        platform.create_key(plain("late")).unwrap();
        list.next_token = page.next_token;
        while list.next_token.is_some() {
            let page = platform.list_keys(&list).unwrap();
            seen.extend(page.rows.iter().map(|row| row.api_key_id));
            list.next_token = page.next_token;
        }
        let once: BTreeSet<i64> = seen.iter().copied().collect();
        prop_assert_eq!(once.len(), seen.len());
        for id in ids.iter().filter(|id| **id != ids[victim]) {
            prop_assert!(once.contains(id));
        }
    }
}
