//! `POST /v1/route`: what would be done about a request, and why.

use axum::Json;
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use serde_json::json;

use super::generate::Ask;
use super::problem::{Document, Problem};
use super::reply::Reply;
use super::service::Service;
use crate::error::{Error, ErrorKind};

/// Says what would be done about a request, and why: what was read from which bytes of it, which gates are closed, which words
/// nothing explains. Nothing is made and no model asked.
#[utoipa::path(post, path = "/v1/route", tag = "scenes", request_body = Ask,
    responses((status = 200, body = Reply), (status = "default", body = Document, content_type = "application/problem+json")))]
pub(super) async fn route(
    State(service): State<Service>,
    ask: Result<Json<Ask>, JsonRejection>,
) -> Result<Json<Reply>, Problem> {
    let Json(ask) = ask?;
    let request = ask.request(&service).await?;
    let decision = service.engine().route(&request);
    let unwritable =
        |error| Error::new(ErrorKind::Internal, format!("the decision cannot be written as JSON: {error}"));
    let decision = serde_json::to_value(&decision).map_err(unwritable)?;
    Ok(Json(Reply { decision, ..Reply::of("route", json!({})) }))
}
