//! Our marked block in somebody's start-up file.
//!
//! Works on bytes: what surrounds the block is never decoded, and keeps its line ends. The block itself is written with
//! plain line feeds, since shells understand no others. It carries what its removal must know, so that a file can be
//! put back even by someone who has only the file.

use std::ops::Range;

pub(crate) const BEGIN: &str = "# >>> studio-keys >>>";
pub(crate) const END: &str = "# <<< studio-keys <<<";
const ADDED_NEWLINE: &str = "# (the line above had no end before this block)";
const MADE_FILE: &str = "# (there was no such file before this block)";

/// Where the block is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    /// From the begin mark to the end mark's line end.
    pub(crate) span: Range<usize>,
    /// Between the marks.
    inner: Range<usize>,
    /// The begin mark's line, from 1.
    pub(crate) line: u32,
}

/// The marks are not one pair; the line of the one without a partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Damaged {
    pub(crate) line: u32,
}

/// A file without our block.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Removal {
    /// What stays.
    pub(crate) bytes: Vec<u8>,
    /// Lines that somebody wrote into the block are among it.
    pub(crate) kept_lines: bool,
    /// The file was made for the block, and nothing is left in it.
    pub(crate) file_may_go: bool,
}

/// Looks for the block.
pub(crate) fn find(bytes: &[u8]) -> Result<Option<Block>, Damaged> {
    let mut begin: Option<(Range<usize>, u32)> = None;
    let mut found: Option<Block> = None;
    for (number, span) in (1u32..).zip(lines(bytes)) {
        let text = text_of(&bytes[span.clone()]);
        if text == BEGIN.as_bytes() {
            if begin.is_some() || found.is_some() {
                return Err(Damaged { line: number });
            }
            begin = Some((span, number));
        } else if text == END.as_bytes() {
            let Some((start, line)) = begin.take() else {
                return Err(Damaged { line: number });
            };
            found = Some(Block {
                span: start.start..span.end,
                inner: start.end..span.start,
                line,
            });
        }
    }
    match begin {
        Some((_, line)) => Err(Damaged { line }),
        None => Ok(found),
    }
}

/// Whether the block does what it is there for.
pub(crate) fn is_whole(bytes: &[u8], block: &Block, source: &str) -> bool {
    lines(&bytes[block.inner.clone()]).any(|span| {
        bytes[block.inner.start + span.start..block.inner.start + span.end]
            == *format!("{source}\n").as_bytes()
    })
}

/// The file with the block at its end. `source` is the one line that does something.
pub(crate) fn append(bytes: &[u8], source: &str, makes_file: bool) -> Vec<u8> {
    let mut after = bytes.to_vec();
    let adds_newline = bytes.last().is_some_and(|last| *last != b'\n');
    if adds_newline {
        after.push(b'\n');
    }
    after.extend_from_slice(text(source, adds_newline, makes_file).as_bytes());
    after
}

/// The file with the block made whole again where it stands. What somebody wrote into it comes to stand below it.
pub(crate) fn renew(bytes: &[u8], block: &Block, source: &str) -> Vec<u8> {
    let inner = read_inner(bytes, block, source);
    let mut after = bytes[..block.span.start].to_vec();
    after.extend_from_slice(text(source, inner.added_newline, inner.made_file).as_bytes());
    after.extend_from_slice(&inner.theirs);
    after.extend_from_slice(&bytes[block.span.end..]);
    after
}

/// The file as it was without the block. What somebody wrote into it stays.
pub(crate) fn remove(bytes: &[u8], block: &Block, source: &str) -> Removal {
    let inner = read_inner(bytes, block, source);
    let kept_lines = !inner.theirs.is_empty();
    let rest = &bytes[block.span.end..];
    let mut before = &bytes[..block.span.start];
    // Our newline may only go when nothing came to stand after it.
    if inner.added_newline && rest.is_empty() && !kept_lines {
        before = before.strip_suffix(b"\n").unwrap_or(before);
    }
    let bytes = [before, &inner.theirs, rest].concat();
    Removal {
        kept_lines,
        file_may_go: inner.made_file && bytes.is_empty(),
        bytes,
    }
}

/// The last line, if it goes on beyond the end of the file: what is added would become part of it.
pub(crate) fn ends_in_continuation(bytes: &[u8]) -> Option<u32> {
    let spans: Vec<Range<usize>> = lines(bytes).collect();
    let goes_on = |span: &Range<usize>| {
        let line = &bytes[span.clone()];
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        line.iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
    };
    let last = spans.last()?;
    let is_comment = bytes[last.clone()].trim_ascii_start().starts_with(b"#");
    let is_continued = spans.len() > 1 && goes_on(&spans[spans.len() - 2]);
    let number = u32::try_from(spans.len()).unwrap_or(u32::MAX);
    (goes_on(last) && (!is_comment || is_continued)).then_some(number)
}

/// The spans of all lines, each with its line end.
pub(crate) fn lines(bytes: &[u8]) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    bytes
        .split_inclusive(|byte| *byte == b'\n')
        .map(move |line| {
            let span = start..start + line.len();
            start = span.end;
            span
        })
}

/// A line without its end, be it LF or CRLF.
pub(crate) fn text_of(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

fn text(source: &str, added_newline: bool, made_file: bool) -> String {
    let mut text = format!("{BEGIN}\n");
    for (hint, wanted) in [(ADDED_NEWLINE, added_newline), (MADE_FILE, made_file)] {
        if wanted {
            text.push_str(hint);
            text.push('\n');
        }
    }
    text.push_str(&format!("{source}\n{END}\n"));
    text
}

struct Inner {
    added_newline: bool,
    made_file: bool,
    theirs: Vec<u8>,
}

fn read_inner(bytes: &[u8], block: &Block, source: &str) -> Inner {
    let mut inner = Inner {
        added_newline: false,
        made_file: false,
        theirs: Vec::new(),
    };
    let content = &bytes[block.inner.clone()];
    for span in lines(content) {
        let line = &content[span];
        match text_of(line) {
            text if text == ADDED_NEWLINE.as_bytes() => inner.added_newline = true,
            text if text == MADE_FILE.as_bytes() => inner.made_file = true,
            text if text == source.as_bytes() => {}
            _ => inner.theirs.extend_from_slice(line),
        }
    }
    inner
}

#[cfg(test)]
mod tests;
