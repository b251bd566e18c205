//! What is to be done about a request, and why.

use serde::Serialize;

use crate::template::Fit;
use crate::text::Span;
use crate::value::Value;

/// The answer of the router: a plan, the reason for it, and every pattern that was looked at.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Decision {
    /// What to do, in order.
    pub plan: Vec<Step>,
    /// Why, in one sentence.
    pub reason: String,
    /// The patterns that were candidates, the best first.
    pub considered: Vec<Considered>,
}

impl Decision {
    /// The templates with their parameters that the plan adds, in order.
    pub fn fits(&self) -> impl Iterator<Item = &Fit> {
        self.plan.iter().filter_map(|step| match step {
            Step::Add { fit, .. } => Some(fit),
            Step::Model { .. } | Step::Ask { .. } => None,
        })
    }
}

/// One step of a plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "op", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Step {
    /// Add a scene of a template.
    Add {
        /// The template with what was read from the request, and nothing else.
        #[serde(flatten)]
        fit: Fit,
        /// What the template needs and the request leaves open.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        ask: Vec<String>,
    },
    /// No template shows this: a large model is needed.
    Model {
        /// Why.
        reason: String,
    },
    /// The person has to say more.
    Ask {
        /// What they are asked.
        question: String,
    },
}

/// A pattern that was looked at.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Considered {
    /// The template that it serves.
    pub template: String,
    /// How much of what the request says is explained, from 0 to 1.
    pub coverage: f64,
    /// The gates that are closed; none if the template can be taken.
    pub refusals: Vec<Refusal>,
    /// What was read.
    pub found: Vec<Found>,
    /// Required parameters that the request leaves open.
    pub missing: Vec<String>,
    /// Words that nothing explains.
    pub unexplained: Vec<String>,
}

/// A parameter that was read, and from where.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Found {
    /// The parameter.
    pub param: String,
    /// Its value.
    pub value: Value,
    /// The bytes of the request that say so.
    pub span: Span,
    /// Who read it.
    pub by: Reader,
}

/// Who read a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reader {
    /// The rules of the patterns.
    Rules,
    /// The small model of slots, out of what the rules left.
    Model,
}

/// A closed gate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "gate", content = "because", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Refusal {
    /// A word says that something else is meant.
    Excluded(String),
    /// The request says not to.
    Negated(String),
    /// A word names what no template shows.
    Beyond(String),
    /// It is a question, and no request for a scene.
    Question(String),
    /// The name alone is too vague: nothing says what is shown.
    Vague(String),
    /// Several scenes are asked for.
    Several(String),
    /// Too much is left that nothing explains.
    Unexplained(Vec<String>),
    /// A picture came with the request and the template has no place for it.
    Pictures(usize),
    /// A value is not what the parameter takes.
    Value(String),
    /// Another template fits as well.
    Ambiguous(String),
}

impl Considered {
    /// Whether every gate is open.
    pub fn fits(&self) -> bool {
        self.refusals.is_empty()
    }
}

/// The reason as people read it.
impl std::fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Excluded(word) => write!(formatter, "`{word}` says that something else is meant"),
            Self::Negated(word) => write!(formatter, "`{word}` says not to"),
            Self::Beyond(word) => write!(formatter, "`{word}` is more than a template shows"),
            Self::Question(word) => write!(formatter, "`{word} …?` is a question"),
            Self::Vague(word) => write!(formatter, "`{word}` alone does not say what to show"),
            Self::Several(word) => write!(formatter, "`{word}` asks for several scenes"),
            Self::Unexplained(words) => write!(formatter, "it does not explain {}", listed(words)),
            Self::Pictures(1) => formatter.write_str("it has no place for the picture"),
            Self::Pictures(count) => write!(formatter, "it has no place for {count} pictures"),
            Self::Value(message) => formatter.write_str(message),
            Self::Ambiguous(other) => write!(formatter, "`{other}` fits as well"),
        }
    }
}

/// How many words are shown of a long list.
const SHOWN: usize = 6;

fn listed(words: &[String]) -> String {
    let shown: Vec<String> = words.iter().take(SHOWN).map(|word| format!("`{word}`")).collect();
    let more = words.len().saturating_sub(SHOWN);
    if more > 0 { format!("{} and {more} more", shown.join(", ")) } else { shown.join(", ") }
}
