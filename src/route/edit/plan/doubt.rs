//! What speaks against a plan, although every word of the request is explained.

use super::{Bound, Open, Outcome, Plan};
use crate::route::edit::chart::Told;
use crate::route::edit::command::{About, Act, Command};
use crate::route::edit::pick::Pick;
use crate::route::{Given, Length, Op, Scenes};

impl Plan<'_> {
    /// Keeps in mind what a clause tells. What it is about is spoken of from there on.
    pub(super) fn hear(&mut self, told: &Told) {
        if told.scenes.is_empty() {
            return;
        }
        if let [scene] = told.scenes[..]
            && self.topic.is_none()
        {
            self.topic = Some(vec![scene]);
        }
        let heard = self.told.get_or_insert_default();
        heard.scenes.extend(&told.scenes);
        heard.parts.extend(told.parts.iter().cloned());
        heard.complains |= told.complains;
    }

    /// Whether what a sentence would change goes with what was told before it.
    pub(super) fn doubt(&self, chosen: &[(usize, &Act)], (about, pick): (About, Option<&Pick>)) -> Outcome<()> {
        let pronoun = matches!(pick, Some(Pick::It));
        if pronoun && self.about == About::Part && chosen.iter().any(|(_, act)| matches!(act, Act::Delete)) {
            return Err(Open::Unsure("what is to go"));
        }
        let whole = |(_, act): &(usize, &Act)| matches!(act, Act::Set { param, .. } if **param == *"accent");
        if !self.paints && matches!(about, About::Scene | About::Pronoun) && chosen.iter().any(whole) {
            return Err(Open::Unsure("what is to have the colour"));
        }
        let colour = |(_, act): &(usize, &Act)| matches!(act.param(), Some("accent"));
        if about == About::Nothing && self.ops.is_empty() && chosen.iter().any(colour) {
            return Err(Open::Unsure("what is to have the colour"));
        }
        let Some(told) = &self.told else { return Ok(()) };
        let of_told = |(scene, act): &(usize, &Act)| {
            let part =
                act.param().is_some_and(|param| told.parts.iter().any(|(own, name)| own == scene && **name == *param));
            part || told.parts.is_empty() && told.scenes.contains(scene)
        };
        let fault = told.complains && !told.parts.is_empty();
        if about > About::Pronoun && !fault || chosen.iter().any(of_told) {
            return Ok(());
        }
        Err(Open::Unsure("whether what is told belongs to it"))
    }

    /// `too small, make it bigger`: what finds fault and what mends it are one change.
    pub(super) fn remedy(&mut self, chosen: &[(usize, &Act)]) -> Outcome<()> {
        let Some(fault) = self.fault.take() else { return Ok(()) };
        let Some(Op::Scale { scene: Scenes::These(scenes), param, by }) = self.ops.get(fault) else { return Ok(()) };
        let same = chosen.iter().all(|(scene, act)| {
            let way = match act {
                Act::Scale { by: own, .. } => (*own > 1.0) == (by.get() > 1.0),
                _ => true,
            };
            scenes.contains(&(scene + 1)) && act.param() == Some(param) && way
        });
        if same {
            self.ops.remove(fault);
        } else if chosen.iter().any(|(scene, _)| scenes.contains(&(scene + 1))) {
            return Err(Open::Unsure("whether one is the remedy of the other"));
        }
        Ok(())
    }

    /// Whether a sentence without a verb can borrow that of the sentence before: `… and the other one Gallery`.
    pub(super) fn goes_on(&self, command: &Command) -> bool {
        match command {
            Command::Rename(..) => matches!(self.ops.last(), Some(Op::Rename { .. })),
            Command::Scenes { options, .. } if options.iter().any(|choice| matches!(choice.act, Act::Trim(_))) => {
                matches!(self.ops.last(), Some(Op::Trim { length: Length::Seconds(_), .. }))
            }
            _ => true,
        }
    }

    /// The changes, if they do not contradict each other.
    pub(super) fn settled(mut self) -> Bound {
        let mut ops: Vec<Op> = Vec::new();
        let mut order: Vec<usize> = (1..=self.count()).collect();
        for op in std::mem::take(&mut self.ops) {
            let again = match &op {
                Op::Set { .. } => ops.contains(&op),
                Op::Move { scene, to } => !moves(&mut order, (*scene, *to)),
                _ => false,
            };
            if !again {
                ops.push(op);
            }
        }
        let back = ops.iter().any(|op| matches!(op, Op::Undo));
        let again = ops.iter().any(|op| matches!(op, Op::Redo));
        let twice = ops.iter().enumerate().any(|(index, op)| ops[..index].iter().any(|other| contradict(op, other)));
        match () {
            () if back && again => Bound::Unsure("whether it is to be taken back"),
            () if twice => Bound::Unsure("which of two values is meant"),
            () if ops.is_empty() => Bound::Nothing,
            () => Bound::Ops(ops),
        }
    }
}

/// Puts a scene at a place of the order; says whether it was elsewhere.
fn moves(order: &mut Vec<usize>, (scene, to): (usize, usize)) -> bool {
    let Some(from) = order.iter().position(|own| *own == scene) else { return true };
    let to = to.saturating_sub(1).min(order.len() - 1);
    order.remove(from);
    order.insert(to, scene);
    from != to
}

/// Whether two changes give the same thing two values.
fn contradict(one: &Op, other: &Op) -> bool {
    let share = |left: &Scenes, right: &Scenes| match (left, right) {
        (Scenes::These(left), Scenes::These(right)) => left.iter().any(|scene| right.contains(scene)),
        _ => true,
    };
    match (one, other) {
        (
            Op::Set { scene, param, value: Given::Value(_) },
            Op::Set { scene: of, param: same, value: Given::Value(_) },
        )
        | (
            Op::Scale { scene, param, .. },
            Op::Set { scene: of, param: same, .. } | Op::Scale { scene: of, param: same, .. },
        ) => param == same && share(scene, of),
        (Op::Trim { scene, length: Length::Seconds(_) }, Op::Trim { scene: of, .. }) => share(scene, of),
        _ => false,
    }
}
