//! What models are asked for.

use std::fmt;

use serde::Serialize;

/// A kind of work. Each has its own model, limits and price in `prompts/models.yaml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Fills parameters of a template that the request leaves open, and chooses between templates.
    Fill,
    /// Reads what is wanted where no template fits: plan, targets, answers in words.
    Brain,
    /// Lays a scene out as data.
    Layout,
    /// Writes the code of a scene.
    Code,
    /// Changes code by small replacements.
    EditSurgical,
    /// Writes a scene anew after a wish for a change.
    EditCreative,
    /// Looks at pictures.
    Vision,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Fill, Self::Brain, Self::Layout, Self::Code, Self::EditSurgical, Self::EditCreative, Self::Vision];

    /// The names of all, in the same order.
    pub const NAMES: [&str; 7] = ["fill", "brain", "layout", "code", "edit-surgical", "edit-creative", "vision"];

    /// The name under which it stands in files and arguments.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }

    /// The role with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}
