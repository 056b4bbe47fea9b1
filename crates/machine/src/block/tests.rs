use proptest::prelude::*;

use super::*;

const SOURCE: &str = "if [ -r x ]; then . x; fi";

fn round(bytes: &[u8], makes_file: bool) -> Removal {
    let after = append(bytes, SOURCE, makes_file);
    let block = find(&after).unwrap().unwrap();
    assert!(is_whole(&after, &block, SOURCE));
    remove(&after, &block, SOURCE)
}

proptest! {
    #[test]
    fn any_bytes_come_back(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assume!(find(&bytes) == Ok(None));
        let removal = round(&bytes, false);
        prop_assert_eq!(removal, Removal { bytes, kept_lines: false, file_may_go: false });
    }
}

#[test]
fn a_file_made_for_the_block_may_go_with_it() {
    assert!(round(b"", true).file_may_go);
    assert!(!round(b"", false).file_may_go);
    let mut after = append(b"", SOURCE, true);
    after.extend_from_slice(b"export LATER=1\n");
    let removal = remove(&after, &find(&after).unwrap().unwrap(), SOURCE);
    assert_eq!(
        removal,
        Removal {
            bytes: b"export LATER=1\n".to_vec(),
            kept_lines: false,
            file_may_go: false
        }
    );
}

#[test]
fn lines_that_came_after_the_block_are_not_joined_to_those_before() {
    let mut after = append(b"alias a=b", SOURCE, false);
    after.extend_from_slice(b"alias c=d\n");
    let removal = remove(&after, &find(&after).unwrap().unwrap(), SOURCE);
    assert_eq!(removal.bytes, b"alias a=b\nalias c=d\n");
}

#[test]
fn lines_written_into_the_block_stay() {
    let text = format!("one\n{BEGIN}\nexport MINE=1\n{SOURCE}\n{END}\ntwo");
    let block = find(text.as_bytes()).unwrap().unwrap();
    let removal = remove(text.as_bytes(), &block, SOURCE);
    assert_eq!(removal.bytes, b"one\nexport MINE=1\ntwo");
    assert!(removal.kept_lines);
    let renewed = renew(text.as_bytes(), &block, SOURCE);
    assert_eq!(
        String::from_utf8(renewed).unwrap(),
        format!("one\n{BEGIN}\n{SOURCE}\n{END}\nexport MINE=1\ntwo")
    );
}

#[test]
fn a_block_that_lost_its_line_is_not_whole_and_keeps_its_hints() {
    let text = append(b"x", SOURCE, false);
    let text = String::from_utf8(text)
        .unwrap()
        .replace(&format!("{SOURCE}\n"), "");
    let block = find(text.as_bytes()).unwrap().unwrap();
    assert!(!is_whole(text.as_bytes(), &block, SOURCE));
    let renewed = renew(text.as_bytes(), &block, SOURCE);
    let block = find(&renewed).unwrap().unwrap();
    assert!(is_whole(&renewed, &block, SOURCE));
    assert_eq!(remove(&renewed, &block, SOURCE).bytes, b"x");
}

#[test]
fn an_editor_that_wrote_crlf_does_not_hide_the_block() {
    let text = String::from_utf8(append(b"a\n", SOURCE, false))
        .unwrap()
        .replace('\n', "\r\n");
    let block = find(text.as_bytes()).unwrap().unwrap();
    let removal = remove(text.as_bytes(), &block, SOURCE);
    assert_eq!(
        removal,
        Removal {
            bytes: b"a\r\n".to_vec(),
            kept_lines: false,
            file_may_go: false
        }
    );
}

#[test]
fn damage_is_named_by_its_line() {
    let damaged = |text: String| find(text.as_bytes()).unwrap_err().line;
    assert_eq!(damaged(format!("a\n{BEGIN}\nb\n")), 2);
    assert_eq!(damaged(format!("a\n\n{END}\n")), 3);
    assert_eq!(damaged(format!("{END}\n{BEGIN}\n")), 1);
    assert_eq!(damaged(format!("{BEGIN}\n{BEGIN}\n{END}\n")), 2);
    assert_eq!(damaged(format!("{BEGIN}\n{END}\n{BEGIN}\n{END}\n")), 3);
    assert_eq!(find(format!("a {BEGIN}\n# {END}\n").as_bytes()), Ok(None));
}

#[test]
fn continuations_at_the_end() {
    for open in [
        "a \\\n",
        "a \\",
        "a\n  b \\\n",
        "a \\\n# b \\\n",
        "a \\\\\\\n",
    ] {
        assert!(ends_in_continuation(open.as_bytes()).is_some(), "{open:?}");
    }
    for closed in ["", "a\n", "a \\\\\n", "# art \\\n", "a \\\nb\n", "a \\\r\n"] {
        assert_eq!(ends_in_continuation(closed.as_bytes()), None, "{closed:?}");
    }
    assert_eq!(ends_in_continuation(b"a\nb\nc \\"), Some(3));
}
