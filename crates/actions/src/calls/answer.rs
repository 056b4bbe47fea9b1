//! What a model says, read from the output of an answer or of a piece of one.

use serde_json::Value;

use crate::wire::CallUsageView;

/// The text of an output; empty where there is none.
pub(super) fn text_of(output: &Value) -> String {
    let message = &output["choices"][0]["message"]["content"];
    match message {
        // A model that sees and hears answers in parts.
        Value::Array(parts) => parts
            .iter()
            .filter_map(|part| part["text"].as_str())
            .collect(),
        Value::String(text) => text.clone(),
        _ => output["text"].as_str().unwrap_or_default().to_owned(),
    }
}

/// The tokens that the service counted; none until it says.
pub(super) fn usage_of(usage: &Value) -> Option<CallUsageView> {
    let count = |name: &str| usage[name].as_u64();
    let (input_tokens, output_tokens) = (count("input_tokens"), count("output_tokens"));
    if input_tokens.is_none() && output_tokens.is_none() {
        return None;
    }
    Some(CallUsageView {
        input_tokens: input_tokens.unwrap_or(0),
        output_tokens: output_tokens.unwrap_or(0),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_form_of_an_answer_is_read() {
        for (output, text) in [
            (
                json!({ "choices": [{ "message": { "content": "你好" } }] }),
                "你好",
            ),
            (
                json!({ "choices": [{ "message": { "content": [{ "text": "a" }, { "image": "x" }, { "text": "b" }] } }] }),
                "ab",
            ),
            (json!({ "text": "old" }), "old"),
            (json!({ "choices": [] }), ""),
            (
                json!({ "choices": [{ "message": { "content": null } }] }),
                "",
            ),
            (Value::Null, ""),
            (json!("ciphertext"), ""),
        ] {
            assert_eq!(text_of(&output), text, "{output}");
        }
    }

    #[test]
    fn tokens_are_those_that_the_service_says() {
        let usage = |input_tokens, output_tokens| CallUsageView {
            input_tokens,
            output_tokens,
        };
        for (said, read) in [
            (
                json!({ "input_tokens": 3, "output_tokens": 5, "total_tokens": 8 }),
                Some(usage(3, 5)),
            ),
            (json!({ "output_tokens": 5 }), Some(usage(0, 5))),
            (json!({ "total_tokens": 8 }), None),
            (json!({ "input_tokens": -3 }), None),
            (Value::Null, None),
        ] {
            assert_eq!(usage_of(&said), read, "{said}");
        }
    }
}
