//! How a key is paid for, as far as its record or its shape tells.

use vault::KeyRecord;

use crate::wire::PlanView;

/// What begins the keys of every plan.
const PLAN_PREFIX: &str = "sk-sp-";

/// The catalog's words; none that says that nobody knows.
const PAY_AS_YOU_GO: &str = "payg";
const CODING: &str = "coding";
const TOKEN: &str = "token";

/// Of a key that this computer knows.
pub(crate) fn of_record(record: &KeyRecord) -> PlanView {
    match record.plan.as_deref() {
        Some(PAY_AS_YOU_GO) => PlanView::PayAsYouGo,
        Some(CODING) => PlanView::Coding,
        Some(TOKEN) => PlanView::Token,
        _ => of_masked(&record.masked),
    }
}

/// As far as the beginning of a value tells, masked or not.
pub(crate) fn of_masked(masked: &str) -> PlanView {
    if masked.starts_with(PLAN_PREFIX) {
        PlanView::CodingOrToken
    } else {
        PlanView::PayAsYouGo
    }
}

/// The catalog's word for it; none where the value does not tell.
pub(crate) fn word(plan: PlanView) -> Option<&'static str> {
    match plan {
        PlanView::PayAsYouGo => Some(PAY_AS_YOU_GO),
        PlanView::Coding => Some(CODING),
        PlanView::Token => Some(TOKEN),
        PlanView::CodingOrToken => None,
    }
}

/// Whether a masked form is of the old, short form: what follows `sk-` is neither of the newer forms, nor hidden.
pub(crate) fn is_old_form(masked: &str) -> bool {
    let Some(rest) = masked.strip_prefix("sk-") else {
        return false;
    };
    let begins: String = rest
        .chars()
        .take(2)
        .filter(char::is_ascii_alphanumeric)
        .collect();
    begins.len() == 2 && !["ws", "sp"].contains(&begins.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_old_form_is_told_by_what_is_shown() {
        for masked in ["sk-012…cdef", "sk-ab****cdef", "sk-a1b2****"] {
            assert!(is_old_form(masked), "{masked}");
        }
        for masked in [
            "",
            "sk-ws-abc…0123",
            "sk-ws****",
            "sk-sp-abc…0123",
            "sk-••••••••",
            "sk-s***6",
            "sk_***6",
            "st-abc…wxyz",
        ] {
            assert!(!is_old_form(masked), "{masked}");
        }
    }

    #[test]
    fn the_catalogs_words_are_read_as_they_are_written() {
        for plan in [PlanView::PayAsYouGo, PlanView::Coding, PlanView::Token] {
            let record = KeyRecord {
                region: String::new(),
                api_key_id: 1,
                description: String::new(),
                masked: "sk-sp-abc…0123".to_owned(),
                workspace_id: String::new(),
                workspace_name: String::new(),
                created_by: String::new(),
                gmt_create: 0,
                kept_at: None,
                host: None,
                plan: word(plan).map(str::to_owned),
                origin: vault::KeyOrigin::Pasted,
            };
            assert_eq!(of_record(&record), plan);
        }
    }
}
