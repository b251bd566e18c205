//! What is wanted, where no template was found: read by a model, resolved against what there is.

use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use tokio::time::Instant;

use super::full::Gap;
use super::job::{Job, Matter, garbled, said};
use super::schema::{or_null, strict};
use super::{context, picture};
use crate::error::Result;
use crate::event::Stage;
use crate::llm::{Call, Message, Role, Schema};
use crate::route::Op;
use crate::store::cache::{Entry, Kind};
use crate::template::Library;

/// The most steps of one request.
const MOST: usize = 12;

/// A step of what is to be done.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Thought {
    /// A template shows it after all.
    Template {
        /// Which.
        template: String,
    },
    /// Changes after all that need no model.
    Change(Vec<Op>),
    /// A scene is to be written.
    Scene {
        /// What it shows.
        wish: String,
        /// Whether its layout is to be thought out first.
        plan: Plan,
        /// What is to be done with the pictures.
        pictures: Pictures,
    },
    /// A scene is to be changed.
    Edit {
        /// Which, counted from 1.
        scene: usize,
        /// How.
        wish: String,
        /// By how much.
        how: How,
    },
    /// No scene is wanted; this is what the person is told.
    Reply(String),
    /// The person has to say more; this is what they are asked.
    Ask(String),
}

/// Whether a layout is thought out before code is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Plan {
    /// What there is shows how it is done.
    AtOnce,
    /// There are several things to be placed and timed.
    LaidOut,
}

/// What is to be done with pictures that came with a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Pictures {
    /// There are none, or they do not matter.
    None,
    /// They are shown as they are.
    Embed,
    /// What is on them is made anew.
    Recreate,
}

/// By how much a scene is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum How {
    /// A few places.
    Surgical,
    /// Its whole look, or how it moves.
    Creative,
}

/// What a model answers: a list of steps, each with the members that its tool needs.
#[derive(Debug, Clone, Deserialize, Serialize)]
struct Answer {
    steps: Vec<Raw>,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
struct Raw {
    tool: Tool,
    template: Option<String>,
    scene: Option<usize>,
    text: Option<String>,
    plan: Option<Plan>,
    pictures: Option<Pictures>,
    changes: Option<String>,
}

#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Tool {
    Template,
    Scene,
    EditSurgical,
    EditCreative,
    Change,
    Reply,
    Ask,
}

const TOOLS: [&str; 7] = ["template", "scene", "edit-surgical", "edit-creative", "change", "reply", "ask"];

/// Reads what is wanted. An answer that names what is not there is asked for once more.
///
/// # Errors
/// [`ErrorKind::Model`](crate::error::ErrorKind::Model), [`ErrorKind::Budget`](crate::error::ErrorKind::Budget).
pub(super) async fn think(job: &Job, library: &Library, gap: &Gap<'_>) -> Result<Vec<Thought>> {
    let began = Instant::now();
    let context = context::of(job, gap);
    let prompt = &job.pipeline.prompts.brain;
    let matter =
        Matter { kind: Kind::Plan, role: Role::Brain, prompt, wish: gap.wish, context: &context, filling: None };
    let templates: Vec<String> = library.manifests().map(|manifest| manifest.id.clone()).collect();
    let known = Known { templates, scenes: job.request.project().len(), pictures: job.request.attachments().len() };
    let work = answered(job.clone(), context.clone(), known.clone());
    let (entry, _) = job.kept(job.key(matter), work).await?;
    job.ended(Stage::Brain, began);
    let answer: Answer =
        entry.to_plan().ok_or_else(|| garbled("the plan that was kept cannot be read: ask again with `--fresh`"))?;
    known.resolve(answer).map_err(|wrong| garbled(wrong.join("; ")))
}

/// What steps may name.
#[derive(Debug, Clone)]
struct Known {
    templates: Vec<String>,
    scenes: usize,
    pictures: usize,
}

async fn answered(job: Job, context: String, known: Known) -> Result<Entry> {
    let message = picture::shown(&job, Message::user(context));
    let schema = Schema { name: "plan".to_owned(), json: schema() };
    let call = job.call(Role::Brain, &job.pipeline.prompts.brain, message).with_schema(schema);
    let answer = job.ask_json(&call).await?;
    match known.read(&answer) {
        Ok(answer) => Entry::plan(&answer),
        Err(wrong) => {
            let answer = again(&job, call, (&answer, &wrong)).await?;
            let wanting =
                |wrong: Vec<String>| garbled(format!("the plan of the model makes no sense: {}", wrong.join("; ")));
            Entry::plan(&known.read(&answer).map_err(wanting)?)
        }
    }
}

async fn again(job: &Job, call: Call, (answer, wrong): (&Json, &[String])) -> Result<Json> {
    let told = format!("This cannot be done: {}. Answer with the whole plan again.", wrong.join("; "));
    job.ask_json(&call.with_message(said(answer.to_string())).with_message(Message::user(told))).await
}

fn schema() -> Json {
    let names = |names: &[&str]| json!({"type": "string", "enum": names});
    let step = [
        ("tool", names(&TOOLS)),
        ("template", or_null(json!({"type": "string"}))),
        ("scene", or_null(json!({"type": "integer"}))),
        ("text", or_null(json!({"type": "string"}))),
        ("plan", or_null(names(&["at-once", "laid-out"]))),
        ("pictures", or_null(names(&["none", "embed", "recreate"]))),
        ("changes", or_null(json!({"type": "string"}))),
    ];
    let step = strict(step);
    let steps = json!({"type": "array", "items": step});
    strict([("steps", steps)])
}

impl Known {
    fn read(&self, answer: &Json) -> Result<Answer, Vec<String>> {
        let answer: Answer = serde_json::from_value(answer.clone()).map_err(|error| vec![error.to_string()])?;
        self.resolve(answer.clone()).map(|_| answer)
    }

    fn resolve(&self, answer: Answer) -> Result<Vec<Thought>, Vec<String>> {
        if answer.steps.is_empty() || answer.steps.len() > MOST {
            return Err(vec![format!("expected 1 to {MOST} steps, found {}", answer.steps.len())]);
        }
        let steps: Vec<_> = answer.steps.into_iter().map(|step| self.step(step)).collect();
        let wrong: Vec<String> = steps.iter().filter_map(|step| step.as_ref().err().cloned()).collect();
        if wrong.is_empty() { Ok(steps.into_iter().flatten().collect()) } else { Err(wrong) }
    }

    fn step(&self, step: Raw) -> Result<Thought, String> {
        let Raw { tool, template, scene, text, plan, pictures, changes } = step;
        let text = || {
            text.clone()
                .filter(|text| !text.trim().is_empty())
                .ok_or_else(|| format!("`{}` needs `text`", TOOLS[tool as usize]))
        };
        match tool {
            Tool::Template => self.template(template),
            Tool::Scene => Ok(Thought::Scene {
                wish: text()?,
                plan: plan.unwrap_or(Plan::LaidOut),
                pictures: pictures.filter(|_| self.pictures > 0).unwrap_or(Pictures::None),
            }),
            Tool::EditSurgical => Ok(Thought::Edit { scene: self.scene(scene)?, wish: text()?, how: How::Surgical }),
            Tool::EditCreative => Ok(Thought::Edit { scene: self.scene(scene)?, wish: text()?, how: How::Creative }),
            Tool::Change => changes_in(&changes.unwrap_or_default()).map(Thought::Change),
            Tool::Reply => text().map(Thought::Reply),
            Tool::Ask => text().map(Thought::Ask),
        }
    }

    fn template(&self, template: Option<String>) -> Result<Thought, String> {
        let template = template.ok_or("`template` needs the id of a template")?;
        let is_known = self.templates.contains(&template);
        is_known
            .then(|| Thought::Template { template: template.clone() })
            .ok_or_else(|| format!("there is no template `{template}`"))
    }

    fn scene(&self, scene: Option<usize>) -> Result<usize, String> {
        let scene = scene.ok_or("an edit needs the number of a `scene`")?;
        let is_there = (1..=self.scenes).contains(&scene);
        is_there.then_some(scene).ok_or_else(|| format!("there is no scene {scene}: the project has {}", self.scenes))
    }
}

fn changes_in(text: &str) -> Result<Vec<Op>, String> {
    let ops = Op::read_plan(text).map_err(|error| format!("`changes`: {error}"))?;
    if ops.is_empty() { Err("`changes` is empty".to_owned()) } else { Ok(ops) }
}
