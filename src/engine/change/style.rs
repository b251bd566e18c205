//! One scene gets the looks of another.

use crate::error::Result;
use crate::route::Scenes;
use crate::store::project::{Content, SceneRecord};
use crate::template::{ParamSpec, ParamType};
use crate::value::Value;

use super::draft::{Draft, Edited, Trouble, refuse};
use super::sheet::Sheet;
use super::shelf::Shelf;
use super::{facet, label};

/// What makes scenes look alike, in the order in which it is copied: the theme goes first, since what is not given
/// follows from it. Not among them is what says where things stand and how large they are, which depends on what a scene
/// shows (position, align, size, font size, format), how they move, what a logo is, and which of its own looks a
/// template has.
const LOOKS: [&str; 10] = [
    "theme",            // ground, colours and typeface, of whatever is not said
    "background",       // the colour that fills the frame
    "background_image", // or the picture that does
    "accent",           // the colour of what matters
    "text_color",       // the colour of words
    "font",             // their typeface,
    "weight",           // how bold they are,
    "case",             // in capitals or not,
    "spacing",          // and how far apart
    "effect",           // what lies over everything: grain, a glow, confetti
];

/// Gives scenes the style of another, or one parameter of it.
pub(super) fn copy(draft: &mut Draft<'_>, scenes: &Scenes, (from, param): (usize, Option<&str>)) -> Result<()> {
    let source_id = draft.id(from)?;
    let called = draft.called(&source_id);
    let source = draft.scene(&source_id)?.clone();
    let model = match &source.content {
        Content::Merged { .. } => Err("it plays several scenes as one, which have no style in common".to_owned()),
        content => Sheet::of(draft.library, content),
    };
    let model = model.map_err(|why| draft.wrong(&source_id, &why))?;
    let targets: Vec<usize> = match scenes {
        Scenes::These(numbers) if numbers == &[from] => return refuse(format!("{called} has its own style already")),
        Scenes::These(numbers) => numbers.iter().copied().filter(|number| *number != from).collect(),
        Scenes::All => draft.others(&source_id),
    };
    if targets.is_empty() {
        return refuse(format!("there is no scene besides {called} that could get its style"));
    }
    draft.edit_each(&Scenes::These(targets), |library, scene| {
        let edited = in_scene(library, scene, &model, param)?;
        Ok(Edited { why: Some(format!("it looks like {called} already")), ..edited })
    })
}

fn in_scene(
    library: &Shelf<'_>,
    scene: &mut SceneRecord,
    model: &Sheet<'_>,
    param: Option<&str>,
) -> Result<Edited, Trouble> {
    if let Content::Merged { parts } = &mut scene.content {
        for part in parts {
            in_scene(library, part, model, param)?;
        }
        return Ok(Edited::default());
    }
    let mut sheet = Sheet::of(library, &scene.content)?;
    let edited = match param {
        Some(param) => copy_one(&mut sheet, model, param)?,
        None => copy_looks(&mut sheet, model)?,
    };
    sheet.write(&mut scene.content)?;
    Ok(edited)
}

/// Copies one parameter; both scenes have to have it.
fn copy_one(sheet: &mut Sheet<'_>, model: &Sheet<'_>, param: &str) -> Result<Edited, Trouble> {
    let there =
        model.spec(param).map_err(|why| Trouble::Wrong(format!("the other scene cannot give it one: {why}")))?;
    let here = sheet.spec(param).map_err(Trouble::Lacks)?;
    take(sheet, &here, (model, &there)).map_err(|why| format!("`{param}`: {why}"))?;
    Ok(Edited::default())
}

/// Copies all looks that both scenes have, and says which one of them lacks.
pub(super) fn copy_looks(sheet: &mut Sheet<'_>, model: &Sheet<'_>) -> Result<Edited, String> {
    let (mut copied, mut edited) = (0, Edited::default());
    for name in LOOKS {
        let (Ok(here), Ok(there)) = (sheet.spec(name), model.spec(name)) else {
            let is_told = sheet.manifest().is_some() && model.spec(name).is_ok() && model.has(name);
            edited.notes.extend(is_told.then(|| format!("it has no {}, so that stays as it is", words(name))));
            continue;
        };
        match take(sheet, &here, (model, &there)) {
            Ok(()) => copied += 1,
            Err(why) => edited.notes.push(format!("its {} stays as it is: {why}", words(name))),
        }
    }
    if copied == 0 {
        let looks: Vec<String> = LOOKS.iter().filter(|name| facet::is_shared(name)).map(|name| words(name)).collect();
        return Err(format!("the two scenes have no look in common, such as {}", looks.join(", ")));
    }
    Ok(edited)
}

fn words(name: &str) -> String {
    name.replace('_', " ")
}

/// Makes a parameter of one scene show what it shows in the other: given where it is given there, left open where it is
/// left open, and said all the same where that would look different.
fn take(sheet: &mut Sheet<'_>, here: &ParamSpec, (model, there): (&Sheet<'_>, &ParamSpec)) -> Result<(), String> {
    let both_templates = sheet.manifest().is_some() && model.manifest().is_some();
    let Some(shown) = model.shown(there) else {
        return if sheet.has(&here.name) { sheet.empty(here) } else { Ok(()) };
    };
    if both_templates && !model.has(&there.name) && sheet.has(&here.name) {
        sheet.empty(here)?;
    }
    let same = sheet.shown(here).as_ref() == Some(&shown);
    if same && (model.has(&there.name) == sheet.has(&here.name) || !both_templates) {
        return Ok(());
    }
    sheet.put(here, translated(sheet, here, shown)?)
}

/// A value as it is written in the other kind of scene: code names fonts with what stands in for them.
fn translated(sheet: &Sheet<'_>, here: &ParamSpec, value: Value) -> Result<Value, String> {
    match (&value, &here.kind) {
        (Value::Gradient(_), ParamType::Colour) => Err(format!("it takes {}, and not two", label::kind(here))),
        (Value::Text(font), ParamType::Text) if facet::is_font(&here.name) => {
            let first = font.split(',').next().unwrap_or_default().trim().trim_matches(['\'', '"']).to_owned();
            let fallback = match sheet.given(here) {
                Some(Value::Text(before)) if sheet.manifest().is_none() => {
                    before.split_once(',').map(|(_, rest)| format!(",{rest}"))
                }
                _ => None,
            };
            Ok(Value::Text(first + &fallback.unwrap_or_default()))
        }
        _ => Ok(value),
    }
}
