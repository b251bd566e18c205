//! The full way: the brain reads what is wanted, and each step of it is done, at the same time as the others.

use futures_util::future::join_all;
use serde_json::Value as Json;

use super::brain::{How, Pictures, Plan, Thought, think};
use super::brief::{Brief, Reference};
use super::code::{Written, write};
use super::edit::{Edit, edit};
use super::fill::{Filled, fill_all};
use super::guess::{Ahead, Guess};
use super::job::{Job, garbled};
use super::layout::lay_out;
use super::vision::look;
use crate::error::Result;
use crate::llm::Role;
use crate::request::{Origin, ProjectScene};
use crate::route::{Op, Partial};
use crate::template::{Fit, Library, Options};
use crate::tsx::{Form, Scene};

/// What no template was found for.
#[derive(Debug, Clone, Copy)]
pub struct Gap<'g> {
    /// What is wanted, in the person's words: the request, or the part of it.
    pub wish: &'g str,
    /// Why no template was taken.
    pub reason: &'g str,
    /// What the nearest template would show.
    pub partial: Option<&'g Partial>,
    /// The place of the step in the plan, under which events are told.
    pub step: usize,
}

/// What came of a gap.
#[derive(Debug)]
pub struct Made {
    /// What is to be done, in order.
    pub outcomes: Vec<Outcome>,
    /// What was begun ahead: its calls, and whether it was what was wanted.
    pub ahead: Option<Ahead>,
}

/// Something that is to be done.
#[derive(Debug)]
pub enum Outcome {
    /// A scene of a template after all.
    Template(Filled),
    /// A new scene.
    Scene(Model),
    /// A scene of the project, counted from 1, as it is now.
    Changed(usize, Model),
    /// Changes that the engine carries out.
    Change(Vec<Op>),
    /// Nothing; the person is told something.
    Reply(String),
    /// Nothing; the person is asked something.
    Ask(String),
}

/// A scene that a model wrote.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// Its id.
    pub id: String,
    /// Its code, checked.
    pub scene: Scene,
    /// What can be changed in it: as [`own_params`](crate::template::own_params) reads it.
    pub manifest: Json,
    /// What was mended, as sentences.
    pub repairs: Vec<String>,
    /// The model.
    pub model: String,
}

/// Goes the full way. Where the router has read a good part of what is wanted, a scene is begun from that while the brain
/// still thinks; it is dropped where the brain disagrees.
///
/// # Errors
/// [`ErrorKind::Model`](crate::error::ErrorKind::Model), [`ErrorKind::Budget`](crate::error::ErrorKind::Budget), and
/// [`ErrorKind::Scene`](crate::error::ErrorKind::Scene) where what a model wrote could not be mended. Where one of several
/// steps fails, all do.
pub async fn full(job: &Job, library: &Library, gap: &Gap<'_>) -> Result<Made> {
    let Some(mut guess) = Guess::begin(job, guessed(job, library, gap), gap.step) else {
        let thoughts = think(job, library, gap).await?;
        return Ok(Made { outcomes: done(job, library, (gap, thoughts)).await?, ahead: None });
    };
    let thoughts = guess.beside(think(job, library, gap)).await?;
    if let [Thought::Scene { plan: Plan::AtOnce, pictures: Pictures::None, .. }] = thoughts[..] {
        let (written, ahead) = guess.wanted(job).await?;
        return Ok(Made { outcomes: vec![Outcome::Scene(written.into())], ahead: Some(ahead) });
    }
    let ahead = Some(guess.dropped());
    Ok(Made { outcomes: done(job, library, (gap, thoughts)).await?, ahead })
}

/// What is wanted as far as the router has read it, if that is enough to begin with. Pictures, the answer to a question, one
/// scene of several and what is said about scenes that are there mostly lead elsewhere: with them nothing is begun.
fn guessed(job: &Job, library: &Library, gap: &Gap<'_>) -> Option<Brief> {
    let request = &job.request;
    let is_alone = gap.wish == request.prompt() && request.project().is_empty();
    let is_plain = is_alone && request.attachments().is_empty() && request.open().is_none();
    let partial = gap.partial.filter(|_| is_plain)?;
    let reference = Some(Reference::Template(code_of(library, &partial.fit).ok()?));
    Some(Brief { wish: gap.wish.to_owned(), layout: None, reference })
}

async fn done(job: &Job, library: &Library, (gap, thoughts): (&Gap<'_>, Vec<Thought>)) -> Result<Vec<Outcome>> {
    let is_alone = thoughts.len() == 1 && job.request.open().is_none();
    let steps = thoughts.into_iter().map(|thought| async move {
        let wish = |text: String| if is_alone { gap.wish.to_owned() } else { text };
        match thought {
            Thought::Template { template } => filled(job, library, (gap, &template)).await.map(Outcome::Template),
            Thought::Change(ops) => Ok(Outcome::Change(ops)),
            Thought::Scene { wish: text, plan, pictures } => {
                let brief = Brief { wish: wish(text), layout: None, reference: reference(job, library, gap) };
                scene(job, (brief, plan, pictures), gap.step).await.map(|written| Outcome::Scene(written.into()))
            }
            Thought::Edit { scene, wish, how } => {
                let edited = edit(job, asked(job, library, (scene, wish, how))?, gap.step).await?;
                Ok(Outcome::Changed(scene, edited.into()))
            }
            Thought::Reply(text) => Ok(Outcome::Reply(text)),
            Thought::Ask(text) => Ok(Outcome::Ask(text)),
        }
    });
    join_all(steps).await.into_iter().collect()
}

/// A template after all, with what was read and what the small model fills in.
async fn filled(job: &Job, library: &Library, (gap, template): (&Gap<'_>, &str)) -> Result<Filled> {
    let known = |partial: &&Partial| partial.fit.template() == template;
    let manifest = library.manifest(template).ok_or_else(|| garbled(format!("there is no template `{template}`")))?;
    let fit = match gap.partial.filter(known) {
        Some(partial) => partial.fit.clone(),
        None => manifest.fit([])?,
    };
    fill_all(job, manifest, &fit).await
}

/// A scene, laid out first where nothing shows how it is done, or where the brain says so.
async fn scene(job: &Job, (brief, plan, pictures): (Brief, Plan, Pictures), step: usize) -> Result<Written> {
    let is_laid_out = plan == Plan::LaidOut || brief.reference.is_none();
    let layout = match pictures {
        Pictures::Recreate => Some(look(job, &brief).await?),
        Pictures::None | Pictures::Embed if is_laid_out && job.pipeline.roles.has(Role::Layout) => {
            Some(lay_out(job, &brief).await?)
        }
        Pictures::None | Pictures::Embed => None,
    };
    write(job, &Brief { layout, ..brief }, step).await
}

/// The scene to go by: the nearest template, else the scene before it.
fn reference(job: &Job, library: &Library, gap: &Gap<'_>) -> Option<Reference> {
    if let Some(partial) = gap.partial {
        return code_of(library, &partial.fit).ok().map(Reference::Template);
    }
    let last = job.request.project().last()?;
    written(library, last).ok().map(|(code, _)| Reference::Scene(code))
}

/// What an edit begins with. A scene of a template is code from then on.
fn asked(job: &Job, library: &Library, (scene, wish, how): (usize, String, How)) -> Result<Edit> {
    let known = scene.checked_sub(1).and_then(|at| job.request.project().get(at));
    let (code, manifest) = written(library, known.ok_or_else(|| garbled(format!("there is no scene {scene}")))?)?;
    Ok(Edit { code, manifest, wish, how })
}

/// The code of a scene of the project, with its manifest.
fn written(library: &Library, scene: &ProjectScene) -> Result<(String, Json)> {
    match &scene.origin {
        Origin::Code { code, manifest } => Ok((code.clone(), manifest.clone())),
        Origin::Template { template } => {
            let fit = library.fit(template, &scene.params)?;
            Ok((code_of(library, &fit)?, Json::Null))
        }
    }
}

/// The code of a template, as models know it.
fn code_of(library: &Library, fit: &Fit) -> Result<String> {
    Ok(library.render(fit, Options { form: Form::Module })?.scene.into_code())
}

impl From<Written> for Model {
    fn from(Written { scene, about }: Written) -> Self {
        let id = scene.meta().map_or_else(|| "scene".to_owned(), |meta| meta.id.clone());
        Self { id, scene, manifest: about.manifest, repairs: about.repairs, model: about.model }
    }
}
