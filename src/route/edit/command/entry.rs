//! Items and points come and go.

use std::ops::Range;
use std::rc::Rc;

use serde_json::Value as Json;

use super::{Act, Choice, Command, with_options};
use crate::route::Given;
use crate::route::edit::inventory::Part;
use crate::route::edit::noun::What;
use crate::route::edit::place::Edge;
use crate::route::edit::reader::{Bound, Reader, State};
use crate::route::edit::said::Spot;
use crate::route::edit::slot::Slot;
use crate::template::{ParamSpec, ParamType};
use crate::text::fold;
use crate::value::{Number, Point, Value};

/// The words of a label and of its value.
type Pair = (Range<usize>, Range<usize>);

impl Reader<'_> {
    pub(super) fn insert(&self, state: &State) -> Option<(Command, f64)> {
        let noun = state.noun();
        let point = state.bindings.iter().find_map(|binding| match &binding.bound {
            Bound::Point(label, value) => Some((label.clone(), value.clone())),
            _ => None,
        });
        if let Some(spots) = state.spots(Slot::Entry) {
            return self.insert_beside(state, spots);
        }
        let text = state.text().map(|binding| binding.tokens.clone());
        let at = state.bindings.iter().find_map(|binding| match binding.bound {
            Bound::Edge(Edge::First) => Some(1),
            _ => None,
        });
        let mut options = Vec::new();
        for scene in self.every_scene() {
            let view = &self.inventory.scenes[scene];
            let lists: Vec<&ParamSpec> =
                view.own().iter().filter(|spec| matches!(spec.kind, ParamType::List | ParamType::Series)).collect();
            let named = noun.map(|noun| self.targets(noun, scene));
            for spec in &lists {
                let of = named.as_ref().is_some_and(|named| named.iter().any(|(param, _)| **param == *spec.name));
                let whole = noun.is_none_or(|noun| {
                    noun.mentions.iter().any(|mention| mention.scene == scene && matches!(mention.what, What::Thing(_)))
                });
                let only = lists.len() == 1 && *spec.name != *"columns";
                if !(of || whole && only || whole && spec.required) {
                    continue;
                }
                let Some((value, cost)) = self.inserted(view.value(&spec.name), spec, (text.as_ref(), point.as_ref()))
                else {
                    continue;
                };
                let act = Act::Insert { param: spec.name.as_ref().into(), value, at };
                options.push(Choice { scene, act, cost, has: self.has(scene, &spec.name) });
            }
        }
        with_options(options, noun.and_then(|noun| noun.pick.clone()), None)
    }

    /// `put Tea after Coffee`: a new item beside one that is there.
    fn insert_beside(&self, state: &State, spots: &[Spot]) -> Option<(Command, f64)> {
        let text = &state.text()?.tokens;
        let before = self.is(text.end, &["before", "above"]);
        let of_list = |spot: &&Spot| matches!(spot.part, Part::Item(_)) && (spot.whole || self.only_with(spot));
        let mut options = Vec::new();
        for spot in spots.iter().filter(of_list) {
            let (Part::Item(index), Some(spec)) = (spot.part, self.spec(spot.scene, &spot.param)) else { continue };
            let present = self.inventory.scenes[spot.scene].value(&spot.param);
            let Some((value, cost)) = self.inserted(present, spec, (Some(text), None)) else { continue };
            let at = Some(index + if before { 1 } else { 2 });
            options.push(Choice {
                scene: spot.scene,
                act: Act::Insert { param: Rc::clone(&spot.param), value, at },
                cost,
                has: true,
            });
        }
        with_options(options, None, None)
    }

    pub(super) fn inserted(
        &self,
        present: Option<&Json>,
        spec: &ParamSpec,
        (text, point): (Option<&Range<usize>>, Option<&Pair>),
    ) -> Option<(Given, f64)> {
        match (&spec.kind, text, point) {
            (ParamType::List, Some(tokens), _) if is_of_pictures(spec) && self.picture_of(tokens).is_none() => None,
            (ParamType::List, Some(tokens), _) if self.is_pair(tokens) => None,
            (ParamType::List, Some(tokens), _) if self.has_entry(spec, present, tokens) => None,
            (ParamType::List, Some(tokens), _) => {
                // `the bonus track "Foghorn"`.
                const LONGEST: usize = 4;
                let named = tokens
                    .clone()
                    .take(LONGEST)
                    .find(|token| self.utterance.quote_at(*token).is_some_and(|(quote, _)| quote.end == tokens.end));
                let named = named.filter(|named| {
                    (tokens.start..*named).all(|token| !self.is_edge(token) && !self.is(token, &[","]))
                });
                let tokens = &(named.unwrap_or(tokens.start)..tokens.end);
                let quoted = self.utterance.quote_at(tokens.start).is_some();
                let colour =
                    !quoted && (self.colour(tokens).is_some() || !self.settings(tokens.start, "effect").is_empty());
                let known = self.nouns(tokens.start).iter().any(|(end, _)| *end == tokens.end) && !quoted;
                let strange = if colour { 3.0 } else { 0.0 } + if known { 1.5 } else { 0.0 } + self.strangeness(tokens);
                Some((Given::Value(Value::Text(self.typed(tokens))), self.text_cost(tokens) + strange))
            }
            (ParamType::Series, None, Some((label, value))) => {
                let points = present.and_then(Json::as_array).map_or(&[][..], Vec::as_slice);
                let like = points.last().and_then(|point| point.get("value"));
                let default = Json::String(String::new());
                let (figure, cost) = self.figure_like(like.or(Some(&default)), value)?;
                let quoted = self.utterance.quote_at(label.start).is_some();
                let long = if quoted { 0.0 } else { self.text_cost(label) + self.strangeness(label) };
                let typed = self.typed(label);
                let same = |point: &&Json| point["label"].as_str().is_some_and(|own| fold(own) == fold(&typed));
                let known = points.iter().find(same).and_then(|point| point["label"].as_str());
                let label = known.map_or(typed, str::to_owned);
                Some((Given::Point(Point { label, value: figure }), cost + long))
            }
            _ => None,
        }
    }

    /// Whether words are an item with a figure, as no plain list has them: `Drawing for $50`.
    fn is_pair(&self, tokens: &Range<usize>) -> bool {
        self.utterance.quote_at(tokens.start).is_none()
            && (tokens.start + 1..tokens.end).any(|token| {
                let figure = self.readings(token + 1).iter().any(|(end, _)| *end == tokens.end);
                self.is(token, &["for", "at", "with"]) && figure
            })
    }

    /// Whether words begin with an entry of a list: it is not put in once more, but elsewhere.
    fn has_entry(&self, spec: &ParamSpec, present: Option<&Json>, tokens: &Range<usize>) -> bool {
        let items = present.and_then(Json::as_array).map_or(&[][..], Vec::as_slice);
        let named = self.entries(tokens.start);
        named.iter().filter(|(end, _)| *end <= tokens.end).any(|(_, spots)| {
            let of_it = |spot: &Spot| spot.whole && *spot.param == *spec.name;
            spots.iter().any(|spot| of_it(spot) && items.iter().any(|item| item.as_str() == Some(&spot.shown)))
        })
    }

    /// Unquoted words that do not begin with a capital letter are seldom a new entry.
    pub(super) fn strangeness(&self, tokens: &Range<usize>) -> f64 {
        let quoted = self.utterance.quote_at(tokens.start).is_some();
        let number = self.utterance.text().tokens().get(tokens.start).is_some_and(crate::text::Token::is_number);
        let article = self
            .is(tokens.start, &["a", "an", "the", "some", "more", "another", "one", "it", "this", "that", "in", "to"]);
        match (quoted, article) {
            (true, _) => 0.0,
            (_, true) => 4.0,
            _ if self.utterance.capital(tokens.start) || number => 0.3,
            _ => 1.5,
        }
    }

    pub(super) fn remove(&self, state: &State) -> Option<(Command, f64)> {
        let noun = state.noun();
        if let Some(spots) = state.spots(Slot::Entry) {
            let mut options: Vec<Choice> = Vec::new();
            for spot in spots.iter().filter(|spot| matches!(spot.part, Part::Item(_) | Part::Label(_))) {
                let within = noun.is_none_or(|noun| noun.mentions.iter().any(|mention| mention.scene == spot.scene));
                if within && (spot.whole || self.only_with(spot)) {
                    let act = Act::Remove { param: Rc::clone(&spot.param), value: Some(self.full(spot)) };
                    if !options.iter().any(|known| known.scene == spot.scene && known.act == act) {
                        options.push(Choice {
                            scene: spot.scene,
                            act,
                            cost: if spot.whole { 0.0 } else { 0.5 },
                            has: true,
                        });
                    }
                }
            }
            return with_options(options, noun.and_then(|noun| noun.pick.clone()), None);
        }
        let noun = noun?;
        let mut options = Vec::new();
        for scene in self.every_scene() {
            for (param, cost) in self.targets(noun, scene).into_iter().filter(|(_, cost)| *cost < 0.5) {
                options.extend(self.emptied(scene, &param).map(|act| Choice {
                    scene,
                    act,
                    cost,
                    has: self.has(scene, &param),
                }));
            }
        }
        with_options(options, noun.pick.clone(), None)
    }

    /// A parameter with nothing in it.
    pub(super) fn emptied(&self, scene: usize, param: &Rc<str>) -> Option<Act> {
        let view = &self.inventory.scenes[scene];
        let spec = view.spec(param).filter(|spec| !spec.required)?;
        match &spec.kind {
            ParamType::Number | ParamType::Percent if !view.is_template() => {
                let zero = spec.check(Value::Number(Number::from(0))).ok()?;
                Some(Act::Set { param: Rc::clone(param), value: Given::Value(zero) })
            }
            ParamType::Choice(names) => {
                let none = names.iter().find(|name| ["none", "as-typed"].contains(&name.as_ref()))?;
                Some(Act::Set { param: Rc::clone(param), value: Given::Value(Value::Text(none.clone().into_owned())) })
            }
            _ if view.is_template() && view.value(param).is_some() => {
                Some(Act::Remove { param: Rc::clone(param), value: None })
            }
            ParamType::Colour
            | ParamType::Ground
            | ParamType::Seconds
            | ParamType::Factor(_)
            | ParamType::Number
            | ParamType::Percent
            | ParamType::Easing => None,
            _ => Some(Act::Remove { param: Rc::clone(param), value: None }),
        }
    }

    /// An item that goes from one list of a scene to another.
    pub(super) fn carry(&self, state: &State) -> Option<(Command, f64)> {
        let spots = state.spots(Slot::Entry)?;
        let target = state.bindings.iter().rev().find_map(|binding| match &binding.bound {
            Bound::Noun(noun) => Some(noun),
            _ => None,
        })?;
        let mut options = Vec::new();
        for spot in
            spots.iter().filter(|spot| matches!(spot.part, Part::Item(_)) && (spot.whole || self.only_with(spot)))
        {
            for (to, cost) in self.targets(target, spot.scene) {
                let list = self.spec(spot.scene, &to).is_some_and(|spec| spec.kind == ParamType::List);
                if list && to != spot.param {
                    let act = Act::Carry { param: Rc::clone(&spot.param), to, value: self.full(spot) };
                    options.push(Choice { scene: spot.scene, act, cost, has: true });
                }
            }
        }
        with_options(options, None, None)
    }
}

/// Whether the items of a list are pictures.
pub(super) fn is_of_pictures(spec: &ParamSpec) -> bool {
    ["images", "pictures", "photos", "logos"].iter().any(|name| spec.name.contains(name))
}
