//! What was said to a model, whichever protocol it came by: turns with a role and a text. What is no text (pictures, tool
//! calls) is not heard by the echo.

use serde_json::Value;

use super::tokens;

/// The turns, the oldest first.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Conversation {
    turns: Vec<Turn>,
}

#[derive(Debug, PartialEq, Eq)]
struct Turn {
    is_user: bool,
    text: String,
}

impl Conversation {
    /// Adds a turn.
    pub(crate) fn add(&mut self, role: &str, text: String) {
        self.turns.push(Turn {
            is_user: role == "user",
            text,
        });
    }

    /// Whether nothing was said.
    pub(crate) fn is_empty(&self) -> bool {
        self.turns.is_empty()
    }

    /// The user's last turn; where the user said nothing, the last turn of all.
    pub(super) fn last_of_user(&self) -> &str {
        let of_user = self.turns.iter().rev().find(|turn| turn.is_user);
        of_user
            .or(self.turns.last())
            .map_or("", |turn| turn.text.as_str())
    }

    /// Tokens of all turns.
    pub(crate) fn tokens(&self) -> u32 {
        self.turns
            .iter()
            .map(|turn| tokens::count(&turn.text))
            .sum()
    }
}

/// The text of a message's content: text itself, or the text parts of a list, in the shapes of all the protocols
/// (`{"type": "text", "text": …}`, `{"type": "input_text", "text": …}`, `{"text": …}`), each on a line. None: neither.
pub(crate) fn text_of(content: &Value) -> Option<String> {
    match content {
        Value::String(text) => Some(text.clone()),
        Value::Array(parts) => {
            let texts = parts.iter().filter_map(|part| match part {
                Value::String(text) => Some(text.as_str()),
                part => part.get("text").and_then(Value::as_str),
            });
            Some(texts.collect::<Vec<_>>().join("\n"))
        }
        // A turn of the assistant that only called tools.
        Value::Null => Some(String::new()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn text_is_found_in_every_shape() {
        for (content, text) in [
            (json!("one"), Some("one")),
            (json!(null), Some("")),
            (
                json!([{"type": "text", "text": "one"}, {"type": "image_url", "image_url": {}}]),
                Some("one"),
            ),
            (
                json!([{"type": "input_text", "text": "one"}, {"text": "two"}]),
                Some("one\ntwo"),
            ),
            (json!(["one"]), Some("one")),
            (json!([]), Some("")),
            (json!(1), None),
            (json!({"text": "one"}), None),
        ] {
            assert_eq!(text_of(&content).as_deref(), text, "{content}");
        }
    }
}
