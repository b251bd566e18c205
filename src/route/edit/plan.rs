//! Sentences become changes: each is bound to its scenes, in the order of the request.

mod order;

use std::rc::Rc;

use super::chart::Item;
use super::command::{Act, Choice, Command};
use super::inventory::Inventory;
use super::naming::Naming;
use super::pick::Pick;
use crate::request::Request;
use crate::route::{Given, Op, Scenes};
use crate::value::{Number, Value};

/// What came of binding sentences to scenes.
#[derive(Debug)]
pub(super) enum Bound {
    /// These changes.
    Ops(Vec<Op>),
    /// Something has to be asked or said first.
    Ask(String),
    /// Nothing is to be changed.
    Nothing,
}

/// Why a sentence cannot be bound: what the person is asked.
struct Open(String);

type Outcome<T> = Result<T, Open>;

/// Scenes as they are spoken of.
struct Plan<'a> {
    request: &'a Request,
    inventory: &'a Inventory<'a>,
    naming: &'a Naming,
    /// Those that the person has said when asked.
    answer: &'a [usize],
    /// Those that sentences without scenes belong to.
    topic: Option<Vec<usize>>,
    mentioned: Vec<usize>,
    ops: Vec<Op>,
}

/// How much dearer a meaning may be than the best and still be meant.
const NEAR: f64 = 0.05;

/// Binds the sentences of a request; `answer` is which scenes the person has said when asked.
pub(super) fn bind(
    (request, answer): (&Request, &[usize]),
    inventory: &Inventory<'_>,
    naming: &Naming,
    items: &[Item],
) -> Bound {
    let topic = Some(answer.to_vec()).filter(|scenes| !scenes.is_empty());
    let mut plan = Plan { request, inventory, naming, answer, topic, mentioned: Vec::new(), ops: Vec::new() };
    let mut turned = false;
    for (index, item) in items.iter().enumerate() {
        let outcome = match item {
            Item::Topic { pick, .. } if turned => plan.turn_also_to(pick),
            Item::Topic { pick, .. } => plan.turn_to(pick),
            Item::Command(command) => plan.command(command, following(items, index)),
            Item::Nothing | Item::Edge => Ok(()),
        };
        if let Err(Open(question)) = outcome {
            return Bound::Ask(question);
        }
        turned = matches!(item, Item::Topic { .. }) || turned && matches!(item, Item::Nothing);
    }
    if plan.ops.is_empty() { Bound::Nothing } else { Bound::Ops(plan.ops) }
}

/// The scenes that are named right behind a sentence and belong to it: `make the background navy in scene 2`.
fn following(items: &[Item], index: usize) -> Option<&Pick> {
    let behind = items[index + 1..].iter().find(|item| !matches!(item, Item::Command(_) | Item::Nothing));
    match behind {
        Some(Item::Topic { pick, leads: false }) => Some(pick),
        _ => None,
    }
}

impl Plan<'_> {
    fn count(&self) -> usize {
        self.inventory.count()
    }

    fn turn_to(&mut self, pick: &Pick) -> Outcome<()> {
        let scenes = self.scenes(pick)?;
        self.mention(&scenes);
        Ok(())
    }

    /// `in the first scene and in the second`.
    fn turn_also_to(&mut self, pick: &Pick) -> Outcome<()> {
        let mut scenes = self.topic.clone().unwrap_or_default();
        scenes.extend(self.scenes(pick)?);
        scenes.sort_unstable();
        scenes.dedup();
        self.mention(&scenes);
        Ok(())
    }

    fn mention(&mut self, scenes: &[usize]) {
        self.mentioned.extend(scenes);
        self.topic = Some(scenes.to_vec());
    }

    /// The scenes that some words mean here.
    fn scenes(&self, pick: &Pick) -> Outcome<Vec<usize>> {
        let all = 0..self.count();
        let beyond = |scenes: &[usize]| scenes.iter().copied().find(|scene| *scene >= self.count());
        Ok(match pick {
            Pick::OneOf(_) | Pick::NoSuch(_) if !self.answer.is_empty() => self.answer.to_vec(),
            Pick::These(scenes) if beyond(scenes).is_some() => {
                return Err(self.missing(&format!("scene {}", beyond(scenes).unwrap_or_default().wrapping_add(1))));
            }
            Pick::These(scenes) => scenes.clone(),
            Pick::All => all.collect(),
            Pick::OneOf(scenes) => match self.topic.as_deref() {
                Some([topic]) if scenes.contains(topic) => vec![*topic],
                _ => return Err(self.which(scenes)),
            },
            Pick::It => self.it(),
            Pick::Others => all.filter(|scene| !self.mentioned.contains(scene)).collect(),
            Pick::Both if self.count() == 2 => all.collect(),
            Pick::Both => match self.mentioned.as_slice() {
                [.., one, other] if one != other => vec![*one, *other],
                _ => {
                    return Err(Open(format!(
                        "which two scenes do you mean: {}?",
                        self.names(&all.collect::<Vec<_>>())
                    )));
                }
            },
            Pick::NoSuch(said) => return Err(self.missing(said)),
        })
    }

    fn missing(&self, said: &str) -> Open {
        let count = self.count();
        let scenes = if count == 1 { "1 scene".to_owned() } else { format!("{count} scenes") };
        Open(format!("there is no {said}: the project has {scenes}"))
    }

    fn it(&self) -> Vec<usize> {
        let last = || self.count().checked_sub(1);
        let changed =
            self.request.last_changed().and_then(|scene| scene.checked_sub(1)).filter(|scene| *scene < self.count());
        self.topic.clone().unwrap_or_else(|| changed.or_else(last).into_iter().collect())
    }

    fn one(&mut self, pick: &Pick) -> Outcome<usize> {
        let scenes = self.scenes(pick)?;
        match scenes.as_slice() {
            [scene] => {
                self.mention(&scenes);
                Ok(*scene)
            }
            _ => Err(self.which(&scenes)),
        }
    }

    fn which(&self, scenes: &[usize]) -> Open {
        Open(format!("which one do you mean: {}?", self.names(scenes)))
    }

    fn names(&self, scenes: &[usize]) -> String {
        const MOST: usize = 6;
        let same = |name: &str| self.inventory.scenes.iter().filter(|scene| scene.name == name).count() > 1;
        let called = |scene: &usize| {
            let name = self.inventory.called(*scene);
            if same(self.inventory.scenes[*scene].name) { format!("{name} (scene {})", scene + 1) } else { name }
        };
        let names: Vec<String> = scenes.iter().take(MOST).map(called).collect();
        match names.split_last() {
            Some((last, others)) if !others.is_empty() => format!("{} or {last}", others.join(", ")),
            _ => names.concat(),
        }
    }

    fn command(&mut self, command: &Command, following: Option<&Pick>) -> Outcome<()> {
        match command {
            Command::Scenes { options, pick } => self.per_scene(options, pick.as_ref().or(following)),
            Command::Move(pick, place) => self.moved(pick, place),
            Command::Swap(one, other) => self.swapped(one, other.as_ref()),
            Command::Rename(pick, name) => {
                let scene = self.one(pick)?;
                self.ops.push(Op::Rename { scene: scene + 1, name: name.clone() });
                Ok(())
            }
            Command::Split(pick, at) => self.split(pick, *at),
            Command::Merge(one, other) => self.merge(one, other.as_ref()),
            Command::Keep(pick) => {
                let kept = self.scenes(pick)?;
                let others: Vec<usize> =
                    (0..self.count()).filter(|scene| !kept.contains(scene)).map(|scene| scene + 1).collect();
                if others.is_empty() {
                    return Err(Open("there is no other scene that could be deleted".to_owned()));
                }
                self.ops.push(Op::Delete { scene: Scenes::These(others) });
                Ok(())
            }
            Command::Transfer { from, to, seconds } => {
                let (from, to) = (self.one(from)?, self.one(to)?);
                let seconds = Number::new(*seconds).ok_or_else(|| Open("how many seconds?".to_owned()))?;
                self.ops.push(Op::Transfer { from: from + 1, to: to + 1, seconds });
                Ok(())
            }
            Command::Transition { pairs, style } => {
                for (from, to) in self.pairs(pairs)? {
                    self.ops.push(Op::Transition { from, to, style: *style });
                }
                Ok(())
            }
            Command::Copy { to, from, params } => self.copy(to.as_ref().or(following), from, params),
            Command::Undo(count) => {
                // `no, it was better before. go back` says the same twice.
                if self.ops.last() != Some(&Op::Undo) {
                    self.ops.extend(std::iter::repeat_n(Op::Undo, *count));
                }
                Ok(())
            }
            Command::Redo => {
                self.ops.push(Op::Redo);
                Ok(())
            }
            Command::Reformat(format) => {
                self.ops.push(Op::Reformat { format: *format });
                Ok(())
            }
            Command::Trouble(message) => Err(Open(message.clone())),
        }
    }

    fn per_scene(&mut self, options: &[Choice], pick: Option<&Pick>) -> Outcome<()> {
        let scenes = match pick {
            Some(Pick::OneOf(scenes)) if self.answer.is_empty() => self.among(scenes, options)?,
            Some(Pick::It) if self.topic.is_none() && self.request.last_changed().is_none() => self.unnamed(options)?,
            Some(pick) => self.scenes(pick)?,
            None => self.unnamed(options)?,
        };
        let all = matches!(pick, Some(Pick::All)) || scenes.len() == self.count() && self.count() > 1;
        let mut chosen: Vec<(usize, &Act)> = Vec::new();
        for scene in &scenes {
            match best(options, *scene) {
                Some(choice) => chosen.push((*scene, &choice.act)),
                None if all => {}
                None => return Err(Open(format!("{} does not have that", self.inventory.called(*scene)))),
            }
        }
        if chosen.is_empty() {
            return Err(Open("no scene has that".to_owned()));
        }
        self.mention(&scenes);
        self.settle(&chosen);
        let mut done: Vec<&Act> = Vec::new();
        let corner = self.corner_of_logo(&chosen);
        let chosen: Vec<(usize, &Act)> =
            chosen.iter().map(|(scene, act)| (*scene, corner.as_ref().unwrap_or(*act))).collect();
        for (_, act) in &chosen {
            if !done.contains(act) {
                let of: Vec<usize> =
                    chosen.iter().filter(|(_, other)| other == act).map(|(scene, _)| scene + 1).collect();
                let of = if all && of.len() == chosen.len() { Scenes::All } else { Scenes::These(of) };
                self.ops.extend(self.op(act, of));
                done.push(act);
            }
        }
        Ok(())
    }

    /// `shorten the chart, it may lose a second`: the second says how much.
    fn settle(&mut self, chosen: &[(usize, &Act)]) {
        let trims = chosen.iter().all(|(_, act)| matches!(act, Act::Trim(_)));
        let of: Vec<usize> = chosen.iter().map(|(scene, _)| scene + 1).collect();
        if trims
            && matches!(self.ops.last(), Some(Op::Scale { scene: Scenes::These(scenes), param, .. }) if param == "duration" && *scenes == of)
        {
            self.ops.pop();
        }
    }

    /// `put the logo on it, top right corner`: the corner of the logo, and not the place of the scene's text.
    fn corner_of_logo(&self, chosen: &[(usize, &Act)]) -> Option<Act> {
        const CORNERS: [&str; 4] = ["top-left", "top-right", "bottom-left", "bottom-right"];
        let logo = matches!(self.ops.last(), Some(Op::Set { param, .. }) if param == "logo");
        let (_, Act::Set { param, value }) = chosen.first()? else { return None };
        let corner = matches!(value, Given::Value(Value::Text(place)) if CORNERS.contains(&place.as_str()));
        (logo && corner && **param == *"position")
            .then(|| Act::Set { param: "logo_position".into(), value: value.clone() })
    }

    /// The one of several scenes that has what is talked about.
    fn among(&self, scenes: &[usize], options: &[Choice]) -> Outcome<Vec<usize>> {
        let able: Vec<usize> = scenes.iter().copied().filter(|scene| best(options, *scene).is_some()).collect();
        match (able.as_slice(), self.topic.as_deref()) {
            ([scene], _) => Ok(vec![*scene]),
            (able, Some([topic])) if able.contains(topic) => Ok(vec![*topic]),
            _ => Err(self.which(scenes)),
        }
    }

    /// The scene that is meant where none is named: the one that is spoken of, the only one that has what is talked about,
    /// or the last.
    fn unnamed(&self, options: &[Choice]) -> Outcome<Vec<usize>> {
        let least = options.iter().map(|choice| choice.cost).min_by(f64::total_cmp).unwrap_or_default();
        let near: Vec<&Choice> = options.iter().filter(|choice| choice.cost <= least + NEAR).collect();
        let distinct = |choices: &[&Choice]| {
            let mut scenes: Vec<usize> = choices.iter().map(|choice| choice.scene).collect();
            scenes.sort_unstable();
            scenes.dedup();
            scenes
        };
        let able = distinct(&near);
        let having = distinct(&near.iter().copied().filter(|choice| choice.has).collect::<Vec<_>>());
        if let Some(topic) = self.topic.as_ref().filter(|topic| topic.iter().all(|scene| able.contains(scene))) {
            return Ok(topic.clone());
        }
        let end = self.count().saturating_sub(1);
        match (having.as_slice(), able.as_slice()) {
            ([scene], _) | ([], [scene]) => Ok(vec![*scene]),
            (having, _) if having.contains(&end) => Ok(vec![end]),
            ([], able) if able.contains(&end) => Ok(vec![end]),
            ([], able) => Err(self.which(able)),
            (having, _) => Err(self.which(having)),
        }
    }

    fn op(&self, act: &Act, scene: Scenes) -> Vec<Op> {
        let param = |param: &Rc<str>| param.to_string();
        vec![match act {
            Act::Set { param: name, value } => Op::Set { scene, param: param(name), value: value.clone() },
            Act::Scale { param: name, by } => match Number::new((by * 1000.0).round() / 1000.0) {
                Some(by) => Op::Scale { scene, param: param(name), by },
                None => return Vec::new(),
            },
            Act::Insert { param: name, value, at } => {
                Op::Insert { scene, param: param(name), value: value.clone(), at: *at }
            }
            Act::Remove { param: name, value } => Op::Remove { scene, param: param(name), value: value.clone() },
            Act::Carry { param: name, to, value } => {
                let given = Given::Value(Value::Text(value.clone()));
                return vec![
                    Op::Remove { scene: scene.clone(), param: param(name), value: Some(value.clone()) },
                    Op::Insert { scene, param: param(to), value: given, at: None },
                ];
            }
            Act::Replace { from, to } => Op::ReplaceText { scene, from: from.clone(), to: to.clone() },
            Act::Retemplate(template) => Op::Retemplate {
                scene,
                template: self.naming.templates().nth(*template).unwrap_or_default().to_owned(),
            },
            Act::Delete => Op::Delete { scene },
            Act::Duplicate => Op::Duplicate { scene },
            Act::Trim(length) => Op::Trim { scene, length: *length },
        }]
    }
}

/// The best that a sentence can mean in a scene.
fn best(options: &[Choice], scene: usize) -> Option<&Choice> {
    let own = options.iter().filter(|choice| choice.scene == scene);
    own.min_by(|left, right| left.cost.total_cmp(&right.cost).then(right.has.cmp(&left.has)))
}
