//! Scenes look otherwise, and stand and follow otherwise.

use std::rc::Rc;

use super::{Act, Command, Ends};
use crate::route::edit::pick::Pick;
use crate::route::edit::place::Place;
use crate::route::edit::reader::{Bound, Reader, State};
use crate::route::edit::slot::Slot;
use crate::route::{Given, Length, TransitionStyle};
use crate::value::{Number, Value};

impl Reader<'_> {
    /// `on black`: what everything stands on.
    pub(super) fn ground(&self, state: &State) -> Option<(Command, f64)> {
        let value = &state.get(Slot::Value)?.tokens;
        let colour = self.colour(value).map(Given::Value)?;
        let ground = |scene: usize| {
            let has = self.spec(scene, "background").is_some();
            has.then(|| Act::Set { param: "background".into(), value: colour.clone() })
        };
        let command = self.every(None, ground);
        let some = matches!(&command, Command::Scenes { options, .. } if !options.is_empty());
        some.then_some((command, 0.0))
    }

    /// Another look of the same scene.
    pub(super) fn another_look(&self, state: &State) -> Option<(Command, f64)> {
        let next = |scene: usize| {
            let view = &self.inventory.scenes[scene];
            let present = view.value("variant").and_then(serde_json::Value::as_f64).unwrap_or(1.0);
            let value = Given::Value(Value::Number(Number::new(present + 1.0)?));
            view.is_template().then(|| Act::Set { param: "variant".into(), value })
        };
        let command = self.every(state.pick(), next);
        let some = matches!(&command, Command::Scenes { options, .. } if !options.is_empty());
        some.then_some((command, 0.3))
    }

    /// A word of taste that a theme answers.
    pub(super) fn look_of(&self, state: &State) -> Option<(Command, f64)> {
        let style = state.bindings.iter().find_map(|binding| match binding.bound {
            Bound::Look(style) => self.grammar.styles.get(style),
            _ => None,
        });
        let (theme, _) = style?;
        let value = Given::Value(Value::Text(theme.clone()));
        let themed = |scene: usize| {
            let themed = self.spec(scene, "theme").is_some() && self.inventory.scenes[scene].is_template();
            themed.then(|| Act::Set { param: "theme".into(), value: value.clone() })
        };
        let noun = state.noun().and_then(|noun| noun.pick.clone());
        let command = self.every(state.pick().or(noun), themed);
        let some = matches!(&command, Command::Scenes { options, .. } if !options.is_empty());
        some.then_some((command, 0.3))
    }

    pub(super) fn retemplate(&self, state: &State) -> Option<(Command, f64)> {
        let Bound::Template(template) = state.get(Slot::Template)?.bound else { return None };
        let other = |scene: usize| {
            let view = &self.inventory.scenes[scene];
            (view.is_template() && view.template() != Some(template)).then_some(Act::Retemplate(template))
        };
        let command = self.every(state.pick(), other);
        let some = matches!(&command, Command::Scenes { options, .. } if !options.is_empty());
        let there = self.inventory.scenes.iter().any(|view| view.template() == Some(template));
        some.then_some((command, if there { 0.8 } else { 0.3 }))
    }

    pub(super) fn trim(&self, state: &State, length: impl Fn(Number) -> Length) -> Option<(Command, f64)> {
        let seconds = Number::new(state.seconds()?)?;
        Some((self.every(state.pick(), |_| Some(Act::Trim(length(seconds)))), 0.0))
    }

    pub(super) fn moved(&self, state: &State) -> Option<(Command, f64)> {
        let picks = state.picks();
        if let Some(Bound::Pairs(pairs)) = state.get(Slot::Pairs).map(|binding| &binding.bound) {
            let [(one, other)] = pairs[..] else { return None };
            let both = vec![one.wrapping_sub(1), other.wrapping_sub(1)];
            return Some((Command::Swap(Pick::These(both), None), 0.0));
        }
        if let Some(Bound::Place(place)) = state.get(Slot::Place).map(|binding| &binding.bound) {
            return Some((Command::Move(picks.first()?.clone(), place.clone()), 0.0));
        }
        match picks.as_slice() {
            [pick] if state.bindings.len() == 1 && self.starts_or_ends(state) => {
                let place = if self.is(state.bindings[0].tokens.start.saturating_sub(2), &["end", "finish", "close"])
                    || self.ends_with(state)
                {
                    Place::Last
                } else {
                    Place::At(0)
                };
                Some((Command::Move(pick.clone(), place), 0.0))
            }
            [pick] => Some((Command::Swap(pick.clone(), None), 0.0)),
            [one, other] => Some((Command::Swap(one.clone(), Some(other.clone())), 0.0)),
            _ => None,
        }
    }

    /// `start with the chart`, `end the video with it`.
    pub(super) fn starts_or_ends(&self, state: &State) -> bool {
        self.is(state.bindings[0].tokens.start.wrapping_sub(1), &["with"])
    }

    pub(super) fn ends_with(&self, state: &State) -> bool {
        let with = state.bindings[0].tokens.start;
        (with.saturating_sub(6)..with).any(|token| self.is(token, &["end", "finish", "close"]))
    }
}

/// A transition between the scenes that a sentence names.
pub(super) fn transition(state: &State) -> Command {
    let style = state.bindings.iter().find_map(|binding| match binding.bound {
        Bound::Style(style) => Some(style),
        _ => None,
    });
    let style = style.unwrap_or(TransitionStyle::None);
    let (from, to) = (state.pick(), state.other());
    let pairs = match (state.get(Slot::Pairs).map(|binding| &binding.bound), from, to) {
        (Some(Bound::Pairs(pairs)), _, _) => Ends::Pairs(Rc::clone(pairs)),
        (_, Some(from), Some(to)) => Ends::Between(from, Some(to)),
        (_, Some(pick), None) => match &pick {
            Pick::These(scenes) if scenes.len() == 2 => Ends::Between(pick, None),
            Pick::Both => Ends::Between(pick, None),
            _ => Ends::After(pick),
        },
        (_, None, Some(to)) => Ends::Before(to),
        (_, None, None) => Ends::All,
    };
    Command::Transition { pairs, style }
}

/// The style of one scene for another.
pub(super) fn copy(state: &State) -> Option<(Command, f64)> {
    let picks = state.picks();
    let params = match state.get(Slot::Looks).map(|binding| &binding.bound) {
        Some(Bound::Looks(params)) => Rc::clone(params),
        _ => Rc::new([]),
    };
    let gets = state.other();
    let (to, from) = match (gets, picks.as_slice()) {
        (Some(to), [..]) => (Some(to), state.pick()?),
        (None, [from]) => (None, from.clone()),
        (None, [to, from]) => (Some(to.clone()), from.clone()),
        _ => return None,
    };
    (to.as_ref() != Some(&from)).then_some((Command::Copy { to, from, params }, 0.0))
}
