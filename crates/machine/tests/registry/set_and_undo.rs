//! What is set is seen, and what is taken back leaves the registry as it was.

use machine::{ChangeState, Companion, DestinationId, DiffKind, VerificationStatus, WriteAction};
use windows_registry::Type;

use crate::world::{VARIABLE, World, name, value, wish};

#[test]
fn a_variable_is_set_seen_and_taken_back() {
    let world = World::new();
    let before = world.values();
    let plan = world.plan("a").unwrap();
    let [place] = plan.destinations.as_slice() else {
        panic!("{:?}", plan.destinations)
    };
    assert_eq!(place.id, DestinationId::WindowsUser);
    assert!(place.ticked && place.recommended && !place.already_set && !place.can_ask);
    let [write] = plan.writes.as_slice() else {
        panic!("{:?}", plan.writes)
    };
    assert_eq!(write.action, WriteAction::Create);
    assert!(write.plaintext);
    assert_eq!(write.path, world.surroundings.registry.user);
    assert!(plan.foreign.is_empty());
    assert!(!format!("{plan:?}").contains("value-of"));
    assert_eq!(world.values(), before, "a plan writes nothing");

    let change = world.set("a");
    assert_eq!(
        world.now(),
        Some((Type::String, "sk-value-of-a".to_owned()))
    );
    let found = machine::verify(&world.surroundings, &change.id, &value("a")).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].status, VerificationStatus::Seen);
    assert!(world.plan("b").unwrap().destinations[0].already_set);
    assert!(
        !world.journal().contains("value-of"),
        "no value in the journal"
    );
    let mut others = world.values();
    others.remove(VARIABLE);
    assert_eq!(others, before, "nothing else was touched");

    let undone = world.undo(&change.id);
    assert_eq!(undone.change.state, ChangeState::Undone);
    assert!(undone.left_alone.is_empty());
    assert_eq!(world.values(), before);
}

#[test]
fn what_somebody_had_keeps_its_type_and_comes_back() {
    for (kind, text) in [
        (Type::ExpandString, r"%USERPROFILE%\key of somebody 密钥"),
        (Type::String, "sk-theirs-0123456789"),
    ] {
        let world = World::new();
        let put = |text| match kind {
            Type::ExpandString => world.key().set_expand_string(VARIABLE, text),
            _ => world.key().set_string(VARIABLE, text),
        };
        put(text).unwrap();
        let before = world.values();
        let plan = world.plan("a").unwrap();
        assert!(
            !plan.destinations[0].already_set,
            "somebody else put it there"
        );
        let removed = plan.writes[0].lines.iter();
        let removed: Vec<_> = removed
            .filter(|line| line.kind == DiffKind::Removed)
            .collect();
        assert_eq!(removed.len(), 1);
        assert!(!removed[0].text.contains(text), "{}", removed[0].text);
        let change = world.set("a");
        assert_eq!(world.now(), Some((kind, "sk-value-of-a".to_owned())));
        assert!(!world.journal().contains("somebody") && !world.journal().contains("theirs"));
        let copy = change.files[0].backup.clone().unwrap();
        assert!(copy.starts_with(&world.surroundings.state));
        assert!(std::fs::read_to_string(copy).unwrap().contains(text));
        world.undo(&change.id);
        assert_eq!(world.values(), before, "{kind:?}");
    }
}

#[test]
fn changes_are_taken_back_in_any_order() {
    for order in [[0, 1], [1, 0]] {
        let world = World::new();
        world.key().set_string(VARIABLE, "sk-theirs").unwrap();
        let before = world.values();
        let changes = [world.set("a"), world.set("b")];
        assert_eq!(world.now().unwrap().1, "sk-value-of-b");
        world.undo(&changes[order[0]].id);
        let between = ["sk-value-of-b", "sk-value-of-a"][order[0]];
        assert_eq!(world.now().unwrap().1, between);
        world.undo(&changes[order[1]].id);
        assert_eq!(world.values(), before, "{order:?}");
    }
}

#[test]
fn a_value_that_was_the_same_stays_at_the_end() {
    let world = World::new();
    world.key().set_string(VARIABLE, "sk-value-of-a").unwrap();
    let before = world.values();
    let change = world.set("a");
    assert_eq!(world.values(), before);
    world.undo(&change.id);
    assert_eq!(world.values(), before);
}

#[test]
fn what_goes_with_a_key_is_set_and_taken_back_with_it() {
    let world = World::new();
    world
        .key()
        .set_string("OPENAI_BASE_URL", "https://theirs")
        .unwrap();
    let before = world.values();
    let mut wish = wish("a");
    wish.companions = vec![Companion {
        name: "OPENAI_BASE_URL".to_owned(),
        text: "https://example.com/v1".to_owned(),
    }];
    let plan = machine::plan(&world.surroundings, &wish, &value("a")).unwrap();
    let change = machine::apply(&world.surroundings, &plan, &value("a"), &()).unwrap();
    let url = world.key().get_string("OPENAI_BASE_URL").unwrap();
    assert_eq!(url, "https://example.com/v1");
    let found = machine::verify(&world.surroundings, &change.id, &value("a")).unwrap();
    assert_eq!(found.len(), 2);
    assert!(
        found
            .iter()
            .all(|one| one.status == VerificationStatus::Seen)
    );
    world.undo(&change.id);
    assert_eq!(world.values(), before);
}

#[test]
fn a_reset_key_is_followed_and_another_takes_its_place() {
    let world = World::new();
    world.key().set_expand_string(VARIABLE, "theirs").unwrap();
    let before = world.values();
    let change = world.set("a");
    let (surroundings, new) = (&world.surroundings, value("new"));
    let followed = machine::follow(surroundings, &name("a"), "sk-…new", &new).unwrap();
    assert_eq!(followed, [VARIABLE]);
    let now = |key: &str| Some((Type::ExpandString, format!("sk-value-of-{key}")));
    assert_eq!(world.now(), now("new"));
    let (from, to) = (name("a"), name("b"));
    let moved = machine::move_places(surroundings, &from, &to, "sk-…b", &value("b"), &()).unwrap();
    assert_eq!(moved.variables, [VARIABLE]);
    assert_eq!(world.now(), now("b"));
    world.undo(&change.id);
    assert_eq!(world.values(), before);
}

#[test]
fn two_spellings_of_a_name_are_one_variable() {
    let world = World::new();
    world
        .key()
        .set_string("dashscope_Api_Key", "theirs")
        .unwrap();
    let before = world.values();
    let first = world.set("a");
    let mut other = wish("b");
    other.variable = "Dashscope_API_key".to_owned();
    let plan = machine::plan(&world.surroundings, &other, &value("b")).unwrap();
    assert_eq!(plan.variable, VARIABLE, "as the journal has it");
    let second = machine::apply(&world.surroundings, &plan, &value("b"), &()).unwrap();
    assert_eq!(world.now().unwrap().1, "sk-value-of-b");
    let state = machine::changes(&world.surroundings).unwrap()[1].state;
    assert_eq!(state, ChangeState::Replaced);
    world.undo(&second.id);
    assert_eq!(world.now().unwrap().1, "sk-value-of-a");
    world.undo(&first.id);
    assert_eq!(world.values(), before);
}

#[test]
fn the_copy_that_undo_needs_outlives_many_others() {
    let world = World::new();
    world.key().set_string(VARIABLE, "sk-theirs").unwrap();
    let before = world.values();
    let first = world.set("a");
    for number in 0..25 {
        let url = "OPENAI_BASE_URL";
        world
            .key()
            .set_string(url, format!("https://{number}"))
            .unwrap();
        let mut wish = wish("a");
        url.clone_into(&mut wish.variable);
        let plan = machine::plan(&world.surroundings, &wish, &value("a")).unwrap();
        let change = machine::apply(&world.surroundings, &plan, &value("a"), &()).unwrap();
        world.undo(&change.id);
    }
    world.key().remove_value("OPENAI_BASE_URL").unwrap();
    let undone = world.undo(&first.id);
    assert!(undone.left_alone.is_empty());
    assert_eq!(world.values(), before);
}

/// Of ours nothing is in a copy: it would stay there in plain text when all is undone.
#[test]
fn only_what_is_somebodys_is_copied() {
    let world = World::new();
    let first = world.set("a");
    let key = world.key();
    key.set_string("OPENAI_BASE_URL", "https://theirs").unwrap();
    let mut wish = wish("b");
    wish.companions = vec![Companion {
        name: "OPENAI_BASE_URL".to_owned(),
        text: "https://example.com/v1".to_owned(),
    }];
    let plan = machine::plan(&world.surroundings, &wish, &value("b")).unwrap();
    let second = machine::apply(&world.surroundings, &plan, &value("b"), &()).unwrap();
    let copy = second.files[0].backup.clone().unwrap();
    let kept = std::fs::read_to_string(copy).unwrap();
    assert_eq!(kept, "OPENAI_BASE_URL    REG_SZ    https://theirs\n");
    world.undo(&second.id);
    world.undo(&first.id);
    let url = world.key().get_string("OPENAI_BASE_URL").unwrap();
    assert_eq!(url, "https://theirs");
}
