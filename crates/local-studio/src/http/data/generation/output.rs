//! What a generation answers: the output in one of the platform's two shapes, and what was used.

use serde::Serialize;
use serde_json::{Value, json};

use super::super::DataRefusal;
use crate::echo::{self, Echo};

/// The shape of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// `{text, finish_reason}`, the older one, and what is sent when nothing is asked for.
    Text,
    /// `{choices: [{message, finish_reason}]}`.
    Message,
}

impl Format {
    pub(super) fn of(name: Option<&str>) -> Result<Format, DataRefusal> {
        match name {
            None | Some("text") => Ok(Format::Text),
            Some("message") => Ok(Format::Message),
            Some(_) => Err(DataRefusal::Invalid {
                name: "result_format",
                expected: "text or message",
            }),
        }
    }

    pub(super) fn output(self, text: &str, finish_reason: &str) -> Value {
        match self {
            Format::Text => json!({ "text": text, "finish_reason": finish_reason }),
            Format::Message => json!({
                "choices": [{
                    "finish_reason": finish_reason,
                    "message": { "role": "assistant", "content": text },
                }],
            }),
        }
    }
}

/// Tokens, by the rule of the echo.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Usage {
    input_tokens: u32,
    output_tokens: u32,
    total_tokens: u32,
}

impl Usage {
    /// Of the whole answer.
    pub(super) fn of(echo: &Echo) -> Usage {
        Usage::counted(echo.input_tokens, echo.output_tokens)
    }

    /// Of the answer up to this byte.
    pub(super) fn so_far(echo: &Echo, end: usize) -> Usage {
        Usage::counted(echo.input_tokens, echo::count(&echo.text[..end]))
    }

    fn counted(input_tokens: u32, output_tokens: u32) -> Usage {
        Usage {
            input_tokens,
            output_tokens,
            total_tokens: input_tokens + output_tokens,
        }
    }
}
