//! Sets of addresses of one family as sorted ranges that neither overlap nor touch: what every question about a list comes
//! down to. Ranges hold both their ends, so that the last address there is needs no number beyond it.

use super::AddressCount;

/// The number of an address: `u32` for IPv4, `u128` for IPv6.
pub(super) trait Place: Copy + Ord {
    fn next(self) -> Option<Self>;
    fn previous(self) -> Option<Self>;
    fn wide(self) -> u128;
}

impl Place for u32 {
    fn next(self) -> Option<Self> {
        self.checked_add(1)
    }

    fn previous(self) -> Option<Self> {
        self.checked_sub(1)
    }

    fn wide(self) -> u128 {
        self.into()
    }
}

impl Place for u128 {
    fn next(self) -> Option<Self> {
        self.checked_add(1)
    }

    fn previous(self) -> Option<Self> {
        self.checked_sub(1)
    }

    fn wide(self) -> u128 {
        self
    }
}

/// From one address to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span<P> {
    pub(super) first: P,
    pub(super) last: P,
}

/// A set of addresses of one family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spans<P>(Vec<Span<P>>);

impl<P: Place> Spans<P> {
    /// The union of spans in any order.
    pub(super) fn union(mut spans: Vec<Span<P>>) -> Spans<P> {
        spans.sort_unstable_by_key(|span| span.first);
        let mut joined: Vec<Span<P>> = Vec::with_capacity(spans.len());
        for span in spans {
            match joined.last_mut() {
                // Nothing comes after the last address there is, so everything that follows is within.
                Some(open) if open.last.next().is_none_or(|next| span.first <= next) => {
                    open.last = open.last.max(span.last);
                }
                _ => joined.push(span),
            }
        }
        Spans(joined)
    }

    /// Whether the address is in it, by binary search.
    pub(super) fn holds(&self, place: P) -> bool {
        let at = self.0.partition_point(|span| span.last < place);
        self.0.get(at).is_some_and(|span| span.first <= place)
    }

    /// How many addresses are in it.
    pub(super) fn count(&self) -> AddressCount {
        let sizes = self
            .0
            .iter()
            .map(|span| (span.last.wide() - span.first.wide()).checked_add(1));
        let total = sizes.reduce(|total, size| total?.checked_add(size?));
        total
            .unwrap_or(Some(0))
            .map_or(AddressCount::AllOfIpv6, AddressCount::Exactly)
    }

    /// What is in it and not in the other.
    pub(super) fn without(&self, other: &Spans<P>) -> Spans<P> {
        let mut left = Vec::new();
        for span in &self.0 {
            let mut rest = Some(*span);
            let at = other.0.partition_point(|taken| taken.last < span.first);
            for taken in other.0.iter().skip(at) {
                let Some(open) = rest.filter(|open| taken.first <= open.last) else {
                    break;
                };
                if let Some(last) = taken.first.previous().filter(|last| *last >= open.first) {
                    let first = open.first;
                    left.push(Span { first, last });
                }
                let last = open.last;
                let first = taken.last.next().filter(|first| *first <= last);
                rest = first.map(|first| Span { first, last });
            }
            left.extend(rest);
        }
        Spans(left)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Span<P>> + '_ {
        self.0.iter().copied()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn spans(pairs: &[(u32, u32)]) -> Spans<u32> {
        let span = |&(first, last): &(u32, u32)| Span { first, last };
        Spans::union(pairs.iter().map(span).collect())
    }

    #[test]
    fn neighbours_join_and_the_end_of_the_space_is_no_trap() {
        let joined = spans(&[(7, 9), (0, 3), (4, 5), (u32::MAX, u32::MAX), (8, 20)]);
        assert_eq!(joined, spans(&[(0, 5), (7, 20), (u32::MAX, u32::MAX)]));
        assert_eq!(joined.iter().count(), 3);
        assert_eq!(
            spans(&[(0, u32::MAX), (5, 5), (u32::MAX, u32::MAX)]),
            spans(&[(0, u32::MAX)])
        );
        let whole = Span {
            first: 0,
            last: u128::MAX,
        };
        assert_eq!(Spans::union(vec![whole]).count(), AddressCount::AllOfIpv6);
        assert_eq!(spans(&[]).count(), AddressCount::Exactly(0));
    }

    fn some() -> impl Strategy<Value = Vec<(u32, u32)>> {
        // Few numbers, so that ranges meet.
        let pair = (0..40u32, 0..40u32).prop_map(|(a, b)| (a.min(b), a.max(b)));
        proptest::collection::vec(pair, 0..8)
    }

    proptest! {
        #[test]
        fn sets_do_what_sets_do(a in some(), b in some()) {
            let within = |pairs: &[(u32, u32)], place: u32| pairs.iter().any(|(first, last)| (*first..=*last).contains(&place));
            let (left, right) = (spans(&a), spans(&b));
            let rest = left.without(&right);
            let mut count = 0;
            for place in 0..50 {
                prop_assert_eq!(left.holds(place), within(&a, place));
                let in_rest = within(&a, place) && !within(&b, place);
                prop_assert_eq!(rest.holds(place), in_rest);
                count += u128::from(in_rest);
            }
            prop_assert_eq!(rest.count(), AddressCount::Exactly(count));
        }
    }
}
