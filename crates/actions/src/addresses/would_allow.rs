//! "Would this address be allowed?", answered while it is typed. Asks nobody.

use model_studio::allowlist::{AddressProblem, Allowlist, Decision, Reading};

use crate::addresses::problem::problem;
use crate::failure::Failure;
use crate::wire::{AddressProblemView, WouldAllowRequest, WouldAllowView};

/// Decides as the service would, and names the entry that decides.
///
/// # Errors
/// [`Failure::AddressInvalid`] for a list that is none.
pub fn would_allow(request: &WouldAllowRequest) -> Result<WouldAllowView, Failure> {
    let list =
        Allowlist::from_entries(&request.entries).map_err(|refused| Failure::AddressInvalid {
            line: refused.line,
            text: refused.text,
        })?;
    let address = match Reading::parse(&request.address) {
        Ok(Reading::Entry { entry }) if entry.is_address() => entry.block().addr(),
        Ok(_) | Err(AddressProblem::HostBits { .. }) => {
            return Ok(undecided(AddressProblemView::NotOneAddress));
        }
        Err(other) => return Ok(undecided(problem(other))),
    };
    Ok(match list.decide(address) {
        Decision::Allowed { entry, .. } => WouldAllowView {
            allowed: true,
            by: Some(entry.to_string()),
            problem: None,
        },
        Decision::Refused => WouldAllowView {
            allowed: false,
            by: None,
            problem: None,
        },
    })
}

fn undecided(problem: AddressProblemView) -> WouldAllowView {
    WouldAllowView {
        allowed: false,
        by: None,
        problem: Some(problem),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(entries: &[&str], address: &str) -> WouldAllowView {
        would_allow(&WouldAllowRequest {
            entries: entries.iter().map(ToString::to_string).collect(),
            address: address.to_owned(),
        })
        .unwrap()
    }

    #[test]
    fn the_entry_that_decides_is_named() {
        let list = ["10.0.0.0/8", "203.0.113.7"];
        assert_eq!(ask(&list, "10.1.2.3").by.as_deref(), Some("10.0.0.0/8"));
        assert_eq!(
            ask(&list, " ::ffff:203.0.113.7 ").by.as_deref(),
            Some("203.0.113.7")
        );
        let refused = ask(&list, "203.0.113.8");
        assert!(!refused.allowed && refused.by.is_none() && refused.problem.is_none());
    }

    #[test]
    fn what_is_no_address_is_not_decided() {
        for (typed, problem) in [
            ("", AddressProblemView::Empty),
            ("1.2.3", AddressProblemView::TooFewParts { parts: 3 }),
            ("10.0.0.0/8", AddressProblemView::NotOneAddress),
            ("10.0.0.7/8", AddressProblemView::NotOneAddress),
            ("10.0.0.1-10.0.0.2", AddressProblemView::NotOneAddress),
        ] {
            let answer = ask(&["0.0.0.0/0"], typed);
            assert!(!answer.allowed, "{typed}");
            assert_eq!(answer.problem, Some(problem), "{typed}");
        }
    }

    #[test]
    fn a_list_that_is_none_is_refused() {
        let refused = would_allow(&WouldAllowRequest {
            entries: vec!["10.0.0.0/8".to_owned(), "office".to_owned()],
            address: "10.1.1.1".to_owned(),
        });
        assert_eq!(
            refused,
            Err(Failure::AddressInvalid {
                line: 2,
                text: "office".to_owned()
            })
        );
    }
}
