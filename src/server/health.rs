//! How the service is.

use axum::extract::State;
use axum::http::{HeaderName, StatusCode, header};

use super::problem::{Document, Problem};
use super::service::Service;
use crate::store::project::Which;

/// Says that the service runs.
#[utoipa::path(get, path = "/healthz", tag = "service", security(()), responses((status = 200, body = String, content_type = "text/plain")))]
pub(super) async fn healthz() -> &'static str {
    "ok\n"
}

/// Says whether the service takes requests: its projects can be read, and it is not closing.
#[utoipa::path(get, path = "/readyz", tag = "service", security(()),
    responses((status = 200, body = String, content_type = "text/plain"), (status = 503, body = Document, content_type = "application/problem+json")))]
pub(super) async fn readyz(State(service): State<Service>) -> Result<&'static str, Problem> {
    if service.is_closing() {
        return Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "closing", "the service is closing"));
    }
    service.store().list(Which::Living).await?;
    Ok("ready\n")
}

/// What was counted, in the format of Prometheus.
#[utoipa::path(get, path = "/metrics", tag = "service", 
    responses((status = 200, body = String, content_type = "application/openmetrics-text"),
        (status = "default", body = Document, content_type = "application/problem+json")))]
pub(super) async fn metrics(State(service): State<Service>) -> ([(HeaderName, &'static str); 1], String) {
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    ([(header::CONTENT_TYPE, kind)], service.metrics().text())
}
