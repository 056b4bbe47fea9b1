//! What a refusal of the data plane is about, by its code and status. Codes come in two spellings, `InvalidApiKey` from the
//! native interface and `invalid_api_key` from the OpenAI-compatible one; they are one code here.

use crate::data::DataError;

/// What a refusal is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RefusalKind {
    /// The key: unknown here, deleted, disabled, of another region, or none was given.
    InvalidKey,
    /// A plan's key, on a host of another plan.
    PlanKeyElsewhere,
    /// The key's owner is no member of the workspace.
    NotAMember,
    /// This request by this key. Which of its rights is missing is not said; the address may be it.
    AccessDenied,
    /// The model: not granted to the key's workspace.
    ModelDenied,
    /// The workspace or the app: not open to the key.
    WorkspaceDenied,
    /// The host: it belongs to another workspace than the key.
    EndpointDenied,
    /// A workspace that is not there, or a path that names none.
    WorkspaceUnknown,
    /// The account: Model Studio is not activated or not bought in this region.
    NotActivated,
    /// The account: it owes money.
    Arrears,
    /// The account: its free quota is used up, and it is set to stop then.
    FreeQuotaUsed,
    /// Too many requests, tokens or calls at once.
    Throttled,
    /// The content, by a check.
    ContentRefused,
    /// The encrypted input: it cannot be decoded with the public key that it names.
    InputUndecodable,
    /// The model or what was asked for is not there.
    NotFound,
    /// The request: a parameter, or something that cannot be done in this state.
    RequestWrong,
    /// The service's own fault.
    ServiceFailed,
    /// A code that is not known.
    Other,
}

impl RefusalKind {
    /// What a failure is about; none where the service itself did not refuse.
    pub fn of(error: &DataError) -> Option<RefusalKind> {
        match error {
            DataError::Refused {
                http_status, code, ..
            } => Some(RefusalKind::of_code(*http_status, code)),
            _ => None,
        }
    }

    /// What a code is about; the status counts where the code is not known.
    pub fn of_code(http_status: u16, code: &str) -> RefusalKind {
        let plain: String = code
            .chars()
            .filter(|character| character.is_ascii_alphanumeric() || *character == '.')
            .map(|character| character.to_ascii_lowercase())
            .collect();
        match plain.as_str() {
            "invalidapikey" | "incorrectapikeyprovided" => RefusalKind::InvalidKey,
            "invalidaccesstokenortokenexpired" | "invalidaccesstoken" => {
                RefusalKind::PlanKeyElsewhere
            }
            "notauthorized" => RefusalKind::NotAMember,
            "accessdenied" => RefusalKind::AccessDenied,
            "accessdenied.unpurchased" | "commoditynotpurchased" => RefusalKind::NotActivated,
            "model.accessdenied" => RefusalKind::ModelDenied,
            "workspace.accessdenied" | "app.accessdenied" => RefusalKind::WorkspaceDenied,
            "endpoint.accessdenied" => RefusalKind::EndpointDenied,
            "workspacenotfound" | "badrequest.emptyworkspace" => RefusalKind::WorkspaceUnknown,
            "arrearage" | "prepaidbilloverdue" | "postpaidbilloverdue" => RefusalKind::Arrears,
            "allocationquota.freetieronly" => RefusalKind::FreeQuotaUsed,
            // Here a limit by the minute and not a lack of money.
            "insufficientquota" | "limitrequests" | "limitburstrate" | "throttling" => {
                RefusalKind::Throttled
            }
            "datainspectionfailed" => RefusalKind::ContentRefused,
            "badrequest.illegalinput" => RefusalKind::InputUndecodable,
            "modelnotfound" | "modelnotsupported" | "notfound" => RefusalKind::NotFound,
            "unsupportedoperation" | "invalidrequesterror" => RefusalKind::RequestWrong,
            _ if plain.starts_with("throttling.") => RefusalKind::Throttled,
            _ if plain.starts_with("invalidparameter") || plain.starts_with("badrequest.") => {
                RefusalKind::RequestWrong
            }
            _ => RefusalKind::of_status(http_status),
        }
    }

    fn of_status(http_status: u16) -> RefusalKind {
        match http_status {
            401 => RefusalKind::InvalidKey,
            403 => RefusalKind::AccessDenied,
            404 => RefusalKind::NotFound,
            400 => RefusalKind::RequestWrong,
            429 => RefusalKind::Throttled,
            500.. => RefusalKind::ServiceFailed,
            _ => RefusalKind::Other,
        }
    }

    /// Whether it is the key that is refused, and not what was asked of it, the account or the moment.
    pub fn is_about_key(self) -> bool {
        matches!(
            self,
            RefusalKind::InvalidKey
                | RefusalKind::PlanKeyElsewhere
                | RefusalKind::NotAMember
                | RefusalKind::AccessDenied
                | RefusalKind::WorkspaceDenied
                | RefusalKind::EndpointDenied
                | RefusalKind::WorkspaceUnknown
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_documented_code_is_known_in_both_spellings() {
        for (status, codes, kind) in [
            (
                401,
                &["InvalidApiKey", "invalid_api_key"][..],
                RefusalKind::InvalidKey,
            ),
            (
                401,
                &["invalid access token or token expired"],
                RefusalKind::PlanKeyElsewhere,
            ),
            (401, &["NOT AUTHORIZED"], RefusalKind::NotAMember),
            (
                403,
                &["AccessDenied", "access_denied"],
                RefusalKind::AccessDenied,
            ),
            (
                403,
                &["AccessDenied.Unpurchased"],
                RefusalKind::NotActivated,
            ),
            (403, &["Model.AccessDenied"], RefusalKind::ModelDenied),
            (
                403,
                &["Workspace.AccessDenied", "App.AccessDenied"],
                RefusalKind::WorkspaceDenied,
            ),
            (403, &["Endpoint.AccessDenied"], RefusalKind::EndpointDenied),
            (
                403,
                &["AllocationQuota.FreeTierOnly"],
                RefusalKind::FreeQuotaUsed,
            ),
            (400, &["Arrearage"], RefusalKind::Arrears),
            (
                429,
                &["PrepaidBillOverdue", "PostpaidBillOverdue"],
                RefusalKind::Arrears,
            ),
            (429, &["CommodityNotPurchased"], RefusalKind::NotActivated),
            (
                400,
                &["DataInspectionFailed", "data_inspection_failed"],
                RefusalKind::ContentRefused,
            ),
            (
                400,
                &["BadRequest.IllegalInput"],
                RefusalKind::InputUndecodable,
            ),
            (
                400,
                &["BadRequest.EmptyWorkspace"],
                RefusalKind::WorkspaceUnknown,
            ),
            (404, &["WorkSpaceNotFound"], RefusalKind::WorkspaceUnknown),
            (
                400,
                &[
                    "BadRequest.EmptyInput",
                    "InvalidParameter.DataUri",
                    "UnsupportedOperation",
                ],
                RefusalKind::RequestWrong,
            ),
            (
                404,
                &["ModelNotFound", "model_not_found", "model_not_supported"],
                RefusalKind::NotFound,
            ),
            (
                429,
                &[
                    "Throttling",
                    "Throttling.RateQuota",
                    "limit_requests",
                    "limit_burst_rate",
                    "insufficient_quota",
                ],
                RefusalKind::Throttled,
            ),
            (
                500,
                &["InternalError.Algo", "RequestTimeOut"],
                RefusalKind::ServiceFailed,
            ),
        ] {
            for code in codes {
                assert_eq!(RefusalKind::of_code(status, code), kind, "{code}");
            }
        }
    }

    #[test]
    fn an_unknown_code_is_told_by_its_status() {
        for (status, kind) in [
            (401, RefusalKind::InvalidKey),
            (403, RefusalKind::AccessDenied),
            (429, RefusalKind::Throttled),
            (503, RefusalKind::ServiceFailed),
            (418, RefusalKind::Other),
        ] {
            assert_eq!(RefusalKind::of_code(status, "Brand.New"), kind);
        }
    }
}
