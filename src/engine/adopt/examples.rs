//! Examples of a draft: the requests that the scene was made for, mended until they are served, and general ones.

use serde_json::{Map, Value as Json, json};

use super::draft::{Answer, Draft};
use super::words::{begun, phrase, plain, runs, scene_names};
use super::{Bench, Source};
use crate::error::{Error, ErrorKind, Result};
use crate::request::Request;
use crate::template::adopt::Adopted;
use crate::template::{ParamSpec, ParamType};
use crate::value::Value;

/// The longest text of a scene that stands in an example.
const LONGEST: usize = 60;

/// The draft of an adopted template with its examples, all of which are served. What is not is among the notes.
pub(super) fn drafted(
    bench: &Bench,
    (source, adopted): (&Source<'_>, &Adopted),
    notes: &mut Vec<String>,
) -> Result<Draft> {
    let taken: Vec<String> = bench.engine.patterns().names().collect();
    let names = scene_names(source.id, &source.names, &taken);
    let Some(name) = names.first() else { return Err(unnamed(source.id)) };
    let mut draft = begun(source.id, &names, adopted);
    for request in &source.requests {
        draft = served(bench, draft, request)?;
    }
    let mut general = draft.clone();
    general.examples = general_examples(name, adopted);
    let general = general.holding(&bench.with(&draft)?)?;
    let known = |say: &String| source.requests.contains(say);
    draft.examples.extend(general.examples.into_iter().filter(|(say, _)| !known(say)));
    notes.extend(draft.unserved.iter().map(|(say, reason)| format!("“{say}” is no example: {reason}")));
    Ok(draft)
}

fn unnamed(id: &str) -> Error {
    let message = format!(
        "the scene cannot become a template: what `{id}` says names other scenes already: choose another id with `--id`"
    );
    Error::new(ErrorKind::Scene, message)
}

/// The draft with a request as an example, if it is served, or if a phrase of its words makes that it is.
fn served(bench: &Bench, draft: Draft, say: &str) -> Result<Draft> {
    let engine = bench.with(&draft)?;
    if let Answer::Served { params, .. } = draft.answer(&engine, say)? {
        return Ok(draft.with_example(say, params));
    }
    let request = Request::new(say)?;
    let (rough, answer) = phrased(bench, &draft, (say, &runs(&engine, &request, &[])))?;
    let (params, found) = match answer {
        Answer::Served { params, found } => (params, found),
        Answer::Refused(reason) => return Ok(draft.without_example(say, reason)),
    };
    // What is read as a parameter says nothing of the scene: the phrase can do without it, if the request can.
    match phrased(bench, &draft, (say, &runs(&engine, &request, &found)))? {
        (fine, Answer::Served { params: same, .. }) if same == params => Ok(fine.with_example(say, params)),
        _ => Ok(rough.with_example(say, params)),
    }
}

/// The draft with a phrase of some words, and what becomes of a request then.
fn phrased(bench: &Bench, draft: &Draft, (say, runs): (&str, &[String])) -> Result<(Draft, Answer)> {
    let mut draft = draft.clone();
    draft.phrases.extend(phrase(runs));
    let answer = draft.answer(&bench.with(&draft)?, say)?;
    Ok((draft, answer))
}

/// Examples that any template of that kind should serve; some of them may not be.
fn general_examples(name: &str, adopted: &Adopted) -> Vec<(String, Json)> {
    let article = match name {
        name if name.ends_with('s') && !name.ends_with("ss") => "",
        name if name.starts_with(['a', 'e', 'i', 'o', 'u']) => "an ",
        _ => "a ",
    };
    let mut examples = vec![(format!("make {article}{name}"), json!({}))];
    let specs: Vec<&ParamSpec> = adopted.fields.iter().filter_map(|field| field.spec()).collect();
    let text = specs.iter().find_map(|spec| with_text(&format!("{article}{name}"), spec));
    examples.extend(text);
    let has = |common: &str| adopted.common.contains(&common);
    let seconds = if adopted.duration == 8.0 { 6 } else { 8 };
    for (common, say, value) in [
        ("duration", format!("{name}, {seconds} seconds"), json!(seconds)),
        ("background", format!("{article}{name} on a navy background"), json!("navy")),
        ("accent", format!("{article}{name} in teal"), json!("teal")),
    ] {
        examples.extend(has(common).then(|| (say, one(common, value))));
    }
    for (kind, value, said) in [(ParamType::Colour, json!("teal"), "teal"), (ParamType::Number, json!(24), "24")] {
        let spec = specs.iter().find(|spec| spec.kind == kind && spec.range.contains(&24.0));
        let cue = spec.map(|spec| plain(spec.says.first().unwrap_or(&spec.label)));
        examples.extend(
            spec.zip(cue).map(|(spec, cue)| (format!("{article}{name} with {said} {cue}"), one(&spec.name, value))),
        );
    }
    examples
}

/// A request that quotes the text of the scene.
fn with_text(name: &str, spec: &ParamSpec) -> Option<(String, Json)> {
    let Some(Value::Text(text)) = &spec.sample else { return None };
    let is_short = text.chars().count() <= LONGEST && !text.contains(['"', '\'', '\n', '“', '”']);
    let is_line = spec.kind == ParamType::Text && is_short;
    is_line.then(|| (format!("{name} with the {} \"{text}\"", plain(&spec.label)), one(&spec.name, json!(text))))
}

fn one(name: &str, value: Json) -> Json {
    Json::Object(Map::from_iter([(name.to_owned(), value)]))
}
