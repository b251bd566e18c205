//! `models.yaml`: which providers there are, which of their models, and which model does which work.

mod read;
mod secret;
#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Map, Value};

use super::protocol::Protocol;
use super::{Limits, Price, Role};
use crate::diagnostic::{Diagnostic, Source};

/// What a file of models says. Every role has at least one model, and all names are known.
#[derive(Debug, Clone)]
pub struct Catalogue {
    /// The providers, in the order of the file.
    pub providers: Vec<Arc<ProviderSpec>>,
    /// The models, in the order of the file.
    pub models: Vec<Arc<ModelSpec>>,
    /// What is said of each role, in the order of [`Role::ALL`].
    pub roles: Vec<RoleSpec>,
}

/// A provider: where it is, how it is spoken to, and which variable holds its key.
#[derive(Debug, Clone, PartialEq)]
pub struct ProviderSpec {
    /// The name under which models refer to it.
    pub name: String,
    /// How it is spoken to.
    pub protocol: Protocol,
    /// Its address, to which the paths of the protocol are added. Without one it is only there if `url_variable` is set.
    pub url: Option<String>,
    /// The environment variable that names another address.
    pub url_variable: Option<String>,
    /// The environment variable that holds its key. Without one no key is sent.
    pub key_variable: Option<String>,
    /// How long a connection may take to be made.
    pub connect: Duration,
}

/// A model of a provider.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelSpec {
    /// The name under which roles refer to it.
    pub id: String,
    /// The name of its provider.
    pub provider: String,
    /// Its name as the provider calls it.
    pub model: String,
    /// What it costs, if that is known.
    pub price: Option<Price>,
    /// How it is held to a schema.
    pub structured: Structured,
    /// Whether it may be told a temperature.
    pub takes_temperature: bool,
    /// The key under which chat completions take the longest answer.
    pub max_tokens_key: &'static str,
    /// What else is sent with every call.
    pub extra: Map<String, Value>,
}

/// How a model is held to a JSON schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Structured {
    /// The server takes the schema: `response_format`, or `output_config`.
    Schema,
    /// As a tool that has to be called; of Anthropic.
    Tool,
    /// The server only holds it to JSON; the schema stands in the prompt.
    Object,
    /// The schema stands in the prompt, and the answer is searched for JSON.
    Prompt,
}

/// How a role is done.
#[derive(Debug, Clone, PartialEq)]
pub struct RoleSpec {
    /// Which.
    pub role: Role,
    /// The models, the first one first; the others are asked when those before have failed, or have no key.
    pub models: Vec<Arc<ModelSpec>>,
    /// The longest answer in tokens.
    pub max_tokens: u32,
    /// How freely words are chosen, if it is to be said.
    pub temperature: Option<f64>,
    /// How long each try may take.
    pub limits: Limits,
    /// The most tries at each model.
    pub tries: u32,
}

impl Catalogue {
    /// Reads a file of models.
    ///
    /// # Errors
    /// All mistakes of the file at their places. What may be a key is not shown.
    pub fn read(source: &Source) -> Result<Self, Vec<Diagnostic>> {
        read::read(source).map_err(|mistakes| secret::hidden(source, mistakes))
    }

    /// What is said of a role.
    pub fn role(&self, role: Role) -> Option<&RoleSpec> {
        self.roles.iter().find(|spec| spec.role == role)
    }

    /// The provider of a model.
    pub fn provider(&self, model: &ModelSpec) -> Option<&Arc<ProviderSpec>> {
        self.providers.iter().find(|provider| provider.name == model.provider)
    }
}

impl ModelSpec {
    /// The name that people know it by: `provider/model`.
    pub fn name(&self) -> String {
        format!("{}/{}", self.provider, self.model)
    }
}

impl Structured {
    /// The names of all ways, as they stand in the file.
    pub(super) const NAMES: [&str; 4] = ["schema", "tool", "object", "prompt"];

    /// The way with this name.
    fn named(name: &str) -> Option<Self> {
        let all = [Self::Schema, Self::Tool, Self::Object, Self::Prompt];
        Self::NAMES.iter().position(|known| *known == name).map(|at| all[at])
    }
}
