//! Where in the data of a scene something stands.

use std::fmt;

/// A place in `defaultProps`: a parameter, and the way to a part of its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    prop: String,
    steps: Vec<Step>,
}

/// A step into a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// Into a member of an object.
    Key(String),
    /// Into an item of a list, counted from 0.
    Item(usize),
}

impl Place {
    /// The value of a parameter.
    pub fn prop(name: impl Into<String>) -> Self {
        Self { prop: name.into(), steps: Vec::new() }
    }

    /// An item of the list that is here, counted from 0.
    #[must_use]
    pub fn item(mut self, at: usize) -> Self {
        self.steps.push(Step::Item(at));
        self
    }

    /// A member of the object that is here.
    #[must_use]
    pub fn key(mut self, name: impl Into<String>) -> Self {
        self.steps.push(Step::Key(name.into()));
        self
    }

    /// The parameter.
    pub fn name(&self) -> &str {
        &self.prop
    }

    pub(super) fn steps(&self) -> &[Step] {
        &self.steps
    }
}

/// As JavaScript has it: `series[2].value`.
impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.prop)?;
        self.steps.iter().try_for_each(|step| match step {
            Step::Key(key) => write!(formatter, ".{key}"),
            Step::Item(at) => write!(formatter, "[{at}]"),
        })
    }
}
