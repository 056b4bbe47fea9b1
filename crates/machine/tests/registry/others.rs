//! What others have in the registry, and do to it meanwhile.

use machine::{MachineError, VerificationStatus};
use windows_registry::Type;

use crate::world::{VARIABLE, World, value};

#[test]
fn a_machine_wide_value_is_shown_with_its_key_and_loses() {
    let world = World::new();
    world
        .machine_key()
        .set_string(VARIABLE, "sk-machine-wide-9876")
        .unwrap();
    let plan = world.plan("a").unwrap();
    let [line] = plan.foreign.as_slice() else {
        panic!("{:?}", plan.foreign)
    };
    assert_eq!(line.path, world.surroundings.registry.machine);
    assert_eq!(line.text, format!("{VARIABLE}    sk-…9876"));
    assert!(!line.wins && !line.can_comment_out);
    let change = world.set("a");
    world.undo(&change.id);
    let still = world.machine_key().get_string(VARIABLE).unwrap();
    assert_eq!(still, "sk-machine-wide-9876");
}

#[test]
fn a_value_that_changed_since_the_preview_is_not_written_over() {
    let world = World::new();
    let plan = world.plan("a").unwrap();
    world.key().set_string(VARIABLE, "sk-theirs").unwrap();
    let before = world.values();
    let refused = machine::apply(&world.surroundings, &plan, &value("a"), &()).unwrap_err();
    assert!(
        matches!(refused, MachineError::FileChanged { .. }),
        "{refused:?}"
    );
    assert_eq!(world.values(), before);
    // Another variable of the same key is none of our business.
    let plan = world.plan("a").unwrap();
    world.key().set_string("ANOTHER", "x").unwrap();
    machine::apply(&world.surroundings, &plan, &value("a"), &()).unwrap();
}

#[test]
fn a_value_that_somebody_put_over_ours_stays() {
    let world = World::new();
    let change = world.set("a");
    world.key().set_string(VARIABLE, "sk-theirs").unwrap();
    let found = machine::verify(&world.surroundings, &change.id, &value("a")).unwrap();
    assert_eq!(found[0].status, VerificationStatus::Other);
    let undone = world.undo(&change.id);
    assert_eq!(
        undone.left_alone,
        [world.surroundings.registry.user.clone()]
    );
    assert_eq!(world.now(), Some((Type::String, "sk-theirs".to_owned())));
}

#[test]
fn what_could_not_be_put_back_is_not_written_over() {
    let world = World::new();
    world.key().set_u32(VARIABLE, 7).unwrap();
    let before = world.values();
    let refused = world.plan("a").unwrap_err();
    let MachineError::RegistryValueUnsuitable { key, variable } = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(
        (key, variable.as_str()),
        (world.surroundings.registry.user.clone(), VARIABLE)
    );
    assert_eq!(world.values(), before);
}

#[test]
fn a_user_without_variables_gets_a_key_for_them() {
    let world = World::new();
    let path = format!(r"{}\Environment", world.below);
    windows_registry::CURRENT_USER.remove_tree(path).unwrap();
    let change = world.set("a");
    assert_eq!(
        world.now(),
        Some((Type::String, "sk-value-of-a".to_owned()))
    );
    world.undo(&change.id);
    assert!(world.values().is_empty());
}
