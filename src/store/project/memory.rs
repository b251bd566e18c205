//! What a person has told about themselves, so that they need not say it again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The facts of a project by what they are about.
pub type Memory = BTreeMap<String, Fact>;

/// A fact that the person stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// What it is about: `brand-colours`, `company`.
    pub topic: String,
    /// What it is, as requests would say it: `["#123456", "gold"]`, `["Acme"]`.
    pub values: Vec<String>,
}

impl Fact {
    /// A fact.
    pub fn new(topic: impl Into<String>, values: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { topic: topic.into(), values: values.into_iter().map(Into::into).collect() }
    }
}
