//! A model's answer piece by piece. A stream that ends before the model is done is a failure and not an answer.

use reqwest::Response;
use reqwest::header::CONTENT_TYPE;
use serde_json::Value;

use super::events::{Event, Events};
use super::{Asking, DataError, Delivery, ModelAnswer, Outgoing};
use crate::key::KeySecret;

/// Status of an error that comes inside a stream and names none.
const STATUS_UNSAID: u16 = 400;

/// The pieces of an answer. Dropping it ends the call.
pub struct AnswerStream {
    asking: Asking,
    response: Response,
    events: Events,
    /// Nothing more is read.
    ended: bool,
    /// The last piece does not say that more is to come.
    complete: bool,
}

/// Calls a model and takes its answer piece by piece.
pub async fn call_streamed(
    http: &reqwest::Client,
    origin: &str,
    key: &KeySecret,
    outgoing: &Outgoing,
) -> Result<AnswerStream, DataError> {
    let asking = Asking::new(http, origin, key)?;
    let request = outgoing.request(&asking, Delivery::Streamed)?;
    let response = asking.begin(request).await?;
    if !is_stream(&response) {
        return Err(asking.not_understood());
    }
    Ok(AnswerStream {
        asking,
        response,
        events: Events::default(),
        ended: false,
        complete: false,
    })
}

impl AnswerStream {
    /// The next piece; none after the last. After a failure there is nothing more.
    pub async fn next(&mut self) -> Option<Result<ModelAnswer, DataError>> {
        let piece = self.pull().await?;
        if let Ok(answer) = &piece {
            self.note(&answer.output);
        }
        Some(piece)
    }

    /// The next piece, whose readable output is to be noted, or the stream never counts as complete.
    pub(crate) async fn pull(&mut self) -> Option<Result<ModelAnswer, DataError>> {
        if self.ended {
            return None;
        }
        let piece = self.read().await;
        self.ended = !matches!(piece, Some(Ok(_)));
        piece
    }

    /// Takes from an output whether the model is done.
    pub(crate) fn note(&mut self, output: &Value) {
        self.complete = !says_more(output);
    }

    /// Nothing more is wanted: what came cannot be trusted.
    pub(crate) fn end(&mut self) {
        self.ended = true;
    }

    async fn read(&mut self) -> Option<Result<ModelAnswer, DataError>> {
        loop {
            while let Some(event) = self.events.next() {
                if event.name == "done" || event.data == b"[DONE]" {
                    continue;
                }
                return Some(self.answer_of(&event));
            }
            match self.response.chunk().await {
                Ok(Some(bytes)) => {
                    if self.events.push(&bytes).is_err() {
                        return Some(Err(self.asking.not_understood()));
                    }
                }
                Ok(None) if self.complete && !self.events.is_unfinished() => return None,
                Ok(None) => return Some(Err(self.asking.connection_lost())),
                Err(error) => return Some(Err(self.asking.lost(&error))),
            }
        }
    }

    fn answer_of(&self, event: &Event) -> Result<ModelAnswer, DataError> {
        let failed = event.name == "error" || event.status.is_some_and(|status| status >= 400);
        match ModelAnswer::read(&event.data) {
            Some(answer) if !failed => Ok(answer),
            _ => {
                let status = event.status.unwrap_or(STATUS_UNSAID);
                Err(self.asking.refused(&event.data, status, None))
            }
        }
    }
}

fn is_stream(response: &Response) -> bool {
    response
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.starts_with("text/event-stream"))
}

/// Whether a piece says of itself that it is not the last: the platform writes `"finish_reason": "null"`, as text.
fn says_more(output: &Value) -> bool {
    let first_choice = output.get("choices").and_then(|choices| choices.get(0));
    match first_choice.unwrap_or(output).get("finish_reason") {
        Some(Value::Null) => true,
        Some(Value::String(reason)) => reason.is_empty() || reason == "null",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_last_piece_is_known_by_its_reason() {
        for more in [
            json!({"choices": [{"finish_reason": "null"}]}),
            json!({"choices": [{"finish_reason": null}]}),
            json!({"text": "a", "finish_reason": "null"}),
            json!({"finish_reason": ""}),
        ] {
            assert!(says_more(&more), "{more}");
        }
        for last in [
            json!({"choices": [{"finish_reason": "stop"}]}),
            json!({"text": "a", "finish_reason": "length"}),
            json!({"text": "a"}),
            json!({"choices": []}),
            json!("ciphertext"),
        ] {
            assert!(!says_more(&last), "{last}");
        }
    }
}
