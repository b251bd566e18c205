//! Every fault of a provider, in both protocols, streamed and whole: what is shown, who is asked next, what is booked.

use std::net::TcpListener;
use std::time::Duration;

use futures_util::future::join_all;
use serde_json::json;
use tokio::time::Instant;

use super::fixture::{Act, Server, answer, stream_head};
use super::protocol::{Delivery, Protocol};
use super::{Call, Catalogue, Delta, Failure, FailureKind, Finish, Hedging, Ledger, Message, Models, Reply, Role};
use crate::diagnostic::Source;

/// All of it, tries and fallbacks included.
const DEADLINE: Duration = Duration::from_secs(9);

/// What the good provider says.
const GOOD: &str = "Good";

/// What becomes of a call whose first provider has a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// The other provider answers, after so many tries at the first.
    Elsewhere(usize),
    /// Something was shown, so that it ends with a failure.
    Failed(FailureKind),
    /// There is an answer after all, which ended so.
    Answered(Finish),
}

use Fate::{Answered, Elsewhere, Failed};

/// A fault: what it is called, what the first provider does when it streams and when it does not, and what becomes of it.
type Fault = (&'static str, Vec<Act>, Fate, Vec<Act>, Fate);

fn words(protocol: Protocol, text: &str) -> String {
    match protocol {
        Protocol::OpenAi => format!("data: {}\n\n", json!({"choices": [{"delta": {"content": text}}]})),
        Protocol::Anthropic => {
            let delta = json!({"type": "text_delta", "text": text});
            format!("data: {}\n\n", json!({"type": "content_block_delta", "delta": delta}))
        }
    }
}

fn reason(protocol: Protocol, finish: Finish) -> &'static str {
    match (protocol, finish) {
        (Protocol::OpenAi, Finish::Stop) => "stop",
        (Protocol::OpenAi, Finish::Length) => "length",
        (Protocol::OpenAi, Finish::Refusal) => "content_filter",
        (Protocol::Anthropic, Finish::Stop) => "end_turn",
        (Protocol::Anthropic, Finish::Length) => "max_tokens",
        (Protocol::Anthropic, Finish::Refusal) => "refusal",
    }
}

fn streamed(protocol: Protocol, text: &str, finish: Finish) -> String {
    let reason = reason(protocol, finish);
    let end = match protocol {
        Protocol::OpenAi => {
            let usage = json!({"prompt_tokens": 7, "completion_tokens": 3});
            format!("data: {}\n\ndata: [DONE]\n\n", json!({"choices": [{"finish_reason": reason}], "usage": usage}))
        }
        Protocol::Anthropic => {
            let usage = json!({"input_tokens": 7, "output_tokens": 3});
            let delta = json!({"type": "message_delta", "delta": {"stop_reason": reason}, "usage": usage});
            format!("data: {delta}\n\ndata: {}\n\n", json!({"type": "message_stop"}))
        }
    };
    words(protocol, text) + &end
}

fn whole(protocol: Protocol, text: &str, finish: Finish) -> String {
    let reason = reason(protocol, finish);
    let body = match protocol {
        Protocol::OpenAi => json!({
            "choices": [{"message": {"content": text}, "finish_reason": reason}],
            "usage": {"prompt_tokens": 7, "completion_tokens": 3},
        }),
        Protocol::Anthropic => json!({
            "content": [{"type": "text", "text": text}], "stop_reason": reason,
            "usage": {"input_tokens": 7, "output_tokens": 3},
        }),
    };
    body.to_string()
}

fn stream(parts: &[&str]) -> Vec<Act> {
    let body: Vec<u8> = parts.concat().into_bytes();
    vec![Act::Send([stream_head(), body].concat())]
}

fn status(status: u16, head: &str, body: &str) -> Vec<Act> {
    vec![Act::Send(answer(status, &format!("{head}connection: close\r\n"), body))]
}

/// The beginning of a whole answer that promises more.
fn beginning(body: &str) -> Vec<u8> {
    format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n{body}").into_bytes()
}

fn with_pause(mut acts: Vec<Act>) -> Vec<Act> {
    acts.push(Act::AwaitClose);
    acts
}

fn same(name: &'static str, acts: Vec<Act>, fate: Fate) -> Fault {
    (name, acts.clone(), fate, acts, fate)
}

/// What is the same whether an answer is streamed or not.
fn refusals() -> Vec<Fault> {
    vec![
        same("reset before the head", vec![], Elsewhere(2)),
        same("401", status(401, "", "{}"), Elsewhere(1)),
        same("429", status(429, "", "{}"), Elsewhere(2)),
        same("429 with retry-after", status(429, "retry-after: 0.2\r\n", "{}"), Elsewhere(2)),
        same("429 for an hour", status(429, "retry-after: 3600\r\n", "{}"), Elsewhere(1)),
        same("429 without quota", status(429, "", r#"{"error":{"type":"insufficient_quota"}}"#), Elsewhere(1)),
        same("500", status(500, "", "oh"), Elsewhere(2)),
        same("503", status(503, "", "<html>"), Elsewhere(2)),
        same("529", status(529, "", r#"{"error":{"type":"overloaded_error"}}"#), Elsewhere(2)),
        same("never a head", vec![Act::AwaitClose], Elsewhere(1)),
    ]
}

/// What happens within answers.
fn breaks(protocol: Protocol) -> Vec<Fault> {
    use FailureKind::{Garbled, Server, TooSlow, Truncated};
    let moss = words(protocol, "Moss");
    let half = &moss[..moss.len() - 4];
    let error = r#"{"type":"error","error":{"type":"server_error","message":"oh"}}"#;
    let event = format!("event: error\ndata: {error}\n\n");
    let begun = |body: &str| vec![Act::Send(beginning(body))];
    let fine = |body: &str| status(200, "", body);
    vec![
        ("reset within", stream(&[&moss]), Failed(Truncated), begun("{\"cho"), Elsewhere(2)),
        ("an error at once", stream(&[&event]), Elsewhere(2), fine(error), Elsewhere(2)),
        ("an error within", stream(&[&moss, &event]), Failed(Server), fine("{}"), Elsewhere(2)),
        ("no first word", with_pause(stream(&[": ping\n\n"])), Elsewhere(1), with_pause(begun("")), Elsewhere(1)),
        ("a stall", with_pause(stream(&[&moss])), Failed(TooSlow), with_pause(begun("{")), Elsewhere(1)),
        ("no terminator", stream(&[&moss, half]), Failed(Truncated), begun("{}"), Elsewhere(2)),
        ("a malformed chunk", stream(&[&moss, "data: {oh\n\n"]), Failed(Garbled), fine("{oh"), Elsewhere(2)),
    ]
}

/// Answers that are none to be glad of.
fn endings(protocol: Protocol) -> Vec<Fault> {
    let end = |name, finish| {
        let whole = status(200, "", &whole(protocol, "Moss", finish));
        (name, stream(&[&streamed(protocol, "Moss", finish)]), Answered(finish), whole, Answered(finish))
    };
    vec![end("no more than its length", Finish::Length), end("a refusal", Finish::Refusal)]
}

/// Answers without end, and answers of a byte now and then.
fn floods(protocol: Protocol) -> Vec<Fault> {
    let huge = |head: Vec<u8>| {
        let body = (0..100).map(|_| Act::Send(vec![b'x'; 1 << 20]));
        [Act::Send(head)].into_iter().chain(body).collect()
    };
    let drip = |bytes: Vec<u8>| {
        let byte = |byte| [Act::Send(vec![byte]), Act::Wait(Duration::from_millis(40))];
        bytes.into_iter().flat_map(byte).collect()
    };
    let large = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 104857600\r\n\r\n".to_vec();
    let slow = [stream_head(), words(protocol, "Moss").into_bytes()].concat();
    vec![
        ("100 MB", huge(stream_head()), Elsewhere(1), huge(large), Elsewhere(1)),
        ("a byte now and then", drip(slow), Elsewhere(1), drip(beginning("{}")), Elsewhere(1)),
    ]
}

/// Models with a first provider that has the fault and a second that has none.
fn models(protocol: Protocol, bad: &str, good: &str) -> Models {
    let kind = if protocol == Protocol::OpenAi { "openai" } else { "anthropic" };
    let role = "{use: [bad, good], max_tokens: 99, first_token: 1.5, idle: 1.5, total: 2, tries: 2}";
    let roles = Role::NAMES.map(|name| format!("  {name}: {role}\n")).concat();
    let price = "price: {input: 1, output: 2}";
    let text = format!(
        "providers:\n  bad: {{kind: {kind}, url: \"{bad}\", connect: 2}}\n  good: {{kind: {kind}, url: \"{good}\"}}\nmodels:\n  \
         bad: {{provider: bad, model: m, {price}}}\n  good: {{provider: good, model: m, {price}}}\nroles:\n{roles}"
    );
    let catalogue = Catalogue::read(&Source::new("models.yaml", text)).expect("a catalogue");
    Models::new(&catalogue, Hedging::Off, |_| None)
}

/// What was shown, and how it ended: exactly once.
async fn ask(models: &Models, call: &Call, delivery: Delivery) -> (String, Result<Reply, Failure>) {
    let model = models.role(Role::Code).expect("a model");
    if delivery == Delivery::Whole {
        return (String::new(), model.reply(call).await);
    }
    let mut shown = String::new();
    let mut ends = Vec::new();
    match model.stream(call).await {
        Err(failure) => ends.push(Err(failure)),
        Ok(mut deltas) => {
            while let Some(delta) = deltas.advance().await {
                match delta {
                    Ok(Delta::Text(text)) => shown += &text,
                    Ok(Delta::End(end)) => ends.push(Ok(Reply { text: shown.clone(), end })),
                    Err(failure) => ends.push(Err(failure)),
                }
            }
        }
    }
    assert_eq!(ends.len(), 1, "{ends:?}");
    (shown, ends.remove(0))
}

/// One fault: the call ends in time as it should, and the ledger has all of it.
async fn endure(protocol: Protocol, delivery: Delivery, (name, bad, fate): (&str, &str, Fate)) {
    let body = match delivery {
        Delivery::Streamed => stream(&[&streamed(protocol, GOOD, Finish::Stop)]),
        Delivery::Whole => status(200, "", &whole(protocol, GOOD, Finish::Stop)),
    };
    let good = Server::start(vec![body]);
    let (models, ledger, begun) = (models(protocol, bad, good.address()), Ledger::default(), Instant::now());
    let call = Call::new(Role::Code, Message::user("a"), begun + DEADLINE).with_ledger(ledger.clone());
    let (shown, end) = ask(&models, &call, delivery).await;
    let told = format!("{name}, {protocol:?}, {delivery:?}: {shown} {end:?} {:#?}", ledger.entries());
    assert!(begun.elapsed() < DEADLINE + Duration::from_millis(250), "{told}");
    let tries = ledger.entries().iter().filter(|entry| entry.model == "bad/m").count();
    match fate {
        Elsewhere(expected) => {
            assert_eq!((end.map(|reply| reply.text), tries), (Ok(GOOD.to_owned()), expected), "{told}");
            assert_eq!(ledger.cost().dollars(), 0.000_013, "{told}");
        }
        Failed(kind) => {
            assert_eq!(end.map_err(|failure| failure.kind()).err(), Some(kind), "{told}");
            assert_eq!((shown.as_str(), tries, good.requests().len()), ("Moss", 1, 0), "{told}");
            assert_eq!(ledger.cost().unknown_calls(), 1, "{told}");
        }
        Answered(finish) => {
            assert_eq!(end.map(|reply| reply.end.finish), Ok(finish), "{told}");
            assert_eq!((tries, good.requests().len()), (1, 0), "{told}");
            assert_eq!(ledger.cost().to_string(), "$0.000013", "{told}");
        }
    }
}

#[tokio::test]
async fn every_fault_is_endured() {
    let mut cases = Vec::new();
    for protocol in [Protocol::OpenAi, Protocol::Anthropic] {
        let faults = [refusals(), breaks(protocol), endings(protocol), floods(protocol)].concat();
        for (name, streamed, fate, whole, whole_fate) in faults {
            cases.push((protocol, Delivery::Streamed, name, Server::start(vec![streamed]), fate));
            cases.push((protocol, Delivery::Whole, name, Server::start(vec![whole]), whole_fate));
        }
    }
    assert_eq!(cases.len(), 84);
    // Not all at once: what is slow has to be the fault and not this machine.
    for some in cases.chunks(16) {
        join_all(some.iter().map(|(protocol, delivery, name, server, fate)| {
            endure(*protocol, *delivery, (name, server.address(), *fate))
        }))
        .await;
    }
    at_rest().await;
}

#[tokio::test]
async fn providers_that_cannot_be_reached_are_passed_by() {
    let nobody = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port");
    let plain = Server::start(vec![vec![Act::Send(b"HTTP/1.1 400 No TLS here\r\n\r\n".to_vec())]]);
    for protocol in [Protocol::OpenAi, Protocol::Anthropic] {
        for delivery in [Delivery::Streamed, Delivery::Whole] {
            endure(protocol, delivery, ("refused", &format!("http://{nobody}"), Elsewhere(2))).await;
            let tls = plain.address().replace("http://", "https://");
            endure(protocol, delivery, ("no TLS", &tls, Elsewhere(1))).await;
        }
    }
    at_rest().await;
}

/// Waits until no task is left: every connection is closed.
async fn at_rest() {
    let metrics = tokio::runtime::Handle::current().metrics();
    let begun = Instant::now();
    while metrics.num_alive_tasks() > 0 {
        assert!(begun.elapsed() < Duration::from_secs(2), "{} tasks are left", metrics.num_alive_tasks());
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}
