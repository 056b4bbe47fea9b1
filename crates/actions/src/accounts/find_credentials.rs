//! Credentials that are on this computer already: profiles of the platform's command line, and variables of the environment
//! that this program was started with. Looked at on a click, offered, and read anew when the user takes one; between the
//! two nothing of them is held but what names them.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use model_studio::acs3::AccessKey;
use model_studio::credentials::{
    CliProfile, EnvironmentIncomplete, FromEnvironment, ProfileUnusable, cli_profiles,
    from_environment,
};
use vault::{Account, Catalog};

use crate::failure::Failure;
use crate::wire::{
    CredentialKindView, CredentialSourceView, CredentialUnusableView, FoundCredentialsView,
};
use crate::world::{World, blocking};

/// The command line's file, in the home folder.
const FILE: &str = ".aliyun/config.json";

/// Far more than any file of profiles.
const LARGEST_FILE: u64 = 1024 * 1024;

/// Looks for credentials. What cannot be used is named with the reason.
///
/// # Errors
/// [`Failure::CredentialsFileUnusable`] if the command line's file cannot be read, and nothing else was found.
pub async fn find_credentials(world: &Arc<World>) -> Result<Vec<FoundCredentialsView>, Failure> {
    let accounts = world.catalog(Catalog::accounts).await?;
    let (of_cli, of_environment) = look(world).await?;
    let mut found: Vec<FoundCredentialsView> = match of_environment {
        Ok(None) => Vec::new(),
        Ok(Some(found)) => vec![view(Source::Environment, Ok(&found.access_key), &accounts)],
        Err(_incomplete) => vec![view(
            Source::Environment,
            Err(CredentialUnusableView::Incomplete),
            &accounts,
        )],
    };
    let (path, profiles) = match of_cli {
        Ok(read) => read,
        Err(failure) if found.is_empty() => return Err(failure),
        Err(failure) => {
            tracing::warn!(%failure, "the command line's profiles cannot be read");
            return Ok(found);
        }
    };
    found.extend(profiles.iter().map(|profile| {
        let access_key = profile.access_key.as_ref();
        view(
            Source::Profile(&path, &profile.name),
            access_key.map_err(|unusable| reason(unusable, &profile.mode)),
            &accounts,
        )
    }));
    Ok(found)
}

/// The credentials that were offered under this id, if they are there still.
///
/// # Errors
/// [`Failure::CredentialsGone`], [`Failure::CredentialsFileUnusable`].
pub(crate) async fn found(world: &Arc<World>, id: &str) -> Result<AccessKey, Failure> {
    let (of_cli, of_environment) = look(world).await?;
    if let Ok(Some(found)) = of_environment
        && id == id_of(&Source::Environment, &found.access_key.id)
    {
        return Ok(found.access_key);
    }
    let (path, profiles) = of_cli?;
    profiles
        .into_iter()
        .filter_map(|profile| Some((profile.name, profile.access_key.ok()?)))
        .find(|(name, access_key)| id == id_of(&Source::Profile(&path, name), &access_key.id))
        .map(|(_, access_key)| access_key)
        .ok_or(Failure::CredentialsGone)
}

type OfCli = Result<(String, Vec<CliProfile>), Failure>;
type OfEnvironment = Result<Option<FromEnvironment>, EnvironmentIncomplete>;

async fn look(world: &Arc<World>) -> Result<(OfCli, OfEnvironment), Failure> {
    let surroundings = Arc::clone(&world.surroundings);
    blocking(move || {
        let variable = |name: &str| surroundings.environment.get(name).cloned();
        (
            profiles(&surroundings.home.join(FILE)),
            from_environment(variable),
        )
    })
    .await
}

fn profiles(file: &Path) -> OfCli {
    let path = file.display().to_string();
    let unusable = |reason: String| Failure::CredentialsFileUnusable {
        path: path.clone(),
        reason,
    };
    let text = match fs::metadata(file) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok((path, Vec::new())),
        Err(error) => return Err(unusable(error.to_string())),
        Ok(known) if !known.is_file() || known.len() > LARGEST_FILE => {
            return Err(unusable(ErrorKind::InvalidInput.to_string()));
        }
        // Wiped when dropped: it holds secrets.
        Ok(_) => fs::read_to_string(file).map(secrecy::zeroize::Zeroizing::new),
    };
    let text = text.map_err(|error| unusable(error.to_string()))?;
    let profiles = cli_profiles(&text).map_err(|error| unusable(error.to_string()))?;
    Ok((path, profiles))
}

enum Source<'text> {
    Environment,
    Profile(&'text str, &'text str),
}

/// Names the AccessKey too: what was offered is taken, and not what has come into its place since.
fn id_of(source: &Source<'_>, access_key_id: &str) -> String {
    match source {
        Source::Environment => format!("environment/{access_key_id}"),
        Source::Profile(_, name) => format!("aliyun-cli/{access_key_id}/{name}"),
    }
}

fn view(
    source: Source<'_>,
    access_key: Result<&AccessKey, CredentialUnusableView>,
    accounts: &[Account],
) -> FoundCredentialsView {
    let (access_key, unusable) = match access_key {
        Ok(access_key) => (Some(access_key), None),
        Err(unusable) => (None, Some(unusable)),
    };
    let access_key_id = access_key.map_or(String::new(), |access_key| access_key.id.clone());
    let is_temporary = access_key.is_some_and(|access_key| access_key.security_token.is_some());
    FoundCredentialsView {
        id: id_of(&source, &access_key_id),
        added: unusable.is_none()
            && accounts
                .iter()
                .any(|account| account.access_key_id == access_key_id),
        kind: if is_temporary {
            CredentialKindView::Sts
        } else {
            CredentialKindView::AccessKey
        },
        access_key_id,
        unusable,
        source: match source {
            Source::Environment => CredentialSourceView::Environment,
            Source::Profile(path, name) => CredentialSourceView::AliyunCli {
                profile: name.to_owned(),
                path: path.to_owned(),
            },
        },
    }
}

fn reason(unusable: &ProfileUnusable, mode: &str) -> CredentialUnusableView {
    match unusable {
        ProfileUnusable::Incomplete { .. } => CredentialUnusableView::Incomplete,
        ProfileUnusable::TakesOnRole
        | ProfileUnusable::OnCloudServerOnly
        | ProfileUnusable::RunsProgram
        | ProfileUnusable::Fetches
        | ProfileUnusable::SignsIn
        | ProfileUnusable::NoAccessKey
        | ProfileUnusable::UnknownMode => CredentialUnusableView::Mode {
            mode: mode.to_owned(),
        },
    }
}
