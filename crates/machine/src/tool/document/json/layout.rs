use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;

/// How a file is laid out, so that what is put in looks like the rest of it.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    /// The line end.
    pub(super) line_end: &'static str,
    /// One level of indentation.
    pub(super) unit: String,
    /// The indentation of the line that is written on.
    pub(super) indent: String,
    /// All in one line.
    pub(super) in_one_line: bool,
}

impl Layout {
    pub(super) fn of(text: &str, root: &Value<'_>) -> Self {
        let first_end = text.find('\n');
        let is_windows = first_end.is_some_and(|at| text[..at].ends_with('\r'));
        let first = root
            .as_object()
            .and_then(|object| object.properties.first())
            .map(|property| indent_at(text, property.start()));
        let unit = first
            .flatten()
            .filter(|indent| !indent.is_empty())
            .unwrap_or("  ");
        Self {
            line_end: if is_windows { "\r\n" } else { "\n" },
            unit: unit.to_owned(),
            indent: String::new(),
            in_one_line: false,
        }
    }

    /// On the line with this byte in it.
    pub(super) fn at_line_of(&self, text: &str, at: usize) -> Self {
        Self {
            indent: line_indent(text, at).to_owned(),
            ..self.clone()
        }
    }

    /// One level deeper.
    pub(super) fn deeper(&self) -> Self {
        Self {
            indent: format!("{}{}", self.indent, self.unit),
            ..self.clone()
        }
    }

    /// The start of a new line.
    pub(super) fn new_line(&self) -> String {
        format!("{}{}", self.line_end, self.indent)
    }
}

/// What stands before this byte on its line, if that is space alone.
pub(super) fn indent_at(text: &str, at: usize) -> Option<&str> {
    let line = &text[line_start(text, at)..at];
    (line.trim_start_matches([' ', '\t']).is_empty() && line_start(text, at) > 0).then_some(line)
}

/// The space with which the line of this byte begins.
fn line_indent(text: &str, at: usize) -> &str {
    let line = &text[line_start(text, at)..at];
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}
