//! Code that people write: checked, compiled for players, and kept.

use std::time::SystemTime;

use axum::Json;
use axum::extract::rejection::{JsonRejection, PathRejection};
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use super::finding::Finding;
use super::message::AUTHOR;
use super::problem::{Document, Problem};
use super::project::key;
use super::reply::Reply;
use super::scene::place;
use super::service::Service;
use crate::diagnostic::Source;
use crate::engine::play::Playable;
use crate::engine::turn::Made;
use crate::store::project::Snapshot;
use crate::tsx::{self, Form, Meta};

/// The code of a scene.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    /// The code, in TSX.
    code: String,
}

/// Checks the code of a scene and compiles it for a player. Code with mistakes is no problem: the answer lists them.
#[utoipa::path(
    post, path = "/v1/compile", tag = "scenes", request_body = Written,
    responses((status = 200, body = Reply), (status = "default", body = Document, content_type = "application/problem+json"))
)]
pub(super) async fn compile(written: Result<Json<Written>, JsonRejection>) -> Result<Json<Reply>, Problem> {
    let Json(Written { code }) = written?;
    let data = match tsx::check(&Source::new("Scene.tsx", code.as_str())) {
        Ok(scene) => json!({"playable": Playable::of_scene(scene.code(), usual)?, "findings": []}),
        Err(error) => {
            let findings: Vec<Finding> = error.diagnostics().iter().map(Finding::of).collect();
            json!({"playable": null, "findings": findings})
        }
    };
    Ok(Json(Reply::of("compile", data)))
}

/// Gives a scene the code that a person has written, if it passes the check.
#[utoipa::path(put, path = "/v1/projects/{id}/scenes/{scene}/code", tag = "projects", request_body = Written,
    params(("id" = String, Path, description = "The project"), ("scene" = String, Path, description = "The scene's id or its number, from 1 on")),
    responses((status = 200, body = Reply), (status = "default", body = Document, content_type = "application/problem+json")))]
pub(super) async fn write(
    State(service): State<Service>,
    path: Result<Path<(String, String)>, PathRejection>,
    headers: HeaderMap,
    written: Result<Json<Written>, JsonRejection>,
) -> Result<Json<Reply>, Problem> {
    let (Snapshot { project, .. }, number) = place(&service, path).await?;
    let Json(Written { code }) = written?;
    let scene = &project.scenes[number - 1].id;
    let made =
        Made { form: Form::Module, author: AUTHOR.to_owned(), at: SystemTime::now().into(), key: key(&headers)? };
    let engine = service.engine();
    let answer = engine.write_code((service.store(), &project.id), (scene, &code), &made).await?;
    Reply::turned(&engine, "code", &answer).map(Json)
}

/// What a scene is taken for that does not say its length and size.
fn usual() -> Meta {
    Meta { id: "scene".to_owned(), duration_in_frames: 120, fps: 30, width: 1920, height: 1080 }
}
