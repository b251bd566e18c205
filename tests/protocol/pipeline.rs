//! The whole program against a server that plays a provider: a request becomes a scene that models wrote.

use crate::models::{BOTH, Kind, same};
use crate::program::{Models, events, json, roles, run};
use crate::server::Server;
use crate::{Case, Outcome, case};

pub(crate) const CASES: &[Case] =
    &[case!(a_scene_is_thought_of_written_and_mended), case!(what_is_open_is_filled_in), case!(events_end_once)];

const PROMPT: &str = "a penguin that skates over a frozen lake and waves at the moon";

/// The models of a server that knows JSON only where it is asked for in words.
fn models(server: &Server, kind: Kind) -> Models {
    let path = if kind == Kind::OpenAi { "/v1" } else { "" };
    Models { kind, url: server.at(path), structured: "prompt", max_tokens: 4000 }
}

async fn a_scene_is_thought_of_written_and_mended(server: &Server) -> Outcome {
    for kind in BOTH {
        let folder = tempfile::tempdir()?;
        let args = ["generate", PROMPT, "--json"];
        let made = json(&run(&models(server, kind), (folder.path(), &args))?)?;
        let scene = &made["scenes"][0];
        same("code is mended", scene["code"].as_str().is_some_and(|code| code.contains("{title}</")), true)?;
        same("roles", roles(&made), vec!["brain", "layout", "code", "edit-surgical"])?;
        same("manifest", scene["manifest"][0]["name"].as_str(), Some("ice"))?;
        same("cost is known", made["calls"]["cost"]["usd"].as_f64().is_some_and(|cost| cost > 0.0), true)?;
        let again = json(&run(&models(server, kind), (folder.path(), &args))?)?;
        same("the cache has all of it", roles(&again), Vec::<&str>::new())?;
        same("the same scene", &again["scenes"][0]["code"], &scene["code"])?;
    }
    Ok(())
}

async fn what_is_open_is_filled_in(server: &Server) -> Outcome {
    for kind in BOTH {
        let folder = tempfile::tempdir()?;
        let args = ["generate", "bar chart about what a cappuccino costs around the world", "--json"];
        let made = json(&run(&models(server, kind), (folder.path(), &args))?)?;
        same("series", made["scenes"][0]["params"]["series"][1]["label"].as_str(), Some("Oslo"))?;
        same("roles", roles(&made), vec!["fill"])?;
    }
    Ok(())
}

async fn events_end_once(server: &Server) -> Outcome {
    let folder = tempfile::tempdir()?;
    let output = run(&models(server, Kind::OpenAi), (folder.path(), &["generate", PROMPT, "--events"]))?;
    let events = events(output)?;
    same("the last event", events.last().and_then(|event| event["event"].as_str()), Some("done"))?;
    let pieces: Vec<&str> = events.iter().filter_map(|event| event["text"].as_str()).collect();
    same("code comes in pieces", pieces.concat().contains("export default function Penguin"), true)
}
