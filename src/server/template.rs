//! The templates that there are.

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use serde_json::json;

use super::problem::{Document, Problem};
use super::reply::Reply;
use super::service::Service;
use crate::pattern::Pattern;
use crate::template::Summary;

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
    Ok(Json(Reply::of("template", json!({"template": Summary::of(manifest), "examples": examples}))))
}
