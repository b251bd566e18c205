//! `POST /v1/projects/{id}/messages`: a turn of the talk about a project.

use std::time::SystemTime;

use axum::Json;
use axum::extract::rejection::{JsonRejection, PathRejection};
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};

use super::events::{self, wants_events};
use super::generate::Ask;
use super::metrics::Counting;
use super::part;
use super::problem::{Document, Problem};
use super::project::{key, project_id};
use super::reply::Reply;
use super::service::Service;
use crate::engine::Engine;
use crate::engine::turn::{self, Answer};
use crate::event::Observer;
use crate::pipeline::Asker;
use crate::store::project::ProjectId;

/// Who is written down as the author of what comes over HTTP.
pub(super) const AUTHOR: &str = "api";

/// Does what a person says about a project: adds scenes, changes them, takes back, remembers facts, or asks.
///
/// All or nothing, and one revision. With the header `Idempotency-Key`, the same again does nothing more. With `Accept:
/// text/event-stream` it answers with events, as `/v1/generate` does.
#[utoipa::path(
    post, path = "/v1/projects/{id}/messages", tag = "projects", request_body = Ask,
    params(("id" = String, Path, description = "The project")),
    responses((status = 200, body = Reply), (status = "default", body = Document, content_type = "application/problem+json"))
)]
pub(super) async fn send(
    State(service): State<Service>,
    id: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
    ask: Result<Json<Ask>, JsonRejection>,
) -> Result<Response, Problem> {
    let id = project_id(&service, id).await?;
    let Json(ask) = ask?;
    let key = key(&headers)?;
    let trace = part::trace();
    let (request, form, at) = (ask.request(&service).await?, ask.form(), SystemTime::now().into());
    let ask = turn::Ask { request, form, author: AUTHOR.to_owned(), at, key, trace };
    if wants_events(&headers) {
        return Ok(events::stream(&service, |service, mut sending| async move {
            turned(&service, (&id, &ask), &mut sending).await
        }));
    }
    Ok(Json(turned(&service, (&id, &ask), &mut ()).await?).into_response())
}

async fn turned(
    service: &Service,
    (id, ask): (&ProjectId, &turn::Ask),
    observer: &mut (dyn Observer + Send),
) -> Result<Reply, Problem> {
    let engine = service.engine();
    let _left = service.ahead().leave(id);
    let mut counting = Counting::new(service.metrics(), "message", observer);
    let answer = engine.turn(service.means(), (service.store(), id), ask, &mut counting).await;
    counting.ended(answer.as_ref().ok().and_then(|answer| answer.generation.as_ref()));
    let answer = answer?;
    look_ahead(service, &engine, (&answer, ask)).await;
    Reply::turned(&engine, "message", &answer)
}

/// Begins what the person is likely to say next. Where nobody can know it, nothing is begun.
async fn look_ahead(service: &Service, engine: &Engine, (answer, ask): (&Answer, &turn::Ask)) {
    if service.models().is_some() {
        let asker = Asker::local(ask.form, ask.at.into()).in_trace(ask.trace);
        let next = engine.next_turns(service.means(), service.store(), answer).await.unwrap_or_default();
        service.ahead().begin(service, answer, asker, next);
    }
}
