use proptest::prelude::*;

use super::*;

const LEGACY: &str = "sk-0123456789abcdef0123456789abcdef";

#[test]
fn white_space_around_a_key_is_dropped() {
    for text in [
        format!("  {LEGACY}\n"),
        format!("\u{feff}{LEGACY}\u{200b}\r\n"),
        format!("\u{3000}{LEGACY}\t"),
    ] {
        assert_eq!(parse(&text), Ok(LEGACY));
    }
}

#[test]
fn every_refusal_has_its_paste() {
    let cases: &[(&str, KeyRefusal)] = &[
        ("", KeyRefusal::Empty),
        (" \n\u{200b}", KeyRefusal::Empty),
        (
            "sk-0123456789abcdef\n0123456789abcdef",
            KeyRefusal::LineBreakInside,
        ),
        (
            "sk-0123456789abcdef\r0123456789abcdef",
            KeyRefusal::LineBreakInside,
        ),
        ("PROXY_MANAGED", KeyRefusal::ProxyManaged),
        (
            "DASHSCOPE_API_KEY=sk-0123456789abcdef0123456789abcdef",
            KeyRefusal::Assignment,
        ),
        (
            "export DASHSCOPE_API_KEY=\"sk-0123456789abcdef0123456789abcdef\"",
            KeyRefusal::Assignment,
        ),
        ("$env:DASHSCOPE_API_KEY = 'sk-0123'", KeyRefusal::Assignment),
        (
            "Bearer sk-0123456789abcdef0123456789abcdef",
            KeyRefusal::BearerPrefix,
        ),
        (
            "authorization: bearer sk-0123456789abcdef0123456789abcdef",
            KeyRefusal::BearerPrefix,
        ),
        (
            "\"sk-0123456789abcdef0123456789abcdef\"",
            KeyRefusal::Quoted,
        ),
        ("‘sk-0123456789abcdef0123456789abcdef’", KeyRefusal::Quoted),
        (
            "sk-0123456789abcdef 0123456789abcdef",
            KeyRefusal::WhitespaceInside,
        ),
        (
            "sk-0123456789abcdef\u{a0}0123456789abcdef",
            KeyRefusal::WhitespaceInside,
        ),
        ("sk-012****cdef", KeyRefusal::Masked),
        ("sk-012…cdef", KeyRefusal::Masked),
        ("sk-••••••••", KeyRefusal::Masked),
        ("sk-012...cdef", KeyRefusal::Masked),
        ("sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", KeyRefusal::Masked),
        (
            "ｓｋ-0123456789abcdef0123456789abcdef",
            KeyRefusal::FullWidth,
        ),
        (
            "sk-0123456789abcdef\u{3000}0123456789abcdef",
            KeyRefusal::FullWidth,
        ),
        ("LTAI5tAbCdEfGhIjKlMnOpQr", KeyRefusal::AccessKeyId),
        ("STS.NAbCdEfGhIjKlMnOpQr", KeyRefusal::AccessKeyId),
        (
            "abcdefghijABCDEFGHIJ0123456789",
            KeyRefusal::AccessKeySecret,
        ),
        ("hello", KeyRefusal::UnknownShape),
        ("sk-short", KeyRefusal::UnknownShape),
        (
            "sk-0123456789abcdef/123456789abcdef",
            KeyRefusal::UnknownShape,
        ),
        (
            "sk-0123456789abcdef密123456789abcdef",
            KeyRefusal::UnknownShape,
        ),
        ("sk-ws-tooshort", KeyRefusal::UnknownShape),
    ];
    for (text, refusal) in cases {
        assert_eq!(parse(text).as_ref(), Err(refusal), "{text}");
    }
}

#[test]
fn an_endless_paste_is_too_long() {
    let text = format!("sk-{}", "a1".repeat(300));
    assert_eq!(parse(&text), Err(KeyRefusal::TooLong { length: 603 }));
}

proptest! {
    #[test]
    fn every_documented_shape_is_taken(
        key in "(sk-[a-f0-9]{31}[g-z]|sk-ws-H\\.[A-Z]{7}\\.[a-z0-9]{4}\\.ME[A-Za-z0-9_-]{90}|sk-sp-[a-f0-9]{31}z|st-[A-Za-z]{12}[0-9]{8})",
    ) {
        prop_assert_eq!(parse(&key), Ok(key.as_str()));
    }

    #[test]
    fn no_text_breaks_it_and_what_is_taken_is_plain(text in "\\PC{0,80}") {
        if let Ok(key) = parse(&text) {
            prop_assert!(key.is_ascii() && !key.contains(char::is_whitespace));
            prop_assert_eq!(parse(key), Ok(key));
        }
    }

    #[test]
    fn a_refusal_never_repeats_the_paste(payload in "[A-Za-z0-9]{12,60}") {
        for text in [format!("\"sk-{payload}\""), format!("Bearer sk-{payload}"), format!("KEY=sk-{payload}"), format!("sk-{payload}*")] {
            let refusal = parse(&text).unwrap_err();
            let told = format!("{refusal} {refusal:?}");
            prop_assert!(!told.contains(&payload));
        }
    }
}
