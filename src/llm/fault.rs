//! The faults of providers, down to the byte and the moment.

use std::time::Duration;

use serde_json::json;

use super::fixture::{Act, answer, stream_head};
use super::protocol::Protocol;
use super::{FailureKind, Finish};

/// What becomes of a call whose first provider has a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// The other provider answers, after so many tries at the first.
    Elsewhere(usize),
    /// Something was shown, so that it ends with a failure.
    Failed(FailureKind),
    /// There is an answer after all, which ended so.
    Answered(Finish),
}

use Fate::{Answered, Elsewhere, Failed};

/// A fault: what it is called, what the first provider does when it streams and when it does not, and what becomes of it.
pub(crate) type Fault = (&'static str, Vec<Act>, Fate, Vec<Act>, Fate);

pub(crate) fn words(protocol: Protocol, text: &str) -> String {
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

pub(crate) fn streamed(protocol: Protocol, text: &str, finish: Finish) -> String {
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

pub(crate) fn whole(protocol: Protocol, text: &str, finish: Finish) -> String {
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

pub(crate) fn stream(parts: &[&str]) -> Vec<Act> {
    let body: Vec<u8> = parts.concat().into_bytes();
    vec![Act::Send([stream_head(), body].concat())]
}

pub(crate) fn status(status: u16, head: &str, body: &str) -> Vec<Act> {
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

/// All faults that a server can have which answers at all.
pub(crate) fn all(protocol: Protocol) -> Vec<Fault> {
    [refusals(), breaks(protocol), endings(protocol), floods(protocol)].concat()
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
