//! What every model must do, run on scripts and on both protocols over a real connection.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::Instant;

use super::fixture::{Act, Server, answer, chunked, stream_head};
use super::protocol::Protocol;
use super::{
    Call, Delta, End, Failure, FailureKind, Finish, Ledger, Message, Model, Outcome, Role, ScriptedModel, Step, Timed,
};

/// A model of each kind that plays the same scripts.
fn models(scripts: &[Vec<Step>]) -> Vec<(Arc<dyn Model>, Option<Server>)> {
    let scripted = Arc::new(ScriptedModel::new("test/m-1"));
    for script in scripts {
        scripted.add(script.clone());
    }
    let limits = super::Limits {
        first_token: Duration::from_secs(2),
        idle: Duration::from_secs(2),
        total: Duration::from_secs(4),
    };
    let mut models: Vec<(Arc<dyn Model>, Option<Server>)> = vec![(Arc::new(Timed::new(scripted, limits)), None)];
    for protocol in [Protocol::OpenAi, Protocol::Anthropic] {
        let server = Server::start(scripts.iter().map(|script| acts(protocol, script)).collect());
        let single = server.models(protocol).roles()[0].candidates[0].single.clone();
        models.push((single.expect("a key"), Some(server)));
    }
    models
}

/// A script as a server plays it.
fn acts(protocol: Protocol, script: &[Step]) -> Vec<Act> {
    if let [Step::Fail(failure)] = script {
        return vec![Act::Send(refusal(failure.kind())), Act::Keep];
    }
    let mut acts = vec![Act::Send(stream_head())];
    for step in script {
        acts.push(match step {
            Step::Wait(time) => Act::Wait(*time),
            Step::Say(text) => Act::Send(words(protocol, text)),
            Step::End(end) => Act::Send(ending(protocol, *end)),
            Step::Fail(_) => Act::Send(b"event: error\ndata: {\"error\": {\"type\": \"server_error\"}}\n\n".to_vec()),
            Step::Hang => Act::AwaitClose,
        });
    }
    acts
}

fn refusal(kind: FailureKind) -> Vec<u8> {
    let (status, body) = match kind {
        FailureKind::Unauthorised => (401, "{}"),
        FailureKind::RateLimited => (429, "{}"),
        FailureKind::Quota => (429, r#"{"error": {"code": "insufficient_quota"}}"#),
        FailureKind::Overloaded => (529, "{}"),
        _ => (500, "{}"),
    };
    answer(status, "", body)
}

fn event(json: &Value) -> Vec<u8> {
    format!("data: {json}\n\n").into_bytes()
}

fn words(protocol: Protocol, text: &str) -> Vec<u8> {
    event(&match protocol {
        Protocol::OpenAi => json!({"choices": [{"delta": {"content": text}}]}),
        Protocol::Anthropic => json!({"type": "content_block_delta", "delta": {"type": "text_delta", "text": text}}),
    })
}

fn ending(protocol: Protocol, end: End) -> Vec<u8> {
    let usage = end.usage.unwrap_or_default();
    match protocol {
        Protocol::OpenAi => {
            let counts = json!({"prompt_tokens": usage.input, "completion_tokens": usage.output});
            let reason = if end.finish == Finish::Length { "length" } else { "stop" };
            [event(&json!({"choices": [{"finish_reason": reason}], "usage": counts})), b"data: [DONE]\n\n".to_vec()]
                .concat()
        }
        Protocol::Anthropic => {
            let counts = json!({"input_tokens": usage.input, "output_tokens": usage.output});
            let reason = if end.finish == Finish::Length { "max_tokens" } else { "end_turn" };
            let delta = json!({"type": "message_delta", "delta": {"stop_reason": reason}, "usage": counts});
            [event(&delta), event(&json!({"type": "message_stop"}))].concat()
        }
    }
}

fn call(ledger: &Ledger) -> Call {
    let deadline = Instant::now() + Duration::from_secs(3);
    Call::new(Role::Fill, Message::user("Name a moss"), deadline).with_ledger(ledger.clone())
}

/// Everything that a stream gives, and that it ends once.
async fn all(model: &dyn Model, call: &Call) -> (String, Result<End, FailureKind>) {
    let mut text = String::new();
    let mut deltas = match model.stream(call).await {
        Ok(deltas) => deltas,
        Err(failure) => return (text, Err(failure.kind())),
    };
    let mut end = None;
    while let Some(delta) = deltas.advance().await {
        assert!(end.is_none(), "after the end: {delta:?}");
        match delta {
            Ok(Delta::Text(more)) => {
                assert!(!more.is_empty());
                text += &more;
            }
            Ok(Delta::End(told)) => end = Some(Ok(told)),
            Err(failure) => {
                assert_eq!(failure.model(), Some("test/m-1").filter(|_| failure.model().is_some()));
                end = Some(Err(failure.kind()));
            }
        }
    }
    (text, end.expect("an end"))
}

#[tokio::test]
async fn answers_are_streamed_to_their_end() {
    let script = vec![Step::say("Sphag"), Step::Wait(Duration::from_millis(5)), Step::say("num 🌿"), Step::stop(7, 3)];
    for (model, server) in models(&[script]) {
        let (text, end) = all(model.as_ref(), &call(&Ledger::default())).await;
        let Step::End(expected) = Step::stop(7, 3) else { continue };
        assert_eq!((text.as_str(), end), ("Sphagnum 🌿", Ok(expected)), "{server:?}");
        assert_eq!(model.name(), "test/m-1");
    }
}

#[tokio::test]
async fn what_fails_before_the_first_words_is_an_error_of_the_call() {
    use FailureKind::{Overloaded, Quota, RateLimited, Server, Unauthorised};
    for kind in [Unauthorised, RateLimited, Quota, Overloaded, Server] {
        for (model, _server) in models(&[vec![Step::fail(kind)], vec![Step::fail(kind)]]) {
            let failure = model.stream(&call(&Ledger::default())).await.expect_err("a failure");
            assert_eq!(failure.kind(), kind);
            let failure = model.reply(&call(&Ledger::default())).await.expect_err("a failure");
            assert_eq!((failure.kind(), failure.model()), (kind, Some("test/m-1")));
        }
    }
}

#[tokio::test]
async fn what_fails_later_is_the_last_word_of_the_stream() {
    let cut = vec![Step::say("Sphag")];
    let broken = vec![Step::say("Sphag"), Step::fail(FailureKind::Server)];
    for (script, kind) in [(cut, FailureKind::Truncated), (broken, FailureKind::Server)] {
        for (model, _server) in models(&[script]) {
            let told = all(model.as_ref(), &call(&Ledger::default())).await;
            assert_eq!(told, ("Sphag".to_owned(), Err(kind)));
        }
    }
}

#[tokio::test]
async fn an_answer_that_was_cut_by_its_length_says_so() {
    let end = End { finish: Finish::Length, usage: None };
    for (model, _server) in models(&[vec![Step::say("Sphag"), Step::End(end)]]) {
        let (_, end) = all(model.as_ref(), &call(&Ledger::default())).await;
        assert_eq!(end.map(|end| end.finish), Ok(Finish::Length));
    }
}

#[tokio::test]
async fn what_hangs_is_given_up_and_its_connection_closed() {
    let short = |ledger: &Ledger| {
        let deadline = Instant::now() + Duration::from_millis(60);
        Call::new(Role::Fill, Message::user("a"), deadline).with_ledger(ledger.clone())
    };
    for script in [vec![Step::Hang], vec![Step::say("Sphag"), Step::Hang]] {
        for (model, server) in models(std::slice::from_ref(&script)) {
            let begun = Instant::now();
            let (_, end) = all(model.as_ref(), &short(&Ledger::default())).await;
            assert_eq!(end, Err(FailureKind::Deadline));
            assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
            if let Some(server) = server {
                closed(&server).await;
            }
        }
    }
}

#[tokio::test]
async fn dropping_a_stream_closes_its_connection() {
    for (model, server) in models(&[vec![Step::say("Sphag"), Step::Hang]]) {
        let ledger = Ledger::default();
        let mut deltas = model.stream(&call(&ledger)).await.expect("first words");
        assert_eq!(deltas.advance().await, Some(Ok(Delta::Text("Sphag".to_owned()))));
        drop(deltas);
        if let Some(server) = server {
            closed(&server).await;
            assert_eq!(ledger.entries().first().map(|entry| entry.outcome), Some(Outcome::Dropped));
        }
    }
}

/// Waits until a server has seen its connection closed, for the time that the project promises.
async fn closed(server: &Server) {
    let begun = Instant::now();
    while server.closed_by_client() == 0 {
        assert!(begun.elapsed() < Duration::from_millis(500), "the connection is open");
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

#[tokio::test]
async fn whole_answers_are_waited_for() -> Result<(), Failure> {
    let chat = r#"{"choices":[{"message":{"content":"Moss"},"finish_reason":"stop"}],"usage":{"prompt_tokens":7,"completion_tokens":3}}"#;
    let message = r#"{"content":[{"type":"text","text":"Moss"}],"stop_reason":"end_turn","usage":{"input_tokens":7,"output_tokens":3}}"#;
    for (protocol, body) in [(Protocol::OpenAi, chat), (Protocol::Anthropic, message)] {
        let server = Server::start(vec![vec![Act::Send(answer(200, "", body))]]);
        let (models, ledger) = (server.models(protocol), Ledger::default());
        let reply = models.role(Role::Fill)?.reply(&call(&ledger)).await?;
        assert_eq!((reply.text.as_str(), reply.end.finish), ("Moss", Finish::Stop));
        assert_eq!(ledger.cost().to_string(), "$0.000013");
    }
    Ok(())
}

#[tokio::test]
async fn connections_are_used_again() -> Result<(), Failure> {
    for protocol in [Protocol::OpenAi, Protocol::Anthropic] {
        let Step::End(end) = Step::stop(1, 1) else { continue };
        let body = [words(protocol, "Moss"), ending(protocol, end)].concat();
        let server = Server::start(vec![vec![Act::Send(chunked(&String::from_utf8_lossy(&body))), Act::Keep]]);
        let model = server.models(protocol).role(Role::Code)?;
        for _ in 0..5 {
            assert_eq!(model.stream(&call(&Ledger::default())).await?.whole().await?.text, "Moss");
        }
        assert_eq!((server.requests().len(), server.connections()), (5, 1));
    }
    Ok(())
}
