//! The proof of a library: its patterns' examples are served as their authors say, and their rejects are left alone.

use serde_json::Value;

use super::Engine;
use crate::diagnostic::Diagnostic;
use crate::error::Result;
use crate::pattern::Pattern;
use crate::request::Request;
use crate::route::Step;
use crate::template::Fit;
use crate::tsx::Form;

/// What was tried, in the order of the patterns.
#[derive(Debug, Default)]
pub struct Proof {
    /// Every example and every reject.
    pub trials: Vec<Trial>,
}

/// An example or a reject that was tried.
#[derive(Debug)]
pub struct Trial {
    /// The template whose pattern says it.
    pub template: String,
    /// Which of the two.
    pub kind: Kind,
    /// What does not hold, at its place; nothing if it holds.
    pub failure: Option<Diagnostic>,
}

/// What an author says of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It has to be served, and read as they say.
    Example,
    /// It has to be left alone.
    Reject,
}

/// Whether the scenes of examples are made too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scenes {
    Rendered,
    Left,
}

impl Proof {
    /// How many examples there are.
    pub fn examples(&self) -> usize {
        self.trials.iter().filter(|trial| trial.kind == Kind::Example).count()
    }

    /// How many rejects there are.
    pub fn rejects(&self) -> usize {
        self.trials.iter().filter(|trial| trial.kind == Kind::Reject).count()
    }

    /// What does not hold, each at its place.
    pub fn failures(&self) -> impl Iterator<Item = &Diagnostic> {
        self.trials.iter().filter_map(|trial| trial.failure.as_ref())
    }
}

/// Tries every example and every reject of every pattern, and renders and checks every scene of the examples.
///
/// # Errors
/// The first scene that does not pass the check.
pub fn prove(engine: &Engine) -> Result<Proof> {
    all(engine, Scenes::Rendered)
}

/// The same without the scenes, for templates that were checked before.
///
/// # Errors
/// An example that is no request.
pub fn prove_reading(engine: &Engine) -> Result<Proof> {
    all(engine, Scenes::Left)
}

/// Tries the examples and rejects of one template's patterns, with their scenes.
///
/// # Errors
/// As [`prove`].
pub fn prove_template(engine: &Engine, template: &str) -> Result<Proof> {
    let mut proof = Proof::default();
    for pattern in engine.patterns().of(template) {
        of(engine, pattern, Scenes::Rendered, &mut proof)?;
    }
    Ok(proof)
}

fn all(engine: &Engine, scenes: Scenes) -> Result<Proof> {
    let mut proof = Proof::default();
    for pattern in engine.patterns().patterns() {
        of(engine, pattern, scenes, &mut proof)?;
    }
    Ok(proof)
}

fn of(engine: &Engine, pattern: &Pattern, scenes: Scenes, proof: &mut Proof) -> Result<()> {
    let trial = |kind, failure| Trial { template: pattern.template().to_owned(), kind, failure };
    for example in pattern.examples() {
        let failure = try_example(engine, pattern, (&example.say, &example.params), scenes)?;
        let failure = failure.map(|failure| pattern.diagnose_example(example, failure));
        proof.trials.push(trial(Kind::Example, failure));
    }
    for reject in pattern.rejects() {
        let failure = try_reject(engine, pattern, &reject.say)?;
        let failure = failure.map(|failure| pattern.diagnose_reject(reject, failure));
        proof.trials.push(trial(Kind::Reject, failure));
    }
    Ok(())
}

fn try_example(
    engine: &Engine,
    pattern: &Pattern,
    (say, params): (&str, &Value),
    scenes: Scenes,
) -> Result<Option<String>> {
    let decision = engine.route(&Request::new(say)?);
    let [Step::Add { fit, .. }] = &decision.plan[..] else {
        return Ok(Some(format!("this is not served: {}", decision.reason)));
    };
    if fit.template() != pattern.template() {
        return Ok(Some(format!("this is taken for `{}`", fit.template())));
    }
    if scenes == Scenes::Rendered {
        engine.render(fit, Form::Module)?;
    }
    let json = |fit: &Fit| serde_json::to_value(fit.params()).unwrap_or_default();
    let said = match params.as_object().map(|params| engine.library().fit(pattern.template(), params)) {
        Some(Ok(fit)) => json(&fit),
        Some(Err(error)) => return Ok(Some(error.to_string())),
        None => return Ok(Some("`params` is not a mapping".to_owned())),
    };
    let read = json(fit);
    Ok((!same(&read, &said)).then(|| format!("this reads {read}, and the example says {said}")))
}

fn try_reject(engine: &Engine, pattern: &Pattern, say: &str) -> Result<Option<String>> {
    let decision = engine.route(&Request::new(say)?);
    let served =
        decision.plan.iter().any(|step| matches!(step, Step::Add { fit, .. } if fit.template() == pattern.template()));
    Ok(served.then(|| "this is served, and should not be".to_owned()))
}

/// Whether two values say the same; numbers are equal whatever their form, and the order of keys does not matter.
pub(super) fn same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => left.as_f64() == right.as_f64(),
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| same(left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            left.len() == right.len()
                && left.iter().all(|(key, value)| right.get(key).is_some_and(|other| same(value, other)))
        }
        _ => left == right,
    }
}
