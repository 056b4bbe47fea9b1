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

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::{SocketAddr, TcpStream};
    use std::sync::mpsc::{self, Sender};
    use std::sync::{Arc, Mutex};
    use std::time::Duration;

    use axum::Router;
    use axum::routing::get;
    use tokio::net::TcpListener;

    use super::*;

    const EVENTS: usize = 10;

    /// Reads events, and tells of each that it has it. Gives their number.
    fn read_all(address: SocketAddr, seen: &Sender<()>) -> usize {
        let mut stream = TcpStream::connect(address).unwrap();
        let request = b"GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n";
        stream.write_all(request).unwrap();
        let (mut text, mut told) = (String::new(), 0);
        let mut buffer = [0; 4096];
        loop {
            let length = stream.read(&mut buffer).unwrap();
            if length == 0 {
                return told;
            }
            text.push_str(std::str::from_utf8(&buffer[..length]).unwrap());
            let come = text.matches("data:null\n\n").count();
            for _ in std::mem::replace(&mut told, come)..come {
                // The server may be through with the last one.
                let _ = seen.send(());
            }
        }
    }

    /// Each event is made only when the caller has the one before: if one stayed behind, there would be no next.
    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn an_event_is_with_the_caller_before_the_next_is_made() {
        let (seen, sees) = mpsc::channel();
        let sees = Arc::new(Mutex::new(Some(sees)));
        let router = Router::new().route(
            "/",
            get(move || async move {
                let sees = sees.lock().unwrap().take().unwrap();
                let events = (0..EVENTS).map_while(move |number| {
                    let in_time = number == 0 || sees.recv_timeout(Duration::from_secs(5)).is_ok();
                    in_time.then(|| numbered(number, &Value::Null))
                });
                answer("REQUEST", events)
            }),
        );
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let server = tokio::spawn(crate::serve::serve(
            listener,
            router,
            std::future::pending(),
        ));
        let caller = tokio::task::spawn_blocking(move || read_all(address, &seen));
        assert_eq!(caller.await.unwrap(), EVENTS);
        server.abort();
    }
}
