//! Models at a server, and calls.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use firstframe::diagnostic::Source;
use firstframe::llm::{Call, Catalogue, Delta, Failure, Hedging, Ledger, Message, Model, Models, Reply, Role, Schema};
use serde_json::json;
use tokio::time::Instant;

/// How a server is spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    OpenAi,
    Anthropic,
}

pub(crate) const BOTH: [Kind; 2] = [Kind::OpenAi, Kind::Anthropic];

/// The key that everybody has.
pub(crate) const KEY: &str = "sk-test-0123456789";

/// The model at an address with a key, with retries and time limits of a second or so.
pub(crate) fn model(kind: Kind, url: &str, more: &str) -> Result<Arc<dyn Model>, Box<dyn Error>> {
    model_with(KEY, kind, (url, more))
}

/// The same with another key.
pub(crate) fn model_with(key: &str, kind: Kind, (url, more): (&str, &str)) -> Result<Arc<dyn Model>, Box<dyn Error>> {
    let (kind, name) = match kind {
        Kind::OpenAi => ("openai", "gpt-4o"),
        Kind::Anthropic => ("anthropic", "claude-sonnet-4-5"),
    };
    let role = "{use: [m], max_tokens: 20000, first_token: 1, idle: 1, total: 4}";
    let roles = Role::NAMES.map(|name| format!("  {name}: {role}\n")).concat();
    let text = format!(
        "providers:\n  p: {{kind: {kind}, url: \"{url}\", key: KEY}}\nmodels:\n  m: {{provider: p, model: {name}, price: {{input: 1, \
         output: 2}}{more}}}\nroles:\n{roles}"
    );
    let catalogue = Catalogue::read(&Source::new("models.yaml", text))
        .map_err(|mistakes| mistakes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
    Ok(Models::new(&catalogue, Hedging::Off, |_| Some(key.to_owned())).role(Role::Code)?)
}

/// A call of a sentence.
pub(crate) fn call(text: &str) -> Call {
    Call::new(Role::Code, Message::user(text), Instant::now() + Duration::from_secs(10))
}

/// The same with a ledger that can be looked into.
pub(crate) fn booked(text: &str) -> (Call, Ledger) {
    let ledger = Ledger::default();
    (call(text).with_ledger(ledger.clone()), ledger)
}

/// A shape with a text and a number.
pub(crate) fn schema() -> Schema {
    let properties = json!({"title": {"type": "string"}, "seconds": {"type": "integer"}});
    let required = ["title", "seconds"];
    let json = json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false});
    Schema { name: "scene".to_owned(), json }
}

/// Asks for a stream and reads it to its end: what was shown, and how it ended.
pub(crate) async fn stream(model: &dyn Model, call: &Call) -> (String, Result<Reply, Failure>) {
    let mut text = String::new();
    let mut deltas = match model.stream(call).await {
        Ok(deltas) => deltas,
        Err(failure) => return (text, Err(failure)),
    };
    loop {
        match deltas.advance().await {
            Some(Ok(Delta::Text(more))) => text += &more,
            Some(Ok(Delta::End(end))) => return (text.clone(), Ok(Reply { text, end })),
            Some(Err(failure)) => return (text, Err(failure)),
            None => unreachable!("a stream ends in an end or a failure"),
        }
    }
}

/// An error if two things differ.
pub(crate) fn same<T: PartialEq + std::fmt::Debug>(what: &str, found: T, expected: T) -> Result<(), Box<dyn Error>> {
    let pair = (found, expected);
    if pair.0 == pair.1 { Ok(()) } else { Err(format!("{what}: expected {:?}, found {:?}", pair.1, pair.0).into()) }
}
