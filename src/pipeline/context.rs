//! What models are shown of a request and its project: as little as the request needs.

use std::fmt::Write;

use serde_json::{Map, Value as Json};

use super::full::Gap;
use super::job::Job;
use super::picture;
use crate::request::{Origin, ProjectScene, Request};
use crate::tsx;

/// The longest line about a scene, in characters.
const LINE: usize = 400;

/// What the brain is shown: the request, its pictures, the scenes of the project in a line each, what was asked before,
/// and how far the router came.
pub(super) fn of(job: &Job, gap: &Gap<'_>) -> String {
    let request = &*job.request;
    let mut text = format!("Request:\n{}\n\n", gap.wish);
    frame(&mut text, job);
    pictures(&mut text, request);
    scenes(&mut text, request);
    if let Some(open) = request.open() {
        let _ = writeln!(text, "Before, the person had said `{open}` and was asked a question, which this may answer.");
    }
    let _ = writeln!(text, "Why no template was taken: {}", gap.reason);
    if let Some(partial) = gap.partial {
        let left = if partial.unexplained.is_empty() {
            String::new()
        } else {
            format!(", not shown by it: {}", partial.unexplained.join(", "))
        };
        let _ = writeln!(text, "Nearest template: `{}`{left}", partial.fit.template());
    }
    text
}

/// The size and the length, as a sentence.
pub(super) fn frame(text: &mut String, job: &Job) {
    let ((width, height), fps, seconds) = (job.frame.size(), job.frame.fps, job.frame.seconds);
    let _ = writeln!(text, "Frame: {width} × {height} pixels, {fps} frames a second, {seconds} seconds.");
}

/// The pictures that came with a request, under the names by which scenes refer to them.
pub(super) fn pictures(text: &mut String, request: &Request) {
    for (at, address) in request.attachments().iter().enumerate() {
        let _ = writeln!(text, "Picture `{}` is attached ({}).", picture::name(at), picture::kind(address));
    }
}

fn scenes(text: &mut String, request: &Request) {
    if request.project().is_empty() {
        return;
    }
    text.push_str("Scenes of the project:\n");
    for (at, scene) in request.project().iter().enumerate() {
        let _ = writeln!(text, "{}. {}", at + 1, line(scene));
    }
    if let Some(last) = request.last_changed() {
        let _ = writeln!(text, "Scene {last} was changed last.");
    }
}

/// A scene in a line: its name, what it is made from, what it shows.
fn line(scene: &ProjectScene) -> String {
    let shown = match &scene.origin {
        Origin::Template { template } => format!("template `{template}`: {}", shown(&scene.params)),
        Origin::Code { code, .. } => {
            let props = tsx::default_props(code).ok();
            let props = props.as_ref().and_then(Json::as_object);
            format!("code: {}", props.map(shown).unwrap_or_default())
        }
    };
    let line = format!("`{}`, {shown}", scene.name);
    match line.char_indices().nth(LINE) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// Parameters in a line. Pictures that hold themselves are long and say nothing.
fn shown(params: &Map<String, Json>) -> String {
    let is_data = |value: &Json| value.as_str().is_some_and(|text| text.starts_with("data:"));
    let shown = params.iter().filter(|(_, value)| !is_data(value)).map(|(name, value)| format!("{name} {value}"));
    shown.collect::<Vec<_>>().join(", ")
}
