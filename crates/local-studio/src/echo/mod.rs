//! The one model that This computer computes: the echo. It gives back the last thing that the user said, says that it is the
//! echo, and does so in the same words each time. It answers for every model of the catalogue, so that tools can be tried
//! with the model that they are set to; `studio-echo` is it under its own name.
//!
//! Tokens are counted by a rule that anyone can repeat: see `tokens`.

mod conversation;
mod tokens;

pub(crate) use conversation::{Conversation, text_of};
pub(crate) use tokens::count;

/// The echo's own name.
pub(crate) const MODEL: &str = "studio-echo";

/// What each answer begins with.
const OPENING: &str = "Echo of This computer: ";

/// Tokens in a chunk of a stream, at least.
const CHUNK: usize = 4;

/// Chunks of a stream, at most: an answer that repeats all before in each chunk stays in proportion.
const CHUNKS: usize = 64;

/// An answer of the echo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Echo {
    /// The whole text.
    pub(crate) text: String,
    /// Tokens of everything that was sent.
    pub(crate) input_tokens: u32,
    /// Tokens of the text.
    pub(crate) output_tokens: u32,
    /// Whether the caller's limit cut the text off.
    pub(crate) cut: bool,
}

impl Echo {
    /// Answers a conversation, in at most so many tokens.
    pub(crate) fn of(conversation: &Conversation, limit: Option<u32>) -> Echo {
        let said = conversation.last_of_user();
        let mut text = String::with_capacity(OPENING.len() + said.len());
        text.push_str(OPENING);
        text.push_str(said);
        let whole = count(&text);
        let limit = limit.unwrap_or(u32::MAX);
        if whole > limit {
            let end = tokens::ends(&text)
                .take(usize::try_from(limit).unwrap_or(usize::MAX))
                .last();
            text.truncate(end.unwrap_or(0));
        }
        Echo {
            input_tokens: conversation.tokens(),
            output_tokens: whole.min(limit),
            cut: whole > limit,
            text,
        }
    }

    /// Where the chunks of a stream end, in bytes: at least one, and the last at the end of the text.
    pub(crate) fn chunk_ends(&self) -> Vec<usize> {
        let ends: Vec<usize> = tokens::ends(&self.text).collect();
        let size = CHUNK.max(ends.len().div_ceil(CHUNKS));
        let mut chunks: Vec<usize> = ends.chunks(size).filter_map(<[_]>::last).copied().collect();
        // White space after the last token belongs to the last chunk.
        chunks.pop();
        chunks.push(self.text.len());
        chunks
    }

    /// The text in the chunks of a stream, one after the other.
    pub(crate) fn into_chunks(self) -> impl Iterator<Item = String> {
        let ends = self.chunk_ends();
        let mut begin = 0;
        ends.into_iter().map(move |end| {
            let text = self.text[begin..end].to_owned();
            begin = end;
            text
        })
    }

    /// Why the text ends where it does, in the words of the platform and of OpenAI.
    pub(crate) fn finish_reason(&self) -> &'static str {
        if self.cut { "length" } else { "stop" }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn said(text: &str) -> Conversation {
        let mut conversation = Conversation::default();
        conversation.add("user", text.to_owned());
        conversation
    }

    #[test]
    fn the_last_words_of_the_user_come_back() {
        let mut conversation = Conversation::default();
        conversation.add("system", "Be brief.".to_owned());
        conversation.add("user", "one".to_owned());
        conversation.add("assistant", "two".to_owned());
        conversation.add("user", "three".to_owned());
        conversation.add("tool", "four".to_owned());
        let echo = Echo::of(&conversation, None);
        assert_eq!(echo.text, "Echo of This computer: three");
        assert!(!echo.cut);
        let sent = ["Be brief.", "one", "two", "three", "four"];
        assert_eq!(echo.input_tokens, sent.map(count).iter().sum::<u32>());
        assert_eq!(echo.output_tokens, count(&echo.text));
    }

    #[test]
    fn a_limit_cuts_at_a_token() {
        let echo = Echo::of(&said("one two"), Some(5));
        assert_eq!(
            (echo.text.as_str(), echo.cut),
            ("Echo of This computer", true)
        );
        assert_eq!(echo.output_tokens, 5);
        assert_eq!(Echo::of(&said("one two"), Some(0)).text, "");
        assert!(!Echo::of(&said("one two"), Some(8)).cut);
    }

    proptest! {
        #[test]
        fn chunks_are_the_text(text in "(\\PC|\\s){0,800}", limit in proptest::option::of(0_u32..400)) {
            let echo = Echo::of(&said(&text), limit);
            let chunks: Vec<String> = echo.clone().into_chunks().collect();
            prop_assert!(!chunks.is_empty() && chunks.len() <= CHUNKS);
            prop_assert_eq!(chunks.concat(), echo.text.clone());
            prop_assert!(echo.output_tokens <= limit.unwrap_or(u32::MAX));
            prop_assert_eq!(echo.output_tokens, count(&echo.text));
        }
    }
}
