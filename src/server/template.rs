//! The templates that there are.

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use serde_json::json;

use super::problem::{Document, Problem};
use super::reply::Reply;
use super::service::Service;
use crate::engine::play::Clip;
use crate::engine::{Engine, Origin};
use crate::pattern::Pattern;
use crate::request::Request;
use crate::store::project::{Project, ProjectId, SceneRecord};
use crate::template::Summary;
use crate::tsx::Form;

/// Lists the templates with what they show and what they take.
#[utoipa::path(get, path = "/v1/templates", tag = "library",
    responses((status = 200, body = Reply), (status = "default", body = Document, content_type = "application/problem+json")))]
pub(super) async fn list(State(service): State<Service>) -> Json<Reply> {
    let engine = service.engine();
    let templates: Vec<Summary<'_>> = engine.library().manifests().map(Summary::of).collect();
    Json(Reply::of("templates", json!({"templates": templates})))
}

/// Shows a template with requests that it serves.
#[utoipa::path(get, path = "/v1/templates/{id}", tag = "library", params(("id" = String, Path, description = "The template")),
    responses((status = 200, body = Reply), (status = "default", body = Document, content_type = "application/problem+json")))]
pub(super) async fn show(
    State(service): State<Service>,
    id: Result<Path<String>, PathRejection>,
) -> Result<Json<Reply>, Problem> {
    let Path(id) = id?;
    let engine = service.engine();
    let manifest = engine.library().manifest(&id).ok_or_else(|| Problem::missing("template", &id))?;
    let pattern = engine.patterns().patterns().iter().find(|pattern| pattern.template() == id);
    let examples: Vec<&str> =
        pattern.into_iter().flat_map(Pattern::examples).map(|example| example.say.as_str()).collect();
    let clip = examples.first().and_then(|say| shown(&engine, &id, say));
    let data = json!({"template": Summary::of(manifest), "examples": examples, "clip": clip});
    Ok(Json(Reply::of("template", data)))
}

/// What a template makes of one of its examples.
fn shown(engine: &Engine, template: &str, say: &str) -> Option<Clip> {
    let made = engine.generate(&Request::new(say).ok()?, Form::Module, &mut ()).ok()?;
    let scene = made.scenes.into_iter().next()?;
    let Origin::Template(fit) = &scene.origin else { return None };
    let record = SceneRecord::of_template(fit, template, scene.scene.meta()?, say);
    let mut project = Project::new(ProjectId::fresh(), template).ok()?;
    project.scenes.push(record);
    Clip::of(engine.library(), &project, 1).ok()
}
