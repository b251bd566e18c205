//! Roles: what a value is for, whatever scene it stands in. The model labels words with them.
//!
//! Slots of many templates play the same part: what a title card calls `title`, a neon sign calls `text` and a lower
//! third `name` is the text that each of them needs. So that has one role for all, lists and points have theirs, and other
//! slots have the role of their name, which templates share (`title`, `subtitle`, `author`).

use std::collections::BTreeSet;

use crate::pattern::form::Form;
use crate::pattern::set::{Pattern, PatternSet, Slot};
use crate::template::ParamType;

/// The role of the text without which a template has nothing to show.
pub(super) const MAIN: &str = "main";

/// The role of each item of a list.
pub(super) const ITEM: &str = "item";

/// The role of the label of each point of a series.
pub(super) const POINT: &str = "point";

/// The role of the value of each point of a series.
pub(super) const FIGURE: &str = "figure";

/// The roles that the values of a slot have; none where rules know its values by their look.
pub(super) fn roles_of(pattern: &Pattern, number: u16) -> impl Iterator<Item = &str> {
    let slot = &pattern.slots[usize::from(number)];
    let roles = match () {
        () if !is_learned(slot) => [None, None],
        () if slot.kind == ParamType::List => [Some(ITEM), None],
        () if slot.kind == ParamType::Series => [Some(POINT), Some(FIGURE)],
        () if slot.required && pattern.quotes.first() == Some(&number) => [Some(MAIN), None],
        () => [Some(slot.name.as_ref()), None],
    };
    roles.into_iter().flatten()
}

/// The slot of a pattern whose values have a role.
pub(super) fn slot_with(pattern: &Pattern, role: &str) -> Option<u16> {
    (0..pattern.slots.len() as u16).find(|&slot| roles_of(pattern, slot).any(|known| known == role))
}

fn is_learned(slot: &Slot) -> bool {
    let formed = match slot.kind {
        ParamType::Text | ParamType::Prose | ParamType::List => slot.form.is_some(),
        ParamType::Series => !matches!(slot.form, None | Some(Form::Texts | Form::Numbers)),
        _ => true,
    };
    !slot.common && !formed && slot.one_of.is_empty()
}

/// The slots of a pattern set that a model may fill, as `template.slot: role`, sorted.
pub(crate) fn known_slots(patterns: &PatternSet) -> BTreeSet<String> {
    let of = |pattern: &Pattern| {
        let name = |slot: u16| {
            let roles: Vec<&str> = roles_of(pattern, slot).collect();
            let known = format!("{}.{}: {}", pattern.template(), pattern.slot_name(slot), roles.join(" "));
            (!roles.is_empty()).then_some(known)
        };
        (0..pattern.slots.len() as u16).filter_map(name).collect::<Vec<_>>()
    };
    patterns.patterns().iter().flat_map(of).collect()
}
