//! Each change of a plan, by its kind. Those that set scenes in order wait until the others are done.

use crate::error::Result;
use crate::route::{Given, Op};
use crate::value::Value;

use super::draft::Draft;
use super::{item, length, order, retemplate, scale, set, style, words};

/// Carries out one change on the draft.
pub(super) fn out(draft: &mut Draft<'_>, op: &Op) -> Result<()> {
    match op {
        Op::Set { scene, param, value: Given::Value(Value::Number(seconds)) } if param == "duration" => {
            length::set_duration(draft, scene, *seconds)
        }
        Op::Set { scene, param, value } => set::set(draft, scene, (param, value)),
        Op::Scale { scene, param, by } => scale::scale(draft, scene, (param, *by)),
        Op::Insert { scene, param, value, at } => item::insert(draft, scene, (param, value, *at)),
        Op::Remove { scene, param, value } => item::remove(draft, scene, (param, value.as_deref())),
        Op::ReplaceText { scene, from, to } => words::replace(draft, scene, (from, to)),
        Op::CopyStyle { scene, from, param } => style::copy(draft, scene, (*from, param.as_deref())),
        Op::Retemplate { scene, template } => retemplate::retemplate(draft, scene, template),
        Op::Trim { scene, length } => length::trim(draft, scene, *length),
        Op::Transfer { from, to, seconds } => length::transfer(draft, (*from, *to), *seconds),
        Op::Rename { scene, name } => order::rename(draft, *scene, name),
        Op::Reformat { format } => set::reformat(draft, *format),
        Op::Duplicate { scene } => order::duplicate(draft, scene),
        Op::Delete { .. }
        | Op::Move { .. }
        | Op::Transition { .. }
        | Op::Merge { .. }
        | Op::Split { .. }
        | Op::Undo
        | Op::Redo => Ok(()),
    }
}
