//! `POST /v1/generate`: a request becomes scenes, which belong to no project.

use axum::Json;
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use std::time::SystemTime;
use utoipa::ToSchema;

use super::asset;
use super::events::{self, wants_events};
use super::metrics::Counting;
use super::part;
use super::problem::{Document, Problem};
use super::reply::Reply;
use super::service::{Prompts, Service};
use crate::event::Observer;
use crate::pipeline::Asker;
use crate::request::{Format, Request};
use crate::tsx::Form;

/// What a person asks for.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Ask {
    /// The request in plain words, at most 16 KiB.
    #[schema(
        example = "title card 'Launch Day', 4 seconds, vertical",
        max_length = 16384,
        pattern = r"[^\s\x00-\x1f\x7f-\x9f]"
    )]
    pub(super) prompt: String,
    /// Pictures that come with it: addresses, or ids of uploaded ones.
    #[serde(default)]
    #[schema(max_items = 8)]
    pub(super) pictures: Vec<String>,
    /// The format of the scene, whatever the request says.
    pub(super) format: Option<Format>,
    /// Whether React and Remotion are taken from `window` instead of being imported, as players in the browser want.
    #[serde(default)]
    pub(super) globals: bool,
    /// Whether models are asked again in spite of the cache.
    #[serde(default)]
    pub(super) fresh: bool,
}

impl Ask {
    /// A request with nothing else said.
    pub(super) fn plain(prompt: &str, pictures: &[String], format: Option<Format>) -> Self {
        let (prompt, pictures) = (prompt.to_owned(), pictures.to_vec());
        Self { prompt, pictures, format, globals: false, fresh: false }
    }

    /// The request, with its pictures.
    pub(super) async fn request(&self, service: &Service) -> Result<Request, Problem> {
        if service.settings().prompts == Prompts::Logged {
            tracing::info!(target: "firstframe::prompt", id = part::current(), prompt = self.prompt);
        }
        let pictures = asset::addresses(service, &self.pictures).await?;
        let request = Request::new(&self.prompt)?.with_attachments(pictures);
        let request = if self.fresh { request.made_anew() } else { request };
        Ok(match self.format {
            Some(format) => request.with_format(format),
            None => request,
        })
    }

    pub(super) fn form(&self) -> Form {
        if self.globals { Form::Globals } else { Form::Module }
    }
}

/// Makes scenes of a request.
///
/// With `Accept: text/event-stream` it answers with events as they happen: `stage`, `draft`, `code`, `scene`, and last exactly
/// one `done` with the reply, or one `failed` with the problem.
#[utoipa::path(
    post, path = "/v1/generate", tag = "scenes", request_body = Ask,
    responses((status = 200, body = Reply), (status = "default", body = Document, content_type = "application/problem+json"))
)]
pub(super) async fn generate(
    State(service): State<Service>,
    headers: HeaderMap,
    ask: Result<Json<Ask>, JsonRejection>,
) -> Result<Response, Problem> {
    let Json(ask) = ask?;
    let request = ask.request(&service).await?;
    if wants_events(&headers) {
        let form = ask.form();
        return Ok(events::stream(&service, |service, mut sending| async move {
            made(&service, (&request, form), &mut sending).await
        }));
    }
    let reply = made(&service, (&request, ask.form()), &mut ()).await?;
    Ok(Json(reply).into_response())
}

async fn made(
    service: &Service,
    (request, form): (&Request, Form),
    observer: &mut (dyn Observer + Send),
) -> Result<Reply, Problem> {
    let engine = service.engine();
    let asker = Asker::local(form, SystemTime::now()).in_trace(part::trace());
    let mut counting = Counting::new(service.metrics(), "generate", observer);
    let made = engine.create(request, (service.models(), asker), &mut counting).await;
    counting.ended(made.as_ref().ok());
    Reply::generated(&engine, request, &made?)
}
