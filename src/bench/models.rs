//! The models of both ways, as they are reached at the slow server.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Map;

use super::assumptions::{Assumptions, FormerCall};
use super::work::Work;
use crate::error::Result;
use crate::llm::protocol::Protocol;
use crate::llm::{Catalogue, Hedging, Limits, Model, ModelSpec, Models, ProviderSpec, RoleSpec, Structured};

/// The time that a call of the former pipeline has: it knew no limits.
const PATIENCE: Duration = Duration::from_mins(10);

/// The longest answer of the former pipeline, in tokens.
const MAX_TOKENS: u32 = 16_000;

/// The models of a file, all of them at one address. Their names tell the server what they are asked for.
pub(super) fn ours(catalogue: &Catalogue, address: &str, hedging: Hedging) -> Models {
    let providers = catalogue.providers.iter().map(|spec| Arc::new(at(spec, address))).collect();
    let roles = catalogue.roles.iter().map(named).collect();
    let models = catalogue.models.clone();
    Models::new(&Catalogue { providers, models, roles }, hedging, |_| None)
}

/// A model for each call of the former pipeline.
///
/// # Errors
/// None: all of them need no key.
pub(super) fn former(assumptions: &Assumptions, address: &str) -> Result<BTreeMap<Work, Arc<dyn Model>>> {
    let models = assumptions.former.iter().map(|(work, call)| Ok((*work, single(*work, call, address)?)));
    models.collect()
}

fn single(work: Work, call: &FormerCall, address: &str) -> Result<Arc<dyn Model>> {
    let provider = provider(call.protocol, address);
    let spec = Arc::new(ModelSpec {
        id: call.model.clone(),
        provider: provider.name.clone(),
        model: format!("{}/{}", work.name(), call.model),
        price: Some(call.price),
        structured: Structured::Schema,
        takes_temperature: true,
        max_tokens_key: "max_tokens",
        extra: Map::new(),
    });
    let limits = Limits { first_token: PATIENCE, idle: PATIENCE, total: PATIENCE };
    let models = vec![spec.clone()];
    let role = RoleSpec { role: work.role(), models, max_tokens: MAX_TOKENS, temperature: None, limits, tries: 1 };
    let catalogue = Catalogue { providers: vec![Arc::new(provider)], models: vec![spec], roles: vec![role] };
    Ok(Models::new(&catalogue, Hedging::Off, |_| None).role(work.role())?)
}

fn provider(protocol: Protocol, address: &str) -> ProviderSpec {
    let name = if protocol == Protocol::OpenAi { "openai" } else { "anthropic" };
    let (url, url_variable, key_variable) = (Some(address.to_owned()), None, None);
    ProviderSpec { name: name.to_owned(), protocol, url, url_variable, key_variable, connect: PATIENCE }
}

/// The provider as if it were at this address, without its key.
fn at(spec: &ProviderSpec, address: &str) -> ProviderSpec {
    ProviderSpec { url: Some(address.to_owned()), url_variable: None, key_variable: None, ..spec.clone() }
}

fn named(role: &RoleSpec) -> RoleSpec {
    let named = |spec: &Arc<ModelSpec>| {
        Arc::new(ModelSpec { model: format!("{}/{}", role.role.name(), spec.model), ..(**spec).clone() })
    };
    RoleSpec { models: role.models.iter().map(named).collect(), ..role.clone() }
}
