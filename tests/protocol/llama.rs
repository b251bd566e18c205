//! llama.cpp's server with a model of random weights: a real server, of which nothing is scripted. What it says makes no
//! sense, but it is written token by token, held to schemas by a grammar, counted, refused and given up as for any model.

use std::error::Error;
use std::thread::sleep;
use std::time::{Duration, Instant};

use firstframe::llm::{Failure, FailureKind, Finish, Schema, Usage};
use serde_json::{Value, json};
use tokio::time::{sleep as pause, timeout};

use crate::models::{BOTH, KEY, Kind, booked, call, model, model_with, same, stream};
use crate::program::{Models, events, json as printed, roles, run};
use crate::server::Server;
use crate::{Case, Outcome, case};

pub(crate) const CASES: &[Case] = &[
    case!(answers_come_whole_and_in_pieces),
    case!(schemas_are_held_to),
    case!(mistakes_are_told_and_not_repeated),
    case!(who_goes_away_frees_the_server),
    case!(what_is_open_is_filled_in_and_nothing_else),
    case!(each_role_is_tried),
    case!(nonsense_ends_once),
];

/// How soon the server has noticed that somebody went away.
const NOTICED: Duration = Duration::from_millis(500);

/// How often it looks whether somebody still waits for a whole answer, with some time to spare.
const LOOKS: Duration = Duration::from_millis(2500);

/// Starts it, and waits until it has loaded the model.
pub(crate) fn start() -> Result<Server, Box<dyn Error>> {
    let model = std::env::var("FIRSTFRAME_TINY")
        .map_err(|_| "expected FIRSTFRAME_TINY to name a model: run `make protocol`, which sets it")?;
    let server = Server::start("FIRSTFRAME_LLAMA", |port| {
        let port = port.to_string();
        let place = ["--model", &model, "--host", "127.0.0.1", "--port", &port, "--api-key", KEY];
        let size = ["--ctx-size", "65536", "--parallel", "2", "--threads", "1", "--seed", "7", "--jinja", "--slots"];
        place.iter().chain(&size).map(|&arg| arg.to_owned()).collect()
    })?;
    let begun = Instant::now();
    while server.ask("GET", "/health", &Value::Null)?["status"] != "ok" {
        if begun.elapsed() > Duration::from_secs(10) {
            return Err("llama.cpp's server has not loaded its model in ten seconds".into());
        }
        sleep(Duration::from_millis(10));
    }
    Ok(server)
}

fn address(server: &Server, kind: Kind) -> String {
    server.at(if kind == Kind::OpenAi { "/v1" } else { "" })
}

/// How it is held to a schema: in the protocol of Anthropic it knows tools only.
fn structured(kind: Kind) -> &'static str {
    if kind == Kind::OpenAi { "schema" } else { "tool" }
}

/// A list of points, some words to choose from, and what may be left open.
fn schema() -> Schema {
    let point = json!({
        "type": "object",
        "properties": {"label": {"type": "string"}, "value": {"type": "number"}},
        "required": ["label", "value"],
        "additionalProperties": false,
    });
    let properties = json!({
        "series": {"type": "array", "items": point},
        "size": {"type": "string", "enum": ["small", "large"]},
        "seconds": {"type": ["integer", "null"]},
    });
    let required = ["series", "size", "seconds"];
    let json = json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false});
    Schema { name: "scene".to_owned(), json }
}

/// Whether it is working on something.
fn is_busy(server: &Server) -> Result<bool, Box<dyn Error>> {
    let slots = server.ask("GET", "/slots", &Value::Null)?;
    let slots = slots.as_array().ok_or("expected a list of slots")?;
    Ok(slots.iter().any(|slot| slot["is_processing"] == true))
}

/// Waits until it has nothing to do.
async fn is_idle(server: &Server) -> Outcome {
    let begun = Instant::now();
    while is_busy(server)? {
        if begun.elapsed() > NOTICED {
            return Err(format!("expected the server to be idle, and it is busy after {NOTICED:?}").into());
        }
        pause(Duration::from_millis(2)).await;
    }
    Ok(())
}

async fn answers_come_whole_and_in_pieces(server: &Server) -> Outcome {
    for kind in BOTH {
        let (call, ledger) = booked("say something long");
        let call = call.with_max_tokens(60).with_temperature(0.0);
        // It closes the connection behind a stream, and does not say so before: each call has one of its own.
        let (text, reply) = stream(model(kind, &address(server, kind), "")?.as_ref(), &call).await;
        let (streamed, whole) = (reply?.end, model(kind, &address(server, kind), "")?.reply(&call).await?);
        same("text", (&text, text.is_empty()), (&whole.text, false))?;
        same("finish", (streamed.finish, whole.end.finish), (Finish::Length, Finish::Length))?;
        let read = |usage: Option<Usage>| usage.map(|usage| (usage.input + usage.cache_read, usage.output));
        let told = read(streamed.usage).ok_or("expected usage")?;
        same("tokens", (told.0 > 18, told.1, Some(told)), (true, 60, read(whole.end.usage)))?;
        same("what the second call read was kept", whole.end.usage.is_some_and(|usage| usage.cache_read > 0), true)?;
        let cost = ledger.cost();
        same(&format!("cost of {:?}", ledger.entries()), (cost.dollars() > 0.0, cost.unknown_calls()), (true, 0))?;
    }
    Ok(())
}

async fn schemas_are_held_to(server: &Server) -> Outcome {
    for kind in BOTH {
        let model = model(kind, &address(server, kind), &format!(", structured: {}", structured(kind)))?;
        for sentence in ["a", "colours of autumn", "苔は静かに育つ"] {
            let call = call(sentence).with_schema(schema());
            let (_, streamed) = stream(model.as_ref(), &call).await;
            for reply in [streamed?, model.reply(&call).await?] {
                let json = reply.json()?;
                let points = json["series"].as_array().ok_or("expected points")?;
                let is_point = |point: &Value| point["label"].is_string() && point["value"].is_number();
                let is_size = ["small", "large"].iter().any(|size| json["size"] == *size);
                let shape = (points.iter().all(is_point), is_size, json.as_object().map(serde_json::Map::len));
                same(&reply.text, shape, (true, true, Some(3)))?;
                same("finish", reply.end.finish, Finish::Stop)?;
            }
        }
    }
    Ok(())
}

async fn mistakes_are_told_and_not_repeated(server: &Server) -> Outcome {
    let endless = "moss ".repeat(6_000);
    for kind in BOTH {
        let url = address(server, kind);
        for (key, text, expected, said) in [
            ("sk-test-9876543210", "a", FailureKind::Unauthorised, "Invalid API Key"),
            (KEY, endless.as_str(), FailureKind::Rejected, "context size"),
        ] {
            let model = model_with(key, kind, (&url, ""))?;
            let (call, ledger) = booked(text);
            let failures: [Failure; 2] = [
                stream(model.as_ref(), &call).await.1.err().ok_or("expected a failure")?,
                model.reply(&call).await.err().ok_or("expected a failure")?,
            ];
            for failure in failures {
                let told = (failure.kind(), failure.message().contains(said), failure.message().contains(key));
                same(&failure.to_string(), told, (expected, true, false))?;
            }
            same("tries, and what they cost", (ledger.entries().len(), ledger.cost().dollars()), (2, 0.0))?;
        }
    }
    Ok(())
}

async fn who_goes_away_frees_the_server(server: &Server) -> Outcome {
    for kind in BOTH {
        let model = model(kind, &address(server, kind), "")?;
        is_idle(server).await?;
        let mut deltas = model.stream(&call("a")).await?;
        let _ = deltas.advance().await;
        same("busy while it is read", is_busy(server)?, true)?;
        drop(deltas);
        is_idle(server).await?;
        let whole = timeout(Duration::from_millis(150), model.reply(&call("b"))).await;
        same("whole answers are long in coming", whole.is_err(), true)?;
        // Nobody asks it meanwhile: each question puts off the moment at which it looks who is still there.
        pause(LOOKS).await;
        same("busy when nobody waits", is_busy(server)?, false)?;
    }
    Ok(())
}

/// The models of the program.
fn models(server: &Server, kind: Kind) -> Models {
    Models { kind, url: address(server, kind), structured: structured(kind), max_tokens: 1500 }
}

async fn what_is_open_is_filled_in_and_nothing_else(server: &Server) -> Outcome {
    for kind in BOTH {
        let folder = tempfile::tempdir()?;
        let args = ["generate", "bar chart about what a cappuccino costs around the world, in teal", "--json"];
        let made = printed(&run(&models(server, kind), (folder.path(), &args))?)?;
        same("roles", roles(&made), vec!["fill"])?;
        let params = &made["scenes"][0]["params"];
        let point = &params["series"][0];
        let is_value = point["value"].is_number() || point["value"].is_string();
        same(&format!("a point in {params}"), (point["label"].is_string(), is_value), (true, true))?;
        let call = &made["calls"]["made"][0];
        let told = (call["outcome"].as_str(), call["usage"]["output"].as_u64().is_some_and(|tokens| tokens > 10));
        same("its call", told, (Some("answered"), true))?;
        let notes = made["scenes"][0]["notes"].to_string();
        same(&notes, (notes.contains("series"), notes.contains("samples")), (true, false))?;
    }
    Ok(())
}

async fn each_role_is_tried(server: &Server) -> Outcome {
    for kind in BOTH {
        let folder = tempfile::tempdir()?;
        let output = run(&models(server, kind), (folder.path(), &["models", "check", "--json"]))?;
        // It sees no pictures, and says so.
        same("exit code", output.status.code(), Some(1))?;
        let checked: Vec<Value> = serde_json::from_slice(&output.stdout)?;
        for found in &checked {
            let expected = if found["role"] == "vision" { "fails" } else { "works" };
            same(&found.to_string(), found["finding"].as_str(), Some(expected))?;
        }
        let blind = checked.iter().find(|found| found["role"] == "vision").ok_or("expected `vision`")?;
        same("why", blind["message"].as_str().is_some_and(|said| said.contains("image input is not supported")), true)?;
        same("roles", checked.len(), 7)?;
    }
    Ok(())
}

async fn nonsense_ends_once(server: &Server) -> Outcome {
    for kind in BOTH {
        let folder = tempfile::tempdir()?;
        let args = ["generate", "a penguin that skates over a frozen lake and waves at the moon", "--events"];
        events(run(&models(server, kind), (folder.path(), &args))?)?;
    }
    Ok(())
}
