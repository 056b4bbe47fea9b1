use proptest::prelude::*;

use super::*;

/// All events of a text that comes in these pieces.
fn events_of<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> (Vec<Event>, bool) {
    let mut events = Events::default();
    let mut found = Vec::new();
    for piece in pieces {
        events.push(piece).unwrap();
        found.extend(std::iter::from_fn(|| events.next()));
    }
    (found, events.is_unfinished())
}

fn event(name: &str, data: &str, status: Option<u16>) -> Event {
    Event {
        name: name.to_owned(),
        data: data.as_bytes().to_vec(),
        status,
    }
}

/// What the platform sends: comments with a status, all three line ends, a heartbeat, an error, text beyond ASCII.
const SENT: &str = "\u{feff}id:1\nevent:result\n:HTTP_STATUS/200\ndata:{\"output\":\"你好\"}\n\n: heartbeat\n\n\
    id:2\r\nevent: result\r\ndata: first\r\ndata: second\r\n\r\ndata:x\r\rdata\n\n\
    event:error\n:HTTP_STATUS/400\ndata:{\"code\":\"C\"}\n\nstatus: 429\ndata:y\n\n";

fn expected() -> Vec<Event> {
    vec![
        event("result", "{\"output\":\"你好\"}", Some(200)),
        event("result", "first\nsecond", None),
        event("", "x", None),
        event("", "", None),
        event("error", "{\"code\":\"C\"}", Some(400)),
        event("", "y", Some(429)),
    ]
}

#[test]
fn the_platforms_events_are_read_whole() {
    assert_eq!(events_of([SENT.as_bytes()]), (expected(), false));
}

#[test]
fn a_split_at_any_byte_changes_nothing() {
    let bytes = SENT.as_bytes();
    for at in 0..=bytes.len() {
        let (left, right) = bytes.split_at(at);
        assert_eq!(events_of([left, right]), (expected(), false), "at {at}");
    }
    assert_eq!(events_of(bytes.chunks(1)), (expected(), false));
}

#[test]
fn an_event_without_its_end_is_unfinished() {
    for text in ["data:x", "data:x\n", "da", ":comment"] {
        let (found, unfinished) = events_of([text.as_bytes()]);
        assert!(found.is_empty() && unfinished, "{text}");
    }
    let (found, unfinished) = events_of([b"data:x\n\n: comment\n".as_slice()]);
    assert!(found.len() == 1 && !unfinished);
}

#[test]
fn an_endless_event_is_refused() {
    let mut events = Events::default();
    let piece = vec![b'a'; 1024 * 1024];
    let refused = (0..=LARGEST_EVENT / piece.len()).find(|_| events.push(&piece).is_err());
    assert_eq!(refused, Some(LARGEST_EVENT / piece.len()));

    let mut events = Events::default();
    let line = [b"data:".as_slice(), &piece, b"\n"].concat();
    assert!((0..=LARGEST_EVENT / piece.len()).any(|_| events.push(&line).is_err()));
}

proptest! {
    #[test]
    fn any_pieces_of_any_events_give_those_events(
        datas in proptest::collection::vec("[^\r\n\u{feff}]{0,20}", 0..6),
        ending in prop_oneof![Just("\n"), Just("\r"), Just("\r\n")],
        sizes in proptest::collection::vec(1usize..9, 1..40),
    ) {
        let text: String = datas.iter().map(|data| format!("event:e{ending}data: {data}{ending}{ending}")).collect();
        let mut rest = text.as_bytes();
        let mut pieces = Vec::new();
        for size in sizes.iter().cycle() {
            if rest.is_empty() {
                break;
            }
            let (piece, left) = rest.split_at((*size).min(rest.len()));
            pieces.push(piece);
            rest = left;
        }
        let wanted: Vec<Event> = datas.iter().map(|data| event("e", data, None)).collect();
        prop_assert_eq!(events_of(pieces), (wanted, false));
    }

    #[test]
    fn no_bytes_break_it(pieces in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..40), 0..20)) {
        let mut events = Events::default();
        for piece in &pieces {
            prop_assert!(events.push(piece).is_ok());
        }
        let mut whole = Events::default();
        prop_assert!(whole.push(&pieces.concat()).is_ok());
        let all = |events: &mut Events| std::iter::from_fn(|| events.next()).collect::<Vec<_>>();
        prop_assert_eq!(all(&mut events), all(&mut whole));
    }
}
