//! A sentence that stands in a request, as what it would do to each scene.

mod entry;
mod measure;
mod picture;
mod point;
mod set;
mod style;
mod words;

use std::ops::Range;
use std::rc::Rc;

use super::grammar::{Kind, Rule};
use super::pick::Pick;
use super::place::Place;
use super::reader::{Bound, Reader, State};
use super::slot::Slot;
use crate::request::Format;
use crate::route::{Given, Length, TransitionStyle};
use crate::template::ParamSpec;
use crate::value::Number;

/// What a sentence wants.
#[derive(Debug, Clone)]
pub(super) enum Command {
    /// Something of one scene or several: what it would be in each scene that has it.
    Scenes {
        options: Vec<Choice>,
        pick: Option<Pick>,
    },
    Move(Pick, Place),
    Swap(Pick, Option<Pick>),
    Rename(Pick, String),
    Split(Pick, Option<f64>),
    Merge(Pick, Option<Pick>),
    Keep(Pick),
    Transfer {
        from: Pick,
        to: Pick,
        seconds: f64,
    },
    Transition {
        pairs: Ends,
        style: TransitionStyle,
    },
    Copy {
        to: Option<Pick>,
        from: Pick,
        params: Rc<[&'static str]>,
    },
    /// So many times.
    Undo(usize),
    Redo,
    Reformat(Format),
    /// It is understood, and it cannot be done: why.
    Trouble(String),
}

/// What a sentence says of what it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum About {
    /// Nothing: only what stands around it tells.
    Nothing,
    /// A word that stands for what was spoken of: `it`.
    Pronoun,
    /// A scene.
    Scene,
    /// Something that a scene has.
    Part,
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

impl Act {
    /// The parameter that it changes.
    pub(super) fn param(&self) -> Option<&str> {
        match self {
            Self::Set { param, .. }
            | Self::Scale { param, .. }
            | Self::Insert { param, .. }
            | Self::Remove { param, .. }
            | Self::Carry { param, .. } => Some(param),
            Self::Replace { .. } | Self::Retemplate(_) | Self::Delete | Self::Duplicate | Self::Trim(_) => None,
        }
    }
}

impl Reader<'_> {
    /// What a sentence of a rule wants, with what is against it; nothing if no scene has what it talks about.
    pub(super) fn command(&self, rule: &Rule, state: &State) -> Option<(Command, f64)> {
        let pick = || state.pick();
        let both = || Some((state.pick()?, state.other()));
        Some(match rule.op {
            Kind::Set => return self.set(state),
            Kind::Paint => return self.paint(state),
            Kind::Side => return self.side_of(state),
            Kind::Picture => return self.picture(state),
            Kind::Point => return self.point(state),
            Kind::SetOld => return self.set_old(state),
            Kind::ReplaceText => return self.replace(state),
            Kind::Spelling => return self.respell(state),
            Kind::Scale => return self.scale(rule.bare, state),
            Kind::Shift => return self.shift_time(state),
            Kind::Insert => return self.insert(state),
            Kind::Remove => return self.remove(state),
            Kind::TransferEntry => return self.carry(state),
            Kind::CopyStyle => return style::copy(state),
            Kind::Retemplate => return self.retemplate(state),
            Kind::Look => return self.look_of(state),
            Kind::Ground => return self.ground(state),
            Kind::Variant => return self.another_look(state),
            Kind::Say => return self.saying(state),
            Kind::Delete => return Some((self.every(pick(), |_| Some(Act::Delete)), 0.0)),
            Kind::Duplicate => return Some((self.every(pick(), |_| Some(Act::Duplicate)), 0.0)),
            Kind::Trim => return self.trim(state, Length::Seconds),
            Kind::TrimBy => return self.trim(state, Length::By),
            Kind::TrimLess => return self.trim(state, |seconds| Length::By(negative(seconds))),
            Kind::Keep => (Command::Keep(pick()?), 0.0),
            Kind::Move => return self.moved(state),
            Kind::Transfer => {
                let (from, to) = both()?;
                let Some(Bound::Seconds(seconds)) = state.get(Slot::Seconds).map(|binding| &binding.bound) else {
                    return None;
                };
                (Command::Transfer { from, to: to?, seconds: *seconds }, 0.0)
            }
            Kind::Rename => {
                let text = state.text()?;
                let name = self.typed(&text.tokens);
                // `count to 1000` calls nothing so.
                if (rule.bare || state.words < 2) && !name.contains(char::is_alphabetic) {
                    return None;
                }
                (Command::Rename(pick()?, name), self.text_cost(&text.tokens))
            }
            Kind::Undo => (Command::Undo(count(state)), 0.0),
            Kind::Redo => (Command::Redo, 0.0),
            Kind::Reformat => match state.get(Slot::Format)?.bound {
                Bound::Format(format) => (Command::Reformat(format), 0.0),
                _ => return None,
            },
            Kind::Transition => (style::transition(state), 0.0),
            Kind::Merge => {
                if let Some(Bound::Pairs(pairs)) = state.get(Slot::Pairs).map(|binding| &binding.bound) {
                    let scenes =
                        pairs.iter().flat_map(|(one, other)| [one.wrapping_sub(1), other.wrapping_sub(1)]).collect();
                    return Some((Command::Merge(Pick::These(scenes), None), 0.0));
                }
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

    /// What a sentence names as that which it changes.
    pub(super) fn about(&self, rule: &Rule, state: &State) -> About {
        let most = state.bindings.iter().map(|binding| match &binding.bound {
            Bound::Spots(spots) if !spots.is_empty() => About::Part,
            Bound::Noun(noun) if noun.is_part(self.grammar.things.len()) => About::Part,
            Bound::Noun(_) if self.is_pronoun(&binding.tokens) => About::Pronoun,
            Bound::Scenes(Pick::It) => About::Pronoun,
            Bound::Noun(_) | Bound::Scenes(_) => About::Scene,
            _ => About::Nothing,
        });
        most.max().filter(|_| !rule.bare).unwrap_or(About::Nothing)
    }

    fn is_pronoun(&self, tokens: &Range<usize>) -> bool {
        tokens.len() == 1 && self.is(tokens.start, &["it", "this", "that", "them", "these", "those", "one", "thing"])
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
}

fn negative(number: Number) -> Number {
    Number::new(-number.get()).unwrap_or(number)
}

/// How many changes are taken back.
fn count(state: &State) -> usize {
    const MOST: f64 = 20.0;
    let number = state.get(Slot::Number).and_then(|binding| match binding.bound {
        Bound::Number(number) => Some(number.clamp(1.0, MOST) as usize),
        _ => None,
    });
    number.unwrap_or(1)
}

/// Options as a command; if there is none, the reason why, where one is known.
fn with_options(options: Vec<Choice>, pick: Option<Pick>, wrong: Option<String>) -> Option<(Command, f64)> {
    const AGAINST: f64 = 3.0;
    let least = options.iter().map(|choice| choice.cost).min_by(f64::total_cmp);
    match (least, wrong) {
        (Some(cost), _) => Some((Command::Scenes { options, pick }, cost)),
        (None, Some(message)) => Some((Command::Trouble(message), AGAINST)),
        (None, None) => None,
    }
}
