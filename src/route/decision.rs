//! What is to be done about a request, and why.

use serde::Serialize;

use super::op::Op;
use crate::pattern::Work;
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
    /// How probable it is that the best of the templates that were looked at is the right one, from 0 to 1; 0 where none
    /// was, and that of the least sure part where the request was taken apart. Nothing where no calibration rated it.
    pub confidence: Option<f64>,
    /// The patterns that were candidates, the best first; none if the request was taken apart.
    pub considered: Vec<Considered>,
    /// How much of the pattern set was looked at; that of all parts together where the request was taken apart.
    pub work: Work,
    /// The parts of a request for several scenes, in order, one for each step of the plan.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
}

/// One scene of a request for several.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Part {
    /// The bytes of the request that ask for it.
    pub span: Span,
    /// Why it was decided as it was.
    pub reason: String,
    /// The patterns that were candidates for it, the best first.
    pub considered: Vec<Considered>,
    /// What it has from words that are said of all scenes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub shared: Vec<Found>,
}

impl Decision {
    /// The templates with their parameters that the plan adds, in order.
    pub fn fits(&self) -> impl Iterator<Item = &Fit> {
        self.plan.iter().filter_map(|step| match step {
            Step::Add { fit, .. } => Some(fit),
            Step::Change(_) | Step::Model { .. } | Step::Ask { .. } => None,
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
        /// What the nearest template would show of it.
        #[serde(skip_serializing_if = "Option::is_none")]
        partial: Option<Partial>,
    },
    /// The person has to say more.
    Ask {
        /// What they are asked.
        question: String,
    },
    /// Change what is there.
    #[serde(untagged)]
    Change(Op),
}

/// What a template shows of a request that asks for more.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Partial {
    /// The template with what was read.
    #[serde(flatten)]
    pub fit: Fit,
    /// The words that it does not explain.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unexplained: Vec<String>,
}

/// A pattern that was looked at.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Considered {
    /// The template that it serves.
    pub template: String,
    /// How much of what the request says is explained, from 0 to 1.
    pub coverage: f64,
    /// The bytes of the request that name or describe the scene.
    pub named: Vec<Span>,
    /// Whether that says enough by itself, so that what the scene shows may be left open.
    pub strong: bool,
    /// The phrases that were found, as the author wrote them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub phrases: Vec<String>,
    /// How many parameters the scene has nothing to show without.
    pub required: usize,
    /// The gates that are closed; none if the template can be taken.
    pub refusals: Vec<Refusal>,
    /// What was read.
    pub found: Vec<Found>,
    /// Required parameters that the request leaves open.
    pub missing: Vec<String>,
    /// Words that nothing explains.
    pub unexplained: Vec<String>,
    /// The bytes of the request that they are.
    #[serde(skip)]
    pub unexplained_at: Vec<Span>,
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
    /// It is in a language that patterns do not read.
    Language(String),
    /// A word says that something else is meant.
    Excluded(String),
    /// The request says not to.
    Negated(String),
    /// A word names what no template shows.
    Beyond(String),
    /// It is a question, and no request for a scene.
    Question(String),
    /// Something that is there already is to be changed.
    Change(String),
    /// It says how something is, and asks for nothing.
    Statement(String),
    /// The name alone is too vague: nothing says what is shown.
    Vague(String),
    /// Words are asked for, and no scene.
    Prose(String),
    /// Several scenes are asked for.
    Several(String),
    /// Another kind of scene is asked for in the same frame.
    Another(String),
    /// Too much is left that nothing explains.
    Unexplained(Vec<String>),
    /// A picture came with the request and the template has no place for it.
    Pictures(usize),
    /// A value is not what the parameter takes.
    Value(String),
    /// Another template fits as well.
    Ambiguous(String),
    /// It is not as sure as was asked for.
    Unsure {
        /// How sure it is, as people read it.
        confidence: String,
        /// How sure it has to be.
        wanted: String,
    },
}

impl Refusal {
    /// The name of the gate that is closed.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Language(_) => "language",
            Self::Excluded(_) => "excluded",
            Self::Negated(_) => "negated",
            Self::Beyond(_) => "beyond",
            Self::Question(_) => "question",
            Self::Change(_) => "change",
            Self::Statement(_) => "statement",
            Self::Vague(_) => "vague",
            Self::Prose(_) => "prose",
            Self::Several(_) => "several",
            Self::Another(_) => "another",
            Self::Unexplained(_) => "unexplained",
            Self::Pictures(_) => "pictures",
            Self::Value(_) => "value",
            Self::Ambiguous(_) => "ambiguous",
            Self::Unsure { .. } => "unsure",
        }
    }

    /// Whether the template is meant, and something is asked for that it does not show.
    pub(super) fn asks_for_more(&self) -> bool {
        matches!(
            self,
            Self::Beyond(_)
                | Self::Another(_)
                | Self::Several(_)
                | Self::Unexplained(_)
                | Self::Pictures(_)
                | Self::Ambiguous(_)
        )
    }
}

impl Considered {
    /// Whether every gate is open.
    pub fn fits(&self) -> bool {
        self.refusals.is_empty()
    }
}

/// What the gates are called, in the order in which people read them.
pub const GATES: [&str; 14] = [
    "in English",
    "no exclusion",
    "no negation",
    "nothing beyond",
    "one scene",
    "no question",
    "no change",
    "no statement",
    "says enough",
    "all explained",
    "pictures placed",
    "values taken",
    "clear margin",
    "sure enough",
];

impl Refusal {
    /// The gate that it closes, one of [`GATES`].
    pub fn gate(&self) -> &'static str {
        match self {
            Self::Language(_) => "in English",
            Self::Excluded(_) => "no exclusion",
            Self::Negated(_) => "no negation",
            Self::Beyond(_) => "nothing beyond",
            Self::Several(_) | Self::Another(_) => "one scene",
            Self::Question(_) => "no question",
            Self::Change(_) => "no change",
            Self::Statement(_) | Self::Prose(_) => "no statement",
            Self::Vague(_) => "says enough",
            Self::Unexplained(_) => "all explained",
            Self::Pictures(_) => "pictures placed",
            Self::Value(_) => "values taken",
            Self::Ambiguous(_) => "clear margin",
            Self::Unsure { .. } => "sure enough",
        }
    }
}

/// The reason as people read it.
impl std::fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Language(name) => write!(formatter, "the request is in {name}, and patterns read English"),
            Self::Excluded(word) => write!(formatter, "`{word}` says that something else is meant"),
            Self::Negated(word) => write!(formatter, "`{word}` says not to"),
            Self::Beyond(word) => write!(formatter, "`{word}` is more than a template shows"),
            Self::Question(word) => write!(formatter, "`{word} …?` is a question"),
            Self::Change(words) => write!(formatter, "`{words}` changes a scene, and there is none"),
            Self::Statement(word) => write!(formatter, "it says how something `{word}`, and asks for no scene"),
            Self::Prose(word) => write!(formatter, "`{word}` asks for words, and for no scene"),
            Self::Vague(word) => write!(formatter, "`{word}` alone does not say what to show"),
            Self::Several(word) => write!(formatter, "`{word}` asks for several scenes"),
            Self::Another(word) => write!(formatter, "`{word}` names another kind of scene beside it"),
            Self::Unexplained(words) => write!(formatter, "it does not explain {}", listed(words)),
            Self::Pictures(1) => formatter.write_str("it has no place for the picture"),
            Self::Pictures(count) => write!(formatter, "it has no place for {count} pictures"),
            Self::Value(message) => formatter.write_str(message),
            Self::Ambiguous(other) => write!(formatter, "`{other}` fits as well"),
            Self::Unsure { confidence, wanted } => {
                write!(formatter, "it is only {confidence} sure, and {wanted} is asked for")
            }
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
