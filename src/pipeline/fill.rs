//! What a request leaves open of a template, filled in by the small model.

use serde_json::{Map, Value as Json, json};
use tokio::time::Instant;

use super::job::{Job, Matter, garbled, said};
use super::schema::{self, Need};
use crate::error::Result;
use crate::event::Stage;
use crate::llm::{Call, Message, Reply, Role, Schema};
use crate::store::cache::{Entry, Filling, Kind};
use crate::template::{Fit, Manifest, ParamSpec, ParamType};

/// A template with what was read and what was filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Filled {
    /// The template with all of it.
    pub fit: Fit,
    /// The parameters that the model has given, in the order of the answer.
    pub params: Vec<String>,
}

/// The common parameters that a model may choose where it is asked for all of a template.
const STYLE: [&str; 6] = ["theme", "background", "accent", "duration", "animation", "position"];

/// Fills in exactly the parameters in `ask` that the fit leaves open. What the model says of them is checked like anything
/// that a person says; what is not taken is asked for once more, and then left open.
///
/// # Errors
/// [`ErrorKind::Model`](crate::error::ErrorKind::Model), [`ErrorKind::Budget`](crate::error::ErrorKind::Budget).
pub async fn fill(job: &Job, manifest: &Manifest, (fit, ask): (&Fit, &[String])) -> Result<Filled> {
    let open = ask.iter().filter(|name| fit.params().get(name).is_none());
    let wanted: Vec<(&ParamSpec, Need)> = open
        .filter_map(|name| manifest.spec(name))
        .filter(|spec| can_be_told(spec))
        .map(|spec| (spec, Need::Must))
        .collect();
    fill_in(job, manifest, (fit, &wanted)).await
}

/// Fills in all that a template shows and the fit leaves open, as far as the request says something about it.
///
/// # Errors
/// As [`fill`].
pub(super) async fn fill_all(job: &Job, manifest: &Manifest, fit: &Fit) -> Result<Filled> {
    let open = |spec: &&ParamSpec| fit.params().get(&spec.name).is_none() && can_be_told(spec);
    let missing: Vec<&str> = manifest.missing(fit.params()).iter().map(|spec| &*spec.name).collect();
    let need = |spec: &ParamSpec| if missing.contains(&&*spec.name) { Need::Must } else { Need::May };
    let style = manifest.common().filter(|spec| STYLE.contains(&&*spec.name));
    let wanted: Vec<_> = manifest.params().iter().chain(style).filter(open).map(|spec| (spec, need(spec))).collect();
    fill_in(job, manifest, (fit, &wanted)).await
}

/// Models of words make no pictures.
fn can_be_told(spec: &ParamSpec) -> bool {
    spec.kind != ParamType::Image
}

async fn fill_in(job: &Job, manifest: &Manifest, (fit, wanted): (&Fit, &[(&ParamSpec, Need)])) -> Result<Filled> {
    if wanted.is_empty() {
        return Ok(Filled { fit: fit.clone(), params: Vec::new() });
    }
    let began = Instant::now();
    let schema = schema::object(wanted.iter().copied());
    let context = context(job, manifest, fit);
    let key = job.key(Matter {
        kind: Kind::Fill,
        role: Role::Fill,
        prompt: &job.pipeline.prompts.fill,
        wish: job.request.prompt(),
        context: &context,
        filling: Some(Filling { template: &manifest.id, content: &schema.to_string() }),
    });
    let work = answered(job.clone(), manifest.clone(), (context, schema));
    let (entry, _) = job.kept(key, work).await?;
    job.ended(Stage::Fill, began);
    let given: Map<String, Json> = entry.to_fill().unwrap_or_default();
    Ok(together(manifest, fit, given))
}

/// What the model is shown.
fn context(job: &Job, manifest: &Manifest, fit: &Fit) -> String {
    let known = json!(fit.params());
    format!(
        "Scene: {} ({}).\nAlready known, do not repeat: {known}\n\nRequest:\n{}",
        manifest.name,
        manifest.shows,
        job.request.prompt()
    )
}

/// The parameters of the answer that the template takes.
async fn answered(job: Job, manifest: Manifest, (context, schema): (String, Json)) -> Result<Entry> {
    let schema = Schema { name: "parameters".to_owned(), json: schema };
    let call = job.call(Role::Fill, &job.pipeline.prompts.fill, Message::user(context)).with_schema(schema);
    let reply = job.ask(&call).await?;
    let (mut given, wrong) = taken(&manifest, &reply, call.schema());
    if !wrong.is_empty() {
        let (more, _) = taken(&manifest, &again(&job, &call, (reply, &wrong)).await?, call.schema());
        more.into_iter().for_each(|(name, value)| _ = given.entry(name).or_insert(value));
    }
    // To leave open what may be left open is an answer.
    if given.is_empty() && !wrong.is_empty() {
        return Err(garbled(format!(
            "the model for `fill` gave nothing that `{}` takes: {}",
            manifest.id,
            wrong.join("; ")
        )));
    }
    Entry::fill(&given)
}

async fn again(job: &Job, call: &Call, (reply, wrong): (Reply, &[String])) -> Result<Reply> {
    let told = format!("This is not taken: {}. Answer with the whole JSON again.", wrong.join("; "));
    job.ask(&call.clone().with_message(said(reply.text)).with_message(Message::user(told))).await
}

/// What the template takes of an answer, and what is wrong with the rest. What was not asked for is left out.
fn taken(manifest: &Manifest, reply: &Reply, schema: Option<&Schema>) -> (Map<String, Json>, Vec<String>) {
    let answer = match reply.json() {
        Ok(Json::Object(answer)) => answer,
        Ok(_) => return (Map::new(), vec!["expected a JSON object".to_owned()]),
        Err(failure) => return (Map::new(), vec![failure.message().to_owned()]),
    };
    let properties = schema.and_then(|schema| schema.json["properties"].as_object());
    let (mut given, mut wrong) = (Map::new(), Vec::new());
    for (name, schema) in properties.into_iter().flatten() {
        match answer.get(name).filter(|value| !value.is_null()) {
            Some(value) => match manifest.spec(name).map(|spec| spec.check_json(value)) {
                Some(Err(message)) => wrong.push(format!("`{name}`: {message}")),
                _ => _ = given.insert(name.clone(), value.clone()),
            },
            None if schema["type"].is_string() => wrong.push(format!("`{name}` is missing")),
            None => {}
        }
    }
    (given, wrong)
}

/// The fit with what was given. Each value was checked; together they can only fail where one depends on another.
fn together(manifest: &Manifest, fit: &Fit, given: Map<String, Json>) -> Filled {
    let mut filled = Filled { fit: fit.clone(), params: Vec::new() };
    for (name, value) in given {
        let mut params: Map<String, Json> = match json!(filled.fit.params()) {
            Json::Object(params) => params,
            _ => Map::new(),
        };
        params.insert(name.clone(), value);
        if let Ok(more) = manifest.fit_json(&params) {
            filled.fit = more;
            filled.params.push(name);
        }
    }
    filled
}
