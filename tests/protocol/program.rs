//! The whole program, with models that are all at one server.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use firstframe::llm::Role;
use serde_json::Value;

use crate::models::{KEY, Kind};

/// Where the models are, and how they are spoken with.
#[derive(Debug, Clone)]
pub(crate) struct Models {
    pub(crate) kind: Kind,
    pub(crate) url: String,
    /// How they are held to a schema: as `structured` in a file of models.
    pub(crate) structured: &'static str,
    /// The most that they write.
    pub(crate) max_tokens: usize,
}

/// Runs the program in a folder of its own.
pub(crate) fn run(models: &Models, (folder, args): (&Path, &[&str])) -> Result<Output, Box<dyn Error>> {
    let Models { kind, url, structured, max_tokens } = models;
    let (kind, name) = match kind {
        Kind::OpenAi => ("openai", "gpt-4o"),
        Kind::Anthropic => ("anthropic", "claude-sonnet-4-5"),
    };
    let limits = format!("max_tokens: {max_tokens}, first_token: 5, idle: 5, total: 20");
    let roles = Role::NAMES.map(|name| format!("  {name}: {{use: [m], {limits}}}\n"));
    let text = format!(
        "providers:\n  p: {{kind: {kind}, url: \"{url}\", key: FIRSTFRAME_TEST_KEY}}\nmodels:\n  m: {{provider: p, model: {name}, \
         price: {{input: 1, output: 2}}, structured: {structured}}}\nroles:\n{}",
        roles.concat()
    );
    let file = folder.join(format!("{kind}.yaml"));
    fs::write(&file, text)?;
    let mut command = Command::new(env!("CARGO_BIN_EXE_firstframe"));
    command.args(args).env("FIRSTFRAME_MODELS", file).env("FIRSTFRAME_TEST_KEY", KEY);
    let (data, cache) = (folder.join("data"), folder.join(format!("cache-{kind}")));
    Ok(command.env("FIRSTFRAME_DATA", data).env("FIRSTFRAME_CACHE", cache).output()?)
}

/// What it has printed as JSON.
pub(crate) fn json(output: &Output) -> Result<Value, Box<dyn Error>> {
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// The events that it has printed, which end once.
pub(crate) fn events(output: Output) -> Result<Vec<Value>, Box<dyn Error>> {
    let text = String::from_utf8(output.stdout)?;
    let events = text.lines().map(serde_json::from_str::<Value>).collect::<Result<Vec<_>, _>>()?;
    let is_end = |event: &&Value| matches!(event["event"].as_str(), Some("done" | "failed"));
    if events.iter().filter(is_end).count() == 1 && events.last().is_some_and(|last| is_end(&last)) {
        return Ok(events);
    }
    Err(format!("expected one end, behind everything else: {text}").into())
}

/// The roles that were asked for a generation, in order.
pub(crate) fn roles(generation: &Value) -> Vec<&str> {
    generation["calls"]["made"].as_array().into_iter().flatten().filter_map(|call| call["role"].as_str()).collect()
}
