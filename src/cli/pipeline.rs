//! The model path of one command: the models that are set, the cache, and what they may take.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use super::args::ModelArgs;
use super::{assets, models, output};
use crate::config;
use crate::engine::Engine;
use crate::error::Result;
use crate::llm::{Hedging, Models, Role};
use crate::pipeline::{Budget, OnNeed, Pipeline, Policy, Prompts, Roles, Speculation};
use crate::store::cache::{Answers, Limits, open};
use crate::store::spending::Spending;

/// Where files lie, if not where they usually do.
#[derive(Debug, Clone, Copy)]
pub(super) struct Places<'p> {
    pub(super) assets: Option<&'p Path>,
    pub(super) data: Option<&'p Path>,
    pub(super) cache: Option<&'p Path>,
}

/// The models that may be asked, made ready when a request first needs them.
pub(super) fn on_need<'p>(engine: &'p Engine, places: Places<'p>, args: &'p ModelArgs) -> OnNeed<'p> {
    OnNeed::new(move || pipeline(engine, places, args))
}

/// The models that may be asked; none if none is set, or if none is wanted. Nothing is opened where none is.
pub(super) fn pipeline(engine: &Engine, places: Places<'_>, args: &ModelArgs) -> Result<Option<Arc<Pipeline>>> {
    if args.no_models {
        return Ok(None);
    }
    let hedging = if args.no_speculation { Hedging::Off } else { Hedging::On };
    let models = Models::new(&models::catalogue(places.assets)?, hedging, config::variable);
    let roles = Roles::of(Arc::new(models));
    if !Role::ALL.into_iter().any(|role| roles.has(role)) {
        return Ok(None);
    }
    let folder = places.cache.map_or_else(config::cache, |folder| Ok(folder.to_owned()))?;
    let opened = open(&folder, Limits::default());
    output::warn(opened.trouble.map(|trouble| trouble.to_string()).as_deref());
    let data = places.data.map_or_else(config::data, |folder| Ok(folder.to_owned()))?;
    Ok(Some(Arc::new(Pipeline {
        roles,
        prompts: Prompts::load(&assets(places.assets)?, engine.library())?,
        answers: Answers::new(opened.cache),
        policy: policy(args),
        spending: Some(Spending::new(data.join("spent"))),
    })))
}

fn policy(args: &ModelArgs) -> Policy {
    Policy {
        deadline: Duration::from_secs_f64(args.timeout),
        speculation: if args.no_speculation { Speculation::Off } else { Speculation::On },
        budget: Budget { request: args.budget, day: args.daily_budget },
    }
}
