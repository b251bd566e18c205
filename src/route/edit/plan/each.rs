//! What is said of scenes becomes a change of each that is meant.

use std::rc::Rc;

use super::{Open, Outcome, Plan};
use crate::route::edit::command::{About, Act, Choice};
use crate::route::edit::pick::Pick;
use crate::route::{Given, Length, Op, Scenes};
use crate::value::{Number, Value};

/// How much dearer a meaning may be than the best and still be meant.
const NEAR: f64 = 0.05;

impl Plan<'_> {
    pub(super) fn per_scene(&mut self, (options, about): (&[Choice], About), pick: Option<&Pick>) -> Outcome<()> {
        let scenes = match pick {
            Some(Pick::OneOf(scenes)) if self.answer.is_empty() => self.among(scenes, options)?,
            Some(Pick::It) if self.topic.is_none() && self.request.last_changed().is_none() => {
                self.unnamed((options, about))?
            }
            Some(pick) => self.scenes(pick)?,
            None => self.unnamed((options, about))?,
        };
        let all = matches!(pick, Some(Pick::All)) || scenes.len() == self.count() && self.count() > 1;
        let mut chosen: Vec<(usize, &Act)> = Vec::new();
        for scene in &scenes {
            match best(options, *scene) {
                Some(choice) => chosen.push((*scene, &choice.act)),
                None if all => {}
                None => return Err(Open::Ask(format!("{} does not have that", self.inventory.called(*scene)))),
            }
        }
        if chosen.is_empty() {
            return Err(Open::Ask("no scene has that".to_owned()));
        }
        self.doubt(&chosen, (about, pick))?;
        self.remedy(&chosen)?;
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
    fn unnamed(&self, (options, about): (&[Choice], About)) -> Outcome<Vec<usize>> {
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
        let adds = options.iter().all(|choice| matches!(choice.act, Act::Insert { .. }));
        if self.topic.is_some() && about == About::Nothing && !adds {
            return Err(Open::Unsure("which scene is meant"));
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
            Act::Set { param: name, value: Given::Value(Value::Number(seconds)) } if **name == *"duration" => {
                Op::Trim { scene, length: Length::Seconds(*seconds) }
            }
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
