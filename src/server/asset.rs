//! Pictures that are uploaded.

#![allow(unused_qualifications, reason = "the macro that describes paths writes them")]

use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::json;
use std::time::SystemTime;
use utoipa::{IntoParams, ToSchema};

use super::fetch::Fetch;
use super::problem::{Document, Problem};
use super::reply::Reply;
use super::service::Service;
use crate::store::project::{Asset, AssetId};

/// The most pictures of one request.
const MOST: usize = 8;

/// The most points of a picture: 8K is half of it.
const MOST_POINTS: usize = 64_000_000;

/// What a picture is called.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct Called {
    /// The name of the file.
    #[serde(default = "unnamed")]
    name: String,
}

fn unnamed() -> String {
    "picture".to_owned()
}

/// Where a picture is.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct There {
    /// Its address on the web. It has to be public: nothing is fetched out of the service's own network.
    #[schema(example = "https://example.com/picture.png")]
    url: String,
}

/// Takes a picture in: its bytes, or what is at an address. Requests name it by its id; what no project uses is thrown away
/// after a while.
#[utoipa::path(post, path = "/v1/assets", tag = "projects", params(Called),
    request_body(content((String = "application/octet-stream"), (There = "application/json"))),
    responses((status = 201, body = Reply), (status = "default", body = Document, content_type = "application/problem+json")))]
pub(super) async fn upload(
    State(service): State<Service>,
    called: Result<Query<Called>, QueryRejection>,
    headers: HeaderMap,
    bytes: Result<Bytes, BytesRejection>,
) -> Result<(StatusCode, Json<Reply>), Problem> {
    let Query(Called { name }) = called?;
    let bytes = bytes.map_err(|wrong| Problem::new(wrong.status(), "body", wrong.body_text()))?;
    let is_address =
        headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"application/json"));
    let bytes = if is_address {
        let Json(There { url }) = Json::from_bytes(&bytes)?;
        Fetch::default().picture(&url).await?
    } else {
        bytes.to_vec()
    };
    not_too_many_points(&bytes)?;
    let asset = service.store().keep(&name, bytes, SystemTime::now().into()).await?;
    let reply = Reply { affected: vec![asset.id.to_string()], ..Reply::of("upload", json!({"asset": asset})) };
    Ok((StatusCode::CREATED, Json(reply)))
}

/// A few bytes may say that they are a picture that fills all memory when it is shown.
fn not_too_many_points(bytes: &[u8]) -> Result<(), Problem> {
    let size = imagesize::blob_size(bytes).ok();
    let Some(size) = size.filter(|size| size.width.saturating_mul(size.height) > MOST_POINTS) else { return Ok(()) };
    let detail = format!(
        "the picture has {} × {} points, and at most {} million are taken: make it smaller",
        size.width,
        size.height,
        MOST_POINTS / 1_000_000
    );
    Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "picture", detail))
}

/// The bytes of a picture.
#[utoipa::path(get, path = "/v1/assets/{id}", tag = "projects", params(("id" = String, Path, description = "The picture")),
    responses((status = 200, content_type = "image/*", body = String), (status = "default", body = Document, content_type = "application/problem+json")))]
pub(super) async fn show(
    State(service): State<Service>,
    id: Result<Path<String>, PathRejection>,
) -> Result<([(HeaderName, String); 2], Vec<u8>), Problem> {
    let Path(id) = id?;
    let (bytes, asset) = picture(&service, &id).await?;
    let kept = "private, max-age=31536000, immutable".to_owned();
    Ok(([(header::CONTENT_TYPE, media(&asset)), (header::CACHE_CONTROL, kept)], bytes))
}

async fn picture(service: &Service, id: &str) -> Result<(Vec<u8>, Asset), Problem> {
    let missing = || Problem::missing("picture", id);
    let known: AssetId = id.parse().map_err(|_| missing())?;
    let bytes = service.store().picture(&known).await.map_err(|_| missing())?;
    let asset = Asset::of(id, &bytes)?;
    Ok((bytes, asset))
}

fn media(asset: &Asset) -> String {
    serde_json::to_value(asset.media).ok().and_then(|media| media.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Pictures as scenes take them: addresses stay as they are, uploaded ones come with their content.
pub(super) async fn addresses(service: &Service, pictures: &[String]) -> Result<Vec<String>, Problem> {
    if pictures.len() > MOST {
        let detail = format!("expected at most {MOST} pictures, found {}", pictures.len());
        return Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "pictures", detail));
    }
    let mut addresses = Vec::with_capacity(pictures.len());
    for named in pictures {
        if ["http://", "https://", "data:image/"].iter().any(|start| named.starts_with(start)) {
            addresses.push(named.clone());
        } else {
            let (bytes, asset) = picture(service, named).await?;
            addresses.push(format!("data:{};base64,{}", media(&asset), STANDARD.encode(bytes)));
        }
    }
    Ok(addresses)
}
