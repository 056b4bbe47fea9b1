//! The service is not there, or gives no answer that can be believed.

use std::io::{Read, Write};
use std::net::TcpListener;

use actions::{Failure, create_key, list_keys};

use crate::home::{HERE, Home, Server, key_for};

#[tokio::test]
async fn nothing_listens_there() {
    let mut home = Home::new().await;
    let free = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let (id, secret) = home.server.access_key();
    home.server = Server::known(free, id, secret);
    let failed = list_keys(&home.world(), HERE).await.unwrap_err();
    assert!(matches!(failed, Failure::Unreachable { .. }), "{failed:?}");
}

#[tokio::test]
async fn the_sign_in_page_of_a_network_is_not_the_service() {
    let mut home = Home::new().await;
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let (id, secret) = home.server.access_key();
    home.server = Server::known(listener.local_addr().unwrap(), id, secret);
    std::thread::spawn(move || {
        for stream in listener.incoming().take(8) {
            let page = "<html>Welcome to the hotel</html>";
            let head = format!(
                "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: {}\r\n\r\n",
                page.len()
            );
            let mut stream = stream.unwrap();
            let _request = stream.read(&mut [0; 4096]).unwrap();
            stream
                .write_all(format!("{head}{page}").as_bytes())
                .unwrap();
        }
    });
    let failed = create_key(&home.world(), key_for("hotel"))
        .await
        .unwrap_err();
    assert!(
        matches!(failed, Failure::AnswerNotUnderstood { .. }),
        "{failed:?}"
    );
}
