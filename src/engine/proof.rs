//! The proof of a library: its patterns' examples are served as their authors say, and their rejects are left alone.

use serde_json::Value;

use super::Engine;
use crate::error::Result;
use crate::pattern::Pattern;
use crate::request::Request;
use crate::route::Step;
use crate::template::Fit;
use crate::tsx::Form;

/// What was tried and what failed.
#[derive(Debug, Default)]
pub struct Proof {
    /// How many examples there are.
    pub examples: usize,
    /// How many rejects there are.
    pub rejects: usize,
    /// What does not hold, each with its place.
    pub failures: Vec<String>,
}

/// Tries every example and every reject of every pattern, and renders and checks every scene of the examples.
///
/// # Errors
/// The first scene that does not pass the check.
pub fn prove(engine: &Engine) -> Result<Proof> {
    let mut proof = Proof::default();
    for pattern in engine.patterns().patterns() {
        for example in pattern.examples() {
            proof.examples += 1;
            if let Some(failure) = try_example(engine, pattern, &example.say, &example.params)? {
                proof.failures.push(pattern.diagnose_example(example, failure).to_string());
            }
        }
        for reject in pattern.rejects() {
            proof.rejects += 1;
            if let Some(failure) = try_reject(engine, pattern, &reject.say)? {
                proof.failures.push(pattern.diagnose_reject(reject, failure).to_string());
            }
        }
    }
    Ok(proof)
}

fn try_example(engine: &Engine, pattern: &Pattern, say: &str, params: &Value) -> Result<Option<String>> {
    let decision = engine.route(&Request::new(say)?);
    let [Step::Add { fit, .. }] = &decision.plan[..] else {
        return Ok(Some(format!("this is not served: {}", decision.reason)));
    };
    if fit.template() != pattern.template() {
        return Ok(Some(format!("this is taken for `{}`", fit.template())));
    }
    engine.render(fit, Form::Module)?;
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
fn same(left: &Value, right: &Value) -> bool {
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
