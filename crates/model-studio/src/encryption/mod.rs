//! Calls whose input nobody on the way can read, and whose answer nobody but the caller can: what the platform calls encrypted
//! access to inference.
//!
//! The caller fetches the service's public key and makes an AES key and an IV that are used for one call only. The call's `input` is
//! encrypted with AES-256-GCM; the AES key, as base64 text, is wrapped with RSA (PKCS#1 v1.5) for the public key and travels in the
//! header `X-DashScope-EncryptionKey`. `model` and `parameters` stay readable. The answer's `output` comes encrypted with the same
//! AES key and IV; of a streamed answer, each piece by itself. That pieces share an IV is the platform's design and not ours.
//!
//! It **fails closed**: without a public key that passes every check, nothing is sent. It works on the platform's native interface
//! only, and it is not TLS: it protects the content from what stands between TLS and the model, not the key or the model's name.
//!
//! ```no_run
//! use model_studio::clock::SystemClock;
//! use model_studio::data::ModelCall;
//! use model_studio::encryption::{PublicKeys, seal};
//! use model_studio::key::KeySecret;
//! use model_studio::{Reach, http_client};
//!
//! # async fn ask() -> Result<(), Box<dyn std::error::Error>> {
//! let http = http_client(Reach::Network)?;
//! let origin = "https://dashscope.aliyuncs.com";
//! let key = KeySecret::parse(&std::env::var("DASHSCOPE_API_KEY")?)?;
//! let public_keys = PublicKeys::default(); // one for the whole program: it remembers a key for a minute
//!
//! let call = ModelCall {
//!     model: "qwen-plus".to_owned(),
//!     input: serde_json::json!({"messages": [{"role": "user", "content": "Who are you?"}]}),
//!     parameters: Some(serde_json::json!({"result_format": "message"})),
//! };
//! let public_key = public_keys.latest(&http, origin, &key, &SystemClock).await?;
//! let sealed = seal(&call, &public_key)?;
//! // What leaves this computer, to be looked at before it does.
//! println!("{}", String::from_utf8_lossy(sealed.outgoing().body()));
//! let answer = sealed.call(&http, origin, &key).await?;
//! println!("{}", answer.output);
//! # Ok(())
//! # }
//! ```
//!
//! [`call_encrypted`] does all of it at once, and fetches the public key anew if the service does not know it any more.

mod data_key;
mod encrypted_call;
mod error;
mod public_key;
mod public_keys;
mod sealed;

pub use encrypted_call::{call_encrypted, call_encrypted_streamed};
pub use error::{EncryptionError, PublicKeyError};
pub use public_key::{LEAST_BITS, PublicKey};
pub use public_keys::{PublicKeys, REMEMBERED_FOR};
pub use sealed::{OpenedStream, Sealed, seal, seal_json};

#[cfg(test)]
mod tests;
