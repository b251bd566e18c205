//! Projects: made, listed, shown, taken back.

#![allow(unused_qualifications, reason = "the macro that describes paths writes them")]

use std::time::SystemTime;

use axum::Json;
use axum::extract::rejection::{JsonRejection, PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::{IntoParams, ToSchema};

use super::message::AUTHOR;
use super::problem::{Document, Problem};
use super::reply::Reply;
use super::service::Service;
use crate::engine::turn::Made;
use crate::error::ErrorKind;
use crate::route::Op;
use crate::store::project::{Change, Intent, NewProject, ProjectId, Snapshot, Which, Write};
use crate::tsx::Form;

/// The longest key that makes a request repeatable, in bytes.
const LONGEST_KEY: usize = 128;

/// The name of a project, which no other has.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct New {
    /// What people call it; no other project has this name.
    #[schema(example = "film")]
    name: String,
}

/// How much of a log is wanted.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct Newest {
    /// The most revisions, the newest first.
    #[serde(default = "usual")]
    #[param(minimum = 1, maximum = 1000, default = 50)]
    count: usize,
}

fn usual() -> usize {
    50
}

/// Lists the projects, the one that was changed last first.
#[utoipa::path(get, path = "/v1/projects", tag = "projects",
    responses((status = 200, body = Reply), (status = "default", body = Document, content_type = "application/problem+json")))]
pub(super) async fn list(State(service): State<Service>) -> Result<Json<Reply>, Problem> {
    let projects = service.store().list(Which::Living).await?;
    Ok(Json(Reply::of("list", json!({"projects": projects}))))
}

/// Makes a project.
#[utoipa::path(post, path = "/v1/projects", tag = "projects", request_body = New,
    responses((status = 201, body = Reply), (status = "default", body = Document, content_type = "application/problem+json")))]
pub(super) async fn create(
    State(service): State<Service>,
    headers: HeaderMap,
    new: Result<Json<New>, JsonRejection>,
) -> Result<(StatusCode, Json<Reply>), Problem> {
    let Json(New { name }) = new?;
    let new = NewProject { name, at: SystemTime::now().into(), key: key(&headers)? };
    let snapshot = service.store().create(new).await?;
    Ok((StatusCode::CREATED, Json(shown("create", &snapshot))))
}

/// Shows a project with its scenes.
#[utoipa::path(get, path = "/v1/projects/{id}", tag = "projects", params(("id" = String, Path, description = "The project")),
    responses((status = 200, body = Reply), (status = "default", body = Document, content_type = "application/problem+json")))]
pub(super) async fn show(
    State(service): State<Service>,
    id: Result<Path<String>, PathRejection>,
) -> Result<Json<Reply>, Problem> {
    let id = project_id(&service, id).await?;
    Ok(Json(shown("show", &service.store().read(&id).await?)))
}

/// Gives a project another name.
#[utoipa::path(patch, path = "/v1/projects/{id}", tag = "projects", request_body = New, params(("id" = String, Path, description = "The project")),
    responses((status = 200, body = Reply), (status = "default", body = Document, content_type = "application/problem+json")))]
pub(super) async fn rename(
    State(service): State<Service>,
    id: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
    new: Result<Json<New>, JsonRejection>,
) -> Result<Json<Reply>, Problem> {
    let Json(New { name }) = new?;
    write(&service, ("rename", id), Intent::Change(vec![Change::Rename { name }]), &headers).await
}

/// Deletes a project, which can be undone.
#[utoipa::path(delete, path = "/v1/projects/{id}", tag = "projects", params(("id" = String, Path, description = "The project")),
    responses((status = 200, body = Reply), (status = "default", body = Document, content_type = "application/problem+json")))]
pub(super) async fn delete(
    State(service): State<Service>,
    id: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
) -> Result<Json<Reply>, Problem> {
    write(&service, ("delete", id), Intent::Change(vec![Change::Delete]), &headers).await
}

/// Shows what was done to a project, the newest first.
#[utoipa::path(get, path = "/v1/projects/{id}/history", tag = "projects",
    params(("id" = String, Path, description = "The project"), Newest),
    responses((status = 200, body = Reply), (status = "default", body = Document, content_type = "application/problem+json")))]
pub(super) async fn history(
    State(service): State<Service>,
    id: Result<Path<String>, PathRejection>,
    newest: Result<Query<Newest>, QueryRejection>,
) -> Result<Json<Reply>, Problem> {
    let id = project_id(&service, id).await?;
    let Query(Newest { count }) = newest?;
    if !(1..=1000).contains(&count) {
        return Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "query", "expected `count` to be from 1 to 1000"));
    }
    let revisions = service.store().history(&id, count).await?;
    Ok(Json(Reply::of("history", json!({"revisions": revisions}))))
}

/// Takes the last change back.
#[utoipa::path(post, path = "/v1/projects/{id}/undo", tag = "projects", params(("id" = String, Path, description = "The project")),
    responses((status = 200, body = Reply), (status = "default", body = Document, content_type = "application/problem+json")))]
pub(super) async fn undo(
    State(service): State<Service>,
    id: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
) -> Result<Json<Reply>, Problem> {
    write(&service, ("undo", id), Intent::Undo, &headers).await
}

/// Makes again what was taken back last.
#[utoipa::path(post, path = "/v1/projects/{id}/redo", tag = "projects", params(("id" = String, Path, description = "The project")),
    responses((status = 200, body = Reply), (status = "default", body = Document, content_type = "application/problem+json")))]
pub(super) async fn redo(
    State(service): State<Service>,
    id: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
) -> Result<Json<Reply>, Problem> {
    write(&service, ("redo", id), Intent::Redo, &headers).await
}

/// Makes changes that are given as such, all or none: a list of operations such as `{"op": "trim", "scene": 2, "seconds": 4}`.
#[utoipa::path(post, path = "/v1/projects/{id}/operations", tag = "projects", request_body = Vec<Object>,
    params(("id" = String, Path, description = "The project")),
    responses((status = 200, body = Reply), (status = "default", body = Document, content_type = "application/problem+json")))]
pub(super) async fn apply(
    State(service): State<Service>,
    id: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
    ops: Result<Json<Value>, JsonRejection>,
) -> Result<Json<Reply>, Problem> {
    let id = project_id(&service, id).await?;
    let Json(ops) = ops?;
    let ops = Op::read_plan(&ops.to_string())?;
    changed(&service, ("operations", &id), (&ops, key(&headers)?)).await
}

/// Makes changes in a project, and says what came of them.
pub(super) async fn changed(
    service: &Service,
    (operation, id): (&'static str, &ProjectId),
    (ops, key): (&[Op], Option<String>),
) -> Result<Json<Reply>, Problem> {
    let engine = service.engine();
    let made = Made { form: Form::Module, author: AUTHOR.to_owned(), at: SystemTime::now().into(), key };
    let answer = engine.change(service.store(), id, (ops, &made)).await?;
    Reply::turned(&engine, operation, &answer).map(Json)
}

async fn write(
    service: &Service,
    (operation, id): (&'static str, Result<Path<String>, PathRejection>),
    intent: Intent,
    headers: &HeaderMap,
) -> Result<Json<Reply>, Problem> {
    let id = project_id(service, id).await?;
    let write = Write::new(intent, AUTHOR, SystemTime::now().into());
    let written = service.store().write(&id, Write { key: key(headers)?, ..write }).await?;
    let snapshot = Snapshot { project: written.project, revision: written.revision.number };
    Ok(Json(shown(operation, &snapshot)))
}

fn shown(operation: &'static str, Snapshot { project, revision }: &Snapshot) -> Reply {
    let affected = if operation == "show" { Vec::new() } else { vec![project.id.to_string()] };
    Reply { revision: Some(*revision), affected, ..Reply::of(operation, json!({"project": project})) }
}

/// The project that a path names, by its id or its name.
pub(super) async fn project_id(
    service: &Service,
    path: Result<Path<String>, PathRejection>,
) -> Result<ProjectId, Problem> {
    let Path(name) = path?;
    named(service, &name).await
}

/// The project of an id or a name.
pub(super) async fn named(service: &Service, name: &str) -> Result<ProjectId, Problem> {
    let by_id = match name.parse::<ProjectId>() {
        Ok(id) => service.store().read(&id).await.ok().map(|_| id),
        Err(_) => None,
    };
    match by_id {
        Some(id) => Ok(id),
        None => match service.store().find(name).await {
            Ok(found) => Ok(found.id),
            Err(error) if error.kind() == ErrorKind::Project => Err(Problem::missing("project", name)),
            Err(error) => Err(error.into()),
        },
    }
}

/// The key under which asking again does nothing more.
pub(super) fn key(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let Some(key) = headers.get("idempotency-key") else { return Ok(None) };
    let is_good = |key: &&str| (1..=LONGEST_KEY).contains(&key.len());
    let key = key.to_str().ok().filter(is_good).map(str::to_owned);
    let wrong = || {
        let detail = format!("expected `Idempotency-Key` to have 1 to {LONGEST_KEY} plain characters");
        Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "header", detail)
    };
    key.ok_or_else(wrong).map(Some)
}
