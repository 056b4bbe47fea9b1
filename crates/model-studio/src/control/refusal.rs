//! What the platform's codes mean, one variant a cause that somebody handles. Codes come from the gateway and from the
//! operations behind it; several say the same. Messages are not looked at: their words change.

/// Why the platform refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// The AccessKey id is not known: mistyped, deleted, or of the other site. Some services say so of an expired STS
    /// token, too.
    AccessKeyUnknown,
    /// The AccessKey is switched off.
    AccessKeyInactive,
    /// The signature does not hold: the AccessKey's secret is wrong.
    SecretWrong,
    /// Parts of the signature did not arrive: something in between takes headers away.
    SignatureIncomplete,
    /// This computer's clock is more than 15 minutes off.
    ClockOff,
    /// The RAM user or role lacks a right.
    ActionNotAllowed,
    /// The STS token has run out.
    TokenExpired,
    /// The STS token is missing, damaged, or belongs to another AccessKey.
    TokenInvalid,
    /// Model Studio is not activated in the region.
    RegionNotActivated,
    /// The account owes money.
    AccountInArrears,
    /// Too many requests; later it goes.
    Throttled,
    /// There may be no more of these.
    QuotaReached,
    /// The region's control plane has no such operation.
    OperationUnknown,
    /// What was named is not there.
    NotFound,
    /// A value was not accepted.
    Invalid,
    /// The platform itself has trouble.
    PlatformTrouble,
    /// A code that nobody handles by itself.
    Other,
}

impl Refusal {
    /// What a code means; the status decides only where the code says nothing.
    pub fn of(code: &str, http_status: u16) -> Refusal {
        by_code(code).unwrap_or(match http_status {
            404 => Refusal::NotFound,
            429 => Refusal::Throttled,
            500.. => Refusal::PlatformTrouble,
            _ => Refusal::Other,
        })
    }
}

fn by_code(code: &str) -> Option<Refusal> {
    let (family, detail) = code.split_once('.').unwrap_or((code, ""));
    Some(match (family, detail) {
        ("InvalidAccessKeyId", "Inactive") => Refusal::AccessKeyInactive,
        ("InvalidAccessKeyId" | "InvalidAccessKey" | "MissingAccessKeyId", _) => {
            Refusal::AccessKeyUnknown
        }
        ("SignatureDoesNotMatch", _) => Refusal::SecretWrong,
        ("IncompleteSignature", _) => Refusal::SignatureIncomplete,
        ("InvalidTimeStamp" | "InvalidTimestamp" | "IllegalTimestamp", _) => Refusal::ClockOff,
        ("InvalidSecurityToken", "Expired") | ("SecurityTokenExpired", _) => Refusal::TokenExpired,
        ("InvalidSecurityToken" | "MissingSecurityToken", _) => Refusal::TokenInvalid,
        ("NoPermission" | "ActionUnauthorized", _) => Refusal::ActionNotAllowed,
        ("Forbidden", "RAM" | "NoPermission" | "NotSupportRAM") => Refusal::ActionNotAllowed,
        ("AccessDenied", "Unpurchased") | ("CommodityNotPurchased" | "ServiceNotOpen", _) => {
            Refusal::RegionNotActivated
        }
        ("Arrearage" | "PrepaidBillOverdue" | "PostpaidBillOverdue" | "InsufficientBalance", _) => {
            Refusal::AccountInArrears
        }
        ("Throttling", _) => Refusal::Throttled,
        ("InvalidApiOrAction" | "InvalidApi" | "InvalidAction" | "InvalidVersion", _) => {
            Refusal::OperationUnknown
        }
        ("InternalError" | "InternalFailure" | "ServiceUnavailable", _) => Refusal::PlatformTrouble,
        _ => return by_ending(code),
    })
}

/// Operations put the thing in front: `ApiKey.NotFound`, `Workspace.QuotaExceeded`.
fn by_ending(code: &str) -> Option<Refusal> {
    let has = |words: &[&str]| words.iter().any(|word| code.contains(word));
    if has(&["BillOverdue", "Arrearage"]) {
        Some(Refusal::AccountInArrears)
    } else if has(&["QuotaExceeded", "LimitExceeded", "ExceedLimit"]) {
        Some(Refusal::QuotaReached)
    } else if has(&["NotFound", "NotExist"]) {
        Some(Refusal::NotFound)
    } else if code.starts_with("Invalid") || code.starts_with("Missing") {
        Some(Refusal::Invalid)
    } else {
        None
    }
}
