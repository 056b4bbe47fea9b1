//! The service is not there, or gives no answer that can be believed.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};

use actions::wire::{AttentionKind, CreateKeyRequest, PermissionView, ProofView};
use actions::{Failure, Platform, app, create_key, list_keys, reset_key, update_permission};

use crate::home::{HERE, Home, Server, custom, key_for, update};

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
    assert!(matches!(failed, Failure::SignInPage { .. }), "{failed:?}");
}

/// Where a connection breaks.
#[derive(Clone, Copy)]
enum Breaks {
    BeforeTheService,
    AfterTheService,
}

/// Stands between the program and the service, and breaks the connection of every request with this method.
fn break_at(service: SocketAddr, method: &'static str, breaks: Breaks) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut caller = stream.unwrap();
            std::thread::spawn(move || {
                let mut service = TcpStream::connect(service).unwrap();
                let mut buffer = [0; 65536];
                while let Ok(length @ 1..) = caller.read(&mut buffer) {
                    let is_broken = buffer.starts_with(method.as_bytes());
                    if is_broken && matches!(breaks, Breaks::BeforeTheService) {
                        return;
                    }
                    service.write_all(&buffer[..length]).unwrap();
                    let length = service.read(&mut buffer).unwrap();
                    if is_broken {
                        return;
                    }
                    caller.write_all(&buffer[..length]).unwrap();
                }
            });
        }
    });
    address
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_try_after_a_lost_answer_makes_no_second_key() {
    let mut home = Home::new().await;
    let (id, secret) = home.server.access_key();
    home.server = Server::known(
        break_at(home.server.address, "POST", Breaks::AfterTheService),
        id,
        secret,
    );
    let world = home.world();
    let first = create_key(&world, key_for("once")).await.unwrap_err();
    assert!(matches!(first, Failure::ConnectionLost { .. }), "{first:?}");
    let second = create_key(&world, key_for("once")).await.unwrap_err();
    let keys = list_keys(&world, HERE).await.unwrap().keys;
    assert_eq!(keys.len(), 1, "the second try made no second key");
    assert_eq!(
        second,
        Failure::CreatedWithoutValue {
            api_key_id: keys[0].key.api_key_id.clone()
        }
    );
    let attention = app(&world).await.unwrap().attention;
    assert_eq!(
        attention.len(),
        1,
        "and the key is named, so that it can be reset or deleted"
    );
}

#[tokio::test]
async fn a_permission_whose_answer_is_lost_is_saved_all_the_same() {
    let mut home = Home::new().await;
    let key = create_key(&home.world(), key_for("limited"))
        .await
        .unwrap()
        .key
        .key;
    let (id, secret) = home.server.access_key();
    home.server = Server::known(
        break_at(home.server.address, "PUT", Breaks::AfterTheService),
        id,
        secret,
    );
    let world = home.world();
    let saved = update_permission(
        &world,
        update(&key, PermissionView::All, custom("127.0.0.2")),
    )
    .await
    .unwrap();
    assert_eq!(saved.before, PermissionView::All);
    assert!(
        matches!(saved.proof, ProofView::Refused { .. }),
        "{:?}",
        saved.proof
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_lost_keys_with_one_description_each_is_named() {
    let mut home = Home::new().await;
    let (id, secret) = home.server.access_key();
    home.server = Server::known(
        break_at(home.server.address, "POST", Breaks::AfterTheService),
        id,
        secret,
    );
    let world = home.world();
    for attempt in ["one", "other"] {
        let request = CreateKeyRequest {
            attempt: attempt.to_owned(),
            ..key_for("")
        };
        create_key(&world, request).await.unwrap_err();
    }
    let attention = app(&world).await.unwrap().attention;
    let mut named: Vec<_> = attention.into_iter().map(|one| one.api_key_id).collect();
    named.sort();
    named.dedup();
    assert_eq!(named.len(), 2, "{named:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reset_that_the_service_does_late_is_named() {
    let mut home = Home::new().await;
    let service = home.server.clone();
    let (id, secret) = service.access_key();
    let broken = break_at(service.address, "PUT", Breaks::BeforeTheService);
    home.server = Server::known(broken, id, secret);
    let world = home.world();
    let key = create_key(&world, key_for("late")).await.unwrap().key.key;
    reset_key(&world, key.clone()).await.unwrap_err();
    assert!(app(&world).await.unwrap().attention.is_empty());

    let there = service.this_computer().unwrap();
    let number = key.api_key_id.parse().unwrap();
    there.control.reset_api_key(number).await.unwrap();
    let attention = app(&world).await.unwrap().attention;
    assert_eq!(attention.len(), 1, "the value in the keyring is dead now");
    assert_eq!(attention[0].kind, AttentionKind::ResetNotKept);
}
