//! Labelled requests: what people ask, and what should come of it.

use std::fmt;
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

use super::work::{Reading, Way};
use crate::assets;
use crate::error::{Error, ErrorKind, Result};
use crate::request::{Origin, ProjectScene, Request};

/// A request with its label.
#[derive(Debug, Clone, PartialEq)]
pub struct Labelled {
    /// Its id in the file.
    pub id: String,
    /// What kind it is.
    pub kind: Kind,
    /// What the person says.
    pub request: Request,
    /// The scenes of the project that it is said about, if it belongs to one.
    pub project: Option<Vec<ProjectScene>>,
    /// What should come of it.
    pub(super) wanted: Wanted,
}

/// A kind of request, as people count them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A scene that a template shows.
    Add,
    /// A change of scenes that are there.
    Edit,
    /// What no template shows, or no scene at all.
    Out,
    /// A scene of a template of which something is left open.
    Fill,
    /// Several scenes.
    Several,
}

/// What should come of a request.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Wanted {
    /// Scenes of these templates.
    Scenes(Vec<String>),
    /// Changes that can be said exactly.
    Changes(Vec<Json>),
    /// A scene that is there, in another way than can be said exactly.
    Anew,
    /// A scene that no template shows.
    Bespoke,
    /// An answer in words.
    Talk,
}

/// A line of a file.
#[derive(Debug, Deserialize)]
struct Line {
    id: String,
    kind: String,
    prompt: String,
    #[serde(default)]
    attachments: Vec<String>,
    project: Option<Vec<ProjectScene>>,
    #[serde(default)]
    templates: Vec<String>,
    #[serde(default)]
    scenes: Vec<Shown>,
    #[serde(default)]
    ops: Vec<Map<String, Json>>,
    #[serde(default)]
    why: String,
}

/// A scene of several.
#[derive(Debug, Deserialize)]
struct Shown {
    templates: Vec<String>,
}

/// Changes of which scenes there are and how they follow on one another: they take no code.
const OPERATIONS: [&str; 10] =
    ["delete", "duplicate", "move", "rename", "transition", "undo", "redo", "split", "merge", "reformat"];

/// Reads a file of labelled requests, one JSON object a line. Scenes of code are named there by files beside it.
///
/// # Errors
/// [`ErrorKind::File`] if a file cannot be read; [`ErrorKind::Request`] if a line is not as expected, with its number.
pub fn read(path: &Path) -> Result<Vec<Labelled>> {
    let source = assets::read_file(path)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    let lines = source.text().lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(at, line)| labelled(line, folder).map_err(|error| misread((path, at + 1), error))).collect()
}

fn labelled(text: &str, folder: &Path) -> Result<Labelled> {
    let line: Line = serde_json::from_str(text).map_err(|error| {
        let message = "expected `id`, `kind`, `prompt` and what belongs to the kind, as JSON";
        Error::new(ErrorKind::Request, message).because(error)
    })?;
    let kind = Kind::named(&line.kind)?;
    let wanted = line.wanted(kind);
    let Line { id, prompt, attachments, project, .. } = line;
    let request = Request::new(&prompt)?.with_attachments(attachments);
    let project = project.map(|scenes| scenes.into_iter().map(|scene| with_code(scene, folder)).collect());
    Ok(Labelled { id, kind, request, project: project.transpose()?, wanted })
}

/// The scene with its code in place of the name of its file.
fn with_code(scene: ProjectScene, folder: &Path) -> Result<ProjectScene> {
    match scene.origin {
        Origin::Code { code, manifest } => {
            let code = assets::read_file(&folder.join(code))?.text().to_owned();
            Ok(ProjectScene { origin: Origin::Code { code, manifest }, ..scene })
        }
        Origin::Template { .. } => Ok(scene),
    }
}

fn misread((path, line): (&Path, usize), error: Error) -> Error {
    let message = format!("line {line} of `{}` is no labelled request: {error}", path.display());
    Error::new(error.kind(), message).because(error)
}

impl Line {
    fn wanted(&self, kind: Kind) -> Wanted {
        let first = |templates: &[String]| templates.first().cloned();
        match kind {
            Kind::Add | Kind::Fill => Wanted::Scenes(first(&self.templates).into_iter().collect()),
            Kind::Several => Wanted::Scenes(self.scenes.iter().filter_map(|scene| first(&scene.templates)).collect()),
            Kind::Edit if self.ops.iter().any(|op| op.get("op") == Some(&"model".into())) => Wanted::Anew,
            Kind::Edit => Wanted::Changes(self.ops.iter().cloned().map(Json::Object).collect()),
            Kind::Out => match self.why.as_str() {
                "question" | "chatter" => Wanted::Talk,
                "edit-bespoke" => Wanted::Anew,
                _ => Wanted::Bespoke,
            },
        }
    }
}

impl Labelled {
    /// The ways that the former pipeline goes, one after the other.
    pub(super) fn ways(&self) -> Vec<Way> {
        let first = match (self.request.attachments(), self.project.as_deref().unwrap_or_default()) {
            ([_, ..], _) => Way::AddWithPicture,
            ([], [_, ..]) => Way::AddBesideScenes,
            ([], []) => Way::Add,
        };
        match &self.wanted {
            Wanted::Scenes(templates) => {
                let further = std::iter::repeat_n(Way::FurtherScene, templates.len().saturating_sub(1));
                std::iter::once(first).chain(further).collect()
            }
            Wanted::Bespoke => vec![first],
            Wanted::Changes(ops) if ops.iter().all(is_operation) => vec![Way::Operation],
            Wanted::Changes(_) => vec![Way::Edit],
            Wanted::Anew => vec![Way::EditAnew],
            Wanted::Talk => vec![Way::Talk],
        }
    }

    /// What a brain reads of it. `is_near` says whether a template comes near.
    pub(super) fn reading(&self, is_near: bool) -> Reading {
        let has_scenes = self.project.as_ref().is_some_and(|scenes| !scenes.is_empty());
        match &self.wanted {
            Wanted::Scenes(templates) if !templates.is_empty() => Reading::ShownByTemplate,
            Wanted::Scenes(_) | Wanted::Bespoke if is_near || has_scenes => Reading::BespokeWithReference,
            Wanted::Scenes(_) | Wanted::Bespoke => Reading::Bespoke,
            Wanted::Changes(_) => Reading::ExactChange,
            Wanted::Anew => Reading::ChangeAnew,
            Wanted::Talk => Reading::Talk,
        }
    }

    /// The scene that a change is about where the label does not say: the last one of code, or else the last one,
    /// counted from 1.
    pub(super) fn changed_scene(&self) -> usize {
        let scenes = self.project.as_deref().unwrap_or_default();
        let code = scenes.iter().rposition(|scene| matches!(scene.origin, Origin::Code { .. }));
        code.map_or(scenes.len(), |at| at + 1)
    }
}

fn is_operation(op: &Json) -> bool {
    op["op"].as_str().is_some_and(|name| OPERATIONS.contains(&name))
}

impl Kind {
    /// All of them, in the order of tables.
    pub const ALL: [Self; 5] = [Self::Add, Self::Edit, Self::Out, Self::Fill, Self::Several];

    fn named(name: &str) -> Result<Self> {
        Ok(match name {
            "add" => Self::Add,
            "edit" => Self::Edit,
            "out" => Self::Out,
            "fill" => Self::Fill,
            "multi" => Self::Several,
            _ => {
                let message = format!("unknown kind `{name}`: expected `add`, `edit`, `out`, `fill` or `multi`");
                return Err(Error::new(ErrorKind::Request, message));
            }
        })
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Add => "add",
            Self::Edit => "edit",
            Self::Out => "out of scope",
            Self::Fill => "fill",
            Self::Several => "several scenes",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ways(line: &str) -> Vec<&'static str> {
        let read = labelled(line, Path::new("tests/requests")).expect("a labelled request");
        read.ways().into_iter().map(Way::name).collect()
    }

    #[test]
    fn each_kind_goes_its_way() {
        let project = r#""project": [{"name": "A", "template": "title-card", "params": {"title": "a"}}]"#;
        for (line, expected) in [
            (r#"{"id": "a", "kind": "add", "prompt": "a", "templates": ["counter"]}"#.to_owned(), &["add"][..]),
            (
                r#"{"id": "a", "kind": "add", "prompt": "a", "attachments": ["b.png"], "templates": ["counter"]}"#.to_owned(),
                &["add-with-picture"],
            ),
            (
                r#"{"id": "a", "kind": "multi", "prompt": "a", "scenes": [{"templates": ["a"]}, {"templates": ["b"]}]}"#.to_owned(),
                &["add", "further-scene"],
            ),
            (format!(r#"{{"id": "a", "kind": "edit", "prompt": "a", {project}, "ops": [{{"op": "undo"}}]}}"#), &["operation"]),
            (
                format!(r#"{{"id": "a", "kind": "edit", "prompt": "a", {project}, "ops": [{{"op": "undo"}}, {{"op": "set"}}]}}"#),
                &["edit"],
            ),
            (format!(r#"{{"id": "a", "kind": "edit", "prompt": "a", {project}, "ops": [{{"op": "model"}}]}}"#), &["edit-anew"]),
            (format!(r#"{{"id": "a", "kind": "out", "prompt": "a", {project}, "why": "bespoke"}}"#), &["add-beside-scenes"]),
            (r#"{"id": "a", "kind": "out", "prompt": "a", "why": "chatter"}"#.to_owned(), &["talk"]),
        ] {
            assert_eq!(ways(&line), expected, "{line}");
        }
    }

    #[test]
    fn what_is_no_request_is_told_with_its_line() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.jsonl");
        std::fs::write(&path, "{\"id\": \"a\", \"kind\": \"add\", \"prompt\": \"a\"}\n\n{\"id\": \"b\", \"kind\": \"sing\", \"prompt\": \"a\"}\n")
            .expect("written");
        let message = read(&path).expect_err("a mistake").to_string();
        assert!(message.starts_with("line 3 of ") && message.contains("unknown kind `sing`"), "{message}");
    }

    #[test]
    fn scenes_of_code_are_read_from_beside() {
        let read = read(Path::new("tests/requests/dev_code.jsonl")).expect("requests");
        let codes = read.iter().flat_map(|labelled| labelled.project.iter().flatten());
        let codes =
            codes.filter(|scene| matches!(&scene.origin, Origin::Code { code, .. } if code.contains("export default")));
        assert!(codes.count() >= read.len(), "each has a scene of code");
    }
}
