//! Edits of the code of scenes, as the rest of this module asks for them: whole steps that can be wrong.

use std::borrow::Cow;

use serde_json::{Map, Value as Json};

use crate::request::Format;
use crate::template::FORMATS;
use crate::tsx;
use crate::tsx::revise::{self, Place, PropEdit};

/// The properties of a scene of code, as far as they are plain data.
pub(super) fn props(code: &str) -> Result<Map<String, Json>, String> {
    revise::props(code).map(plain).map_err(|error| error.to_string())
}

/// Properties that are plain data.
pub(super) fn plain(props: Vec<revise::Prop>) -> Map<String, Json> {
    props.into_iter().filter_map(|prop| Some((prop.name, prop.value?))).collect()
}

/// What can be changed in a code: what its manifest says, or what its data shows where it has none.
pub(super) fn manifest<'m>(code: &str, manifest: &'m Json) -> Result<Cow<'m, Json>, String> {
    if manifest.is_null() {
        return revise::manifest(code).map(Cow::Owned).map_err(|error| error.to_string());
    }
    Ok(Cow::Borrowed(manifest))
}

/// The code with some properties that have other values than before.
pub(super) fn with_props(code: &str, before: &Map<String, Json>, given: &Map<String, Json>) -> Result<String, String> {
    let differs = given.iter().filter(|(name, value)| before.get(*name) != Some(value));
    let set = |(name, value): (&String, &Json)| PropEdit::Set { at: Place::prop(name.as_str()), value: value.clone() };
    let edits: Vec<PropEdit> = differs.map(set).collect();
    if edits.is_empty() {
        return Ok(code.to_owned());
    }
    revise::edit_props(code, &edits).map_err(|error| error.to_string())
}

pub(super) fn in_frames(code: &str, (from, frames): (u32, u32)) -> Result<String, String> {
    revise::retime_from(code, from, frames).map_err(|error| error.to_string())
}

/// The code with another size of its frames. What it says of its size is changed where it says it; what it shows takes
/// its places from there.
pub(super) fn in_format(code: &str, format: Format) -> Result<String, String> {
    let wrong = || "its code does not say its width and height as numbers in `meta`".to_owned();
    let (_, width, height) = FORMATS.into_iter().find(|(name, ..)| *name == format.name()).ok_or_else(wrong)?;
    let start = code.find("export const meta").ok_or_else(wrong)?;
    let end = code[start..].find('}').map(|at| start + at).ok_or_else(wrong)?;
    let meta = with_number(&code[start..end], "width", width).and_then(|meta| with_number(&meta, "height", height));
    let changed = [&code[..start], &meta.ok_or_else(wrong)?, &code[end..]].concat();
    let is_so = tsx::meta(&changed).is_some_and(|meta| (meta.width, meta.height) == (width, height));
    if is_so { Ok(changed) } else { Err(wrong()) }
}

/// An object, as it is written, with another number for a key.
fn with_number(object: &str, key: &str, number: u32) -> Option<String> {
    let at = object.find(&format!("{key}:"))? + key.len() + 1;
    let start = at + object[at..].find(|c: char| c.is_ascii_digit())?;
    let end = object[start..].find(|c: char| !c.is_ascii_digit()).map_or(object.len(), |length| start + length);
    object[at..start].trim().is_empty().then(|| [&object[..start], &number.to_string(), &object[end..]].concat())
}

/// The code with words replaced wherever it shows them, and in how many places.
pub(super) fn with_text(code: &str, (from, to): (&str, &str)) -> Result<(String, usize), String> {
    let replaced = revise::replace_text(code, from, to).map_err(|error| error.to_string())?;
    Ok((replaced.code, replaced.places))
}

/// A unified diff of two codes.
pub(super) fn diff(files: (&str, &str), before: &str, now: &str) -> String {
    revise::unified_diff(files, before, now)
}
