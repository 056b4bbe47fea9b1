//! What was typed into a form, checked before anything is asked of the service.

use model_studio::allowlist::{AddressProblem, Allowlist, MAX_ENTRIES};
use model_studio::control::wire::{Auth, AuthKind, ModelAccessScope};
use model_studio::region::{Region, RegionId, Support};

use crate::failure::Failure;
use crate::wire::PermissionRequest;

/// Characters that the console allows in a description.
pub(crate) const DESCRIPTION_LIMIT: u32 = 200;

/// The region of a name, where the window and the program agree on it.
pub(crate) fn region(id: &str) -> Result<&'static Region, Failure> {
    let known: RegionId = id.parse().map_err(|_unknown| Failure::RegionNeedsAccount {
        region: id.to_owned(),
    })?;
    Ok(known.region())
}

/// A description without surrounding white space and with no more characters than the console allows.
pub(crate) fn description(text: &str) -> Result<String, Failure> {
    let text = text.trim();
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    if length > DESCRIPTION_LIMIT {
        return Err(Failure::DescriptionTooLong {
            length,
            limit: DESCRIPTION_LIMIT,
        });
    }
    Ok(text.to_owned())
}

/// The permission in the service's form; none for "All".
pub(crate) fn permission(
    region: &Region,
    request: &PermissionRequest,
) -> Result<Option<Auth>, Failure> {
    let PermissionRequest::Custom { addresses, models } = request else {
        return Ok(None);
    };
    if region.capabilities.custom_permission == Support::No {
        return Err(Failure::RegionCannot {
            region: region.id.as_str().to_owned(),
        });
    }
    let list = Allowlist::parse_lines(addresses).map_err(|refused| match refused.problem {
        AddressProblem::HostBits { block } => Failure::AddressHasHostBits {
            line: refused.line,
            text: refused.text,
            block: block.to_string(),
        },
        _ => Failure::AddressInvalid {
            line: refused.line,
            text: refused.text,
        },
    })?;
    if list.is_empty() {
        return Err(Failure::AllowlistEmpty);
    }
    if list.len() > MAX_ENTRIES {
        return Err(Failure::AllowlistTooLong {
            count: count(list.len()),
            limit: count(MAX_ENTRIES),
        });
    }
    Ok(Some(Auth {
        kind: AuthKind::Custom,
        access_ips: list.entries(),
        model_access_scope: ModelAccessScope {
            allow_all_models: models.is_none(),
            accessible_models: models
                .iter()
                .flatten()
                .map(|name| name.trim().to_owned())
                .filter(|name| !name.is_empty())
                .collect(),
        },
    }))
}

/// A count for the window.
pub(crate) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The service's id of a key.
pub(crate) fn key_id(text: &str) -> Result<i64, Failure> {
    text.parse().map_err(|_not_a_number| Failure::KeyNotFound {
        api_key_id: text.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn here() -> &'static Region {
        RegionId::ThisComputer.region()
    }

    fn custom(addresses: &str) -> PermissionRequest {
        PermissionRequest::Custom {
            addresses: addresses.to_owned(),
            models: None,
        }
    }

    #[test]
    fn a_description_is_counted_in_characters() {
        assert_eq!(
            description(&"钥".repeat(200)).as_deref(),
            Ok("钥".repeat(200).as_str())
        );
        assert_eq!(
            description(&"钥".repeat(201)),
            Err(Failure::DescriptionTooLong {
                length: 201,
                limit: 200
            })
        );
    }

    #[test]
    fn custom_needs_an_address() {
        assert_eq!(
            permission(here(), &custom(" \n ")),
            Err(Failure::AllowlistEmpty)
        );
    }

    #[test]
    fn a_bad_line_is_named() {
        let refused = permission(here(), &custom("127.0.0.1\n1.2.3"));
        assert_eq!(
            refused,
            Err(Failure::AddressInvalid {
                line: 2,
                text: "1.2.3".to_owned()
            })
        );
    }

    #[test]
    fn twenty_one_addresses_are_too_many() {
        let text: String = (1..=21).map(|last| format!("127.0.0.{last}\n")).collect();
        assert_eq!(
            permission(here(), &custom(&text)),
            Err(Failure::AllowlistTooLong {
                count: 21,
                limit: 20
            })
        );
    }

    #[test]
    fn a_disputed_capability_is_left_to_the_service() {
        let virginia = RegionId::UsEast1.region();
        assert_eq!(virginia.capabilities.custom_permission, Support::Disputed);
        assert!(permission(virginia, &custom("1.2.3.4")).is_ok());
    }
}
