//! A permission as a form: what the SDK sends is read, and what is written is read back.

use model_studio::control::form::{FormError, decode_auth, encode_auth};
use model_studio::control::wire::{Auth, AuthKind, ModelAccessScope};
use proptest::prelude::*;

fn decode(form: &str) -> Result<Option<Auth>, FormError> {
    let pairs: Vec<(String, String)> = form_urlencoded::parse(form.as_bytes())
        .into_owned()
        .collect();
    decode_auth(&pairs)
}

fn custom(addresses: &[&str], models: Option<&[&str]>) -> Auth {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    Auth {
        kind: AuthKind::Custom,
        access_ips: owned(addresses),
        model_access_scope: ModelAccessScope {
            allow_all_models: models.is_none(),
            accessible_models: owned(models.unwrap_or_default()),
        },
    }
}

#[test]
fn the_bodies_of_the_sdk_are_read() {
    let whole = "auth.accessIps.1=1.2.3.4&auth.accessIps.2=10.0.0.0%2F8&auth.accessIps.3=%3A%3A%2F0\
                 &auth.modelAccessScope.accessibleModels.1=qwen-plus&auth.modelAccessScope.accessibleModels.2=qwen3-max\
                 &auth.modelAccessScope.allowAllModels=False&auth.type=Custom";
    let expected = custom(
        &["1.2.3.4", "10.0.0.0/8", "::/0"],
        Some(&["qwen-plus", "qwen3-max"]),
    );
    assert_eq!(decode(whole), Ok(Some(expected)));
    assert_eq!(
        decode("auth.modelAccessScope.allowAllModels=True&auth.type=All"),
        Ok(Some(Auth::default()))
    );
    assert_eq!(decode(""), Ok(None));
    assert_eq!(decode("description=x&author=y"), Ok(None));
}

#[test]
fn what_is_written_is_whole() {
    assert_eq!(
        encode_auth(&Auth::default()),
        "auth.modelAccessScope.allowAllModels=true&auth.type=All"
    );
    assert_eq!(
        encode_auth(&custom(&["10.0.0.0/8"], Some(&["m"]))),
        "auth.accessIps.1=10.0.0.0%2F8&auth.modelAccessScope.accessibleModels.1=m\
         &auth.modelAccessScope.allowAllModels=false&auth.type=Custom"
    );
}

#[test]
fn lists_are_in_the_order_of_their_numbers() {
    let form: String = (1..=12)
        .rev()
        .map(|place| format!("auth.accessIps.{place}=10.0.0.{place}&"))
        .collect();
    let auth = decode(&format!("{form}auth.type=Custom")).unwrap().unwrap();
    assert_eq!(auth.access_ips[0], "10.0.0.1");
    assert_eq!(auth.access_ips[11], "10.0.0.12");
    assert_eq!(
        decode("auth.type=Custom&auth.accessIps="),
        Ok(Some(custom(&[], None)))
    );
}

#[test]
fn the_wrong_field_is_named() {
    for (form, field) in [
        ("auth.accessIps.1=1.2.3.4", "auth.type"),
        ("auth.type=custom", "auth.type"),
        ("auth.type=", "auth.type"),
        ("auth.type=All&auth.type=Custom", "auth.type"),
        (
            "auth.type=Custom&auth.accessIps.0=1.2.3.4",
            "auth.accessIps.0",
        ),
        (
            "auth.type=Custom&auth.accessIps.x=1.2.3.4",
            "auth.accessIps.x",
        ),
        ("auth.type=Custom&auth.accessIps=1.2.3.4", "auth.accessIps"),
        (
            "auth.type=Custom&auth.accessIps.1=a&auth.accessIps.01=b",
            "auth.accessIps.01",
        ),
        (
            "auth.type=Custom&auth.accessIps.99999999999=a",
            "auth.accessIps.99999999999",
        ),
        (
            "auth.type=Custom&auth.modelAccessScope.allowAllModels=yes",
            "auth.modelAccessScope.allowAllModels",
        ),
        ("auth.type=Custom&auth.surprise=1", "auth.surprise"),
        ("auth={}", "auth"),
    ] {
        assert_eq!(
            decode(form),
            Err(FormError {
                field: field.to_owned()
            }),
            "{form}"
        );
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        addresses in prop::collection::vec("\\PC{1,20}", 0..25),
        models in prop::option::of(prop::collection::vec("\\PC{1,20}", 0..25)),
    ) {
        let auth = Auth {
            kind: AuthKind::Custom,
            access_ips: addresses,
            model_access_scope: ModelAccessScope {
                allow_all_models: models.is_none(),
                accessible_models: models.unwrap_or_default(),
            },
        };
        prop_assert_eq!(decode(&encode_auth(&auth)), Ok(Some(auth)));
    }

    #[test]
    fn no_pairs_break_it(pairs in prop::collection::vec(("auth[.a-zA-Z0-9]{0,20}", "\\PC{0,10}"), 0..6)) {
        let _ = decode_auth(&pairs);
    }
}
