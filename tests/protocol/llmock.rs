//! llmock (PyPI): faults on demand, and a verdict on how the client took them.

use std::error::Error;
use std::time::{Duration, Instant};

use firstframe::llm::{FailureKind, Finish};
use serde_json::{Value, json};

use crate::models::{BOTH, Kind, booked, call, model, same, schema, stream};
use crate::server::Server;
use crate::{Case, Outcome, case};

pub(crate) const CASES: &[Case] = &[
    case!(answers_are_read),
    case!(json_has_the_shape_of_the_schema),
    case!(rate_limits_are_obeyed),
    case!(outages_are_sat_out),
    case!(mistakes_are_not_repeated),
    case!(streams_that_break_before_the_first_words_are_tried_again),
    case!(streams_that_break_later_are_failures),
    case!(stalls_are_not_sat_through),
];

/// Starts it.
pub(crate) fn start() -> Result<Server, Box<dyn Error>> {
    Server::start("FIRSTFRAME_LLMOCK", |port| {
        ["serve", "--port", &port.to_string(), "--log-level", "critical"].map(str::to_owned).to_vec()
    })
}

fn address(server: &Server, kind: Kind) -> String {
    server.at(if kind == Kind::OpenAi { "/v1" } else { "/anthropic" })
}

/// Forgets what was, and plans what happens next.
fn plan(server: &Server, behaviours: &Value) -> Outcome {
    server.ask("POST", "/_llmock/reset", &json!({}))?;
    let queued = server.ask("POST", "/_llmock/scenario", &json!({"behaviors": behaviours}))?;
    same("planned", queued["queued"].as_u64(), behaviours.as_array().map(|all| all.len() as u64))
}

/// An error if the server finds anything to say about its client.
fn content(server: &Server) -> Outcome {
    let verdict = server.ask("GET", "/_llmock/verdict", &Value::Null)?;
    let findings = verdict["findings"].as_array().ok_or("expected a verdict")?;
    if findings.is_empty() { Ok(()) } else { Err(format!("the server has found: {findings:?}").into()) }
}

async fn answers_are_read(server: &Server) -> Outcome {
    for kind in BOTH {
        plan(server, &json!([{"type": "reply", "text": "Sphagnum 🌿 is a moss.", "times": 2}]))?;
        let model = model(kind, &address(server, kind), "")?;
        let (text, reply) = stream(model.as_ref(), &call("a")).await;
        same("text", text.as_str(), "Sphagnum 🌿 is a moss.")?;
        let end = reply?.end;
        same("end", (end.finish, end.usage.is_some_and(|usage| usage.output > 0)), (Finish::Stop, true))?;
        let whole = model.reply(&call("a")).await?;
        same("whole", whole.text.as_str(), "Sphagnum 🌿 is a moss.")?;
        content(server)?;
    }
    Ok(())
}

async fn json_has_the_shape_of_the_schema(server: &Server) -> Outcome {
    for (kind, more) in [(Kind::OpenAi, ""), (Kind::Anthropic, ", structured: tool")] {
        server.ask("POST", "/_llmock/reset", &json!({}))?;
        let model = model(kind, &address(server, kind), more)?;
        let call = call("a").with_schema(schema());
        for reply in [stream(model.as_ref(), &call).await.1?, model.reply(&call).await?] {
            let json = reply.json()?;
            same("shape", (json["title"].is_string(), json["seconds"].is_i64()), (true, true))?;
        }
        content(server)?;
    }
    Ok(())
}

async fn rate_limits_are_obeyed(server: &Server) -> Outcome {
    for kind in BOTH {
        plan(server, &json!([{"type": "fail", "status": 429, "retry_after": 0.7, "times": 2}]))?;
        let model = model(kind, &address(server, kind), "")?;
        let (call, ledger) = booked("a");
        stream(model.as_ref(), &call).await.1?;
        same("tries", ledger.entries().len(), 3)?;
        content(server)?;
    }
    Ok(())
}

async fn outages_are_sat_out(server: &Server) -> Outcome {
    for kind in BOTH {
        for status in [500, 502, 503, 529] {
            plan(server, &json!([{"type": "fail", "status": status, "times": 2}]))?;
            let model = model(kind, &address(server, kind), "")?;
            let (call, ledger) = booked("a");
            model.reply(&call).await?;
            same("tries", ledger.entries().len(), 3)?;
            content(server)?;
        }
    }
    Ok(())
}

async fn mistakes_are_not_repeated(server: &Server) -> Outcome {
    for kind in BOTH {
        for (status, expected) in [
            (400, FailureKind::Rejected),
            (401, FailureKind::Unauthorised),
            (403, FailureKind::Unauthorised),
            (404, FailureKind::NotFound),
            (422, FailureKind::Rejected),
        ] {
            plan(server, &json!([{"type": "fail", "status": status, "times": null}]))?;
            let model = model(kind, &address(server, kind), "")?;
            let (call, ledger) = booked("a");
            let failure = stream(model.as_ref(), &call).await.1.err().ok_or("expected a failure")?;
            same("kind", failure.kind(), expected)?;
            same("tries", ledger.entries().len(), 1)?;
            content(server)?;
        }
    }
    Ok(())
}

async fn streams_that_break_before_the_first_words_are_tried_again(server: &Server) -> Outcome {
    for kind in BOTH {
        for fault in ["disconnect", "truncate", "malformed"] {
            plan(server, &json!([{"type": "stream_fault", "kind": fault, "after_chunks": 0}]))?;
            let model = model(kind, &address(server, kind), "")?;
            let (call, ledger) = booked("a");
            let (text, reply) = stream(model.as_ref(), &call).await;
            let reply = reply.map_err(|failure| format!("{fault}: {failure}"))?;
            same("nothing twice", &text, &reply.text)?;
            same("tries", ledger.entries().len(), 2)?;
            // It has often sent the rest before it sees that nobody reads on, and then warns.
            if fault != "malformed" {
                content(server)?;
            }
        }
    }
    Ok(())
}

async fn streams_that_break_later_are_failures(server: &Server) -> Outcome {
    for kind in BOTH {
        for (fault, kinds) in [
            ("disconnect", vec![FailureKind::Broken]),
            ("truncate", vec![FailureKind::Truncated]),
            ("malformed", vec![FailureKind::Garbled]),
        ] {
            let text = "one two three four five six seven eight nine ten eleven twelve";
            let fault_at = json!({"type": "stream_fault", "kind": fault, "after_chunks": 6});
            plan(server, &json!([{"type": "reply", "text": text, "times": null}, fault_at]))?;
            let model = model(kind, &address(server, kind), "")?;
            let (call, ledger) = booked("a");
            let (said, reply) = stream(model.as_ref(), &call).await;
            let failure = reply.err().ok_or_else(|| format!("{fault}: expected a failure"))?;
            same(
                fault,
                (kinds.contains(&failure.kind()), text.starts_with(&said), said.is_empty()),
                (true, true, false),
            )?;
            same("tries", ledger.entries().len(), 1)?;
        }
    }
    Ok(())
}

async fn stalls_are_not_sat_through(server: &Server) -> Outcome {
    for kind in BOTH {
        let stall = json!({"type": "stream_fault", "kind": "stall", "after_chunks": 6, "stall_seconds": 5});
        plan(server, &json!([{"type": "reply", "text": "one two three four five six seven", "times": null}, stall]))?;
        let model = model(kind, &address(server, kind), "")?;
        let begun = Instant::now();
        let failure = stream(model.as_ref(), &call("a")).await.1.err().ok_or("expected a failure")?;
        same("kind", failure.kind(), FailureKind::TooSlow)?;
        same("given up", begun.elapsed() < Duration::from_secs(3), true)?;
        plan(server, &json!([{"type": "slow_first_token", "seconds": 5}]))?;
        let (call, ledger) = booked("a");
        stream(model.as_ref(), &call).await.1?;
        same("tries", ledger.entries().len(), 2)?;
        content(server)?;
    }
    Ok(())
}
