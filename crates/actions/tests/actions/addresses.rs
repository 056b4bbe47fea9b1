//! "Add my address": two services on loopback that answer as those on the internet do, well and badly.

use std::sync::Arc;

use actions::wire::{
    EchoFailureView, FamilyView, MyAddressNoteView, MyAddressesView, PreferencesView,
};
use actions::{Failure, World, app, my_addresses, save_preferences};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::home::{HERE, Home};

const CLOUD: &str = "cn-beijing";

/// A service on this address that answers everything with this, whole. Gives its port.
pub(crate) async fn service(on: &str, answer: impl Into<String>) -> u16 {
    let listener = TcpListener::bind(on).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(serve(listener, answer.into()));
    port
}

async fn serve(listener: TcpListener, answer: String) {
    while let Ok((mut socket, _)) = listener.accept().await {
        let answer = answer.clone();
        tokio::spawn(async move {
            let mut request = [0; 2048];
            let _asked = socket.read(&mut request).await;
            let _answered = socket.write_all(answer.as_bytes()).await;
        });
    }
}

/// An answer as it should be, with this in it.
pub(crate) fn ok(body: &str) -> String {
    format!(
        "HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
}

async fn asking(world: &Arc<World>, services: [String; 2]) -> MyAddressesView {
    let preferences = PreferencesView {
        echo_services: services,
        ..app(world).await.unwrap().preferences
    };
    save_preferences(world, preferences).await.unwrap();
    my_addresses(world, CLOUD).await.unwrap()
}

fn failure(view: &MyAddressesView, source: &str, family: FamilyView) -> Option<EchoFailureView> {
    let answer = view
        .answers
        .iter()
        .find(|answer| answer.source == source && answer.family == family);
    answer.unwrap().failure.clone()
}

#[tokio::test]
async fn on_this_computer_it_is_loopback_and_nobody_is_asked() {
    let home = Home::new().await;
    let view = my_addresses(&home.world(), HERE).await.unwrap();
    assert_eq!(view.addresses, ["127.0.0.1"]);
    assert_eq!(view.answers.len(), 1);
    assert_eq!(view.answers[0].source, "");
    assert!(view.notes.is_empty() && !view.differ);
}

#[tokio::test]
async fn two_services_that_agree_name_one_address_and_the_other_family_is_missing() {
    let home = Home::new().await;
    let world = home.world();
    let first = service("127.0.0.1:0", ok("8.8.8.8\n")).await;
    let second = service("127.0.0.1:0", ok(" ::ffff:8.8.8.8 ")).await;
    let services = [first, second].map(|port| format!("http://127.0.0.1:{port}/"));
    let view = asking(&world, services.clone()).await;
    assert_eq!(view.addresses, ["8.8.8.8"]);
    assert!(!view.differ);
    assert_eq!(view.notes, [MyAddressNoteView::MayChange]);
    for source in &services {
        assert_eq!(failure(&view, source, FamilyView::Ipv4), None);
        assert_eq!(
            failure(&view, source, FamilyView::Ipv6),
            Some(EchoFailureView::Unreachable),
            "an address of IPv4 is not reached over IPv6"
        );
    }
    assert!(view.answers.iter().all(|answer| answer.at > 1.7e12));
}

#[tokio::test]
async fn both_families_are_asked_where_there_are_both() {
    let home = Home::new().await;
    let world = home.world();
    if TcpListener::bind("[::1]:0").await.is_err() {
        // A computer without IPv6 has nothing to show here.
        return;
    }
    let v4 = service("127.0.0.1:0", ok("8.8.8.8")).await;
    let v6 = service("[::1]:0", ok("2606:4700::1111")).await;
    let services = [
        format!("http://127.0.0.1:{v4}/"),
        format!("http://[::1]:{v6}/"),
    ];
    let view = asking(&world, services).await;
    assert_eq!(view.addresses, ["8.8.8.8", "2606:4700::1111"]);
    assert!(!view.differ, "different families are not different answers");
}

#[tokio::test]
async fn different_answers_are_told() {
    let home = Home::new().await;
    let first = service("127.0.0.1:0", ok("8.8.8.8")).await;
    let second = service("127.0.0.1:0", ok("1.1.1.1")).await;
    let services = [first, second].map(|port| format!("http://127.0.0.1:{port}/"));
    let view = asking(&home.world(), services).await;
    assert!(view.differ);
    assert!(view.notes.contains(&MyAddressNoteView::Differ {
        family: FamilyView::Ipv4,
        addresses: vec!["1.1.1.1".to_owned(), "8.8.8.8".to_owned()],
    }));
}

#[tokio::test]
async fn a_private_answer_is_told_for_what_it_is() {
    let home = Home::new().await;
    let port = service("127.0.0.1:0", ok("100.64.3.4")).await;
    let services = ["a", "b"].map(|path| format!("http://127.0.0.1:{port}/{path}"));
    let view = asking(&home.world(), services).await;
    assert!(view.notes.contains(&MyAddressNoteView::NotOfTheInternet {
        address: "100.64.3.4".to_owned(),
        class: actions::wire::AddressClassView::CarrierNat,
    }));
}

#[tokio::test]
async fn what_is_no_answer_is_named_and_the_other_service_counts_alone() {
    let page = "<!doctype html><title>Sign in to the network</title>".to_owned();
    let long = "8".repeat(100_000);
    let cases = [
        (ok(&page), EchoFailureView::NotAnAddress),
        (ok(&long), EchoFailureView::NotAnAddress),
        (ok("8.8.8.8, 10.0.0.1"), EchoFailureView::NotAnAddress),
        (ok(""), EchoFailureView::NotAnAddress),
        (
            ok("2606:4700::1111"),
            EchoFailureView::OtherFamily {
                address: "2606:4700::1111".to_owned(),
            },
        ),
        (
            "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n"
                .to_owned(),
            EchoFailureView::Status { status: 302 },
        ),
        (
            "HTTP/1.1 503 Busy\r\nContent-Length: 7\r\n\r\n8.8.8.8".to_owned(),
            EchoFailureView::Status { status: 503 },
        ),
        (String::new(), EchoFailureView::TimedOut),
    ];
    let home = Home::new().await;
    let world = home.world();
    let good = service("127.0.0.1:0", ok("8.8.4.4")).await;
    for (answer, expected) in cases {
        let bad = if expected == EchoFailureView::TimedOut {
            // It lets in and says nothing.
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let port = listener.local_addr().unwrap().port();
            tokio::spawn(async move {
                let mut open = Vec::new();
                while let Ok(accepted) = listener.accept().await {
                    open.push(accepted);
                }
            });
            port
        } else {
            service("127.0.0.1:0", answer).await
        };
        let services = [bad, good].map(|port| format!("http://127.0.0.1:{port}/"));
        let view = asking(&world, services.clone()).await;
        assert_eq!(
            failure(&view, &services[0], FamilyView::Ipv4),
            Some(expected)
        );
        assert_eq!(view.addresses, ["8.8.4.4"]);
    }
}

#[tokio::test]
async fn only_services_that_can_be_trusted_are_kept_in_the_preferences() {
    let home = Home::new().await;
    let world = home.world();
    let before = app(&world).await.unwrap().preferences;
    for (services, failure) in [
        (
            ["http://echo.example/", "https://other.example/"],
            Failure::EchoServiceInvalid {
                address: "http://echo.example/".to_owned(),
            },
        ),
        (
            ["https://echo.example/a", "https://echo.example/b"],
            Failure::EchoServicesSame {
                host: "echo.example".to_owned(),
            },
        ),
    ] {
        let preferences = PreferencesView {
            echo_services: services.map(str::to_owned),
            ..before.clone()
        };
        assert_eq!(
            save_preferences(&world, preferences).await.unwrap_err(),
            failure
        );
    }
    assert_eq!(app(&world).await.unwrap().preferences, before);
}
