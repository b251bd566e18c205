//! aimock (npm): the wire formats of both providers, with faults that its fixtures ask for.

use std::error::Error;
use std::time::{Duration, Instant};

use firstframe::llm::{FailureKind, Finish, Message, Picture, Usage};
use serde_json::{Value, json};

use crate::models::{BOTH, Kind, booked, call, model, same, schema, stream};
use crate::server::Server;
use crate::{Case, Outcome, case};

const LONG: &str = "Sphagnum — a moss of bogs — holds twenty times its own weight in water. 🌿 Les mousses aiment l'ombre; 苔は静かに育つ。";

pub(crate) const CASES: &[Case] = &[
    case!(answers_come_whole_and_in_pieces),
    case!(long_answers_are_cut_off),
    case!(json_has_the_shape_that_was_asked_for),
    case!(what_passes_is_tried_again),
    case!(what_does_not_pass_is_not),
    case!(streams_that_break_are_failures),
    case!(chaos_is_told_by_its_name),
    case!(a_slow_start_is_not_waited_for),
    case!(pictures_are_sent),
    case!(keys_are_held_against_theirs),
];

/// Starts it with the fixtures beside this file, in pieces of twelve characters.
pub(crate) fn start() -> Result<Server, Box<dyn Error>> {
    Server::start("FIRSTFRAME_AIMOCK", |port| {
        let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/protocol/aimock.json");
        ["-p", &port.to_string(), "-f", fixtures, "-c", "12", "--log-level", "silent"].map(str::to_owned).to_vec()
    })
}

fn address(server: &Server, kind: Kind) -> String {
    server.at(if kind == Kind::OpenAi { "/v1" } else { "" })
}

/// The bodies of the requests that were made with a sentence in them.
fn requests(server: &Server, text: &str) -> Result<Vec<Value>, Box<dyn Error>> {
    let journal = server.ask("GET", "/__aimock/journal", &Value::Null)?;
    let entries = journal.as_array().or_else(|| journal["entries"].as_array()).cloned().unwrap_or_default();
    Ok(entries.into_iter().filter(|entry| entry["body"].to_string().contains(text)).collect())
}

async fn answers_come_whole_and_in_pieces(server: &Server) -> Outcome {
    for kind in BOTH {
        let model = model(kind, &address(server, kind), "")?;
        let (call, ledger) = booked("say something long");
        let (text, reply) = stream(model.as_ref(), &call).await;
        let reply = reply?;
        same("text", text.as_str(), LONG)?;
        same("finish", reply.end.finish, Finish::Stop)?;
        let usage = Usage { input: 40, output: 30, ..Usage::default() };
        same("usage of a stream", reply.end.usage, Some(usage))?;
        let whole = model.reply(&call).await?;
        same("whole text", whole.text.as_str(), LONG)?;
        same("usage of a whole answer", whole.end.usage, Some(usage))?;
        same("cost of both", ledger.cost().to_string(), "$0.000200".to_owned())?;
    }
    Ok(())
}

async fn long_answers_are_cut_off(server: &Server) -> Outcome {
    for kind in BOTH {
        let model = model(kind, &address(server, kind), "")?;
        let (_, streamed) = stream(model.as_ref(), &call("be cut off")).await;
        same("stream", streamed?.end.finish, Finish::Length)?;
        same("whole", model.reply(&call("be cut off")).await?.end.finish, Finish::Length)?;
    }
    Ok(())
}

async fn json_has_the_shape_that_was_asked_for(server: &Server) -> Outcome {
    let expected = json!({"title": "Moss", "seconds": 4});
    for (kind, more, text) in
        [(Kind::OpenAi, "", "json please"), (Kind::Anthropic, ", structured: tool", "tool please")]
    {
        let model = model(kind, &address(server, kind), more)?;
        let call = call(text).with_schema(schema());
        let (_, streamed) = stream(model.as_ref(), &call).await;
        same("stream", streamed?.json()?, expected.clone())?;
        same("whole", model.reply(&call).await?.json()?, expected.clone())?;
    }
    Ok(())
}

async fn what_passes_is_tried_again(server: &Server) -> Outcome {
    for kind in BOTH {
        let model = model(kind, &address(server, kind), "")?;
        for (text, answer, least) in [("come again", "Welcome back", 900), ("overloaded", "Here I am", 100)] {
            let (call, ledger) = booked(text);
            let begun = Instant::now();
            let (said, reply) = stream(model.as_ref(), &call).await;
            reply?;
            same(text, said.as_str(), answer)?;
            same("tries", ledger.entries().len(), 2)?;
            same("waited", begun.elapsed() >= Duration::from_millis(least), true)?;
        }
    }
    Ok(())
}

async fn what_does_not_pass_is_not(server: &Server) -> Outcome {
    for kind in BOTH {
        let model = model(kind, &address(server, kind), "")?;
        for (text, expected) in [("no money", FailureKind::Quota), ("no key", FailureKind::Unauthorised)] {
            let (call, ledger) = booked(text);
            let failure = stream(model.as_ref(), &call).await.1.err().ok_or("expected a failure")?;
            same(text, failure.kind(), expected)?;
            same("tries", ledger.entries().len(), 1)?;
            same("cost", ledger.cost().to_string(), "$0.0000".to_owned())?;
        }
    }
    Ok(())
}

async fn streams_that_break_are_failures(server: &Server) -> Outcome {
    for kind in BOTH {
        for text in ["cut the stream", "hang up"] {
            let model = model(kind, &address(server, kind), "")?;
            let (said, reply) = stream(model.as_ref(), &call(text)).await;
            let failure =
                reply.err().ok_or_else(|| format!("{text}: expected a failure, and `{said}` was taken for whole"))?;
            let is_cut = [FailureKind::Broken, FailureKind::Truncated].contains(&failure.kind());
            same(&format!("{text}: {failure}"), (is_cut, said.starts_with("Sphag") || said.is_empty()), (true, true))?;
        }
    }
    Ok(())
}

async fn chaos_is_told_by_its_name(server: &Server) -> Outcome {
    for kind in BOTH {
        for (text, expected) in
            [("garble", FailureKind::Garbled), ("drop", FailureKind::Server), ("vanish", FailureKind::Broken)]
        {
            let model = model(kind, &address(server, kind), "")?;
            let (call, ledger) = booked(text);
            let failure = stream(model.as_ref(), &call).await.1.err().ok_or("expected a failure")?;
            same(text, failure.kind(), expected)?;
            same("tries", ledger.entries().len(), 3)?;
            let model = crate::models::model(kind, &address(server, kind), "")?;
            let failure = model.reply(&call).await.err().ok_or("expected a failure")?;
            same(text, failure.kind(), expected)?;
        }
    }
    Ok(())
}

async fn a_slow_start_is_not_waited_for(server: &Server) -> Outcome {
    for kind in BOTH {
        let model = model(kind, &address(server, kind), "")?;
        let begun = Instant::now();
        let failure = stream(model.as_ref(), &call("slow start")).await.1.err().ok_or("expected a failure")?;
        same("kind", failure.kind(), FailureKind::TooSlow)?;
        same("two tries of a second", begun.elapsed() < Duration::from_secs(3), true)?;
    }
    Ok(())
}

async fn pictures_are_sent(server: &Server) -> Outcome {
    let dot = Picture::Embedded { media_type: "image/png".to_owned(), base64: "iVBORw0KGgo=".to_owned() };
    for kind in BOTH {
        let model = model(kind, &address(server, kind), "")?;
        let url = Picture::Url("https://example.com/a.png".to_owned());
        let message = Message::user("look at this").with_picture(dot.clone()).with_picture(url);
        let call = call("hello").with_kept_system("You see.").with_message(message);
        same("answer", stream(model.as_ref(), &call).await.1?.text.as_str(), "A dot")?;
    }
    let sent = requests(server, "look at this")?;
    same("requests in the journal", sent.len(), 2)
}

async fn keys_are_held_against_theirs(server: &Server) -> Outcome {
    for kind in BOTH {
        let model = model(kind, &address(server, kind), "")?;
        stream(model.as_ref(), &call("say something long")).await.1?;
    }
    let journal = server.ask("GET", "/__aimock/journal", &Value::Null)?.to_string();
    same("the key in the journal's bodies", journal.contains("\"sk-test"), false)
}
