//! The models of this machine: what the file says, with the keys that are set.

use std::sync::{Arc, OnceLock};

use super::address::address;
use super::provider::Provider;
use super::{
    ApiKey, Breaker, Catalogue, Failure, FailureKind, Fallback, Guarded, HedgeBudget, Hedged, HttpModel, Metered,
    Model, ModelSpec, ProviderSpec, Redactor, Retries, Retrying, Role, RoleSpec, Timed,
};

/// The models that can be asked, each with everything around it that makes it dependable. Making this costs microseconds:
/// connections are made when they are first wanted.
#[derive(Debug)]
pub struct Models {
    roles: Vec<RoleModels>,
    providers: Vec<Reached>,
    redactor: Redactor,
}

/// The models of a role.
#[derive(Debug, Clone)]
pub struct RoleModels {
    /// What the file says.
    pub spec: RoleSpec,
    /// Each model of it, in order.
    pub candidates: Vec<Candidate>,
    whole: Result<Arc<dyn Model>, Failure>,
}

/// A model of a role, and whether it can be asked.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// What the file says.
    pub spec: Arc<ModelSpec>,
    /// The model for single tries, without anything that hides what is wrong, or the variable that is missing.
    pub single: Result<Arc<dyn Model>, Missing>,
}

/// Why a provider cannot be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The environment variable that has to be set.
    pub variable: String,
    /// What is wrong with it, without what is in it.
    pub message: String,
}

/// What the models around one another share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hedging {
    /// Second requests are sent where first words are late.
    #[default]
    On,
    /// None are sent.
    Off,
}

/// A provider as it is on this machine.
#[derive(Debug)]
struct Reached {
    spec: Arc<ProviderSpec>,
    provider: Result<Arc<Provider>, Missing>,
    breaker: Arc<Breaker>,
}

/// What towers are built with.
struct Shared<'a> {
    providers: &'a [Reached],
    budget: Arc<HedgeBudget>,
    hedging: Hedging,
}

impl Models {
    /// The models of a file with what the environment says, which is asked for variables by their names.
    pub fn new(catalogue: &Catalogue, hedging: Hedging, variable: impl Fn(&str) -> Option<String>) -> Self {
        let keys: Vec<_> = catalogue.providers.iter().map(|spec| key(spec, &variable)).collect();
        let redactor = Redactor::new(keys.iter().filter_map(|key| key.as_ref().ok()?.as_ref()));
        let reach = |(spec, key): (&Arc<ProviderSpec>, Result<Option<ApiKey>, Missing>)| Reached {
            spec: spec.clone(),
            provider: key.and_then(|key| provider(spec, (key, &redactor), &variable)).map(Arc::new),
            breaker: Arc::default(),
        };
        let providers: Vec<_> = catalogue.providers.iter().zip(keys).map(reach).collect();
        let shared = Shared { providers: &providers, budget: Arc::default(), hedging };
        let roles = catalogue.roles.iter().map(|spec| shared.role(spec)).collect();
        Self { roles, providers, redactor }
    }

    /// The model of a role, with retries, fallbacks, time limits and all.
    ///
    /// # Errors
    /// [`FailureKind::NoKey`] if none of its models can be asked, with the variables that would help.
    pub fn role(&self, role: Role) -> Result<Arc<dyn Model>, Failure> {
        let found = self.roles.iter().find(|models| models.spec.role == role);
        found.map_or_else(|| Err(unset(role, &[])), |models| models.whole.clone())
    }

    /// All roles with their models, in the order of [`Role::ALL`].
    pub fn roles(&self) -> &[RoleModels] {
        &self.roles
    }

    /// Takes the keys of all providers out of texts.
    pub fn redactor(&self) -> &Redactor {
        &self.redactor
    }

    /// Opens a connection to the first provider of each of these roles, all at the same time, so that the first call need
    /// not. What cannot be reached is left; calls will say so.
    pub async fn warm(&self, roles: &[Role]) {
        let models = self.roles.iter().filter(|models| roles.contains(&models.spec.role));
        let mut names: Vec<&str> = models.filter_map(RoleModels::first).map(|spec| spec.provider.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        let wanted = self.providers.iter().filter(|reached| names.contains(&reached.spec.name.as_str()));
        let warming = wanted.filter_map(|reached| reached.provider.as_ref().ok()).map(|provider| provider.warm());
        futures_util::future::join_all(warming).await;
    }
}

impl RoleModels {
    /// The model that is asked first.
    fn first(&self) -> Option<&ModelSpec> {
        self.candidates.iter().find(|candidate| candidate.single.is_ok()).map(|candidate| &*candidate.spec)
    }
}

impl Shared<'_> {
    fn role(&self, spec: &RoleSpec) -> RoleModels {
        let candidates: Vec<Candidate> = spec.models.iter().map(|model| self.candidate(spec, model)).collect();
        let ready: Vec<_> = candidates.iter().filter_map(|found| Some((found, found.single.as_ref().ok()?))).collect();
        let last = ready.len().saturating_sub(1);
        let towers = ready.iter().enumerate().map(|(at, (found, single))| {
            let default = Retries::default();
            // Where another can be asked, none is waited for twice.
            let slow_tries = if at == last { default.slow_tries } else { 1 };
            self.tower(found, Arc::clone(single), Retries { tries: spec.tries, slow_tries, ..default })
        });
        let mut towers = towers.collect::<Vec<_>>().into_iter();
        let whole = match towers.next() {
            Some(first) => Ok(Arc::new(Fallback::new(first, towers.collect())) as Arc<dyn Model>),
            None => Err(unset(spec.role, &candidates)),
        };
        RoleModels { spec: spec.clone(), candidates, whole }
    }

    fn candidate(&self, role: &RoleSpec, spec: &Arc<ModelSpec>) -> Candidate {
        let single = self.reached(spec).map(|reached| {
            let provider = reached.provider.as_ref().map_err(Clone::clone)?;
            let http: Arc<dyn Model> = Arc::new(HttpModel::new(spec, role, provider));
            let timed = Arc::new(Timed::new(http, role.limits));
            Ok(Arc::new(Metered::new(timed, spec.price)) as Arc<dyn Model>)
        });
        let unknown = || Missing { variable: String::new(), message: format!("unknown provider `{}`", spec.provider) };
        Candidate { spec: spec.clone(), single: single.unwrap_or_else(|| Err(unknown())) }
    }

    fn tower(&self, candidate: &Candidate, single: Arc<dyn Model>, retries: Retries) -> Arc<dyn Model> {
        let breaker = self.reached(&candidate.spec).map(|reached| reached.breaker.clone()).unwrap_or_default();
        let guarded: Arc<dyn Model> = Arc::new(Guarded::new(single, breaker));
        let hedged = match self.hedging {
            Hedging::On => Arc::new(Hedged::new(guarded, self.budget.clone())),
            Hedging::Off => guarded,
        };
        Arc::new(Retrying::new(hedged, retries))
    }

    fn reached(&self, spec: &ModelSpec) -> Option<&Reached> {
        self.providers.iter().find(|reached| reached.spec.name == spec.provider)
    }
}

/// The key of a provider, if it wants one.
fn key(spec: &ProviderSpec, variable: &impl Fn(&str) -> Option<String>) -> Result<Option<ApiKey>, Missing> {
    let Some(name) = &spec.key_variable else { return Ok(None) };
    let missing = |message: String| Missing { variable: name.clone(), message };
    let text = variable(name).filter(|text| !text.trim().is_empty());
    let text = text.ok_or_else(|| missing(format!("`{name}` is not set")))?;
    ApiKey::new(&text).map(Some).map_err(|wrong| missing(format!("`{name}`: {wrong}")))
}

fn provider(
    spec: &ProviderSpec,
    (key, redactor): (Option<ApiKey>, &Redactor),
    variable: &impl Fn(&str) -> Option<String>,
) -> Result<Provider, Missing> {
    let named = spec.url_variable.as_ref().and_then(|name| variable(name)).filter(|url| !url.trim().is_empty());
    let name = spec.url_variable.clone().unwrap_or_default();
    let missing = |message| Missing { variable: name.clone(), message };
    let Some(text) = named.or_else(|| spec.url.clone()) else {
        return Err(missing(format!("`{name}` is not set")));
    };
    let url = address(&text, key.is_some()).map_err(|wrong| missing(format!("`{name}`: {wrong}")))?;
    let (redactor, client) = (redactor.clone(), OnceLock::new());
    Ok(Provider { protocol: spec.protocol, url, key, connect: spec.connect, redactor, client })
}

/// What is said where no model can be asked.
fn unset(role: Role, candidates: &[Candidate]) -> Failure {
    let missing = candidates.iter().filter_map(|candidate| candidate.single.as_ref().err());
    let mut variables: Vec<String> = missing.map(|missing| format!("`{}`", missing.variable)).collect();
    variables.dedup();
    let message = format!(
        "no model is set for `{role}`: set {}, or name another file of models with `FIRSTFRAME_MODELS`",
        variables.join(" or ")
    );
    Failure::new(FailureKind::NoKey, message)
}
