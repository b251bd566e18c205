//! Scripts for requests: what is answered about each.

use std::sync::Arc;

use serde_json::{Map, Value as Json, json};

use super::assumptions::{Assumptions, Draw, Plan};
use super::labelled::{Labelled, Wanted};
use super::script::Script;
use super::shape::Wishes;
use crate::engine::Engine;
use crate::error::{Error, ErrorKind, Result};
use crate::route::Step;
use crate::template::{Library, Manifest, Options, ParamSpec};

/// Writes scripts: scenes of the library stand for those that a model writes, since they are as long and pass the check.
#[derive(Debug)]
pub(super) struct Scripts<'e> {
    engine: &'e Engine,
    assumptions: Arc<Assumptions>,
    scenes: Vec<String>,
    samples: Wishes,
}

impl<'e> Scripts<'e> {
    /// Renders a scene of each template.
    ///
    /// # Errors
    /// [`ErrorKind::Assets`] if the library is empty.
    pub(super) fn new(engine: &'e Engine, assumptions: &Arc<Assumptions>) -> Result<Self> {
        let library = engine.library();
        let scenes = library.manifests().filter_map(|manifest| scene(library, &manifest.id));
        // Pictures that nobody gave are no part of what models write.
        let scenes: Vec<String> = scenes.filter(|code| !code.contains("://")).collect();
        if scenes.is_empty() {
            return Err(Error::new(ErrorKind::Assets, "expected a library with at least one template"));
        }
        let samples = library.manifests().flat_map(|manifest| samples(library, &manifest.id)).collect();
        Ok(Self { engine, assumptions: assumptions.clone(), scenes, samples })
    }

    /// The answers to a request.
    pub(super) fn script(&self, labelled: &Labelled, seed: u64) -> Arc<Script> {
        let draw = Draw { seed, request: &labelled.id, what: "scene", number: 0 };
        let scene = self.scenes.get(draw.below(self.scenes.len())).cloned().unwrap_or_default();
        let mut wishes = self.samples.clone();
        if let Wanted::Scenes(templates) = &labelled.wanted {
            wishes.extend(templates.iter().flat_map(|template| samples(self.engine.library(), template)));
            wishes.extend(templates.first().map(|template| ("template".to_owned(), json!(template))));
        }
        Arc::new(Script { scene, wishes, plans: self.plans(labelled) })
    }

    /// What a brain answers about the whole request, and about each of its parts where it is taken apart as it is labelled.
    fn plans(&self, labelled: &Labelled) -> Vec<(String, Json)> {
        let decision = self.engine.route(&labelled.request);
        let is_near = decision.plan.iter().any(|step| matches!(step, Step::Model { partial: Some(_), .. }));
        let Some(answer) = self.assumptions.answers.get(&labelled.reading(is_near)) else { return Vec::new() };
        let templates: &[String] = if let Wanted::Scenes(templates) = &labelled.wanted { templates } else { &[] };
        let each: Vec<Json> = templates.iter().map(|template| step(labelled, *answer, Some(template))).collect();
        let prompt = labelled.request.prompt();
        let words = decision.parts.iter().filter_map(|part| prompt.get(part.span.range()));
        let words = words.filter(|_| decision.parts.len() == each.len()).map(str::to_owned);
        let mut plans: Vec<(String, Json)> =
            words.zip(&each).map(|(words, step)| (words, plan(std::slice::from_ref(step)))).collect();
        plans.sort_by_key(|(words, _)| words.len());
        let whole = if each.is_empty() { vec![step(labelled, *answer, None)] } else { each };
        plans.push((prompt.to_owned(), plan(&whole)));
        plans
    }
}

fn plan(steps: &[Json]) -> Json {
    json!({"steps": steps})
}

/// A step with all that any tool may need.
fn step(labelled: &Labelled, Plan { tool, plan }: Plan, template: Option<&String>) -> Json {
    let ops = if let Wanted::Changes(ops) = &labelled.wanted { json!(ops).to_string() } else { "[]".to_owned() };
    json!({
        "tool": tool, "plan": plan, "template": template, "text": labelled.request.prompt(), "pictures": "none",
        "scene": labelled.changed_scene(), "changes": ops,
    })
}

fn scene(library: &Library, id: &str) -> Option<String> {
    let fit = library.fit(id, &Map::new()).ok()?;
    library.render(&fit, Options::default()).ok().map(|rendered| rendered.scene.code().to_owned())
}

/// What a template shows where nothing is said.
fn samples(library: &Library, id: &str) -> Vec<(String, Json)> {
    let specs = library.manifest(id).map(Manifest::params).unwrap_or_default();
    let shown = |spec: &ParamSpec| spec.sample.as_ref().or(spec.default.as_ref()).map(|value| json!(value));
    specs.iter().filter_map(|spec| Some((spec.name.to_string(), shown(spec)?))).collect()
}
