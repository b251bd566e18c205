//! A scene of code becomes a template: its props become parameters, its time follows the length and the rate that are
//! asked for, and without parameters it looks as it did.
//!
//! All of it is pure: code and manifest go in, the texts of `template.yaml` and `scene.tsx` come out.

mod field;
mod name;
mod sheet;
mod shell;

use serde_json::{Map, Value as Json};

pub use field::{Field, Place};
pub use name::{id_of, is_id, title};

use super::own::own_params;
use super::spec::ParamSpec;
use super::style::FORMATS;
use crate::diagnostic::{Diagnostic, Source};
use crate::error::{Error, ErrorKind, Result};
use crate::tsx::{self, Anatomy, Casing, Meta, revise};
use shell::Shell;

/// A scene that is to become a template.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// The id of the template.
    pub id: &'a str,
    /// Its code, in TSX, with its import lines.
    pub code: &'a str,
    /// Its manifest, as [`own_params`] reads it; what it lacks is read off the code.
    pub manifest: &'a Json,
    /// What was asked for, if that is known.
    pub request: Option<&'a str>,
}

/// A template that a scene has become.
#[derive(Debug, Clone, PartialEq)]
pub struct Adopted {
    /// The text of `template.yaml`.
    pub manifest: String,
    /// The text of `scene.tsx`.
    pub scene: String,
    /// What became of each of the scene's props, in their order.
    pub fields: Vec<Field>,
    /// Its length in seconds, unless another is asked for.
    pub duration: f64,
    /// The common parameters that it has.
    pub common: Vec<&'static str>,
    /// What its author should know, a sentence each.
    pub notes: Vec<String>,
}

/// Lengths that templates may have, in seconds.
const LENGTHS: std::ops::RangeInclusive<f64> = 1.0..=60.0;
/// Rates that scenes may have.
const RATES: std::ops::RangeInclusive<u32> = 1..=120;
/// What means something to the template engine, and so cannot stand in code.
const TAGS: [&str; 3] = ["{=", "<%", "<#"];

/// Makes a template of a scene.
///
/// # Errors
/// [`ErrorKind::Scene`] with a sentence for each thing that is in the way, and the places of those that have one.
pub fn adopt(candidate: &Candidate<'_>) -> Result<Adopted> {
    let Parts { meta, props, anatomy, specs } = parts(candidate)?;
    let fields = field::fields(&props, &specs);
    blind(&anatomy, &fields)?;
    let (code, mut notes) = paced(candidate.code);
    let mut common: Vec<&str> = if notes.is_empty() { vec!["duration", "fps"] } else { Vec::new() };
    common.extend(anatomy.follows_format.then_some("format"));
    common.extend(fields.iter().filter_map(Field::common));
    notes.extend(fields.iter().filter_map(Field::told));
    notes.extend(remarks(candidate.manifest, &fields));
    let shell = Shell::of(candidate.id, &anatomy, &fields);
    let casing = shell.as_ref().map(Shell::casing);
    let scene = tsx::cased(&code, &Casing { meta: "{= meta =}", props: "{= props =}", shell: casing })?;
    let component = shell.map_or(anatomy.component.unwrap_or_default(), |shell| shell.name);
    let sheet = sheet::Sheet { candidate, meta: &meta, component: &component, fields: &fields, common: &common };
    Ok(Adopted { manifest: sheet.write(), scene, fields, duration: seconds(&meta), common, notes })
}

/// The code of a scene that follows any length and rate; where it cannot, its own code and why.
fn paced(code: &str) -> (String, Vec<String>) {
    match revise::paced(code) {
        Ok(code) => (code, Vec::new()),
        Err(error) => (code.to_owned(), vec![format!("it keeps its length and its rate: {error}")]),
    }
}

/// What a scene has that can become a template.
struct Parts {
    meta: Meta,
    props: Map<String, Json>,
    anatomy: Anatomy,
    specs: Vec<ParamSpec>,
}

/// Reads a scene, and finds all that is wrong with it at once.
fn parts(candidate: &Candidate<'_>) -> Result<Parts> {
    let Candidate { code, manifest, .. } = *candidate;
    let mut wrong = Wrong::default();
    wrong.rules(code);
    let meta = wrong.meta(code);
    let anatomy = tsx::anatomy(code).ok();
    let props = anatomy.as_ref().and_then(|anatomy| wrong.props(code, anatomy));
    for tag in TAGS.into_iter().filter(|tag| code.contains(tag)) {
        wrong.say(format!("`{tag}` stands in it, which begins a tag in templates: write it in another way"));
    }
    anatomy.iter().flat_map(|anatomy| &anatomy.faults).for_each(|fault| wrong.say(fault));
    match (meta, props, anatomy) {
        (Some(meta), Some(props), Some(anatomy)) if wrong.sentences.is_empty() => {
            Ok(Parts { meta, props, anatomy, specs: specs(code, manifest) })
        }
        _ => Err(wrong.error()),
    }
}

/// The parameters of a manifest as far as it can be read, then those that the code shows.
fn specs(code: &str, manifest: &Json) -> Vec<ParamSpec> {
    let read_off = revise::manifest(code).unwrap_or_default();
    let entries = [manifest, &read_off].into_iter().filter_map(Json::as_array).flatten();
    entries.filter_map(|entry| own_params(&Json::Array(vec![entry.clone()])).ok()).flatten().collect()
}

/// What is wrong with a manifest, and was read off the code in its place.
fn remarks(manifest: &Json, fields: &[Field]) -> Vec<String> {
    let entries = match manifest {
        Json::Null => return Vec::new(),
        Json::Array(entries) => entries,
        _ => return vec!["the manifest of the scene is no list of parameters: it was left aside".to_owned()],
    };
    let remark = |entry: &Json| match own_params(&Json::Array(vec![entry.clone()])) {
        Err(error) => Some(error.to_string()),
        Ok(specs) => specs.first().and_then(|spec| misfit(spec, fields)),
    };
    entries.iter().filter_map(remark).collect()
}

/// What a manifest says of a prop that is not there, or is of another type.
fn misfit(spec: &ParamSpec, fields: &[Field]) -> Option<String> {
    let Some(field) = fields.iter().find(|field| field.prop == spec.name) else {
        return Some(format!("the manifest of the scene: there is no prop `{}`", spec.name));
    };
    let (said, found) = (spec.kind.name(), field.spec()?.kind.name());
    (said != found).then(|| format!("the manifest of the scene: `{}` is `{found}`, and not `{said}`", spec.name))
}

/// A scene that reads `defaultProps` past its props would miss what only its shell knows.
fn blind(anatomy: &Anatomy, fields: &[Field]) -> Result<()> {
    if !anatomy.reads_own_data || fields.iter().all(Field::is_direct) {
        return Ok(());
    }
    let mut wrong = Wrong::default();
    wrong.say("it reads `defaultProps` past the props of its component: take them from the props");
    Err(wrong.error())
}

fn seconds(meta: &Meta) -> f64 {
    f64::from(meta.duration_in_frames) / f64::from(meta.fps)
}

/// What keeps a scene from becoming a template.
#[derive(Default)]
struct Wrong {
    sentences: Vec<String>,
    diagnostics: Vec<Diagnostic>,
}

impl Wrong {
    fn say(&mut self, sentence: impl Into<String>) {
        self.sentences.push(sentence.into());
    }

    /// The rules that every scene keeps.
    fn rules(&mut self, code: &str) {
        if let Err(error) = tsx::check(&Source::new("scene.tsx", code)) {
            self.diagnostics = error.diagnostics().to_vec();
            let sentence = |found: &Diagnostic| format!("line {}: {}", found.line_and_column().0, found.message());
            self.sentences.extend(error.diagnostics().iter().map(sentence));
        }
    }

    /// What the scene says of itself, and whether templates can have such a size, length and rate.
    fn meta(&mut self, code: &str) -> Option<Meta> {
        let Some(meta) = tsx::meta(code) else {
            if self.sentences.is_empty() {
                self.say(
                    "it does not say how long it is: export `meta` with id, durationInFrames, fps, width and height",
                );
            }
            return None;
        };
        let Meta { fps, width, height, .. } = meta;
        if !FORMATS.iter().any(|(_, wide, high)| (*wide, *high) == (width, height)) {
            let sizes = FORMATS.map(|(_, wide, high)| format!("{wide} × {high}")).join(", ");
            self.say(format!("it is {width} × {height}, and templates are {sizes}: write it for one of these sizes"));
        }
        if !LENGTHS.contains(&seconds(&meta)) {
            self.say(format!("it lasts {} seconds, and templates last 1 to 60: retime it first", seconds(&meta)));
        }
        if !RATES.contains(&fps) {
            self.say(format!("it has {fps} frames a second, and templates have at most {}", RATES.end()));
        }
        Some(meta)
    }

    /// The data of the scene, if its component looks at it.
    fn props(&mut self, code: &str, anatomy: &Anatomy) -> Option<Map<String, Json>> {
        let Ok(Json::Object(props)) = tsx::default_props(code) else {
            self.say("it has no `export const defaultProps = {…}` of plain data: put there what people may change");
            return None;
        };
        let takes_props = tsx::entry(code).is_ok_and(|entry| entry.takes_props);
        if !(props.is_empty() || takes_props || anatomy.reads_own_data) {
            self.say("its component takes no props: write `export default function Name(props: Props)`");
        }
        Some(props)
    }

    fn error(self) -> Error {
        let message = format!("the scene cannot become a template: {}", self.sentences.join("; "));
        Error::new(ErrorKind::Scene, message).with_diagnostics(self.diagnostics)
    }
}

#[cfg(test)]
mod tests;
