//! More and less.

use crate::error::Result;
use crate::route::Scenes;
use crate::store::project::Content;
use crate::template::{ParamSpec, ParamType};
use crate::value::{Number, Value};

use super::draft::{Draft, Edited, refuse};
use super::sheet::{self, Sheet};
use super::{colour, length};

/// From where on whole numbers stay whole: nobody sees half a pixel.
const LARGE: f64 = 20.0;

/// The choices that have an order, the least first, with a step for each time that more is asked for.
const STEPS: [(&str, &[&str]); 2] =
    [("weight", &["light", "normal", "bold", "black"]), ("spacing", &["tight", "normal", "wide"])];

/// Makes a parameter more or less by a factor.
pub(super) fn scale(draft: &mut Draft<'_>, scenes: &Scenes, (param, by): (&str, Number)) -> Result<()> {
    let by = by.get();
    if by <= 0.0 {
        return refuse(format!("`{param}`: expected a factor above 0, found {by}"));
    }
    if param == "duration" {
        return length::stretch(draft, scenes, by);
    }
    draft.edit_each(scenes, |library, scene| {
        let is_code = matches!(scene.content, Content::Code { .. });
        let own = || Sheet::of(library, &scene.content).is_ok_and(|sheet| sheet.spec(param).is_ok());
        if param == "speed" && is_code && !own() {
            return Ok(length::faster(library, scene, by)?);
        }
        sheet::edit(library, scene, param, &|sheet, spec| times(sheet, spec, by))
    })
}

fn times(sheet: &mut Sheet<'_>, spec: &ParamSpec, by: f64) -> Result<Edited, String> {
    if by == 1.0 {
        return Ok(Edited::or("that is as much as before"));
    }
    let shown = sheet.shown(spec);
    match (&spec.kind, shown) {
        (ParamType::Colour | ParamType::Ground, Some(value)) => {
            let shade = match colour::lighter(&value, by) {
                Ok(shade) => shade,
                Err(why) => return Ok(Edited::or(why)),
            };
            sheet.put(spec, shade)?;
            Ok(Edited::default())
        }
        (ParamType::Choice(_), Some(Value::Text(name))) => step(sheet, spec, (&name, by)),
        (_, Some(Value::Number(number))) if is_number(spec) => {
            let (wanted, note) = within(spec, product(spec, number.get(), by));
            sheet.put(spec, Value::Number(wanted))?;
            let edge = if by > 1.0 { "much" } else { "little" };
            Ok(Edited::or(format!("it is as {edge} as it can be")).noting(note))
        }
        (_, None) if is_number(spec) => Err("the scene has none that could be more or less: say how much".to_owned()),
        (kind, _) => Err(format!("it is a {}, of which there is no more or less: say what it should be", kind.name())),
    }
}

fn is_number(spec: &ParamSpec) -> bool {
    matches!(spec.kind, ParamType::Number | ParamType::Percent | ParamType::Seconds | ParamType::Factor(_))
}

/// The next name of a choice that has an order.
fn step(sheet: &mut Sheet<'_>, spec: &ParamSpec, (name, by): (&str, f64)) -> Result<Edited, String> {
    let Some((_, names)) = STEPS.iter().find(|(param, _)| spec.name == *param) else {
        return Err("it is a choice, of which there is no more or less: say which".to_owned());
    };
    let at = names.iter().position(|known| *known == name).unwrap_or(1);
    let to = if by > 1.0 { (at + 1).min(names.len() - 1) } else { at.saturating_sub(1) };
    if to == at {
        return Ok(Edited::or(format!("it is {name}, and there is no more of it")));
    }
    sheet.put(spec, Value::Text(names[to].to_owned()))?;
    Ok(Edited::default())
}

/// A number times a factor. Counts stay whole and change by one at least; other numbers keep four decimals.
fn product(spec: &ParamSpec, number: f64, by: f64) -> f64 {
    let wanted = number * by;
    let is_whole = number.fract() == 0.0;
    if is_whole && is_count(spec) {
        let nearest = wanted.round();
        let least = number + (wanted - number).signum();
        return if nearest == number && wanted != number { least } else { nearest };
    }
    if is_whole && wanted.abs() >= LARGE { wanted.round() } else { (wanted * 1e4).round() / 1e4 }
}

/// Whether a number says how many there are.
fn is_count(spec: &ParamSpec) -> bool {
    let says = spec.says.iter().map(AsRef::as_ref).chain([spec.label.as_ref()]);
    let name = spec.name.to_lowercase();
    spec.kind == ParamType::Number
        && (name.ends_with("count")
            || name.starts_with("count")
            || name.ends_with("columns")
            || says.into_iter().any(|say| say.starts_with("number of") || say.starts_with("how many")))
}

/// The number that is nearest in the range of a parameter, and what to say if it is another one.
fn within(spec: &ParamSpec, wanted: f64) -> (Number, Option<String>) {
    let kept = wanted.clamp(*spec.range.start(), *spec.range.end());
    let note = (kept != wanted).then(|| {
        let edge = if kept < wanted { "at most" } else { "at least" };
        format!("`{}` became {kept} instead of {wanted}: it can be {edge} that", spec.name)
    });
    (Number::new(kept).unwrap_or(Number::from(0)), note)
}
