//! The reminder that an old key waits to be deleted: it comes after a week, and is put off for another, the end of the
//! program included.

use std::sync::Arc;

use actions::wire::{PermissionRequest, RotationView};
use actions::{
    Failure, continue_rotation, finish_rotation, list_rotations, postpone_rotation, start_rotation,
};
use jiff::{SignedDuration, Timestamp};
use model_studio::clock::Clock;

use crate::clouds::world_by;
use crate::home::{HERE, Home};
use crate::rotation::{key_in, to_the_end};

struct Fixed(Timestamp);

impl Clock for Fixed {
    fn now(&self) -> Timestamp {
        self.0
    }
}

async fn after(home: &Home, days: i64) -> RotationView {
    let at =
        Timestamp::now() + SignedDuration::from_hours(24 * days) + SignedDuration::from_hours(1);
    let world = world_by(home, Arc::new(Fixed(at)));
    list_rotations(&world).await.unwrap().remove(0)
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_put_off_for_a_week() {
    let home = Home::new().await;
    let world = home.world();
    let old = key_in(&world, HERE, PermissionRequest::All).await;
    let id = start_rotation(&world, &old).await.unwrap().id;
    let early = postpone_rotation(&world, &id).await.unwrap();
    assert_eq!(early.remind_at, None, "nothing waits yet");
    continue_rotation(&world, &id).await.unwrap();
    to_the_end(&world, &id).await;
    assert!(!after(&home, 6).await.reminder_due);
    assert!(after(&home, 7).await.reminder_due);

    let at = Timestamp::now() + SignedDuration::from_hours(24 * 7);
    let later = world_by(&home, Arc::new(Fixed(at)));
    assert!(!postpone_rotation(&later, &id).await.unwrap().reminder_due);
    assert!(!after(&home, 13).await.reminder_due);
    assert!(after(&home, 14).await.reminder_due);
    finish_rotation(&world, &id).await.unwrap();
    let gone = postpone_rotation(&world, &id).await.unwrap_err();
    assert_eq!(gone, Failure::RotationUnknown);
}
