//! What in a settings file keeps its own tool from reading it: a comment or a comma that our parser reads and the tool's does
//! not. Such a tool leaves the whole file out, or does not start. The file is the user's, so it is said and never mended.

use std::ops::Range;

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::shown::{Piece, with_lines};
use super::{Format, Splice, json, line_at, splice, text_of};

/// How much of what our parser reads a tool reads too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reads {
    /// All that its format allows.
    Everything,
    /// JSON with comments, without commas before ends.
    JsonWithComments,
    /// JSON as it is defined, with or without a byte order mark.
    Json,
    /// JSON as it is defined, and nothing in front of it.
    BareJson,
}

/// Something for which a tool does not read its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Obstacle {
    /// What it is.
    pub kind: ObstacleKind,
    /// Where, from 1.
    pub line: u32,
}

/// What a tool does not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ObstacleKind {
    /// A byte order mark at the very beginning.
    ByteOrderMark,
    /// A comment.
    Comment,
    /// A comma behind the last thing of an object or a list.
    TrailingComma,
    /// Something else that is no JSON, such as a tab inside of quotes.
    NotJson,
}

/// The first thing in a file that its tool does not read; none as well for a file that nobody could parse.
pub(crate) fn obstacle(reads: Reads, bytes: &[u8]) -> Option<Obstacle> {
    if reads == Reads::Everything || Format::Json.is_empty(bytes) {
        return None;
    }
    let (text, start) = text_of(bytes).ok()?;
    if start > 0 && reads == Reads::BareJson {
        return Some(Obstacle {
            kind: ObstacleKind::ByteOrderMark,
            line: 1,
        });
    }
    let comments = json::pieces(Format::Json, text).ok()?;
    let comments = comments.into_iter().filter_map(|piece| match piece {
        Piece::Comment(range) => Some((range, ObstacleKind::Comment)),
        Piece::Text(..) => None,
    });
    let commas = json::trailing_commas(text).ok()?;
    let commas = commas
        .into_iter()
        .map(|at| (at..at + 1, ObstacleKind::TrailingComma));
    let all: Vec<(Range<usize>, ObstacleKind)> = comments.chain(commas).collect();
    let first = all
        .iter()
        .filter(|(_, kind)| reads != Reads::JsonWithComments || *kind != ObstacleKind::Comment)
        .min_by_key(|(range, _)| range.start);
    match first {
        Some((range, kind)) => Some(Obstacle {
            kind: *kind,
            line: line_at(text, range.start),
        }),
        None => not_json(text, all),
    }
}

/// What is no JSON even without the comments.
fn not_json(text: &str, without: Vec<(Range<usize>, ObstacleKind)>) -> Option<Obstacle> {
    let splices = without.into_iter().map(|(range, _)| {
        let space = with_lines(" ", &text[range.clone()]);
        Splice::new(range, &space)
    });
    let json = splice::apply(text.as_bytes(), 0, splices.collect());
    let error = serde_json::from_slice::<IgnoredAny>(&json).err()?;
    Some(Obstacle {
        kind: ObstacleKind::NotJson,
        line: u32::try_from(error.line()).unwrap_or(u32::MAX),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(reads: Reads, text: &str) -> Option<(ObstacleKind, u32)> {
        obstacle(reads, text.as_bytes()).map(|found| (found.kind, found.line))
    }

    use ObstacleKind::{ByteOrderMark, Comment, NotJson, TrailingComma};

    #[test]
    fn a_comment_is_found_wherever_it_stands() {
        for (text, line) in [
            ("// c\n{}", 1),
            ("{} // c", 1),
            ("{}\n/* c */\n", 2),
            ("{\r\n  \"a\": 1, // c\r\n  \"b\": 2\r\n}\r\n", 2),
            ("{\n\"a\": [1,\n2 /* c\n\n */,\n3]}", 3),
            ("{\n\n\"a\" /* c */ : 1}", 3),
            ("{\"a\": {\n// c\n}}", 2),
            ("\u{feff}{\n// c\n}", 2),
            (
                "{\n\"a\": \"//\", \"b\": \"/* \\\" */\",\n\"c\": 1 // c\n}",
                3,
            ),
        ] {
            for reads in [Reads::Json, Reads::BareJson] {
                if reads == Reads::Json || !text.starts_with('\u{feff}') {
                    assert_eq!(found(reads, text), Some((Comment, line)), "{text}");
                }
            }
            assert_eq!(found(Reads::JsonWithComments, text), None, "{text}");
            assert_eq!(found(Reads::Everything, text), None, "{text}");
        }
    }

    #[test]
    fn a_comma_before_an_end_is_found_however_deep() {
        for (text, line) in [
            ("{\"a\": 1,}", 1),
            ("{\r\n\"a\": 1,\r\n}\r\n", 2),
            ("{\n\"a\": [\n[1, 2,],\n3]\n}", 3),
            ("{\n\"a\": {\"b\": {},\n\"c\": null\n,}}", 4),
            ("{\"a\": [\n{\"b\": \",]\",},\n{}]}", 2),
        ] {
            for reads in [Reads::Json, Reads::BareJson, Reads::JsonWithComments] {
                assert_eq!(found(reads, text), Some((TrailingComma, line)), "{text}");
            }
            assert_eq!(found(Reads::Everything, text), None, "{text}");
        }
    }

    #[test]
    fn the_first_of_several_is_named() {
        let text = "{\n\"a\": [1,\n],\n\"b\": 2 // c\n,\n}";
        assert_eq!(found(Reads::Json, text), Some((TrailingComma, 2)));
        let text = "{ // c\n\"a\": [1, /* c */ ]\n}";
        assert_eq!(found(Reads::Json, text), Some((Comment, 1)));
        assert_eq!(
            found(Reads::JsonWithComments, text),
            Some((TrailingComma, 2))
        );
        let text = "\u{feff}{ // c\n}";
        assert_eq!(found(Reads::BareJson, text), Some((ByteOrderMark, 1)));
    }

    #[test]
    fn a_byte_order_mark_is_in_the_way_of_those_that_do_not_skip_it() {
        let text = "\u{feff}{\n\"a\": 1\n}";
        assert_eq!(found(Reads::BareJson, text), Some((ByteOrderMark, 1)));
        assert_eq!(found(Reads::Json, text), None);
        assert_eq!(found(Reads::JsonWithComments, text), None);
    }

    #[test]
    fn what_else_is_no_json_is_found_behind_comments() {
        for text in [
            "{\n\"a\": \"one\ttab\"\n}",
            "{\n\u{a0}\"a\": 1\n}",
            "/* c\n*/{\u{b}}",
        ] {
            let line = Some((NotJson, 2));
            assert_eq!(found(Reads::JsonWithComments, text), line, "{text}");
            assert_eq!(found(Reads::Everything, text), None, "{text}");
        }
    }

    #[test]
    fn json_has_no_obstacle() {
        for text in [
            "{}",
            "{\r\n\t\"a\": [ ] ,\r\n\t\"b\": -1.5e+30\r\n}\r\n",
            "{\"// a\": \"/* b */\", \"c,\": [\",]\", \",}\"], \"\\\"//\": \"\\\\\"}",
            "{\"a\": \"\\ud800\", \"b\": 1e999, \"a\": null}",
            "",
            " \n",
        ] {
            for reads in [Reads::Json, Reads::BareJson, Reads::JsonWithComments] {
                assert_eq!(found(reads, text), None, "{text}");
            }
        }
    }
}
