//! `studio-keys-key print <place>/<id>`: one key from the keyring on the standard output, for start-up files of shells and for
//! tools that ask for a key by a command. `studio-keys key print` starts it too.
//!
//! It runs whenever a shell starts, so it is a program of its own that links no window, and it asks for as little as it can:
//! whether this key may be printed, which the catalogue says, and the keyring. It never prompts, writes nothing but the key and
//! a line's end, and says on the standard error why there is none; [`Refusal`] has the exit codes.

mod refusal;
mod wanted;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;
use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use vault::{
    CATALOG_FILE, Catalog, CatalogError, ItemName, Keyring, OWN_FOLDER, PASSPHRASE_FILE,
    PassphraseFile, Printing, StoreError,
};
use zeroize::Zeroizing;

use refusal::Refusal;
use wanted::Wanted;

/// A shell that starts does not wait longer for a keyring that does not answer.
const PATIENCE: Duration = Duration::from_secs(3);

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    match print(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusal) => {
            // Nobody may listen, and then nobody needs the reason.
            let _ = writeln!(std::io::stderr(), "studio-keys: {refusal}");
            ExitCode::from(refusal.code())
        }
    }
}

fn print(arguments: &[OsString]) -> Result<(), Refusal> {
    let wanted = Wanted::read(arguments)?;
    let key = key(&wanted)?;
    // EXPOSE: printing it is what this program is for.
    let text = key.expose_secret();
    let mut line = Zeroizing::new(Vec::with_capacity(text.len() + 1));
    line.extend_from_slice(text.as_bytes());
    line.push(b'\n');
    // A whole line goes out in one write, without a stay in a buffer.
    std::io::stdout()
        .write_all(&line)
        .map_err(|_closed| Refusal::NobodyListens)
}

fn key(wanted: &Wanted) -> Result<SecretString, Refusal> {
    let data = dirs::data_local_dir()
        .ok_or(Refusal::NoFolder)?
        .join(OWN_FOLDER);
    let key = || wanted.to_string();
    let printing = Catalog::printing(&data.join(CATALOG_FILE), &wanted.place, wanted.api_key_id);
    match printing {
        Ok(Printing::Allowed) => {}
        Ok(Printing::Disabled) => return Err(Refusal::Disabled { key: key() }),
        Ok(Printing::NotAllowed) => return Err(Refusal::NotAllowed { key: key() }),
        Ok(Printing::NotKept) => return Err(Refusal::NotKept { key: key() }),
        Ok(Printing::Unknown) => return Err(Refusal::Unknown { key: key() }),
        Err(CatalogError::TooNew { .. }) => return Err(Refusal::CatalogNewer),
        Err(error) => return Err(Refusal::Catalog(error)),
    }
    if PassphraseFile::exists(&data.join(PASSPHRASE_FILE)) {
        return Err(Refusal::PassphraseFile);
    }
    let item = ItemName::key(&wanted.place, &wanted.api_key_id.to_string());
    let keyring = Keyring::new(Keyring::SERVICE);
    keyring
        .get_at_once(&item, PATIENCE)
        .map_err(|error| match error {
            StoreError::Locked => Refusal::Locked,
            StoreError::Absent => Refusal::NoKeyring,
            StoreError::NotFound => Refusal::NotKept { key: key() },
            error => Refusal::Keyring(error),
        })
}
