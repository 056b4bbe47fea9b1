//! Server-sent events, as they come over the wire in pieces of any size: bytes in, events out. It knows no HTTP and does not
//! read what the events carry.
//!
//! The platform puts a status into a comment (`:HTTP_STATUS/400`) or a field (`status:400`); both are read.

use std::collections::VecDeque;

/// The most that one event may carry.
pub(super) const LARGEST_EVENT: usize = 16 * 1024 * 1024;

/// One event.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Event {
    /// Its name: `result`, `error`; empty where it has none.
    pub(super) name: String,
    /// What it carries, lines joined.
    pub(super) data: Vec<u8>,
    /// The status that it stands for, where the platform says one.
    pub(super) status: Option<u16>,
}

/// An event larger than is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TooLarge;

/// Makes events of bytes.
#[derive(Debug, Default)]
pub(super) struct Events {
    line: Vec<u8>,
    /// The line before ended with a carriage return: a line feed that follows belongs to it.
    after_return: bool,
    /// The mark that a text may begin with was looked for.
    begun: bool,
    event: Event,
    has_data: bool,
    ready: VecDeque<Event>,
}

impl Events {
    /// Takes the next bytes.
    pub(super) fn push(&mut self, mut bytes: &[u8]) -> Result<(), TooLarge> {
        while !bytes.is_empty() {
            if self.after_return && bytes[0] == b'\n' {
                bytes = &bytes[1..];
                self.after_return = false;
                continue;
            }
            self.after_return = false;
            let end = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
            let (part, rest) = bytes.split_at(end.unwrap_or(bytes.len()));
            if self.line.len() + self.event.data.len() + part.len() > LARGEST_EVENT {
                return Err(TooLarge);
            }
            self.line.extend_from_slice(part);
            let Some(ending) = rest.first() else {
                return Ok(());
            };
            self.after_return = *ending == b'\r';
            bytes = &rest[1..];
            self.end_line();
        }
        Ok(())
    }

    /// The next event that is complete.
    pub(super) fn next(&mut self) -> Option<Event> {
        self.ready.pop_front()
    }

    /// Something of an event came and its end did not.
    pub(super) fn is_unfinished(&self) -> bool {
        self.has_data || !self.line.is_empty()
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let mut line = line.as_slice();
        if !self.begun {
            self.begun = true;
            line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line);
        }
        if line.is_empty() {
            let event = std::mem::take(&mut self.event);
            if std::mem::take(&mut self.has_data) {
                self.ready.push_back(event);
            }
            return;
        }
        if let Some(comment) = line.strip_prefix(b":") {
            let status = comment.trim_ascii().strip_prefix(b"HTTP_STATUS/");
            self.event.status = status.and_then(number).or(self.event.status);
            return;
        }
        let (name, value) = match line.iter().position(|byte| *byte == b':') {
            Some(colon) => (&line[..colon], &line[colon + 1..]),
            None => (line, &[][..]),
        };
        let value = value.strip_prefix(b" ").unwrap_or(value);
        match name {
            b"data" => {
                if self.has_data {
                    self.event.data.push(b'\n');
                }
                self.has_data = true;
                self.event.data.extend_from_slice(value);
            }
            b"event" => self.event.name = String::from_utf8_lossy(value).trim().to_owned(),
            b"status" => self.event.status = number(value).or(self.event.status),
            // `id` and `retry` are for browsers that connect again; a call is never repeated.
            _ => {}
        }
    }
}

fn number(text: &[u8]) -> Option<u16> {
    std::str::from_utf8(text.trim_ascii()).ok()?.parse().ok()
}

#[cfg(test)]
#[path = "events/tests.rs"]
mod tests;
