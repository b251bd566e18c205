//! A parameter becomes more or less.

use std::rc::Rc;

use serde_json::Value as Json;

use super::{Act, Choice, Command, with_options};
use crate::route::Given;
use crate::route::edit::grammar::Quantity;
use crate::route::edit::noun::{Facet, Noun, What};
use crate::route::edit::reader::{Bound, Reader, State};
use crate::route::edit::slot::Slot;
use crate::template::{ParamSpec, ParamType};
use crate::value::{Number, Value};

impl Reader<'_> {
    pub(super) fn scale(&self, bare: bool, state: &State) -> Option<(Command, f64)> {
        let degree = state.degree();
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
        let noun = state.noun();
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
    pub(super) fn measured(
        &self,
        noun: Option<&Noun>,
        scene: usize,
        of: Option<Quantity>,
        by: f64,
    ) -> Vec<(Rc<str>, f64, f64)> {
        let view = &self.inventory.scenes[scene];
        let mut found: Vec<(Rc<str>, f64, f64)> = Vec::new();
        let whole = noun.is_none_or(|noun| {
            noun.mentions.iter().any(|mention| mention.scene == scene && mention.what == What::Thing(None))
        });
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
    pub(super) fn shift_time(&self, state: &State) -> Option<(Command, f64)> {
        let noun = state.noun()?;
        let more = state.bindings.iter().find_map(|binding| match binding.bound {
            Bound::Scale(Quantity::Time | Quantity::Length | Quantity::Count, by) => Some(by > 1.0),
            _ => None,
        })?;
        let moment = state.bindings.iter().any(|binding| matches!(binding.bound, Bound::Scale(Quantity::Time, _)));
        let by = state.bindings.iter().find_map(|binding| match binding.bound {
            Bound::Seconds(seconds) => Some((seconds, true)),
            Bound::Number(number) => Some((number, false)),
            _ => None,
        })?;
        let mut options = Vec::new();
        for scene in self.every_scene() {
            for (param, cost) in self.targets(noun, scene) {
                let Some(spec) = self.spec(scene, &param) else { continue };
                if moment && !is_moment(spec) {
                    continue;
                }
                let fits = if by.1 {
                    spec.kind == ParamType::Seconds && *spec.name != *"duration"
                } else {
                    Facet::of(spec) == Facet::Count
                };
                let Some(present) = self.inventory.scenes[scene].value(&param).and_then(Json::as_f64).filter(|_| fits)
                else {
                    continue;
                };
                let sum = Number::new(((present + if more { by.0 } else { -by.0 }) * 1000.0).round() / 1000.0)?;
                match spec.check(Value::Number(sum)) {
                    Ok(value) => options.push(Choice {
                        scene,
                        act: Act::Set { param, value: Given::Value(value) },
                        cost,
                        has: true,
                    }),
                    Err(message) => return Some((Command::Trouble(format!("`{}`: {message}", spec.label)), 3.0)),
                }
            }
        }
        with_options(options, noun.pick.clone(), None)
    }
}

/// Whether a time is a moment at which something happens, and not how long it takes.
fn is_moment(spec: &ParamSpec) -> bool {
    let name = spec.name.to_lowercase();
    ["delay", "pause", "wait", "first", "start", "at"].iter().any(|word| {
        name.ends_with(word)
            || name.starts_with(word)
            || spec.says.iter().any(|say| say.split(' ').any(|own| own == *word || own == "falls"))
    })
}

/// Whether a parameter can be more or less of a quantity: what is against it, and the factor.
pub(super) fn suits(spec: &ParamSpec, of: Option<Quantity>, by: f64) -> Option<(f64, f64)> {
    let facet = Facet::of(spec);
    let numeric =
        matches!(spec.kind, ParamType::Number | ParamType::Percent | ParamType::Seconds | ParamType::Factor(_));
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
        None if numeric => Some((
            match facet {
                Facet::Size | Facet::Time => 0.0,
                _ => 0.1,
            },
            by,
        )),
        None => None,
    }
}
