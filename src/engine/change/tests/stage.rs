//! A project to try plans on.

use std::sync::LazyLock;

use serde_json::{Value as Json, json};

use super::super::{Applied, apply};
use crate::assets::Assets;
use crate::error::{Error, ErrorKind, Result};
use crate::request::Format;
use crate::route::Op;
use crate::store::project::{Content, Maker, Project, ProjectId, Provenance, SceneRecord};
use crate::template::{Library, Options};

static LIBRARY: LazyLock<Option<Library>> = LazyLock::new(|| Library::open(&Assets::embedded()).ok());

pub(super) fn library() -> Result<&'static Library> {
    LIBRARY.as_ref().ok_or_else(|| Error::new(ErrorKind::Assets, "the library cannot be opened"))
}

pub(super) fn template(name: &str, template: &str, params: &Json) -> Result<SceneRecord> {
    let fit = library()?.fit(template, &params.as_object().cloned().unwrap_or_default())?;
    let rendered = library()?.render(&fit, Options::default())?;
    let meta = rendered.scene.meta().ok_or_else(|| Error::new(ErrorKind::Internal, "a template without `meta`"))?;
    let record = SceneRecord::of_template(&fit, name, meta, "a test");
    Ok(SceneRecord { id: name.to_lowercase().parse()?, ..record })
}

const CUP: &str = include_str!("../../../../tests/requests/dev_scenes/coffee-cup.tsx");

/// A scene of code with a manifest of its own.
pub(super) fn code(name: &str) -> Result<SceneRecord> {
    let manifest = json!([
        {"name": "title", "type": "text"},
        {"name": "tagline", "type": "text"},
        {"name": "background", "type": "colour"},
        {"name": "cupColor", "type": "colour", "says": ["cup"]},
        {"name": "font", "type": "text"},
        {"name": "steamCount", "type": "number", "says": ["number of wisps"], "max": 9},
    ]);
    Ok(SceneRecord {
        id: name.to_lowercase().parse()?,
        name: name.to_owned(),
        content: Content::Code { code: CUP.to_owned(), manifest },
        frames: 150,
        fps: 30,
        format: Format::Landscape,
        window: None,
        transition: None,
        provenance: Provenance::now(Maker::Model, None),
    })
}

/// A film of five scenes: Intro, Sales, Words, List and Cup, which is code.
pub(super) fn film() -> Result<Project> {
    let sales = json!([{"label": "Jan", "value": 30}, {"label": "Feb", "value": 35}, {"label": "March", "value": 42}]);
    project(vec![
        template("Intro", "title-card", &json!({"title": "Launch Day 2025", "subtitle": "for npm users"}))?,
        template("Sales", "bar-chart", &json!({"title": "Sales 2025", "series": sales, "accent": "teal"}))?,
        template("Words", "quote", &json!({"quote": "Measure twice.", "author": "Ines", "theme": "ocean"}))?,
        template("List", "bullet-list", &json!({"items": ["Tent", "Laptop and charger"], "duration": 6}))?,
        code("Cup")?,
    ])
}

pub(super) fn project(scenes: Vec<SceneRecord>) -> Result<Project> {
    let mut project = Project::new("film".parse::<ProjectId>()?, "film")?;
    project.scenes = scenes;
    Ok(project)
}

/// What a plan, written as JSON, comes to.
pub(super) fn tried(project: &Project, plan: &str) -> Result<Applied> {
    apply((library()?, Options::default()), project, project, &Op::read_plan(plan)?)
}

/// What is said of a plan, line by line.
pub(super) fn said(project: &Project, plan: &str) -> String {
    match tried(project, plan) {
        Ok(applied) => applied.told.iter().map(|told| told.text.as_str()).collect::<Vec<_>>().join("\n"),
        Err(error) => format!("REFUSED {error}"),
    }
}
