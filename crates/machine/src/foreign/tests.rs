use std::collections::BTreeMap;

use super::*;

fn look(text: &str, grammar: Grammar) -> Vec<ForeignLine> {
    let surroundings = Surroundings::new(
        "/h".into(),
        "/h/.config".into(),
        "/s".into(),
        BTreeMap::new(),
        None,
        |value| format!("<{}>", value.len()),
    );
    let block = crate::block::find(text.as_bytes()).unwrap();
    let look = Look {
        destination: DestinationId::Bash,
        path: Path::new("/h/rc"),
        bytes: text.as_bytes(),
        grammar,
        block: block.as_ref(),
        later: false,
        ours_to_edit: true,
    };
    find(&surroundings, &look, "KEY")
}

fn texts(text: &str, grammar: Grammar) -> Vec<(u32, String, bool)> {
    look(text, grammar)
        .into_iter()
        .map(|line| (line.line, line.text, line.can_comment_out))
        .collect()
}

fn one(text: &str, grammar: Grammar) -> (String, bool) {
    let mut found = texts(text, grammar);
    assert_eq!(found.len(), 1, "{text:?}: {found:?}");
    let (_, shown, alone) = found.remove(0);
    (shown, alone)
}

#[test]
fn forms_of_sh_that_set() {
    for (text, shown) in [
        ("export KEY=abc", "export KEY=<3>"),
        ("  export KEY='a b c' # note", "export KEY=<5>"),
        ("KEY=abc", "KEY=<3>"),
        ("KEY=abc;", "KEY=<3>"),
        ("typeset -x KEY=\"a\\\"c\"", "typeset -x KEY=<3>"),
        ("declare -x KEY=$'a\\'c'", "declare -x KEY=<3>"),
        ("builtin export KEY=abc", "export KEY=<3>"),
        ("export KEY=\"$(pass show 'x y')\"", "export KEY=<16>"),
        ("export KEY=${A:-b c}", "export KEY=<9>"),
        ("setenv KEY abc", "setenv KEY <3>"),
        ("export KEY=abc\r", "export KEY=<3>"),
    ] {
        assert_eq!(one(text, Grammar::Sh), (shown.to_owned(), true), "{text:?}");
    }
}

#[test]
fn settings_that_share_their_line() {
    for text in [
        "if true; then export KEY=abc; fi",
        "export A=1 KEY=abc",
        "A=1 KEY=abc",
        "[ -n \"$X\" ] && export KEY=abc",
        "export KEY=abc; echo done",
        "true && \\\nexport KEY=abc",
        "export \\\nKEY=abc",
        "export KEY='a\nb'",
        "f() { export KEY=abc; }",
        "case x in x) KEY=abc ;; esac",
        "export KEY=abc >/dev/null",
        "cat <<E; export KEY=abc\nx\nE",
    ] {
        assert!(!one(text, Grammar::Sh).1, "{text:?}");
    }
    assert!(one("if true; then\n  export KEY=abc\nfi", Grammar::Sh).1);
}

#[test]
fn what_sets_nothing() {
    for text in [
        "# export KEY=abc",
        "export KEY",
        "KEY=abc program",
        "env KEY=abc program",
        "export KEY_2=abc",
        "export MY_KEY=abc",
        "echo 'export KEY=abc'",
        "echo \"\nexport KEY=abc\n\"",
        "cat <<EOF\nexport KEY=abc\nEOF",
        "cat <<-'EOF'\n\texport KEY=abc\n\tEOF",
        "local KEY=abc",
        "unset KEY",
        "alias k='KEY=abc'",
        "[ \"$KEY\" = abc ]",
    ] {
        assert_eq!(texts(text, Grammar::Sh), [], "{text:?}");
    }
}

#[test]
fn after_a_here_document_commands_go_on() {
    let text = "cat <<A <<B\nKEY=1\nA\nKEY=2\nB\nKEY=333\n";
    assert_eq!(texts(text, Grammar::Sh), [(6, "KEY=<3>".to_owned(), true)]);
    assert_eq!(
        texts("cat <<<x\nKEY=333\n", Grammar::Sh),
        [(2, "KEY=<3>".to_owned(), true)]
    );
}

#[test]
fn forms_of_fish() {
    for (text, shown, alone) in [
        ("set -gx KEY abc", "set -gx KEY <3>", true),
        ("set -g -x KEY 'a\\'c'", "set -g -x KEY <3>", true),
        ("set KEY abc", "set KEY <3>", true),
        ("set -lx KEY abc", "set -lx KEY <3>", true),
        ("export KEY=abc", "export KEY=<3>", true),
        ("setenv KEY abc", "setenv KEY <3>", true),
        ("if true; set -gx KEY abc; end", "set -gx KEY <3>", false),
        ("true; and set -gx KEY abc", "set -gx KEY <3>", false),
        ("set -gx KEY (cat f)", "set -gx KEY <0>", false),
    ] {
        assert_eq!(
            one(text, Grammar::Fish),
            (shown.to_owned(), alone),
            "{text:?}"
        );
    }
    for text in [
        "# set -gx KEY abc",
        "set -e KEY",
        "set -q KEY",
        "set -l KEY abc",
        "set -gx KEYS abc",
        "echo set KEY a",
    ] {
        assert_eq!(texts(text, Grammar::Fish), [], "{text:?}");
    }
}

#[test]
fn forms_of_environment_d() {
    assert_eq!(one(" KEY=\"abc\"", Grammar::EnvironmentD).0, "KEY=<3>");
    for text in ["#KEY=abc", "; KEY=abc", "KEY2=abc"] {
        assert_eq!(texts(text, Grammar::EnvironmentD), [], "{text:?}");
    }
}

#[test]
fn only_what_comes_after_our_block_wins() {
    let with_block = crate::block::append(b"export KEY=1\n", "if true; then . x; fi", false);
    let text = String::from_utf8(with_block).unwrap() + "export KEY=22\n";
    let found = look(&text, Grammar::Sh);
    assert_eq!(
        found.iter().map(|line| line.wins).collect::<Vec<_>>(),
        [false, true]
    );
}

#[test]
fn a_commented_line_comes_back_unless_somebody_touched_it() {
    let before = b"a\r\nexport KEY=1\r\nb";
    let after = comment_out(before, &[2]);
    assert_eq!(after, b"a\r\n# studio-keys: export KEY=1\r\nb");
    let hash = line_hash(b"export KEY=1\r\n");
    assert_eq!(restore(&after, &hash), (before.to_vec(), Restored::Yes));
    assert_eq!(restore(before, &hash), (before.to_vec(), Restored::Already));
    let touched = b"a\n# studio-keys: export KEY=2\n";
    assert_eq!(restore(touched, &hash), (touched.to_vec(), Restored::Gone));
}
