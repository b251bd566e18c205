//! Items and points come and go.

use std::borrow::Cow;

use crate::error::Result;
use crate::route::{Given, Scenes};
use crate::template::{ParamSpec, ParamType};
use crate::value::{Point, Value};

use super::draft::{Draft, Edited};
use super::sheet::{self, Sheet};
use super::{difference, label};

/// What stands between the cells of a row where rows are items of a list.
const CELLS: &str = " | ";

/// Puts items into a list or points into a series.
pub(super) fn insert(
    draft: &mut Draft<'_>,
    scenes: &Scenes,
    (param, given, at): (&str, &Given, Option<usize>),
) -> Result<()> {
    draft.edit_each(scenes, |library, scene| {
        sheet::edit(library, scene, param, &|sheet, spec| put_in(sheet, spec, (given, at)))
    })
}

/// Takes an item, a point, or all of a parameter away.
pub(super) fn remove(draft: &mut Draft<'_>, scenes: &Scenes, (param, value): (&str, Option<&str>)) -> Result<()> {
    draft.edit_each(scenes, |library, scene| {
        sheet::edit(library, scene, param, &|sheet, spec| match value {
            Some(item) => take_out(sheet, spec, item),
            None => take_away(sheet, spec),
        })
    })
}

fn put_in(sheet: &mut Sheet<'_>, spec: &ParamSpec, (given, at): (&Given, Option<usize>)) -> Result<Edited, String> {
    match &spec.kind {
        ParamType::List => {
            let Some(Value::List(mut items)) = sheet.given(spec).or_else(|| Some(Value::List(Vec::new()))) else {
                return Err("its value is no list".to_owned());
            };
            let new = new_items(&items, given)?;
            let at = place(at, items.len())?;
            items.splice(at..at, new);
            sheet.put(spec, Value::List(items))?;
        }
        ParamType::Series => {
            let points = sheet.given(spec).unwrap_or_else(|| Value::Series(Vec::new()));
            let Value::Series(mut points) = points else { return Err("its value is no series".to_owned()) };
            let new = new_points(given)?;
            let at = place(at, points.len())?;
            points.splice(at..at, new);
            sheet.put(spec, Value::Series(points))?;
        }
        kind => return Err(format!("it is a {} that takes no items: set it instead", kind.name())),
    }
    Ok(Edited::default())
}

fn place(at: Option<usize>, count: usize) -> Result<usize, String> {
    match at {
        None => Ok(count),
        Some(at) if (1..=count + 1).contains(&at) => Ok(at - 1),
        Some(at) => Err(format!("there is no place {at} in it: expected one from 1 to {}", count + 1)),
    }
}

/// Several texts are the cells of one row where the items that are there are rows with as many cells.
fn new_items(items: &[String], given: &Given) -> Result<Vec<String>, String> {
    match given {
        Given::Value(Value::List(cells)) if cells.len() > 1 && is_row(items, cells.len()) => {
            Ok(vec![cells.join(CELLS)])
        }
        Given::Value(Value::List(items)) => Ok(items.clone()),
        Given::Value(Value::Rows(rows)) => Ok(rows.iter().map(|cells| cells.join(CELLS)).collect()),
        Given::Value(Value::Text(text)) => Ok(vec![text.clone()]),
        Given::Value(Value::Number(number)) => Ok(vec![number.get().to_string()]),
        Given::Value(Value::Colour(colour)) => Ok(vec![colour.css().to_owned()]),
        Given::Value(_) | Given::Point(_) => Err("expected text for an item of a list".to_owned()),
    }
}

fn is_row(items: &[String], cells: usize) -> bool {
    items.first().is_some_and(|item| item.split(CELLS).count() == cells)
}

fn new_points(given: &Given) -> Result<Vec<Point>, String> {
    match given {
        Given::Point(point) => Ok(vec![point.clone()]),
        Given::Value(Value::Series(points)) => Ok(points.clone()),
        Given::Value(_) => Err("expected a point with a label and a value".to_owned()),
    }
}

fn take_out(sheet: &mut Sheet<'_>, spec: &ParamSpec, item: &str) -> Result<Edited, String> {
    match sheet.given(spec) {
        Some(Value::List(mut items)) => {
            items.remove(label::find(items.iter().map(String::as_str), item, "item")?);
            leave(items.len(), "item")?;
            sheet.put(spec, Value::List(items))?;
        }
        Some(Value::Series(mut points)) => {
            points.remove(label::find(points.iter().map(|point| point.label.as_str()), item, "point")?);
            leave(points.len(), "point")?;
            sheet.put(spec, Value::Series(points))?;
        }
        Some(value) if shows(&value) == item => return take_away(sheet, spec),
        Some(value) => return Err(format!("it is `{}`, and no list with `{item}` in it", shows(&value))),
        None => return Err(format!("there is no `{item}` in it: the scene has none")),
    }
    Ok(Edited::default())
}

/// A scene always has something to show.
fn leave(count: usize, what: &str) -> Result<(), String> {
    if count > 0 {
        return Ok(());
    }
    Err(format!("this is the last {what}: put another one in first, or delete the scene"))
}

fn shows(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Text(text) => Cow::Borrowed(text),
        other => Cow::Owned(difference::value(&serde_json::to_value(other).unwrap_or_default())),
    }
}

/// The name of the choice in which there is nothing.
const NOTHING: &str = "none";

fn take_away(sheet: &mut Sheet<'_>, spec: &ParamSpec) -> Result<Edited, String> {
    let why = Edited::or(format!("the scene has no `{}`", spec.name));
    if matches!(&spec.kind, ParamType::Choice(names) if names.iter().any(|name| name == NOTHING)) {
        sheet.put(spec, Value::Text(NOTHING.to_owned()))?;
        return Ok(why);
    }
    if let Some(manifest) = sheet.manifest() {
        let others = manifest.one_of().iter().any(|name| *name != spec.name && sheet.has(name));
        let is_last = manifest.one_of().iter().any(|name| *name == spec.name) && !others;
        if (spec.required || is_last) && sheet.has(&spec.name) {
            return Err("the scene has nothing to show without it: say what it should be, or delete the scene".into());
        }
    }
    sheet.empty(spec)?;
    Ok(why)
}
