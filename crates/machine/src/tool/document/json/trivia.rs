//! What stands between the values of a JSON text: space and comments. The text has been parsed already.

/// Where the first byte after `from` is that is neither space nor in a comment.
pub(super) fn skip(text: &str, from: usize) -> usize {
    let mut at = from;
    loop {
        at += text[at..].len() - text[at..].trim_start_matches(is_space).len();
        match comment_at(text, at) {
            Some(end) => at = end,
            None => return at,
        }
    }
}

/// Where the comma is that follows `from`, with nothing but space and comments in between.
pub(super) fn comma_after(text: &str, from: usize) -> Option<usize> {
    let at = skip(text, from);
    text[at..].starts_with(',').then_some(at)
}

/// The end of what belongs to the line of `from`: spaces, and comments that begin on it.
pub(super) fn line_rest(text: &str, from: usize) -> usize {
    let mut at = from;
    loop {
        let spaces = at + (text[at..].len() - text[at..].trim_start_matches([' ', '\t']).len());
        match comment_at(text, spaces) {
            // What goes on on another line does not belong to this one.
            Some(end) if !text[spaces..end].contains('\n') => at = end,
            _ => return at,
        }
    }
}

/// The last place in `from..until` that a comment ends at; none without a comment.
pub(super) fn last_comment_end(text: &str, from: usize, until: usize) -> Option<usize> {
    let mut at = from;
    let mut last = None;
    while at < until {
        at += text[at..].len() - text[at..].trim_start_matches(is_space).len();
        match comment_at(text, at) {
            Some(end) => {
                last = Some(end);
                at = end;
            }
            None => break,
        }
    }
    last
}

/// Where the space before `at` begins, back to the last line end and that included.
pub(super) fn space_before(text: &str, at: usize) -> usize {
    let line = text[..at].trim_end_matches([' ', '\t']);
    let line = match line.strip_suffix('\n') {
        Some(before) => before.strip_suffix('\r').unwrap_or(before),
        None => line,
    };
    line.len()
}

/// Whether nothing but space is in it.
pub(super) fn is_blank(text: &str) -> bool {
    text.trim_matches(is_space).is_empty()
}

/// The end of the comment that begins here. The line end after a comment of one line is not its own.
fn comment_at(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    if rest.starts_with("//") {
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        return Some(at + length);
    }
    let inside = rest.strip_prefix("/*")?;
    inside.find("*/").map(|length| at + 2 + length + 2)
}

/// JSON's four, and what JSON5 adds.
fn is_space(letter: char) -> bool {
    letter.is_whitespace() || letter == '\u{feff}'
}
