//! Splits a start-up file into commands and words, well enough to find settings of one variable.
//!
//! This is not a shell's parser: what it cannot follow it reads as words, and a setting is then shown as one that
//! cannot be changed. It never decides what is written; the shell's own `-n` does.

use secrecy::zeroize::Zeroizing;

use super::Grammar;

/// A word of a command, its quotes gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) text: Zeroizing<String>,
    pub(super) line: usize,
    pub(super) last_line: usize,
}

/// Words up to the next separator.
pub(super) type Command = Vec<Word>;

/// The commands of a file, and how many commands and here-documents touch each line.
pub(super) struct Commands {
    pub(super) commands: Vec<Command>,
    /// For each line, how often something other than the first command on it begins or ends there.
    crowded: Vec<bool>,
}

impl Commands {
    /// Whether this command is all there is on its one line.
    pub(super) fn is_alone(&self, command: &Command) -> bool {
        let (Some(first), Some(last)) = (command.first(), command.last()) else {
            return false;
        };
        let line = first.line;
        let shares = self
            .commands
            .iter()
            .filter(|other| !other.is_empty())
            .filter(|other| {
                other
                    .iter()
                    .any(|word| word.line <= line && line <= word.last_line)
            });
        last.last_line == line
            && shares.count() == 1
            && !self.crowded.get(line).copied().unwrap_or(false)
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    line: usize,
    grammar: Grammar,
    commands: Vec<Command>,
    current: Command,
    crowded: Vec<bool>,
    /// Here-documents whose text begins on the next line: their ends, and whether tabs before it count.
    documents: Vec<(Vec<u8>, bool)>,
}

/// Reads the whole file.
pub(super) fn commands(bytes: &[u8], grammar: Grammar) -> Commands {
    let mut reader = Reader {
        bytes,
        at: 0,
        line: 0,
        grammar,
        commands: Vec::new(),
        current: Vec::new(),
        crowded: Vec::new(),
        documents: Vec::new(),
    };
    reader.read();
    Commands {
        commands: reader.commands,
        crowded: reader.crowded,
    }
}

impl Reader<'_> {
    fn peek(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at + ahead).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek(0)?;
        self.at += 1;
        if byte == b'\n' {
            self.line += 1;
        }
        Some(byte)
    }

    fn crowd(&mut self) {
        if self.crowded.len() <= self.line {
            self.crowded.resize(self.line + 1, false);
        }
        self.crowded[self.line] = true;
    }

    fn finish_command(&mut self) {
        let command = std::mem::take(&mut self.current);
        if !command.is_empty() {
            self.commands.push(command);
        }
    }

    fn read(&mut self) {
        while let Some(byte) = self.peek(0) {
            match byte {
                b'\n' => {
                    self.finish_command();
                    self.next();
                    self.skip_documents();
                }
                b' ' | b'\t' | b'\r' => {
                    self.next();
                }
                b'#' => self.skip_line(),
                b'\\' if self.peek(1) == Some(b'\n') => {
                    // A line that goes on, and the one it goes on to.
                    self.crowd();
                    self.at += 1;
                    self.next();
                    self.crowd();
                }
                b';' if self.ends_line_after_semicolon() => {
                    self.finish_command();
                    self.next();
                }
                b';' | b'&' | b'|' | b'(' | b')' => {
                    self.crowd();
                    self.finish_command();
                    self.next();
                }
                b'<' if self.grammar == Grammar::Sh && self.bytes[self.at..].starts_with(b"<<") => {
                    self.redirect()
                }
                b'<' | b'>' => {
                    self.crowd();
                    self.next();
                }
                _ => self.word(),
            }
        }
        self.finish_command();
    }

    /// A semicolon with nothing after it but a comment shares its line with nobody.
    fn ends_line_after_semicolon(&self) -> bool {
        let rest = self.bytes[self.at + 1..]
            .iter()
            .find(|byte| !matches!(byte, b' ' | b'\t' | b'\r'));
        matches!(rest, None | Some(b'\n' | b'#'))
    }

    fn skip_line(&mut self) {
        while self.peek(0).is_some_and(|byte| byte != b'\n') {
            self.at += 1;
        }
    }

    fn redirect(&mut self) {
        self.crowd();
        self.at += 2;
        if self.peek(0) == Some(b'<') {
            self.at += 1; // A here-string: its word is on this line.
            return;
        }
        let tabs = self.peek(0) == Some(b'-');
        self.at += usize::from(tabs);
        while matches!(self.peek(0), Some(b' ' | b'\t')) {
            self.at += 1;
        }
        let (line, start) = (self.line, self.at);
        let end = self.take_word();
        if line == self.line && start < self.at {
            self.documents.push((end.as_bytes().to_vec(), tabs));
        }
    }

    fn skip_documents(&mut self) {
        for (end, tabs) in std::mem::take(&mut self.documents) {
            while self.at < self.bytes.len() {
                self.crowd();
                let start = self.at;
                self.skip_line();
                let mut text = &self.bytes[start..self.at];
                self.next();
                while tabs && text.first() == Some(&b'\t') {
                    text = &text[1..];
                }
                if text == end {
                    break;
                }
            }
        }
    }

    fn word(&mut self) {
        let line = self.line;
        let text = self.take_word();
        self.current.push(Word {
            text,
            line,
            last_line: self.line,
        });
    }

    fn take_word(&mut self) -> Zeroizing<String> {
        let mut word = Zeroizing::new(Vec::new());
        while let Some(byte) = self.peek(0) {
            match byte {
                b' ' | b'\t' | b'\r' | b'\n' | b';' | b'&' | b'|' | b'(' | b')' | b'<' | b'>' => {
                    break;
                }
                b'\'' => self.single_quoted(&mut word),
                b'"' => self.double_quoted(&mut word),
                b'`' if self.grammar == Grammar::Sh => self.until_backtick(&mut word),
                b'$' if self.peek(1) == Some(b'(') => self.nested(&mut word),
                b'$' if self.grammar == Grammar::Sh && self.peek(1) == Some(b'\'') => {
                    self.at += 1;
                    self.escaped_quoted(&mut word);
                }
                b'$' if self.peek(1) == Some(b'{') => self.braced(&mut word),
                b'\\' => {
                    self.at += 1;
                    match self.next() {
                        Some(b'\n') => self.crowd(),
                        Some(escaped) => word.push(escaped),
                        None => {}
                    }
                }
                _ => {
                    word.push(byte);
                    self.at += 1;
                }
            }
        }
        Zeroizing::new(String::from_utf8_lossy(&word).into_owned())
    }

    fn single_quoted(&mut self, word: &mut Vec<u8>) {
        if self.grammar == Grammar::Fish {
            return self.escaped_quoted(word);
        }
        self.at += 1;
        while let Some(byte) = self.next() {
            if byte == b'\'' {
                return;
            }
            word.push(byte);
        }
    }

    /// Between single quotes where a backslash counts: `$'…'`, and fish's.
    fn escaped_quoted(&mut self, word: &mut Vec<u8>) {
        self.at += 1;
        while let Some(byte) = self.next() {
            match byte {
                b'\'' => return,
                b'\\' => word.extend(self.next()),
                _ => word.push(byte),
            }
        }
    }

    fn double_quoted(&mut self, word: &mut Vec<u8>) {
        self.at += 1;
        while let Some(byte) = self.peek(0) {
            match byte {
                b'"' => {
                    self.at += 1;
                    return;
                }
                b'$' if self.peek(1) == Some(b'(') => self.nested(word),
                b'\\' => {
                    self.at += 1;
                    match self.next() {
                        Some(escaped @ (b'"' | b'\\' | b'$' | b'`')) => word.push(escaped),
                        Some(b'\n') | None => {}
                        Some(other) => word.extend([b'\\', other]),
                    }
                }
                _ => {
                    word.push(byte);
                    self.next();
                }
            }
        }
    }

    fn until_backtick(&mut self, word: &mut Vec<u8>) {
        word.extend(self.next());
        while let Some(byte) = self.next() {
            word.push(byte);
            match byte {
                b'`' => return,
                b'\\' => word.extend(self.next()),
                _ => {}
            }
        }
    }

    /// `$(…)`, with quotes and brackets inside.
    fn nested(&mut self, word: &mut Vec<u8>) {
        let mut depth = 0usize;
        while let Some(byte) = self.peek(0) {
            match byte {
                b'\'' => self.single_quoted(word),
                b'"' => self.double_quoted(word),
                b'\\' => {
                    self.at += 1;
                    word.extend(self.next());
                }
                _ => {
                    depth = match byte {
                        b'(' => depth + 1,
                        b')' => depth.saturating_sub(1),
                        _ => depth,
                    };
                    word.extend(self.next());
                    if byte == b')' && depth == 0 {
                        return;
                    }
                }
            }
        }
    }

    /// `${…}`, which may hold quotes and spaces.
    fn braced(&mut self, word: &mut Vec<u8>) {
        while let Some(byte) = self.peek(0) {
            match byte {
                b'\'' => self.single_quoted(word),
                b'"' => self.double_quoted(word),
                b'\n' => return,
                _ => {
                    word.push(byte);
                    self.at += 1;
                    if byte == b'}' {
                        return;
                    }
                }
            }
        }
    }
}
