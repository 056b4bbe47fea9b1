//! Which lines of a file go and which come.

use crate::block::{lines, text_of};

/// How many unchanged lines are shown on each side.
const CONTEXT: usize = 2;

/// More than this many lines times lines are not compared one by one.
const MOST_COMPARED: usize = 4_000_000;

/// A line of a diff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiffLine {
    /// What becomes of it.
    pub kind: DiffKind,
    /// Its number in the file before (removed, context) or after (added), from 1.
    pub number: u32,
    /// Its text, values masked.
    pub text: String,
}

/// What becomes of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiffKind {
    /// It stays.
    Context,
    /// It is new.
    Added,
    /// It goes.
    Removed,
}

/// Which lines go and which come, each with the lines around it. `show` makes a line fit to be seen.
pub(crate) fn diff(before: &[u8], after: &[u8], show: &dyn Fn(&[u8]) -> String) -> Vec<DiffLine> {
    let old: Vec<&[u8]> = lines(before).map(|span| text_of(&before[span])).collect();
    let new: Vec<&[u8]> = lines(after).map(|span| text_of(&after[span])).collect();
    let mut all: Vec<(DiffKind, usize, &[u8])> = Vec::new();
    let (mut at_old, mut at_new) = (0, 0);
    for (same_old, same_new) in common(&old, &new)
        .into_iter()
        .chain([(old.len(), new.len())])
    {
        all.extend((at_old..same_old).map(|index| (DiffKind::Removed, index, old[index])));
        all.extend((at_new..same_new).map(|index| (DiffKind::Added, index, new[index])));
        if let Some(line) = old.get(same_old) {
            all.push((DiffKind::Context, same_old, *line));
        }
        (at_old, at_new) = (same_old + 1, same_new + 1);
    }
    let mut is_near = vec![false; all.len()];
    for (at, (kind, ..)) in all.iter().enumerate() {
        if *kind != DiffKind::Context {
            let end = (at + CONTEXT + 1).min(all.len());
            is_near[at.saturating_sub(CONTEXT)..end].fill(true);
        }
    }
    all.into_iter()
        .zip(is_near)
        .filter(|(_, is_near)| *is_near)
        .map(|((kind, index, line), _)| DiffLine {
            kind,
            number: u32::try_from(index + 1).unwrap_or(u32::MAX),
            text: show(line),
        })
        .collect()
}

/// The lines that both have, in order: as many as there can be.
fn common(old: &[&[u8]], new: &[&[u8]]) -> Vec<(usize, usize)> {
    let start = old
        .iter()
        .zip(new)
        .take_while(|(one, other)| one == other)
        .count();
    let most = old.len().min(new.len()) - start;
    let end = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take(most)
        .take_while(|(one, other)| one == other)
        .count();
    let (inner_old, inner_new) = (&old[start..old.len() - end], &new[start..new.len() - end]);
    let mut pairs: Vec<(usize, usize)> = (0..start).map(|index| (index, index)).collect();
    let width = inner_new.len() + 1;
    if inner_old.len().saturating_mul(inner_new.len()) <= MOST_COMPARED {
        let mut most_from = vec![0u32; (inner_old.len() + 1) * width];
        for at_old in (0..inner_old.len()).rev() {
            for at_new in (0..inner_new.len()).rev() {
                let (right, below) = (at_old * width + at_new + 1, (at_old + 1) * width + at_new);
                most_from[at_old * width + at_new] = if inner_old[at_old] == inner_new[at_new] {
                    most_from[below + 1] + 1
                } else {
                    most_from[right].max(most_from[below])
                };
            }
        }
        let (mut at_old, mut at_new) = (0, 0);
        while at_old < inner_old.len() && at_new < inner_new.len() {
            let (right, below) = (at_old * width + at_new + 1, (at_old + 1) * width + at_new);
            if inner_old[at_old] == inner_new[at_new] {
                pairs.push((start + at_old, start + at_new));
                (at_old, at_new) = (at_old + 1, at_new + 1);
            } else if most_from[right] >= most_from[below] {
                at_new += 1;
            } else {
                at_old += 1;
            }
        }
    }
    pairs.extend(
        (1..=end)
            .rev()
            .map(|back| (old.len() - back, new.len() - back)),
    );
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(before: &str, after: &str) -> Vec<(DiffKind, u32, String)> {
        let plain = |line: &[u8]| String::from_utf8_lossy(line).into_owned();
        diff(before.as_bytes(), after.as_bytes(), &plain)
            .into_iter()
            .map(|line| (line.kind, line.number, line.text))
            .collect()
    }

    #[test]
    fn an_addition_is_shown_with_the_lines_before() {
        use DiffKind::{Added, Context, Removed};
        let lines = shown("a\nb\nc", "a\nb\nc\nX\n");
        assert_eq!(
            lines,
            [
                (Context, 2, "b".into()),
                (Context, 3, "c".into()),
                (Added, 4, "X".into())
            ]
        );
        let lines = shown("a\nb\nc\n", "a\nB\nc\n");
        let expected = [
            (Context, 1, "a".into()),
            (Removed, 2, "b".into()),
            (Added, 2, "B".into()),
            (Context, 3, "c".into()),
        ];
        assert_eq!(lines, expected);
        assert_eq!(shown("", "X\n"), [(Added, 1, "X".into())]);
        assert_eq!(shown("a\n", "a\n"), []);
        assert_eq!(
            shown("x\nx\n", "x\nx\nx\n")
                .iter()
                .filter(|line| line.0 == Added)
                .count(),
            1
        );
    }

    #[test]
    fn two_places_far_apart_are_shown_without_what_lies_between() {
        use DiffKind::{Added, Context, Removed};
        let lines = shown("a\n1\n2\n3\n4\n5\n6\nz\n", "A\n1\n2\n3\n4\n5\n6\nz\nX\n");
        let expected = [
            (Removed, 1, "a".into()),
            (Added, 1, "A".into()),
            (Context, 2, "1".into()),
            (Context, 3, "2".into()),
            (Context, 7, "6".into()),
            (Context, 8, "z".into()),
            (Added, 9, "X".into()),
        ];
        assert_eq!(lines, expected);
    }
}
