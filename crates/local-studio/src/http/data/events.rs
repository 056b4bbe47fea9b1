//! Answers that come in pieces: server-sent events, each on the wire before the next is made.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use hyper::body::Frame;
use serde_json::Value;

use crate::http::answer;

/// An event with its name, as Anthropic's and OpenAI's newer protocols write it.
pub(super) fn named(name: &str, data: &Value) -> String {
    format!("event: {name}\ndata: {data}\n\n")
}

/// An event without a name, as OpenAI's older protocol writes it.
pub(super) fn unnamed(data: &Value) -> String {
    format!("data: {data}\n\n")
}

/// An event of the platform's own protocol, counted from 1.
pub(super) fn numbered(number: usize, data: &Value) -> String {
    format!("id:{number}\nevent:result\n:HTTP_STATUS/200\ndata:{data}\n\n")
}

/// An answer of these events.
pub(super) fn answer(
    request_id: &str,
    events: impl Iterator<Item = String> + Send + 'static,
) -> Response {
    let body = Body::new(Events {
        rest: Box::new(events),
        sent: false,
    });
    let mut response = answer::finish(StatusCode::OK, request_id, body);
    let kind = HeaderValue::from_static("text/event-stream;charset=UTF-8");
    response.headers_mut().insert(CONTENT_TYPE, kind);
    response
}

struct Events {
    rest: Box<dyn Iterator<Item = String> + Send>,
    /// An event was handed over and may still lie in the server's buffer.
    sent: bool,
}

impl HttpBody for Events {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if std::mem::take(&mut self.sent) {
            // The server writes out what it has when there is nothing more just now.
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        let next = self.rest.next();
        self.sent = next.is_some();
        Poll::Ready(next.map(|event| Ok(Frame::data(Bytes::from(event)))))
    }
}
