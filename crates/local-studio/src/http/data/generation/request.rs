//! What a generation is asked with.

use serde::Deserialize;
use serde_json::Value;

use super::super::DataRefusal;
use crate::echo::{Conversation, text_of};
use crate::key_pair::{Envelope, NotDecodable};

#[derive(Deserialize)]
pub(super) struct Generation {
    model: Option<String>,
    input: Option<Value>,
    #[serde(default)]
    pub(super) parameters: Parameters,
}

/// The parameters that the echo minds; others are taken and have no effect.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Parameters {
    pub(super) result_format: Option<String>,
    pub(super) incremental_output: Option<bool>,
    pub(super) max_tokens: Option<u32>,
    pub(super) echo_pending_seconds: Option<f64>,
    pub(super) echo_running_seconds: Option<f64>,
    pub(super) echo_fails: Option<bool>,
}

#[derive(Deserialize)]
struct Input {
    prompt: Option<String>,
    #[serde(default)]
    messages: Option<Vec<Message>>,
}

#[derive(Deserialize)]
struct Message {
    role: String,
    #[serde(default)]
    content: Value,
}

impl Generation {
    pub(super) fn model(&self) -> Result<&str, DataRefusal> {
        self.model
            .as_deref()
            .filter(|model| !model.is_empty())
            .ok_or(DataRefusal::Missing { name: "model" })
    }

    /// What was said. An encrypted call has a text in the place of `input`, and only that.
    pub(super) fn conversation(
        &self,
        envelope: Option<&Envelope>,
    ) -> Result<Conversation, DataRefusal> {
        let input = self.input.as_ref().filter(|input| !input.is_null());
        let input = input.ok_or(DataRefusal::Missing { name: "input" })?;
        let Some(envelope) = envelope else {
            return read(input);
        };
        let text = input.as_str().ok_or(NotDecodable)?;
        let opened = envelope.open(text)?;
        read(&serde_json::from_slice(&opened).map_err(|_| NotDecodable)?)
    }
}

fn read(input: &Value) -> Result<Conversation, DataRefusal> {
    let malformed = DataRefusal::Invalid {
        name: "input",
        expected: "an object with prompt, or with messages that have a role and a content",
    };
    let Ok(input) = Input::deserialize(input) else {
        return Err(malformed);
    };
    let mut conversation = Conversation::default();
    for message in input.messages.unwrap_or_default() {
        let Some(text) = text_of(&message.content) else {
            return Err(malformed);
        };
        conversation.add(&message.role, text);
    }
    if let Some(prompt) = input.prompt {
        conversation.add("user", prompt);
    }
    if conversation.is_empty() {
        return Err(DataRefusal::Missing { name: "input" });
    }
    Ok(conversation)
}
