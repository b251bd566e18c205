//! `GET /v1/projects/{id}/film`: all scenes of a project, ready to be played.

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use serde_json::{Value, json};

use super::problem::{Document, Problem};
use super::project::project_id;
use super::reply::Reply;
use super::service::Service;
use crate::engine::play::Playable;
use crate::store::project::{Project, Snapshot};

/// Shows a project as one film for a player, and when each scene plays in it; `film` is nothing without scenes.
#[utoipa::path(get, path = "/v1/projects/{id}/film", tag = "projects", params(("id" = String, Path, description = "The project")),
    responses((status = 200, body = Reply), (status = "default", body = Document, content_type = "application/problem+json")))]
pub(super) async fn show(
    State(service): State<Service>,
    id: Result<Path<String>, PathRejection>,
) -> Result<Json<Reply>, Problem> {
    let id = project_id(&service, id).await?;
    let Snapshot { project, revision } = service.store().read(&id).await?;
    let engine = service.engine();
    let played = (!project.scenes.is_empty()).then(|| Playable::of_film(engine.library(), &project)).transpose()?;
    let (film, broken) = played.map_or_else(Default::default, |(film, broken)| (Some(film), broken));
    let broken: Vec<Value> =
        broken.iter().map(|broken| json!({"scene": broken.scene, "message": broken.error.to_string()})).collect();
    let reply = Reply::of("film", json!({"film": film, "broken": broken, "cues": cues(&project)}));
    Ok(Json(Reply { revision: Some(revision), ..reply }))
}

/// When each scene begins and how long it plays, in frames of the film.
fn cues(project: &Project) -> Vec<Value> {
    let told = project.scenes.iter().zip(project.cues()).map(|(scene, cue)| {
        let transition = cue.transition.map(|transition| json!({"kind": transition.kind, "frames": transition.frames}));
        json!({"scene": scene.id, "from": cue.from, "frames": cue.frames, "transition": transition})
    });
    told.collect()
}
