//! A parameter is given a value.

use std::ops::Range;
use std::rc::Rc;

use serde_json::Value as Json;

use super::measure::suits;
use super::{Act, Choice, Command, with_options};
use crate::route::Given;
use crate::route::edit::given::Outcome;
use crate::route::edit::inventory::Part;
use crate::route::edit::noun::{Facet, Noun, What};
use crate::route::edit::pick::Pick;
use crate::route::edit::reader::{Bound, Reader, State};
use crate::route::edit::slot::Slot;
use crate::template::{ParamSpec, ParamType, common_params};
use crate::value::{Oklch, Point, Value};

/// Colours of less chroma than this are greys to the eye.
const GREY: f64 = 0.04;

/// What a verb of painting speaks for a colour that is given to a scene as such.
const PAINT: f64 = 0.2;

impl Reader<'_> {
    pub(super) fn set(&self, state: &State) -> Option<(Command, f64)> {
        let loose = state.get(Slot::Words);
        let value = state.get(Slot::Value).or(loose)?.tokens.clone();
        let given = |scene: usize, spec: &ParamSpec| match loose {
            Some(_) => self.given(scene, spec, value.clone()),
            None => self.given_name(scene, spec, value.clone()),
        };
        let Some(noun) = state.noun() else { return self.set_bare(&value, state) };
        // `thicker outline, 4 px`: what is given is of the same quantity.
        let scale = state.bindings.iter().find_map(|binding| match binding.bound {
            Bound::Scale(of, by) => Some((of, by)),
            _ => None,
        });
        let (mut options, mut wrong) = (self.told_of_whole(noun, &value), None);
        for scene in self.every_scene() {
            for (param, cost) in self.targets(noun, scene) {
                let Some(spec) = self.spec(scene, &param).filter(|spec| spec.name != "format") else { continue };
                if scale.is_some_and(|(of, by)| suits(spec, Some(of), by).is_none()) {
                    continue;
                }
                match given(scene, spec) {
                    Outcome::Value(given, more) => {
                        let has = self.has(scene, &param);
                        options.push(Choice { scene, act: Act::Set { param, value: given }, cost: cost + more, has });
                    }
                    Outcome::Wrong(message) if cost < 0.5 => wrong = Some(format!("`{}`: {message}", spec.label)),
                    _ => {}
                }
            }
        }
        if scale.is_none() {
            options.extend(self.own_choices(noun, &value));
        }
        with_options(options, noun.pick.clone().or_else(|| state.pick()), wrong)
    }

    /// `make it blue`: what the scene is about has the colour. Black, white and what lies between are said of grounds and of
    /// letters as well, so that they are left open.
    pub(super) fn paint(&self, state: &State) -> Option<(Command, f64)> {
        let (Command::Scenes { options, pick }, cost) = self.set(state)? else { return None };
        let is_paint = |choice: &Choice| match &choice.act {
            Act::Set { param, value: Given::Value(Value::Colour(colour)) } => {
                **param == *"accent" && Oklch::of(colour).c > GREY
            }
            _ => false,
        };
        let options: Vec<Choice> = options.into_iter().filter(is_paint).collect();
        (!options.is_empty()).then_some((Command::Scenes { options, pick }, cost - PAINT))
    }

    /// `horizontal bars`: a choice of the scene that shows what is named.
    fn own_choices(&self, noun: &Noun, tokens: &Range<usize>) -> Vec<Choice> {
        let shown = |choice: &&Choice| noun.mentions.iter().any(|mention| mention.scene == choice.scene);
        let own = |choice: &&Choice| {
            let Act::Set { param, .. } = &choice.act else { return false };
            let specs = self.inventory.scenes[choice.scene].own();
            specs.iter().any(|spec| *spec.name == **param && matches!(spec.kind, ParamType::Choice(_)))
        };
        let told = self.telling_of(tokens);
        told.iter()
            .filter(shown)
            .filter(own)
            .map(|choice| Choice { cost: choice.cost + 0.5, ..choice.clone() })
            .collect()
    }

    /// What a value says of whole scenes, where these are named: `everything should bounce in`.
    pub(super) fn told_of_whole(&self, noun: &Noun, tokens: &Range<usize>) -> Vec<Choice> {
        if noun.aspect.is_some() || !noun.mentions.iter().any(|mention| mention.what == What::Thing(None)) {
            return Vec::new();
        }
        let whole = |choice: &&Choice| {
            noun.mentions.iter().any(|mention| mention.scene == choice.scene && mention.what == What::Thing(None))
        };
        // What is said of all is hardly what one of them has alone.
        let alone = |choice: &Choice| {
            let own = |param: &str| !common_params().iter().any(|spec| spec.name == param);
            noun.pick == Some(Pick::All) && choice.act.param().is_some_and(own)
        };
        let told = self.telling_of(tokens);
        let dearer =
            |choice: &Choice| Choice { cost: choice.cost + if alone(choice) { 0.5 } else { 0.0 }, ..choice.clone() };
        told.iter().filter(whole).map(dearer).collect()
    }

    /// A value that says by itself what it is of: `pastel`, `serif`, `81%`, `snow`.
    pub(super) fn set_bare(&self, tokens: &Range<usize>, state: &State) -> Option<(Command, f64)> {
        with_options(self.telling_of(tokens).to_vec(), state.pick(), None)
    }

    /// What a value says of each scene without the name of a parameter.
    fn telling_of(&self, tokens: &Range<usize>) -> Rc<[Choice]> {
        const LONGEST: usize = 6;
        let key = (tokens.start, tokens.end);
        if let Some(known) = self.told.borrow().get(&key) {
            return Rc::clone(known);
        }
        let mut options = Vec::new();
        let scenes = if tokens.len() > LONGEST || !self.is_typed(tokens) { 0..0 } else { self.every_scene() };
        for scene in scenes {
            let view = &self.inventory.scenes[scene];
            let common = common_params().iter().filter(|spec| view.is_template() && view.spec(&spec.name).is_some());
            for spec in view.own().iter().chain(common) {
                let Some(cost) = self.telling(spec, tokens, view.is_template()) else { continue };
                if let Outcome::Value(value, more) = self.given_name(scene, spec, tokens.clone()) {
                    let act = Act::Set { param: spec.name.as_ref().into(), value };
                    options.push(Choice { scene, act, cost: cost + more, has: self.has(scene, &spec.name) });
                }
            }
        }
        let options: Rc<[Choice]> = options.into();
        self.told.borrow_mut().insert(key, Rc::clone(&options));
        options
    }

    /// Whether a value of a parameter is known for one without the parameter's name, and how little.
    pub(super) fn telling(&self, spec: &ParamSpec, tokens: &Range<usize>, is_template: bool) -> Option<f64> {
        const PLAIN: [&str; 12] =
            ["left", "right", "top", "bottom", "none", "normal", "center", "centre", "slow", "fast", "middle", "no"];
        if self.is(tokens.start, &["the", "this", "that"]) {
            return None;
        }
        // `black` is a weight only where weights are spoken of.
        let colour = spec.name == "weight" && self.colour(tokens).is_some();
        let plain = colour || tokens.len() == 1 && PLAIN.contains(&self.word(tokens.start));
        match (&spec.kind, spec.name.as_ref()) {
            (_, "fps") => self
                .readings(tokens.start)
                .iter()
                .any(|(_, kind)| matches!(kind, crate::value::Kind::Fps(_)))
                .then_some(0.3),
            (_, "format" | "direction" | "logo_position") => None,
            (ParamType::Choice(_) | ParamType::Easing, _) => (!plain).then_some(0.3),
            (ParamType::Factor(_), _) => Some(0.3),
            (ParamType::Percent, _) => self
                .readings(tokens.start)
                .iter()
                .any(|(_, kind)| matches!(kind, crate::value::Kind::Percent(_)))
                .then_some(0.5),
            (ParamType::Money, _) => self
                .readings(tokens.start)
                .iter()
                .any(|(_, kind)| matches!(kind, crate::value::Kind::Money { .. }))
                .then_some(0.5),
            (ParamType::Handle | ParamType::Url, _) => Some(0.5),
            (ParamType::Colour, "accent") if is_template => Some(0.5),
            (ParamType::Text, "font") => {
                self.settings(tokens.start, "font").iter().any(|(end, _)| *end == tokens.end).then_some(0.3)
            }
            _ => None,
        }
    }

    /// `the last scene should say Goodbye`: the only words that a scene shows.
    pub(super) fn saying(&self, state: &State) -> Option<(Command, f64)> {
        let tokens = state.text()?.tokens.clone();
        let mut options = Vec::new();
        for scene in self.every_scene() {
            let view = &self.inventory.scenes[scene];
            let shown = view.own().iter().filter(|spec| {
                matches!(spec.kind, ParamType::Text | ParamType::Prose) && view.value(&spec.name).is_some()
            });
            let shown: Vec<&ParamSpec> = shown.filter(|spec| Facet::of(spec) == Facet::Text).collect();
            let lists = view.own().iter().any(|spec| {
                matches!(spec.kind, ParamType::List | ParamType::Series) && view.value(&spec.name).is_some()
            });
            let [spec] = shown[..] else { continue };
            if lists {
                continue;
            }
            if let Outcome::Value(value, cost) = self.given(scene, spec, tokens.clone()) {
                let act = Act::Set { param: spec.name.as_ref().into(), value };
                options.push(Choice { scene, act, cost, has: true });
            }
        }
        let one = state.pick().filter(|pick| matches!(pick, Pick::These(scenes) if scenes.len() == 1))?;
        with_options(options, Some(one), None)
    }

    /// The side from which something comes; the other of two where none is named.
    pub(super) fn side_of(&self, state: &State) -> Option<(Command, f64)> {
        let side = state.bindings.iter().find_map(|binding| match binding.bound {
            Bound::Side(side) => Some(side),
            _ => None,
        });
        let noun = state.noun();
        let mut options = Vec::new();
        for scene in self.every_scene() {
            let view = &self.inventory.scenes[scene];
            let meant = |noun: &Rc<Noun>| noun.mentions.iter().any(|mention| mention.scene == scene);
            if noun.is_some_and(|noun| !meant(noun)) {
                continue;
            }
            for spec in view.own().iter().chain(view.spec("direction").filter(|_| view.is_template())) {
                let ParamType::Choice(names) = &spec.kind else { continue };
                let present = view.value(&spec.name).and_then(Json::as_str);
                let chosen = match side {
                    Some(side) => names.iter().find(|name| **name == *side),
                    None if names.len() == 2 => {
                        names.iter().find(|name| present.is_some_and(|present| present != name.as_ref()))
                    }
                    None => None,
                };
                let Some(value) = chosen.filter(|_| is_way(spec)) else { continue };
                let value = Given::Value(Value::Text(value.clone().into_owned()));
                let act = Act::Set { param: spec.name.as_ref().into(), value };
                options.push(Choice { scene, act, cost: 0.2, has: self.has(scene, &spec.name) });
            }
        }
        with_options(options, noun.and_then(|noun| noun.pick.clone()), None)
    }

    /// Something in the place of what stands there.
    pub(super) fn set_old(&self, state: &State) -> Option<(Command, f64)> {
        let (spots, value) = (state.spots(Slot::Old)?, state.get(Slot::Value)?.tokens.clone());
        let mut options = Vec::new();
        for spot in spots.iter().filter(|spot| spot.shown.is_empty()) {
            let has = true;
            if let Part::Value(index) = spot.part {
                let point =
                    self.inventory.scenes[spot.scene].params.get(&*spot.param).and_then(|points| points.get(index));
                let Some((figure, cost)) = self.figure_like(point.and_then(|point| point.get("value")), &value) else {
                    continue;
                };
                let label = point.and_then(|point| point.get("label")).and_then(Json::as_str).unwrap_or_default();
                let given = Given::Point(Point { label: label.to_owned(), value: figure });
                options.push(Choice {
                    scene: spot.scene,
                    act: Act::Set { param: Rc::clone(&spot.param), value: given },
                    cost,
                    has,
                });
                continue;
            }
            let Some(spec) = self.spec(spot.scene, &spot.param) else { continue };
            if let Outcome::Value(given, cost) = self.given(spot.scene, spec, value.clone()) {
                options.push(Choice {
                    scene: spot.scene,
                    act: Act::Set { param: Rc::clone(&spot.param), value: given },
                    cost,
                    has,
                });
            }
        }
        with_options(options, state.noun().and_then(|noun| noun.pick.clone()), None)
    }
}

/// Whether a choice says which way something goes.
pub(super) fn is_way(spec: &ParamSpec) -> bool {
    let name = spec.name.to_lowercase();
    let words = ["direction", "from", "turning", "way", "side", "heading", "flow", "spin", "rotation"];
    words.iter().any(|word| name.contains(word))
        || spec.says.iter().any(|say| say.contains("direction") || say.contains("way"))
}
