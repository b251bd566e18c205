//! The engine: the order of the stages and nothing else.

pub mod adopt;
mod ahead;
pub mod backtest;
pub mod brand;
pub mod change;
mod complete;
pub mod conflict;
mod generation;
mod live;
pub mod play;
pub mod proof;
mod rating;
pub mod turn;

pub use ahead::Prepared;
pub use generation::{Calls, Early, GeneratedScene, Generation, Origin, Rewritten, Written};
pub use live::{Live, Reload};

use std::sync::{Arc, OnceLock};
use std::time::Instant;

use crate::assets::Assets;
use crate::error::Result;
use crate::event::{Event, Observer, Stage, Timing};
use crate::pattern::{CHANGES, PatternSet, Utterance};
use crate::request::Request;
use crate::route::{self, Changes, Decision, Step};
use crate::template::{Fit, Library, Manifest, Options};
use crate::text::fold;
use crate::tsx::Form;

use rating::Rating;

/// Templates and patterns, loaded. Immutable: share it between threads and ask it as often as you like.
#[derive(Debug)]
pub struct Engine {
    library: Arc<Library>,
    patterns: PatternSet,
    rating: Rating,
    /// Read with the first request that belongs to a project, unless the assets have their own.
    changes: OnceLock<Changes>,
}

impl Engine {
    /// Loads templates and patterns.
    ///
    /// # Errors
    /// [`crate::error::ErrorKind::Assets`] with every mistake of every file.
    pub fn load(assets: &Assets) -> Result<Self> {
        Self::with_library(Arc::new(Library::load(assets)?), assets)
    }

    /// The same templates with the patterns of other assets.
    ///
    /// # Errors
    /// As [`Engine::load`].
    pub fn with_patterns(&self, assets: &Assets) -> Result<Self> {
        Self::with_library(Arc::clone(&self.library), assets)
    }

    fn with_library(library: Arc<Library>, assets: &Assets) -> Result<Self> {
        let patterns = PatternSet::load(assets, &library)?;
        let own = |path: &str| assets.source(path).is_some_and(|source| !source.is_built_in());
        let changes = CHANGES.iter().any(|path| own(path)).then(|| Changes::load(assets)).transpose()?;
        let changes = changes.map_or_else(OnceLock::new, OnceLock::from);
        Ok(Self { library, patterns, rating: Rating::load(assets)?, changes })
    }

    /// The engine with what is built into the library.
    ///
    /// # Errors
    /// As [`Engine::load`]; what is built in was checked before it was built in.
    pub fn embedded() -> Result<Self> {
        Self::load(&Assets::embedded())
    }

    /// The templates.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// The patterns.
    pub fn patterns(&self) -> &PatternSet {
        &self.patterns
    }

    /// Says what is to be done about a request.
    pub fn route(&self, request: &Request) -> Decision {
        self.decide(request, || route::read(request, &self.patterns))
    }

    /// Decides about a request; what is a change of scenes is not read as a new scene.
    fn decide(&self, request: &Request, read: impl FnOnce() -> Utterance) -> Decision {
        let decision = if request.has_project() {
            route::decide_in_project(request, read, (self.changes(), &self.patterns), &self.library)
        } else {
            route::decide(request, &read(), &self.patterns, &self.library)
        };
        brand::dress(self.rating.rate(decision), request, &self.library)
    }

    /// What changes are read with. The sentences that are built in were checked before they were built in.
    fn changes(&self) -> &Changes {
        self.changes.get_or_init(|| Changes::load(&Assets::embedded()).unwrap_or_default())
    }

    /// Makes the scenes that a request asks for. `observer` is told of each stage as it ends.
    ///
    /// # Errors
    /// [`crate::error::ErrorKind::Scene`] if a template's code does not pass the check.
    pub fn generate(
        &self,
        request: &Request,
        form: Form,
        observer: &mut (impl Observer + ?Sized),
    ) -> Result<Generation> {
        let mut clock = Clock { observer, stages: Vec::with_capacity(3), since: Instant::now() };
        let utterance = route::read(request, &self.patterns);
        clock.ended(Stage::Read);
        let decision = self.decide(request, || utterance);
        clock.ended(Stage::Route);
        let scenes = decision.plan.iter().filter_map(|step| self.scene(step, form)).collect::<Result<Vec<_>>>()?;
        clock.ended(Stage::Render);
        let (rewritten, changes, calls) = (Vec::new(), Vec::new(), Calls::default());
        let stages = clock.stages;
        Ok(Generation {
            scenes,
            rewritten,
            changes,
            reply: None,
            question: None,
            decision,
            stages,
            calls,
            completed: false,
        })
    }

    fn scene(&self, step: &Step, form: Form) -> Option<Result<GeneratedScene>> {
        match step {
            Step::Add { fit, .. } => Some(self.render(fit, form)),
            Step::Change(_) | Step::Model { .. } | Step::Ask { .. } => None,
        }
    }

    /// The templates that come nearest to a request that none serves, each with the reason why it was refused: first
    /// those that were looked at, then those whose description shares most words with the request.
    pub fn nearest(&self, request: &Request, decision: &Decision, count: usize) -> Vec<(String, String)> {
        let looked_at = decision.considered.iter().map(|considered| {
            let reasons: Vec<String> = considered.refusals.iter().map(ToString::to_string).collect();
            (considered.template.clone(), reasons.join("; "))
        });
        let known = |id: &str| decision.considered.iter().any(|considered| considered.template == id);
        let mut others: Vec<(usize, &str)> = self
            .library
            .manifests()
            .filter(|manifest| !known(&manifest.id))
            .map(|manifest| (shared_words(request.prompt(), manifest), manifest.id.as_str()))
            .collect();
        others.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
        let unnamed = others.into_iter().map(|(_, id)| (id.to_owned(), "nothing names or describes it".to_owned()));
        looked_at.chain(unnamed).take(count).collect()
    }

    /// Renders a template with its parameters. The first scene of each structure is checked; the check holds for all
    /// others of the same structure.
    ///
    /// # Errors
    /// [`crate::error::ErrorKind::Scene`] if the code does not pass the check.
    pub fn render(&self, fit: &Fit, form: Form) -> Result<GeneratedScene> {
        let rendered = self.library.render(fit, Options { form })?;
        Ok(GeneratedScene { origin: Origin::Template(fit.clone()), scene: rendered.scene, notes: rendered.notes })
    }
}

/// How many words of a request stand in what a template says of itself, or begin like a word there.
fn shared_words(prompt: &str, manifest: &Manifest) -> usize {
    const LEAST_LETTERS: usize = 4;
    let said = manifest.params().iter().flat_map(|spec| spec.says.iter().map(AsRef::as_ref));
    let said = fold(&[&manifest.name, " ", &manifest.shows, " ", &said.collect::<Vec<_>>().join(" ")].concat());
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() >= LEAST_LETTERS);
        words.map(|word| word.trim_end_matches('s').to_owned()).collect()
    };
    let said = words(&said);
    words(&fold(prompt)).iter().filter(|word| said.contains(word)).count()
}

/// Tells how long each stage took.
struct Clock<'o, O: ?Sized> {
    observer: &'o mut O,
    stages: Vec<Timing>,
    since: Instant,
}

impl<O: Observer + ?Sized> Clock<'_, O> {
    fn ended(&mut self, stage: Stage) {
        let now = Instant::now();
        let timing = Timing { stage, took: now - self.since };
        self.observer.observe(Event::Stage(timing));
        self.stages.push(timing);
        self.since = now;
    }
}
