//! A call that is encrypted, and the opening of its answer.

use data_encoding::BASE64;
use secrecy::zeroize::Zeroizing;
use serde::Serialize;
use serde_json::Value;

use super::data_key::{DataKey, sealed_length};
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
    /// The first piece, where it was waited for before it was asked for.
    first: Option<ModelAnswer>,
}

/// Encrypts a call's input for a public key.
pub fn seal(call: &ModelCall, public_key: &PublicKey) -> Result<Sealed, EncryptionError> {
    let input = serde_json::to_vec(&call.input).map_err(|_| EncryptionError::NotEncrypted)?;
    seal_json(&call.model, input, call.parameters.as_ref(), public_key)
}

/// The same, for an input that is JSON text already.
pub fn seal_json(
    model: &str,
    input: Vec<u8>,
    parameters: Option<&Value>,
    public_key: &PublicKey,
) -> Result<Sealed, EncryptionError> {
    let (data_key, key) = DataKey::fresh()?;
    // The text of the key is wrapped, and not its bytes: so the platform has it.
    let key_text = Zeroizing::new(BASE64.encode(key.as_slice()));
    let header = Header {
        public_key_id: public_key.id(),
        encrypt_key: &public_key.wrap(key_text.as_bytes())?,
        iv: &data_key.iv_text(),
    };
    let beginning = format!("{{\"model\":{},\"input\":\"", json_of(&model)?);
    let end = match parameters {
        Some(parameters) => format!("\",\"parameters\":{}}}", json_of(parameters)?),
        None => "\"}".to_owned(),
    };
    // Written by hand, with room for all of it: base64 needs no escapes, and a megabyte of it is not looked through for any.
    let length = beginning.len() + sealed_length(input.len()) + end.len();
    let mut body = String::with_capacity(length);
    body.push_str(&beginning);
    data_key.seal_onto(&mut body, input)?;
    body.push_str(&end);
    let outgoing = Outgoing {
        body: body.into_bytes(),
        encryption_key: Some(json_of(&header)?),
    };
    Ok(Sealed { outgoing, data_key })
}

fn json_of(value: &impl Serialize) -> Result<String, EncryptionError> {
    serde_json::to_string(value).map_err(|_| EncryptionError::NotEncrypted)
}

impl Sealed {
    /// What leaves this computer.
    pub fn outgoing(&self) -> &Outgoing {
        &self.outgoing
    }

    /// Opens what the service answered: an `output`, or one of a stream's. For who sends [`Sealed::outgoing`] by other means.
    pub fn open(&self, output: String) -> Result<Value, EncryptionError> {
        self.data_key.opened(output)
    }

    /// The same, as the JSON text that it is.
    pub fn open_json(&self, output: String) -> Result<Vec<u8>, EncryptionError> {
        self.data_key.open(output)
    }

    /// Sends it and waits for all of the answer. Its `output` is opened, its `received` is what came.
    pub async fn call(
        self,
        http: &reqwest::Client,
        origin: &str,
        key: &KeySecret,
    ) -> Result<ModelAnswer, EncryptionError> {
        let answer = data::call(http, origin, key, &self.outgoing).await?;
        self.data_key.opened_answer(answer)
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
            first: None,
        })
    }
}

impl OpenedStream {
    /// Waits for the first piece, which is still the first to be given out. Its failure is the call's.
    pub(super) async fn begun(mut self) -> Result<OpenedStream, EncryptionError> {
        self.first = self.next().await.transpose()?;
        Ok(self)
    }

    /// The next piece; none after the last. After a failure there is nothing more.
    pub async fn next(&mut self) -> Option<Result<ModelAnswer, EncryptionError>> {
        if let Some(first) = self.first.take() {
            return Some(Ok(first));
        }
        let opened = match self.stream.pull().await? {
            Ok(answer) => self.data_key.opened_answer(answer),
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
    fn opened_answer(&self, mut answer: ModelAnswer) -> Result<ModelAnswer, EncryptionError> {
        let Value::String(sealed) = answer.output.take() else {
            return Err(EncryptionError::NotAuthentic);
        };
        answer.output = self.opened(sealed)?;
        Ok(answer)
    }

    fn opened(&self, sealed: String) -> Result<Value, EncryptionError> {
        let plaintext = self.open(sealed)?;
        serde_json::from_slice(&plaintext).map_err(|_| EncryptionError::NotAuthentic)
    }
}

#[derive(Serialize)]
struct Header<'a> {
    public_key_id: &'a str,
    encrypt_key: &'a str,
    iv: &'a str,
}
