//! A request to this computer goes to this computer, also where the system sends all HTTP through a proxy.

mod support;

use std::process::Command;

use model_studio::control::{ControlError, ListApiKeys};
use model_studio::{Reach, http_client};
use support::{Server, client, json};

/// Tells the test program that it is the one behind the proxy.
const BEHIND_A_PROXY: &str = "TEST_BEHIND_A_PROXY";

#[tokio::test]
async fn loopback_never_goes_through_a_proxy() {
    if std::env::var_os(BEHIND_A_PROXY).is_none() {
        // Nobody listens on port 9; a new process, since the environment belongs to all tests of this one.
        let proxy = "http://127.0.0.1:9";
        let output = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "loopback_never_goes_through_a_proxy"])
            .env(BEHIND_A_PROXY, "1")
            .envs([
                ("HTTP_PROXY", proxy),
                ("http_proxy", proxy),
                ("ALL_PROXY", proxy),
            ])
            .env_remove("NO_PROXY")
            .env_remove("no_proxy")
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stdout)
        );
        return;
    }
    let server = Server::start(|_, _| json(200, r#"{"success":true,"apiKeys":[]}"#)).await;
    server
        .client()
        .list_api_keys(&ListApiKeys::default())
        .await
        .unwrap();

    // The proxy is in effect for what is not said to stay here.
    let network = client(&server.origin, http_client(Reach::Network).unwrap());
    let error = network.disable_api_key(1).await.unwrap_err();
    assert!(
        matches!(error, ControlError::Unreachable { .. }),
        "{error:?}"
    );
    assert_eq!(server.asked().len(), 1);
}
