//! The studio page: files that a build has put into a folder, and one that says how, where there are none.

use std::path::Path;

use axum::Router;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse};
use axum::routing::get;
use tower::ServiceBuilder;
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_header::{SetResponseHeader, SetResponseHeaderLayer};

use super::service::Service;

/// Where the files are, seen from outside.
pub(super) const PREFIX: &str = "/studio/";

/// The page may run its own scripts and speak to its own service, and nothing else. Frames are scenes, which are shown on
/// origins of their own.
const PAGE_POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
    img-src 'self' data: blob: http: https:; font-src 'self' data:; connect-src 'self'; frame-src 'self' http://*.localhost:*; \
    object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// A scene may run what it is given and show pictures, and reach nothing.
const FRAME_POLICY: &str = "default-src 'none'; script-src 'self' blob:; style-src 'self' 'unsafe-inline'; \
    img-src 'self' data: blob: https:; media-src 'self' data: blob: https:; font-src 'self' data:; connect-src 'none'; \
    form-action 'none'; base-uri 'none'; frame-ancestors 'self' http://localhost:* http://127.0.0.1:*; sandbox allow-scripts";

/// Names with a hash in them never change what they hold.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");

const POLICY: HeaderName = header::CONTENT_SECURITY_POLICY;

const NOT_BUILT: &str = "<!doctype html>
<html lang=\"en\">
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width\">
<title>Firstframe</title>
<style>
  body { font: 16px/1.6 system-ui, sans-serif; max-width: 36rem; margin: 15vh auto; padding: 0 1.5rem; color-scheme: light dark }
  code { font: 0.9em ui-monospace, monospace; padding: 0.1em 0.4em; border-radius: 0.3em; background: #8883 }
</style>
<h1>The service is running</h1>
<p>The studio page has not been built yet. In the project's folder:</p>
<p><code>make studio</code></p>
<p>Then load this page again. Where it was built elsewhere, name its folder: <code>firstframe serve --studio DIR</code>.</p>
<p>Everything else works without it: see <a href=\"/openapi.json\">/openapi.json</a>.</p>
</html>
";

/// The routes of the page.
pub(super) fn routes(folder: Option<&Path>) -> Router<Service> {
    let Some(folder) = folder.filter(|folder| folder.join("index.html").is_file()) else {
        return Router::new().route("/", get(|| async { (StatusCode::OK, Html(NOT_BUILT)).into_response() }));
    };
    let files = ServiceBuilder::new()
        .layer(always(header::CACHE_CONTROL, FOR_EVER))
        .layer(always(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")))
        .service(ServeDir::new(folder).precompressed_gzip());
    let shown = |name: &str, policy| page(&folder.join(name), policy);
    Router::new()
        .route_service("/", shown("index.html", PAGE_POLICY))
        .route_service("/studio/frame.html", shown("frame.html", FRAME_POLICY))
        .nest_service("/studio", files)
}

type Page = SetResponseHeader<SetResponseHeader<ServeFile, HeaderValue>, HeaderValue>;

fn page(file: &Path, policy: &'static str) -> Page {
    let layers = |file| SetResponseHeader::overriding(file, header::CACHE_CONTROL, ASK_AGAIN);
    SetResponseHeader::overriding(layers(ServeFile::new(file)), POLICY, HeaderValue::from_static(policy))
}

fn always(name: HeaderName, value: HeaderValue) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::overriding(name, value)
}
