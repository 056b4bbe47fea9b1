//! The codes that a server can be told to fail with: each with its status, its words, and the plane it belongs to.

use axum::http::StatusCode;

/// Whose code it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Planes {
    /// Signed requests.
    Control,
    /// Requests with a key.
    Data,
    /// Either.
    Both,
}

use Planes::{Both, Control, Data};

/// A code of the platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FaultCode {
    /// As the gateway and the platform's own interface write it.
    pub(super) code: &'static str,
    /// As OpenAI-compatible answers write it.
    pub(super) compatible: &'static str,
    /// The status that goes with it.
    pub(super) status: StatusCode,
    /// The platform's words.
    pub(super) message: &'static str,
    /// Where it is said.
    pub(super) planes: Planes,
}

/// The code of this name.
pub(super) fn find(code: &str) -> Option<&'static FaultCode> {
    CODES
        .iter()
        .find(|known| known.code == code || known.compatible == code)
}

/// A code that is written the same everywhere.
const fn same(
    planes: Planes,
    status: StatusCode,
    code: &'static str,
    message: &'static str,
) -> FaultCode {
    two(planes, status, code, code, message)
}

/// A code that OpenAI-compatible answers write otherwise.
const fn two(
    planes: Planes,
    status: StatusCode,
    code: &'static str,
    compatible: &'static str,
    message: &'static str,
) -> FaultCode {
    FaultCode {
        code,
        compatible,
        status,
        message,
        planes,
    }
}

const S400: StatusCode = StatusCode::BAD_REQUEST;
const S401: StatusCode = StatusCode::UNAUTHORIZED;
const S403: StatusCode = StatusCode::FORBIDDEN;
const S404: StatusCode = StatusCode::NOT_FOUND;
const S429: StatusCode = StatusCode::TOO_MANY_REQUESTS;
const S500: StatusCode = StatusCode::INTERNAL_SERVER_ERROR;
const S503: StatusCode = StatusCode::SERVICE_UNAVAILABLE;

/// Every code that the platform is known to answer with.
#[rustfmt::skip] // A table: one row a line.
pub(super) static CODES: &[FaultCode] = &[
    same(Control, S403, "NoPermission", "You are not authorized to perform this operation."),
    same(Control, S403, "Forbidden.RAM", "User not authorized to operate on the specified resource, or this API doesn't support RAM."),
    same(Control, S404, "InvalidApiOrAction", "The specified api or action is not found, please check api and version."),
    same(Control, S404, "InvalidAccessKeyId.NotFound", "Specified access key is not found."),
    same(Control, S400, "InvalidAccessKeyId.Inactive", "Specified access key is disabled."),
    same(Control, S400, "SignatureDoesNotMatch", "Specified signature does not match our calculation."),
    same(Control, S400, "IncompleteSignature", "The request signature does not conform to Aliyun standards."),
    same(Control, S400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired."),
    same(Control, S400, "SignatureNonceUsed", "Specified signature nonce was used already."),
    same(Control, S400, "InvalidSecurityToken.Expired", "Specified SecurityToken is expired."),
    same(Control, S400, "InvalidSecurityToken.Malformed", "Specified SecurityToken is malformed."),
    same(Control, S429, "Throttling.User", "Request was denied due to user flow control."),
    same(Control, S400, "Throttling.Api", "Request was denied due to api flow control."),
    same(Control, S503, "ServiceUnavailable", "The request has failed due to a temporary failure of the server."),
    same(Both, S400, "Arrearage", "Access denied, please make sure your account is in good standing."),
    same(Both, S403, "AccessDenied.Unpurchased", "Access to model denied. Please make sure you are eligible for using the model."),
    same(Both, S429, "CommodityNotPurchased", "Commodity has not purchased yet."),
    same(Both, S429, "PrepaidBillOverdue", "The prepaid bill is overdue."),
    same(Both, S429, "PostpaidBillOverdue", "The postpaid bill is overdue."),
    same(Both, S429, "Throttling", "Requests throttling triggered."),
    two(Both, S400, "InvalidParameter", "invalid_request_error", "A parameter specified in the request is not valid."),
    two(Both, S400, "UnsupportedOperation", "unsupported_operation", "The operation is unsupported on the referee object."),
    same(Both, S404, "WorkSpaceNotFound", "WorkSpace can not be found."),
    same(Both, S404, "NotFound", "Not found."),
    two(Both, S500, "InternalError", "internal_error", "An internal error has occured, please try again later or contact service support."),
    same(Both, S503, "RequestTimeOut", "Request timed out, please try again later."),
    two(Data, S401, "InvalidApiKey", "invalid_api_key", "Invalid API-key provided."),
    same(Data, S401, "NOT AUTHORIZED", "Access denied: Either you are not authorized to access this workspace, or the workspace does not exist."),
    same(Data, S401, "invalid access token or token expired", "invalid access token or token expired"),
    two(Data, S403, "AccessDenied", "access_denied", "Access denied."),
    same(Data, S403, "Model.AccessDenied", "Model access denied."),
    same(Data, S403, "Workspace.AccessDenied", "Workspace access denied."),
    same(Data, S403, "App.AccessDenied", "App access denied."),
    same(Data, S403, "Endpoint.AccessDenied", "Workspace endpoint access denied."),
    same(Data, S403, "AllocationQuota.FreeTierOnly", "The free tier of the model has been exhausted."),
    two(Data, S404, "ModelNotFound", "model_not_found", "The model does not exist."),
    same(Data, S404, "model_not_supported", "The model is not supported by this interface."),
    two(Data, S400, "DataInspectionFailed", "data_inspection_failed", "Input or output data may contain inappropriate content."),
    same(Data, S400, "BadRequest.EmptyInput", "Required input parameter missing from request."),
    same(Data, S400, "BadRequest.EmptyParameters", "Required parameter \"parameters\" missing from request."),
    same(Data, S400, "BadRequest.EmptyModel", "Required parameter \"model\" missing from request."),
    same(Data, S400, "BadRequest.IllegalInput", "The input parameter can not be decoded."),
    same(Data, S400, "BadRequest.EmptyWorkspace", "No workspace can be found for the request."),
    two(Data, S429, "Throttling.RateQuota", "limit_requests", "Requests rate limit exceeded, please try again later."),
    two(Data, S429, "Throttling.BurstRate", "limit_burst_rate", "Request rate increased too quickly."),
    two(Data, S429, "Throttling.AllocationQuota", "insufficient_quota", "Allocated quota exceeded, please increase your quota limit."),
    same(Data, S429, "Throttling.Concurrency", "Too many requests at the same time."),
    same(Data, S500, "InternalError.Algo", "An internal error has occured during algorithm execution."),
    same(Data, S500, "InternalError.Timeout", "An internal timeout has occured during execution."),
    same(Data, S503, "ModelServingError", "Too many requests. Your requests are being throttled due to system capacity limits."),
    same(Data, S503, "ModelUnavailable", "Model is unavailable, please try again later."),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_code_is_found_by_either_name_and_stands_once() {
        let names: BTreeSet<&str> = CODES.iter().map(|known| known.code).collect();
        assert_eq!(names.len(), CODES.len());
        for known in CODES {
            assert_eq!(find(known.code), Some(known));
            assert_eq!(find(known.compatible), Some(known));
            assert!(known.status.as_u16() >= 400 && !known.message.is_empty());
        }
        assert_eq!(find("NoSuchCode"), None);
    }
}
