//! A call that is encrypted, and the opening of its answer.

use data_encoding::BASE64;
use secrecy::zeroize::Zeroizing;
use serde::Serialize;
use serde_json::Value;

use super::data_key::DataKey;
use super::{EncryptionError, PublicKey};
use crate::data::{self, AnswerStream, ModelAnswer, ModelCall, Outgoing};
use crate::key::KeySecret;

/// An encrypted call: what is sent, and what its answer is opened with. It is sent once, since its key is for one call.
pub struct Sealed {
    outgoing: Outgoing,
    data_key: DataKey,
}

/// The pieces of an encrypted answer, opened. Dropping it ends the call.
pub struct OpenedStream {
    stream: AnswerStream,
    data_key: DataKey,
}

/// Encrypts a call's input for a public key.
pub fn seal(call: &ModelCall, public_key: &PublicKey) -> Result<Sealed, EncryptionError> {
    let (data_key, key) = DataKey::fresh()?;
    // The text of the key is wrapped, and not its bytes: so the platform has it.
    let key_text = Zeroizing::new(BASE64.encode(key.as_slice()));
    let header = Header {
        public_key_id: public_key.id(),
        encrypt_key: &public_key.wrap(key_text.as_bytes())?,
        iv: &data_key.iv_text(),
    };
    let encryption_key =
        serde_json::to_string(&header).map_err(|_| EncryptionError::NotEncrypted)?;
    let plaintext = serde_json::to_vec(&call.input).map_err(|_| EncryptionError::NotEncrypted)?;
    let body = Body {
        model: &call.model,
        input: &data_key.seal(plaintext)?,
        parameters: call.parameters.as_ref(),
    };
    let outgoing = Outgoing {
        body: serde_json::to_vec(&body).map_err(|_| EncryptionError::NotEncrypted)?,
        encryption_key: Some(encryption_key),
    };
    Ok(Sealed { outgoing, data_key })
}

impl Sealed {
    /// What leaves this computer.
    pub fn outgoing(&self) -> &Outgoing {
        &self.outgoing
    }

    /// Sends it and waits for all of the answer. Its `output` is opened, its `received` is what came.
    pub async fn call(
        self,
        http: &reqwest::Client,
        origin: &str,
        key: &KeySecret,
    ) -> Result<ModelAnswer, EncryptionError> {
        let answer = data::call(http, origin, key, &self.outgoing).await?;
        self.data_key.opened(answer)
    }

    /// Sends it and takes the answer piece by piece.
    pub async fn call_streamed(
        self,
        http: &reqwest::Client,
        origin: &str,
        key: &KeySecret,
    ) -> Result<OpenedStream, EncryptionError> {
        Ok(OpenedStream {
            stream: data::call_streamed(http, origin, key, &self.outgoing).await?,
            data_key: self.data_key,
        })
    }
}

impl OpenedStream {
    /// The next piece; none after the last. After a failure there is nothing more.
    pub async fn next(&mut self) -> Option<Result<ModelAnswer, EncryptionError>> {
        let opened = match self.stream.pull().await? {
            Ok(answer) => self.data_key.opened(answer),
            Err(error) => Err(error.into()),
        };
        match &opened {
            Ok(answer) => self.stream.note(&answer.output),
            Err(_) => self.stream.end(),
        }
        Some(opened)
    }
}

impl DataKey {
    /// The answer with its output opened. An output that is readable as it came is not authentic either.
    fn opened(&self, answer: ModelAnswer) -> Result<ModelAnswer, EncryptionError> {
        let Value::String(sealed) = &answer.output else {
            return Err(EncryptionError::NotAuthentic);
        };
        let plaintext = self.open(sealed)?;
        let output =
            serde_json::from_slice(&plaintext).map_err(|_| EncryptionError::NotAuthentic)?;
        Ok(ModelAnswer { output, ..answer })
    }
}

#[derive(Serialize)]
struct Header<'a> {
    public_key_id: &'a str,
    encrypt_key: &'a str,
    iv: &'a str,
}

#[derive(Serialize)]
struct Body<'a> {
    model: &'a str,
    input: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    parameters: Option<&'a Value>,
}
