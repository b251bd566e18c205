//! Sentences become changes: each is bound to its scenes, in the order of the request.

mod doubt;
mod each;
mod effect;
mod order;

use super::chart::{Item, Told};
use super::command::{About, Command};
use super::grammar::Kind;
use super::inventory::Inventory;
use super::naming::Naming;
use super::pick::Pick;
use crate::request::Request;
use crate::route::{Op, Scenes};
use crate::value::Number;

/// What came of binding sentences to scenes.
#[derive(Debug)]
pub(super) enum Bound {
    /// These changes.
    Ops(Vec<Op>),
    /// Something has to be asked or said first.
    Ask(String),
    /// Nothing has to be changed: what the person is told.
    There(String),
    /// It may well mean something else: why.
    Unsure(&'static str),
    /// Nothing is to be changed.
    Nothing,
}

impl Bound {
    /// Whether these are other changes.
    pub(super) fn differs(&self, ops: &[Op], request: &Request) -> bool {
        let effect = |ops: &[Op]| ops.iter().map(|op| effect::of(op, request)).collect::<Vec<_>>();
        matches!(self, Self::Ops(own) if own != ops && effect(own) != effect(ops))
    }
}

/// Why a sentence cannot be bound.
enum Open {
    /// What the person is asked.
    Ask(String),
    /// What speaks against the only way to bind it.
    Unsure(&'static str),
    /// It is so already: what the person is told.
    There(String),
}

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
    /// What clauses have told since something was last named.
    told: Option<Told>,
    /// The change, by its number, that finds fault with something.
    fault: Option<usize>,
    /// What the sentence before was about.
    about: About,
    /// Whether scenes have just been named.
    turned: bool,
    /// Whether the sentence says that something is to be painted.
    paints: bool,
    ops: Vec<Op>,
}

/// Binds the sentences of a request; `answer` is which scenes the person has said when asked.
pub(super) fn bind(
    (request, answer): (&Request, &[usize]),
    inventory: &Inventory<'_>,
    naming: &Naming,
    items: &[&Item],
) -> Bound {
    let topic = Some(answer.to_vec()).filter(|scenes| !scenes.is_empty());
    let mut plan = Plan {
        request,
        inventory,
        naming,
        answer,
        topic,
        mentioned: Vec::new(),
        told: None,
        fault: None,
        about: About::Nothing,
        turned: false,
        paints: false,
        ops: Vec::new(),
    };
    for index in 0..items.len() {
        match plan.take(items, index) {
            Err(Open::Ask(question)) => return Bound::Ask(question),
            Err(Open::There(told)) => return Bound::There(told),
            Err(Open::Unsure(why)) => return Bound::Unsure(why),
            Ok(()) => {}
        }
    }
    plan.settled()
}

/// The scenes that are named right behind a sentence and belong to it: `make the background navy in scene 2`.
fn following<'i>(items: &[&'i Item], index: usize) -> Option<&'i Pick> {
    let behind =
        items[index + 1..].iter().find(|item| !matches!(item, Item::Command { .. } | Item::Nothing | Item::Told(_)));
    match behind {
        Some(Item::Topic { pick, leads: false }) => Some(pick),
        _ => None,
    }
}

/// Whether nothing stands between an item and the end.
fn is_last(items: &[&Item], index: usize) -> bool {
    items[index + 1..].iter().all(|item| matches!(item, Item::Edge | Item::Nothing))
}

impl Plan<'_> {
    /// Takes the next part of a request.
    fn take(&mut self, items: &[&Item], index: usize) -> Outcome<()> {
        let begins = index > 0 && matches!(items[index - 1], Item::Edge | Item::Nothing);
        match items[index] {
            Item::Topic { leads: true, .. } if begins && is_last(items, index) => {
                return Err(Open::Unsure("what is to be done with the scene that is named last"));
            }
            Item::Topic { pick, .. } if self.turned => self.turn_also_to(pick)?,
            Item::Topic { pick, .. } => self.turn_to(pick)?,
            Item::Command { bare: true, command, .. } if !self.goes_on(command) => {
                return Err(Open::Unsure("what is to be so"));
            }
            Item::Command { command, about, complains, kind, .. } => {
                self.paints = *kind == Kind::Paint;
                self.command((command, *about), following(items, index))?;
                self.fault = complains.then(|| self.ops.len().wrapping_sub(1));
            }
            Item::Told(told) => self.hear(told),
            Item::Nothing | Item::Edge => {}
        }
        let goes_on = matches!(items[index], Item::Nothing | Item::Told(_));
        self.turned = matches!(items[index], Item::Topic { .. }) || self.turned && goes_on;
        Ok(())
    }

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
                    return Err(Open::Ask(format!(
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
        Open::Ask(format!("there is no {said}: the project has {scenes}"))
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
        Open::Ask(format!("which one do you mean: {}?", self.names(scenes)))
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

    fn command(&mut self, (command, about): (&Command, About), following: Option<&Pick>) -> Outcome<()> {
        let done = self.carry_out((command, about), following);
        if about > About::Pronoun {
            self.told = None;
        }
        if about != About::Nothing {
            self.about = if about == About::Pronoun { self.about } else { about };
        }
        done
    }

    fn carry_out(&mut self, (command, about): (&Command, About), following: Option<&Pick>) -> Outcome<()> {
        match command {
            Command::Scenes { options, pick } => self.per_scene((options, about), pick.as_ref().or(following)),
            Command::Move(pick, place) => self.moved(pick, place),
            Command::Swap(one, other) => self.swapped(one, other.as_ref()),
            Command::Rename(Pick::It, _) if self.about == About::Part => Err(Open::Unsure("what is to be called so")),
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
                    return Err(Open::Ask("there is no other scene that could be deleted".to_owned()));
                }
                self.ops.push(Op::Delete { scene: Scenes::These(others) });
                Ok(())
            }
            Command::Transfer { from, to, seconds } => {
                let (from, to) = (self.one(from)?, self.one(to)?);
                let seconds = Number::new(*seconds).ok_or_else(|| Open::Ask("how many seconds?".to_owned()))?;
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
            Command::Reformat(_) if self.told.as_ref().is_some_and(|told| !told.parts.is_empty()) => {
                Err(Open::Unsure("what is to be so"))
            }
            Command::Reformat(format) => {
                self.ops.push(Op::Reformat { format: *format });
                Ok(())
            }
            Command::Trouble(message) => Err(Open::Ask(message.clone())),
        }
    }
}
