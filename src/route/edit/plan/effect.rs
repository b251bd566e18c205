//! What a change comes to, so that two ways to say the same are one.

use crate::request::{ProjectScene, Request};
use crate::route::{Given, Op, Scenes};
use crate::value::Value;

/// The change as one of a whole parameter, where it puts other words in the place of all that a parameter says.
pub(super) fn of(op: &Op, request: &Request) -> Op {
    whole(op, request).unwrap_or_else(|| op.clone())
}

fn whole(op: &Op, request: &Request) -> Option<Op> {
    let Op::ReplaceText { scene: Scenes::These(scenes), from, to } = op else { return None };
    let [number] = scenes[..] else { return None };
    let param = said_by(request.project().get(number - 1)?, from)?;
    let value = Given::Value(Value::Text(to.clone()));
    Some(Op::Set { scene: Scenes::These(vec![number]), param: param.to_owned(), value })
}

/// The one parameter of a scene that says some words, and nothing else.
fn said_by<'s>(scene: &'s ProjectScene, words: &str) -> Option<&'s str> {
    let mut saying = scene.params.iter().filter(|(_, value)| value.to_string().contains(words));
    let (param, value) = saying.next()?;
    (saying.next().is_none() && value.as_str() == Some(words)).then_some(param)
}
