//! Asking about tasks with a key, at the pace of its account.

use std::sync::Arc;

use model_studio::data::DataError;
use model_studio::key::{KeyRefusal, KeySecret};
use model_studio::tasks::{TaskId, Tasks};

use crate::failure::Failure;
use crate::keys::caller::Caller;
use crate::wire::KeyRef;
use crate::world::World;

/// Speaks about tasks to the host that a key is used with.
pub(super) struct Asking {
    pub(super) tasks: Tasks,
    caller: Caller,
    world: Arc<World>,
}

impl Asking {
    /// With a key that is on this computer.
    ///
    /// # Errors
    /// [`Failure::SecretMissing`], [`Failure::HostUnknown`], and what is wrong with the catalog.
    pub(super) async fn with(world: &Arc<World>, key: &KeyRef) -> Result<Asking, Failure> {
        let pace = world.pace.of(&owner(world, key).await?);
        let caller = Caller::of(world, key.clone()).await?;
        let Caller { value, door, .. } = &caller;
        let tasks = match Tasks::new(&door.http, &door.origin, value, pace) {
            Ok(tasks) => tasks,
            Err(error) => return Err(caller.refused(world, error).await),
        };
        Ok(Asking {
            tasks,
            caller,
            world: Arc::clone(world),
        })
    }

    /// What the service answered, or why it did not.
    ///
    /// # Errors
    /// The refusal.
    pub(super) async fn answered<T>(&self, answer: Result<T, DataError>) -> Result<T, Failure> {
        match answer {
            Ok(answer) => Ok(answer),
            Err(error) => Err(self.caller.refused(&self.world, error).await),
        }
    }
}

/// Whose calls the service counts: the main account's, whichever of its users were added here. Until the service has said
/// who that is, the account as it was added.
async fn owner(world: &Arc<World>, key: &KeyRef) -> Result<String, Failure> {
    let account = world.account_of(&key.region).await?;
    Ok(match account {
        Some(account) => account
            .principal
            .map_or(account.id, |principal| principal.account_uid),
        None => key.region.clone(),
    })
}

/// The id of a task as it was pasted. A key that was pasted instead must not become part of an address.
///
/// # Errors
/// [`Failure::TaskUnknown`]: no service could know it.
pub(super) fn task_id(text: &str) -> Result<TaskId, Failure> {
    match KeySecret::parse(text) {
        Ok(_) | Err(KeyRefusal::AccessKeyId | KeyRefusal::AccessKeySecret) => {
            Err(Failure::TaskUnknown)
        }
        Err(_no_key) => TaskId::parse(text).map_err(|_refused| Failure::TaskUnknown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_in_the_wrong_box_is_no_task() {
        for text in [
            "sk-0123456789abcdef0123456789abcdef",
            "sk-ws-H.ABCDEFG.ab12.MEUCIQDxyz0123456789_-abcdefghijk",
            "st-0123456789abcdef",
            "LTAI5tMarkerOfTheTests00",
            "",
            "..",
        ] {
            assert_eq!(task_id(text), Err(Failure::TaskUnknown), "{text}");
        }
        for id in [
            "86ecf553-d340-4e21-af6e-a0c6a421c010",
            "86ecf553d3404e21af6ea0c6a421c010",
        ] {
            assert_eq!(task_id(id).unwrap().as_str(), id);
        }
    }
}
