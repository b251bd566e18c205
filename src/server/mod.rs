//! The service: the engine over HTTP, as JSON or as server-sent events.
//!
//! Every operation answers with the same [`Reply`], and every error with a [`Problem`] (RFC 9457); both carry the id of the
//! request. The description at `/openapi.json` is made from the code. It is safe by default: it listens on this machine alone
//! unless there is a token, which is compared before anything else is looked at, and other pages may not read it. Nobody may
//! ask too often, send too much or too slowly, or read too slowly.

mod ahead;
mod asset;
mod body;
mod code;
mod events;
mod fetch;
mod film;
mod finding;
mod generate;
mod guard;
mod health;
mod line;
mod listen;
mod log;
mod message;
mod metrics;
mod page;
mod part;
mod patience;
mod preview;
mod problem;
mod project;
mod public;
mod rate;
mod reply;
mod route;
mod scene;
mod service;
mod stored;
mod template;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::HeaderValue;
use axum::middleware::from_fn_with_state;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::cors::CorsLayer;
use utoipa::OpenApi;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityRequirement, SecurityScheme};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use body::Patience;
pub use listen::{Listening, listen};
pub use log::Log;
pub use metrics::Metrics;
pub use problem::{Document, Problem};
pub use reply::Reply;
pub use service::{Engines, Limits, Prompts, Service, Settings, Token};

#[derive(OpenApi)]
#[openapi(
    info(title = "Firstframe", description = "Turns a request in plain words into a video scene for Remotion."),
    tags(
        (name = "scenes", description = "Scenes from requests"),
        (name = "projects", description = "Scenes that belong together, with their whole history"),
        (name = "library", description = "The templates that there are"),
        (name = "service", description = "How the service is")
    )
)]
struct Description;

/// The routes of a service.
pub fn router(service: &Service) -> Router {
    let (router, description) = OpenApiRouter::with_openapi(Description::openapi())
        .routes(routes!(generate::generate))
        .routes(routes!(preview::preview))
        .routes(routes!(code::compile))
        .routes(routes!(route::route))
        .routes(routes!(template::list))
        .routes(routes!(template::show))
        .routes(routes!(project::list, project::create))
        .routes(routes!(project::show, project::rename, project::delete))
        .routes(routes!(project::history))
        .routes(routes!(project::undo))
        .routes(routes!(project::redo))
        .routes(routes!(project::apply))
        .routes(routes!(message::send))
        .routes(routes!(scene::show, scene::patch))
        .routes(routes!(code::write))
        .routes(routes!(film::show))
        .routes(routes!(asset::upload))
        .routes(routes!(asset::show))
        .routes(routes!(health::healthz))
        .routes(routes!(health::readyz))
        .routes(routes!(health::metrics))
        .split_for_parts();
    let description = axum::Json(secured(description, service));
    let router = router.route("/openapi.json", axum::routing::get(|| async move { description.clone() }));
    let router = router
        .merge(page::routes(service.settings().studio.as_deref()))
        .fallback(problem::no_such_path)
        .method_not_allowed_fallback(problem::no_such_method)
        .layer(DefaultBodyLimit::disable())
        .layer(from_fn_with_state(service.clone(), body::read))
        .layer(CatchPanicLayer::custom(problem::panicked))
        .layer(from_fn_with_state(service.clone(), guard::guard));
    // What is asked before a page of somebody else may ask holds no token; it gets no answer but whether that page may.
    let router = match service.settings().origins.as_slice() {
        [] => router,
        origins => router.layer(cors(origins)),
    };
    router.layer(from_fn_with_state(service.clone(), part::named)).with_state(service.clone())
}

/// The description of a service that wants to be shown a token says so.
fn secured(mut description: utoipa::openapi::OpenApi, service: &Service) -> utoipa::openapi::OpenApi {
    if service.settings().token.is_some() {
        let token = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
        let components = description.components.get_or_insert_default();
        components.add_security_scheme("token", token);
        description.security = Some(vec![SecurityRequirement::new("token", Vec::<String>::new())]);
    }
    description
}

/// Which other pages may read the answers.
fn cors(origins: &[HeaderValue]) -> CorsLayer {
    CorsLayer::new()
        .allow_origin(origins.to_vec())
        .allow_headers([axum::http::header::AUTHORIZATION, axum::http::header::CONTENT_TYPE])
        .allow_methods([
            axum::http::Method::GET,
            axum::http::Method::POST,
            axum::http::Method::PATCH,
            axum::http::Method::DELETE,
        ])
        .expose_headers([part::REQUEST_ID])
}
