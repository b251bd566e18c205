//! Where scenes stand, how they follow on one another, and whose style they have.

use super::{Open, Outcome, Plan};
use crate::route::edit::command::Ends;
use crate::route::edit::pick::Pick;
use crate::route::edit::place::Place;
use crate::route::{Op, Scenes};
use crate::value::Number;

impl Plan<'_> {
    pub(super) fn moved(&mut self, pick: &Pick, place: &Place) -> Outcome<()> {
        let scene = self.one(pick)?;
        let last = self.count() - 1;
        let to = match place {
            Place::At(place) if *place <= last => *place,
            Place::At(place) => {
                return Err(Open::Ask(format!(
                    "there is no place {}: the project has {} scenes",
                    place + 1,
                    self.count()
                )));
            }
            Place::Last => last,
            Place::Before(other) => {
                let other = self.one(other)?;
                if scene < other { other - 1 } else { other }
            }
            Place::Behind(other) => {
                let other = self.one(other)?;
                if scene < other { other } else { (other + 1).min(last) }
            }
            Place::Shift(by) => scene.saturating_add_signed(*by).min(last),
        };
        if to == scene {
            return Err(Open::There(format!("{} is there already", self.inventory.called(scene))));
        }
        self.mention(&[scene]);
        self.ops.push(Op::Move { scene: scene + 1, to: to + 1 });
        Ok(())
    }

    /// Two scenes change places; of neighbours one move is enough.
    pub(super) fn swapped(&mut self, one: &Pick, other: Option<&Pick>) -> Outcome<()> {
        let scenes = match other {
            Some(other) => vec![self.one(one)?, self.one(other)?],
            None => self.scenes(one)?,
        };
        let [one, other] = scenes.as_slice() else {
            return Err(Open::Ask("which two scenes should change places?".to_owned()));
        };
        let (low, high) = (*one.min(other), *one.max(other));
        self.mention(&[low, high]);
        self.ops.push(Op::Move { scene: low + 1, to: high + 1 });
        if high - low > 1 {
            self.ops.push(Op::Move { scene: high + 1, to: low + 1 });
        }
        Ok(())
    }

    pub(super) fn split(&mut self, pick: &Pick, at: Option<f64>) -> Outcome<()> {
        let scene = self.one(pick)?;
        let length = self.inventory.scenes[scene].value("duration").and_then(serde_json::Value::as_f64);
        let at = at.or_else(|| length.map(|length| length / 2.0)).and_then(Number::new);
        let called = self.inventory.called(scene);
        let at = at.ok_or_else(|| Open::Ask(format!("at which second should {called} be cut?")))?;
        self.ops.push(Op::Split { scene: scene + 1, at });
        Ok(())
    }

    pub(super) fn merge(&mut self, one: &Pick, other: Option<&Pick>) -> Outcome<()> {
        let mut scenes = self.scenes(one)?;
        if let Some(other) = other {
            scenes.extend(self.scenes(other)?);
        }
        scenes.sort_unstable();
        scenes.dedup();
        if scenes.len() < 2 && self.count() == 2 {
            scenes = vec![0, 1];
        }
        if scenes.len() < 2 {
            return Err(Open::Ask("which scenes should play as one?".to_owned()));
        }
        self.mention(&scenes);
        let all = scenes.len() == self.count() && matches!(one, Pick::All);
        let numbers = scenes.iter().map(|scene| scene + 1).collect();
        self.ops.push(Op::Merge { scene: if all { Scenes::All } else { Scenes::These(numbers) } });
        Ok(())
    }

    pub(super) fn pairs(&mut self, pairs: &Ends) -> Outcome<Vec<(usize, usize)>> {
        let count = self.count();
        let all = || (1..count).map(|scene| (scene, scene + 1)).collect();
        let edge = || Open::Ask("there is no scene on the other side of that transition".to_owned());
        Ok(match pairs {
            Ends::All => all(),
            Ends::Pairs(pairs) => {
                let missing =
                    pairs.iter().flat_map(|(from, to)| [*from, *to]).find(|scene| !(1..=count).contains(scene));
                match missing {
                    Some(scene) => {
                        return Err(Open::Ask(format!("there is no scene {scene}: the project has {count} scenes")));
                    }
                    None => pairs.to_vec(),
                }
            }
            Ends::Between(one, Some(other)) => vec![(self.one(one)? + 1, self.one(other)? + 1)],
            Ends::Between(both, None) => match self.scenes(both)?.as_slice() {
                [one, other] => vec![(one + 1, other + 1)],
                scenes if scenes.len() == count => all(),
                _ => return Err(Open::Ask("between which two scenes?".to_owned())),
            },
            Ends::Before(pick) => {
                let scene = self.one(pick)?;
                if scene == 0 {
                    return Err(edge());
                }
                vec![(scene, scene + 1)]
            }
            Ends::After(pick) => {
                let scene = self.one(pick)?;
                if scene + 1 == count {
                    return Err(edge());
                }
                vec![(scene + 1, scene + 2)]
            }
        })
    }

    pub(super) fn copy(&mut self, to: Option<&Pick>, from: &Pick, params: &[&'static str]) -> Outcome<()> {
        let named = to.map(|to| self.scenes(to)).transpose()?;
        if let Some(named) = &named {
            self.mention(named);
        }
        let from = match from {
            Pick::Others => {
                let others = self.scenes(from)?;
                let styled =
                    |scene: &&usize| params.iter().all(|param| self.inventory.scenes[**scene].value(param).is_some());
                let found = others.iter().find(styled).or(others.first()).copied();
                found.ok_or_else(|| Open::Ask("there is no other scene".to_owned()))?
            }
            pick => match self.scenes(pick)?.as_slice() {
                [scene] => *scene,
                scenes => return Err(self.which(scenes)),
            },
        };
        let last = self.count() - 1;
        let topic = || self.topic.clone().filter(|topic| !topic.contains(&from));
        let to = named.or_else(topic).unwrap_or_else(|| vec![last]);
        let to: Vec<usize> = to.into_iter().filter(|scene| *scene != from).collect();
        if to.is_empty() {
            return Err(Open::Ask(format!("which scene should look like {}?", self.inventory.called(from))));
        }
        self.mention(&to);
        let scene = Scenes::These(to.iter().map(|scene| scene + 1).collect());
        let copy = |param: Option<String>| Op::CopyStyle { scene: scene.clone(), from: from + 1, param };
        if params.is_empty() {
            self.ops.push(copy(None));
        }
        let ops: Vec<Op> = params.iter().map(|param| copy(Some((*param).to_owned()))).collect();
        self.ops.extend(ops);
        Ok(())
    }
}
