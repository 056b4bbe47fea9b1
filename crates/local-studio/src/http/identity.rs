//! The one operation of the Security Token Service: whose AccessKey signed this. It needs no right.

use axum::response::Response;
use model_studio::control::wire::CallerIdentity;

use super::answer;
use crate::personality::{ACCOUNT_ID, Identity, USER_NAME};
use crate::platform::Platform;

pub(super) fn get(platform: &Platform, request_id: &str) -> Response {
    let identity = platform.personality().identity();
    let (identity_type, resource) = match identity {
        Identity::MainAccount => ("Account", "root".to_owned()),
        Identity::RamUser { .. } => ("RAMUser", format!("user/{USER_NAME}")),
    };
    let caller = CallerIdentity {
        account_id: ACCOUNT_ID.to_owned(),
        arn: format!("acs:ram::{ACCOUNT_ID}:{resource}"),
        identity_type: identity_type.to_owned(),
        principal_id: identity.id().to_owned(),
        request_id: request_id.to_owned(),
        role_id: String::new(),
        user_id: identity.id().to_owned(),
    };
    answer::data(request_id, caller)
}
