//! `POST /v1/preview`: what a request would come to, while a person is still typing.

use std::time::SystemTime;

use axum::Json;
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::generate::Ask;
use super::message::AUTHOR;
use super::problem::{Document, Problem};
use super::project::named;
use super::reply::Reply;
use super::service::Service;
use crate::engine::Engine;
use crate::engine::play::Clip;
use crate::engine::turn::{self, Answer, Made};
use crate::request::Format;
use crate::route::{Op, Step};
use crate::store::project::{MemoryProjects, NewProject, Project, ProjectId, ProjectStore, Timestamp};
use crate::tsx::Form;

/// What is to be tried out: a request in words, or changes that are given as such.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Trial {
    /// A request in plain words.
    #[schema(example = "make the title bigger")]
    prompt: Option<String>,
    /// Changes, such as `{"op": "set", "scene": 1, "param": "title", "value": "Moss"}`.
    #[schema(value_type = Option<Vec<Object>>)]
    operations: Option<Value>,
    /// The project that it is about, by its id or its name; none for a first scene.
    project: Option<String>,
    /// Pictures that come with it.
    #[serde(default)]
    #[schema(max_items = 8)]
    pictures: Vec<String>,
    /// The format of new scenes, whatever the request says.
    #[schema(value_type = Option<String>)]
    format: Option<Format>,
}

/// Shows what a request would come to: new and changed scenes, ready to be played. Nothing is written and no model is asked,
/// so that it can be asked at every key.
#[utoipa::path(
    post, path = "/v1/preview", tag = "scenes", request_body = Trial,
    responses((status = 200, body = Reply), (status = "default", body = Document, content_type = "application/problem+json"))
)]
pub(super) async fn preview(
    State(service): State<Service>,
    trial: Result<Json<Trial>, JsonRejection>,
) -> Result<Json<Reply>, Problem> {
    let Json(trial) = trial?;
    let engine = service.engine();
    let answer = if let Some(project) = &trial.project {
        tried(&service, &engine, (service.store(), &named(&service, project).await?), &trial).await?
    } else {
        let store = MemoryProjects::new();
        let new = NewProject { name: "Preview".to_owned(), at: now(), key: None };
        let id = store.create(new).await?.project.id.clone();
        tried(&service, &engine, (&store, &id), &trial).await?
    };
    let reply = Reply::turned(&engine, "preview", &answer)?;
    let (clips, broken) = clips(&engine, &answer);
    let reply = reply.with(json!({"clips": clips, "broken": broken, "needsModels": needs_models(&answer)}));
    Ok(Json(Reply { affected: Vec::new(), ..reply }))
}

async fn tried(
    service: &Service,
    engine: &Engine,
    (store, id): (&dyn ProjectStore, &ProjectId),
    trial: &Trial,
) -> Result<Answer, Problem> {
    let author = AUTHOR.to_owned();
    match (&trial.prompt, &trial.operations) {
        (Some(prompt), None) => {
            let ask = Ask::plain(prompt, &trial.pictures, trial.format);
            let request = ask.request(service).await?;
            let ask = turn::Ask { request, form: Form::Module, author, at: now(), key: None, trace: None };
            Ok(engine.rehearse(service.brand(), (store, id), &ask).await?)
        }
        (None, Some(operations)) => {
            let ops = Op::read_plan(&operations.to_string())?;
            let made = Made { form: Form::Module, author, at: now(), key: None };
            Ok(engine.rehearse_change((store, id), (&ops, &made)).await?)
        }
        _ => {
            let detail = "expected either `prompt` or `operations`";
            Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "request", detail))
        }
    }
}

/// The scenes that are new or look different, and what hinders those that cannot be shown.
fn clips(engine: &Engine, answer: &Answer) -> (Vec<Clip>, Vec<String>) {
    let project: &Project = &answer.project;
    let differs = |at: &usize| answer.before.scene(&project.scenes[*at].id) != Some(&project.scenes[*at]);
    let (mut clips, mut broken) = (Vec::new(), Vec::new());
    for at in (0..project.scenes.len()).filter(differs) {
        match Clip::of(engine.library(), project, at + 1) {
            Ok(clip) => clips.push(clip),
            Err(error) => broken.push(format!("scene {} `{}`: {error}", at + 1, project.scenes[at].name)),
        }
    }
    (clips, broken)
}

/// Whether something of it has to wait for a model.
fn needs_models(answer: &Answer) -> bool {
    let plan = answer.generation.as_ref().map_or(&[][..], |made| &made.decision.plan);
    plan.iter().any(|step| matches!(step, Step::Model { .. }))
}

fn now() -> Timestamp {
    SystemTime::now().into()
}
