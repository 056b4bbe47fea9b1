//! What a key may, and which reason is given first.

use secrecy::ExposeSecret;

use super::*;
use crate::permission::{ModelScope, Permission};
use crate::store::{KeyRow, TokenRow};

const HERE: &str = "127.0.0.1";

fn row(value: &str, disabled: bool, permission: Permission) -> KeyRow {
    KeyRow {
        api_key_id: 7,
        workspace_id: "ws-test".to_owned(),
        workspace_name: "test".to_owned(),
        value_sha256: key_value::digest(value),
        masked: "sk-ws-abc…wxyz".to_owned(),
        description: String::new(),
        created_by: "owner".to_owned(),
        disabled,
        gmt_create: 0,
        permission,
    }
}

fn custom(addresses: &[&str]) -> Permission {
    Permission::Custom {
        addresses: addresses.iter().map(ToString::to_string).collect(),
        models: ModelScope::Only(vec!["qwen-plus".to_owned()]),
    }
}

fn fresh() -> String {
    key_value::generate().unwrap().expose_secret().to_owned() // EXPOSE: a test presents it.
}

fn ask(row_of: KeyRow, presented: Option<&str>, peer: &str) -> Result<i64, Denial> {
    ask_for(row_of, presented, peer, Wanted::Overview)
}

fn ask_for(
    row_of: KeyRow,
    presented: Option<&str>,
    peer: &str,
    wanted: Wanted<'_>,
) -> Result<i64, Denial> {
    let snapshot = Snapshot::compile(vec![row_of], Vec::new()).unwrap();
    let peer = peer.parse().unwrap();
    decide(&snapshot, presented, peer, wanted, Timestamp::UNIX_EPOCH).map(|key| key.api_key_id)
}

#[test]
fn the_models_hold_and_come_after_the_address() {
    let value = fresh();
    let use_of = |permission: Permission, model: &str| {
        let wanted = Wanted::Model(model);
        ask_for(row(&value, false, permission), Some(&value), HERE, wanted)
    };
    assert_eq!(use_of(Permission::All, "anything"), Ok(7));
    assert_eq!(use_of(custom(&[HERE]), "qwen-plus"), Ok(7));
    for outside in ["qwen-max", "Qwen-Plus", "qwen-plus ", ""] {
        let model = outside.to_owned();
        let api_key_id = 7;
        assert_eq!(
            use_of(custom(&[HERE]), outside),
            Err(Denial::ModelNotAllowed { api_key_id, model })
        );
    }
    assert!(matches!(
        use_of(custom(&["10.0.0.0/8"]), "qwen-max"),
        Err(Denial::AddressNotAllowed { .. })
    ));
}

#[test]
fn a_key_named_as_a_model_stays_out_of_the_log() {
    let value = fresh();
    let kept = row(&value, false, custom(&[HERE]));
    let refused = ask_for(kept, Some(&value), HERE, Wanted::Model(&value)).unwrap_err();
    assert!(!refused.to_string().contains(&value[10..]), "{refused}");
}

#[test]
fn a_known_key_may() {
    let value = fresh();
    assert_eq!(
        ask(row(&value, false, Permission::All), Some(&value), HERE),
        Ok(7)
    );
    assert_eq!(
        ask(
            row(&value, false, Permission::All),
            Some(&value),
            "2001:db8::1"
        ),
        Ok(7)
    );
}

#[test]
fn a_typo_is_told_from_an_unknown_key() {
    let value = fresh();
    let kept = || row(&value, false, Permission::All);
    assert_eq!(ask(kept(), None, HERE), Err(Denial::NoKey));
    assert_eq!(
        ask(kept(), Some(&value[..value.len() - 1]), HERE),
        Err(Denial::Mistyped)
    );
    assert_eq!(ask(kept(), Some(&fresh()), HERE), Err(Denial::Unknown));
}

#[test]
fn disabled_comes_before_the_allowlist() {
    let value = fresh();
    let refused = ask(
        row(&value, true, custom(&["10.0.0.0/8"])),
        Some(&value),
        HERE,
    );
    assert_eq!(refused, Err(Denial::Disabled { api_key_id: 7 }));
}

#[test]
fn the_allowlist_holds() {
    let value = fresh();
    let from = |peer: &str| {
        ask(
            row(&value, false, custom(&["127.0.0.1", "2001:db8::/32"])),
            Some(&value),
            peer,
        )
    };
    assert_eq!(from("127.0.0.1"), Ok(7));
    assert_eq!(from("::ffff:127.0.0.1"), Ok(7));
    assert_eq!(from("2001:db8::5"), Ok(7));
    for outside in ["127.0.0.2", "::1", "2001:db9::1"] {
        let peer = outside.parse().unwrap();
        assert_eq!(
            from(outside),
            Err(Denial::AddressNotAllowed {
                api_key_id: 7,
                peer
            })
        );
    }
}

#[test]
fn a_temporary_key_is_its_parent_until_it_ends() {
    let (value, temporary) = (fresh(), token::generate().unwrap());
    let temporary = temporary.expose_secret(); // EXPOSE: a test presents it.
    let tokens = || {
        vec![TokenRow {
            value_sha256: key_value::digest(temporary),
            parent_sha256: key_value::digest(&value),
            expires_at: 100,
        }]
    };
    let use_at = |kept: KeyRow, peer: &str, wanted: Wanted<'_>, second: i64| {
        let snapshot = Snapshot::compile(vec![kept], tokens()).unwrap();
        let now = Timestamp::from_second(second).unwrap();
        decide(
            &snapshot,
            Some(temporary),
            peer.parse().unwrap(),
            wanted,
            now,
        )
        .map(|key| key.api_key_id)
    };
    let limited = || row(&value, false, custom(&[HERE]));
    let (model, api_key_id) = (Wanted::Model("qwen-plus"), 7);
    assert_eq!(use_at(limited(), HERE, model, 99), Ok(7));
    for second in [100, 101] {
        let ended = Err(Denial::Expired {
            api_key_id,
            expires_at: 100,
        });
        assert_eq!(use_at(limited(), HERE, model, second), ended);
    }
    // The parent's limits are its limits.
    let other = use_at(limited(), HERE, Wanted::Model("qwen-max"), 99);
    assert!(matches!(other, Err(Denial::ModelNotAllowed { .. })));
    let elsewhere = use_at(limited(), "127.0.0.2", model, 99);
    assert!(matches!(elsewhere, Err(Denial::AddressNotAllowed { .. })));
    let disabled = row(&value, true, Permission::All);
    let refused = Err(Denial::Disabled { api_key_id });
    assert_eq!(use_at(disabled, HERE, model, 99), refused);
    let reset = row(&fresh(), false, Permission::All);
    assert_eq!(use_at(reset, HERE, model, 99), Err(Denial::Unknown));
    let another = use_at(limited(), HERE, Wanted::Token, 99);
    assert_eq!(another, Err(Denial::Temporary { api_key_id }));
    assert_eq!(ask_for(limited(), Some(&value), HERE, Wanted::Token), Ok(7));
}
