//! A scene of code becomes a template of a library, with a drafted pattern whose examples are served already.

mod draft;
mod examples;
mod words;

use crate::assets::Assets;
use crate::engine::{Engine, proof};
use crate::error::{Error, ErrorKind, Result};
use crate::template::Library;
use crate::template::adopt::{self, Adopted, Candidate};

use draft::Draft;
use serde_json::Value as Json;

/// A scene that is to become a template.
#[derive(Debug, Clone)]
pub struct Source<'a> {
    /// The id of the template.
    pub id: &'a str,
    /// The scene's code.
    pub code: &'a str,
    /// Its manifest, if it has one.
    pub manifest: &'a Json,
    /// What people call the scene.
    pub names: Vec<String>,
    /// What was asked for: first the request that it was made for, if that is known, then others that it should serve.
    pub requests: Vec<String>,
    /// Whether the first of them is the request that it was made for.
    pub asked: Option<&'a str>,
}

/// The files of a template that a scene has become.
#[derive(Debug, Clone, PartialEq)]
pub struct Adoption {
    /// Paths in the library with their texts.
    pub files: Vec<(String, String)>,
    /// The requests that it serves, which are the examples of its pattern.
    pub serves: Vec<String>,
    /// What its author should know, a sentence each.
    pub notes: Vec<String>,
}

/// Makes a template of a scene, for the library of some assets.
///
/// # Errors
/// [`ErrorKind::Scene`] with a sentence for each thing that is in the way, the id among them; [`ErrorKind::Assets`] if the
/// library itself cannot be loaded.
pub fn adopt(assets: &Assets, source: &Source<'_>) -> Result<Adoption> {
    let candidate = Candidate { id: source.id, code: source.code, manifest: source.manifest, request: source.asked };
    let adopted = named(assets, source.id, adopt::adopt(&candidate))?;
    let files = texts(source.id, &adopted);
    Library::load(&Assets::from_texts(files.clone()))?.check_all()?;
    let before = Engine::load(assets)?;
    let assets = assets.clone().with_texts(files.clone());
    let bench = Bench { engine: Engine::load(&assets)?, assets };
    let mut notes = adopted.notes.clone();
    let draft = examples::drafted(&bench, (source, &adopted), &mut notes)?;
    let draft = beside_others(&bench, &before, &draft)?;
    let pattern = (pattern_path(source.id), draft.write());
    let serves = draft.examples.iter().map(|(say, _)| say.clone()).collect();
    Ok(Adoption { files: files.into_iter().chain([pattern]).collect(), serves, notes })
}

/// A library with the new template, in which drafts of its pattern are tried.
struct Bench {
    assets: Assets,
    engine: Engine,
}

impl Bench {
    fn with(&self, draft: &Draft) -> Result<Engine> {
        let text = [(pattern_path(&draft.template), draft.write())];
        self.engine.with_patterns(&self.assets.clone().with_texts(text))
    }
}

fn texts(id: &str, adopted: &Adopted) -> Vec<(String, String)> {
    let file = |name: &str, text: &str| (format!("templates/{id}/{name}"), text.to_owned());
    vec![file("template.yaml", &adopted.manifest), file("scene.tsx", &adopted.scene)]
}

fn pattern_path(id: &str) -> String {
    format!("patterns/{id}.yaml")
}

/// What was adopted, if the id can be its name; all that is wrong with either at once.
fn named(assets: &Assets, id: &str, adopted: Result<Adopted>) -> Result<Adopted> {
    let mut wrong: Vec<String> = Vec::new();
    if !adopt::is_id(id) {
        wrong.push(format!("`{id}` is no id: expected lower-case words with hyphens, such as `price-drop`"));
    }
    let is_there = |path: &str| assets.text(path).is_some();
    let taken = ["template.yaml", "scene.tsx"].map(|file| format!("templates/{id}/{file}"));
    if taken.iter().any(|path| is_there(path)) || is_there(&pattern_path(id)) {
        wrong.push(format!("there is a template `{id}` already: choose another id with `--id`"));
    }
    if wrong.is_empty() {
        return adopted;
    }
    let diagnostics = adopted.as_ref().map_or_else(|error| error.diagnostics().to_vec(), |_| Vec::new());
    let message = match adopted {
        Ok(_) => format!("the scene cannot become a template: {}", wrong.join("; ")),
        Err(error) => format!("{error}; {}", wrong.join("; ")),
    };
    Err(Error::new(ErrorKind::Scene, message).with_diagnostics(diagnostics))
}

/// The draft as far as it takes nothing from other templates of the library: whole, without its phrases, or with names
/// that say too little by themselves.
fn beside_others(bench: &Bench, before: &Engine, draft: &Draft) -> Result<Draft> {
    let failing = failing(before, &draft.template)?;
    for draft in [draft.clone(), draft.without_phrases(), draft.with_weak_names()] {
        let engine = bench.with(&draft)?;
        let draft = draft.holding(&engine)?;
        if !draft.examples.is_empty()
            && self::failing(&engine, &draft.template)?.iter().all(|one| failing.contains(one))
        {
            return Ok(draft);
        }
    }
    let message = format!(
        "the scene cannot become a template: no request is served by `{}` alone, since its words are those of other \
         templates: choose another id, or name requests with `--say`",
        draft.template
    );
    Err(Error::new(ErrorKind::Scene, message))
}

/// The examples and rejects of other templates that do not hold.
fn failing(engine: &Engine, id: &str) -> Result<Vec<(String, usize)>> {
    let proof = proof::prove_reading(engine)?;
    let others = proof.trials.iter().filter(|trial| trial.template != id);
    let place = |trial: &proof::Trial| {
        let failure = trial.failure.as_ref()?;
        Some((failure.source().name().to_owned(), failure.span().start))
    };
    Ok(others.filter_map(place).collect())
}

#[cfg(test)]
mod tests;
