//! A scene of a project: its code, and its parameters.

use axum::Json;
use axum::extract::rejection::{JsonRejection, PathRejection};
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use serde_json::{Map, Value, json};

use super::problem::{Document, Problem};
use super::project::{changed, key, project_id};
use super::reply::Reply;
use super::service::Service;
use crate::engine::play::Clip;
use crate::route::Op;
use crate::store::project::Snapshot;

/// Shows a scene: its code, what can be changed in it, and what a player needs.
#[utoipa::path(get, path = "/v1/projects/{id}/scenes/{scene}", tag = "projects",
    params(("id" = String, Path, description = "The project"), ("scene" = String, Path, description = "The scene's id or its number, from 1 on")),
    responses((status = 200, body = Reply), (status = "default", body = Document, content_type = "application/problem+json")))]
pub(super) async fn show(
    State(service): State<Service>,
    path: Result<Path<(String, String)>, PathRejection>,
) -> Result<Json<Reply>, Problem> {
    let (Snapshot { project, revision }, number) = place(&service, path).await?;
    let scene = &project.scenes[number - 1];
    let clip = Clip::of(service.engine().library(), &project, number)?;
    let reply = Reply::of("scene", json!({"number": number, "scene": scene, "code": &clip.code, "clip": clip}));
    Ok(Json(Reply { revision: Some(revision), ..reply }))
}

/// Gives parameters of a scene other values; `null` takes one away.
#[utoipa::path(patch, path = "/v1/projects/{id}/scenes/{scene}", tag = "projects", request_body = Object,
    params(("id" = String, Path, description = "The project"), ("scene" = String, Path, description = "The scene's id or its number, from 1 on")),
    responses((status = 200, body = Reply), (status = "default", body = Document, content_type = "application/problem+json")))]
pub(super) async fn patch(
    State(service): State<Service>,
    path: Result<Path<(String, String)>, PathRejection>,
    headers: HeaderMap,
    params: Result<Json<Map<String, Value>>, JsonRejection>,
) -> Result<Json<Reply>, Problem> {
    let (Snapshot { project, .. }, number) = place(&service, path).await?;
    let Json(params) = params?;
    let op = |(param, value): (&String, &Value)| match value {
        Value::Null => json!({"op": "remove", "scene": number, "param": param}),
        value => json!({"op": "set", "scene": number, "param": param, "value": value}),
    };
    let ops: Value = params.iter().map(op).collect();
    let ops = Op::read_plan(&ops.to_string())?;
    changed(&service, ("patch", &project.id), (&ops, key(&headers)?)).await
}

/// The project as it is, and the number of the scene in it that a path names.
pub(super) async fn place(
    service: &Service,
    path: Result<Path<(String, String)>, PathRejection>,
) -> Result<(Snapshot, usize), Problem> {
    let Path((project, scene)) = path?;
    let id = project_id(service, Ok(Path(project))).await?;
    let snapshot = service.store().read(&id).await?;
    let project = &snapshot.project;
    let by_id = project.scenes.iter().position(|known| known.id.as_str() == scene).map(|at| at + 1);
    let by_number = || scene.parse().ok().filter(|number| (1..=project.scenes.len()).contains(number));
    let number = by_id.or_else(by_number).ok_or_else(|| Problem::missing("scene", &scene))?;
    Ok((snapshot, number))
}
