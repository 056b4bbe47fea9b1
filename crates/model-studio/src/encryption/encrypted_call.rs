//! An encrypted call from end to end: public key, encryption, call, answer. A public key that the service no longer has is fetched
//! anew, once, and the call encrypted and sent anew with it. Nothing was answered until then: such a call did no work.

use super::{EncryptionError, OpenedStream, PublicKeys, Sealed, seal};
use crate::clock::Clock;
use crate::data::{ModelAnswer, ModelCall};
use crate::key::KeySecret;

/// Calls a model with its input encrypted and waits for all of the answer.
pub async fn call_encrypted(
    http: &reqwest::Client,
    origin: &str,
    key: &KeySecret,
    public_keys: &PublicKeys,
    clock: &dyn Clock,
    call: &ModelCall,
) -> Result<ModelAnswer, EncryptionError> {
    let sealed = sealed_now(http, origin, key, public_keys, clock, call).await?;
    match sealed.call(http, origin, key).await {
        Err(error) if error.wants_new_public_key() => {
            public_keys.forget(origin);
            let sealed = sealed_now(http, origin, key, public_keys, clock, call).await?;
            sealed.call(http, origin, key).await
        }
        answered => answered,
    }
}

/// Calls a model with its input encrypted and takes the answer piece by piece. It is begun once the first piece has come: what is
/// wrong with that one is wrong with the call, also where the service refuses it inside a stream.
pub async fn call_encrypted_streamed(
    http: &reqwest::Client,
    origin: &str,
    key: &KeySecret,
    public_keys: &PublicKeys,
    clock: &dyn Clock,
    call: &ModelCall,
) -> Result<OpenedStream, EncryptionError> {
    let sealed = sealed_now(http, origin, key, public_keys, clock, call).await?;
    match begun(sealed, http, origin, key).await {
        Err(error) if error.wants_new_public_key() => {
            public_keys.forget(origin);
            let sealed = sealed_now(http, origin, key, public_keys, clock, call).await?;
            begun(sealed, http, origin, key).await
        }
        begun => begun,
    }
}

async fn begun(
    sealed: Sealed,
    http: &reqwest::Client,
    origin: &str,
    key: &KeySecret,
) -> Result<OpenedStream, EncryptionError> {
    let stream = sealed.call_streamed(http, origin, key).await?;
    stream.begun().await
}

async fn sealed_now(
    http: &reqwest::Client,
    origin: &str,
    key: &KeySecret,
    public_keys: &PublicKeys,
    clock: &dyn Clock,
    call: &ModelCall,
) -> Result<Sealed, EncryptionError> {
    let public_key = public_keys.latest(http, origin, key, clock).await?;
    seal(call, &public_key)
}
