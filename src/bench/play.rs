//! A play: the former pipeline, this engine, and this engine without work that is begun ahead.

use std::sync::Arc;

use futures_util::future::try_join_all;

use super::assumptions::Assumptions;
use super::figures::{BegunAhead, Group, Own, Report, Summary};
use super::former::Former;
use super::labelled::Labelled;
use super::models;
use super::ours::Ours;
use super::played::Played;
use super::script::Script;
use super::scripts::Scripts;
use super::server::{Lane, Server, Told};
use crate::engine::Engine;
use crate::engine::brand::Brand;
use crate::engine::turn::Means;
use crate::error::{Error, ErrorKind, Result};
use crate::llm::{Catalogue, Hedging};
use crate::pipeline::{Pipeline, Policy, Prompts, Roles, Speculation, Supply};
use crate::store::cache::{Answers, Limits, MemoryCache};
use crate::store::project::{ProjectStore, SqliteProjects};

/// How many requests the former pipeline works on at the same time. It only waits, and each has its own clock.
const LANES: usize = 8;

/// What is played, and how.
#[derive(Debug)]
pub struct Play<'p> {
    /// The engine that is held against the former pipeline.
    pub engine: &'p Engine,
    /// How it hears facts.
    pub brand: &'p Brand,
    /// What its models are told.
    pub prompts: &'p Prompts,
    /// Its models, with their prices.
    pub catalogue: &'p Catalogue,
    /// What is taken for given.
    pub assumptions: Arc<Assumptions>,
    /// The requests.
    pub requests: &'p [Labelled],
    /// By how much waits are shortened.
    pub scale: f64,
    /// What times are drawn with.
    pub seed: u64,
}

/// A request with what is answered about it.
type Scripted<'p> = (&'p Labelled, Arc<Script>);

impl Play<'_> {
    /// Plays all requests both ways, and tells of each. Projects are kept in a folder that goes away afterwards.
    ///
    /// # Errors
    /// [`ErrorKind::Request`] if there are no requests; what hinders the play itself. Requests that fail are part of the
    /// report.
    pub async fn run(&self, told: impl Fn()) -> Result<Report> {
        if self.requests.is_empty() {
            return Err(Error::new(ErrorKind::Request, "there are no requests to play: the files are empty"));
        }
        let server = Server::start(&self.assumptions)?;
        let scripts = Scripts::new(self.engine, &self.assumptions)?;
        let scripted: Vec<Scripted<'_>> =
            self.requests.iter().map(|labelled| (labelled, scripts.script(labelled, self.seed))).collect();
        let former = self.former(&server, &scripted, &told).await?;
        let folder = tempfile::tempdir().map_err(|error| {
            Error::new(ErrorKind::File, "no folder can be made for the projects of the play").because(error)
        })?;
        let store: Arc<dyn ProjectStore> = Arc::new(SqliteProjects::open(folder.path()).await?);
        let on = self.ours((&server, &store, Ahead::On), &scripted, &told).await?;
        let asked: Vec<Scripted<'_>> =
            scripted.iter().zip(&on).filter(|(_, played)| played.bill.calls > 0).map(|(one, _)| one.clone()).collect();
        let off = self.ours((&server, &store, Ahead::Off), &asked, &told).await?;
        store.close().await?;
        Ok(self.report(former, on, &off))
    }

    async fn former(&self, server: &Server, scripted: &[Scripted<'_>], told: &impl Fn()) -> Result<Vec<Played>> {
        let lanes = (0..LANES).map(|first| async move {
            let (lane, address) = server.lane(self.lane(Told::Assumed));
            let models = models::former(&self.assumptions, &address)?;
            let former = Former { assumptions: self.assumptions.clone(), models, lane, scale: self.scale };
            let mut played = Vec::new();
            for (at, (labelled, script)) in scripted.iter().enumerate().skip(first).step_by(LANES) {
                played.push((at, former.play(labelled, script).await?));
                told();
            }
            Ok::<_, Error>(played)
        });
        let mut played: Vec<(usize, Played)> = try_join_all(lanes).await?.into_iter().flatten().collect();
        played.sort_by_key(|(at, _)| *at);
        Ok(played.into_iter().map(|(_, played)| played).collect())
    }

    async fn ours(
        &self,
        (server, store, ahead): (&Server, &Arc<dyn ProjectStore>, Ahead),
        scripted: &[Scripted<'_>],
        told: &impl Fn(),
    ) -> Result<Vec<Played>> {
        let (lane, address) = server.lane(self.lane(Told::Counted));
        let pipeline = Arc::new(self.pipeline(&address, ahead));
        let ours = Ours {
            engine: self.engine,
            means: Means { brand: self.brand, models: Supply::Ready(&pipeline) },
            store: &**store,
            catalogue: self.catalogue,
            lane,
            scale: self.scale,
            play: ahead.name(),
        };
        let mut played = Vec::with_capacity(scripted.len());
        for (at, (labelled, script)) in scripted.iter().enumerate() {
            played.push(ours.play((at, labelled), script).await?);
            told();
        }
        Ok(played)
    }

    /// The model path with a cache of its own, in memory.
    fn pipeline(&self, address: &str, ahead: Ahead) -> Pipeline {
        let (hedging, speculation) = match ahead {
            Ahead::On => (Hedging::On, Speculation::On),
            Ahead::Off => (Hedging::Off, Speculation::Off),
        };
        Pipeline {
            roles: Roles::of(Arc::new(models::ours(self.catalogue, address, hedging))),
            prompts: self.prompts.clone(),
            answers: Answers::new(Arc::new(MemoryCache::new(Limits::default()))),
            policy: Policy { speculation, ..Policy::default() },
            spending: None,
        }
    }

    fn lane(&self, told: Told) -> Lane {
        Lane::new(&self.assumptions, (self.scale, self.seed), told)
    }

    fn report(&self, former: Vec<Played>, ours: Vec<Played>, off: &[Played]) -> Report {
        let asked: Vec<&Played> = ours.iter().filter(|played| played.bill.calls > 0).collect();
        let begun_ahead = BegunAhead { on: Summary::of(&asked), off: Summary::of(&off.iter().collect::<Vec<_>>()) };
        let failures = ours.iter().filter_map(|played| Some((played.id.clone(), played.failure.clone()?))).collect();
        let own = Own::of(ours.iter());
        let played: Vec<(Played, Played)> = former.into_iter().zip(ours).collect();
        Report {
            requests: played.len(),
            scale: self.scale,
            seed: self.seed,
            groups: Group::all(&played),
            begun_ahead,
            own,
            failures,
            played,
        }
    }
}

/// Whether work is begun that may turn out not to be wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ahead {
    On,
    Off,
}

impl Ahead {
    fn name(self) -> &'static str {
        match self {
            Self::On => "ahead",
            Self::Off => "in turn",
        }
    }
}
