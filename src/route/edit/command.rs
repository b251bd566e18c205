//! A sentence that stands in a request, as what it would do to each scene.

use std::ops::Range;
use std::rc::Rc;

use serde_json::Value as Json;

use super::amount::Degree;
use super::given::Outcome;
use super::grammar::{Kind, Quantity, Rule};
use super::inventory::Part;
use super::noun::{Facet, Noun};
use super::pick::Pick;
use super::place::Place;
use super::reader::{Bound, Reader, State};
use super::said::Spot;
use super::slot::Slot;
use crate::request::Format;
use crate::route::{Given, Length, TransitionStyle};
use crate::template::{ParamSpec, ParamType};
use crate::value::{Figure, Number, Point, Value};

/// What a sentence wants.
#[derive(Debug, Clone)]
pub(super) enum Command {
    /// Something of one scene or several: what it would be in each scene that has it.
    Scenes { options: Vec<Choice>, pick: Option<Pick> },
    Move(Pick, Place),
    Swap(Pick, Option<Pick>),
    Rename(Pick, String),
    Split(Pick, Option<f64>),
    Merge(Pick, Option<Pick>),
    Keep(Pick),
    Transfer { from: Pick, to: Pick, seconds: f64 },
    Transition { pairs: Ends, style: TransitionStyle },
    Copy { to: Option<Pick>, from: Pick, params: Rc<[&'static str]> },
    Undo,
    Redo,
    Reformat(Format),
    /// It is understood, and it cannot be done: why.
    Trouble(String),
}

/// Between which scenes a transition is.
#[derive(Debug, Clone)]
pub(super) enum Ends {
    All,
    Pairs(Rc<[(usize, usize)]>),
    Between(Pick, Option<Pick>),
    Before(Pick),
    After(Pick),
}

/// What a sentence would do to a scene.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    pub(super) scene: usize,
    pub(super) act: Act,
    /// How much is against it.
    pub(super) cost: f64,
    /// Whether the scene has now what is talked about.
    pub(super) has: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Act {
    Set { param: Rc<str>, value: Given },
    Scale { param: Rc<str>, by: f64 },
    Insert { param: Rc<str>, value: Given, at: Option<usize> },
    Remove { param: Rc<str>, value: Option<String> },
    Carry { param: Rc<str>, to: Rc<str>, value: String },
    Replace { from: String, to: String },
    Retemplate(usize),
    Delete,
    Duplicate,
    Trim(Length),
}

impl Reader<'_> {
    /// What a sentence of a rule wants, with what is against it; nothing if no scene has what it talks about.
    pub(super) fn command(&self, rule: &Rule, state: &State, tokens: &Range<usize>) -> Option<(Command, f64)> {
        let pick = || self.pick(state, false);
        let both = || Some((self.pick(state, false)?, self.pick(state, true)));
        Some(match rule.op {
            Kind::Set => return self.set(rule.bare, state),
            Kind::Side => return self.side_of(state),
            Kind::Picture => return self.picture(state),
            Kind::Point => return self.point(state),
            Kind::SetOld => return self.set_old(state, tokens),
            Kind::ReplaceText => return self.replace(state),
            Kind::Spelling => return self.respell(state),
            Kind::Scale => return self.scale(rule.bare, state),
            Kind::Shift => return self.shift_time(state),
            Kind::Insert => return self.insert(state),
            Kind::Remove => return self.remove(state),
            Kind::TransferEntry => return self.carry(state),
            Kind::CopyStyle => return self.copy(state),
            Kind::Retemplate => return self.retemplate(state),
            Kind::Delete => return Some((self.every(pick(), |_| Some(Act::Delete)), 0.0)),
            Kind::Duplicate => return Some((self.every(pick(), |_| Some(Act::Duplicate)), 0.0)),
            Kind::Trim => return self.trim(state, Length::Seconds),
            Kind::TrimBy => return self.trim(state, Length::By),
            Kind::TrimLess => return self.trim(state, |seconds| Length::By(negative(seconds))),
            Kind::Keep => (Command::Keep(pick()?), 0.0),
            Kind::Move => return self.moved(state),
            Kind::Transfer => {
                let (from, to) = both()?;
                let Some(Bound::Seconds(seconds)) = state.get(Slot::Seconds).map(|binding| &binding.bound) else { return None };
                (Command::Transfer { from, to: to?, seconds: *seconds }, 0.0)
            }
            Kind::Rename => {
                let text = state.get(Slot::Text)?;
                (Command::Rename(pick()?, self.typed(&text.tokens)), self.text_cost(&text.tokens))
            }
            Kind::Undo => (Command::Undo, 0.0),
            Kind::Redo => (Command::Redo, 0.0),
            Kind::Reformat => match state.get(Slot::Format)?.bound {
                Bound::Format(format) => (Command::Reformat(format), 0.0),
                _ => return None,
            },
            Kind::Transition => return self.transition(state),
            Kind::Merge => {
                let (one, other) = both()?;
                (Command::Merge(one, other), 0.0)
            }
            Kind::Split => {
                let at = state.get(Slot::Seconds).and_then(|binding| match binding.bound {
                    Bound::Seconds(seconds) => Some(seconds),
                    _ => None,
                });
                (Command::Split(pick()?, at), 0.0)
            }
        })
    }

    /// The scenes that a slot names.
    fn pick(&self, state: &State, second: bool) -> Option<Pick> {
        state.bindings.iter().find_map(|binding| match (&binding.slot, &binding.bound) {
            (Slot::Scene { second: own, .. }, Bound::Scenes(pick)) if *own == second => Some(pick.clone()),
            _ => None,
        })
    }

    fn picks(&self, state: &State) -> Vec<Pick> {
        let scenes = state.bindings.iter().filter_map(|binding| match &binding.bound {
            Bound::Scenes(pick) => Some(pick.clone()),
            _ => None,
        });
        scenes.collect()
    }

    fn noun<'s>(&self, state: &'s State) -> Option<&'s Rc<Noun>> {
        match &state.get(Slot::Param)?.bound {
            Bound::Noun(noun) => Some(noun),
            _ => None,
        }
    }

    fn spots<'s>(&self, state: &'s State, slot: Slot) -> Option<&'s Rc<[Spot]>> {
        match &state.get(slot)?.bound {
            Bound::Spots(spots) => Some(spots),
            _ => None,
        }
    }

    /// The same in every scene.
    fn every(&self, pick: Option<Pick>, act: impl Fn(usize) -> Option<Act>) -> Command {
        let option = |scene| act(scene).map(|act| Choice { scene, act, cost: 0.0, has: true });
        Command::Scenes { options: (0..self.inventory.count()).filter_map(option).collect(), pick }
    }

    fn every_scene(&self) -> Range<usize> {
        0..self.inventory.count()
    }

    fn spec(&self, scene: usize, param: &str) -> Option<&ParamSpec> {
        self.inventory.scenes[scene].spec(param)
    }

    fn has(&self, scene: usize, param: &str) -> bool {
        self.inventory.scenes[scene].value(param).is_some()
    }

    /// Options as a command; if there is none, the reason why, where one is known.
    fn with_options(&self, options: Vec<Choice>, pick: Option<Pick>, wrong: Option<String>) -> Option<(Command, f64)> {
        let least = options.iter().map(|choice| choice.cost).min_by(f64::total_cmp);
        match (least, wrong) {
            (Some(cost), _) => Some((Command::Scenes { options, pick }, cost)),
            (None, Some(message)) => Some((Command::Trouble(message), 6.0)),
            (None, None) => None,
        }
    }

    fn set(&self, bare: bool, state: &State) -> Option<(Command, f64)> {
        let loose = state.get(Slot::Words);
        let value = state.get(Slot::Value).or(loose)?.tokens.clone();
        let given = |scene: usize, spec: &ParamSpec| match loose {
            Some(_) => self.given(scene, spec, value.clone()),
            None => self.given_name(scene, spec, value.clone()),
        };
        let Some(noun) = self.noun(state) else { return self.set_bare(bare, value.clone(), state) };
        let (mut options, mut wrong) = (self.told_of_whole(noun, &value), None);
        for scene in self.every_scene() {
            for (param, cost) in self.targets(noun, scene) {
                let Some(spec) = self.spec(scene, &param).filter(|spec| spec.name != "format") else { continue };
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
        for choice in self.telling_of(&value, noun.mentions.iter().map(|mention| mention.scene)) {
            let choice = Choice { cost: choice.cost + 0.5, ..choice };
            if matches!(&choice.act, Act::Set { param, .. } if self.spec(choice.scene, param).is_some_and(|spec| matches!(spec.kind, ParamType::Choice(_)) && self.inventory.scenes[choice.scene].own().iter().any(|own| own.name == spec.name))) {
                options.push(choice);
            }
        }
        self.with_options(options, noun.pick.clone().or_else(|| self.pick(state, false)), wrong)
    }

    /// A value that says by itself what it is of: `pastel`, `serif`, `81%`, `snow`.
    fn set_bare(&self, _bare: bool, tokens: Range<usize>, state: &State) -> Option<(Command, f64)> {
        self.with_options(self.telling_of(&tokens, self.every_scene()), self.pick(state, false), None)
    }

    /// What a value says of whole scenes, where these are named: `everything should bounce in`.
    fn told_of_whole(&self, noun: &Noun, tokens: &Range<usize>) -> Vec<Choice> {
        let whole = |mention: &&super::noun::Mention| mention.what == super::noun::What::Thing(None);
        let scenes = noun.mentions.iter().filter(whole).map(|mention| mention.scene);
        if noun.aspect.is_some() { Vec::new() } else { self.telling_of(tokens, scenes) }
    }

    /// What a value says of scenes without the name of a parameter.
    fn telling_of(&self, tokens: &Range<usize>, scenes: impl Iterator<Item = usize>) -> Vec<Choice> {
        let mut options = Vec::new();
        for scene in scenes {
            let view = &self.inventory.scenes[scene];
            let common = crate::template::common_params().iter().filter(|spec| view.is_template() && view.spec(&spec.name).is_some());
            for spec in view.own().iter().chain(common) {
                let Some(cost) = self.telling(spec, &tokens, view.is_template()) else { continue };
                if let Outcome::Value(value, more) = self.given_name(scene, spec, tokens.clone()) {
                    let act = Act::Set { param: spec.name.as_ref().into(), value };
                    options.push(Choice { scene, act, cost: cost + more, has: self.has(scene, &spec.name) });
                }
            }
        }
        options
    }

    /// Whether a value of a parameter is known for one without the parameter's name, and how little.
    fn telling(&self, spec: &ParamSpec, tokens: &Range<usize>, is_template: bool) -> Option<f64> {
        const PLAIN: [&str; 12] = ["left", "right", "top", "bottom", "none", "normal", "center", "centre", "slow", "fast", "middle", "no"];
        if self.is(tokens.start, &["the", "this", "that"]) {
            return None;
        }
        let plain = tokens.len() == 1 && PLAIN.contains(&self.word(tokens.start));
        match (&spec.kind, spec.name.as_ref()) {
            (_, "fps") => self.readings(tokens.start).iter().any(|(_, kind)| matches!(kind, crate::value::Kind::Fps(_))).then_some(0.3),
            (_, "format" | "direction" | "logo_position" | "exit") => None,
            (ParamType::Choice(_) | ParamType::Easing, _) => (!plain).then_some(0.3),
            (ParamType::Factor(_), _) => Some(0.3),
            (ParamType::Percent, _) => self.readings(tokens.start).iter().any(|(_, kind)| matches!(kind, crate::value::Kind::Percent(_))).then_some(0.5),
            (ParamType::Money | ParamType::Handle | ParamType::Url, _) => Some(0.5),
            (ParamType::Colour, "accent") if is_template => Some(0.5),
            (ParamType::Text, "font") => self.settings(tokens.start, "font").iter().any(|(end, _)| *end == tokens.end).then_some(0.3),
            _ => None,
        }
    }

    /// The side from which something comes; the other of two where none is named.
    fn side_of(&self, state: &State) -> Option<(Command, f64)> {
        let side = state.bindings.iter().find_map(|binding| match binding.bound {
            Bound::Side(side) => Some(side),
            _ => None,
        });
        let noun = self.noun(state);
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
                    None if names.len() == 2 => names.iter().find(|name| present.is_some_and(|present| present != name.as_ref())),
                    None => None,
                };
                let Some(value) = chosen.filter(|_| is_way(spec)) else { continue };
                let value = Given::Value(Value::Text(value.clone().into_owned()));
                let act = Act::Set { param: spec.name.as_ref().into(), value };
                options.push(Choice { scene, act, cost: 0.2, has: self.has(scene, &spec.name) });
            }
        }
        self.with_options(options, noun.and_then(|noun| noun.pick.clone()), None)
    }

    /// A picture that came with the request, or that it names: behind a scene, as its logo, or where it has a place for one.
    fn picture(&self, state: &State) -> Option<(Command, f64)> {
        let picture = self.picture_of(&state.get(Slot::Picture)?.tokens)?;
        let (first, last) = (state.bindings.first()?.tokens.start.saturating_sub(4), self.len());
        let says = |words: &[&str]| (first..last).any(|token| self.is(token, words));
        let noun = self.noun(state);
        let mut options = Vec::new();
        for scene in self.every_scene() {
            let view = &self.inventory.scenes[scene];
            let place = match () {
                () if says(&["logo", "watermark"]) && view.spec("logo").is_some() => Some(("logo", 0.0)),
                () if says(&["behind", "background", "backdrop"]) && view.spec("background_image").is_some() => Some(("background_image", 0.0)),
                () => None,
            };
            let own = view.own().iter().find(|spec| spec.kind == ParamType::Image).map(|spec| (spec.name.as_ref(), 0.1));
            let list = view.own().iter().find(|spec| spec.kind == ParamType::List && is_of_pictures(spec));
            let named = noun.is_none_or(|noun| noun.mentions.iter().any(|mention| mention.scene == scene));
            let value = || Given::Value(Value::Text(picture.clone()));
            let act = match (place.or(own), list) {
                _ if !named && place.is_none() => continue,
                (Some((param, cost)), _) => (Act::Set { param: param.into(), value: value() }, cost, self.has(scene, param)),
                (None, Some(spec)) => (Act::Insert { param: spec.name.as_ref().into(), value: value(), at: None }, 0.1, true),
                (None, None) => continue,
            };
            options.push(Choice { scene, act: act.0, cost: act.1, has: act.2 });
        }
        self.with_options(options, self.pick(state, false).or_else(|| noun.and_then(|noun| noun.pick.clone())), None)
    }

    fn point(&self, state: &State) -> Option<(Command, f64)> {
        let value = state.get(Slot::Value).or(state.get(Slot::Words))?.tokens.clone();
        let spots = self.spots(state, Slot::Label)?;
        let mut options = Vec::new();
        for spot in spots.iter() {
            let Part::Label(index) = spot.part else { continue };
            let view = &self.inventory.scenes[spot.scene];
            let Some(point) = view.params.get(&*spot.param).and_then(|points| points.get(index)) else { continue };
            let label = point.get("label").and_then(Json::as_str).unwrap_or_default();
            if !spot.whole && !self.only_with(spot) {
                continue;
            }
            if let Some((figure, cost)) = self.figure_like(point.get("value"), &value) {
                let value = Given::Point(Point { label: label.to_owned(), value: figure });
                let act = Act::Set { param: Rc::clone(&spot.param), value };
                options.push(Choice { scene: spot.scene, act, cost, has: true });
            }
        }
        self.with_options(options, None, None)
    }

    /// Whether no other entry of the same list has the words.
    fn only_with(&self, spot: &Spot) -> bool {
        let texts = self.inventory.texts.iter().filter(|shown| shown.scene == spot.scene && shown.param == &*spot.param);
        let same = |part: Part| std::mem::discriminant(&part) == std::mem::discriminant(&spot.part);
        let folded = crate::text::fold(&spot.shown);
        texts.filter(|shown| same(shown.part) && shown.text.folded().contains(&folded)).count() == 1
    }

    /// Words as the value of a point, like the one that is there now.
    fn figure_like(&self, present: Option<&Json>, tokens: &Range<usize>) -> Option<(Figure, f64)> {
        let number = self.number(tokens.start).into_iter().find(|(end, _)| *end == tokens.end);
        match present {
            Some(Json::Number(_)) => {
                let number = number.and_then(|(_, number)| Number::new(number))?;
                Some((Figure::Number(number), 0.0))
            }
            Some(Json::String(text)) => {
                let figure = text.chars().any(|c| c.is_ascii_digit());
                let reads = self.readings(tokens.start).iter().any(|(end, _)| *end == tokens.end);
                if figure && reads {
                    return Some((Figure::Text(self.priced(tokens, Some(text))), 0.0));
                }
                let name = self.utterance.capital(tokens.start) || self.utterance.quote_at(tokens.start).is_some();
                let strange = if figure { 1.5 } else { 0.3 } + if name { 0.0 } else { 1.5 };
                Some((Figure::Text(self.typed(tokens)), self.text_cost(tokens) + strange))
            }
            _ => None,
        }
    }

    /// Something in the place of what stands there.
    fn set_old(&self, state: &State, _tokens: &Range<usize>) -> Option<(Command, f64)> {
        let (spots, value) = (self.spots(state, Slot::Old)?, state.get(Slot::Value)?.tokens.clone());
        let mut options = Vec::new();
        for spot in spots.iter().filter(|spot| spot.shown.is_empty()) {
            let has = true;
            if let Part::Value(index) = spot.part {
                let point = self.inventory.scenes[spot.scene].params.get(&*spot.param).and_then(|points| points.get(index));
                let Some((figure, cost)) = self.figure_like(point.and_then(|point| point.get("value")), &value) else { continue };
                let label = point.and_then(|point| point.get("label")).and_then(Json::as_str).unwrap_or_default();
                let given = Given::Point(Point { label: label.to_owned(), value: figure });
                options.push(Choice { scene: spot.scene, act: Act::Set { param: Rc::clone(&spot.param), value: given }, cost, has });
                continue;
            }
            let Some(spec) = self.spec(spot.scene, &spot.param) else { continue };
            if let Outcome::Value(given, cost) = self.given(spot.scene, spec, value.clone()) {
                options.push(Choice { scene: spot.scene, act: Act::Set { param: Rc::clone(&spot.param), value: given }, cost, has });
            }
        }
        self.with_options(options, self.noun(state).and_then(|noun| noun.pick.clone()), None)
    }

    fn replace(&self, state: &State) -> Option<(Command, f64)> {
        let text = state.get(Slot::Text)?.tokens.clone();
        let to = self.typed(&text);
        let noun = self.noun(state);
        let mut options: Vec<Choice> = Vec::new();
        let of = self.spots(state, Slot::Old).map(|spots| (spots, false)).or_else(|| self.spots(state, Slot::Entry).map(|spots| (spots, true)));
        let (spots, entry) = of?;
        for spot in spots.iter().filter(|spot| !spot.shown.is_empty()) {
            let named = noun.is_none_or(|noun| noun.mentions.iter().any(|mention| mention.scene == spot.scene));
            let from = if entry { self.full(spot) } else { spot.shown.clone() };
            if !named || from == to || entry && !spot.whole && !self.only_with(spot) {
                continue;
            }
            let act = Act::Replace { from, to: to.clone() };
            if !options.iter().any(|known| known.scene == spot.scene && known.act == act) {
                options.push(Choice { scene: spot.scene, act, cost: self.text_cost(&text), has: true });
            }
        }
        let everywhere = (0..self.len()).any(|token| self.is(token, &["everywhere", "wherever", "throughout"]) || self.is(token, &["all", "every"]) && self.is(token + 1, &["scenes", "scene", "over", "time"]));
        let pick = noun.and_then(|noun| noun.pick.clone()).or(everywhere.then_some(Pick::All));
        self.with_options(options, pick, None)
    }

    /// All of the text that a spot is in.
    fn full(&self, spot: &Spot) -> String {
        let text = self.inventory.texts.iter().find(|shown| shown.scene == spot.scene && shown.param == &*spot.param && shown.part == spot.part);
        text.map_or_else(|| spot.shown.clone(), |shown| shown.text.original().to_owned())
    }

    /// A word spelt right, for the one on the screen that is nearly it.
    fn respell(&self, state: &State) -> Option<(Command, f64)> {
        let text = state.get(Slot::Text)?.tokens.clone();
        let to = self.typed(&text);
        let mut options = Vec::new();
        for shown in &self.inventory.texts {
            for token in 0..shown.text.tokens().len() {
                let word = shown.text.typed(token);
                if shown.text.tokens()[token].is_word() && word.to_lowercase() != to.to_lowercase() && is_misspelt(&word.to_lowercase(), &to.to_lowercase()) {
                    let act = Act::Replace { from: word.to_owned(), to: to.clone() };
                    options.push(Choice { scene: shown.scene, act, cost: self.text_cost(&text), has: true });
                }
            }
        }
        self.with_options(options, None, None)
    }

    fn degree(&self, state: &State) -> Option<Degree> {
        match state.get(Slot::Degree)?.bound {
            Bound::Degree(degree) => Some(degree),
            _ => None,
        }
    }

    fn scale(&self, bare: bool, state: &State) -> Option<(Command, f64)> {
        let degree = self.degree(state);
        let measure = state.bindings.iter().find_map(|binding| match binding.bound {
            Bound::Scale(of, by) => Some((binding.slot, of, by)),
            _ => None,
        });
        let (of, by) = match (measure, degree) {
            (Some((Slot::Extent, of, _)), Some(degree)) => (Some(of), degree.alone()?),
            (Some((_, of, by)), degree) => (Some(of), degree.map_or(by, |degree| degree.of(by))),
            (None, Some(degree)) => (None, degree.alone()?),
            (None, None) => return None,
        };
        let noun = self.noun(state);
        let mut options = Vec::new();
        for scene in self.every_scene() {
            for (param, cost, by) in self.measured(noun.map(|noun| &**noun), scene, of, by) {
                let has = self.has(scene, &param);
                options.push(Choice { scene, act: Act::Scale { param, by }, cost, has });
            }
        }
        let least = options.iter().map(|choice| choice.cost).min_by(f64::total_cmp)?;
        let pick = noun.and_then(|noun| noun.pick.clone());
        Some((Command::Scenes { options, pick }, least + if bare { 0.5 } else { 0.0 }))
    }

    /// The parameters of a scene that are more or less of a quantity, with what is against each and the factor.
    fn measured(&self, noun: Option<&Noun>, scene: usize, of: Option<Quantity>, by: f64) -> Vec<(Rc<str>, f64, f64)> {
        let view = &self.inventory.scenes[scene];
        let mut found: Vec<(Rc<str>, f64, f64)> = Vec::new();
        let whole = noun.is_none_or(|noun| noun.mentions.iter().any(|mention| mention.scene == scene && mention.what == super::noun::What::Thing(None)));
        if let Some(noun) = noun {
            for (param, cost) in self.targets(noun, scene) {
                let Some(spec) = view.spec(&param) else { continue };
                if let Some((more, by)) = suits(spec, of, by) {
                    found.push((param, cost + more, by));
                }
            }
            let named = noun.mentions.iter().any(|mention| mention.scene == scene);
            // What takes its time in a scene is as fast as the scene.
            if matches!(of, Some(Quantity::Pace)) && named && !found.iter().any(|(_, cost, _)| *cost < 0.5) {
                found.push(("speed".into(), 0.4, by));
            }
        }
        if whole && view.is_template() {
            let param = match of {
                Some(Quantity::Size) => Some("size"),
                Some(Quantity::Pace) => Some("speed"),
                Some(Quantity::Length) => Some("duration"),
                Some(Quantity::Light) => Some("background"),
                _ => None,
            };
            let known = |param: &&str| view.spec(param).is_some() && !found.iter().any(|(own, _, _)| **own == **param);
            found.extend(param.filter(known).map(|param| (param.into(), 0.2, by)));
        } else if whole && of == Some(Quantity::Pace) && !found.iter().any(|(own, _, _)| **own == *"speed") {
            found.push(("speed".into(), 0.2, by));
        } else if whole && of == Some(Quantity::Length) {
            found.push(("duration".into(), 0.2, by));
        }
        found
    }

    /// `half a second later`: a time of a scene, and so much more or less of it.
    fn shift_time(&self, state: &State) -> Option<(Command, f64)> {
        let noun = self.noun(state)?;
        let more = state.bindings.iter().find_map(|binding| match binding.bound {
            Bound::Scale(Quantity::Time | Quantity::Length | Quantity::Count, by) => Some(by > 1.0),
            _ => None,
        })?;
        let by = state.bindings.iter().find_map(|binding| match binding.bound {
            Bound::Seconds(seconds) => Some((seconds, true)),
            Bound::Number(number) => Some((number, false)),
            _ => None,
        })?;
        let mut options = Vec::new();
        for scene in self.every_scene() {
            for (param, cost) in self.targets(noun, scene) {
                let Some(spec) = self.spec(scene, &param) else { continue };
                let fits = if by.1 { spec.kind == ParamType::Seconds && *spec.name != *"duration" } else { Facet::of(spec) == Facet::Count };
                let Some(present) = self.inventory.scenes[scene].value(&param).and_then(Json::as_f64).filter(|_| fits) else { continue };
                let sum = Number::new(((present + if more { by.0 } else { -by.0 }) * 1000.0).round() / 1000.0)?;
                match spec.check(Value::Number(sum)) {
                    Ok(value) => options.push(Choice { scene, act: Act::Set { param, value: Given::Value(value) }, cost, has: true }),
                    Err(message) => return Some((Command::Trouble(format!("`{}`: {message}", spec.label)), 6.0)),
                }
            }
        }
        self.with_options(options, noun.pick.clone(), None)
    }

    fn insert(&self, state: &State) -> Option<(Command, f64)> {
        let noun = self.noun(state);
        let point = state.bindings.iter().find_map(|binding| match &binding.bound {
            Bound::Point(label, value) => Some((label.clone(), value.clone())),
            _ => None,
        });
        let text = state.get(Slot::Text).map(|binding| binding.tokens.clone());
        let mut options = Vec::new();
        for scene in self.every_scene() {
            let view = &self.inventory.scenes[scene];
            let lists: Vec<&ParamSpec> = view.own().iter().filter(|spec| matches!(spec.kind, ParamType::List | ParamType::Series)).collect();
            let named = noun.map(|noun| self.targets(noun, scene));
            for spec in &lists {
                let of = named.as_ref().is_some_and(|named| named.iter().any(|(param, _)| **param == *spec.name));
                let whole = noun.is_none_or(|noun| noun.mentions.iter().any(|mention| mention.scene == scene && matches!(mention.what, super::noun::What::Thing(_))));
                if !(of || whole && lists.len() == 1 || whole && spec.required) {
                    continue;
                }
                let Some((value, cost)) = self.inserted(view.value(&spec.name), spec, (text.as_ref(), point.as_ref())) else { continue };
                let act = Act::Insert { param: spec.name.as_ref().into(), value, at: None };
                options.push(Choice { scene, act, cost, has: self.has(scene, &spec.name) });
            }
        }
        self.with_options(options, noun.and_then(|noun| noun.pick.clone()), None)
    }

    fn inserted(
        &self,
        present: Option<&Json>,
        spec: &ParamSpec,
        (text, point): (Option<&Range<usize>>, Option<&(Range<usize>, Range<usize>)>),
    ) -> Option<(Given, f64)> {
        match (&spec.kind, text, point) {
            (ParamType::List, Some(tokens), _) if is_of_pictures(spec) && self.picture_of(tokens).is_none() => None,
            (ParamType::List, Some(tokens), _) => {
                let quoted = self.utterance.quote_at(tokens.start).is_some();
                let colour = !quoted && (self.colour(tokens).is_some() || !self.settings(tokens.start, "effect").is_empty());
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
                let long = if quoted { 0.0 } else { 0.3 * label.len() as f64 + self.strangeness(label) };
                Some((Given::Point(Point { label: self.typed(label), value: figure }), cost + long))
            }
            _ => None,
        }
    }

    /// Unquoted words that do not begin with a capital letter are seldom a new entry.
    fn strangeness(&self, tokens: &Range<usize>) -> f64 {
        let quoted = self.utterance.quote_at(tokens.start).is_some();
        let number = self.utterance.text().tokens().get(tokens.start).is_some_and(crate::text::Token::is_number);
        let article = self.is(tokens.start, &["a", "an", "the", "some", "more", "another", "one", "it", "this", "that", "in", "to"]);
        match (quoted, article) {
            (true, _) => 0.0,
            (_, true) => 4.0,
            _ if self.utterance.capital(tokens.start) || number => 0.3,
            _ => 1.5,
        }
    }

    fn remove(&self, state: &State) -> Option<(Command, f64)> {
        let noun = self.noun(state);
        if let Some(spots) = self.spots(state, Slot::Entry) {
            let mut options: Vec<Choice> = Vec::new();
            for spot in spots.iter().filter(|spot| matches!(spot.part, Part::Item(_) | Part::Label(_))) {
                let within = noun.is_none_or(|noun| noun.mentions.iter().any(|mention| mention.scene == spot.scene));
                if within && (spot.whole || self.only_with(spot)) {
                    let act = Act::Remove { param: Rc::clone(&spot.param), value: Some(self.full(spot)) };
                    if !options.iter().any(|known| known.scene == spot.scene && known.act == act) {
                        options.push(Choice { scene: spot.scene, act, cost: if spot.whole { 0.0 } else { 0.5 }, has: true });
                    }
                }
            }
            return self.with_options(options, noun.and_then(|noun| noun.pick.clone()), None);
        }
        let noun = noun?;
        let mut options = Vec::new();
        for scene in self.every_scene() {
            for (param, cost) in self.targets(noun, scene).into_iter().filter(|(_, cost)| *cost < 0.5) {
                options.extend(self.emptied(scene, &param).map(|act| Choice { scene, act, cost, has: self.has(scene, &param) }));
            }
        }
        self.with_options(options, noun.pick.clone(), None)
    }

    /// A parameter with nothing in it.
    fn emptied(&self, scene: usize, param: &Rc<str>) -> Option<Act> {
        let view = &self.inventory.scenes[scene];
        let spec = view.spec(param)?;
        match &spec.kind {
            ParamType::Number if !view.is_template() => {
                let zero = spec.check(Value::Number(Number::from(0))).ok()?;
                Some(Act::Set { param: Rc::clone(param), value: Given::Value(zero) })
            }
            ParamType::Choice(names) => {
                let none = names.iter().find(|name| ["none", "as-typed"].contains(&name.as_ref()))?;
                Some(Act::Set { param: Rc::clone(param), value: Given::Value(Value::Text(none.clone().into_owned())) })
            }
            ParamType::Colour | ParamType::Ground | ParamType::Seconds | ParamType::Factor(_) | ParamType::Number | ParamType::Percent | ParamType::Easing => {
                None
            }
            _ => Some(Act::Remove { param: Rc::clone(param), value: None }),
        }
    }

    /// An item that goes from one list of a scene to another.
    fn carry(&self, state: &State) -> Option<(Command, f64)> {
        let spots = self.spots(state, Slot::Entry)?;
        let target = state.bindings.iter().rev().find_map(|binding| match &binding.bound {
            Bound::Noun(noun) => Some(noun),
            _ => None,
        })?;
        let mut options = Vec::new();
        for spot in spots.iter().filter(|spot| matches!(spot.part, Part::Item(_)) && (spot.whole || self.only_with(spot))) {
            for (to, cost) in self.targets(target, spot.scene) {
                let list = self.spec(spot.scene, &to).is_some_and(|spec| spec.kind == ParamType::List);
                if list && to != spot.param {
                    let act = Act::Carry { param: Rc::clone(&spot.param), to, value: self.full(spot) };
                    options.push(Choice { scene: spot.scene, act, cost, has: true });
                }
            }
        }
        self.with_options(options, None, None)
    }

    fn copy(&self, state: &State) -> Option<(Command, f64)> {
        let picks = self.picks(state);
        let params = match state.get(Slot::Looks).map(|binding| &binding.bound) {
            Some(Bound::Looks(params)) => Rc::clone(params),
            _ => Rc::new([]),
        };
        let gets = self.pick(state, true);
        let (to, from) = match (gets, picks.as_slice()) {
            (Some(to), [..]) => (Some(to), self.pick(state, false)?),
            (None, [from]) => (None, from.clone()),
            (None, [to, from]) => (Some(to.clone()), from.clone()),
            _ => return None,
        };
        (to.as_ref() != Some(&from)).then_some((Command::Copy { to, from, params }, 0.0))
    }

    fn retemplate(&self, state: &State) -> Option<(Command, f64)> {
        let Bound::Template(template) = state.get(Slot::Template)?.bound else { return None };
        let other = |scene: usize| {
            let view = &self.inventory.scenes[scene];
            (view.is_template() && view.template() != Some(template)).then_some(Act::Retemplate(template))
        };
        let command = self.every(self.pick(state, false), other);
        let some = matches!(&command, Command::Scenes { options, .. } if !options.is_empty());
        some.then_some((command, 0.3))
    }

    fn trim(&self, state: &State, length: impl Fn(Number) -> Length) -> Option<(Command, f64)> {
        let Bound::Seconds(seconds) = state.get(Slot::Seconds)?.bound else { return None };
        let seconds = Number::new(seconds)?;
        Some((self.every(self.pick(state, false), |_| Some(Act::Trim(length(seconds)))), 0.0))
    }

    fn moved(&self, state: &State) -> Option<(Command, f64)> {
        let picks = self.picks(state);
        if let Some(Bound::Place(place)) = state.get(Slot::Place).map(|binding| &binding.bound) {
            return Some((Command::Move(picks.first()?.clone(), place.clone()), 0.0));
        }
        match picks.as_slice() {
            [pick] if state.bindings.len() == 1 && self.starts_or_ends(state) => {
                let place = if self.is(state.bindings[0].tokens.start.saturating_sub(2), &["end", "finish", "close"]) || self.ends_with(state) { Place::Last } else { Place::At(0) };
                Some((Command::Move(pick.clone(), place), 0.0))
            }
            [pick] => Some((Command::Swap(pick.clone(), None), 0.0)),
            [one, other] => Some((Command::Swap(one.clone(), Some(other.clone())), 0.0)),
            _ => None,
        }
    }

    /// `start with the chart`, `end the video with it`.
    fn starts_or_ends(&self, state: &State) -> bool {
        self.is(state.bindings[0].tokens.start.wrapping_sub(1), &["with"])
    }

    fn ends_with(&self, state: &State) -> bool {
        let with = state.bindings[0].tokens.start;
        (with.saturating_sub(6)..with).any(|token| self.is(token, &["end", "finish", "close"]))
    }

    fn transition(&self, state: &State) -> Option<(Command, f64)> {
        let style = state.bindings.iter().find_map(|binding| match binding.bound {
            Bound::Style(style) => Some(style),
            _ => None,
        });
        let style = style.unwrap_or(TransitionStyle::None);
        let (from, to) = (self.pick(state, false), self.pick(state, true));
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
        Some((Command::Transition { pairs, style }, 0.0))
    }
}

/// Whether the items of a list are pictures.
fn is_of_pictures(spec: &ParamSpec) -> bool {
    ["images", "pictures", "photos", "logos"].iter().any(|name| spec.name.contains(name))
}

/// Whether a choice says which way something goes.
fn is_way(spec: &ParamSpec) -> bool {
    let name = spec.name.to_lowercase();
    let words = ["direction", "from", "turning", "way", "side", "heading", "flow", "spin", "rotation"];
    words.iter().any(|word| name.contains(word)) || spec.says.iter().any(|say| say.contains("direction") || say.contains("way"))
}

fn negative(number: Number) -> Number {
    Number::new(-number.get()).unwrap_or(number)
}

/// Whether a parameter can be more or less of a quantity: what is against it, and the factor.
fn suits(spec: &ParamSpec, of: Option<Quantity>, by: f64) -> Option<(f64, f64)> {
    let facet = Facet::of(spec);
    let numeric = matches!(spec.kind, ParamType::Number | ParamType::Percent | ParamType::Seconds | ParamType::Factor(_));
    match of {
        Some(Quantity::Size) => (facet == Facet::Size).then_some((0.0, by)),
        Some(Quantity::Light) => (facet == Facet::Colour).then_some((0.0, by)),
        Some(Quantity::Pace) => match spec.kind {
            ParamType::Seconds if *spec.name != *"duration" => Some((0.0, 1.0 / by)),
            ParamType::Factor(_) if *spec.name == *"speed" => Some((0.0, by)),
            _ => None,
        },
        Some(Quantity::Length | Quantity::Time) => (spec.kind == ParamType::Seconds).then_some((0.0, by)),
        Some(Quantity::Count) => match facet {
            Facet::Count => Some((0.0, by)),
            Facet::Amount => Some((0.2, by)),
            Facet::Other if spec.kind == ParamType::Number => Some((0.3, by)),
            _ => None,
        },
        Some(Quantity::Amount) => match facet {
            Facet::Amount | Facet::Other if numeric => Some((0.0, by)),
            Facet::Size | Facet::Count => Some((0.3, by)),
            _ => None,
        },
        None if numeric => Some((match facet { Facet::Size | Facet::Time => 0.0, _ => 0.1 }, by)),
        None => None,
    }
}

/// Whether two words differ by a slip or two.
fn is_misspelt(shown: &str, meant: &str) -> bool {
    const SHORTEST: usize = 4;
    if meant.len() < SHORTEST || shown.len() < SHORTEST || shown.chars().next() != meant.chars().next() && shown.chars().last() != meant.chars().last() {
        return false;
    }
    let most = if meant.chars().count() > 7 { 2 } else { 1 };
    distance(shown, meant) <= most + usize::from(shown.len().abs_diff(meant.len()) == 0)
}

/// The number of letters that have to be put in, taken out or changed (Levenshtein).
pub(super) fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (index, letter) in left.chars().enumerate() {
        let mut corner = index;
        row[0] = index + 1;
        for column in 0..right.len() {
            let cost = corner + usize::from(letter != right[column]);
            corner = row[column + 1];
            row[column + 1] = cost.min(row[column] + 1).min(corner + 1);
        }
    }
    row[right.len()]
}
