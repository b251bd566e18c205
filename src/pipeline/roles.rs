//! Which model does which work.

use std::sync::Arc;

use crate::llm::{Failure, FailureKind, Model, Models, Role};

/// A model for each role, or why there is none.
#[derive(Debug, Clone)]
pub struct Roles {
    models: [Result<Arc<dyn Model>, Failure>; Role::ALL.len()],
    /// Where connections are made, if these are models of this machine.
    source: Option<Arc<Models>>,
}

impl Roles {
    /// The models of this machine.
    pub fn of(models: Arc<Models>) -> Self {
        Self { models: Role::ALL.map(|role| models.role(role)), source: Some(models) }
    }

    /// Nobody does anything.
    pub fn none() -> Self {
        let none = |role| Err(Failure::new(FailureKind::NoKey, format!("no model is set for `{role}`")));
        Self { models: Role::ALL.map(none), source: None }
    }

    /// The same with another model for a role.
    #[must_use]
    pub fn with(mut self, role: Role, model: Arc<dyn Model>) -> Self {
        self.models[role as usize] = Ok(model);
        self
    }

    /// The model of a role.
    ///
    /// # Errors
    /// Why there is none, with what to set.
    pub fn get(&self, role: Role) -> Result<&Arc<dyn Model>, Failure> {
        self.models[role as usize].as_ref().map_err(Clone::clone)
    }

    /// Opens connections for these roles, so that their first calls need not. What cannot be reached is left.
    pub async fn warm(&self, roles: &[Role]) {
        if let Some(models) = &self.source {
            models.warm(roles).await;
        }
    }

    /// Whether somebody does this.
    pub fn has(&self, role: Role) -> bool {
        self.models[role as usize].is_ok()
    }

    /// The name of a role's model; empty if there is none.
    pub(super) fn name(&self, role: Role) -> &str {
        self.models[role as usize].as_ref().map_or("", |model| model.name())
    }
}
