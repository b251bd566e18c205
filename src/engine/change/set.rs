//! Parameters get values.

use serde_json::{Value as Json, json};

use crate::error::Result;
use crate::request::Format;
use crate::route::{Given, Scenes};
use crate::store::project::{Content, SceneRecord};
use crate::template::ParamSpec;
use crate::value::{Figure, Number, Point, Value};

use super::draft::{Draft, Edited, Trouble};
use super::sheet::{self, Sheet};
use super::shelf::Shelf;
use super::{code, difference, label};

/// The setting of a project, and the parameter of a scene, that say how frames are shaped.
const FORMAT: &str = "format";

/// Gives a parameter a value, or a point of it another.
pub(super) fn set(draft: &mut Draft<'_>, scenes: &Scenes, (param, given): (&str, &Given)) -> Result<()> {
    draft.edit_each(scenes, |library, scene| {
        sheet::edit(library, scene, param, &|sheet, spec| match given {
            Given::Value(value) => put(sheet, spec, value.clone()),
            Given::Point(point) => put_point(sheet, spec, point),
        })
    })
}

/// Gives all scenes a format, and those that will follow.
pub(super) fn reformat(draft: &mut Draft<'_>, format: Format) -> Result<()> {
    let set = draft.project.settings.get(FORMAT).and_then(Json::as_str).map(str::to_owned);
    let is_so = draft.scenes.iter().all(|scene| scene.format == format);
    let is_set = set.as_deref().unwrap_or(Format::Landscape.name()) == format.name();
    if !is_set || !is_so && set.is_none() {
        draft.settings.push((FORMAT.to_owned(), json!(format.name())));
    }
    if draft.scenes.is_empty() {
        return Ok(());
    }
    draft.edit_each(&Scenes::All, |library, scene| in_format(library, scene, format))
}

fn in_format(library: &Shelf<'_>, scene: &mut SceneRecord, format: Format) -> Result<Edited, Trouble> {
    match &mut scene.content {
        Content::Code { code, .. } if scene.format != format => *code = code::in_format(code, format)?,
        Content::Template { .. } if scene.format != format => {
            let value = Value::Text(format.name().to_owned());
            sheet::edit(library, scene, FORMAT, &|sheet, spec| put(sheet, spec, value.clone()))?;
        }
        Content::Merged { parts } => {
            for part in parts {
                in_format(library, part, format)?;
            }
        }
        Content::Code { .. } | Content::Template { .. } => {}
    }
    scene.format = format;
    Ok(Edited::or(format!("it is in {} already", format.name())))
}

fn put(sheet: &mut Sheet<'_>, spec: &ParamSpec, value: Value) -> Result<Edited, String> {
    let shown = difference::value(&serde_json::to_value(&value).unwrap_or_default());
    sheet.put(spec, value)?;
    Ok(Edited::or(format!("`{}` is {shown} already", spec.name)))
}

fn put_point(sheet: &mut Sheet<'_>, spec: &ParamSpec, point: &Point) -> Result<Edited, String> {
    let Some(Value::Series(mut points)) = sheet.given(spec) else {
        return Err(format!("expected {}, found the point `{}`", label::kind(spec), point.label));
    };
    let at = label::find(points.iter().map(|point| point.label.as_str()), &point.label, "point")?;
    points[at].value = like(&points[at].value, &point.value);
    let why = format!("`{}` in `{}` is {} already", points[at].label, spec.name, shown(&points[at].value));
    sheet.put(spec, Value::Series(points))?;
    Ok(Edited::or(why))
}

fn shown(figure: &Figure) -> String {
    difference::value(&serde_json::to_value(figure).unwrap_or_default())
}

/// A bare number takes the sign and the unit of the figure whose place it takes: 35 for `$29` becomes `$35`.
fn like(before: &Figure, now: &Figure) -> Figure {
    match (before, now) {
        (Figure::Text(before), Figure::Number(number)) => {
            numeral(before).map_or_else(|| now.clone(), |place| Figure::Text(with(before, place, *number)))
        }
        _ => now.clone(),
    }
}

/// Where the only numeral of a text stands.
fn numeral(text: &str) -> Option<std::ops::Range<usize>> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let part = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
    let length = text[start..].find(|c: char| !part(c)).unwrap_or(text.len() - start);
    let found = text[start..start + length].trim_end_matches([',', '.']);
    let end = start + found.len();
    (!text[end..].contains(|c: char| c.is_ascii_digit())).then_some(start..end)
}

/// A text with another number in a place, with commas between thousands where there were some.
fn with(text: &str, place: std::ops::Range<usize>, number: Number) -> String {
    let plain = number.get().to_string();
    let digits = if text[place.clone()].contains(',') { grouped(&plain) } else { plain };
    [&text[..place.start], &digits, &text[place.end..]].concat()
}

fn grouped(number: &str) -> String {
    let (whole, fraction) = number.split_once('.').map_or((number, None), |(whole, rest)| (whole, Some(rest)));
    let count = whole.len();
    let mut text = String::with_capacity(count + count / 3);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (count - at) % 3 == 0 && digit.is_ascii_digit() && !text.ends_with('-') {
            text.push(',');
        }
        text.push(digit);
    }
    fraction.map_or(text.clone(), |fraction| format!("{text}.{fraction}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_the_place_of_numbers() {
        for (before, number, expected) in [
            ("$29", 35.0, "$35"),
            ("€8.2m", 9.0, "€9m"),
            ("$1,200/month", 12345.5, "$12,345.5/month"),
            ("CHF 20.", 5.0, "CHF 5."),
        ] {
            let now = Number::new(number).map(Figure::Number);
            let figure = now.map(|now| like(&Figure::Text(before.to_owned()), &now));
            assert_eq!(figure, Some(Figure::Text(expected.to_owned())));
        }
        let five = Figure::Number(Number::from(5));
        for before in ["on request", "2 for 1", "24/7"] {
            assert_eq!(like(&Figure::Text(before.to_owned()), &five), five);
        }
    }
}
