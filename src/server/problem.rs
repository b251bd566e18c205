//! Errors as problem documents (RFC 9457).

use std::any::Any;

use axum::Json;
use axum::extract::Extension;
use axum::extract::rejection::{JsonRejection, PathRejection, QueryRejection};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use super::finding::Finding;
use super::line::Code;
use super::part;
use crate::error::{Error, ErrorKind};

/// What went wrong: the document that clients see.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem(Box<Document>);

/// What went wrong, for programs and for people.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct Document {
    /// What kind of problem it is: `about:blank`, since `code` says more.
    #[serde(rename = "type")]
    #[schema(rename = "type")]
    pub kind: &'static str,
    /// The status in words.
    pub title: String,
    /// The status.
    #[schema(value_type = u16)]
    pub status: u16,
    /// What went wrong and what to do, in a sentence.
    pub detail: String,
    /// What it is about: `request`, `parameter`, `project`, `conflict`, `model`, `budget` …
    pub code: &'static str,
    /// Whether the same request may do better a little later.
    pub retry: bool,
    /// The id of the request.
    pub instance: String,
    /// The places that it is about, if there are any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
    /// What is wrong with a code, at its places.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
}

/// What may be better a little later.
const RETRY: [StatusCode; 5] = [
    StatusCode::SERVICE_UNAVAILABLE,
    StatusCode::CONFLICT,
    StatusCode::BAD_GATEWAY,
    StatusCode::TOO_MANY_REQUESTS,
    StatusCode::REQUEST_TIMEOUT,
];

/// The media type of problems.
const MEDIA: HeaderValue = HeaderValue::from_static("application/problem+json");

impl Problem {
    /// A problem with its status, its code and its sentence.
    pub fn new(status: StatusCode, code: &'static str, detail: impl Into<String>) -> Self {
        let title = status.canonical_reason().unwrap_or("error").to_owned();
        let retry = RETRY.contains(&status);
        let (status, detail) = (status.as_u16(), detail.into());
        let (instance, places, findings) = (part::current(), Vec::new(), Vec::new());
        Self(Box::new(Document { kind: "about:blank", title, status, detail, code, retry, instance, places, findings }))
    }

    /// The same may do better a little later.
    pub(super) fn tried_again_later(mut self) -> Self {
        self.0.retry = true;
        self
    }

    /// The document of it.
    pub(super) fn document(&self) -> &Document {
        &self.0
    }

    /// There is nothing of this kind with this name.
    pub(super) fn missing(what: &str, name: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, "not-found", format!("there is no {what} `{name}`"))
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        (status, Extension(Code(self.0.code)), [(header::CONTENT_TYPE, MEDIA)], Json(self.0)).into_response()
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        let (status, code) = match error.kind() {
            ErrorKind::Request => (StatusCode::UNPROCESSABLE_ENTITY, "request"),
            ErrorKind::Parameter => (StatusCode::UNPROCESSABLE_ENTITY, "parameter"),
            ErrorKind::Project => (StatusCode::CONFLICT, "project"),
            ErrorKind::Scene => (StatusCode::UNPROCESSABLE_ENTITY, "scene"),
            ErrorKind::Conflict => (StatusCode::CONFLICT, "conflict"),
            ErrorKind::Budget => (StatusCode::PAYMENT_REQUIRED, "budget"),
            ErrorKind::Model => (StatusCode::BAD_GATEWAY, "model"),
            ErrorKind::Store => (StatusCode::SERVICE_UNAVAILABLE, "store"),
            _ => (StatusCode::INTERNAL_SERVER_ERROR, "internal"),
        };
        let mut problem = Self::new(status, code, error.to_string());
        // What a project is like does not change by itself.
        problem.0.retry &= error.kind() != ErrorKind::Project;
        problem.0.places = error.diagnostics().iter().map(ToString::to_string).collect();
        if error.kind() == ErrorKind::Scene {
            problem.0.findings = error.diagnostics().iter().map(Finding::of).collect();
        }
        problem
    }
}

impl From<JsonRejection> for Problem {
    fn from(wrong: JsonRejection) -> Self {
        Self::new(wrong.status(), "body", wrong.body_text())
    }
}

impl From<PathRejection> for Problem {
    fn from(wrong: PathRejection) -> Self {
        Self::new(StatusCode::NOT_FOUND, "not-found", wrong.body_text())
    }
}

impl From<QueryRejection> for Problem {
    fn from(wrong: QueryRejection) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "query", wrong.body_text())
    }
}

pub(super) async fn no_such_path() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "not-found", "there is nothing here: `/openapi.json` says what there is")
}

pub(super) async fn no_such_method() -> Problem {
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, "method", "this path does not take this method: see `/openapi.json`")
}

pub(super) fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    let detail = "the service has a mistake: please report it with the request";
    Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", detail).into_response()
}
