//! The whole program against a server that plays a provider: a request becomes a scene that models wrote.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use firstframe::llm::Role;
use serde_json::Value;

use crate::models::{BOTH, Kind, same};
use crate::server::Server;
use crate::{Case, Outcome, case};

pub(crate) const CASES: &[Case] =
    &[case!(a_scene_is_thought_of_written_and_mended), case!(what_is_open_is_filled_in), case!(events_end_once)];

const PROMPT: &str = "a penguin that skates over a frozen lake and waves at the moon";

/// Runs the program with models that are all at the server.
fn run(server: &Server, kind: Kind, (folder, args): (&Path, &[&str])) -> Result<Output, Box<dyn Error>> {
    let (kind, name, path) = match kind {
        Kind::OpenAi => ("openai", "gpt-4o", "/v1"),
        Kind::Anthropic => ("anthropic", "claude-sonnet-4-5", ""),
    };
    let roles = Role::NAMES
        .map(|name| format!("  {name}: {{use: [m], max_tokens: 4000, first_token: 5, idle: 5, total: 20}}\n"));
    let text = format!(
        "providers:\n  p: {{kind: {kind}, url: \"{}\", key: FIRSTFRAME_TEST_KEY}}\nmodels:\n  m: {{provider: p, model: {name}, \
         price: {{input: 1, output: 2}}, structured: prompt}}\nroles:\n{}",
        server.at(path),
        roles.concat()
    );
    let file = folder.join(format!("{kind}.yaml"));
    fs::write(&file, text)?;
    let mut command = Command::new(env!("CARGO_BIN_EXE_firstframe"));
    command.args(args).env("FIRSTFRAME_MODELS", file).env("FIRSTFRAME_TEST_KEY", "sk-test-0123456789");
    let (data, cache) = (folder.join("data"), folder.join(format!("cache-{kind}")));
    Ok(command.env("FIRSTFRAME_DATA", data).env("FIRSTFRAME_CACHE", cache).output()?)
}

fn json(output: &Output) -> Result<Value, Box<dyn Error>> {
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

fn roles(generation: &Value) -> Vec<&str> {
    generation["calls"]["made"].as_array().into_iter().flatten().filter_map(|call| call["role"].as_str()).collect()
}

async fn a_scene_is_thought_of_written_and_mended(server: &Server) -> Outcome {
    for kind in BOTH {
        let folder = tempfile::tempdir()?;
        let args = ["generate", PROMPT, "--json"];
        let made = json(&run(server, kind, (folder.path(), &args))?)?;
        let scene = &made["scenes"][0];
        same("code is mended", scene["code"].as_str().is_some_and(|code| code.contains("{title}</")), true)?;
        same("roles", roles(&made), vec!["brain", "layout", "code", "edit-surgical"])?;
        same("manifest", scene["manifest"][0]["name"].as_str(), Some("ice"))?;
        same("cost is known", made["calls"]["cost"]["usd"].as_f64().is_some_and(|cost| cost > 0.0), true)?;
        let again = json(&run(server, kind, (folder.path(), &args))?)?;
        same("the cache has all of it", roles(&again), Vec::<&str>::new())?;
        same("the same scene", &again["scenes"][0]["code"], &scene["code"])?;
    }
    Ok(())
}

async fn what_is_open_is_filled_in(server: &Server) -> Outcome {
    for kind in BOTH {
        let folder = tempfile::tempdir()?;
        let args = ["generate", "bar chart about what a cappuccino costs around the world", "--json"];
        let made = json(&run(server, kind, (folder.path(), &args))?)?;
        same("series", made["scenes"][0]["params"]["series"][1]["label"].as_str(), Some("Oslo"))?;
        same("roles", roles(&made), vec!["fill"])?;
    }
    Ok(())
}

async fn events_end_once(server: &Server) -> Outcome {
    let folder = tempfile::tempdir()?;
    let output = run(server, Kind::OpenAi, (folder.path(), &["generate", PROMPT, "--events"]))?;
    let text = String::from_utf8(output.stdout)?;
    let events = text.lines().map(serde_json::from_str::<Value>).collect::<Result<Vec<_>, _>>()?;
    let names: Vec<&str> = events.iter().filter_map(|event| event["event"].as_str()).collect();
    same("the last event", names.last().copied(), Some("done"))?;
    same("ends", names.iter().filter(|name| matches!(**name, "done" | "failed")).count(), 1)?;
    let pieces: Vec<&str> = events.iter().filter_map(|event| event["text"].as_str()).collect();
    same("code comes in pieces", pieces.concat().contains("export default function Penguin"), true)
}
