//! Secrets to bytes and back: JSON, padded, in an age file for one passphrase. Knows no path and no disk.
//!
//! age cannot tell a file whose end is missing from one that was changed, as long as it is shorter than 64 KiB. The
//! padding can: it makes the content a multiple of [`PADDING`], so a payload of another length lost its end. It also
//! hides how long the secrets are.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::iter;

use age::{DecryptError, Decryptor, Encryptor, scrypt};
use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

use crate::FileProblem;

/// How much work it is to try one passphrase: scrypt's N, as the power of two. One more doubles time and memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkFactor(u8);

impl WorkFactor {
    /// Protects nothing, in no time.
    #[cfg(any(test, feature = "test-support"))]
    pub const FAST: WorkFactor = WorkFactor(1);
}

impl Default for WorkFactor {
    /// 18, as age itself: about a second and 256 MiB for each try.
    fn default() -> WorkFactor {
        WorkFactor(18)
    }
}

/// More than this no file of this program ever asks for; each step doubles the memory, from 1 GiB here.
const MOST_WORK: u8 = 20;

/// Content is padded to a multiple of this with spaces, which JSON ignores.
const PADDING: usize = 256;

/// An age payload begins with a nonce, and each chunk of 64 KiB ends with a tag.
const NONCE: usize = 16;
const TAG: usize = 16;
const CHUNK: usize = 64 * 1024;

/// The first line of every age file, up to its version.
const MAGIC: &[u8] = b"age-encryption.org/";

/// Why the bytes do not open.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum OpenError {
    WrongPassphrase,
    File(FileProblem),
}

impl From<FileProblem> for OpenError {
    fn from(problem: FileProblem) -> OpenError {
        OpenError::File(problem)
    }
}

/// The bytes of a file with these secrets.
pub(super) fn seal(
    secrets: &BTreeMap<String, SecretString>,
    passphrase: &SecretString,
    work_factor: WorkFactor,
) -> Result<Vec<u8>, FileProblem> {
    let content = json(secrets)?;
    let mut recipient = scrypt::Recipient::new(passphrase.clone());
    recipient.set_work_factor(work_factor.0);
    let encryptor = Encryptor::with_recipients(iter::once(&recipient as &dyn age::Recipient))
        .map_err(|_| FileProblem::NotForPassphrase)?;
    let mut sealed = Vec::with_capacity(content.len() + 512);
    let mut writer = encryptor.wrap_output(&mut sealed).map_err(system)?;
    writer.write_all(&content).map_err(system)?;
    writer.finish().map_err(system)?;
    Ok(sealed)
}

/// The secrets in the bytes of a file.
pub(super) fn open(
    sealed: &[u8],
    passphrase: &SecretString,
) -> Result<BTreeMap<String, SecretString>, OpenError> {
    if sealed.is_empty() {
        return Err(FileProblem::Empty.into());
    }
    if !sealed.starts_with(MAGIC) {
        return Err(FileProblem::NotAge.into());
    }
    if payload_lost_its_end(sealed) {
        return Err(FileProblem::Truncated.into());
    }
    let decryptor = Decryptor::new_buffered(sealed).map_err(open_error)?;
    if !decryptor.is_scrypt() {
        return Err(FileProblem::NotForPassphrase.into());
    }
    let mut identity = scrypt::Identity::new(passphrase.clone());
    identity.set_max_work_factor(MOST_WORK);
    let mut reader = decryptor
        .decrypt(iter::once(&identity as &dyn age::Identity))
        .map_err(open_error)?;
    // The content is shorter than the file, so the buffer never grows and leaves no copy behind.
    let mut content = Zeroizing::new(Vec::with_capacity(sealed.len()));
    reader
        .read_to_end(&mut content)
        .map_err(|_| FileProblem::Tampered)?;
    serde_json::from_slice(&content).map_err(|_| FileProblem::Foreign.into())
}

/// The content as JSON, padded, in a buffer that is wiped.
fn json(secrets: &BTreeMap<String, SecretString>) -> Result<Zeroizing<Vec<u8>>, FileProblem> {
    let exposed: BTreeMap<&str, &str> = secrets
        .iter()
        // EXPOSE: the values are encrypted before they leave this module.
        .map(|(name, secret)| (name.as_str(), secret.expose_secret()))
        .collect();
    // JSON writes no character in more than six bytes. With room for all, the buffer never grows and leaves no copy.
    let room: usize = exposed
        .iter()
        .map(|(name, secret)| (name.len() + secret.len()) * 6 + 8)
        .sum();
    let mut content = Zeroizing::new(Vec::with_capacity(room + 2 + PADDING));
    serde_json::to_writer(&mut *content, &exposed).map_err(|_| FileProblem::Foreign)?;
    let padded = content.len().next_multiple_of(PADDING);
    content.resize(padded, b' ');
    Ok(content)
}

/// Whether the payload has a length that [`seal`] never writes. The header ends with the first line that begins with
/// three dashes; without such a line the header itself lost its end.
fn payload_lost_its_end(sealed: &[u8]) -> bool {
    let Some(mac) = sealed.windows(5).position(|window| window == b"\n--- ") else {
        return true;
    };
    let Some(end) = sealed[mac + 1..].iter().position(|byte| *byte == b'\n') else {
        return true;
    };
    let payload = sealed.len() - (mac + 1 + end + 1);
    let Some(chunks) = payload.checked_sub(NONCE) else {
        return true;
    };
    let tags = chunks.div_ceil(CHUNK + TAG) * TAG;
    match chunks.checked_sub(tags) {
        Some(content) => content == 0 || content % PADDING != 0,
        None => true,
    }
}

fn open_error(error: DecryptError) -> OpenError {
    match error {
        DecryptError::DecryptionFailed
        | DecryptError::KeyDecryptionFailed
        | DecryptError::NoMatchingKeys => OpenError::WrongPassphrase,
        DecryptError::ExcessiveWork { required, .. } => FileProblem::TooMuchWork {
            work_factor: required,
        }
        .into(),
        DecryptError::UnknownFormat => FileProblem::NotAge.into(),
        // InvalidHeader, InvalidMac, and whatever else a whole file of ours would not do.
        _ => FileProblem::Tampered.into(),
    }
}

fn system(error: std::io::Error) -> FileProblem {
    FileProblem::System(error.kind())
}

#[cfg(test)]
mod tests;
